//! A query of the engine to its best passages, by the engine's own scores.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::query::{EnableScoring, Query, Weight};
use tantivy::{DocAddress, DocSet, Score, Searcher, TERMINATED};

use super::columns::Columns;
use super::handle::{address, handle};
use super::statistics::Statistics;
use crate::store::found::{Candidate, Found, STEP};

/// So many times what is wanted is gathered before it is looked through.
const ROOM: usize = 8;

/// The best passages found so far.
pub(super) struct Best<'a> {
    columns: &'a [Columns],
    limit: usize,
    /// The scores of the best, the least on top.
    scores: BinaryHeap<Reverse<u32>>,
    /// All that were among the best when they were found.
    found: Vec<(u32, DocAddress)>,
    /// Whether any was left out.
    more: bool,
}

impl<'a> Best<'a> {
    pub(super) fn new(columns: &'a [Columns], limit: usize) -> Self {
        Self { columns, limit, scores: BinaryHeap::with_capacity(limit + 1), found: Vec::new(), more: false }
    }

    /// The least of the best scores, once there are as many as are wanted.
    fn least(&self) -> Option<u32> {
        self.scores.peek().filter(|_| self.scores.len() == self.limit).map(|least| least.0)
    }

    /// The engine may leave out what has no greater score: one step below the least, so that its equals are seen.
    fn threshold(&self) -> Score {
        self.least().map_or(Score::MIN, |least| (least as f32 - 1.0) * STEP)
    }

    /// Whether there are as many as are wanted.
    pub(super) fn is_full(&self) -> bool {
        self.least().is_some()
    }

    /// Whether what has this score is none of the best.
    pub(super) fn is_too_low(&self, score: Score) -> bool {
        self.least().is_some_and(|least| steps(score) < least)
    }

    pub(super) fn add(&mut self, score: Score, at: DocAddress) {
        let score = steps(score);
        if self.least().is_some_and(|least| score < least) {
            self.more = true;
            return;
        }
        self.scores.push(Reverse(score));
        if self.scores.len() > self.limit {
            self.scores.pop();
            self.more = true;
        }
        self.found.push((score, at));
        if self.found.len() >= ROOM * self.limit {
            self.leave_out();
            // many that are equal
            if self.found.len() >= ROOM / 2 * self.limit {
                self.found =
                    self.ordered().iter().map(|candidate| (candidate.score, address(candidate.handle))).collect();
            }
        }
    }

    /// Leaves out those that are no longer among the best; their equals stay.
    fn leave_out(&mut self) {
        if let Some(least) = self.least() {
            self.found.retain(|(score, _)| *score >= least);
        }
    }

    /// The best, in order.
    fn ordered(&self) -> Vec<Candidate> {
        let candidate = |&(score, address): &(u32, DocAddress)| {
            let id = self.columns[address.segment_ord as usize].id(address.doc_id);
            Candidate { handle: handle(address), score, id }
        };
        let mut candidates: Vec<Candidate> = self.found.iter().map(candidate).collect();
        candidates.sort_unstable();
        candidates.truncate(self.limit);
        candidates
    }

    /// The best candidates, in order of address.
    pub(super) fn found(mut self) -> Found {
        self.leave_out();
        let mut candidates = self.ordered();
        candidates.sort_unstable_by_key(|candidate| candidate.handle);
        Found { candidates, more: self.more }
    }
}

/// A score in steps of [`STEP`].
fn steps(score: Score) -> u32 {
    (score.max(0.0) / STEP) as u32
}

/// Finds the `limit` best passages.
pub(super) fn find(
    statistics: &Statistics,
    columns: &[Columns],
    query: &dyn Query,
    limit: usize,
) -> tantivy::Result<Found> {
    let searcher = statistics.searcher();
    let weight = query.weight(EnableScoring::enabled_from_statistics_provider(statistics, searcher))?;
    let mut best = Best::new(columns, limit);
    for (number, segment) in (0..).zip(searcher.segment_readers()) {
        let alive = segment.alive_bitset();
        weight.for_each_pruning(best.threshold(), segment, &mut |doc, score| {
            if alive.is_none_or(|alive| alive.is_alive(doc)) {
                best.add(score, DocAddress::new(number, doc));
            }
            best.threshold()
        })?;
    }
    // what was passed over unseen counts too
    let more = best.more || best.is_full() && finds_more(searcher, &*weight, limit)?;
    Ok(Found { more, ..best.found() })
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
