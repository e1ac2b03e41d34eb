//! An office that the words around give a person.

use std::ops::Range;

/// An office that the text gives a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Post {
    /// The person, by the index among those named.
    pub person: usize,
    /// Bytes of the office alone.
    pub range: Range<usize>,
    /// How the text gives it.
    pub how: How,
    /// Where what gives it begins, in bytes: the verb, the first office of a list.
    pub start: usize,
    /// Bytes of the body that a bare `ủy viên` belongs to, where its sentence names it before: `Bộ Chính trị gồm 7 ủy viên`.
    pub of: Option<Range<usize>>,
    /// The rule that says whose it is.
    pub rule: &'static str,
    /// Whether `kiêm` joins it to the one before, so that both have one time.
    pub joined: bool,
}

/// How a text gives an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// It stands beside the name: `ông A, Chủ tịch B`.
    Beside,
    /// Somebody takes it: `ông được bầu làm Chủ tịch B`.
    Taken,
    /// Somebody has it: `ông là Chủ tịch B`, `từng là`, `vẫn là`.
    Had,
    /// Somebody leaves it: `ông thôi giữ chức Chủ tịch B`.
    Left,
    /// It heads a line of a career behind its time: `1998 - 2003: Chủ tịch B`.
    Line,
    /// It is a line of a table above its term.
    Term,
}

impl How {
    /// The verdict of `inspect mentions`.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Beside => "beside",
            Self::Taken => "taken",
            Self::Had => "had",
            Self::Left => "left",
            Self::Line => "line",
            Self::Term => "term",
        }
    }
}
