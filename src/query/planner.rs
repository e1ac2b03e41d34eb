//! What the planning of a query works with: the facts of an index, under weights.

use super::facts::Facts;
use super::planned::Matching;
use super::weights::Weights;

/// Plans readings for one index.
pub(super) struct Planner<'a> {
    pub(super) facts: &'a Facts<'a>,
    pub(super) matching: Matching,
    pub(super) weights: &'a Weights,
}

impl<'a> Planner<'a> {
    pub(super) fn new(facts: &'a Facts<'a>, matching: Matching, weights: &'a Weights) -> Self {
        Self { facts, matching, weights }
    }
}
