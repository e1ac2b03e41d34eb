//! Lines of pages -> the text.

use crate::corpus::content::Content;
use crate::corpus::room::Room;
use crate::corpus::story::Story;
use crate::corpus::unreadable::Unreadable;

use super::line::Line;
use super::words::{Piece, pieces};

/// What parts paragraphs, in sizes of the letters.
const PARAGRAPH_GAP: f32 = 1.9;

const CELL_MARK: &str = " | ";

/// A line that is read.
pub(super) struct Row {
    pieces: Vec<Piece>,
    across: f32,
    size: f32,
}

impl Row {
    pub fn of(line: Line) -> Self {
        let (across, size) = (line.across, line.size);
        Self { pieces: pieces(line), across, size }
    }

    /// Its text, piece by piece.
    pub fn text(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().map(|piece| match piece {
            Piece::Text { text, .. } | Piece::Raised { text, .. } => text.as_str(),
            Piece::Cell => CELL_MARK,
        })
    }
}

/// Pages under way.
pub(super) struct Paper {
    story: Story,
}

impl Paper {
    pub fn within(room: Room) -> Self {
        Self { story: Story::within(room) }
    }

    pub fn add_page(&mut self, rows: &[Row]) {
        self.story.start_paragraph(None);
        self.story.start_every_page();
        let mut above: Option<&Row> = None;
        for row in rows {
            let gap = above.map_or(0.0, |above| (above.across - row.across).abs() / above.size.max(row.size));
            if gap > PARAGRAPH_GAP {
                self.story.gap();
            } else {
                self.story.start_paragraph(None);
            }
            for piece in &row.pieces {
                match piece {
                    Piece::Text { font, text } => self.story.text(font, text),
                    Piece::Raised { font, text } => self.story.raised(font, text),
                    Piece::Cell => self.story.text("", CELL_MARK),
                }
            }
            above = Some(row);
        }
    }

    pub fn finish(self) -> Result<Content, Unreadable> {
        self.story.finish()
    }
}
