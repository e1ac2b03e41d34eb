//! The words around a phrase that tell whom its event is about.

use std::sync::LazyLock;

use crate::mention::lists::{
    BEFORE_VERB, FUNERALS, KIN_GOES_ON, KIN_HEADS, LEADS_TO_DOER, NOT_BEFORE_COMRADE, NOT_BEHIND_COMRADE,
    NOT_BEHIND_TEACHER, OBLIQUE, OF_ME, TITLES,
};
use crate::mention::person::pronouns;
use crate::text;

/// The words, by their keys.
pub(super) struct Keys {
    pub pronouns: Vec<u64>,
    pub oblique: Vec<u64>,
    /// Words before who did it: `bị`, `được`, `do`.
    pub passive: Vec<u64>,
    pub and: Vec<u64>,
    /// Words between a subject and who is beside it: `ông cùng A`, `ông cùng với A`.
    pub joins: Vec<u64>,
    /// Words before who does what is told right behind: `giúp A thắng`.
    pub leads_to_doer: Vec<u64>,
    pub with: u64,
    /// Pronouns that are names where they have a capital inside a sentence.
    pub lands: Vec<u64>,
    /// Words right before a name.
    pub titles: Vec<u64>,
    /// Words that may stand before a verb whose subject is left out.
    pub lead: Vec<u64>,
    /// The last words of a funeral.
    pub funeral: Vec<u64>,
    /// `đồng chí`, which means a person by itself, and words before it and behind it that make it none.
    pub comrade: [[u64; 2]; 2],
    pub not_before_comrade: Vec<u64>,
    pub not_behind_comrade: Vec<u64>,
    /// The first word of coming into an office behind somebody: `kế nhiệm`.
    pub follows: Vec<u64>,
    pub of: u64,
    pub by: u64,
    pub introduced: [u64; 2],
    pub becomes: u64,
    /// `thầy`, where the life of a teacher is told, and words behind it that make it somebody else.
    pub teacher: u64,
    pub not_behind_teacher: Vec<u64>,
    /// Who tells the text, and words before that make it somebody else: `má tôi`.
    pub me: u64,
    pub of_me: Vec<u64>,
    /// Words for kin.
    pub kin: Vec<u64>,
    /// What words for kin go on with.
    pub kin_goes_on: Vec<u64>,
}

pub(super) static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let keys = |words: &[&str]| words.iter().map(|word| text::key(word)).collect();
    Keys {
        titles: keys(TITLES),
        pronouns: pronouns().map(|(word, _)| text::key(word)).collect(),
        oblique: keys(OBLIQUE),
        passive: keys(&["bị", "được", "do", "bởi"]),
        and: keys(&["và", "cùng", "với", "hay"]),
        joins: keys(&["và", "cùng"]),
        leads_to_doer: keys(LEADS_TO_DOER),
        with: text::key("với"),
        lands: keys(&["anh", "y"]),
        lead: keys(BEFORE_VERB),
        follows: keys(&["kế", "nối"]),
        funeral: keys(FUNERALS),
        comrade: [["đồng", "chí"], ["đ", "c"]].map(|pair| pair.map(text::key)),
        not_before_comrade: keys(NOT_BEFORE_COMRADE),
        not_behind_comrade: keys(NOT_BEHIND_COMRADE),
        of: text::key("của"),
        by: text::key("do"),
        introduced: ["giới", "thiệu"].map(text::key),
        becomes: text::key("thành"),
        teacher: text::key("thầy"),
        not_behind_teacher: keys(NOT_BEHIND_TEACHER),
        me: text::key("tôi"),
        of_me: keys(OF_ME),
        kin: keys(KIN_HEADS),
        kin_goes_on: keys(KIN_GOES_ON),
    }
});
