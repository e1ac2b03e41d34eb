//! Words that stand for the person who is spoken of, and words around names and pronouns that tell otherwise.

use std::sync::LazyLock;

use crate::mention::person::lexicon::Lexicon;
use crate::mention::person::word::{Gap, Id, Shape, Word};

/// Whom a pronoun may mean.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sex {
    He,
    She,
    Any,
}

/// Pronouns of the third person that stand for a person by themselves.
pub(crate) const PRONOUNS: [(&str, Sex); 7] = [
    ("ông", Sex::He),
    ("anh", Sex::He),
    ("bà", Sex::She),
    ("chị", Sex::She),
    ("cô", Sex::She),
    ("cụ", Sex::Any),
    ("y", Sex::Any),
];

/// Words behind a pronoun that make another word of it: `bà con`, `anh em`, `cụ thể`.
const NO_PRONOUN: [&str; 14] =
    ["con", "cha", "em", "thể", "bà", "mẹ", "chị", "lớn", "nội", "ngoại", "giáo", "tổ", "hùng", "trai"];

/// Words before `đồng chí`, and behind it, that make it no word for the one person who is spoken of.
pub(crate) const NOT_BEFORE_COMRADE: [&str; 15] =
    ["các", "những", "mấy", "nhiều", "số", "một", "hai", "ba", "bốn", "tình", "mọi", "nữ", "nam", "vị", "từng"];
pub(crate) const NOT_BEHIND_COMRADE: [&str; 22] = [
    "bí",
    "phó",
    "chủ",
    "trưởng",
    "giám",
    "tổng",
    "cán",
    "đảng",
    "ủy",
    "uỷ",
    "khác",
    "này",
    "lãnh",
    "nguyên",
    "đại",
    "trong",
    "thường",
    "ở",
    "cũ",
    "thư",
    "và",
    "nào",
];

/// Words before a name whose bearer then is not what the sentence is about.
pub(crate) const OBLIQUE: [&str; 19] = [
    "của", "với", "cùng", "do", "bởi", "bị", "được", "cho", "theo", "thay", "gặp", "nhiệm", "vị", "tên", "cưới", "nhờ",
    "như", "giúp", "phò",
];

/// The words above as words of the lexicon.
pub(super) struct Words {
    pub(super) pronouns: Vec<(Id, Sex)>,
    pub(super) no_pronoun: Vec<Id>,
    pub(super) oblique: Vec<Id>,
    pub(super) when: Id,
    pub(super) comrade: [Option<Id>; 2],
    pub(super) short_comrade: Option<Id>,
    pub(super) not_before_comrade: Vec<Id>,
    pub(super) not_behind_comrade: Vec<Id>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let lexicon = Lexicon::get();
    let ids = |list: &[&str]| list.iter().filter_map(|word| lexicon.by_spelling(word)).collect();
    let pronouns = PRONOUNS.iter().filter_map(|(word, sex)| Some((lexicon.by_spelling(word)?, *sex))).collect();
    Words {
        pronouns,
        no_pronoun: ids(&NO_PRONOUN),
        oblique: ids(&OBLIQUE),
        when: lexicon.by_spelling("khi").unwrap_or(Id::NONE),
        comrade: ["đồng", "chí"].map(|word| lexicon.by_spelling(word)),
        short_comrade: lexicon.by_spelling("đ/c"),
        not_before_comrade: ids(&NOT_BEFORE_COMRADE),
        not_behind_comrade: ids(&NOT_BEHIND_COMRADE),
    }
});

/// Whether `đồng chí` that ends with a word, or `đ/c`, stands for the person who is spoken of: not `các đồng chí`,
/// `9 đồng chí`, `đồng chí Bí thư`.
pub(super) fn is_comrade(words: &[Word], at: usize) -> bool {
    let id = Some(words[at].id);
    let first = match at.checked_sub(1) {
        _ if id == WORDS.short_comrade => at,
        Some(first) if id == WORDS.comrade[1] && Some(words[first].id) == WORDS.comrade[0] => first,
        _ => return false,
    };
    let joined = matches!(words[first].gap, Gap::Blank | Gap::Line | Gap::Hyphen);
    let before = first.checked_sub(1).map(|before| &words[before]).filter(|_| joined);
    let counted = before.is_some_and(|word| {
        let year = word.end - word.start == 4;
        word.shape == Shape::Other && !year || WORDS.not_before_comrade.contains(&word.id)
    });
    let other = words.get(at + 1).is_none_or(|word| {
        word.gap != Gap::Blank || word.shape != Shape::Small || WORDS.not_behind_comrade.contains(&word.id)
    });
    !counted && !other
}
