//! One written word to its letters without the tone, and the tone.

use std::sync::LazyLock;

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

/// The last of the letters in the table.
const LAST: usize = 'ỹ' as usize;

/// What a character is in a word: a letter and its tone, or a mark.
#[derive(Clone, Copy)]
enum Sign {
    Letter(char, u8),
    Tone(u8),
    Shape(char),
    Foreign,
}

static SIGNS: LazyLock<Vec<Sign>> = LazyLock::new(|| {
    let mut signs = vec![Sign::Foreign; LAST + 1];
    for letter in ALPHABET {
        for case in [Some(letter), letter.to_uppercase().next()].into_iter().flatten() {
            signs[case as usize] = Sign::Letter(letter, 0);
        }
    }
    for row in VOWELS {
        let base = row.chars().next().unwrap_or_default();
        for (tone, letter) in (0..).zip(row.chars()) {
            for case in [Some(letter), letter.to_uppercase().next()].into_iter().flatten() {
                signs[case as usize] = Sign::Letter(base, tone);
            }
        }
    }
    for bar in ['\u{D0}', '\u{F0}', '\u{189}', '\u{256}'] {
        signs[bar as usize] = Sign::Letter('đ', 0);
    }
    for (mark, tone) in
        [('\u{300}', 1), ('\u{340}', 1), ('\u{301}', 2), ('\u{341}', 2), ('\u{309}', 3), ('\u{303}', 4), ('\u{323}', 5)]
    {
        signs[mark as usize] = Sign::Tone(tone);
    }
    for shape in ['\u{302}', '\u{306}', '\u{31B}'] {
        signs[shape as usize] = Sign::Shape(shape);
    }
    signs
});

/// The letters of a word that may be a syllable.
#[derive(Clone, Copy)]
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
        let mut toned = Self { letters: ['\0'; MAX_LETTERS], len: 0, tone: 0 };
        for c in word.chars() {
            match *SIGNS.get(c as usize)? {
                Sign::Letter(letter, tone) => {
                    *toned.letters.get_mut(toned.len)? = letter;
                    toned.len += 1;
                    toned.set(tone)?;
                }
                Sign::Tone(tone) if is_vowel(*toned.letters().last()?) => toned.set(tone)?,
                Sign::Shape(shape) => {
                    let last = toned.letters[..toned.len].last_mut()?;
                    *last = shaped(*last, shape)?;
                }
                Sign::Tone(_) | Sign::Foreign => return None,
            }
        }
        Some(toned)
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

    fn set(&mut self, tone: u8) -> Option<()> {
        if tone > 0 && self.tone > 0 {
            return None;
        }
        self.tone = self.tone.max(tone);
        Some(())
    }
}

/// A vowel without tone, with its tone.
pub(crate) fn toned_vowel(vowel: char, tone: u8) -> char {
    let row = VOWELS.iter().find(|row| row.starts_with(vowel));
    row.and_then(|row| row.chars().nth(usize::from(tone))).unwrap_or(vowel)
}

/// Whether this is a vowel without tone.
pub(super) fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y')
}

fn shaped(letter: char, shape: char) -> Option<char> {
    Some(match (letter, shape) {
        ('a', '\u{302}') => 'â',
        ('e', '\u{302}') => 'ê',
        ('o', '\u{302}') => 'ô',
        ('a', '\u{306}') => 'ă',
        ('o', '\u{31B}') => 'ơ',
        ('u', '\u{31B}') => 'ư',
        _ => return None,
    })
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
