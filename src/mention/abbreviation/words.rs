//! Characters around an abbreviation: what is a word, what may stand between the words of a long form.

use crate::text::{Class, STROKE, TONES, class, is_dash, is_quote as is_double_quote, is_single_quote};

/// A letter in lower case without its marks, `đ` kept; none for other signs.
pub(super) fn base(c: char) -> Option<char> {
    match class(c) {
        Class::Letter { marks: STROKE, .. } => Some('đ'),
        Class::Letter { plain, .. } => Some(plain),
        Class::Digit => Some(c),
        _ => None,
    }
}

/// Whether the letter or mark bears one of the tones, which no abbreviation has.
pub(super) fn is_tone(c: char) -> bool {
    matches!(class(c), Class::Letter { marks, .. } | Class::Mark(marks) if marks & TONES != 0)
}

/// Quotes and the signs of emphasis, which may stand around any form.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '*' | '_') || is_double_quote(c) || is_single_quote(c)
}

/// The length of the quotes at the start.
pub(super) fn quotes(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_quote).len()
}

/// What stands between two words of a long form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Between {
    /// Blanks and at most one line end, a comma, a dash, a stroke or `&` among them.
    Joins,
    /// Anything else.
    Parts,
}

/// What `between` is to the words on its sides.
pub(super) fn between(between: &str) -> Between {
    let mut line_ends = 0;
    for c in between.chars() {
        match c {
            '\n' => line_ends += 1,
            ',' | '&' | '/' => {}
            _ if c.is_whitespace() || is_dash(c) || is_quote(c) => {}
            _ => return Between::Parts,
        }
    }
    if line_ends < 2 { Between::Joins } else { Between::Parts }
}

/// Whether it stands between a short form at the head of a line and its long one.
pub(super) fn is_defining(c: char) -> bool {
    matches!(c, ':' | '=' | '|') || is_dash(c)
}

/// The byte behind bullet, number and cell signs at a line's start: `- `, `2. `, `| 3 | `.
pub(super) fn skip_bullet(text: &str, start: usize) -> usize {
    let signs = |c: char| matches!(c, ' ' | '\t' | '\u{A0}' | '|' | '+' | '•' | '*') || is_dash(c);
    let rest = text[start..].trim_start_matches(signs);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = match rest.as_bytes().get(digits) {
        Some(b'.' | b')' | b' ' | b'|' | b'\t') if (1..=3).contains(&digits) => {
            rest[digits + 1..].trim_start_matches(signs)
        }
        _ => rest,
    };
    text.len() - numbered.len()
}

/// The end of a bracket whose content may end at byte `end`; a comma or dash may follow instead.
pub(super) fn closed(text: &str, end: usize) -> Option<usize> {
    let rest = text[end..].trim_start_matches(|c: char| c.is_whitespace() || is_quote(c));
    match rest.chars().next()? {
        ')' | ']' => Some(text.len() - rest.len() + 1),
        ',' | ';' | ':' | '=' | '.' => Some(end),
        sign if is_dash(sign) => Some(end),
        _ => None,
    }
}
