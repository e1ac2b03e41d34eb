//! The words before and behind a place in a text, the nearest first, as far as nothing but blanks parts them.

use std::ops::Range;

use crate::text::{last_word, next_word, push_forms};

/// How far words are looked at, in bytes.
const REACH: usize = 160;

/// Words before a place, from there to the front.
pub(super) struct Before<'a> {
    text: &'a str,
    from: usize,
    at: usize,
}

impl<'a> Before<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        let from = (at.saturating_sub(REACH)..=at).find(|from| text.is_char_boundary(*from)).unwrap_or(at);
        Self { text, from, at }
    }
}

impl Iterator for Before<'_> {
    type Item = (String, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let word = last_word(self.text, self.from..self.at)?;
        let joined = self.text[word.end..self.at].trim().is_empty();
        self.at = word.start;
        joined.then(|| (exact(&self.text[word.clone()]), word))
    }
}

/// Words behind a place, from there to the end.
pub(super) struct Behind<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Behind<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        let end = (at..=(at + REACH).min(text.len())).rfind(|end| text.is_char_boundary(*end)).unwrap_or(at);
        Self { text: &text[..end], at }
    }
}

impl Iterator for Behind<'_> {
    type Item = (String, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let word = next_word(self.text, self.at)?;
        let joined = self.text[self.at..word.start].trim().is_empty();
        self.at = word.end;
        joined.then(|| (exact(&self.text[word.clone()]), word))
    }
}

/// The exact form of a word.
fn exact(word: &str) -> String {
    let (mut exact, mut folded) = (String::new(), String::new());
    push_forms(word, &mut exact, &mut folded);
    exact
}
