//! One written word to its letters without the tone, and the tone.

use crate::text::letters::{BREVE, CIRCUMFLEX, Class, HORN, Marks, STROKE, TONES as TONE_MARKS, class};

/// The letters of Vietnamese.
pub(crate) const ALPHABET: [char; 29] = [
    'a', 'ă', 'â', 'b', 'c', 'd', 'đ', 'e', 'ê', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'ô', 'ơ', 'p', 'q', 'r', 's',
    't', 'u', 'ư', 'v', 'x', 'y',
];

/// No syllable has more letters than `nghiêng`.
pub(crate) const MAX_LETTERS: usize = 7;

/// How many tones there are, the level one among them.
pub(crate) const TONES: u8 = 6;

/// The vowels with their tones: level, huyền, sắc, hỏi, ngã, nặng.
const VOWELS: [&str; 12] = [
    "aàáảãạ",
    "ăằắẳẵặ",
    "âầấẩẫậ",
    "eèéẻẽẹ",
    "êềếểễệ",
    "iìíỉĩị",
    "oòóỏõọ",
    "ôồốổỗộ",
    "ơờớởỡợ",
    "uùúủũụ",
    "ưừứửữự",
    "yỳýỷỹỵ",
];

/// The letters of a word that may be a syllable.
#[derive(Clone, Copy, Default)]
pub(crate) struct Toned {
    letters: [char; MAX_LETTERS],
    len: usize,
    /// Level, huyền, sắc, hỏi, ngã, nặng.
    pub tone: u8,
}

impl Toned {
    /// The letters of `word`; none where it is too long, has a foreign letter, two tones or a mark
    /// where none can stand.
    pub(crate) fn read(word: &str) -> Option<Self> {
        let mut toned = Self::default();
        word.chars().try_for_each(|c| toned.push(c))?;
        Some(toned)
    }

    /// Adds a letter, or a mark to the last; none as for [`Toned::read`], and then nothing counts any more.
    pub(crate) fn push(&mut self, c: char) -> Option<()> {
        let marks = match class(c) {
            Class::Letter { plain, marks, .. } if is_of_alphabet(plain) => {
                *self.letters.get_mut(self.len)? = plain;
                self.len += 1;
                marks
            }
            Class::Mark(marks) => marks,
            _ => return None,
        };
        if marks == 0 {
            return Some(());
        }
        let last = self.letters[..self.len].last_mut()?;
        *last = shaped(*last, marks & !TONE_MARKS)?;
        match marks & TONE_MARKS {
            0 => Some(()),
            tone if self.tone == 0 && tone.is_power_of_two() && is_vowel(*last) => {
                self.tone = tone.trailing_zeros() as u8 + 1;
                Some(())
            }
            _ => None,
        }
    }

    /// Lower-case letters without their tone.
    pub(crate) fn letters(&self) -> &[char] {
        &self.letters[..self.len]
    }

    /// Writes the two vowels of which one has a horn so; false if no such two stand side by side.
    pub(super) fn put_horns(&mut self, horned: [char; 2]) -> bool {
        let mut pairs = self.letters[..self.len].windows(2);
        let Some(at) = pairs.position(|pair| matches!(pair, ['u' | 'ư', 'ơ'] | ['ư', 'o'])) else { return false };
        self.letters[at..at + 2].copy_from_slice(&horned);
        true
    }
}

/// A vowel without tone, with its tone.
pub(crate) fn toned_vowel(vowel: char, tone: u8) -> char {
    let row = VOWELS.iter().find(|row| row.starts_with(vowel));
    row.and_then(|row| row.chars().nth(usize::from(tone))).unwrap_or(vowel)
}

/// Whether this is a vowel without tone.
pub(crate) fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y')
}

/// A letter with marks that make another of it, if there is such a letter.
fn shaped(letter: char, marks: Marks) -> Option<char> {
    Some(match (letter, marks) {
        (_, 0) => letter,
        ('a', CIRCUMFLEX) => 'â',
        ('e', CIRCUMFLEX) => 'ê',
        ('o', CIRCUMFLEX) => 'ô',
        ('a', BREVE) => 'ă',
        ('o', HORN) => 'ơ',
        ('u', HORN) => 'ư',
        ('d', STROKE) => 'đ',
        _ => return None,
    })
}

/// Whether a letter without marks is one of Vietnamese.
fn is_of_alphabet(plain: char) -> bool {
    matches!(plain, 'a'..='e' | 'g'..='i' | 'k'..='v' | 'x' | 'y')
}

/// A letter without its marks.
pub(crate) fn plain(letter: char) -> char {
    match letter {
        'ă' | 'â' => 'a',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        'đ' => 'd',
        _ => letter,
    }
}
