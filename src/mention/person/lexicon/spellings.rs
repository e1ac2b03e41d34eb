//! Bytes of a text to the words of the lexicon that are spelled so, in small letters, with a capital or in
//! capitals.
//!
//! Most words of a text are among them and have few bytes: those take one look at eight bytes.

use rustc_hash::FxHashMap;

use crate::mention::person::word::{Id, Shape, shape};

/// The bytes of a short spelling as one number, with zeros behind.
type Key = u64;

const MAX_BYTES: usize = size_of::<Key>();

/// A spelling of a word.
#[derive(Clone, Copy)]
pub(in super::super) struct Spelling {
    pub id: Id,
    /// None where it is not all letters.
    pub shape: Option<Shape>,
    /// All of ASCII.
    pub plain: bool,
}

#[derive(Default)]
pub(super) struct Spellings {
    short: FxHashMap<Key, Spelling>,
    long: FxHashMap<String, Id>,
}

impl Spellings {
    pub(super) fn add(&mut self, spelling: &str, id: Id) {
        let (shape, plain) = (shape(spelling), spelling.is_ascii());
        match key(spelling) {
            Some(key) => _ = self.short.insert(key, Spelling { id, shape, plain }),
            None => _ = self.long.insert(spelling.to_owned(), id),
        }
    }

    pub(super) fn get(&self, spelling: &str) -> Option<Id> {
        match key(spelling) {
            Some(key) => self.short.get(&key).map(|short| short.id),
            None => self.long.get(spelling).copied(),
        }
    }

    /// What stands in `text` from byte `at` on, if that is few letters and nothing behind them may be part of the
    /// word: its spelling, if they are one, and where they end.
    pub(super) fn at(&self, text: &str, at: usize) -> Option<(Option<Spelling>, usize)> {
        let bytes = text.as_bytes().get(at..)?;
        let number = Key::from_le_bytes(*bytes.first_chunk()?);
        let len = letters(number);
        if len == 0 || MAY_GO_ON[usize::from(*bytes.get(len)?)] {
            return None;
        }
        let key = number & (Key::MAX >> (8 * (MAX_BYTES - len)));
        Some((self.short.get(&key).copied(), at + len))
    }
}

fn key(spelling: &str) -> Option<Key> {
    let mut bytes = [0; MAX_BYTES];
    bytes.get_mut(..spelling.len())?.copy_from_slice(spelling.as_bytes());
    Some(Key::from_le_bytes(bytes))
}

/// How many bytes, the lowest first, are letters of ASCII or part of characters beyond it.
fn letters(bytes: Key) -> usize {
    const EACH: Key = Key::from_le_bytes([1; MAX_BYTES]);
    const HIGH: Key = EACH << 7;
    // all bytes at once, as the high bit of each
    let small = (bytes | (EACH * 0x20)) & !HIGH;
    let (from_a, behind_z) = (small + EACH * (0x80 - 0x61), small + EACH * (0x80 - 0x7B));
    let letters = ((from_a & !behind_z) | bytes) & HIGH;
    (letters ^ HIGH).trailing_zeros() as usize / 8
}

/// Whether a word may have a byte behind a letter.
const MAY_GO_ON: [bool; 256] = {
    let mut may = [false; 256];
    let mut byte = 0;
    while byte < may.len() {
        let signs = matches!(byte as u8, b'\'' | b'*' | b'-' | b'/');
        may[byte] = signs || (byte as u8).is_ascii_alphanumeric() || !(byte as u8).is_ascii();
        byte += 1;
    }
    may
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_found_where_they_stand_alone() {
        let mut spellings = Spellings::default();
        for (id, word) in ["Hòa", "đ/c", "người", "TRƯỜNG", "nghiễng", "z"].into_iter().enumerate() {
            spellings.add(word, Id(id as u32));
            assert_eq!(spellings.get(word), Some(Id(id as u32)));
        }
        let check = |word: &str, behind: &str, expected: Option<(Id, Shape, bool)>| {
            let text = format!("– {word}{behind}        ");
            let found = spellings.at(&text, 4).and_then(|(spelling, end)| {
                let spelling = spelling?;
                assert_eq!(end, 4 + word.len(), "{text}");
                Some((spelling.id, spelling.shape?, spelling.plain))
            });
            assert_eq!(found, expected, "{text}");
        };
        check("Hòa", " ", Some((Id(0), Shape::Capital, false)));
        check("z", "`", Some((Id(5), Shape::Small, true)));
        check("z", "{", Some((Id(5), Shape::Small, true)));
        check("z", "[", Some((Id(5), Shape::Small, true)));
        check("z", "@", Some((Id(5), Shape::Small, true)));
        check("người", ".", Some((Id(2), Shape::Small, false)));
        check("ngườ", ".", None);
        // longer ones are looked at otherwise
        check("nghiễng", " ", None);
        for behind in ["a", "Z", "ê", "”", "7", "'", "*", "-", "/"] {
            check("Hòa", behind, None);
            check("người", behind, None);
        }
        assert!(spellings.at("Hòa", 0).is_none());
        assert!(matches!(spellings.at("ngườ người", 0), Some((None, 7))));
    }

    #[test]
    fn no_spelling_has_a_digit() {
        let spellings = &super::super::Lexicon::get().spellings;
        let is_digit = |byte: &u8| byte.is_ascii_digit();
        assert!(!spellings.short.keys().any(|key| key.to_le_bytes().iter().any(is_digit)));
        assert!(!spellings.long.keys().any(|spelling| spelling.as_bytes().iter().any(is_digit)));
    }

    #[test]
    fn letters_are_counted_to_the_first_other_byte() {
        for byte in 0..=u8::MAX {
            let is_letter = byte.is_ascii_alphabetic() || !byte.is_ascii();
            for place in 0..MAX_BYTES {
                let mut bytes = *b"aZzA\xC3\xFF\x80m";
                bytes[place] = byte;
                assert_eq!(letters(Key::from_le_bytes(bytes)), if is_letter { MAX_BYTES } else { place });
            }
        }
    }
}
