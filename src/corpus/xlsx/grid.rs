//! The part with the cells of a sheet -> its rows as they are shown, each with its comments.

use std::borrow::Cow;

use crate::corpus::oddity::Stop;
use crate::corpus::room::push;
use crate::corpus::sheet::{Format, Sheets, Value};
use crate::corpus::xml::{Piece, Tag, pieces};

use super::strings::{Run, Runs, Strings};
use super::styles::Styles;

/// What the cells of all sheets refer to.
pub(super) struct Grid<'b> {
    pub styles: &'b Styles,
    pub strings: &'b Strings,
    pub is_from_1904: bool,
}

/// A comment on a cell.
#[derive(Debug, PartialEq)]
pub(super) struct Comment {
    /// Row and column, from 1.
    pub place: (u32, u32),
    pub runs: Vec<Run>,
}

/// The elements that comments are in, and those that hold their text.
pub(super) const THREADS: (&str, &str) = ("threadedComment", "text");
pub(super) const COMMENTS: (&str, &str) = ("comment", "t");

/// The comments of a part.
pub(super) fn comments(part: &str, (element, inner): (&str, &'static str)) -> Vec<Comment> {
    let mut comments = Vec::new();
    let mut place = (0, 0);
    let mut runs = Runs::of(inner);
    // A broken part gives the comments before the break.
    let _ = pieces(part, |piece| match &piece {
        Piece::Start(tag) if tag.local() == element => {
            place = place_of(&tag.get("ref").unwrap_or_default());
            runs = Runs::of(inner);
        }
        Piece::End(name) if name.local() == element => {
            push(&mut comments, Comment { place, runs: runs.take() });
        }
        piece => runs.add(piece),
    });
    comments
}

/// The row and the column of a cell that is called so, from 1.
fn place_of(name: &str) -> (u32, u32) {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.fold(0_u32, |column, letter| {
        column.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    let row = name.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().unwrap_or(0);
    (row, column)
}

/// A cell under way.
#[derive(Default)]
struct Cell {
    kind: String,
    style: usize,
    value: String,
    own: Runs,
}

impl Grid<'_> {
    /// Writes the rows of a sheet; what is wrong with the part is an error that says where.
    pub fn read(&self, part: &str, comments: Vec<Comment>, sheets: &mut Sheets) -> Result<(), Stop> {
        let mut comments = comments.into_iter().peekable();
        let mut row = 0;
        let mut cell: Option<Cell> = None;
        let (mut in_value, mut in_own) = (false, false);
        let read = pieces(part, |piece| match &piece {
            Piece::Start(tag) => match (tag.local(), &mut cell) {
                ("row", _) => row = tag.get("r").and_then(|row| row.parse().ok()).unwrap_or(row + 1),
                ("c", _) => cell = Some(Cell::of(tag)),
                ("v", _) => in_value = true,
                ("is", _) => in_own = true,
                (_, Some(cell)) if in_own => cell.own.add(&piece),
                _ => {}
            },
            Piece::End(name) => match (name.local(), &mut cell) {
                ("row", _) => {
                    sheets.end_row();
                    while let Some(comment) = comments.next_if(|comment| comment.place.0 <= row) {
                        comment.write(sheets);
                    }
                }
                ("c", _) => {
                    if let Some(cell) = cell.take() {
                        self.write(cell, sheets);
                    }
                }
                ("v", _) => in_value = false,
                ("is", _) => in_own = false,
                (_, Some(cell)) if in_own => cell.own.add(&piece),
                _ => {}
            },
            Piece::Text(text) => match &mut cell {
                Some(cell) if in_value => cell.value.push_str(text),
                Some(cell) if in_own => cell.own.add(&piece),
                _ => {}
            },
        });
        comments.for_each(|comment| comment.write(sheets));
        read
    }

    fn write(&self, mut cell: Cell, sheets: &mut Sheets) {
        let font = self.styles.font(cell.style);
        let own = cell.own.take();
        let shared = match cell.kind.as_str() {
            "s" => self.strings.get(cell.value.trim().parse().unwrap_or(usize::MAX)),
            _ => &own[..],
        };
        let general = Format::default();
        let format = self.styles.format(cell.style).unwrap_or(&general);
        let show = |value| format.show(value, self.is_from_1904);
        match (shared, cell.kind.as_str()) {
            ([run], _) if run.font.is_none() => {
                sheets.cell([(font, show(Value::Text(&unescaped(&run.text))).as_str())]);
            }
            ([_, ..], _) => {
                let runs: Vec<_> = shared.iter().map(|run| (run.font(font), unescaped(&run.text))).collect();
                sheets.cell(runs.iter().map(|(font, text)| (*font, text.as_ref())));
            }
            ([], "s" | "inlineStr") => {}
            ([], "b") => sheets.cell([("", show(Value::Truth(cell.value.trim() == "1")).as_str())]),
            ([], kind) => {
                let number = cell.value.trim().parse().ok().filter(|_| matches!(kind, "" | "n"));
                let text = unescaped(&cell.value);
                let value = number.map_or(Value::Text(&text), Value::Number);
                sheets.cell([(font, show(value).as_str())]);
            }
        }
    }
}

impl Cell {
    fn of(tag: &Tag) -> Self {
        let style = tag.get("s").and_then(|style| style.parse().ok()).unwrap_or(0);
        Self { kind: tag.get("t").unwrap_or_default().into_owned(), style, ..Self::default() }
    }
}

impl Comment {
    fn write(&self, sheets: &mut Sheets) {
        let runs: Vec<_> = self.runs.iter().map(|run| (run.font(""), unescaped(&run.text))).collect();
        sheets.line(runs.iter().map(|(font, text)| (*font, text.as_ref())));
    }
}

impl Run {
    /// The font of the run in a cell of this font.
    fn font<'f>(&'f self, cell: &'f str) -> &'f str {
        self.font.as_deref().unwrap_or(cell)
    }
}

/// Characters that XML does not allow are written as `_xHHHH_`.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest.get(2..6).filter(|_| rest.as_bytes().get(6) == Some(&b'_'));
        let told = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let (shown, taken) = told.map_or((rest.chars().next().unwrap_or('_'), 1), |c| (c, 7));
        out.push(shown);
        rest = &rest[taken..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}
