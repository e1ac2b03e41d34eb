//! The characters of a document with their formatting -> a [`Story`].

use std::collections::HashSet;

use crate::corpus::content::Content;
use crate::corpus::fields::Fields;
use crate::corpus::oddity::Oddity;
use crate::corpus::room::Room;
use crate::corpus::story::Story;
use crate::corpus::unreadable::Unreadable;

use super::bytes::u32_at;
use super::lists::Lists;
use super::pieces::Pieces;
use super::runs::{Characters, Paragraph, Paragraphs};
use super::styles::Styles;

/// Characters that stand for something else.
const NOTE: u16 = 0x02;
const CELL: u16 = 0x07;
const TAB: u16 = 0x09;
const LINE: u16 = 0x0B;
const PAGE: u16 = 0x0C;
const PARAGRAPH: u16 = 0x0D;
const COLUMN: u16 = 0x0E;
const FIELD: u16 = 0x13;
const FIELD_RESULT: u16 = 0x14;
const FIELD_END: u16 = 0x15;
const HYPHEN: u16 = 0x1E;
const SOFT_HYPHEN: u16 = 0x1F;

/// A stretch of the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Range {
    pub start: usize,
    pub end: usize,
}

/// The stories of a document that are read.
pub(super) struct Stories {
    pub text: Range,
    footnotes: Range,
    endnotes: Range,
    boxes: Range,
}

impl Stories {
    /// Those whose lengths stand from a place on: text, footnotes, headers, macros, comments, endnotes, text boxes. One
    /// lies behind the other.
    pub fn read(main: &[u8], lengths_at: usize) -> Self {
        let mut start = 0_usize;
        let [text, footnotes, _, _, _, endnotes, boxes] = [0, 1, 2, 3, 4, 5, 6].map(|number| {
            let length = u32_at(main, lengths_at + 4 * number).unwrap_or(0) as usize;
            let range = Range { start, end: start.saturating_add(length) };
            start = range.end;
            range
        });
        Self { text, footnotes, endnotes, boxes }
    }
}

/// Where footnotes and endnotes are marked.
#[derive(Default)]
pub(super) struct Notes {
    footnotes: HashSet<usize>,
    endnotes: HashSet<usize>,
}

impl Notes {
    pub fn read(footnotes: &[u8], endnotes: &[u8]) -> Self {
        let positions = |table: &[u8]| {
            let count = table.len().saturating_sub(4) / 6;
            (0..count).filter_map(|index| u32_at(table, index * 4)).map(|position| position as usize).collect()
        };
        Self { footnotes: positions(footnotes), endnotes: positions(endnotes) }
    }
}

/// A document under way.
pub(super) struct Writer<'a> {
    pieces: &'a Pieces<'a>,
    styles: &'a Styles,
    characters: &'a Characters,
    paragraphs: &'a Paragraphs,
    lists: Lists,
    /// The number of the paragraph in its list, until its first text comes.
    number: String,
    story: Story,
    room: Room,
    /// The numbers of the marks of footnotes and endnotes, in order.
    footnotes: Vec<usize>,
    endnotes: Vec<usize>,
    in_table: bool,
    in_row: bool,
    has_begun: bool,
    fields: Fields,
    level: Option<u8>,
}

impl<'a> Writer<'a> {
    pub fn new(
        pieces: &'a Pieces<'a>,
        styles: &'a Styles,
        characters: &'a Characters,
        paragraphs: &'a Paragraphs,
        lists: Lists,
        room: Room,
    ) -> Self {
        Self {
            pieces,
            styles,
            characters,
            paragraphs,
            lists,
            number: String::new(),
            story: Story::within(room.clone()),
            room,
            footnotes: Vec::new(),
            endnotes: Vec::new(),
            in_table: false,
            in_row: false,
            has_begun: false,
            fields: Fields::default(),
            level: None,
        }
    }

    /// Writes all stories.
    ///
    /// # Errors
    /// There was not room for all of it.
    pub fn write_all(mut self, stories: &Stories, notes: &Notes) -> Result<Content, Unreadable> {
        self.write(stories.text, notes);
        self.write(stories.boxes, &Notes::default());
        self.write_notes(stories.footnotes, stories.endnotes)?;
        let is_whole = self.pieces.covers(stories.text.end);
        let mut content = self.story.finish()?;
        content.notices.extend((!is_whole).then_some(Oddity::BreaksOff));
        Ok(content)
    }

    /// Writes a stretch of the document.
    fn write(&mut self, range: Range, notes: &Notes) {
        let (mut run_hint, mut paragraph_hint) = (0, 0);
        let mut text = String::new();
        let mut high = None;
        let (pieces, styles) = (self.pieces, self.styles);
        for (position, place, unit) in pieces.units(range.start, range.end) {
            let run = self.characters.at(place, &mut run_hint);
            let paragraph = self.paragraphs.at(place, &mut paragraph_hint);
            let is_shown = !run.is_deleted && !styles.is_hidden(run, paragraph.style);
            if unit < 0x20 {
                high = None;
                if unit == SOFT_HYPHEN && is_shown && !self.fields.in_code() {
                    self.begin(paragraph);
                    self.story.soft_hyphen(styles.font(run, paragraph.style));
                } else if is_shown || matches!(unit, FIELD..=FIELD_END | CELL) {
                    self.control(unit, position, paragraph, notes);
                }
                continue;
            }
            let pair = [high.take().unwrap_or(unit), unit];
            if (0xD800..0xDC00).contains(&unit) {
                high = Some(unit);
                continue;
            }
            let units = if pair[0] == unit { &pair[1..] } else { &pair[..] };
            if is_shown && !self.fields.in_code() {
                self.begin(paragraph);
                text.clear();
                text.extend(char::decode_utf16(units.iter().copied()).flatten());
                if !self.number.is_empty() && !text.trim().is_empty() {
                    let number = std::mem::take(&mut self.number);
                    self.story.text("", &format!("{number} "));
                }
                let font = styles.font(run, paragraph.style);
                if styles.is_raised(run, paragraph.style) {
                    self.story.raised(font, &text);
                } else {
                    self.story.text(font, &text);
                }
            }
        }
        self.end_paragraph();
        self.fields = Fields::default();
        self.end_table();
    }

    /// Writes the texts of the notes, each from its mark to the next.
    ///
    /// # Errors
    /// There is not room for all of them.
    fn write_notes(&mut self, footnotes: Range, endnotes: Range) -> Result<(), Unreadable> {
        for (range, numbers) in
            [(footnotes, std::mem::take(&mut self.footnotes)), (endnotes, std::mem::take(&mut self.endnotes))]
        {
            let (lists, room) = (Lists::default(), self.room.clone());
            let mut writer = Writer::new(self.pieces, self.styles, self.characters, self.paragraphs, lists, room);
            let mut starts: Vec<usize> =
                self.pieces.units(range.start, range.end).filter(|unit| unit.2 == NOTE).map(|unit| unit.0).collect();
            starts.push(range.end);
            for (number, note) in numbers.into_iter().zip(starts.windows(2)) {
                writer.write(Range { start: note[0], end: note[1] }, &Notes::default());
                let story = std::mem::replace(&mut writer.story, Story::within(self.room.clone()));
                self.story.set_note(number, &story.into_text()?);
            }
        }
        Ok(())
    }

    fn control(&mut self, unit: u16, position: usize, paragraph: Paragraph, notes: &Notes) {
        match unit {
            FIELD => self.fields.begin(),
            FIELD_RESULT => self.fields.begin_result(),
            FIELD_END => self.fields.end(),
            _ if self.fields.in_code() => {}
            NOTE if notes.footnotes.contains(&position) => {
                self.begin(paragraph);
                self.footnotes.extend(self.story.mark_note());
            }
            NOTE if notes.endnotes.contains(&position) => {
                self.begin(paragraph);
                self.endnotes.extend(self.story.mark_note());
            }
            PARAGRAPH => {
                self.begin(paragraph);
                self.end_paragraph();
            }
            CELL if paragraph.ends_row => {
                self.end_paragraph();
                if std::mem::take(&mut self.in_row) {
                    self.story.close_row();
                }
            }
            CELL => {
                self.begin(paragraph);
                self.end_paragraph();
                if self.in_row {
                    self.story.open_cell();
                }
            }
            TAB => self.story.text("", " "),
            LINE | COLUMN => self.story.line_break(),
            PAGE => {
                self.end_paragraph();
                self.story.start_page();
            }
            HYPHEN => self.story.text("", "-"),
            _ => {}
        }
    }

    /// Opens what the first character of a paragraph stands in.
    fn begin(&mut self, paragraph: Paragraph) {
        if self.has_begun {
            return;
        }
        self.has_begun = true;
        if !paragraph.in_table {
            self.end_table();
        } else if !self.in_row {
            if !std::mem::replace(&mut self.in_table, true) {
                self.story.open_table();
            }
            self.in_row = true;
            self.story.open_row();
            self.story.open_cell();
        }
        if paragraph.starts_page {
            self.story.start_page();
        }
        let outline = paragraph.outline.or_else(|| self.styles.outline(paragraph.style));
        self.level = outline.filter(|&outline| outline < 9).map(|outline| outline + 1);
        self.story.start_paragraph(self.level);
        let (list, level) = self.styles.list(paragraph.style);
        let level = paragraph.list_level.or(level).unwrap_or(0);
        self.number = paragraph.list.or(list).map(|list| self.lists.next(list, level)).unwrap_or_default();
    }

    fn end_paragraph(&mut self) {
        self.story.end_paragraph(self.level.take());
        self.has_begun = false;
    }

    fn end_table(&mut self) {
        if std::mem::take(&mut self.in_table) {
            self.in_row = false;
            self.story.close_table();
        }
    }
}
