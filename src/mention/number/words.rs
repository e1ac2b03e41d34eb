//! Text beside a number to its words, each read only when it is asked for: mostly the first tells.

use std::ops::Range;

use crate::text::is_letter_or_digit;
use crate::text::{last_word, next_word, push_forms};

/// Room for words, to be used again for those beside the next number.
#[derive(Default)]
pub(super) struct Room {
    words: Vec<Word>,
    exact: String,
    folded: String,
    /// Room for any other text.
    pub spare: String,
}

struct Word {
    range: Range<usize>,
    /// Where its exact form begins in the room.
    exact: usize,
}

/// The words on one side of a byte, counted away from it.
pub(super) struct Words<'a> {
    text: &'a str,
    /// What is not read yet.
    rest: Range<usize>,
    side: Side,
    room: &'a mut Room,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

impl<'a> Words<'a> {
    /// The words of the last `reach` bytes before byte `end`; one that is cut in two says nothing.
    pub(super) fn before(text: &'a str, end: usize, reach: usize, room: &'a mut Room) -> Self {
        let mut start = end.saturating_sub(reach);
        while !text.is_char_boundary(start) {
            start += 1;
        }
        if start > 0 {
            start += text[start..end].find(|c: char| !is_letter_or_digit(c)).unwrap_or(end - start);
        }
        Self::new(text, start..end, Side::Before, room)
    }

    /// All words of `text` from its beginning.
    pub(super) fn of(text: &'a str, room: &'a mut Room) -> Self {
        Self::new(text, 0..text.len(), Side::Behind, room)
    }

    fn new(text: &'a str, rest: Range<usize>, side: Side, room: &'a mut Room) -> Self {
        room.words.clear();
        room.exact.clear();
        Self { text, rest, side, room }
    }

    /// Where word `n` stands in the text, counted from 0.
    pub(super) fn range(&mut self, n: usize) -> Option<Range<usize>> {
        self.word(n).map(|word| word.range.clone())
    }

    /// Word `n` in exact form.
    pub(super) fn exact(&mut self, n: usize) -> Option<&str> {
        let start = self.word(n)?.exact;
        let end = self.room.words.get(n + 1).map_or(self.room.exact.len(), |next| next.exact);
        Some(&self.room.exact[start..end])
    }

    /// `count` words in exact form, the last of them before the others word `last`, with blanks between; on
    /// the side before only.
    pub(super) fn phrase(&mut self, last: usize, count: usize) -> Option<&str> {
        self.word(last + count - 1)?;
        let mut phrase = std::mem::take(&mut self.room.spare);
        phrase.clear();
        for n in (last..last + count).rev() {
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(self.exact(n).unwrap_or_default());
        }
        self.room.spare = phrase;
        Some(&self.room.spare)
    }

    /// Whether word `n` begins with a capital.
    pub(super) fn is_capital(&mut self, n: usize) -> bool {
        self.range(n).is_some_and(|range| self.text[range.start..].starts_with(char::is_uppercase))
    }

    fn word(&mut self, n: usize) -> Option<&Word> {
        while self.room.words.len() <= n {
            let range = match self.side {
                Side::Before => last_word(self.text, self.rest.clone())?,
                Side::Behind => next_word(self.text, self.rest.start)?,
            };
            match self.side {
                Side::Before => self.rest.end = range.start,
                Side::Behind => self.rest.start = range.end,
            }
            let Room { words, exact, folded, .. } = &mut *self.room;
            words.push(Word { range: range.clone(), exact: exact.len() });
            folded.clear();
            push_forms(&self.text[range], exact, folded);
        }
        self.room.words.get(n)
    }
}
