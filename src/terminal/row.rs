//! Pieces of text, each in its style, to lines of a terminal.

use std::io::{self, Write};
use std::ops::Range;

use anstyle::Style;

use super::color::{ASIDE, SOURCE, paint};
use crate::snippet::text::{width, wrap, wrap_whole};

/// Columns by which all but the first line of a row stand further in.
const HANGING: usize = 4;

/// Columns of the labels of a list.
pub const LABEL: usize = 10;

/// Text that is one line where there is room.
#[derive(Debug)]
pub struct Row {
    text: String,
    pieces: Vec<(Range<usize>, Style)>,
    /// What is never broken.
    whole: Vec<Range<usize>>,
    hanging: usize,
}

impl Row {
    /// A row of one piece.
    pub fn of(style: Style, piece: &str) -> Self {
        Self { text: String::new(), pieces: Vec::new(), whole: Vec::new(), hanging: HANGING }.with(style, piece)
    }

    /// A row that begins with the place of a line in a document.
    pub fn source(place: &str) -> Self {
        Self::of(Style::new(), "").with_source(place)
    }

    /// A row whose text stands behind a label of at least so many columns and goes on below itself, where there is
    /// room for that.
    pub fn labelled(label: &str, columns: usize, text: &str) -> Self {
        let row = Self::of(Style::new(), &format!("{label:<columns$} ")).with(Style::new(), text);
        Self { hanging: columns + 1, ..row }
    }

    /// The row and a piece behind it.
    pub fn with(mut self, style: Style, piece: &str) -> Self {
        let start = self.text.len();
        self.text.push_str(piece);
        self.pieces.push((start..self.text.len(), style));
        self
    }

    /// The row and the place of a line in a document behind it, which is never broken: it would open no file.
    pub fn with_source(mut self, place: &str) -> Self {
        self.whole.push(self.text.len()..self.text.len() + place.len());
        self.with(SOURCE, place)
    }

    /// Prints it, so many columns from the edge, in lines that end before `columns` and never in blanks.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, indent: usize, columns: usize) -> io::Result<()> {
        let room = columns.saturating_sub(indent).max(1);
        let hanging = if 3 * self.hanging <= room { self.hanging } else { HANGING.min(self.hanging) };
        let rooms = (room, room.saturating_sub(hanging).max(1));
        for (at, line) in wrap_whole(&self.text, rooms, &self.whole).into_iter().enumerate() {
            let indent = indent + if at > 0 { hanging } else { 0 };
            write!(out, "{:indent$}", "")?;
            for (piece, style) in &self.pieces {
                let (start, end) = (piece.start.max(line.start), piece.end.min(line.end));
                if start < end {
                    write!(out, "{}", paint(*style, &self.text[start..end]))?;
                }
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

/// Prints a line of a document behind a label, as it stands where it fits, else broken below itself.
///
/// # Errors
/// Those of the stream.
pub fn print_line(out: &mut dyn Write, label: &str, line: &str, columns: usize) -> io::Result<()> {
    let (label_columns, room) = (width(label), columns.saturating_sub(width(label)).max(1));
    if width(line) <= room {
        return writeln!(out, "{}{line}", paint(ASIDE, label));
    }
    let lead = (line.len() - line.trim_start_matches(' ').len()).min(room / 3);
    let lines = wrap(line, room - lead);
    for (at, range) in lines.into_iter().enumerate() {
        let label = if at == 0 { label } else { "" };
        let fill = label_columns - width(label) + lead;
        writeln!(out, "{}{:fill$}{}", paint(ASIDE, label), "", &line[range])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::color::{ASIDE, STRONG};
    use super::*;

    #[test]
    fn a_row_is_broken_between_words() {
        let row = Row::of(STRONG, "Đỗ Văn Thắng").with(Style::new(), "   ").with(ASIDE, "12 passages");
        let check = |indent: usize, columns: usize, expected: &str| {
            let mut out = Vec::new();
            row.print(&mut out, indent, columns).expect("written to memory");
            let text = String::from_utf8(out).expect("it is text");
            assert_eq!(anstream::adapter::strip_str(&text).to_string(), expected);
        };
        check(0, 80, "Đỗ Văn Thắng   12 passages\n");
        check(2, 28, "  Đỗ Văn Thắng   12 passages\n");
        check(2, 27, "  Đỗ Văn Thắng   12\n      passages\n");
        check(0, usize::MAX, "Đỗ Văn Thắng   12 passages\n");
        check(0, 20, "Đỗ Văn Thắng   12\n    passages\n");
        let mut out = Vec::new();
        let untitled = Row::of(Style::new(), "cites  ").with_source("tin.txt:3").with(ASIDE, "   ");
        untitled.print(&mut out, 2, 80).expect("written to memory");
        let plain = |out: &[u8]| anstream::adapter::strip_bytes(out).into_vec();
        assert_eq!(plain(&out), b"  cites  tin.txt:3\n");
    }

    #[test]
    fn paths_are_whole_and_texts_go_on_below_themselves() {
        let check = |row: &Row, indent: usize, columns: usize, expected: &str| {
            let mut out = Vec::new();
            row.print(&mut out, indent, columns).expect("written to memory");
            let text = String::from_utf8(out).expect("it is text");
            assert_eq!(anstream::adapter::strip_str(&text).to_string(), expected);
        };
        let source = Row::source("kho/báo cáo 1.txt:12").with(ASIDE, "   2021-04-02..2021-05-13");
        check(&source, 2, 80, "  kho/báo cáo 1.txt:12   2021-04-02..2021-05-13\n");
        check(&source, 2, 24, "  kho/báo cáo 1.txt:12\n      2021-04-02..\n      2021-05-13\n");
        check(&source, 2, 16, "  kho/báo cáo 1.txt:12\n      2021-04-02\n      ..2021-05-\n      13\n");
        let label = Row::labelled("holds", 9, "3 lines, 8 letters, pages not known");
        check(&label, 0, 80, "holds     3 lines, 8 letters, pages not known\n");
        check(&label, 0, 30, "holds     3 lines, 8 letters,\n          pages not known\n");
        check(&label, 0, 20, "holds     3 lines, 8\n    letters, pages\n    not known\n");
    }

    #[test]
    fn lines_of_documents_are_broken_below_themselves() {
        let check = |label: &str, line: &str, columns: usize, expected: &str| {
            let mut out = Vec::new();
            print_line(&mut out, label, line, columns).expect("written to memory");
            let text = String::from_utf8(out).expect("it is text");
            assert_eq!(anstream::adapter::strip_str(&text).to_string(), expected);
        };
        check("12 ", "  đại hội lần thứ  hai ", usize::MAX, "12   đại hội lần thứ  hai \n");
        check("12 ", "  đại hội lần thứ  hai", 16, "12   đại hội lần\n     thứ  hai\n");
        check("", "đại hội lần thứ hai", 8, "đại hội\nlần thứ\nhai\n");
        check("1 ", "", 8, "1 \n");
    }
}
