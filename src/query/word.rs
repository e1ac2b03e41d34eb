//! A word of a query as it was typed, and what of the query it is part of.

use crate::text::has_marks;

/// What of a reading a word is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// One of its numbers.
    Number(usize),
    /// One of its dates.
    Date(usize),
    /// One of its people.
    Person(usize),
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it begins in what was typed side by side, in bytes.
    pub(super) start: usize,
    /// As it was typed.
    pub typed: String,
    /// Its exact form.
    pub exact: String,
    /// Its folded form.
    pub folded: String,
    /// Where it was typed without diacritics in a query that has none, the exact form that is likely meant.
    pub meant: Option<String>,
    /// Whether it says nothing about what is looked for.
    pub stop: bool,
    /// Whether it only names the law that is asked of.
    pub source: bool,
    /// Whether its capital tells that it is part of a name.
    pub named: bool,
    /// Whether a sign before it ends another clause.
    pub opens: bool,
    /// The mention that it is part of.
    pub(crate) part: Option<Part>,
}

impl Word {
    /// Whether it was typed with any diacritic.
    pub fn marked(&self) -> bool {
        has_marks(&self.exact)
    }
}
