//! The words `gọi tắt`, `viết tắt` in a text to the definition around them.

use std::ops::Range;

use super::initials;
use super::mention::Definition;
use super::short::Short;
use super::words::{base, closed, is_quote};
use crate::mention::lists::{BEFORE_CALLED, BEFORE_LONG_FORM, BEHIND_CALLED};
use crate::text::{is_dash, is_of_word};

/// More words of one kind are not looked at.
const MAX_WORDS: usize = 7;

/// The longest long form that is not checked by its initials, in words.
const MAX_UNCHECKED: usize = 12;

/// Whether the byte is the last of an `ắ`: cheap, for most bytes of its value are not.
pub(super) fn may_be_at(text: &str, anchor: usize) -> bool {
    let before = &text.as_bytes()[anchor.saturating_sub(2)..=anchor];
    matches!(before, [0xE1, 0xBA, 0xAF] | [_, 0xCC, 0x81])
}

/// The definition around the `tắt` whose vowel ends at byte `anchor`; nothing before `from` belongs to it.
pub(super) fn read(text: &str, anchor: usize, from: usize) -> Option<Definition> {
    let word = word_at(text, anchor)?;
    if !matches!(&text[word.clone()], "tắt" | "tă\u{301}t" | "ta\u{306}\u{301}t") {
        return None;
    }
    let (verb, _) = last_word(text, word.start)?;
    if !is_one_of(&text[verb.clone()], &["viet", "goi"]) {
        return None;
    }
    let names_long = skip_behind(text, word.end);
    let before = skip_before(text, verb.start, from);
    if names_long.of {
        let short = Short::last_of(text, before, from)?;
        let long = initials::behind(text, names_long.at, &short)?;
        let end = closed(text, long.end).unwrap_or(long.end);
        return Some(Definition { range: short.range.start..end, short: short.range, long });
    }
    let short = Short::first_of(text, names_long.at)?;
    if text[word.end..short.range.start].matches('\n').count() > 1 {
        return None;
    }
    let long = initials::before(text, before, from, &short).or_else(|| {
        let alone = short.range.start - names_long.at < 4 && !text[short.range.clone()].contains(['/', '-']);
        let ends = !text[short.range.end..].trim_start_matches(is_quote).starts_with(' ');
        (alone && ends).then(|| unchecked(text, before, from)).flatten()
    })?;
    let end = closed(text, short.range.end).unwrap_or(short.range.end);
    Some(Definition { range: long.start..end, short: short.range, long })
}

/// The word around a byte.
fn word_at(text: &str, anchor: usize) -> Option<Range<usize>> {
    let end = anchor + 1;
    if !text.is_char_boundary(end) {
        return None;
    }
    // `tắt` has no more than seven bytes
    let mut limit = anchor.saturating_sub(8);
    while !text.is_char_boundary(limit) {
        limit += 1;
    }
    let start = limit + text[limit..end].trim_end_matches(is_of_word).len();
    let behind = text[end..].chars().take(4).take_while(|&c| is_of_word(c)).map(char::len_utf8).sum::<usize>();
    Some(start..end + behind)
}

/// Where the form behind the phrase begins, and whether it is the long one: `viết tắt của …`.
struct Behind {
    at: usize,
    of: bool,
}

fn skip_behind(text: &str, end: usize) -> Behind {
    let mut behind = Behind { at: end, of: false };
    for _ in 0..MAX_WORDS {
        let rest = &text[behind.at..];
        let next = rest.trim_start_matches(|c: char| c.is_whitespace() || is_quote(c) || c == ':');
        let len = next.char_indices().take(12).find(|(_, c)| !is_of_word(*c)).map_or(0, |(at, _)| at);
        if len == 0 || !is_one_of(&next[..len], BEHIND_CALLED) || next.starts_with(char::is_uppercase) && len > 5 {
            break;
        }
        behind.of |= is_one_of(&next[..len], &["cua"]);
        behind.at = text.len() - next.len() + len;
    }
    let rest = &text[behind.at..];
    let next = rest.trim_start_matches(|c: char| matches!(c, ':' | ' ' | '\u{A0}' | '\n') || is_quote(c));
    behind.at = text.len() - next.len();
    behind
}

/// The end of the form before the phrase.
fn skip_before(text: &str, start: usize, from: usize) -> usize {
    let mut end = start;
    for _ in 0..MAX_WORDS {
        match last_word(text, end) {
            Some((word, _)) if word.start >= from && is_one_of(&text[word.clone()], BEFORE_CALLED) => end = word.start,
            _ => break,
        }
    }
    let trim = |c: char| c.is_whitespace() || is_quote(c) || is_dash(c) || matches!(c, '(' | ',' | ';' | '/');
    let from = from.min(end);
    let tail = text[from..end].char_indices().rev().take(8).take_while(|(_, c)| trim(*c)).last();
    tail.map_or(end, |(at, _)| from + at)
}

/// The word before a byte, brackets, commas and blanks between, and where those begin.
fn last_word(text: &str, end: usize) -> Option<(Range<usize>, usize)> {
    let mut limit = end.saturating_sub(32);
    while !text.is_char_boundary(limit) {
        limit += 1;
    }
    let before = &text[limit..end];
    let trimmed = before.trim_end_matches(|c: char| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ',' | '/'));
    let start = trimmed.trim_end_matches(is_of_word).len();
    (start < trimmed.len()).then(|| (limit + start..limit + trimmed.len(), limit + trimmed.len()))
}

/// A long form without a check of its initials: from its first capital, no further back than a sign
/// or a word that parts it from others.
fn unchecked(text: &str, end: usize, from: usize) -> Option<Range<usize>> {
    let words = initials::Backward { text, limit: from, at: end };
    let mut range: Option<Range<usize>> = None;
    let (mut last, mut count, mut lower) = (end, 0, 0);
    for word in words {
        let parted = text[word.end..last].contains([',', '\n']) && count > 0;
        if parted || count == MAX_UNCHECKED || is_one_of(&text[word.clone()], BEFORE_LONG_FORM) {
            break;
        }
        (last, count) = (word.start, count + 1);
        let stop = range.as_ref().map_or(word.end, |range| range.end);
        if text[word.clone()].starts_with(char::is_uppercase) {
            (range, lower) = (Some(word.start..stop), 0);
        } else {
            lower += 1;
            range.get_or_insert(usize::MAX..stop);
        }
    }
    // a name that begins in the middle of others is cut off
    range.filter(|range| lower == 0 && range.start < range.end && text[range.clone()].contains(' '))
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| word.chars().filter_map(base).eq(other.chars()))
}
