//! The part with the texts that cells share -> those texts, each as runs with their fonts.

use std::ops::Range;

use crate::corpus::xml::{Piece, Tag, pieces};

/// Texts that cells share.
#[derive(Default)]
pub(super) struct Strings {
    runs: Vec<Run>,
    /// The runs of each text.
    texts: Vec<Range<usize>>,
}

/// A stretch of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    /// The font, where it is another than that of the cell.
    pub font: Option<String>,
    pub text: String,
}

impl Strings {
    pub fn read(part: &str) -> Self {
        let mut strings = Self::default();
        let mut reader = Runs::default();
        // A broken part gives the texts before the break.
        let _ = pieces(part, |piece| {
            if let Piece::End(name) = &piece
                && name.local() == "si"
            {
                let start = strings.runs.len();
                strings.runs.append(&mut reader.take());
                strings.texts.push(start..strings.runs.len());
            } else {
                reader.add(&piece);
            }
        });
        strings
    }

    /// The runs of the text with this number.
    pub fn get(&self, number: usize) -> &[Run] {
        self.texts.get(number).and_then(|range| self.runs.get(range.clone())).unwrap_or_default()
    }
}

/// The runs of one text under way.
pub(super) struct Runs {
    /// The element that holds text.
    element: &'static str,
    runs: Vec<Run>,
    font: Option<String>,
    in_text: bool,
    /// Whether in what tells the sound of signs.
    in_sound: bool,
}

impl Default for Runs {
    fn default() -> Self {
        Self::of("t")
    }
}

impl Runs {
    /// Those in elements of this name.
    pub fn of(element: &'static str) -> Self {
        Self { element, runs: Vec::new(), font: None, in_text: false, in_sound: false }
    }

    pub fn add(&mut self, piece: &Piece) {
        match piece {
            Piece::Start(tag) => self.start(tag),
            Piece::End(name) => match name.local() {
                "rPh" => self.in_sound = false,
                "r" => self.font = None,
                name => self.in_text &= name != self.element,
            },
            Piece::Text(text) if self.in_text && !self.in_sound => match self.runs.last_mut() {
                Some(run) if run.font == self.font => run.text.push_str(text),
                _ => self.runs.push(Run { font: self.font.clone(), text: text.clone().into_owned() }),
            },
            Piece::Text(_) => {}
        }
    }

    pub fn take(&mut self) -> Vec<Run> {
        std::mem::take(&mut self.runs)
    }

    fn start(&mut self, tag: &Tag) {
        match tag.local() {
            "rPh" => self.in_sound = true,
            "rFont" => self.font = tag.get("val").map(Into::into),
            name => self.in_text |= name == self.element,
        }
    }
}
