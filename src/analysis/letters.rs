//! One letter to its lower-case and folded forms: the table behind normalizing and folding.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What the tokenizer needs to know of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A letter or digit, with its lower-case and its folded form.
    Word { lower: char, folded: char },
    /// A combining mark: belongs to the letter before it.
    Mark,
    /// A character that is not seen and does not part words: zero-width, soft hyphen, BOM.
    Invisible,
    /// Everything else.
    Other,
}

/// Letters up to here (Latin with all its extensions) are looked up, the rest is worked out.
#[cfg(any(not(with_tables), test))]
const TABLE: u32 = 0x1F00;

#[cfg(with_tables)]
include!(concat!(env!("OUT_DIR"), "/letters.rs"));
#[cfg(not(with_tables))]
static CLASSES: &[Class] = &[];

/// The table, as expressions.
#[cfg(any(not(with_tables), test))]
pub(super) fn classes() -> impl Iterator<Item = String> {
    (0..TABLE).map(|code| format!("Class::{:?}", char::from_u32(code).map_or(Class::Other, classify)))
}

/// The class of a character, from the table where it reaches.
pub(super) fn class(letter: char) -> Class {
    CLASSES.get(letter as usize).copied().unwrap_or_else(|| classify(letter))
}

/// How many bytes the letter that begins at `at` has, if its bytes alone tell that it is one of those of
/// Vietnamese beyond ASCII, or near them.
pub(crate) fn letter_width(bytes: &[u8], at: usize) -> Option<usize> {
    let next = || bytes.get(at + 1);
    match bytes.get(at)? {
        // U+00C0..U+00FF but × and ÷
        0xC3 if !matches!(next(), Some(0x97 | 0xB7)) => Some(2),
        // U+0100..U+01BF
        0xC4..=0xC6 => Some(2),
        // U+1E80..U+1EFF
        0xE1 if matches!(next(), Some(0xBA | 0xBB)) => Some(3),
        _ => None,
    }
}

fn classify(letter: char) -> Class {
    match letter {
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => Class::Invisible,
        _ if is_combining_mark(letter) => Class::Mark,
        _ if is_raised(letter) => Class::Other,
        _ if letter.is_alphanumeric() => {
            let lower = lower(letter);
            Class::Word { lower, folded: fold(lower) }
        }
        _ => Class::Other,
    }
}

/// A raised figure: the mark of a note, which is no letter of the word that it hangs on, or an exponent.
pub(crate) fn is_raised(letter: char) -> bool {
    matches!(letter, '\u{B2}' | '\u{B3}' | '\u{B9}' | '\u{2070}' | '\u{2074}'..='\u{2079}')
}

/// Lower case, with the look-alikes of `đ` (Ð U+00D0, ð U+00F0, Ɖ U+0189) made one letter.
fn lower(letter: char) -> char {
    match letter {
        '\u{D0}' | '\u{F0}' | '\u{189}' | '\u{256}' => 'đ',
        // one letter to one letter: the few that become more (İ) keep their first
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

/// A lower-case letter without its marks; `đ`, which has no decomposition, by hand.
fn fold(lower: char) -> char {
    match lower {
        'đ' => 'd',
        _ => std::iter::once(lower).nfd().next().unwrap_or(lower),
    }
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

    #[test]
    fn letters_fold_to_their_base() {
        for (letter, lower, folded) in [
            ('Đ', 'đ', 'd'),
            ('Ð', 'đ', 'd'),
            ('Ɖ', 'đ', 'd'),
            ('ệ', 'ệ', 'e'),
            ('Ử', 'ử', 'u'),
            ('A', 'a', 'a'),
            ('7', '7', '7'),
            ('ñ', 'ñ', 'n'),
            ('中', '中', '中'),
        ] {
            assert_eq!(class(letter), Class::Word { lower, folded }, "{letter}");
        }
        for letter in '\0'..='\u{FFFF}' {
            let width = letter_width(letter.to_string().as_bytes(), 0);
            let is_letter = letter.is_alphabetic() && matches!(class(letter), Class::Word { .. });
            assert!(width.is_none_or(|width| width == letter.len_utf8() && is_letter), "{letter}");
        }
        assert_eq!(
            "đêữ×".bytes().enumerate().filter_map(|(at, _)| letter_width("đêữ×".as_bytes(), at)).sum::<usize>(),
            7
        );
        assert_eq!(class('\u{301}'), Class::Mark);
        assert_eq!(class('\u{200B}'), Class::Invisible);
        assert_eq!(class('\u{A0}'), Class::Other);
        assert_eq!(class('-'), Class::Other);
    }
}
