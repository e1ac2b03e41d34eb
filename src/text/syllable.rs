//! One written word to the syllable that it is: onset, rhyme and tone from closed lists.
//!
//! Reads any case and normalization; a tone may stand on any vowel, two tones or a tone on a
//! consonant make no syllable. Case and place of the tone are not kept.

mod letters;
mod parts;
#[cfg(test)]
mod tests;

pub(crate) use letters::{ALPHABET, MAX_LETTERS, TONES, Toned, is_vowel, plain, toned_vowel};
#[cfg(not(with_tables))]
pub(super) use parts::making::write;
pub(crate) use parts::{ONSETS, RHYMES, onset_of};
use parts::{folded_rhyme_exists, rhyme_of};

/// A Vietnamese syllable (âm tiết): what is written between two blanks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Syllable {
    /// Index in the list of onsets; 0 is none.
    pub(crate) onset: u8,
    /// Index in the list of rhymes.
    pub(crate) rhyme: u8,
    /// Level, huyền, sắc, hỏi, ngã, nặng.
    pub(crate) tone: u8,
}

/// Whether `word` is a Vietnamese syllable with its diacritics: `việc`, not `viec` or `viêc`.
pub fn is_syllable(word: &str) -> bool {
    Syllable::parse(word).is_some()
}

/// Whether `word` is a Vietnamese syllable whose diacritics may all be missing: `viec`, `doan`.
pub fn is_folded_syllable(word: &str) -> bool {
    let Some(toned) = Toned::read(word) else { return false };
    word.is_ascii() && is_folded(toned.letters())
}

impl Syllable {
    /// The syllable that `word` is, if it is one.
    pub fn parse(word: &str) -> Option<Self> {
        let toned = Toned::read(word)?;
        Self::of(toned.letters(), toned.tone)
    }

    /// The syllable that `word` is, or is with its horns on the letters that bear them: `truờng`, `đưọc`, `thưở`.
    pub(crate) fn meant(word: &str) -> Option<Self> {
        let toned = Toned::read(word)?;
        let with_horns = |horned: [char; 2]| {
            let mut letters = toned;
            letters.put_horns(horned).then(|| Self::of(letters.letters(), toned.tone)).flatten()
        };
        let as_written = Self::of(toned.letters(), toned.tone);
        as_written.or_else(|| with_horns(['ư', 'ơ'])).or_else(|| with_horns(['u', 'ơ']))
    }

    /// The syllable of lower-case letters without their tone, and the tone.
    pub(crate) fn of(letters: &[char], tone: u8) -> Option<Self> {
        let (onset, rhyme) = cuts(letters).find_map(|(onset, rest)| Some((onset, rhyme_of(onset, rest)?)))?;
        Self::new(onset, rhyme, tone)
    }

    /// The syllable of these parts, if the spelling has it.
    pub(crate) fn new(onset: u8, rhyme: u8, tone: u8) -> Option<Self> {
        let parts = &RHYMES[usize::from(rhyme)];
        let fits = parts.fits(onset) && parts.bears(tone);
        fits.then_some(Self { onset, rhyme, tone })
    }

    /// The syllable in exact form: lower case, NFC, the tone of oa, oe, uy on the first vowel.
    pub fn exact(self) -> String {
        let mut exact = String::new();
        self.push_exact(&mut exact);
        exact
    }

    /// Appends the exact form.
    pub(crate) fn push_exact(self, exact: &mut String) {
        let rhyme = &RHYMES[usize::from(self.rhyme)];
        exact.push_str(spelt_onset(self.onset, rhyme.letters));
        for (at, &letter) in rhyme.letters.iter().enumerate() {
            exact.push(if at == rhyme.tone_at { toned_vowel(letter, self.tone) } else { letter });
        }
    }
}

/// Whether letters without any marks are those of a syllable.
pub(crate) fn is_folded(letters: &[char]) -> bool {
    folded_parts(letters).is_some()
}

/// The onset of letters, and the rest, which are a rhyme if marks are put on them or taken off.
///
/// The i of `gì` and `giếng` belongs to both.
pub(crate) fn folded_parts(letters: &[char]) -> Option<(u8, &[char])> {
    cuts(letters).find(|(onset, rest)| folded_rhyme_exists(*onset, rest.iter().map(|&letter| plain(letter))))
}

/// The letters of an onset before those of a rhyme.
pub(crate) fn spelt_onset(onset: u8, rhyme: &[char]) -> &'static str {
    match ONSETS[usize::from(onset)] {
        // the i of gi and that of the rhyme are written once
        "gi" if rhyme.first() == Some(&'i') => "g",
        onset => onset,
    }
}

/// The ways to cut letters into an onset and the rest, the longest onset first.
fn cuts(letters: &[char]) -> impl Iterator<Item = (u8, &[char])> {
    let consonants = letters.iter().take_while(|&&letter| !is_vowel(plain(letter))).count();
    // the u of qu and the i of gi count as consonants
    let longest = (consonants + 1).min(letters.len());
    let glide = matches!(letters[..longest], ['q', 'u'] | ['g', 'i']);
    let lens = [longest, consonants];
    let lens = lens.into_iter().skip(usize::from(!glide)).filter(|&len| len <= 3);
    lens.filter_map(|len| {
        let (onset, rest) = letters.split_at(len);
        match (onset, rest.first()) {
            (_, None) => None,
            // the one letter i of `gì` and `giếng` is the end of the onset and begins the rhyme
            (['g'], Some('i')) => Some((onset_of(&['g', 'i'])?, rest)),
            _ => Some((onset_of(onset)?, rest)),
        }
    })
}
