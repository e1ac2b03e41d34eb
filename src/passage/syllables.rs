//! A text to how many syllables it has: runs between white space that hold a letter or digit.
//!
//! Most runs begin with a letter, and bytes many at once tell so; others are read byte by byte.

use crate::text::letter_width;

/// How many bytes are looked at at once.
const CHUNK: usize = 16;

const LETTER: u8 = 1;
const BLANK: u8 = 2;
/// The first byte of a character that must be looked at.
const UNKNOWN: u8 = 4;

/// What a byte begins: [`LETTER`], [`BLANK`], [`UNKNOWN`], or 0 for any other sign and inside a character.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0xC4..=0xC6 => LETTER,
            b' ' | b'\t'..=b'\r' => BLANK,
            0..=0xBF => 0,
            _ => UNKNOWN,
        };
        byte += 1;
    }
    classes
};

/// Counts the syllables.
pub(super) fn count(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let mut run = Run { count: 0, is_counted: false };
    let mut at = 0;
    while at < bytes.len() {
        let end = bytes.len().min(at + CHUNK);
        match plain_starts(bytes, at).filter(|_| run.is_counted != is_blank(bytes[at - 1])) {
            Some(starts) => run = Run { count: run.count + starts, is_counted: !is_blank(bytes[end - 1]) },
            None => (at..end).for_each(|at| run.step(text, at)),
        }
        at = end;
    }
    run.count
}

/// The syllables so far, and whether the run that is read is among them.
struct Run {
    count: u32,
    is_counted: bool,
}

impl Run {
    fn step(&mut self, text: &str, at: usize) {
        let class = match CLASSES[usize::from(text.as_bytes()[at])] {
            UNKNOWN => look(text, at),
            class => class,
        };
        let (letter, blank) = (class & LETTER != 0, class & BLANK != 0);
        self.count += u32::from(letter & !self.is_counted);
        self.is_counted = (self.is_counted | letter) & !blank;
    }
}

fn look(text: &str, at: usize) -> u8 {
    if letter_width(text.as_bytes(), at).is_some() {
        return LETTER;
    }
    match text[at..].chars().next() {
        Some(c) if c.is_alphanumeric() => LETTER,
        Some(c) if c.is_whitespace() => BLANK,
        _ => 0,
    }
}

/// How many runs begin in the [`CHUNK`] bytes from `at` on, if all of them begin with a letter and no
/// white space beyond ASCII stands there; none where a byte is missing before or behind them.
fn plain_starts(bytes: &[u8], at: usize) -> Option<u32> {
    let before = bytes.get(at.checked_sub(1)?..at + CHUNK - 1)?;
    let behind = bytes.get(at + 1..at + 1 + CHUNK)?;
    let (mut starts, mut is_odd) = (0, false);
    // without an exit from the loop the compiler compares all bytes at once
    for ((&before, &byte), &behind) in before.iter().zip(&bytes[at..at + CHUNK]).zip(behind) {
        let is_start = is_blank(before) & !is_blank(byte);
        starts += u8::from(is_start);
        is_odd |= is_start & !may_begin_letter(byte) | begins_other(byte, behind);
    }
    (!is_odd).then_some(u32::from(starts))
}

fn is_blank(byte: u8) -> bool {
    (byte == b' ') | (byte.wrapping_sub(b'\t') < 5)
}

fn may_begin_letter(byte: u8) -> bool {
    ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10) | (byte >= 0xC3)
}

/// Whether a character beyond ASCII begins that is none of the letters of [`letter_width`].
fn begins_other(byte: u8, behind: u8) -> bool {
    let latin = (byte == 0xC3) & (behind != 0x97) & (behind != 0xB7);
    let extended = byte.wrapping_sub(0xC4) < 3;
    let additional = (byte == 0xE1) & (behind.wrapping_sub(0xBA) < 2);
    (byte >= 0xC0) & !(latin | extended | additional)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn counts_runs_with_a_letter() {
        let check = |text: &str, expected: u32| assert_eq!(count(text), expected, "{text:?}");
        check("", 0);
        check(" - … – “” ", 0);
        check("bệnh\u{1680}viện\u{2003}x", 3);
        check("Hội nghị ngày 4/4/1947.", 4);
        check("a\u{a0}b\u{3000}c\u{200b}d", 3);
        check("đ ơ ư ị 中 ©", 5);
        check("b\u{1ec7}nh be\u{323}\u{302}nh", 2);
        check("Số: 12/KH-ABC ngày – 5", 4);
        check("“Điều (3)” * ** … |", 2);
        check("a\u{1680}b × ÷ 國 \u{fffd} ² 😀", 4);
        check(&"ắng “ầm” ".repeat(40), 80);
    }

    proptest! {
        #[test]
        fn counts_as_words_are_counted(pieces in proptest::collection::vec(proptest::sample::select(vec![
            "a", "ế", " ", " ", " ", "\u{a0}", "“", "(", "×", "e\u{301}", "\u{1680}", "\u{2009}x", "Điều", "1.", "\u{fffd}",
            "\n", "國", "ß", "ა", "។", "\u{3000}", "abcdefgh", "|", "\u{b}", "\u{1c}", "\u{85}", "²", "😀", "\u{1e00}", "ắng",
        ]), 0..80)) {
            let text = pieces.concat();
            let words = text.split(char::is_whitespace).filter(|word| word.chars().any(char::is_alphanumeric));
            prop_assert_eq!(count(&text), words.count() as u32);
        }
    }
}
