//! A place in a run of capitalized words, as the steps see it.

use std::cell::OnceCell;

use super::Sweep;
use crate::mention::person::surroundings::Left;

/// A step: judges or passes over the words at a spot, if it is for them, and returns where to go on.
pub(super) type Step = fn(&mut Sweep<'_>, &Spot) -> Option<usize>;

/// The word `at` inside the run `run..end`.
pub(super) struct Spot {
    pub run: usize,
    pub at: usize,
    pub end: usize,
    left: OnceCell<Left>,
}

impl Spot {
    pub(super) fn new(run: usize, at: usize, end: usize) -> Self {
        Self { run, at, end, left: OnceCell::new() }
    }

    /// What stands before the word, looked up when it is first asked for.
    pub(super) fn left(&self, sweep: &Sweep<'_>) -> Left {
        *self.left.get_or_init(|| sweep.left(self.at))
    }

    /// Whether a title or the head of a list of people stands before.
    pub(super) fn is_titled(&self, sweep: &Sweep<'_>) -> bool {
        matches!(self.left(sweep), Left::Title(_) | Left::Many)
    }

    pub(super) fn begins_run(&self) -> bool {
        self.at == self.run
    }

    /// How many words of the run are left.
    pub(super) fn len(&self) -> usize {
        self.end - self.at
    }
}
