//! What a slip costs: the less, the likelier it is.
//!
//! | slip | cost |
//! | --- | --- |
//! | keys of Telex or VNI left undone | 0.05 |
//! | `i` for `y`, `c` for `k`, `g` for `gh` | 0.2 |
//! | hỏi for ngã | 0.3 |
//! | a tone, a mark or the bar of `đ` missing | 0.4 |
//! | a letter twice | 0.5 |
//! | sounds that a region does not tell apart: `s/x`, `ch/tr`, `l/n`, `d/gi/r`, `n/ng`, `c/t` | 0.5 to 0.7 |
//! | another mark, a mark too much | 0.5, 0.6 |
//! | neighbors swapped | 0.65 |
//! | another tone | 0.7 |
//! | a letter missing, a letter too much, the key beside | 0.8, 0.85, 0.8 |
//! | any other letter | 1.2 |
//!
//! Slips of one word add up, with 0.15 for each but the first.

pub(super) const KEYS: f32 = 0.05;
pub(super) const SPELLING_ONLY: f32 = 0.2;
pub(super) const HOI_NGA: f32 = 0.3;
pub(super) const NO_TONE: f32 = 0.4;
pub(super) const NO_MARK: f32 = 0.4;
pub(super) const MARK_TOO_MUCH: f32 = 0.5;
pub(super) const OTHER_MARK: f32 = 0.6;
pub(super) const OTHER_TONE: f32 = 0.7;
pub(super) const DOUBLED: f32 = 0.5;
pub(super) const SWAPPED: f32 = 0.65;
pub(super) const MISSING: f32 = 0.8;
pub(super) const NEIGHBOR: f32 = 0.8;
pub(super) const EXTRA: f32 = 0.85;
pub(super) const OTHER: f32 = 1.2;
/// Each slip but the first in one word.
pub(super) const ONE_MORE: f32 = 0.15;
/// A candidate that is no syllable: words that are none are rarer.
pub(super) const NO_SYLLABLE: f32 = 0.3;
/// Slips that cost more together are not tried.
pub(super) const MOST: f32 = 1.7;

/// Onsets that are confused, in both directions.
pub(super) const ONSETS: [(&str, &str, f32); 17] = [
    ("c", "k", SPELLING_ONLY),
    ("g", "gh", SPELLING_ONLY),
    ("ng", "ngh", SPELLING_ONLY),
    ("d", "đ", NO_MARK),
    ("s", "x", 0.5),
    ("ch", "tr", 0.5),
    ("l", "n", 0.6),
    ("d", "gi", 0.6),
    ("d", "r", 0.7),
    ("gi", "r", 0.7),
    ("d", "v", 0.9),
    ("gi", "v", 0.9),
    ("g", "r", 0.9),
    ("k", "qu", 0.6),
    ("c", "qu", 0.6),
    ("p", "ph", 0.8),
    ("t", "th", 0.8),
];

/// Finals that are confused behind one vowel, in both directions.
pub(super) const FINALS: [(&str, &str, f32); 8] = [
    ("n", "ng", 0.6),
    ("c", "t", 0.6),
    ("n", "nh", 0.7),
    ("t", "ch", 0.7),
    ("i", "y", SPELLING_ONLY),
    ("ng", "nh", 0.9),
    ("c", "ch", 0.9),
    ("m", "n", 0.9),
];

/// Rhymes that are confused though their letters differ, in both directions.
pub(super) const RHYMES: [(&str, &str, f32); 18] = [
    ("ai", "ay", 0.7),
    ("ao", "au", 0.7),
    ("ui", "uy", 0.5),
    ("iu", "iêu", 0.6),
    ("iu", "ưu", 0.6),
    ("ưu", "iêu", 0.7),
    ("ưu", "ươu", 0.6),
    ("iêu", "ươu", 0.6),
    ("êu", "iêu", 0.7),
    ("im", "iêm", 0.6),
    ("ip", "iêp", 0.6),
    ("ôi", "uôi", 0.7),
    ("ưi", "ươi", 0.6),
    ("oi", "oai", 0.8),
    ("uyên", "iên", 0.8),
    ("uân", "ân", 0.8),
    ("ôn", "uôn", 0.8),
    ("êt", "iêt", 0.8),
];

/// The cost of writing one tone for another: `typed` for `meant`.
pub(super) fn tone(typed: u8, meant: u8) -> f32 {
    match (typed, meant) {
        _ if typed == meant => 0.0,
        (3, 4) | (4, 3) => HOI_NGA,
        (0, _) => NO_TONE,
        _ => OTHER_TONE,
    }
}
