//! Runs, breaks, rows and notes of an office document -> its [`Content`].
//!
//! Neighboring runs of one font are decoded as one, because old fonts make letters of two signs.

use std::collections::HashSet;

use super::content::Content;
use super::legacy::{FontUses, Legacy, by_font, decode_in_font};
use super::lines::{Lines, collapse};
use super::room::{Room, push};
use super::unreadable::Unreadable;

const CELL_GAP: &str = " | ";
const MAX_LEVEL: u8 = 6;

/// More characters do not fit on a page of an office for certain, so that there must be breaks that
/// the file does not tell.
const PAGE_CHARS: usize = 2500;

/// A document under way.
///
/// A footnote is a mark `[1]` in the text and a line `[1] …` at the end of the document; footnotes
/// and endnotes are counted as one.
pub(super) struct Story {
    room: Room,
    lines: Lines,
    font: String,
    run: String,
    fonts: FontUses,
    notes: Vec<String>,
    /// The text while a note is written, and how many notes are open in it.
    outer: Option<Lines>,
    note_depth: usize,
    /// The lines that stand on every page, so far.
    heads: HashSet<String>,
    /// Whether the file tells every page as it was last laid out, not only the breaks that were set.
    is_laid_out: bool,
}

impl Story {
    /// One that takes no more than there is room for.
    pub fn within(room: Room) -> Self {
        Self {
            lines: Lines::with_cell_gap(room.clone(), CELL_GAP),
            room,
            font: String::new(),
            run: String::new(),
            fonts: FontUses::default(),
            notes: Vec::new(),
            outer: None,
            note_depth: 0,
            heads: HashSet::new(),
            is_laid_out: false,
        }
    }

    /// Text as it stands in a font; tabs and line ends are blanks.
    pub fn text(&mut self, font: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        if font != self.font {
            self.flush();
            font.clone_into(&mut self.font);
        }
        self.run.push_str(text);
    }

    pub fn start_paragraph(&mut self, level: Option<u8>) {
        self.flush();
        match level {
            // A heading in a note is none of the document.
            Some(level) if self.note_depth == 0 => self.lines.open_heading(level.clamp(1, MAX_LEVEL)),
            _ => self.lines.block(1),
        }
    }

    pub fn end_paragraph(&mut self, level: Option<u8>) {
        self.flush();
        if level.is_some() && self.note_depth == 0 {
            self.lines.close_heading();
        }
        self.lines.block(1);
    }

    pub fn line_break(&mut self) {
        self.flush();
        self.lines.line_break();
    }

    pub fn start_page(&mut self) {
        self.flush();
        if self.note_depth == 0 {
            self.lines.start_page();
        }
    }

    /// Starts a page where the text has run over in the layout that the file tells.
    pub fn start_laid_out_page(&mut self) {
        self.is_laid_out = true;
        self.start_page();
    }

    /// Starts a page, even if the one before is empty.
    pub fn start_every_page(&mut self) {
        self.is_laid_out = true;
        self.flush();
        self.lines.start_every_page();
    }

    /// What stands on every page: each line once, unless it holds no letter.
    pub fn write_heads(&mut self, text: &str) {
        for line in text.lines().filter(|line| line.chars().any(char::is_alphabetic)) {
            if self.heads.insert(line.to_owned()) {
                self.start_paragraph(None);
                self.text("", line);
                self.end_paragraph(None);
            }
        }
    }

    /// A picture stands here.
    pub fn picture(&mut self) {
        self.flush();
        if self.note_depth == 0 {
            self.lines.picture();
        }
    }

    /// Leaves a line blank.
    pub fn gap(&mut self) {
        self.flush();
        self.lines.block(2);
    }

    pub fn open_table(&mut self) {
        self.flush();
        self.lines.open_table();
    }

    pub fn close_table(&mut self) {
        self.flush();
        self.lines.close_table();
    }

    pub fn open_row(&mut self) {
        self.flush();
        self.lines.open_row();
    }

    pub fn open_cell(&mut self) {
        self.flush();
        self.lines.open_cell();
    }

    pub fn close_row(&mut self) {
        self.flush();
        self.lines.close_row();
    }

    /// Text that is raised above its line, as it stands in a font.
    pub fn raised(&mut self, font: &str, text: &str) {
        self.flush();
        self.lines.raised(&decode_in_font(font, text, &mut self.fonts));
    }

    /// A hyphen that shows only where a line ends; in a font of TCVN3 its place is that of a letter.
    pub fn soft_hyphen(&mut self, font: &str) {
        if by_font(font).is_some_and(Legacy::is_tcvn3) {
            self.text(font, "\u{AD}");
        }
    }

    /// Sets the mark of a note whose text follows later; none if there are too many.
    pub fn mark_note(&mut self) -> Option<usize> {
        if !push(&mut self.notes, String::new()) {
            return None;
        }
        let number = self.notes.len();
        self.mark_note_again(number);
        Some(number)
    }

    /// Sets the mark of a note that has one.
    pub fn mark_note_again(&mut self, number: usize) {
        self.text("", &format!("[{number}]"));
    }

    pub fn set_note(&mut self, number: usize, text: &str) {
        if let Some(note) = self.notes.get_mut(number - 1).filter(|_| self.room.take(text.len())) {
            *note = collapse(text);
        }
    }

    /// Sets a mark; what follows is the text of the note until it is closed.
    pub fn open_note(&mut self) {
        self.note_depth += 1;
        if self.note_depth == 1 && self.mark_note().is_some() {
            self.flush();
            let note = Lines::with_cell_gap(self.room.clone(), CELL_GAP);
            self.outer = Some(std::mem::replace(&mut self.lines, note));
        }
    }

    pub fn close_note(&mut self) {
        self.flush();
        self.note_depth = self.note_depth.saturating_sub(1);
        if let Some(outer) = self.outer.take_if(|_| self.note_depth == 0) {
            let note = std::mem::replace(&mut self.lines, outer);
            // without room for it the whole is refused
            if let (Some(text), Ok(laid)) = (self.notes.last_mut(), note.finish()) {
                *text = collapse(&laid.text);
            }
        }
    }

    /// The text alone.
    ///
    /// # Errors
    /// As of [`Self::finish`].
    pub fn into_text(self) -> Result<String, Unreadable> {
        Ok(self.finish()?.text)
    }

    /// The text with its notes, and what is known of it.
    ///
    /// # Errors
    /// There was not room for all of it.
    pub fn finish(mut self) -> Result<Content, Unreadable> {
        if self.note_depth > 0 {
            self.note_depth = 1;
            self.close_note();
        }
        self.flush();
        self.lines.close_tables();
        for (number, note) in (1..).zip(std::mem::take(&mut self.notes)).filter(|(_, note)| !note.is_empty()) {
            self.lines.block(1);
            self.lines.text(&format!("[{number}] {note}"));
        }
        let laid = self.lines.finish()?;
        let mut pages = laid.pages;
        if !pages.is_empty() && pages.first() != Some(&1) {
            pages.insert(0, 1);
        }
        if !self.is_laid_out && !fits(&laid.text, &pages) {
            pages.clear();
        }
        let fonts = self.fonts.finish();
        Ok(Content { text: laid.text, headings: laid.headings, pages, fonts, ..Content::default() })
    }

    fn flush(&mut self) {
        if self.run.is_empty() {
            return;
        }
        if self.run.contains(is_odd) {
            // an old font shows its letters in the same area as a font of signs
            let is_old = by_font(&self.font).is_some();
            let printed = |c| if is_old && is_private(c) { Some(c) } else { printed(c) };
            self.run = self.run.chars().filter_map(printed).collect();
        }
        self.lines.text(&decode_in_font(&self.font, &self.run, &mut self.fonts));
        self.run.clear();
    }
}

/// Whether the text between the breaks fits on one page each.
fn fits(text: &str, pages: &[usize]) -> bool {
    let (mut page, mut chars) = (0, 0);
    (1..).zip(text.split('\n')).all(|(number, line)| {
        while pages.get(page).is_some_and(|&first| first <= number) {
            (page, chars) = (page + 1, 0);
        }
        chars += line.chars().count();
        chars <= PAGE_CHARS
    })
}

fn is_odd(c: char) -> bool {
    c.is_control() || is_private(c)
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}')
}

/// Control characters are remains of objects; private ones are signs in fonts of signs.
fn printed(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' => Some(' '),
        '\u{F0B7}' | '\u{F0A7}' => Some('•'),
        '\u{F0A8}' | '\u{F06F}' | '\u{F071}' => Some('☐'),
        '\u{F0FE}' | '\u{F052}' => Some('☑'),
        '\u{E000}'..='\u{F8FF}' => Some(' '),
        c => (!c.is_control()).then_some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::limits::Limits;

    #[test]
    fn pages_are_told_only_where_all_breaks_are() {
        let check = |lines: usize, is_laid_out: bool, expected: &[usize]| {
            let mut story = Story::within(Room::of(&Limits::default()));
            for page in 0..2 {
                if page > 0 && is_laid_out {
                    story.start_laid_out_page();
                } else if page > 0 {
                    story.start_page();
                }
                for _ in 0..lines {
                    story.start_paragraph(None);
                    story.text("", &"a".repeat(100));
                }
            }
            assert_eq!(story.finish().unwrap().pages, expected, "{lines}");
        };
        check(25, false, &[1, 26]);
        check(26, false, &[]);
        check(26, true, &[1, 27]);
    }

    #[test]
    fn a_text_that_is_repeated_has_a_limit() {
        let check = |write: fn(&mut Story)| {
            let limits = Limits { max_file_bytes: 1000, ..Limits::default() };
            let outcome = |times: usize| {
                let mut story = Story::within(Room::of(&limits));
                (0..times).for_each(|_| write(&mut story));
                story.finish()
            };
            assert!(outcome(5).is_ok());
            assert!(matches!(outcome(500), Err(Unreadable::UnpacksTooLarge { limit: 1000 })));
        };
        check(|story| story.text("", "một hai "));
        check(|story| {
            let number = story.mark_note().unwrap();
            story.set_note(number, "một hai ba bốn năm");
        });
        check(|story| {
            story.open_note();
            story.text("", "một hai ba bốn năm");
            story.close_note();
        });
    }
}
