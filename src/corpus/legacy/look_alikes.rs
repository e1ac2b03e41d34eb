//! Text in a font of an old encoding -> the same with the letters that its bytes have in Latin-1.
//!
//! Programs that convert by the shape of a sign write another that looks the same: a Greek `μ` for the
//! micro sign, a minus or a hyphen for the soft hyphen, which in TCVN3 is the place of `ư`.

use std::borrow::Cow;

use super::encoding::Legacy;
use super::table::{self, is_letter_beyond_bytes};
use crate::corpus::judge::judge;

/// Undoes what a program has made of the letters of a run; a run of Unicode stays as it is.
pub(super) fn undone(legacy: Legacy, text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| c != '-' && letter(legacy, c) == c) {
        return Cow::Borrowed(text);
    }
    let shown: String = text.chars().map(|c| letter(legacy, c)).collect();
    // a letter of Vietnamese that is none of these looks like no byte
    if shown.chars().any(is_letter_beyond_bytes) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(if legacy.is_tcvn3() && shown.contains('-') { with_hyphens_read(legacy, &shown) } else { shown })
}

/// The letter of Latin-1 that a sign stands for.
fn letter(legacy: Legacy, c: char) -> char {
    match c {
        // fonts of signs show their bytes in an area of private use
        '\u{F020}'..='\u{F0FF}' => char::from_u32(c as u32 - 0xF000).unwrap_or(c),
        'μ' => 'µ',
        '∙' | '⋅' => '·',
        'Đ' => 'Ð',
        'ˉ' => '¯',
        'β' => 'ß',
        '−' | '\u{2010}' | '\u{2011}' if legacy.is_tcvn3() => '\u{AD}',
        c => c,
    }
}

/// Reads a hyphen as the letter `ư` where a syllable comes of it.
fn with_hyphens_read(legacy: Legacy, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| !is_of_word(c)) {
        let letters = word.trim_end_matches(|c: char| !is_of_word(c));
        if letters.contains('-') && letters.len() <= MAX_WORD_BYTES && is_syllable(legacy, letters) {
            out.push_str(&word.replace('-', "\u{AD}"));
        } else {
            out.push_str(word);
        }
    }
    out
}

/// No syllable has more bytes, as its letters stand.
const MAX_WORD_BYTES: usize = 24;

fn is_of_word(c: char) -> bool {
    !c.is_whitespace() && (!c.is_ascii() || c.is_ascii_alphabetic() || c == '-')
}

fn is_syllable(legacy: Legacy, word: &str) -> bool {
    let read = table::of(legacy).read(&word.replace('-', "\u{AD}")).to_lowercase();
    let verdict = judge(&read);
    verdict.marked == 1 && verdict.percent() == 100 && verdict.score > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::legacy::decode_run;

    #[test]
    fn letters_that_look_alike_are_read() {
        let check =
            |legacy: Legacy, text: &str, expected: &str| assert_eq!(decode_run(legacy, text), expected, "{text}");
        let tcvn3 = Legacy::Tcvn3;
        check(tcvn3, "vμ l∙nh ®¹o ng−êi", "và lãnh đạo người");
        check(tcvn3, "§\u{AD}a ng\u{2010}êi", "Đưa người");
        check(tcvn3, "§-a ng-êi ®i n-íc", "Đưa người đi nước");
        check(tcvn3, "T©y-B¾c, 1954-1975", "Tây-Bắc, 1954-1975");
        check(tcvn3, "kinh tÕ - x· héi", "kinh tế - xã hội");
        check(tcvn3, "\u{F043}\u{F0E9}ng hßa", "Cộng hòa");
        check(tcvn3, "bĐ mÑ", "bé mẹ");
        check(tcvn3, "Đoàn người, μ − ∙", "Đoàn người, μ − ∙");
        check(Legacy::Tcvn3Capitals, "tr-êng ®\u{AD}êng", "TRƯỜNG ĐƯỜNG");
        check(Legacy::Vni, "Vieät Nam − 5", "Việt Nam − 5");
    }
}
