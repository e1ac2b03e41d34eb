//! Signs with their places -> lines, and lines -> the text.
//!
//! Text keeps the order in which it is drawn, which is the order of reading in what offices write;
//! cells and columns stay whole that way.

use crate::corpus::content::Content;
use crate::corpus::room::Room;
use crate::corpus::story::Story;
use crate::corpus::unreadable::Unreadable;

/// In sizes of the letters: what parts words, what parts cells, what a line may rise and fall, how
/// far back a sign may be set without starting anew, and what parts paragraphs.
const WORD_GAP: f32 = 0.18;
const CELL_GAP: f32 = 3.0;
const RISE: f32 = 0.45;
const SET_BACK: f32 = 0.6;
const PARAGRAPH_GAP: f32 = 1.9;

const CELL_MARK: &str = " | ";

/// A sign where it is drawn.
pub(super) struct Placed<'a> {
    pub text: &'a str,
    pub font: &'a str,
    /// Where it starts and ends, and the direction of the line as a unit vector.
    pub start: (f32, f32),
    pub end: (f32, f32),
    pub direction: (f32, f32),
    pub size: f32,
}

/// Text on one line.
pub(super) struct Line {
    runs: Vec<(String, String)>,
    direction: (f32, f32),
    along: f32,
    across: f32,
    size: f32,
}

impl Line {
    pub fn text(&self) -> impl Iterator<Item = &str> {
        self.runs.iter().map(|(_, text)| text.as_str())
    }

    fn push(&mut self, font: &str, text: &str) {
        match self.runs.last_mut() {
            Some((last, run)) if last == font => run.push_str(text),
            _ => self.runs.push((font.to_owned(), text.to_owned())),
        }
    }

    fn ends_with_blank(&self) -> bool {
        self.runs.last().is_some_and(|(_, text)| text.ends_with(char::is_whitespace))
    }
}

/// Adds a sign to the line it goes on with, or to a new one.
pub(super) fn place(lines: &mut Vec<Line>, sign: &Placed) {
    let (ux, uy) = sign.direction;
    let along = |point: (f32, f32)| point.0 * ux + point.1 * uy;
    let across = sign.start.1 * ux - sign.start.0 * uy;
    let (start, end) = (along(sign.start), along(sign.end));
    let is_next = |line: &&mut Line| {
        let size = line.size.max(sign.size);
        let turned = (line.direction.0 - ux).abs() + (line.direction.1 - uy).abs();
        turned < 0.01 && (across - line.across).abs() < RISE * size && start > line.along - SET_BACK * size
    };
    match lines.last_mut().filter(is_next) {
        Some(line) => {
            let gap = (start - line.along) / line.size.max(sign.size).max(f32::MIN_POSITIVE);
            if gap > CELL_GAP && !sign.text.trim().is_empty() {
                line.push(sign.font, CELL_MARK);
            } else if gap > WORD_GAP && !line.ends_with_blank() {
                line.push(sign.font, " ");
            }
            line.push(sign.font, sign.text);
            line.along = line.along.max(end);
            // A line is as high as its letters, not as the mark of a footnote.
            if sign.size > line.size {
                (line.size, line.across) = (sign.size, across);
            }
        }
        None if sign.text.trim().is_empty() => {}
        None => {
            let runs = vec![(sign.font.to_owned(), sign.text.to_owned())];
            lines.push(Line { runs, direction: sign.direction, along: end, across, size: sign.size });
        }
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

    pub fn add_page(&mut self, lines: &[Line]) {
        self.story.start_paragraph(None);
        self.story.start_every_page();
        let mut above: Option<&Line> = None;
        for line in lines {
            let gap = above.map_or(0.0, |above| (above.across - line.across).abs() / above.size.max(line.size));
            if gap > PARAGRAPH_GAP {
                self.story.gap();
            } else {
                self.story.start_paragraph(None);
            }
            for (font, text) in &line.runs {
                self.story.text(font, text);
            }
            above = Some(line);
        }
    }

    pub fn finish(self) -> Result<Content, Unreadable> {
        self.story.finish()
    }
}
