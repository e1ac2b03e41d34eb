//! A text to what it is by nature: rules or not, and the dates in it that are headings.

use std::iter;

use memchr::memchr_iter;

use super::super::date::DateMention;
use super::bounds;

/// An article that begins before this letter makes a text a law.
const HEAD: usize = 12;

/// Whether a date is all that its line says, but for a number.
pub(super) fn is_heading(text: &str, date: &DateMention) -> bool {
    let bytes = text.as_bytes();
    let before = bytes[..date.range.start].iter().rev().take(10).take_while(|&&b| b != b'\n');
    let letters = before.filter(|b| b.is_ascii_lowercase() || **b >= 0x80).count();
    let starts = letters == 0 && {
        let from = date.range.start.saturating_sub(10);
        from == 0 || bytes[from..date.range.start].contains(&b'\n')
    };
    let behind = &bytes[date.range.end..bytes.len().min(date.range.end + 6)];
    let rest = behind.iter().take_while(|&&b| b != b'\n');
    starts
        && date.from.is_some()
        && (behind.contains(&b'\n') || behind.len() < 6)
        && rest.clone().all(|b| matches!(b, b' ' | b'.' | b':' | b'*' | b'\r' | b')' | b'|'))
}

/// What the lines of rules begin with: articles, then legal bases; composed and decomposed.
const HEADS: [&str; 4] = ["Điều ", "\u{110}ie\u{302}\u{300}u ", "Căn cứ ", "Ca\u{306}n cu\u{31B}\u{301} "];

/// How many of the heads are articles.
const ARTICLES: usize = 2;

/// Whether a text is a law or the like: lines that begin with articles or legal bases.
pub(super) fn is_rules(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut counts = [0; HEADS.len()];
    for line in iter::once(0).chain(memchr_iter(b'\n', bytes).map(|end| end + 1)) {
        let marks = bytes[line..].iter().take_while(|b| matches!(b, b' ' | b'#' | b'*' | b'\t')).count();
        let at = line + marks;
        let Some(head) = HEADS.iter().position(|head| bytes[at..].starts_with(head.as_bytes())) else { continue };
        let is_early = || at < 3 * HEAD && bounds::len(&text[..at]) < HEAD;
        if counts[head] > 0 || head < ARTICLES && is_early() {
            return true;
        }
        counts[head] += 1;
    }
    false
}
