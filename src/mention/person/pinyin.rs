//! A Chinese name in Latin letters: its family name and the syllables of its given name.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::mention::phrases::lines;

/// A given name has no more syllables.
const MAX_GIVEN: usize = 2;

static FAMILIES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../data/pinyin_family_names.txt")).collect());

/// Whether a capitalized word is a frequent Chinese family name: `Zhou`.
pub(super) fn is_family(word: &str) -> bool {
    FAMILIES.contains(word)
}

/// Whether a capitalized word is one or two syllables of Chinese: `Ting`, `Guanzheng`.
pub(super) fn is_given(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    word.is_ascii() && parts(&word, MAX_GIVEN)
}

fn parts(word: &str, left: usize) -> bool {
    word.is_empty()
        || left > 0 && (1..=word.len()).rev().any(|end| is_syllable(&word[..end]) && parts(&word[end..], left - 1))
}

/// An initial and a final that go together as a rule; the few that do not are in no name.
fn is_syllable(syllable: &str) -> bool {
    const INITIALS: [&str; 23] = [
        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s",
        "y", "w",
    ];
    const FINALS: [&str; 33] = [
        "a", "o", "e", "i", "u", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "ia", "ie", "iao", "iu",
        "ian", "in", "iang", "ing", "iong", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ue", "er", "ü",
    ];
    let end = INITIALS.iter().find_map(|initial| syllable.strip_prefix(initial));
    let bare = ["a", "ai", "an", "ang", "ao", "e", "en", "er", "ou"].contains(&syllable);
    bare || end.is_some_and(|end| FINALS.contains(&end))
}
