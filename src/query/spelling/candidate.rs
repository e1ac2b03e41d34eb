//! A word that may be meant by another, and what went wrong in typing it.

/// A word that may be meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// In exact form, or in folded form where that was asked for.
    pub form: String,
    /// How unlikely the slip is: near 0 for keys left undone, about 1 for any wrong letter.
    pub cost: f32,
    /// What went wrong.
    pub kind: SlipKind,
}

/// What goes wrong in typing a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SlipKind {
    /// Telex or VNI keys left undone: `Vawn`, `Va8n`.
    Keys,
    /// A wrong or missing tone: `Đổ` for `Đỗ`.
    Tone,
    /// A wrong or missing mark on a vowel, or another vowel that sounds like it.
    Vowel,
    /// An onset that sounds like it: `d/đ/gi/r`, `s/x`, `ch/tr`, `l/n`.
    Onset,
    /// A final that sounds like it: `n/ng`, `c/t`.
    Final,
    /// A letter typed twice.
    Doubled,
    /// Two neighbors in the wrong order.
    Swapped,
    /// A letter too much.
    Extra,
    /// A letter missing.
    Missing,
    /// The key beside the right one.
    Neighbor,
    /// Any other letter.
    Other,
    /// More than one of these.
    Several,
}
