//! A passage as it is kept, and what it is called by.

use crate::mention::Mentions;

/// What a passage is, in whatever index: puts passages of equal score in one fixed order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PassageId {
    /// A hash of the document's id and file.
    pub document: u64,
    /// Which of its passages this is, from 0.
    pub ordinal: u64,
}

/// Where a snapshot keeps a passage: of no meaning to others than that snapshot, but neighbors are in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Handle(pub(super) u128);

/// A passage as the index keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredPassage {
    /// The document's id.
    pub doc: String,
    /// The path of the file that the document comes from.
    pub file: String,
    /// The document's title, empty if it has none.
    pub title: String,
    /// The headings above the passage, outermost first.
    pub section: Vec<String>,
    /// First and last line in the decoded source, from 1.
    pub lines: (u32, u32),
    /// The page of its first line, and each other that starts in it with its first line, both from
    /// 1: line, page. Empty where pages are not known.
    pub pages: Vec<(u32, u32)>,
    /// The passage, as it stands in the decoded source.
    pub text: String,
    /// The mentions in it, as the whole document shows them; their ranges are bytes of the text.
    pub mentions: Mentions,
    /// Other documents that hold the same and are not indexed again; for a line of JSON Lines the
    /// other files.
    pub also: Vec<String>,
}

impl StoredPassage {
    /// The page on which a line (from 1) of the passage begins, from 1; `None` where pages are not
    /// known.
    pub fn page_of(&self, line: u32) -> Option<u32> {
        let later = self.pages.partition_point(|&(first, _)| first <= line);
        self.pages[..later].last().map(|&(_, page)| page)
    }

    /// The line of the source in which a byte of the text stands, from 1.
    pub fn line_of(&self, offset: usize) -> u32 {
        let before = &self.text.as_bytes()[..offset.min(self.text.len())];
        self.lines.0.saturating_add(before.iter().filter(|&&byte| byte == b'\n').count() as u32)
    }
}
