//! What the planning of a query asks of an index: its statistics, fields and names, under weights.

use tantivy::Searcher;

use super::pairs::Pairs;
use super::planned::Matching;
use super::weights::Weights;
use crate::store::{Copies, Fields, Reader, Roots, Statistics};

/// Plans readings for one index.
pub(super) struct Planner<'a> {
    pub(super) searcher: &'a Searcher,
    pub(super) statistics: &'a Statistics,
    pub(super) fields: &'a Fields,
    pub(super) roots: &'a Roots,
    pub(super) copies: &'a Copies,
    pub(super) pairs: Pairs<'a>,
    pub(super) matching: Matching,
    pub(super) weights: &'a Weights,
    /// How many passages have a title or headings of their own in the index.
    pub(super) headed: u64,
}

impl<'a> Planner<'a> {
    pub(super) fn new(reader: &'a Reader, matching: Matching, weights: &'a Weights) -> Self {
        let (searcher, fields, roots, copies) = (reader.searcher(), reader.fields(), reader.roots(), reader.copies());
        let statistics = reader.statistics();
        let headed = statistics.totals().tokens.headed;
        Self { searcher, statistics, fields, roots, copies, pairs: Pairs::new(reader), matching, weights, headed }
    }
}
