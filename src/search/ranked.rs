//! A candidate with what it scores, and which of two is better.

use super::rank::Parts;
use crate::store::{Candidate, StoredPassage};

/// A candidate with its score.
pub(super) struct Ranked {
    pub(super) candidate: Candidate,
    pub(super) parts: Parts,
    /// Its passage, where it was read.
    pub(super) passage: Option<Box<StoredPassage>>,
    /// How long its passage is, in words.
    pub(super) length: u32,
    /// The day it is dated by, counted from year 1.
    pub(super) day: Option<u32>,
}

impl Ranked {
    /// Better ones first; equals in an order that depends on nothing but the documents.
    pub(super) fn compare(a: &Self, b: &Self) -> std::cmp::Ordering {
        steps(b.parts.score).cmp(&steps(a.parts.score)).then_with(|| a.candidate.id.cmp(&b.candidate.id))
    }
}

/// Scores that differ by less than a thousandth are equal.
fn steps(score: f32) -> i64 {
    (f64::from(score) * 1000.0).round() as i64
}
