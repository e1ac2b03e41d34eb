//! Text to words: runs of letters, digits, marks and invisible characters that hold a letter or digit.
//!
//! Offsets are into the text as it stands. Marks of notes that hang on a word (`Hiến[1]`) are no words.

use std::ops::Range;

use super::letters::{Class, class, letter_width};

/// A longer text in brackets is no mark of notes.
const MAX_MARK_BYTES: usize = 12;

/// The first word of `text` from byte `from` on, in bytes.
pub(crate) fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let mut at = from;
    let start = loop {
        let (kind, width) = kind_at(text, at)?;
        if kind == Kind::Word {
            break at;
        }
        at += note_mark(text, at).unwrap_or(width);
    };
    let mut end = start;
    while let Some((kind, width)) = kind_at(text, at) {
        match kind {
            Kind::Word | Kind::Mark => end = at + width,
            Kind::Invisible => {}
            Kind::Other => break,
        }
        at += width;
    }
    Some(start..end)
}

/// The last word of the part of `text`, in bytes of the text; of a word cut in two what is inside.
pub(crate) fn last_word(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let mut start = None;
    let mut end = None;
    let mut passed = usize::MAX;
    for (at, letter) in text[part.clone()].char_indices().rev() {
        if at >= passed {
            continue;
        }
        if letter == ']'
            && start.is_none()
            && let Some(mark) = note_mark_before(&text[..part.end], part.start + at)
        {
            (passed, end) = (mark.saturating_sub(part.start), None);
            continue;
        }
        match Kind::of(letter) {
            Kind::Word => {
                start = Some(at);
                end.get_or_insert(at + letter.len_utf8());
            }
            Kind::Mark => _ = end.get_or_insert(at + letter.len_utf8()),
            Kind::Invisible => {}
            Kind::Other if start.is_some() => break,
            Kind::Other => end = None,
        }
    }
    Some(part.start + start?..part.start + end?)
}

/// What stands at a byte, and how many bytes it has.
fn kind_at(text: &str, at: usize) -> Option<(Kind, usize)> {
    let bytes = text.as_bytes();
    let byte = *bytes.get(at)?;
    if byte.is_ascii() {
        return Some((if byte.is_ascii_alphanumeric() { Kind::Word } else { Kind::Other }, 1));
    }
    if let Some(width) = letter_width(bytes, at) {
        return Some((Kind::Word, width));
    }
    let letter = text[at..].chars().next()?;
    Some((Kind::of(letter), letter.len_utf8()))
}

/// The bytes of a mark of notes that begins here and hangs on a word or a sign before it (`Hiến[1]`): it is no word.
fn note_mark(text: &str, at: usize) -> Option<usize> {
    let inner = text.get(at..)?.strip_prefix('[')?;
    let length = inner.bytes().take(MAX_MARK_BYTES).position(|byte| !is_of_mark(byte)).filter(|&length| length > 0)?;
    let hangs = text[..at].chars().next_back().is_some_and(|c| !c.is_whitespace());
    let is_mark = hangs && inner.as_bytes()[length] == b']' && inner.as_bytes()[0].is_ascii_digit();
    is_mark.then_some(length + 2)
}

/// Where the mark of notes begins that ends with the bracket here, if it is one.
fn note_mark_before(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let inner = bytes[..at].iter().rev().take(MAX_MARK_BYTES).take_while(|&&byte| is_of_mark(byte)).count();
    let start = at.checked_sub(inner + 1)?;
    (note_mark(text, start)? == inner + 2).then_some(start)
}

fn is_of_mark(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b',' | b';' | b'-' | b' ')
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Mark,
    Invisible,
    Other,
}

impl Kind {
    fn of(letter: char) -> Self {
        match class(letter) {
            Class::Letter { .. } | Class::Digit => Self::Word,
            Class::Mark(_) => Self::Mark,
            Class::Invisible => Self::Invisible,
            Class::Blank | Class::Other => Self::Other,
        }
    }
}
