//! The letters of a word to those one slip of the fingers away.

use super::candidate::SlipKind;
use super::costs;

/// The rows of a keyboard.
const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// How far a row begins to the right of the first, in quarters of a key.
const OFFSETS: [i32; 3] = [0, 1, 3];

/// A slip of the fingers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edit {
    Doubled,
    Swapped,
    Extra,
    Missing,
    Neighbor,
    Other,
}

impl Edit {
    pub(super) fn cost(self) -> f32 {
        match self {
            Self::Doubled => costs::DOUBLED,
            Self::Swapped => costs::SWAPPED,
            Self::Extra => costs::EXTRA,
            Self::Missing => costs::MISSING,
            Self::Neighbor => costs::NEIGHBOR,
            Self::Other => costs::OTHER,
        }
    }

    pub(super) fn kind(self) -> SlipKind {
        match self {
            Self::Doubled => SlipKind::Doubled,
            Self::Swapped => SlipKind::Swapped,
            Self::Extra => SlipKind::Extra,
            Self::Missing => SlipKind::Missing,
            Self::Neighbor => SlipKind::Neighbor,
            Self::Other => SlipKind::Other,
        }
    }
}

/// Calls `each` with the letters that may be meant and the slip that made them `letters`.
///
/// Letters that were missing or wrong come from `alphabet`.
pub(super) fn each(letters: &[char], alphabet: &[char], mut each: impl FnMut(&[char], Edit)) {
    let mut edited = Vec::with_capacity(letters.len() + 1);
    for at in 0..letters.len() {
        edited.clear();
        edited.extend_from_slice(&letters[..at]);
        edited.extend_from_slice(&letters[at + 1..]);
        let doubled = letters.get(at + 1) == Some(&letters[at]);
        each(&edited, if doubled { Edit::Doubled } else { Edit::Extra });
        if letters.get(at + 1).is_some_and(|next| *next != letters[at]) {
            edited.clear();
            edited.extend_from_slice(letters);
            edited.swap(at, at + 1);
            each(&edited, Edit::Swapped);
        }
        edited.clear();
        edited.extend_from_slice(letters);
        for &letter in alphabet.iter().filter(|&&letter| letter != letters[at]) {
            edited[at] = letter;
            each(&edited, if beside(letters[at], letter) { Edit::Neighbor } else { Edit::Other });
        }
    }
    for at in 0..=letters.len() {
        edited.clear();
        edited.extend_from_slice(letters);
        edited.insert(at, alphabet.first().copied().unwrap_or_default());
        for &letter in alphabet {
            edited[at] = letter;
            each(&edited, Edit::Missing);
        }
    }
}

/// Whether two keys touch.
fn beside(a: char, b: char) -> bool {
    let (Some((row_a, x_a)), Some((row_b, x_b))) = (key(a), key(b)) else { return false };
    match row_a.abs_diff(row_b) {
        0 => x_a.abs_diff(x_b) == 4,
        1 => x_a.abs_diff(x_b) <= 3,
        _ => false,
    }
}

/// The row of a key and its distance from the left edge in quarters of a key.
fn key(letter: char) -> Option<(usize, i32)> {
    let (row, at) = ROWS.iter().enumerate().find_map(|(row, keys)| Some((row, keys.find(letter)?)))?;
    Some((row, OFFSETS[row] + 4 * i32::try_from(at).ok()?))
}
