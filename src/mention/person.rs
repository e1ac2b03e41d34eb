//! Text to people: the stretches that name a person, resolved to canonical names.
//!
//! Only the text itself and the tables in `data` are evidence: what stands in another text changes
//! nothing. Ranges hold the name alone, without title or office.

mod candidate;
mod canonical;
mod collation;
mod letter;
mod lexicon;
mod likeness;
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
pub use self::query::{QueryName, find_in_query, office_at};

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
}

impl NameKind {
    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Short => "short",
            Self::Unresolved => "unresolved",
            Self::Alias => "alias",
        }
    }
}

/// All people that `text` names, in order; `taken` are stretches that are something else already
/// (dates, document numbers), in order too.
pub fn find(text: &str, taken: &[Range<usize>]) -> Vec<PersonMention> {
    let words = words::read(text);
    let candidates = candidate::sweep(text, &words);
    let mut people = settle::settle(text, &words.list, candidates);
    people.retain(|candidate| {
        let range = words.list[candidate.start].start..words.list[candidate.end - 1].end;
        let next = taken.partition_point(|taken| taken.end <= range.start);
        taken.get(next).is_none_or(|taken| taken.start >= range.end)
    });
    let mut mentions = resolve::resolve(text, &words.list, &people);
    role::note(text, &words.list, &people, &mut mentions);
    mentions
}
