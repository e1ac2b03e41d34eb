//! One letter to its lower-case and folded forms: the table behind normalizing and folding.

use std::sync::LazyLock;

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
const TABLE: usize = 0x1F00;

static CLASSES: LazyLock<Vec<Class>> =
    LazyLock::new(|| (0..TABLE as u32).map(|code| char::from_u32(code).map_or(Class::Other, classify)).collect());

/// The class of a character, from the table where it reaches.
pub(super) fn class(letter: char) -> Class {
    CLASSES.get(letter as usize).copied().unwrap_or_else(|| classify(letter))
}

fn classify(letter: char) -> Class {
    match letter {
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => Class::Invisible,
        _ if is_combining_mark(letter) => Class::Mark,
        _ if letter.is_alphanumeric() => {
            let lower = lower(letter);
            Class::Word { lower, folded: fold(lower) }
        }
        _ => Class::Other,
    }
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
        assert_eq!(class('\u{301}'), Class::Mark);
        assert_eq!(class('\u{200B}'), Class::Invisible);
        assert_eq!(class('\u{A0}'), Class::Other);
        assert_eq!(class('-'), Class::Other);
    }
}
