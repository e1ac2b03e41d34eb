//! What every module that looks at text knows of it: letters, signs, words and syllables.
//!
//! Knows no tokens, fields or files, and cannot fail. Any normalization and case of a word is the same word here.

mod keyed;
mod letters;
mod normalize;
mod signs;
pub mod syllable;
mod words;

pub(crate) use keyed::{Word, is_listed, is_marked, key, keys, next_keyed};
pub(crate) use letters::{
    ALIEN, Class, INVISIBLE, STROKE, TONES, class, code, has_marks, has_vietnamese_marks, is_invisible,
    is_letter_or_digit, is_mark, is_of_word, letter_width, plain, with_stroke,
};
pub(crate) use normalize::push_forms;
pub(crate) use signs::{
    Brackets, closes_bracket, closes_quote, is_bullet, is_dash, is_long_dash, is_quote, is_single_quote, opens_quote,
};
pub(crate) use words::{last_word, next_word};

/// Makes the tables of this module.
#[cfg(not(with_tables))]
pub(crate) fn write() -> crate::making::Result<()> {
    let mut source = crate::making::source::Source::default();
    source.slice("CLASSES", "Class", letters::classes());
    source.save("letters.rs")?;
    syllable::write()
}
