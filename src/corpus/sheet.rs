//! Cells in the order of their sheets -> a document: a sheet is a section, a row a line.
//!
//! Empty cells and rows are left out, and so are sheets without any text.

mod days;
mod figures;
mod format;
mod shown;

pub(super) use self::format::Format;
pub(super) use self::shown::Value;

use super::content::Content;
use super::room::Room;
use super::story::Story;
use super::unreadable::Unreadable;

/// What stands between the cells of a row.
pub(super) const CELL_GAP: &str = " | ";

/// How deep the name of a sheet stands among the headings.
const LEVEL: u8 = 1;

/// A workbook under way.
pub(super) struct Sheets {
    story: Story,
    /// The name of the sheet, until its first text comes.
    name: Option<String>,
    /// Whether a cell of the row has text.
    in_row: bool,
}

impl Sheets {
    /// One that takes no more than there is room for.
    pub fn within(room: Room) -> Self {
        Self { story: Story::within(room), name: None, in_row: false }
    }

    /// Starts a sheet.
    pub fn start_sheet(&mut self, name: &str) {
        self.end_row();
        self.name = Some(name.to_owned());
    }

    /// Starts a cell, and the row with the first that has text; `runs` are its texts, each with its font.
    pub fn cell<'t>(&mut self, runs: impl IntoIterator<Item = (&'t str, &'t str)>) {
        let mut is_open = false;
        for (font, text) in runs {
            if !is_open && text.trim().is_empty() {
                continue;
            }
            if !std::mem::replace(&mut is_open, true) {
                self.open_cell();
            }
            self.story.text(font, text);
        }
    }

    pub fn end_row(&mut self) {
        if std::mem::take(&mut self.in_row) {
            self.story.end_paragraph(None);
        }
    }

    /// A line of its own: a comment, or what is drawn on the sheet.
    pub fn line<'t>(&mut self, runs: impl IntoIterator<Item = (&'t str, &'t str)>) {
        self.end_row();
        self.cell(runs);
        self.end_row();
    }

    /// # Errors
    /// There was not room for all of it.
    pub fn finish(mut self) -> Result<Content, Unreadable> {
        self.end_row();
        self.story.finish()
    }

    fn open_cell(&mut self) {
        if let Some(name) = self.name.take().filter(|name| !name.trim().is_empty()) {
            self.story.start_paragraph(Some(LEVEL));
            self.story.text("", &name);
            self.story.end_paragraph(Some(LEVEL));
        }
        if std::mem::replace(&mut self.in_row, true) {
            self.story.text("", CELL_GAP);
        } else {
            self.story.start_paragraph(None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::limits::Limits;

    #[test]
    fn a_sheet_is_a_section_and_a_row_a_line() {
        let mut sheets = Sheets::within(Room::of(&Limits::default()));
        for (name, rows) in
            [("Lương", &[&["STT", "", "Họ tên"][..], &["", " "], &["1", "An"]][..]), ("Trống", &[&[""]])]
        {
            sheets.start_sheet(name);
            for row in rows {
                row.iter().for_each(|cell| sheets.cell([("", *cell)]));
                sheets.end_row();
            }
        }
        sheets.start_sheet("Hai");
        sheets.line([(".VnTime", "Céng"), ("", " an")]);
        let content = sheets.finish().unwrap();
        assert_eq!(content.text, "Lương\n\nSTT | Họ tên\n1 | An\n\nHai\n\nCộng an");
        assert_eq!(content.headings.iter().map(|heading| heading.line).collect::<Vec<_>>(), [1, 6]);
    }
}
