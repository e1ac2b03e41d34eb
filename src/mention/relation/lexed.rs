//! A block to its words, each with what parts it from the one before.

use std::ops::Range;

use crate::text::{self, Word};

/// A word with what parts it from the one before.
#[derive(Clone, Copy)]
pub(super) struct Lexed {
    pub word: Word,
    pub gap: Gap,
}

/// What stands before a word.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Gap {
    pub comma: bool,
    /// Any sign but blanks, marks of emphasis and commas.
    pub hard: bool,
    /// How many lines end in it.
    pub lines: u8,
}

impl Gap {
    /// Whether a phrase may go over it.
    pub(super) fn joins(self) -> bool {
        !self.hard && self.lines < 2
    }

    fn of(between: &str) -> Self {
        let mut gap = Self::default();
        if between == " " {
            return gap;
        }
        for sign in between.chars() {
            match sign {
                '\n' => gap.lines = gap.lines.saturating_add(1),
                ',' => gap.comma = true,
                _ if is_margin(sign) => {}
                _ => gap.hard = true,
            }
        }
        gap
    }
}

/// Bytes of a word and what parts it from the next, about.
const BYTES: usize = 5;

/// The words of a block. Made to be used again without a new allocation.
#[derive(Default)]
pub(super) struct Words {
    pub words: Vec<Lexed>,
}

impl Words {
    /// Reads the words of a part of a text.
    pub(super) fn read(&mut self, text: &str, range: &Range<usize>) {
        self.words.clear();
        self.words.reserve(range.len() / BYTES);
        let mut at = range.start;
        while let Some(word) = text::next_keyed(text, at).filter(|word| word.end <= range.end) {
            self.words.push(Lexed { word, gap: Gap::of(&text[at..word.start]) });
            at = word.end;
        }
    }

    /// How many words from the `n`th on begin before a byte.
    pub(super) fn until(&self, n: usize, end: usize) -> usize {
        self.words[n..].iter().take_while(|lexed| lexed.word.start < end).count()
    }

    /// Which word is the first that begins at a byte or behind it.
    pub(super) fn index_of(&self, start: usize) -> usize {
        self.words.partition_point(|lexed| lexed.word.start < start)
    }

    /// The keys of the words from the `n`th on, whatever parts them.
    pub(super) fn keys(&self, n: usize) -> impl Iterator<Item = u64> + '_ {
        self.words.get(n..).unwrap_or_default().iter().map(|lexed| lexed.word.key)
    }

    /// The keys of the words from the `n`th on that may be one phrase.
    pub(super) fn phrase(&self, n: usize) -> impl Iterator<Item = u64> + '_ {
        let joined = self.words[n + 1..].iter().take_while(|lexed| lexed.gap.joins());
        [self.words[n].word.key].into_iter().chain(joined.map(|lexed| lexed.word.key))
    }
}

/// A blank, or a mark of emphasis, of a quotation or of a heading.
pub(super) fn is_margin(sign: char) -> bool {
    sign != '\n' && sign.is_whitespace() || matches!(sign, '*' | '_' | '>' | '#') || text::is_invisible(sign)
}
