//! The letters of a word -> whether they spell a Vietnamese syllable, and how frequent it is.
//!
//! The tone counts apart from the letters, so that it may stand on any vowel and as a mark of its own.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

static RHYMES: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| entries(include_str!("data/rhymes.txt")).map(|rhyme| pack(Word::read(rhyme).letters())).collect());
static SYLLABLES: LazyLock<FxHashMap<u64, u8>> = LazyLock::new(|| {
    let syllables = entries(include_str!("data/syllables.txt")).filter_map(|entry| entry.split_once('\t'));
    syllables.map(|(word, frequency)| (Word::read(word).key(), frequency.parse().unwrap_or(0))).collect()
});
static ONSET_CODES: LazyLock<Vec<(&str, Vec<u8>)>> =
    LazyLock::new(|| ONSETS.iter().map(|onset| (*onset, Word::read(onset).letters().to_vec())).collect());
/// By code point: Latin to U+024F, then Latin Extended Additional from U+1E00.
static LETTERS: LazyLock<Vec<Option<Letter>>> = LazyLock::new(|| {
    let letters = letters();
    (0..LATIN_END).chain(0x1E00..0x1F00).map(|point| letters.get(&char::from_u32(point)?).copied()).collect()
});

/// The letters that spell Vietnamese, `đ` among them, the vowels first; the index is the letter's code.
const ALPHABET: &str = "aăâeêioôơuưybcdđghklmnpqrstvx";

/// The vowels, each with its six tones: level, huyền, sắc, hỏi, ngã, nặng.
const VOWELS: &str = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";
const TONES: usize = 6;

/// The tones but the level one as combining marks, as windows-1258 has them.
const TONE_MARKS: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];

/// The marks that make another letter of a vowel.
const LETTER_MARKS: [(char, &str); 3] = [('\u{302}', "aâeêoô"), ('\u{306}', "aă"), ('\u{31B}', "oơuư")];

const LATIN_END: u32 = 0x250;

const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
];

/// No syllable is longer (`nghiêng`).
const MAX_LETTERS: usize = 7;
const BITS_PER_LETTER: u32 = 5;

/// Tones of syllables that end in c, ch, p, t: sắc and nặng.
const STOP_TONES: [u8; 2] = [2, 5];

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
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    /// Codes of the letters without their tone.
    codes: [u8; MAX_LETTERS],
    length: usize,
    tone: u8,
    is_marked: bool,
    /// It has a sign that is no letter of any word.
    has_foreign: bool,
    is_misspelt: bool,
    is_long: bool,
    has_lower: bool,
}

#[derive(Debug, Clone, Copy)]
struct Letter {
    code: u8,
    tone: u8,
    is_lower: bool,
}

impl Word {
    fn read(text: &str) -> Self {
        let mut word = Self::default();
        text.chars().for_each(|c| word.push(c));
        word
    }

    pub fn push(&mut self, c: char) {
        self.is_marked |= !c.is_ascii();
        match letter(c) {
            Some(letter) => self.push_letter(letter),
            None => self.push_mark(c),
        }
    }

    fn push_letter(&mut self, letter: Letter) {
        // A capital after a small letter comes from the wrong table.
        self.is_misspelt |= (self.has_lower && !letter.is_lower) || (self.tone > 0 && letter.tone > 0);
        self.has_lower |= letter.is_lower;
        self.tone = self.tone.max(letter.tone);
        match self.codes.get_mut(self.length) {
            Some(code) => *code = letter.code,
            None => self.is_long = true,
        }
        self.length = (self.length + 1).min(MAX_LETTERS);
    }

    fn push_mark(&mut self, c: char) {
        let last = self.codes[..self.length].last_mut();
        let tone = (1..).zip(TONE_MARKS).find(|&(_, mark)| mark == c);
        let change = LETTER_MARKS.iter().find(|(mark, _)| *mark == c);
        match (last, tone, change) {
            (Some(last), Some((tone, _)), _) if is_vowel(*last) => {
                self.is_misspelt |= self.tone > 0;
                self.tone = tone;
            }
            (Some(last), _, Some((_, pairs))) => match changed(*last, pairs) {
                Some(code) => *last = code,
                None => self.is_misspelt = true,
            },
            _ => self.has_foreign = true,
        }
    }

    fn letters(&self) -> &[u8] {
        &self.codes[..self.length]
    }

    /// The letters and the tone as one number.
    fn key(&self) -> u64 {
        pack(self.letters()) << 3 | u64::from(self.tone)
    }

    pub fn kind(&self) -> Kind {
        if !self.is_marked {
            return Kind::Unmarked;
        }
        if self.has_foreign || self.is_misspelt {
            return Kind::Wrong;
        }
        // `10°13’24”` has letters of some encoding, too.
        if self.length == 1 && is_vowel(self.codes[0]) {
            return Kind::Syllable(0);
        }
        if !self.is_long {
            if let Some(&frequency) = SYLLABLES.get(&self.key()) {
                return Kind::Syllable(frequency);
            }
            if self.is_syllable() {
                return Kind::Syllable(0);
            }
        }
        // `đ` stands alone before a slash or for the currency.
        let is_short = !self.has_lower || self.length == 1;
        if is_short && self.tone == 0 { Kind::Abbreviation } else { Kind::Wrong }
    }

    fn is_syllable(&self) -> bool {
        let letters = self.letters();
        ONSET_CODES
            .iter()
            .any(|(onset, codes)| letters.strip_prefix(&codes[..]).is_some_and(|rhyme| self.is_rhyme(onset, rhyme)))
    }

    fn is_rhyme(&self, onset: &str, rhyme: &[u8]) -> bool {
        let Some(&first) = rhyme.first() else {
            return onset == "gi";
        };
        let is_front = |letters: &str| letters.chars().any(|c| code_of(c) == Some(first));
        let agrees = match onset {
            "c" | "ng" => !is_front("eêiy"),
            "g" => !is_front("eêy"),
            "gh" | "ngh" => is_front("eêi"),
            _ => true,
        };
        let ends = |letter: char| rhyme.last().copied() == code_of(letter);
        let is_stop = "cptk".chars().any(ends) || (ends('h') && rhyme.iter().rev().nth(1).copied() == code_of('c'));
        agrees && (!is_stop || STOP_TONES.contains(&self.tone)) && RHYMES.contains(&pack(rhyme))
    }
}

fn entries(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn pack(codes: &[u8]) -> u64 {
    codes.iter().fold(0, |packed, &code| packed << BITS_PER_LETTER | u64::from(code + 1))
}

fn code_of(letter: char) -> Option<u8> {
    self::letter(letter).map(|letter| letter.code)
}

fn letter(c: char) -> Option<Letter> {
    let index = match u32::from(c) {
        point @ 0..LATIN_END => point,
        point @ 0x1E00..0x1F00 => point - 0x1E00 + LATIN_END,
        _ => return None,
    };
    LETTERS.get(usize::try_from(index).ok()?).copied().flatten()
}

fn is_vowel(code: u8) -> bool {
    usize::from(code) < VOWELS.chars().count() / TONES
}

/// The letter that a mark makes of another, from pairs of letters.
fn changed(code: u8, pairs: &str) -> Option<u8> {
    let letters: [Option<u8>; 6] = {
        let mut letters = pairs.chars().map(code_of);
        std::array::from_fn(|_| letters.next().flatten())
    };
    letters.chunks(2).find(|pair| pair[0] == Some(code)).and_then(|pair| pair[1])
}

fn letters() -> FxHashMap<char, Letter> {
    let mut letters = FxHashMap::default();
    let mut add = |c: char, code: u8, tone: u8| {
        letters.insert(c, Letter { code, tone, is_lower: true });
        for upper in c.to_uppercase() {
            letters.insert(upper, Letter { code, tone, is_lower: false });
        }
    };
    for (code, c) in (0..).zip(ALPHABET.chars()) {
        add(c, code, 0);
    }
    for (code, tones) in (0..).zip(VOWELS.chars().collect::<Vec<_>>().chunks(TONES)) {
        for (tone, &c) in (0..).zip(tones) {
            add(c, code, tone);
        }
    }
    // Foreign letters of ASCII share a code that no syllable has.
    for c in "fjwz".chars() {
        add(c, FOREIGN, 0);
    }
    // The look-alikes of Đ.
    let capital_d = letters[&'Đ'];
    letters.insert('\u{D0}', capital_d);
    letters.insert('\u{189}', capital_d);
    letters
}

/// One beyond the alphabet.
const FOREIGN: u8 = 29;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_other_words() {
        let is_syllable = |word: &str| matches!(Word::read(word).kind(), Kind::Syllable(_));
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
        let check = |word: &str, expected: Kind| assert_eq!(Word::read(word).kind(), expected, "{word}");
        check("LĐLĐ", Kind::Abbreviation);
        check("CNVCLĐ", Kind::Abbreviation);
        check("đ", Kind::Abbreviation);
        check("L§L§", Kind::Wrong);
        check("LĐTBXHVN", Kind::Abbreviation);
        check("abc", Kind::Unmarked);
        check("", Kind::Unmarked);
        check("ĐẢNGX", Kind::Wrong);
    }

    #[test]
    fn the_tables_hold_what_they_should() {
        assert_eq!(RHYMES.len(), entries(include_str!("data/rhymes.txt")).count());
        assert_eq!(SYLLABLES.len(), entries(include_str!("data/syllables.txt")).count());
        assert!(SYLLABLES.values().all(|frequency| (1..=13).contains(frequency)));
        assert_eq!(usize::from(FOREIGN), ALPHABET.chars().count());
    }
}
