//! Text to people: the stretches that name a person, resolved to canonical names.
//!
//! A person is what the text itself and the tables in `data` tell to be one. What only looks like a name is
//! told apart as possible: it is a person if another text knows the name, which the index sees when it is asked.
//! So a text that names other people changes nothing. Ranges hold the name alone, without title or office.

mod byline;
mod called;
mod candidate;
mod canonical;
mod collation;
mod letter;
mod lexicon;
mod likeness;
mod pinyin;
mod query;
mod resolve;
mod role;
mod settle;
mod surroundings;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use serde::{Deserialize, Serialize};

pub use self::canonical::canonical;
pub use self::collation::collation_key;
pub use self::likeness::{Likeness, likeness};
pub use self::query::{QueryName, find_in_query, office_at, well_known};

/// A stretch of text that names a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonMention {
    /// Bytes of the name alone, without title and office.
    pub range: Range<usize>,
    /// The canonical name: NFC, one blank between syllables, title case; of a short form the full name
    /// it stands for.
    pub name: String,
    /// How the name is written.
    pub kind: NameKind,
    /// The other name of the person that stands here, spelled as canonical names are, of an alias.
    pub written: Option<String>,
    /// The office that the words around give the person, as it stands in the text but on one line and
    /// without markup.
    pub role: Option<String>,
    /// The full names that fit a short form where more than one does; `name` is then the short form.
    pub rivals: Vec<String>,
}

/// How a person is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NameKind {
    /// By family and given name.
    Full,
    /// By the given name, or middle and given name, of a full name in the same text.
    Short,
    /// By a given name that no full name of the text fits, or more than one.
    Unresolved,
    /// By another name: `Bác Hồ`, `Lê-nin`, the name behind `tức`.
    Alias,
    /// By what may be a full name, and is one if another text says so.
    Possible,
}

impl NameKind {
    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Short => "short",
            Self::Unresolved => "unresolved",
            Self::Alias => "alias",
            Self::Possible => "possible",
        }
    }
}

/// What a text says of people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// Those whom it names, in order.
    pub named: Vec<PersonMention>,
    /// What looks like a name, with nothing in the text that says so; in order.
    pub possible: Vec<PersonMention>,
}

/// All people that `text` names, in order; `taken` are stretches that are something else already
/// (dates, document numbers), in order too.
pub fn find(text: &str, taken: &[Range<usize>]) -> Vec<PersonMention> {
    read(text, taken).named
}

/// All people that `text` names or may name; `taken` as in [`find`].
pub fn read(text: &str, taken: &[Range<usize>]) -> People {
    let words = words::read(text);
    let candidates = candidate::sweep(text, &words);
    let settle::Settled { mut people, mut possible } = settle::settle(text, &words.list, candidates);
    let free = |candidate: &candidate::Candidate| {
        let range = words.list[candidate.start].start..words.list[candidate.end - 1].end;
        let next = taken.partition_point(|taken| taken.end <= range.start);
        taken.get(next).is_none_or(|taken| taken.start >= range.end)
    };
    people.retain(free);
    possible.retain(free);
    let mut named = resolve::resolve(text, &words.list, &people);
    role::note(text, &words.list, &people, &mut named);
    People { named, possible: resolve::possible(text, &words.list, &possible) }
}
