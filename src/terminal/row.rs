//! Pieces of text, each in its style, to lines of a terminal.

use std::io::{self, Write};
use std::ops::Range;

use anstyle::Style;

use super::color::paint;
use crate::snippet::text::wrap;

/// Columns by which all but the first line of a row stand further in.
const HANGING: usize = 4;

/// Text that is one line where there is room.
#[derive(Debug, Default)]
pub struct Row {
    text: String,
    pieces: Vec<(Range<usize>, Style)>,
}

impl Row {
    /// A row of one piece.
    pub fn of(style: Style, piece: &str) -> Self {
        Self::default().with(style, piece)
    }

    /// The row and a piece behind it.
    pub fn with(mut self, style: Style, piece: &str) -> Self {
        let start = self.text.len();
        self.text.push_str(piece);
        self.pieces.push((start..self.text.len(), style));
        self
    }

    /// Prints it, so many columns from the edge, in lines that end before `columns` and never in blanks.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, indent: usize, columns: usize) -> io::Result<()> {
        let room = columns.saturating_sub(indent);
        let fits = wrap(&self.text, room).len() == 1;
        let (room, hanging) = if fits { (room, 0) } else { (room.saturating_sub(HANGING).max(1), HANGING) };
        for (at, line) in wrap(&self.text, room).into_iter().enumerate() {
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
        let mut out = Vec::new();
        let untitled = Row::of(Style::new(), "cites  ").with(Style::new(), "tin.txt:3   ").with(ASIDE, "");
        untitled.print(&mut out, 2, 80).expect("written to memory");
        assert_eq!(out, b"  cites  tin.txt:3\n");
    }
}
