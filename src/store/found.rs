//! What is searched for, and the best passages of it.

use std::cmp::Ordering;

use super::clause::Clause;
use super::passage::{Handle, PassageId};
use super::scale::Scale;
use super::term::Term;

/// What the best passages are wanted of.
#[derive(Clone, Copy, Debug)]
pub enum Search<'a> {
    /// What a clause finds, by its score.
    Clause(&'a Clause),
    /// What holds words side by side.
    SideBySide(&'a SideBySide),
}

/// Passages that hold words side by side, scored by how often they do so, beside their length.
#[derive(Clone, Debug, PartialEq)]
pub struct SideBySide {
    /// The pairs of words of [`Field::Folded`](super::Field::Folded) that must all stand so.
    pub pairs: Vec<[Term; 2]>,
    /// Those words and others that must be there, each once, the rarest first.
    pub words: Vec<Term>,
    /// Whether only the passages of a sample are looked at, and not scored.
    pub drawn: bool,
    /// How much it counts that they stand so.
    pub scale: Scale,
}

/// Scores closer than this are equal, so that the order of adding up does not show.
pub(super) const STEP: f32 = 1.0 / 256.0;

/// A passage that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Where the snapshot keeps it.
    pub handle: Handle,
    /// The score that the store gives it, in steps of 1/256.
    pub score: u32,
    /// What it is: where it stands among equals.
    pub id: PassageId,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        other.score.cmp(&self.score).then_with(|| self.id.cmp(&other.id)).then_with(|| self.handle.cmp(&other.handle))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The best candidates, in order of handle.
    pub candidates: Vec<Candidate>,
    /// Whether there were more than were asked for.
    pub more: bool,
}

impl Found {
    /// The best so many of it.
    pub(crate) fn best(mut self, limit: usize) -> Self {
        if self.candidates.len() > limit {
            self.more = true;
            self.candidates.sort_unstable();
            self.candidates.truncate(limit);
            self.candidates.sort_unstable_by_key(|candidate| candidate.handle);
        }
        self
    }

    /// Adds what was found otherwise.
    pub(crate) fn add(&mut self, other: Self) {
        self.more |= other.more;
        self.candidates.extend(other.candidates);
        self.candidates.sort_by_key(|candidate| candidate.handle);
        self.candidates.dedup_by_key(|candidate| candidate.handle);
    }
}
