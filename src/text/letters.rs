//! One character to what it is in a text: the table behind everything that looks at letters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a character is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// A letter: in lower case, without its marks, its marks, and whether it is a capital. All look-alikes of `đ` are
    /// `đ`.
    Letter { lower: char, plain: char, marks: Marks, capital: bool },
    /// A digit, or another letter that counts; none that is raised.
    Digit,
    /// A combining mark: belongs to the letter before it.
    Mark(Marks),
    /// A character that is not seen and does not part words: zero-width, soft hyphen, BOM.
    Invisible,
    /// White space of some width, line ends among them.
    Blank,
    /// Everything else.
    Other,
}

/// A set of marks, a bit each: those of the tones in their order, of the letters, and all others as one.
pub(crate) type Marks = u16;

const GRAVE: Marks = 1;
const ACUTE: Marks = 1 << 1;
const HOOK: Marks = 1 << 2;
const TILDE: Marks = 1 << 3;
const DOT: Marks = 1 << 4;
pub(crate) const CIRCUMFLEX: Marks = 1 << 5;
pub(crate) const BREVE: Marks = 1 << 6;
pub(crate) const HORN: Marks = 1 << 7;

/// The marks of huyền, sắc, hỏi, ngã, nặng.
pub(crate) const TONES: Marks = GRAVE | ACUTE | HOOK | TILDE | DOT;

/// The mark of `đ`, which has no decomposition.
pub(crate) const STROKE: Marks = 1 << 8;

/// A mark that no word of Vietnamese bears.
pub(crate) const ALIEN: Marks = 1 << 15;

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
pub(crate) fn class(letter: char) -> Class {
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

/// Whether it is a letter or digit, and no raised figure: the mark of a note is no part of what it hangs on.
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { matches!(class(c), Class::Letter { .. } | Class::Digit) }
}

/// Whether it may stand in a word: a letter, a digit, a mark of one, or what is not seen.
pub(crate) fn is_of_word(c: char) -> bool {
    is_letter_or_digit(c) || !c.is_ascii() && matches!(class(c), Class::Mark(_) | Class::Invisible)
}

/// Whether it is a combining mark.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(class(c), Class::Mark(_))
}

/// What is not seen and parts nothing: soft hyphen, zero-width characters, BOM.
pub(crate) const INVISIBLE: [char; 6] = ['\u{AD}', '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}'];

/// Whether it is not seen and parts nothing.
pub(crate) fn is_invisible(c: char) -> bool {
    !c.is_ascii() && INVISIBLE.contains(&c)
}

/// The place in the alphabet of a letter without marks, 1 for `a` to 26 for `z`; 0 of any other letter.
pub(crate) fn code(plain: char) -> u8 {
    if plain.is_ascii_lowercase() { plain as u8 & 31 } else { 0 }
}

/// Whether a text bears any diacritic (`đ` counts).
pub(crate) fn has_marks(text: &str) -> bool {
    marks_of(text).any(|marks| marks != 0)
}

/// Whether a text bears a mark of Vietnamese: then its words are read by their marks too.
pub(crate) fn has_vietnamese_marks(text: &str) -> bool {
    marks_of(text).any(|marks| marks & !ALIEN != 0)
}

/// The marks of each letter beyond ASCII, and each that stands by itself.
fn marks_of(text: &str) -> impl Iterator<Item = Marks> + '_ {
    let text = if text.is_ascii() { "" } else { text };
    text.chars().filter(|c| !c.is_ascii()).filter_map(|c| match class(c) {
        Class::Letter { marks, .. } | Class::Mark(marks) => Some(marks),
        _ => None,
    })
}

/// A raised figure: the mark of a note, which is no letter of the word that it hangs on, or an exponent.
pub(crate) fn is_raised(letter: char) -> bool {
    matches!(letter, '\u{B2}' | '\u{B3}' | '\u{B9}' | '\u{2070}' | '\u{2074}'..='\u{2079}')
}

/// A character without diacritics and case, other signs as they are; none for a mark and for what is not seen.
pub(crate) fn plain(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    match class(c) {
        Class::Letter { plain, .. } => Some(plain),
        Class::Mark(_) | Class::Invisible => None,
        Class::Digit | Class::Blank | Class::Other => Some(c),
    }
}

/// A look-alike of `đ` or `Đ` as that letter, any other character as it is.
pub(crate) fn with_stroke(c: char) -> char {
    match c {
        '\u{D0}' | '\u{189}' => 'Đ',
        '\u{F0}' | '\u{256}' => 'đ',
        c => c,
    }
}

fn classify(letter: char) -> Class {
    match with_stroke(letter) {
        letter if is_invisible(letter) => Class::Invisible,
        letter if is_combining_mark(letter) => {
            Class::Mark(std::iter::once(letter).nfd().map(mark).fold(0, |all, mark| all | mark))
        }
        letter if is_raised(letter) => Class::Other,
        letter if letter.is_alphabetic() => {
            // one letter to one letter: the few that become more (İ) keep their first
            let lower = letter.to_lowercase().next().unwrap_or(letter);
            let (plain, stroke) = match lower {
                'đ' => ('d', STROKE),
                _ => (std::iter::once(lower).nfd().next().unwrap_or(lower), 0),
            };
            let marks = std::iter::once(letter).nfd().skip(1).fold(stroke, |marks, part| marks | mark(part));
            Class::Letter { lower, plain, marks, capital: letter.is_uppercase() }
        }
        letter if letter.is_numeric() => Class::Digit,
        letter if letter.is_whitespace() => Class::Blank,
        _ => Class::Other,
    }
}

fn mark(letter: char) -> Marks {
    match letter {
        '\u{300}' => GRAVE,
        '\u{301}' => ACUTE,
        '\u{309}' => HOOK,
        '\u{303}' => TILDE,
        '\u{323}' => DOT,
        '\u{302}' => CIRCUMFLEX,
        '\u{306}' => BREVE,
        '\u{31B}' => HORN,
        _ => ALIEN,
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
        let check = |letter: char, lower: char, plain: char, marks: Marks, capital: bool| {
            assert_eq!(class(letter), Class::Letter { lower, plain, marks, capital }, "{letter}");
        };
        check('Đ', 'đ', 'd', STROKE, true);
        check('Ð', 'đ', 'd', STROKE, true);
        check('Ɖ', 'đ', 'd', STROKE, true);
        check('ð', 'đ', 'd', STROKE, false);
        check('ɖ', 'đ', 'd', STROKE, false);
        check('ệ', 'ệ', 'e', CIRCUMFLEX | DOT, false);
        check('Ử', 'ử', 'u', HORN | HOOK, true);
        check('A', 'a', 'a', 0, true);
        check('ñ', 'ñ', 'n', TILDE, false);
        check('Ä', 'ä', 'a', ALIEN, true);
        check('中', '中', '中', 0, false);
    }

    #[test]
    fn other_characters_have_their_classes() {
        let check = |letter: char, expected: Class| assert_eq!(class(letter), expected, "{letter:?}");
        check('7', Class::Digit);
        check('½', Class::Digit);
        check('²', Class::Other);
        check('\u{301}', Class::Mark(ACUTE));
        check('\u{341}', Class::Mark(ACUTE));
        check('\u{308}', Class::Mark(ALIEN));
        check('\u{200B}', Class::Invisible);
        check('\u{A0}', Class::Blank);
        check('\n', Class::Blank);
        check('-', Class::Other);
        check('\u{FFFD}', Class::Other);
    }

    #[test]
    fn classes_are_those_of_the_library_but_for_raised_figures() {
        for c in '\0'..=char::MAX {
            let (is_word, is_mark) = (is_letter_or_digit(c), is_mark(c));
            assert_eq!(is_mark, is_combining_mark(c), "{c:?}");
            assert_eq!(is_word, c.is_alphanumeric() && !is_raised(c) && !is_mark, "{c:?}");
            assert_eq!(is_of_word(c), is_word || is_mark || is_invisible(c), "{c:?}");
        }
    }

    #[test]
    fn marks_are_seen_composed_and_apart() {
        for (text, any, vietnamese) in [
            ("đo", true, true),
            ("công", true, true),
            ("co\u{302}ng", true, true),
            ("Bär", true, false),
            ("doan", false, false),
            ("中", false, false),
        ] {
            assert_eq!((has_marks(text), has_vietnamese_marks(text)), (any, vietnamese), "{text}");
        }
    }

    #[test]
    fn bytes_tell_letters() {
        for letter in '\0'..='\u{FFFF}' {
            let width = letter_width(letter.to_string().as_bytes(), 0);
            let is_letter = matches!(class(letter), Class::Letter { .. });
            assert!(width.is_none_or(|width| width == letter.len_utf8() && is_letter), "{letter}");
        }
        let bytes = "đêữ×".as_bytes();
        assert_eq!((0..bytes.len()).filter_map(|at| letter_width(bytes, at)).sum::<usize>(), 7);
    }
}
