//! Text to words with a key each, of their letters and marks, so that every normalization, case and tone placement of
//! a word is one word.

use super::letters::{Class, STROKE, class};
use super::words::next_word;
use unicode_normalization::UnicodeNormalization;

/// A word of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Letters and marks; 0 where it is none of Vietnamese or English, or too long to be looked up.
    pub key: u64,
    pub start: usize,
    pub end: usize,
    pub capital: bool,
}

/// The longest word with a key.
const MAX_LETTERS: u32 = 11;

/// Letters of five bits below the nine marks.
const MARKS: u32 = 5 * MAX_LETTERS;

/// The next word of `text` from byte `at` on.
pub(crate) fn next_keyed(text: &str, at: usize) -> Option<Word> {
    let range = next_word(text, at)?;
    let (key, capital) = read(&text[range.clone()]);
    Some(Word { key, start: range.start, end: range.end, capital })
}

/// The key of the letters and marks of a word, and whether its first letter is a capital.
fn read(word: &str) -> (u64, bool) {
    let (mut key, mut marks, mut letters) = (0u64, 0u64, 0u32);
    let (mut capital, mut odd) = (false, false);
    for letter in word.chars() {
        let (plain, is_capital) = if letter.is_ascii() {
            (letter, letter.is_ascii_uppercase())
        } else {
            match class(letter) {
                Class::Letter { plain, marks: own, capital, .. } => {
                    marks |= u64::from(own);
                    (plain, capital)
                }
                Class::Mark(own) => {
                    marks |= u64::from(own);
                    continue;
                }
                Class::Digit => (letter, false),
                Class::Invisible | Class::Blank | Class::Other => continue,
            }
        };
        odd |= !plain.is_ascii_alphabetic();
        capital |= letters == 0 && is_capital;
        key = key << 5 | u64::from(plain) & 31;
        letters += 1;
    }
    let known = !odd && (1..=MAX_LETTERS).contains(&letters) && marks < u64::from(STROKE) * 2;
    (if known { key | marks << MARKS } else { 0 }, capital)
}

/// Whether a word bears a mark of Vietnamese.
pub(crate) fn is_marked(key: u64) -> bool {
    key >> MARKS != 0
}

/// The key of one word as it stands in a data file.
pub(crate) fn key(word: &str) -> u64 {
    next_keyed(word, 0).map_or(0, |word| word.key)
}

/// Whether a word, composed or decomposed, is one of a list letter for letter.
pub(crate) fn is_listed(word: &str, list: &[&str]) -> bool {
    let composed = |word: &str| word.nfc().collect::<String>();
    // the first byte of marks by themselves
    let apart = word.bytes().any(|byte| matches!(byte, 0xCC | 0xCD));
    list.contains(&word) || apart && list.contains(&composed(word).as_str())
}

/// The keys of words.
pub(crate) fn keys(words: &[&str]) -> Vec<u64> {
    words.iter().map(|word| key(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_before_a_word_take_no_room_each() {
        let text = format!("{}thành", "\u{301}—".repeat(100_000));
        let last =
            std::thread::Builder::new().stack_size(64 << 10).spawn(move || next_keyed(&text, 0).map(|word| word.end));
        assert_eq!(last.expect("started").join().expect("it ends"), Some(500_006));
    }

    #[test]
    fn one_word_has_one_key() {
        for (one, other, same) in [
            ("hoà", "HÒA", true),
            ("Đại", "đại", true),
            ("hội", "hối", false),
            ("ban", "bàn", false),
            ("established", "Established", true),
        ] {
            assert_eq!(key(one) == key(other), same, "{one} {other}");
            assert_eq!(key(one), key(&one.nfd().collect::<String>()), "{one}");
        }
        assert_eq!(key("2021"), 0);
        let words: Vec<usize> =
            std::iter::successors(next_keyed("“Hội – nghị”", 0), |word| next_keyed("“Hội – nghị”", word.end))
                .map(|w| w.start)
                .collect();
        assert_eq!(words, [3, 13]);
    }
}
