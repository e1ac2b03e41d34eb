//! The data file to onsets and rhymes, for the build script: the program has them as tables.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::super::letters::{is_vowel, plain};
use super::{Onsets, Rhyme, key};
use crate::making::Result;
use crate::making::data::Data;
use crate::making::source::Source;

const PATH: &str = "text/data/syllables.txt";

/// The onsets; the first is none.
pub(crate) static ONSETS: LazyLock<Vec<&'static str>> = LazyLock::new(|| entries("onset").collect());

/// The rhymes without their tone.
pub(crate) static RHYMES: LazyLock<Vec<Rhyme>> = LazyLock::new(|| entries("rhyme").map(Rhyme::of).collect());

/// Letters to the indices of the onsets.
pub(super) static ONSET_KEYS: LazyLock<Vec<(u64, u8)>> = LazyLock::new(|| {
    let key = |onset: &&str| key(&onset.chars().collect::<Vec<_>>());
    sorted((0..).zip(ONSETS.iter()).map(|(at, onset)| (key(onset), at)))
});

/// Letters to the indices of the rhymes.
pub(super) static RHYME_KEYS: LazyLock<Vec<(u64, u8)>> =
    LazyLock::new(|| sorted((0..).zip(RHYMES.iter()).map(|(at, rhyme)| (key(rhyme.letters), at))));

/// Letters of rhymes without marks to the onsets before them, a bit each.
pub(super) static FOLDED: LazyLock<Vec<(u64, u32)>> = LazyLock::new(|| {
    let mut folded = BTreeMap::new();
    for rhyme in RHYMES.iter() {
        let onsets = (0..).zip(ONSETS.iter()).filter(|(onset, _)| rhyme.fits(*onset));
        *folded.entry(key(rhyme.folded)).or_default() |= onsets.fold(0, |all, (onset, _)| all | 1 << onset);
    }
    folded.into_iter().collect()
});

fn sorted(keys: impl Iterator<Item = (u64, u8)>) -> Vec<(u64, u8)> {
    let mut keys: Vec<(u64, u8)> = keys.collect();
    keys.sort_unstable();
    keys
}

fn entries(kind: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = include_str!("../../data/syllables.txt").lines();
    lines.filter_map(move |line| Some(line.strip_prefix(kind)?.trim()))
}

impl Rhyme {
    /// The rhyme of an entry.
    fn of(entry: &str) -> Self {
        let (letters, onsets) = entry.split_once(' ').unwrap_or((entry, ""));
        let letters: &[char] = letters.chars().collect::<Vec<_>>().leak();
        let final_at = letters.iter().position(|&letter| !is_vowel(letter)).unwrap_or(letters.len());
        Self {
            folded: letters.iter().map(|&letter| plain(letter)).collect::<Vec<_>>().leak(),
            tone_at: tone_at(letters, final_at),
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

/// Writes all of it down.
pub(in crate::text) fn write() -> Result<()> {
    let data = Data::read(PATH)?;
    for line in data.lines() {
        let (part, letters) = line.text.split_once(' ').unwrap_or((line.text, ""));
        line.marked(part, &[("onset", ()), ("rhyme", ())])?;
        if let Some((_, onsets)) = letters.split_once(' ') {
            line.marked(onsets, &[("onset", ()), ("bare", ()), ("qu", ())])?;
        }
    }
    if ONSETS.len() > u32::BITS as usize {
        return Err(format!("src/{PATH}: more onsets than bits"));
    }
    let rhyme = |Rhyme { letters, folded, tone_at, final_at, onsets }: &Rhyme| {
        format!(
            "Rhyme {{ letters: &{letters:?}, folded: &{folded:?}, tone_at: {tone_at}, final_at: {final_at}, onsets: \
             Onsets::{onsets:?} }}"
        )
    };
    let mut source = Source::shared("pub(crate) ");
    source.slice("ONSETS", "&str", ONSETS.iter().map(|onset| format!("{onset:?}")));
    source.array("ONSET_KEYS", "(u64, u8)", ONSET_KEYS.iter().map(|entry| format!("{entry:?}")));
    source.slice("RHYMES", "Rhyme", RHYMES.iter().map(rhyme));
    source.array("RHYME_KEYS", "(u64, u8)", RHYME_KEYS.iter().map(|entry| format!("{entry:?}")));
    source.array("FOLDED", "(u64, u32)", FOLDED.iter().map(|entry| format!("{entry:?}")));
    source.save("syllables.rs")
}
