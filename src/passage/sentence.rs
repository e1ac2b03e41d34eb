//! A stretch of text to the places where it may be cut; a name, a date or a number is never cut.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::letter;
use super::mark;
use crate::text::{is_bullet, is_dash, is_long_dash, is_mark, opens_quote};

/// How willingly a stretch is cut, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub(super) enum Grade {
    /// After a sentence.
    Sentence,
    /// After `;`.
    Semicolon,
    /// After `,` `:` and a dash between blanks.
    Comma,
    /// At white space outside names, dates and numbers.
    Blank,
    /// At any white space.
    AnyBlank,
    /// Between any two letters.
    Letter,
}

impl Grade {
    /// The next worse grade.
    pub fn worse(self) -> Option<Self> {
        match self {
            Self::Sentence => Some(Self::Semicolon),
            Self::Semicolon => Some(Self::Comma),
            Self::Comma => Some(Self::Blank),
            Self::Blank => Some(Self::AnyBlank),
            Self::AnyBlank => Some(Self::Letter),
            Self::Letter => None,
        }
    }
}

/// Calls `cut` with each byte of `text` at or after `from`, in order, before
/// which the text may be cut at this grade.
pub(super) fn cuts(text: &str, from: usize, grade: Grade, cut: impl FnMut(usize)) {
    match grade {
        Grade::Sentence => sentence_cuts(text, from, cut),
        Grade::Semicolon => clause_cuts(text, from, false, cut),
        Grade::Comma => clause_cuts(text, from, true, cut),
        Grade::Blank => blank_cuts(text, from, true, cut),
        Grade::AnyBlank => blank_cuts(text, from, false, cut),
        Grade::Letter => letter_cuts(text, from, cut),
    }
}

/// Words that end no sentence with their full stop; see the file for why.
static ABBREVIATIONS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("data/abbreviations.txt")
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
});

/// Words before a number or letter that can end a sentence: `lần thứ V. Đại hội`.
const ORDINAL_WORDS: [&str; 15] =
    ["thu", "khoa", "quy", "ky", "hang", "cap", "loai", "nhom", "lop", "khu", "bang", "so", "to", "dot", "khoi"];

/// Farthest look back for the word before a mark: longer words are no abbreviations.
const MAX_WORD_BYTES: usize = 24;

fn sentence_cuts(text: &str, from: usize, mut cut: impl FnMut(usize)) {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        let width = match byte {
            b'.' | b'!' | b'?' => 1,
            0xe2 if text[at..].starts_with('…') => 3,
            _ => {
                at += 1;
                continue;
            }
        };
        let (end, more) = after_marks(text, at + width);
        let single = byte == b'.' && !more;
        let rest = &text[end..];
        let next = rest.trim_start();
        if next.is_empty() {
            break;
        }
        let ends = if next.len() < rest.len() {
            starts_sentence(next) && !(single && is_abbreviation(text, at, next))
        } else {
            byte != 0xe2 && !more && glued(&text[..at], &text[at + 1..end], next) && !is_abbreviation(text, at, next)
        };
        if ends {
            cut(text.len() - next.len());
        }
        at = end;
    }
}

/// Skips further marks (`...`, `?!`, `./.`), closing quotes and brackets, and a
/// footnote mark `[6]`; tells whether there were further marks.
fn after_marks(text: &str, mut at: usize) -> (usize, bool) {
    let mut more = false;
    loop {
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else {
            return (at, more);
        };
        if matches!(c, '.' | '!' | '?' | '…') || c == '/' && rest.starts_with("/.") {
            more = true;
        } else if c == '[' {
            match mark::note_number(rest) {
                Some((_, width)) => {
                    at += width;
                    continue;
                }
                None => return (at, more),
            }
        } else if !letter::is_closer(c) {
            return (at, more);
        }
        at += c.len_utf8();
    }
}

/// Whether a sentence may start with this text, a blank being before it.
fn starts_sentence(next: &str) -> bool {
    next.chars().next().is_some_and(|c| {
        c.is_uppercase()
            || c.is_ascii_digit()
            || opens_quote(c)
            || is_dash(c)
            || is_bullet(c)
            || matches!(c, '(' | '[' | '+' | '*' | '_' | '#' | '|' | '\u{fffd}')
    })
}

/// Whether a blank is missing after the mark: `buổi làm việc.Liên đoàn`.
fn glued(before: &str, closers: &str, next: &str) -> bool {
    let base = |mut chars: &mut dyn Iterator<Item = char>| (&mut chars).find(|&c| !is_mark(c));
    let mut after = next.chars();
    !closers.starts_with(['*', '_', '\''])
        && base(&mut before.chars().rev()).is_some_and(char::is_lowercase)
        && base(&mut after).is_some_and(char::is_uppercase)
        && base(&mut after).is_some_and(char::is_lowercase)
}

/// Whether the full stop at `dot` belongs to its word: an abbreviation, an
/// initial, or the number of a list item.
fn is_abbreviation(text: &str, dot: usize, next: &str) -> bool {
    let (word, start) = word_before(text, dot);
    let before = text[..start].trim_end_matches([' ', '\t', '*', '_']);
    let opens_line = before.is_empty() || before.ends_with('\n');
    let last = word.rsplit('.').next().unwrap_or(word);
    if !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit()) {
        let digit_next = next.starts_with(|c: char| c.is_ascii_digit());
        return last.len() <= 3
            && last == word
            && (opens_line
                || before.ends_with(|c| matches!(c, ':' | ';' | '(') || is_dash(c))
                || before.strip_suffix('.').is_some_and(|before| !ends_with_abbreviation(before))
                || digit_next && last.len() <= 2
                || opens_with_keyword(before));
    }
    let mut letters = last.chars().filter(|&c| !is_mark(c));
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let roman = !last.is_empty() && last.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    if initial || roman {
        return if opens_line {
            true
        } else if last == word && follows_ordinal(before) {
            false
        } else {
            initial || opens_with_keyword(before)
        };
    }
    ABBREVIATIONS.contains(word) || ABBREVIATIONS.contains(last)
}

fn ends_with_abbreviation(before: &str) -> bool {
    let (word, _) = word_before(before, before.len());
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    initial || ABBREVIATIONS.contains(word)
}

/// The word that ends at `end`, and where it starts; a word longer than
/// [`MAX_WORD_BYTES`] is cut off.
fn word_before(text: &str, end: usize) -> (&str, usize) {
    let mut start = end;
    for (at, c) in text[..end].char_indices().rev() {
        let apart = c.is_whitespace() || opens_quote(c) || matches!(c, '(' | '[' | ',' | ';' | ':' | '*' | '_');
        if apart || end - at > MAX_WORD_BYTES {
            break;
        }
        start = at;
    }
    (&text[start..end], start)
}

fn follows_ordinal(before: &str) -> bool {
    let (word, _) = word_before(before, before.len());
    ORDINAL_WORDS.iter().any(|ordinal| letter::after_folded(word, ordinal) == Some(""))
}

/// Whether `Điều`, `Chương` … opens the line and is all that stands before.
fn opens_with_keyword(before: &str) -> bool {
    let (word, start) = word_before(before, before.len());
    let above = before[..start].trim_end_matches([' ', '\t', '*', '_']);
    (above.is_empty() || above.ends_with('\n')) && mark::is_keyword_alone(word)
}

fn clause_cuts(text: &str, from: usize, commas: bool, mut cut: impl FnMut(usize)) {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        let after = match byte {
            b';' if !commas => at + 1,
            b',' | b':' if commas => at + 1,
            b'-' if commas => at + 1,
            0xe2 if commas && text[at..].starts_with(is_long_dash) => at + 3,
            _ => {
                at += 1;
                continue;
            }
        };
        let rest = &text[after..];
        let next = rest.trim_start();
        if next.is_empty() {
            break;
        }
        let (left, right) = (text[..at].trim_end(), next.chars().next());
        let digits = left.ends_with(|c: char| c.is_ascii_digit()) && right.is_some_and(|c| c.is_ascii_digit());
        let dash = !matches!(byte, b';' | b',' | b':');
        let joins = dash
            && (left.len() == at
                || right.is_some_and(char::is_uppercase)
                    && word_before(left, left.len()).0.starts_with(char::is_uppercase));
        if next.len() < rest.len() && !digits && !joins {
            cut(text.len() - next.len());
        }
        at = after;
    }
}

/// Cuts at white space are offered no closer than this, which keeps them few.
const MIN_BLANK_STEP: usize = 48;

fn blank_cuts(text: &str, from: usize, careful: bool, mut cut: impl FnMut(usize)) {
    let mut last = from;
    let mut space: Option<usize> = None;
    for (at, c) in text[from..].char_indices() {
        let at = from + at;
        if c.is_whitespace() {
            space.get_or_insert(at);
            continue;
        }
        let Some(space) = space.take() else { continue };
        if at - last < MIN_BLANK_STEP {
            continue;
        }
        let bound = careful && {
            let (left, _) = word_before(text, space);
            let digit = |c: char| c.is_ascii_digit();
            c.is_ascii_digit() || left.starts_with(digit) || c.is_uppercase() && left.starts_with(char::is_uppercase)
        };
        if !bound {
            cut(at);
            last = at;
        }
    }
}

/// No passage is longer than this, whatever it holds.
pub(super) const MAX_BYTES: usize = 8 << 10;

fn letter_cuts(text: &str, from: usize, mut cut: impl FnMut(usize)) {
    let mut last = from;
    while text.len() - last > MAX_BYTES {
        let boundaries = || {
            let last_first = (last + 1..=last + MAX_BYTES).rev();
            last_first.filter(|&at| text.is_char_boundary(at))
        };
        // A letter and its marks stay together, if they are not too many.
        let apart = |at: &usize| !text[*at..].starts_with(is_mark);
        let at = boundaries().take(8).find(apart).or_else(|| boundaries().next());
        let Some(at) = at else { return };
        cut(at);
        last = at;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` with ` ¦ ` at every cut.
    fn shown(text: &str, grade: Grade) -> String {
        let mut parts = Vec::new();
        let mut start = 0;
        cuts(text, 0, grade, |at| {
            parts.push(text[start..at].trim_end());
            start = at;
        });
        parts.push(&text[start..]);
        parts.join(" ¦ ")
    }

    #[test]
    fn ends_sentences() {
        for expected in [
            "Hội nghị bế mạc. ¦ Sau đó về.",
            "Họp tại TP. Hà Nội, Q. 1. ¦ Ông Ba dự.",
            "Theo tr. 36 và Nxb. Lao động, đ/c. Ba nói.",
            "Do PGS.TS. Lê Ba, Th.S Tư và GS. Năm soạn. ¦ Ảnh đẹp.",
            "Ông A. B. Xê đến. ¦ V. I. Tê nói.",
            "Đại hội lần thứ V. ¦ Đại hội đã bầu.",
            "1. Tổ chức hội nghị. ¦ 2. Bầu cử.",
            "Gồm: 1. Một việc; 2. Hai việc.",
            "Ngày 4.4.1947 có 1.200 người. ¦ 20 người vắng.",
            "Năm 1952. ¦ 3 người đến.",
            "Có cam, quýt v.v. và mít. ¦ Có lê v.v. ¦ Đó là quả.",
            "Ông nói: “Được.” ¦ Bà cười (to.) ¦ Họ về!",
            "Nhiều việc… ¦ Sau đó nghỉ... rồi đi. ¦ Hết./. ¦ Nơi nhận",
            "Xong buổi làm việc.¦ Liên đoàn về; xem a.gov.vn nhé.",
            "Việt Nam.[6] ¦ Tên gọi đó.[12][3] ¦ Hết.",
            "Điều 3. Tên gọi. ¦ Luật này nói rõ.",
            "Mr. Lee met No. 5 of St. Paul. ¦ Then he left.",
            "Ho\u{323}p xong vie\u{323}\u{302}c. ¦ Đi về.",
            "Được chưa? ¦ – Rồi.",
        ] {
            let text = expected.replace(".¦ ", ".").replace(" ¦ ", " ");
            let found = shown(&text, Grade::Sentence).replace(". ¦ Liên", ".¦ Liên");
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn cuts_clauses_and_blanks() {
        for (grade, expected) in [
            (Grade::Semicolon, "một, hai; ¦ ba;bốn"),
            (Grade::Comma, "ngày 26, 27/4/2021, ¦ Lê Kim Ba, ¦ Lý Tư - Bí thư - ¦ người tỉnh, ¦ năm 2016 - 2020"),
            (Grade::Blank, "gồm các đồng chí ở xã và huyện cùng ¦ về dự họp nay có Lê Kim Ba"),
        ] {
            let text = expected.replace(" ¦ ", " ");
            assert_eq!(shown(&text, grade), expected);
        }
        let name = "Lê Văn Ba ".repeat(20);
        assert_eq!(shown(&name, Grade::Blank), name);
        let letters = "ế".repeat(MAX_BYTES);
        let mut found = 0;
        cuts(&letters, 0, Grade::Letter, |at| {
            assert!(letters.is_char_boundary(at));
            found += 1;
        });
        assert_eq!(found, 3);
    }
}
