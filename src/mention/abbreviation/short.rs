//! Text to short forms: a run of capitals with its letters as they are compared.

use std::ops::Range;

use super::words::{self, base, is_quote, is_tone};
use crate::mention::numeral::numeral;
use crate::text::{is_dash, is_of_word};

/// More letters are no abbreviation.
const MAX_LETTERS: usize = 16;

/// Further back from a bracket no short form begins.
const MAX_BYTES: usize = 64;

/// More words before the abbreviation are not part of a short form: `(Tổng LĐLĐ)`.
const MAX_WORDS_BEFORE: usize = 3;

/// A letter of a short form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// Lower case without marks, `đ` kept.
    pub base: char,
    /// Whether it may only continue the syllable whose initial stands before it, or begin one.
    pub small: bool,
}

/// A short form in a text.
#[derive(Debug)]
pub(super) struct Short {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Letters and digits without the signs between.
    pub letters: Vec<Letter>,
}

impl Short {
    /// Where a short form stands that begins at byte `at`, quotes skipped.
    pub(super) fn range_at(text: &str, at: usize) -> Range<usize> {
        let start = at + words::quotes(&text[at..]);
        start..run_end(text, start)
    }

    /// The short form in a bracket that opens before byte `at`: the first abbreviation in it, behind a
    /// few words at most.
    pub(super) fn first_of(text: &str, at: usize) -> Option<Self> {
        let mut at = at;
        for _ in 0..=MAX_WORDS_BEFORE {
            at += text[at..].len() - text[at..].trim_start().len();
            let Range { start, end } = Self::range_at(text, at);
            at = start;
            if let Some(short) = Self::of(text, at..end) {
                return Some(short.joined(text));
            }
            // a count is no name: `(48 TTHC)`
            if end == at || text[at..].starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            at = end;
        }
        None
    }

    /// The short form that ends before byte `end`, blanks between.
    pub(super) fn last_of(text: &str, end: usize, from: usize) -> Option<Self> {
        let end = text[from..end].trim_end_matches(|c: char| c.is_whitespace() || is_quote(c)).len() + from;
        let mut start = end;
        for (at, c) in text[from..end].char_indices().rev() {
            if !(is_of_word(c) || is_joint(c)) {
                break;
            }
            start = from + at;
            if end - start > MAX_BYTES {
                return None;
            }
        }
        start = end - text[start..end].trim_start_matches(is_joint).len();
        Self::of(text, start..end)
    }

    /// With what follows behind a dash or `&` between blanks: `LĐ – TB&XH`.
    fn joined(self, text: &str) -> Self {
        let rest = &text[self.range.end..];
        let trimmed = rest.trim_start();
        let joint = trimmed.trim_start_matches(|c| c == '&' || is_dash(c));
        let next = joint.trim_start();
        if trimmed.len() == rest.len() && joint.len() == next.len() || joint.len() == trimmed.len() {
            return self;
        }
        let start = text.len() - next.len();
        let end = run_end(text, start);
        let joined = next.starts_with(char::is_uppercase).then(|| Self::of(text, self.range.start..end));
        joined.flatten().unwrap_or(self)
    }

    /// The short form that stands in this range, if what stands there is one.
    pub(super) fn of(text: &str, range: Range<usize>) -> Option<Self> {
        let written = &text[range.clone()];
        let fits = (2..=MAX_BYTES).contains(&range.len()) && written.starts_with(char::is_uppercase);
        if !fits || written.chars().any(is_tone) {
            return None;
        }
        let mut letters = Vec::with_capacity(MAX_LETTERS);
        let (mut capitals, mut digits) = (0, 0);
        for c in written.chars() {
            if letters.len() > MAX_LETTERS {
                return None;
            }
            if let Some(base) = base(c) {
                let capital = c.is_uppercase();
                capitals += usize::from(capital);
                digits += usize::from(c.is_ascii_digit());
                letters.push(Letter { base, small: !capital && !c.is_ascii_digit() });
            }
        }
        let small = letters.len() - capitals - digits;
        let short = letters.len() >= 2;
        let looks = match capitals {
            0 => false,
            1 => letters.len() <= 4 && small > 0 && !letters.iter().any(|letter| "aeiou".contains(letter.base)),
            _ => small <= 2 * capitals,
        };
        // (III) counts, it abbreviates nothing
        let counts = !written.contains(['V', 'I', 'X', 'v', 'i', 'x']) || written.contains(|c| !"IVX".contains(c));
        (short && looks && (counts || numeral(written).is_none())).then_some(Self { range, letters })
    }
}

/// The end of a run of letters, digits and single signs between them.
fn run_end(text: &str, start: usize) -> usize {
    let mut end = start;
    for (at, c) in text[start..].char_indices() {
        if at > 2 * MAX_BYTES {
            break;
        }
        if is_of_word(c) {
            end = start + at + c.len_utf8();
        } else if !is_joint(c) {
            break;
        }
    }
    end
}

/// A sign inside an abbreviation: `TB&XH`, `Đ/c`, `T.Ư`.
fn is_joint(c: char) -> bool {
    matches!(c, '&' | '/' | '.') || is_dash(c)
}
