//! A folded word to its English stem, if it is no Vietnamese syllable.
//!
//! A stem is its own stem, and no word becomes a Vietnamese syllable: `cans` does not meet `cán`.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use crate::text::syllable::is_folded_syllable;

/// Shorter words have no ending, longer ones are no words.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=24;

/// No word has more endings one behind the other.
const MOST_ENDINGS: usize = 8;

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// Takes the ending off the word that begins at byte `start` of `line` and is its last.
pub(super) fn stem(line: &mut String, start: usize) {
    let word = &line[start..];
    let is_vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    if !LENGTHS.contains(&word.len())
        || !word.bytes().all(|byte| byte.is_ascii_lowercase())
        || !word.bytes().any(is_vowel)
        || is_folded_syllable(word)
    {
        return;
    }
    let mut stem = STEMMER.stem(word);
    for _ in 0..MOST_ENDINGS {
        let next = STEMMER.stem(&stem).into_owned();
        if next == stem {
            break;
        }
        stem = next.into();
    }
    if *stem != *word && stem.len() >= 3 && !is_folded_syllable(&stem) {
        let stem = stem.into_owned();
        line.truncate(start);
        line.push_str(&stem);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::analysis::fold;

    #[test]
    fn english_words_lose_their_endings_and_vietnamese_ones_nothing() {
        let check = |text: &str, expected: &str| assert_eq!(fold(text), expected, "{text}");
        check("Trade Unions organized meetings", "trade union organ meet");
        check("union member's office", "union member s offic");
        check("nghiêng nhanh trong theo", "nghieng nhanh trong theo");
        check("cans hats thing", "cans hats thing");
        check("UBND CNVCLĐ TLĐLĐ", "ubnd cnvcld tldld");
        check("Pari Paris", "pari pari");
    }

    proptest! {
        #[test]
        fn a_stem_is_its_own_stem(word in "[a-z]{3,14}(s|es|ed|ing|ly|ies|ness|ment|ational)") {
            let stem = fold(&word);
            prop_assert_eq!(fold(&stem), stem);
        }
    }
}
