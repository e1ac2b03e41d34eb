//! Data file to onsets and rhymes, and which of them stand together.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::letters::{is_vowel, plain};

const DATA: &str = include_str!("../data/syllables.txt");

/// The onsets; the first is none.
pub(crate) static ONSETS: LazyLock<Vec<&'static str>> = LazyLock::new(|| entries("onset").collect());

/// The rhymes without their tone.
pub(crate) static RHYMES: LazyLock<Vec<Rhyme>> = LazyLock::new(|| entries("rhyme").map(Rhyme::of).collect());

/// Letters to the indices of the onsets.
static ONSET_KEYS: LazyLock<FxHashMap<u64, u8>> = LazyLock::new(|| {
    let key = |onset: &&str| key(&onset.chars().collect::<Vec<_>>());
    (0..).zip(ONSETS.iter()).map(|(at, onset)| (key(onset), at)).collect()
});

/// Letters to the indices of the rhymes.
static RHYME_KEYS: LazyLock<FxHashMap<u64, u8>> =
    LazyLock::new(|| (0..).zip(RHYMES.iter()).map(|(at, rhyme)| (key(&rhyme.letters), at)).collect());

/// Onset and letters of the rhyme without marks, of all that stand together.
static FOLDED: LazyLock<FxHashSet<(u8, u64)>> = LazyLock::new(|| {
    let mut folded = FxHashSet::default();
    for (onset, _) in (0u8..).zip(ONSETS.iter()) {
        for rhyme in RHYMES.iter().filter(|rhyme| rhyme.fits(onset)) {
            folded.insert((onset, key(&rhyme.folded)));
        }
    }
    folded
});

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
    pub letters: Vec<char>,
    /// The letters without any marks.
    pub folded: Vec<char>,
    /// Which of them bears the tone in exact form.
    pub tone_at: usize,
    /// Where the final begins.
    pub final_at: usize,
    onsets: Onsets,
}

impl Rhyme {
    fn of(entry: &str) -> Self {
        let (letters, onsets) = entry.split_once(' ').unwrap_or((entry, ""));
        let letters: Vec<char> = letters.chars().collect();
        let final_at = letters.iter().position(|&letter| !is_vowel(letter)).unwrap_or(letters.len());
        Self {
            folded: letters.iter().map(|&letter| plain(letter)).collect(),
            tone_at: tone_at(&letters, final_at),
            final_at,
            onsets: match onsets {
                "onset" => Onsets::Some,
                "bare" => Onsets::NoneOrQu,
                "qu" => Onsets::Qu,
                _ => Onsets::All,
            },
            letters,
        }
    }

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
            "qu" => !matches!(first, 'o' | 'u' | 'ư' | 'ô') || self.letters == ['ô', 'c'],
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
        let stop = matches!(self.letters[self.final_at..], ['c' | 'p' | 't'] | ['c', 'h']);
        !stop || matches!(tone, 2 | 5)
    }
}

/// The marked vowel bears the tone, else the middle one, else the first of an open rhyme.
fn tone_at(letters: &[char], final_at: usize) -> usize {
    let marked = letters.iter().rposition(|&letter| plain(letter) != letter);
    marked.unwrap_or(match final_at {
        0 | 1 => 0,
        2 if letters.len() == 2 => 0,
        _ => 1,
    })
}

fn entries(kind: &'static str) -> impl Iterator<Item = &'static str> {
    DATA.lines().filter_map(move |line| Some(line.strip_prefix(kind)?.trim()))
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
    ONSET_KEYS.get(&key(letters)).copied()
}

/// The index of a rhyme that stands behind this onset.
pub(super) fn rhyme_of(onset: u8, letters: &[char]) -> Option<u8> {
    let rhyme = *RHYME_KEYS.get(&key(letters))?;
    RHYMES[usize::from(rhyme)].fits(onset).then_some(rhyme)
}

/// Whether letters without marks are those of a rhyme that stands behind this onset; `d` is also `đ`.
pub(super) fn folded_rhyme_exists(onset: u8, letters: impl Iterator<Item = char>) -> bool {
    FOLDED.contains(&(onset, key_of(letters)))
}
