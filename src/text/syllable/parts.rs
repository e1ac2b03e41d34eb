//! Data file to onsets and rhymes, and which of them stand together.

#[cfg(not(with_tables))]
pub(super) mod making;

#[cfg(not(with_tables))]
use making::{FOLDED, ONSET_KEYS, RHYME_KEYS};
#[cfg(not(with_tables))]
pub(crate) use making::{ONSETS, RHYMES};

// ONSETS, the first of which is none; RHYMES, without their tone; ONSET_KEYS and RHYME_KEYS, letters to the indices of
// these; FOLDED, letters of rhymes without marks to the onsets before them, a bit each
#[cfg(with_tables)]
include!(concat!(env!("OUT_DIR"), "/syllables.rs"));

/// Which onsets a rhyme has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Onsets {
    All,
    Some,
    NoneOrQu,
    Qu,
}

/// A rhyme (vần): what follows the onset.
#[derive(Debug)]
pub(crate) struct Rhyme {
    /// Lower-case letters without tone.
    pub letters: &'static [char],
    /// The letters without any marks.
    pub folded: &'static [char],
    /// Which of them bears the tone in exact form.
    pub tone_at: usize,
    /// Where the final begins.
    pub final_at: usize,
    onsets: Onsets,
}

impl Rhyme {
    /// Whether the spelling has this rhyme behind an onset.
    pub(crate) fn fits(&self, onset: u8) -> bool {
        let onset = ONSETS[usize::from(onset)];
        let first = self.letters[0];
        let front = matches!(first, 'e' | 'ê' | 'i' | 'y');
        let by_letters = match onset {
            "c" | "g" | "ng" => !front,
            "gh" | "ngh" => front && first != 'y',
            // `gia` is gi and a, `giu` gi and u
            "gi" => first != 'y' && !matches!(self.letters[..], ['i', 'a' | 'u']),
            "qu" => !matches!(first, 'o' | 'u' | 'ư' | 'ô') || *self.letters == ['ô', 'c'],
            _ => true,
        };
        by_letters
            && match self.onsets {
                Onsets::All => true,
                Onsets::Some => !matches!(onset, "" | "qu"),
                Onsets::NoneOrQu => matches!(onset, "" | "qu"),
                Onsets::Qu => onset == "qu",
            }
    }

    /// Whether the rhyme can have a tone: those that end in a stop have sắc and nặng only.
    pub(crate) fn bears(&self, tone: u8) -> bool {
        let stop = matches!(self.letters[self.final_at..], ['c' | 'k' | 'p' | 't'] | ['c', 'h']);
        !stop || matches!(tone, 2 | 5)
    }
}

/// Up to seven letters as one number.
fn key(letters: &[char]) -> u64 {
    key_of(letters.iter().copied())
}

fn key_of(letters: impl Iterator<Item = char>) -> u64 {
    // the letters of Vietnamese lie in U+0061..U+01B0: nine bits tell them apart, and all
    // others are one; longer runs than
    // seven lose their first, and no rhyme is as long
    letters.fold(1, |key, letter| key << 9 | u64::from(u32::from(letter).min(0x1FF)))
}

/// The index of an onset.
pub(crate) fn onset_of(letters: &[char]) -> Option<u8> {
    found(&ONSET_KEYS, key(letters))
}

/// The index of a rhyme that stands behind this onset.
pub(super) fn rhyme_of(onset: u8, letters: &[char]) -> Option<u8> {
    let rhyme = found(&RHYME_KEYS, key(letters))?;
    RHYMES[usize::from(rhyme)].fits(onset).then_some(rhyme)
}

/// Whether letters without marks are those of a rhyme that stands behind this onset; `d` is also `đ`.
pub(super) fn folded_rhyme_exists(onset: u8, letters: impl Iterator<Item = char>) -> bool {
    found(&FOLDED, key_of(letters)).is_some_and(|onsets| onsets >> onset & 1 == 1)
}

/// What stands beside a key in a sorted table.
fn found<V: Copy>(table: &[(u64, V)], key: u64) -> Option<V> {
    let at = table.binary_search_by_key(&key, |(known, _)| *known).ok()?;
    table.get(at).map(|(_, value)| *value)
}
