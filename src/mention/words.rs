//! Text to words: letters and marks of each as one key, so that every normalization, case and tone
//! placement of a word is one word.

use super::date::letters::{Class, STROKE, class};

/// A word of the text.
#[derive(Clone, Copy, Debug)]
pub(in crate::mention) struct Word {
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
pub(in crate::mention) fn next(text: &str, mut at: usize) -> Option<Word> {
    loop {
        while !is_word_byte(*text.as_bytes().get(at)?) {
            at += 1;
        }
        match read(text, at) {
            Ok(word) => return Some(word),
            Err(behind) => at = behind,
        }
    }
}

/// The word that begins at `start`, or where the sign ends that stands there.
fn read(text: &str, start: usize) -> Result<Word, usize> {
    let bytes = text.as_bytes();
    let mut at = start;
    let (mut key, mut marks, mut letters) = (0u64, 0u64, 0u32);
    let (mut capital, mut odd) = (false, false);
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphabetic() {
            capital |= letters == 0 && byte < b'a';
            key = key << 5 | u64::from(byte & 31);
            letters += 1;
            at += 1;
        } else if byte.is_ascii_digit() {
            odd = true;
            letters += 1;
            at += 1;
        } else if byte.is_ascii() {
            break;
        } else {
            let Some(letter) = text[at..].chars().next() else { break };
            match class(letter) {
                Class::Letter { plain, marks: own, capital: large } => {
                    capital |= letters == 0 && large;
                    key = key << 5 | u64::from(plain);
                    marks |= u64::from(own);
                    letters += 1;
                }
                Class::Mark(own) => marks |= u64::from(own),
                Class::Foreign => {
                    odd = true;
                    letters += 1;
                }
                Class::Invisible => {}
                _ if letters > 0 => break,
                _ => return Err(at + letter.len_utf8()),
            }
            at += letter.len_utf8();
        }
    }
    let known = !odd && (1..=MAX_LETTERS).contains(&letters) && marks < u64::from(STROKE) * 2;
    Ok(Word { key: if known { key | marks << MARKS } else { 0 }, start, end: at, capital })
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// Whether a word bears a mark of Vietnamese.
pub(in crate::mention) fn is_marked(key: u64) -> bool {
    key >> MARKS != 0
}

/// The key of one word as it stands in a data file.
pub(in crate::mention) fn key(word: &str) -> u64 {
    next(word, 0).map_or(0, |word| word.key)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn signs_before_a_word_take_no_room_each() {
        let text = format!("{}thành", "\u{301}—".repeat(100_000));
        let last = std::thread::Builder::new().stack_size(64 << 10).spawn(move || next(&text, 0).map(|word| word.end));
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
            std::iter::successors(next("“Hội – nghị”", 0), |word| next("“Hội – nghị”", word.end))
                .map(|w| w.start)
                .collect();
        assert_eq!(words, [3, 13]);
    }
}
