//! A stretch of text that names a person -> who it is, and how named.

use std::ops::Range;

use serde::{Deserialize, Serialize};

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
