//! A short form and the text beside it to the long form whose initials are its letters.
//!
//! The sets of letters still open are bits of a number, so each word is looked at once.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::short::{Letter, Short};
use super::words::{Between, base, between};
use crate::mention::lists::LEVELS;
use crate::text::is_of_word;

/// Longer long forms are not looked for.
const MAX_BYTES: usize = 480;

/// Words that have no letter in many abbreviations, without marks.
static SMALL: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "va voi cua ve cho cac trong ngoai tren theo tai bang la o do hoac tu đen of the and for in on to at by with a an \
     de"
    .split_whitespace()
    .collect()
});

/// How many words of a place may stand behind the name that is abbreviated.
const MAX_TAIL: usize = 5;

/// The long form that ends before byte `end`, no earlier than byte `from`.
pub(super) fn before(text: &str, end: usize, from: usize, short: &Short) -> Option<Range<usize>> {
    let mut limit = from.max(end.saturating_sub(MAX_BYTES));
    while !text.is_char_boundary(limit) {
        limit += 1;
    }
    let mut words = Backward { text, limit, at: end };
    for tail in 0..=MAX_TAIL {
        let rest = words.clone();
        if let Some(long) = match_backward(rest, short) {
            return Some(long);
        }
        let skipped = words.next()?;
        if short.letters.len() < 3 || !(is_place(&text[skipped])) || tail == MAX_TAIL {
            break;
        }
    }
    None
}

fn match_backward(words: Backward, short: &Short) -> Option<Range<usize>> {
    let text = words.text;
    let letters = &short.letters;
    let mut open: u32 = 1 << letters.len();
    let mut end = None;
    let mut word_letters = Vec::with_capacity(16);
    for (n, word) in words.enumerate() {
        let capital = read_letters(&text[word.clone()], &mut word_letters);
        let mut next = 0;
        for (to, from) in pairs(open, letters.len()) {
            let fits = fits(&letters[from..to], &word_letters, capital);
            next |= u32::from(fits) << from;
        }
        if n > 0 && is_small(&word_letters) {
            next |= open;
        }
        let end = *end.get_or_insert(word.end);
        match next & 1 {
            1 if n > 0 => return Some(word.start..end),
            1 => next &= !1,
            _ => {}
        }
        if next == 0 {
            return None;
        }
        open = next;
    }
    None
}

/// The long form that begins behind byte `start`.
pub(super) fn behind(text: &str, start: usize, short: &Short) -> Option<Range<usize>> {
    let letters = &short.letters;
    let (mut open, mut begin) = (1u32, None);
    let mut word_letters = Vec::with_capacity(16);
    for (n, word) in (Forward { text, at: start, limit: start + MAX_BYTES }).enumerate() {
        let capital = read_letters(&text[word.clone()], &mut word_letters);
        let mut next = 0;
        for to in 1..=letters.len() {
            for from in (0..to).filter(|from| open >> from & 1 == 1) {
                next |= u32::from(fits(&letters[from..to], &word_letters, capital)) << to;
            }
        }
        if n > 0 && is_small(&word_letters) {
            next |= open;
        }
        let begin = *begin.get_or_insert(word.start);
        match next >> letters.len() {
            1 if n > 0 => return Some(begin..word.end),
            1 => next &= !(1 << letters.len()),
            _ => {}
        }
        if next == 0 {
            return None;
        }
        open = next;
    }
    None
}

/// The end of the words of a place that follow byte `end`, up to a bracket's end.
pub(super) fn skip_tail(text: &str, end: usize) -> usize {
    let words = Forward { text, at: end, limit: end + MAX_BYTES };
    let tail = words.take(MAX_TAIL).take_while(|word| is_place(&text[word.clone()]));
    tail.last().map_or(end, |word| word.end)
}

/// A word of a place or of a level: `tỉnh`, `Việt`.
fn is_place(word: &str) -> bool {
    let mut letters = Vec::new();
    read_letters(word, &mut letters);
    word.starts_with(char::is_uppercase) || LEVELS.iter().any(|level| level.chars().eq(letters.iter().copied()))
}

/// All ends that are open, with all letters before them.
fn pairs(open: u32, len: usize) -> impl Iterator<Item = (usize, usize)> {
    (1..=len).filter(move |to| open >> to & 1 == 1).flat_map(|to| (0..to).map(move |from| (to, from)))
}

/// Whether these letters of a short form stand for this word.
fn fits(short: &[Letter], word: &[char], capital: bool) -> bool {
    let Some((initial, more)) = short.split_first() else { return false };
    let Some((first, rest)) = word.split_first() else { return false };
    // an abbreviation in the long form stands for itself, a number too
    if short.len() > 1 && (capital || first.is_ascii_digit()) {
        return short.iter().map(|letter| letter.base).eq(word.iter().copied());
    }
    let mut rest = rest.iter();
    // W stands for Ư, as in TW, and D for Đ on foreign keyboards
    let begins = initial.base == *first || matches!((initial.base, first), ('w', 'u') | ('d', 'đ'));
    begins && more.iter().all(|letter| letter.small && rest.any(|c| *c == letter.base))
}

/// Reads the letters without marks; says whether the word is in capitals.
fn read_letters(word: &str, letters: &mut Vec<char>) -> bool {
    letters.clear();
    letters.extend(word.chars().filter_map(base).take(24));
    letters.len() > 1 && !word.contains(char::is_lowercase)
}

fn is_small(letters: &[char]) -> bool {
    let mut word = [0; 32];
    let mut len = 0;
    for letter in letters {
        if len + 4 > word.len() {
            return false;
        }
        len += letter.encode_utf8(&mut word[len..]).len();
    }
    std::str::from_utf8(&word[..len]).is_ok_and(|word| SMALL.contains(word))
}

/// The words before a byte, the last first, up to a sign that parts them.
#[derive(Clone)]
pub(super) struct Backward<'a> {
    pub text: &'a str,
    pub limit: usize,
    pub at: usize,
}

impl Iterator for Backward<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let text = &self.text[self.limit..self.at];
        let end = text.trim_end_matches(|c| !is_of_word(c)).len();
        let gap = &text[end..];
        if end == 0 || between(gap) == Between::Parts {
            return None;
        }
        let start = text[..end].trim_end_matches(is_of_word).len();
        // a word cut by the limit is none
        if start == 0 && self.text[..self.limit].ends_with(is_of_word) {
            return None;
        }
        self.at = self.limit + start;
        Some(self.limit + start..self.limit + end)
    }
}

/// The words behind a byte up to a sign that parts them.
#[derive(Clone)]
pub(super) struct Forward<'a> {
    pub text: &'a str,
    pub at: usize,
    pub limit: usize,
}

impl Iterator for Forward<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let mut limit = self.limit.min(self.text.len());
        while !self.text.is_char_boundary(limit) {
            limit -= 1;
        }
        let text = self.text.get(self.at..limit)?;
        let word = text.trim_start_matches(|c| !is_of_word(c));
        let gap = &text[..text.len() - word.len()];
        if word.is_empty() || between(gap) == Between::Parts {
            return None;
        }
        let rest = word.trim_start_matches(is_of_word);
        self.at = limit - rest.len();
        Some(limit - word.len()..limit - rest.len())
    }
}
