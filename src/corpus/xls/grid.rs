//! The records of a sheet -> its rows as they are shown, each with its comments.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::corpus::bytes::{f64_at, u16_at, u32_at};
use crate::corpus::room::insert;
use crate::corpus::sheet::{Format, Sheets, Value};

use super::book::Book;
use super::records::{BOF, CONTINUE, Chunks, EOF, Record, Records, Text};

const NOTE: u16 = 0x1C;
const OBJECT: u16 = 0x5D;
const BOX: u16 = 0x01B6;
const MANY_RK: u16 = 0xBD;
const SHARED_TEXT: u16 = 0xFD;
const FORMULA: [u16; 3] = [0x06, 0x0206, 0x0406];
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const RICH_LABEL: u16 = 0xD6;
const TRUTH_OR_ERROR: u16 = 0x0205;
const FORMULA_TEXT: u16 = 0x0207;
const RK: u16 = 0x027E;

/// Errors that cells show, by number.
const ERRORS: [(u8, &str); 7] = [
    (0x00, "#NULL!"),
    (0x07, "#DIV/0!"),
    (0x0F, "#VALUE!"),
    (0x17, "#REF!"),
    (0x1D, "#NAME?"),
    (0x24, "#NUM!"),
    (0x2A, "#N/A"),
];

/// No cell has this style.
const NO_STYLE: usize = usize::MAX;

/// A cell with its place, from 0.
struct Cell {
    row: u16,
    column: u16,
    style: usize,
    holds: Holds,
}

/// What a cell holds.
enum Holds {
    Number(f64),
    /// A text that cells share, by its number.
    Shared(usize),
    Text(Text),
    Truth(bool),
    Error(u8),
}

/// A sheet under way.
#[derive(Default)]
struct Grid {
    cells: Vec<Cell>,
    /// The row of each comment, by the number of its box.
    notes: HashMap<u16, u16>,
    /// The comments and the row of each.
    comments: Vec<(u16, Text)>,
    /// Boxes of text, each with its number.
    boxes: Vec<(u16, Text)>,
    /// The number of the last object.
    object: u16,
}

/// Writes the rows of the sheet whose records begin at a place.
pub(super) fn read(book: &Book, stream: &[u8], place: usize, sheets: &mut Sheets) {
    let mut grid = Grid::default();
    let mut records = Records::from(stream, place);
    let mut depth = 0_usize;
    while let Some(record) = records.next() {
        match record.kind {
            kind if BOF.contains(&kind) => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            // charts stand within the sheet
            _ if depth > 1 => {}
            BOX => grid.add_box(record, &mut records),
            FORMULA_TEXT => grid.set_formula_text(book, &records.with_more(record)),
            kind => grid.take(book, kind, record.data),
        }
    }
    grid.write(book, sheets);
}

impl Grid {
    fn take(&mut self, book: &Book, kind: u16, data: &[u8]) {
        let holds = match kind {
            NUMBER => f64_at(data, 6).map(Holds::Number),
            RK => u32_at(data, 6).map(|packed| Holds::Number(unpacked(packed))),
            SHARED_TEXT => u32_at(data, 6).map(|number| Holds::Shared(number as usize)),
            LABEL | RICH_LABEL => Some(Holds::Text(book.writing.text(data.get(6..).unwrap_or_default(), 2))),
            TRUTH_OR_ERROR => {
                let is_error = data.get(7).is_some_and(|&is_error| is_error != 0);
                data.get(6).map(|&told| if is_error { Holds::Error(told) } else { Holds::Truth(told != 0) })
            }
            kind if FORMULA.contains(&kind) => result(data),
            MANY_RK => return self.add_many(data),
            NOTE => return self.add_note(book, data),
            OBJECT => {
                self.object = u16_at(data, 6).unwrap_or(0);
                None
            }
            _ => None,
        };
        let place = u16_at(data, 0).zip(u16_at(data, 2)).zip(u16_at(data, 4));
        if let (Some(holds), Some(((row, column), style))) = (holds, place) {
            self.cells.push(Cell { row, column, style: usize::from(style), holds });
        }
    }

    /// Numbers side by side in a row.
    fn add_many(&mut self, data: &[u8]) {
        let (Some(row), Some(first)) = (u16_at(data, 0), u16_at(data, 2)) else { return };
        let numbers = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
        for (number, column) in numbers.as_chunks::<6>().0.iter().zip(first..) {
            let style = usize::from(u16_at(number, 0).unwrap_or(0));
            let holds = Holds::Number(unpacked(u32_at(number, 2).unwrap_or(0)));
            self.cells.push(Cell { row, column, style, holds });
        }
    }

    fn set_formula_text(&mut self, book: &Book, chunks: &[&[u8]]) {
        let text = match book.writing.is_unicode {
            true => Chunks::of(chunks.to_vec()).long_text().unwrap_or_default(),
            false => book.writing.text(&chunks.concat(), 2),
        };
        if let Some(cell) = self.cells.last_mut() {
            cell.holds = Holds::Text(text);
        }
    }

    /// A comment, or in old files a piece of one: the next pieces lie in no row.
    fn add_note(&mut self, book: &Book, data: &[u8]) {
        let (Some(row), Some(told)) = (u16_at(data, 0), u16_at(data, 6)) else { return };
        if book.writing.is_unicode {
            return insert(&mut self.notes, told, row);
        }
        let text = book.writing.text(data.get(4..).unwrap_or_default(), 2).text;
        let text = if text.is_empty() { book.writing.bytes(data.get(6..).unwrap_or_default()) } else { text };
        match self.comments.last_mut().filter(|_| row == u16::MAX) {
            Some((_, comment)) => comment.text.push_str(&text),
            None => self.comments.push((row, Text { text, fonts: Vec::new() })),
        }
    }

    fn add_box(&mut self, record: Record, records: &mut Records) {
        let length = usize::from(u16_at(record.data, 10).unwrap_or(0));
        let mut ahead = records.clone();
        let Some(first) = ahead.next().filter(|next| next.kind == CONTINUE && length > 0) else { return };
        if let Some(text) = Chunks::of(ahead.with_more(first)).text(length) {
            self.boxes.push((self.object, text));
        }
    }

    fn write(mut self, book: &Book, sheets: &mut Sheets) {
        let mut boxes = Vec::new();
        for (number, text) in std::mem::take(&mut self.boxes) {
            match self.notes.get(&number) {
                Some(&row) => self.comments.push((row, text)),
                None => boxes.push(text),
            }
        }
        self.comments.sort_by_key(|(row, _)| *row);
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        let mut comments = self.comments.into_iter().peekable();
        let mut row = 0;
        for cell in &self.cells {
            if cell.row != row {
                sheets.end_row();
                while let Some((_, comment)) = comments.next_if(|(place, _)| *place < cell.row) {
                    sheets.line(borrowed(&runs(book, &comment, NO_STYLE)));
                }
                row = cell.row;
            }
            write_cell(book, cell, sheets);
        }
        for text in comments.map(|(_, text)| text).chain(boxes) {
            sheets.line(borrowed(&runs(book, &text, NO_STYLE)));
        }
    }
}

/// What a formula has given; a text follows in a record of its own.
fn result(data: &[u8]) -> Option<Holds> {
    let told = data.get(6..14)?;
    Some(match (u16_at(told, 6), told[0]) {
        (Some(u16::MAX), 1) => Holds::Truth(told[2] != 0),
        (Some(u16::MAX), 2) => Holds::Error(told[2]),
        (Some(u16::MAX), _) => Holds::Text(Text::default()),
        _ => Holds::Number(f64_at(told, 0)?),
    })
}

/// A number in four bytes.
fn unpacked(packed: u32) -> f64 {
    let number = match packed & 2 {
        0 => f64::from_bits(u64::from(packed & !3) << 32),
        _ => f64::from(packed.cast_signed() >> 2),
    };
    if packed & 1 == 0 { number } else { number / 100.0 }
}

fn write_cell(book: &Book, cell: &Cell, sheets: &mut Sheets) {
    let general = Format::default();
    let format = book.format(cell.style).unwrap_or(&general);
    let mut show = |value: Value| sheets.cell([("", format.show(value, book.is_from_1904).as_str())]);
    match &cell.holds {
        Holds::Number(number) => show(Value::Number(*number)),
        Holds::Truth(truth) => show(Value::Truth(*truth)),
        Holds::Error(number) => {
            let shown = ERRORS.iter().find(|(known, _)| known == number).map_or("", |(_, shown)| shown);
            sheets.cell([("", shown)]);
        }
        Holds::Shared(number) => {
            if let Some(text) = book.texts.get(*number) {
                sheets.cell(borrowed(&runs(book, text, cell.style)));
            }
        }
        Holds::Text(text) => sheets.cell(borrowed(&runs(book, text, cell.style))),
    }
}

/// The stretches of a text in a cell of this style, each with its font.
fn runs<'t>(book: &'t Book, text: &'t Text, style: usize) -> Vec<(&'t str, Cow<'t, str>)> {
    let first = book.font_of(style);
    if text.fonts.is_empty() {
        let shown = book.format(style).map(|format| format.show(Value::Text(&text.text), book.is_from_1904));
        return vec![(book.font(first), shown.map_or(Cow::Borrowed(&text.text), Cow::Owned))];
    }
    let mut runs = Vec::new();
    let (mut rest, mut units, mut font) = (text.text.as_str(), 0, first);
    for &(at, next) in &text.fonts {
        let end = rest
            .char_indices()
            .find(|(_, c)| {
                let is_there = units >= at;
                units += if is_there { 0 } else { c.len_utf16() };
                is_there
            })
            .map_or(rest.len(), |(end, _)| end);
        runs.push((book.font(font), Cow::Borrowed(&rest[..end])));
        rest = &rest[end..];
        font = next;
    }
    runs.push((book.font(font), Cow::Borrowed(rest)));
    runs
}

fn borrowed<'t>(runs: &'t [(&'t str, Cow<'t, str>)]) -> impl Iterator<Item = (&'t str, &'t str)> {
    runs.iter().map(|(font, text)| (*font, text.as_ref()))
}
