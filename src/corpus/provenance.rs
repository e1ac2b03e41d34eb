//! A document -> how it was read.

use super::decision::Decision;
use super::oddity::Oddity;

/// How a document was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The format that it was read as, by its first extension; empty if nobody tells.
    pub format: &'static str,
    /// Whether it was read in a process of its own.
    pub is_apart: bool,
    /// The encoding and why it was taken; `None` where the format itself tells the letters.
    pub decision: Option<Decision>,
    /// Fonts of old encodings whose letters were read.
    pub fonts: Vec<FontUse>,
    /// How many pages were recognized from pictures.
    pub recognized_pages: usize,
    /// What is odd about it.
    pub notices: Vec<Oddity>,
}

/// A font of an old encoding and how much of a document stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontUse {
    /// The name of the font.
    pub font: String,
    /// The encoding that its letters were read in.
    pub encoding: &'static str,
    /// How many letters were read so.
    pub letters: usize,
}
