//! One character to what the scanner needs of it: its plain letter and its marks, or its class.
//!
//! A word is its plain letters and the set of its marks, so that every normalization, every order
//! of the marks and both tone placements give one word.

use unicode_normalization::UnicodeNormalization;

use crate::analysis::is_raised;

/// What a character is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mention) enum Class {
    /// A Latin letter: 1 to 26, its marks, and whether it is a capital.
    Letter { plain: u8, marks: u16, capital: bool },
    /// A combining mark.
    Mark(u16),
    /// A letter of no date word.
    Foreign,
    /// Is not seen and parts nothing.
    Invisible,
    /// A space of some width.
    Blank,
    /// A dash of some length.
    Dash,
    /// Everything else.
    Other,
}

/// The mark of `đ`, which has no decomposition.
pub(in crate::mention) const STROKE: u16 = 1 << 8;

/// A mark that no word of Vietnamese bears.
pub(in crate::mention) const ALIEN: u16 = 1 << 15;

/// Characters up to here are looked up.
#[cfg(any(not(with_tables), test))]
const TABLE: u32 = 0x1F00;

#[cfg(with_tables)]
include!(concat!(env!("OUT_DIR"), "/date_letters.rs"));
#[cfg(not(with_tables))]
static CLASSES: &[Class] = &[];

/// The table, as expressions.
#[cfg(any(not(with_tables), test))]
pub(super) fn classes() -> impl Iterator<Item = String> {
    (0..TABLE).map(|code| format!("Class::{:?}", char::from_u32(code).map_or(Class::Other, classify)))
}

/// The class of a character, from the table where it reaches.
pub(in crate::mention) fn class(letter: char) -> Class {
    CLASSES.get(letter as usize).copied().unwrap_or_else(|| classify(letter))
}

fn classify(letter: char) -> Class {
    match letter {
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => Class::Invisible,
        '‐'..='―' | '−' => Class::Dash,
        'đ' | 'ð' | 'ɖ' => Class::Letter { plain: 4, marks: STROKE, capital: false },
        'Đ' | 'Ð' | 'Ɖ' => Class::Letter { plain: 4, marks: STROKE, capital: true },
        _ if is_raised(letter) => Class::Other,
        _ if letter.is_whitespace() => Class::Blank,
        _ => {
            let mut parts = std::iter::once(letter).nfd();
            let first = parts.next().unwrap_or(letter);
            let marks = parts.fold(0, |marks, part| marks | mark(part));
            match first {
                'a'..='z' | 'A'..='Z' => {
                    Class::Letter { plain: first as u8 & 31, marks, capital: first.is_ascii_uppercase() }
                }
                '\u{300}'..='\u{36F}' => Class::Mark(marks | mark(first)),
                _ if first.is_alphanumeric() => Class::Foreign,
                _ => Class::Other,
            }
        }
    }
}

fn mark(letter: char) -> u16 {
    match letter {
        '\u{300}' => 1,
        '\u{301}' => 1 << 1,
        '\u{309}' => 1 << 2,
        '\u{303}' => 1 << 3,
        '\u{323}' => 1 << 4,
        '\u{302}' => 1 << 5,
        '\u{306}' => 1 << 6,
        '\u{31B}' => 1 << 7,
        _ => ALIEN,
    }
}

/// Whether the text bears a mark of Vietnamese: then its words are read by their marks too.
pub(in crate::mention) fn has_marks(text: &str) -> bool {
    let marked = |letter| match class(letter) {
        Class::Letter { marks, .. } => marks != 0 && marks != ALIEN,
        Class::Mark(marks) => marks != ALIEN,
        _ => false,
    };
    !text.is_ascii() && text.chars().any(|letter| !letter.is_ascii() && marked(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_what_is_worked_out() {
        assert_eq!(CLASSES.len(), TABLE as usize);
        let known = CLASSES.iter().map(|class| format!("Class::{class:?}"));
        assert!(known.eq(classes()));
    }
}
