//! What a document is cut into, and how long the parts are.

use std::ops::Range;
use std::sync::Arc;

/// A document cut into passages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Division {
    /// The document's own title, else its first marked heading, else the first
    /// lines of its text that look like one, else empty.
    pub title: String,
    /// The passages in the order of the text; together they hold every
    /// character of it that is no white space.
    pub passages: Vec<Passage>,
}

/// The unit that is ranked and shown (đoạn): a paragraph, a part of one, or
/// several short ones of one section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Bytes of the document's text, without white space at either end.
    pub range: Range<usize>,
    /// First and last line of the source, 1-based.
    pub lines: (u32, u32),
    /// The headings above it, outermost first, without those it holds itself
    /// and without the title of the document.
    pub section: Arc<[String]>,
    /// Running text or footnote.
    pub kind: Kind,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Running text, headings, lists, tables.
    Body,
    /// A footnote (chú thích) at the end of the document.
    Footnote,
}

/// How long passages are, in syllables: runs between white space that hold a
/// letter or digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// A paragraph of so many syllables stands alone; shorter neighbors are merged.
    pub min_syllables: u32,
    /// A longer paragraph is cut. Short tails may go beyond it by less than 25,
    /// and a name, date or number is never cut.
    pub max_syllables: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { min_syllables: 60, max_syllables: 120 }
    }
}
