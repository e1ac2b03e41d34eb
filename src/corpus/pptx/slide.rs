//! The part with a slide or its notes -> the shapes on it with their text.

use crate::corpus::drawing::Line;
use crate::corpus::oddity::Stop;
use crate::corpus::room::push;
use crate::corpus::story::Story;
use crate::corpus::xml::{Piece, Tag, pieces};

/// How deep the title of a slide stands among the headings.
const LEVEL: u8 = 1;

/// Where a line breaks within a paragraph.
const BREAK: &str = "\n";

/// A slide.
#[derive(Default)]
pub(super) struct Slide {
    shapes: Vec<Shape>,
    /// The paragraph at hand, and whether it is in text that is shown.
    line: Line,
    font: String,
    in_text: bool,
    row: Option<Vec<Line>>,
    skipped: usize,
}

/// A shape.
#[derive(Default)]
struct Shape {
    /// What it is on the slide: `title`, `body`, `sldNum`; nothing for what was drawn there alone.
    kind: Option<String>,
    blocks: Vec<Block>,
}

/// Text in a shape.
enum Block {
    Line(Line),
    /// A row of a table.
    Row(Vec<Line>),
}

impl Slide {
    /// Reads a part; what is wrong with it comes beside what stands before that.
    pub fn read(part: &str) -> (Self, Option<Stop>) {
        let mut slide = Self::default();
        let stop = pieces(part, |piece| slide.take(&piece)).err();
        (slide, stop)
    }

    /// Writes a slide, its title first.
    pub fn write(&self, story: &mut Story) {
        let (titles, others): (Vec<_>, Vec<_>) = self.shapes.iter().partition(|shape| shape.is_title());
        for shape in titles {
            story.start_paragraph(Some(LEVEL));
            for block in &shape.blocks {
                if let Block::Line(line) = block {
                    write_runs(line, story);
                    story.text("", " ");
                }
            }
            story.end_paragraph(Some(LEVEL));
        }
        others.into_iter().for_each(|shape| shape.write(story));
    }

    /// Writes the notes alone: what stands beside them is the same on each page.
    pub fn write_notes(&self, story: &mut Story) {
        let is_notes = |shape: &&Shape| matches!(shape.kind.as_deref(), None | Some("body"));
        self.shapes.iter().filter(is_notes).for_each(|shape| shape.write(story));
    }

    fn take(&mut self, piece: &Piece) {
        match piece {
            Piece::Start(_) if self.skipped > 0 => self.skipped += 1,
            Piece::End(_) if self.skipped > 0 => self.skipped -= 1,
            Piece::Start(tag) if tag.local() == "Fallback" => self.skipped = 1,
            Piece::Start(tag) => self.start(tag),
            Piece::End(name) => self.end(name.local()),
            Piece::Text(text) if self.skipped == 0 && self.in_text => {
                self.line.push((self.font.clone(), text.clone().into_owned()));
            }
            Piece::Text(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag.local() {
            "sp" | "graphicFrame" | "cxnSp" | "pic" => _ = push(&mut self.shapes, Shape::default()),
            "ph" => {
                if let Some(shape) = self.shapes.last_mut() {
                    shape.kind = Some(tag.get("type").map_or_else(|| "obj".to_owned(), Into::into));
                }
            }
            "tr" => self.row = Some(Vec::new()),
            "tc" => {
                if let Some(row) = &mut self.row {
                    push(row, Line::new());
                }
            }
            "p" => self.line.clear(),
            "r" | "fld" => self.font.clear(),
            "latin" => self.font = tag.get("typeface").unwrap_or_default().into_owned(),
            "t" => self.in_text = true,
            "br" => self.line.push((String::new(), BREAK.to_owned())),
            "tab" => self.line.push((String::new(), " ".to_owned())),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "p" => self.end_line(),
            "tr" => {
                if let (Some(row), Some(shape)) = (self.row.take(), self.shapes.last_mut()) {
                    push(&mut shape.blocks, Block::Row(row));
                }
            }
            _ => {}
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.iter().all(|(_, text)| text.trim().is_empty()) {
            return;
        }
        match self.row.as_mut().and_then(|row| row.last_mut()) {
            Some(cell) => {
                if !cell.is_empty() {
                    cell.push((String::new(), " ".to_owned()));
                }
                cell.extend(line);
            }
            None => {
                if let Some(shape) = self.shapes.last_mut() {
                    push(&mut shape.blocks, Block::Line(line));
                }
            }
        }
    }
}

impl Shape {
    fn is_title(&self) -> bool {
        matches!(self.kind.as_deref(), Some("title" | "ctrTitle"))
    }

    fn write(&self, story: &mut Story) {
        let is_table = self.blocks.iter().any(|block| matches!(block, Block::Row(_)));
        if is_table {
            story.open_table();
        }
        for block in &self.blocks {
            match block {
                Block::Line(line) => write_line(line, story),
                Block::Row(cells) => {
                    story.open_row();
                    for cell in cells {
                        story.open_cell();
                        write_runs(cell, story);
                    }
                    story.close_row();
                }
            }
        }
        if is_table {
            story.close_table();
        }
    }
}

/// Writes a paragraph.
pub(super) fn write_line(line: &Line, story: &mut Story) {
    story.start_paragraph(None);
    write_runs(line, story);
    story.end_paragraph(None);
}

fn write_runs(line: &Line, story: &mut Story) {
    for (font, text) in line {
        if text == BREAK {
            story.line_break();
        } else {
            story.text(font, text);
        }
    }
}
