//! One character to what it is to a name: a capital, another letter, a mark, a digit, or none of these.

use std::sync::LazyLock;

use unicode_normalization::char::is_combining_mark;

use crate::analysis::is_raised;

/// What a character is to the words of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Capital,
    Small,
    Digit,
    /// A combining mark.
    Mark,
    /// Zero-width characters and soft hyphens: seen by nobody, they part no words.
    Invisible,
    Other,
}

/// Latin with its extensions is looked up, the rest is worked out.
const TABLE: usize = 0x1F00;

static CLASSES: LazyLock<Box<[Class]>> =
    LazyLock::new(|| (0..TABLE as u32).map(|code| char::from_u32(code).map_or(Class::Other, classify)).collect());

/// The look-up table, taken once for a whole text.
pub(super) struct Classes(&'static [Class]);

impl Classes {
    pub(super) fn get() -> Self {
        Self(&CLASSES)
    }

    pub(super) fn of(&self, letter: char) -> Class {
        self.0.get(letter as usize).copied().unwrap_or_else(|| classify(letter))
    }
}

fn classify(letter: char) -> Class {
    match letter {
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => Class::Invisible,
        _ if is_combining_mark(letter) => Class::Mark,
        _ if letter.is_uppercase() => Class::Capital,
        _ if letter.is_alphabetic() => Class::Small,
        _ if is_raised(letter) => Class::Other,
        _ if letter.is_numeric() => Class::Digit,
        _ => Class::Other,
    }
}
