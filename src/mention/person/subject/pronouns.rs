//! Words that stand for the person who is spoken of, and words around names and pronouns that tell otherwise.

use std::sync::LazyLock;

use crate::mention::lists::{
    EVENT_HEADS, KILLS, KIN_GOES_ON, KIN_HEADS, NO_PRONOUN, NOT_BEFORE_COMRADE, NOT_BEHIND_COMRADE, NOT_BEHIND_TEACHER,
    OBLIQUE, PRONOUNS_ANY, PRONOUNS_HE, PRONOUNS_SHE,
};
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
pub(crate) fn pronouns() -> impl Iterator<Item = (&'static str, Sex)> {
    let all = [(PRONOUNS_HE, Sex::He), (PRONOUNS_SHE, Sex::She), (PRONOUNS_ANY, Sex::Any)];
    all.into_iter().flat_map(|(words, sex)| words.iter().map(move |word| (*word, sex)))
}

/// The words above as words of the lexicon.
pub(super) struct Words {
    pub(super) pronouns: Vec<(Id, Sex)>,
    pub(super) no_pronoun: Vec<Id>,
    pub(super) oblique: Vec<Id>,
    pub(super) kills: Vec<Id>,
    pub(super) event_heads: Vec<Id>,
    pub(super) kin_heads: Vec<Id>,
    pub(super) kin_goes_on: Vec<Id>,
    pub(super) when: Id,
    pub(super) teacher: Id,
    pub(super) not_behind_teacher: Vec<Id>,
    pub(super) comrade: [Option<Id>; 2],
    pub(super) short_comrade: Option<Id>,
    pub(super) not_before_comrade: Vec<Id>,
    pub(super) not_behind_comrade: Vec<Id>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let lexicon = Lexicon::get();
    let ids = |list: &[&str]| list.iter().filter_map(|word| lexicon.by_spelling(word)).collect();
    let pronouns = pronouns().filter_map(|(word, sex)| Some((lexicon.by_spelling(word)?, sex))).collect();
    Words {
        pronouns,
        no_pronoun: ids(NO_PRONOUN),
        oblique: ids(OBLIQUE),
        kills: ids(KILLS),
        event_heads: ids(EVENT_HEADS),
        kin_heads: ids(KIN_HEADS),
        kin_goes_on: ids(KIN_GOES_ON),
        when: lexicon.by_spelling("khi").unwrap_or(Id::NONE),
        teacher: lexicon.by_spelling("thầy").unwrap_or(Id::NONE),
        not_behind_teacher: ids(NOT_BEHIND_TEACHER),
        comrade: ["đồng", "chí"].map(|word| lexicon.by_spelling(word)),
        short_comrade: lexicon.by_spelling("đ/c"),
        not_before_comrade: ids(NOT_BEFORE_COMRADE),
        not_behind_comrade: ids(NOT_BEHIND_COMRADE),
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

/// Whether a word is `thầy` by itself: not `các thầy`, `thầy giáo`.
pub(super) fn is_teacher(words: &[Word], at: usize) -> bool {
    let joined = |word: &Word| matches!(word.gap, Gap::Blank | Gap::Line);
    let word = &words[at];
    let before = at.checked_sub(1).map(|before| &words[before]).filter(|_| joined(word));
    let other = words.get(at + 1).is_some_and(|next| joined(next) && WORDS.not_behind_teacher.contains(&next.id));
    word.id == WORDS.teacher
        && WORDS.teacher != Id::NONE
        && before.is_none_or(|before| !WORDS.not_before_comrade.contains(&before.id))
        && !other
}
