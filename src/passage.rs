//! A document to its passages: slices of its text, in order, that lose no letter.

mod division;
mod footnote;
mod head;
mod heading;
mod letter;
mod line;
mod mark;
mod pack;
mod section;
mod sentence;
mod syllables;
mod title;

use crate::corpus::Document;

#[cfg(feature = "cli")]
pub(crate) use self::division::Kind;
pub use self::division::{Division, Limits, Passage};
use self::footnote::Note;
use self::heading::Heading;
use self::line::{Block, Line};
use self::section::Divider;

/// Cuts a document into passages, in time linear in its length.
#[must_use]
pub fn divide(document: &Document, limits: &Limits) -> Division {
    let text = document.text.as_str();
    let lines = line::read(text);
    let blocks = join(document, &lines);
    let notes = footnote::find(text, &blocks);
    let headings = heading::find(document, &blocks);
    let opening = head::read(document, &blocks, &headings);
    let given = document.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    let title = given.map_or(opening.title.clone(), str::to_owned);

    let mut divider = Divider::new(text, &lines, limits, &title);
    let mut parts = Parts { blocks: &blocks, headings: &headings, notes: &notes };
    let mut at = 0;
    while at < blocks.len() {
        at = if let Some(note) = parts.note_at(at) {
            divider.note(&blocks[at..note.end], note.marked);
            note.end
        } else if at < opening.head {
            divider.paragraph(&blocks[at]);
            if at + 1 == opening.head {
                divider.close();
            }
            at + 1
        } else if let Some(heading) = parts.heading_at(at) {
            divider.heading(&blocks[at..heading.end], heading);
            if heading.leads {
                divider.paragraph(&blocks[at]);
            }
            heading.end
        } else if opening.line == Some(at) {
            divider.title_line(&blocks[at]);
            at + 1
        } else {
            divider.paragraph(&blocks[at]);
            at + 1
        };
    }
    let mut passages = divider.finish();
    if !document.about.is_empty() {
        for passage in &mut passages {
            passage.section = document.about.iter().chain(passage.section.iter()).cloned().collect();
        }
    }
    Division { title, passages }
}

fn join(document: &Document, lines: &[Line]) -> Vec<Block> {
    let mut marked: Vec<usize> = document.headings.iter().map(|heading| heading.line).collect();
    marked.sort_unstable();
    line::join(&document.text, lines, |number| !marked.is_empty() && marked.binary_search(&(number as usize)).is_ok())
}

/// The headings and notes that are still to come.
struct Parts<'a> {
    blocks: &'a [Block],
    headings: &'a [Heading],
    notes: &'a [Note],
}

impl<'a> Parts<'a> {
    fn note_at(&mut self, at: usize) -> Option<&'a Note> {
        let (note, rest) = self.notes.split_first()?;
        if note.first != at {
            return None;
        }
        self.notes = rest;
        debug_assert!(note.end > at && note.end <= self.blocks.len());
        Some(note)
    }

    /// The heading that starts at this block and runs into no note.
    fn heading_at(&mut self, at: usize) -> Option<&'a Heading> {
        let passed = self.headings.partition_point(|heading| heading.first < at);
        self.headings = &self.headings[passed..];
        let heading = self.headings.first().filter(|heading| heading.first == at)?;
        let free = self.notes.first().is_none_or(|note| heading.end <= note.first);
        free.then_some(heading)
    }
}

#[cfg(test)]
mod tests;
