//! A text to what it is by nature: rules or not, and the dates in it that are headings.

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

/// Whether a text is a law or the like: lines that begin with articles or legal bases.
pub(super) fn is_rules(text: &str) -> bool {
    let bytes = text.as_bytes();
    let at_head = |at: usize| {
        let mark = bytes[..at].iter().rev().take(6).position(|b| !matches!(b, b' ' | b'#' | b'*' | b'\t'));
        mark.is_none_or(|back| bytes[at - 1 - back] == b'\n') && at < bytes.len()
    };
    let articles = ["Điều ", "\u{110}ie\u{302}\u{300}u "];
    let bases = ["Căn cứ ", "Ca\u{306}n cu\u{31B}\u{301} "];
    let heads = |words: &'static str| text.match_indices(words).map(|(at, _)| at).filter(|&at| at_head(at));
    articles.iter().any(|words| heads(words).next().is_some_and(|at| at < 3 * HEAD && bounds::len(&text[..at]) < HEAD))
        || articles.iter().chain(&bases).any(|words| heads(words).take(2).count() == 2)
}
