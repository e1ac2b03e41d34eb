//! The letters of a word -> whether they spell a Vietnamese syllable, and how frequent it is.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::syllable::{MAX_LETTERS, Syllable, Toned, is_vowel};
use crate::text::{ALIEN, Class, TONES, class};

static FREQUENCIES: LazyLock<FxHashMap<Syllable, u8>> = LazyLock::new(|| {
    let syllables = entries().filter_map(|entry| entry.split_once('\t'));
    syllables.filter_map(|(word, frequency)| Some((Syllable::parse(word)?, frequency.parse().ok()?))).collect()
});

fn entries() -> impl Iterator<Item = &'static str> {
    include_str!("data/syllables.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// All of its letters are ASCII.
    Unmarked,
    /// Capitals without a tone that spell no syllable: `LĐLĐ`, `Đ`; it speaks for no encoding.
    Abbreviation,
    /// A syllable; 0 if it is rare, and more the more frequent it is.
    Syllable(u8),
    /// Anything else.
    Wrong,
}

/// A word under way.
#[derive(Clone, Copy)]
pub(super) struct Word {
    /// Its letters, as long as they may be those of a syllable.
    toned: Option<Toned>,
    length: usize,
    is_marked: bool,
    is_toned: bool,
    has_lower: bool,
    /// It has a sign that is no letter of any word, or one where it cannot stand.
    is_wrong: bool,
}

impl Default for Word {
    fn default() -> Self {
        let toned = Some(Toned::default());
        Self { toned, length: 0, is_marked: false, is_toned: false, has_lower: false, is_wrong: false }
    }
}

impl Word {
    pub fn push(&mut self, c: char) {
        self.is_marked |= !c.is_ascii();
        match class(c) {
            // the small look-alikes of đ are what another encoding shows for it
            Class::Letter { lower: 'đ', capital: false, .. } if c != 'đ' => self.is_wrong = true,
            Class::Letter { marks, capital, .. } => {
                // a capital after a small letter comes from the wrong table
                self.is_wrong |= self.has_lower && capital;
                self.has_lower |= !capital;
                self.is_toned |= marks & TONES != 0;
                self.length += 1;
            }
            Class::Mark(marks) => {
                self.is_toned |= marks & TONES != 0;
                self.is_wrong |= marks & ALIEN != 0;
            }
            _ => self.is_wrong = true,
        }
        let Some(mut toned) = self.toned else {
            self.is_wrong |= is_foreign(c);
            return;
        };
        self.toned = toned.push(c).map(|()| toned);
        // more letters than a syllable has, and those of English, stand in abbreviations
        let may_be_refused = c.is_ascii() || self.length > MAX_LETTERS && !is_foreign(c);
        self.is_wrong |= self.toned.is_none() && !may_be_refused;
    }

    pub fn kind(&self) -> Kind {
        if !self.is_marked {
            return Kind::Unmarked;
        }
        if self.is_wrong {
            return Kind::Wrong;
        }
        if let Some(toned) = self.toned {
            // `10°13’24”` has letters of some encoding, too
            if matches!(toned.letters(), [letter] if is_vowel(*letter)) {
                return Kind::Syllable(0);
            }
            if let Some(syllable) = Syllable::of(toned.letters(), toned.tone) {
                return Kind::Syllable(FREQUENCIES.get(&syllable).copied().unwrap_or(0));
            }
        }
        // `đ` stands alone before a slash or for the currency
        let is_short = !self.has_lower || self.length == 1;
        if is_short && !self.is_toned { Kind::Abbreviation } else { Kind::Wrong }
    }
}

/// Whether it is a letter that neither Vietnamese nor English has.
fn is_foreign(c: char) -> bool {
    matches!(class(c), Class::Letter { .. }) && !c.is_ascii() && Toned::default().push(c).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> Kind {
        let mut word = Word::default();
        text.chars().for_each(|c| word.push(c));
        word.kind()
    }

    #[test]
    fn syllables_are_told_from_other_words() {
        let is_syllable = |word: &str| matches!(kind(word), Kind::Syllable(_));
        for word in [
            "Nguyễn",
            "ĐỘNG",
            "quốc",
            "quý",
            "giếng",
            "gì",
            "nghiêng",
            "hòa",
            "hoà",
            "ở",
            "Khuỷu",
            "y\u{301}",
            "Quô\u{301}c",
            "Quo\u{302}\u{301}c",
            "Quo\u{301}\u{302}c",
            "ư\u{303}",
            "ƯỚC",
            "Đắk",
            "xã",
            "\u{D0}ảng",
        ] {
            assert!(is_syllable(word), "{word}");
        }
        for word in [
            "café",
            "hßa",
            "X·",
            "t\u{301}a",
            "áà",
            "coäng",
            "ñ",
            "đ",
            "Đstring",
            "nghiàt",
            "cé",
            "ngé",
            "ghà",
            "tìc",
            "hÀ",
            "nghiếngg",
            "\u{301}a",
            "b\u{302}á",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }

    #[test]
    fn abbreviations_speak_for_nothing() {
        let check = |word: &str, expected: Kind| assert_eq!(kind(word), expected, "{word}");
        check("LĐLĐ", Kind::Abbreviation);
        check("CNVCLĐ", Kind::Abbreviation);
        check("đ", Kind::Abbreviation);
        check("L§L§", Kind::Wrong);
        check("LĐTBXHVN", Kind::Abbreviation);
        check("abc", Kind::Unmarked);
        check("", Kind::Unmarked);
        check("ĐẢNGX", Kind::Wrong);
        check("TWU\u{31B}", Kind::Abbreviation);
        check("FĐ", Kind::Abbreviation);
        check("ðảng", Kind::Wrong);
    }

    #[test]
    fn the_tables_hold_what_they_should() {
        assert_eq!(FREQUENCIES.len(), entries().count());
        assert!(FREQUENCIES.values().all(|frequency| (1..=13).contains(frequency)));
    }
}
