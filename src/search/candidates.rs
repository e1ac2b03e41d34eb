//! A planned query to its best passages: the first stage, as far as the engine's own scores go.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use tantivy::query::{EnableScoring, Query, Weight};
use tantivy::{DocAddress, DocSet, Score, Searcher, TERMINATED};

use crate::index::Columns;

/// A passage that the first stage has found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    /// Where the index keeps it.
    pub(super) address: DocAddress,
    /// The engine's score, in steps of [`STEP`].
    pub(super) score: u32,
    /// Where it stands among equals: the same in whatever segment it lies.
    pub(super) order: (u64, u64),
}

/// What the first stage has found.
#[derive(Default)]
pub(super) struct Found {
    /// The best candidates, in order of address.
    pub(super) candidates: Vec<Candidate>,
    /// Whether there were more than were asked for.
    pub(super) more: bool,
}

impl Found {
    /// Adds what was found otherwise.
    pub(super) fn add(&mut self, other: Self) {
        self.more |= other.more;
        self.candidates.extend(other.candidates);
        self.candidates.sort_by_key(|candidate| candidate.address);
        self.candidates.dedup_by_key(|candidate| candidate.address);
    }
}

/// Scores closer than this are equal, so that the order of adding up does not show.
const STEP: f32 = 1.0 / 256.0;

/// Finds the `limit` best passages.
pub(super) fn find(
    searcher: &Searcher,
    columns: &[Columns],
    query: &dyn Query,
    limit: usize,
) -> tantivy::Result<Found> {
    let weight = query.weight(EnableScoring::enabled_from_searcher(searcher))?;
    // the least of the best lies on top
    let mut best: BinaryHeap<Candidate> = BinaryHeap::with_capacity(limit + 1);
    let mut more = false;
    for (number, (segment, columns)) in searcher.segment_readers().iter().zip(columns).enumerate() {
        let alive = segment.alive_bitset();
        let threshold = |best: &BinaryHeap<Candidate>| match best.peek() {
            // one step below the least, so that its equals are seen too
            Some(least) if best.len() == limit => (least.score as f32 - 1.0) * STEP,
            _ => Score::MIN,
        };
        weight.for_each_pruning(threshold(&best), segment, &mut |doc, score| {
            if alive.is_none_or(|alive| alive.is_alive(doc)) {
                let score = (score.max(0.0) / STEP) as u32;
                let least = best.peek().filter(|_| best.len() == limit).map(|least| least.score);
                if least.is_none_or(|least| score >= least) {
                    best.push(Candidate {
                        address: DocAddress::new(number as u32, doc),
                        score,
                        order: columns.order(doc),
                    });
                    if best.len() > limit {
                        best.pop();
                        more = true;
                    }
                } else {
                    more = true;
                }
            }
            threshold(&best)
        })?;
    }
    // what was passed over unseen counts too
    if best.len() == limit && !more {
        more = finds_more(searcher, &*weight, limit)?;
    }
    let mut candidates = best.into_vec();
    candidates.sort_by_key(|candidate| candidate.address);
    Ok(Found { candidates, more })
}

/// Whether more than `limit` passages are found, however bad.
fn finds_more(searcher: &Searcher, weight: &dyn Weight, limit: usize) -> tantivy::Result<bool> {
    let mut found = 0;
    for segment in searcher.segment_readers() {
        let alive = segment.alive_bitset();
        let mut scorer = weight.scorer(segment, 1.0)?;
        while scorer.doc() != TERMINATED {
            found += usize::from(alive.is_none_or(|alive| alive.is_alive(scorer.doc())));
            if found > limit {
                return Ok(true);
            }
            scorer.advance();
        }
    }
    Ok(false)
}

impl Eq for Candidate {}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        other.score.cmp(&self.score).then_with(|| self.order.cmp(&other.order))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
