//! A word of a text: where it stands, which word it is, and how it is written.

use crate::text::{Class, class};

/// A word of the lexicon, or a capitalized word of one text beyond it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub(super) struct Id(pub u32);

impl Id {
    /// A word that says nothing.
    pub(super) const NONE: Self = Self(0);
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Small,
    /// A capital and small letters behind it, or one capital alone.
    Capital,
    /// Two capitals or more and no small letter.
    Upper,
    /// With a digit, or a capital behind a small letter.
    Other,
}

/// What stands between a word and the one before it: its first sign, or blanks alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    Blank,
    /// The end of a line.
    Line,
    /// An empty line, or the start of the text.
    Paragraph,
    Comma,
    Semicolon,
    Colon,
    /// A dash between blanks, or one at the end of a word.
    Dash,
    /// A hyphen without blanks.
    Hyphen,
    /// A full stop or other end of a sentence with a blank behind it.
    Stop,
    /// A full stop without a blank behind it.
    Dot,
    Open,
    Close,
    Quote,
    Cell,
    Other,
}

/// A word of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub start: usize,
    pub end: usize,
    pub id: Id,
    pub shape: Shape,
    pub gap: Gap,
    /// No letter with a diacritic.
    pub plain: bool,
    /// Emphasis ends before it: `*Time* Lê Hòa`.
    pub apart: bool,
}

impl Word {
    pub(super) fn capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper)
    }
}

/// What a word is made of.
#[derive(Default)]
pub(super) struct Letters {
    pub small: usize,
    pub capitals: usize,
    pub digits: usize,
    /// A capital stands behind small letters.
    late: bool,
    /// Not letter for letter as the lexicon writes it.
    pub odd: bool,
}

impl Letters {
    pub fn capital(&mut self) {
        self.late |= self.small > 0;
        self.capitals += 1;
    }

    pub fn shape(&self) -> Shape {
        match (self.capitals, self.small) {
            _ if self.digits > 0 => Shape::Other,
            (0, _) => Shape::Small,
            (1, _) if !self.late => Shape::Capital,
            (_, 0) => Shape::Upper,
            (2, _) if !self.late => Shape::Capital,
            _ if self.late && self.capitals == 2 => Shape::Capital,
            _ => Shape::Other,
        }
    }
}

/// Whether a word is letters that stand for a name that is kept back: `T`, `Nh`, `Đ`.
pub(super) fn is_letters(word: &str) -> bool {
    const ONSETS: [&str; 10] = ["Th", "Nh", "Ph", "Ch", "Tr", "Kh", "Ng", "Gi", "Qu", "Ngh"];
    matches!(word.as_bytes(), [b'A'..=b'Z']) || word == "Đ" || ONSETS.contains(&word)
}

/// How a word of letters alone is written.
pub(super) fn shape(word: &str) -> Option<Shape> {
    let mut read = Letters::default();
    for letter in word.chars() {
        match class(letter) {
            Class::Letter { capital: false, .. } => read.small += 1,
            Class::Letter { .. } => read.capital(),
            _ => return None,
        }
    }
    Some(read.shape())
}
