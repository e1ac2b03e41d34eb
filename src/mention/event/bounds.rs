//! A place in a text to the sentence around it: trimmed, hard-wrapped lines joined.

use crate::mention::lists::ABBREVIATED;
use crate::text::{closes_quote, is_bullet, is_dash, is_invisible};
use std::ops::Range;

/// No sentence is longer: what is, is cut.
pub(super) const LONGEST: usize = 4000;

/// The time at the head of a line of a career has no more bytes.
const TIME: usize = 24;

/// A line that is longer may be wrapped before a capital.
const WRAPPED: usize = 60;

/// Where the sentence begins that holds byte `at`, with what stands before its first word, not before `from`.
pub(super) fn start(text: &str, from: usize, at: usize) -> usize {
    let bytes = text.as_bytes();
    let floor = from.max(at.saturating_sub(LONGEST));
    (floor..at).rev().find(|&last| may_end(bytes[last]) && ends(text, last)).map_or(floor, |last| last + 1)
}

/// The sentence that holds byte `at`, not beginning before `from`.
pub(super) fn sentence(text: &str, from: usize, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let mut start = start(text, from, at);
    let ceiling = bytes.len().min(at + LONGEST);
    let mut end = at;
    while end < ceiling && !(may_end(bytes[end]) && ends(text, end)) {
        end += 1;
    }
    // the sign that ends it belongs to it
    end = (end + 1).min(bytes.len());
    while !text.is_char_boundary(start) {
        start += 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    trim(text, start..end)
}

/// Without blanks, list marks and stray full stops around.
pub(super) fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let cut = &text[range.clone()];
    let head = cut.trim_start_matches(|c: char| {
        c.is_whitespace()
            || is_dash(c)
            || is_bullet(c)
            || is_invisible(c)
            || matches!(c, '.' | '+' | '*' | '#' | '|' | ';' | ',' | '\u{FFFD}')
    });
    let start = range.end - head.len();
    let tail = head.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '*' | ';'));
    start..start + tail.len()
}

/// Whether there are sentences that end in a byte.
fn may_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'.' | b'!' | b'?' | 0xA6)
}

/// Whether byte `at` ends a sentence.
fn ends(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    match bytes[at] {
        b'\n' => ends_line(text, at),
        b'.' => ends_with_stop(text, at),
        b'!' | b'?' => bytes.get(at + 1).is_none_or(|next| next.is_ascii_whitespace()),
        // the last byte of `…`
        0xA6 if at >= 2 && bytes[at - 2..at] == [0xE2, 0x80] => opens(text, at + 1),
        _ => false,
    }
}

/// Whether the line end at byte `at` ends the sentence too: the next line begins anew.
fn ends_line(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let next = bytes[at + 1..].iter().take(LONGEST).position(|b| !matches!(b, b' ' | b'\t' | b'\r'));
    let Some(next) = next.map(|next| at + 1 + next) else { return true };
    if bytes[next] == b'\n' {
        return true;
    }
    let Some(first) = char_at(text, next) else { return true };
    if first.is_lowercase() || matches!(first, '.' | ',' | ')' | '(') && bytes.get(next + 1) != Some(&b'.') {
        return false;
    }
    if !first.is_uppercase() && !first.is_ascii_digit() {
        return true;
    }
    let last = bytes[..at].iter().rev().take(WRAPPED).position(|b| !matches!(b, b' ' | b'\r'));
    let Some(last) = last.map(|back| at - 1 - back) else { return true };
    let open = bytes[last].is_ascii_alphanumeric() || bytes[last] >= 0x80 || bytes[last] == b',';
    let line = letters(bytes[..at].iter().rev());
    let wrapped = letters(bytes[next..].iter()) < 4 * WRAPPED && (WRAPPED..4 * WRAPPED).contains(&line);
    let item = first.is_ascii_digit() && bytes[next..].iter().take(4).any(|&b| matches!(b, b'.' | b')'));
    // `1/1965 - 6/1968: …`, a line of a career
    let head = bytes[next..].iter().take(TIME).take_while(|b| b.is_ascii_digit() || matches!(b, b'/' | b'-' | b' '));
    let item = item || bytes.get(next + head.count()) == Some(&b':') && first.is_ascii_digit();
    !(open && wrapped && !item)
}

/// How many letters and signs a line has from here on, as far as it matters.
fn letters<'a>(line: impl Iterator<Item = &'a u8>) -> usize {
    line.take_while(|&&b| b != b'\n').filter(|b| is_letter(**b)).take(4 * WRAPPED).count()
}

/// How many letters and signs `text` has, in every normalization.
pub(super) fn len(text: &str) -> usize {
    text.bytes().filter(|&b| is_letter(b)).count()
}

/// Whether a byte begins a character that is no combining mark.
fn is_letter(byte: u8) -> bool {
    !matches!(byte, 0x80..=0xBF | 0xCC | 0xCD)
}

/// Whether the full stop at byte `at` ends the sentence: not in figures, names and list marks.
fn ends_with_stop(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    if bytes.get(at + 1) == Some(&b'.') {
        return false;
    }
    if bytes[..at].ends_with(b"..") {
        return opens(text, at + 1);
    }
    let glued = bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace());
    if glued {
        let before = bytes[at.saturating_sub(1)];
        // `cục bộ.Trước`: the blank is forgotten
        return (before.is_ascii_lowercase() || before >= 0x80)
            && char_at(text, at + 1).is_some_and(char::is_uppercase)
            || char_at(text, at + 1).is_some_and(|c| closes_quote(c) || matches!(c, '\u{A0}' | '[' | ')'));
    }
    if !opens(text, at + 1) {
        return false;
    }
    let word = bytes[..at].iter().rev().take(8).take_while(|&&b| b.is_ascii_alphanumeric() || b >= 0x80).count();
    let head = bytes[..at - word].last().is_none_or(|b| matches!(b, b'\n' | b';' | b':'))
        || bytes[..at - word].ends_with(b": ")
        || bytes[..at - word].ends_with(b"; ");
    match &bytes[at - word..at] {
        [b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9'] => !head,
        b"I" | b"V" | b"X" => !head,
        [b'A'..=b'Z'] => false,
        word if ABBREVIATED.iter().any(|known| known.as_bytes() == word) => false,
        _ => true,
    }
}

/// Whether a sentence may begin at byte `at`: behind blanks with anything but a small letter.
fn opens(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start_matches([' ', '\t', '\u{A0}', '\r']);
    !rest.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';'))
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|rest| rest.chars().next())
}
