//! A candidate with what it scores, and which of two is better.

use std::collections::hash_map::Entry;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::facts::Facts;
use super::score::{ScoreBreakdown, score};
use crate::query::Weights;
use crate::store::{Candidate, StoredPassage};

/// A candidate with its score.
pub(super) struct Ranked<'a> {
    pub(super) candidate: Candidate,
    /// What is known of it.
    pub(super) facts: Facts<'a>,
    pub(super) parts: ScoreBreakdown,
    /// Its passage, where it was read.
    pub(super) passage: Option<Box<StoredPassage>>,
    /// The day it is dated by, counted from year 1.
    pub(super) day: Option<u32>,
    /// The line with which the place begins that the query names, in bytes of the passage.
    pub(super) place: Option<Range<usize>>,
}

impl Ranked<'_> {
    /// Scores it anew, by what was looked at since.
    pub(super) fn score(&mut self, weights: &Weights) {
        self.parts = score(&self.facts, weights);
    }

    /// Better ones first; equals in an order that depends on nothing but the documents.
    pub(super) fn compare(a: &Self, b: &Self) -> std::cmp::Ordering {
        steps(b.parts.score).cmp(&steps(a.parts.score)).then_with(|| a.candidate.id.cmp(&b.candidate.id))
    }
}

/// Scores that differ by less than a thousandth are equal.
fn steps(score: f32) -> i64 {
    (f64::from(score) * 1000.0).round() as i64
}

/// The best passage of each document, with how many more there are.
pub(super) fn per_document(ranked: Vec<Ranked<'_>>) -> Vec<(Ranked<'_>, usize)> {
    let mut best: Vec<(Ranked<'_>, usize)> = Vec::new();
    let mut seen = FxHashMap::default();
    for passage in ranked {
        match seen.entry(passage.candidate.id.document) {
            Entry::Occupied(at) => {
                let (_, more): &mut (_, usize) = &mut best[*at.get()];
                *more += 1;
            }
            Entry::Vacant(place) => {
                place.insert(best.len());
                best.push((passage, 0));
            }
        }
    }
    best
}
