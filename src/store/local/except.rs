//! A query to the same query, fit to be excluded by.
//!
//! What is excluded is asked for passages that it may have passed already. The engine's phrases and
//! intersections count on never being asked so; here whoever asks is told that it is not there.

use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader};

/// A query that hits are not to match.
#[derive(Debug)]
pub(super) struct Except(pub(super) Box<dyn Query>);

impl Clone for Except {
    fn clone(&self) -> Self {
        Self(self.0.box_clone())
    }
}

impl Query for Except {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(ExceptWeight(self.0.weight(scoring)?)))
    }
}

struct ExceptWeight(Box<dyn Weight>);

impl Weight for ExceptWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(Box::new(ExceptScorer(self.0.scorer(reader, boost)?)))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        self.0.explain(reader, doc)
    }
}

/// Keeps the `seek_danger` that the trait provides, which looks where it stands before it seeks.
struct ExceptScorer(Box<dyn Scorer>);

impl DocSet for ExceptScorer {
    fn advance(&mut self) -> DocId {
        self.0.advance()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.0.seek(target)
    }

    fn doc(&self) -> DocId {
        self.0.doc()
    }

    fn size_hint(&self) -> u32 {
        self.0.size_hint()
    }

    fn cost(&self) -> u64 {
        self.0.cost()
    }
}

impl Scorer for ExceptScorer {
    fn score(&mut self) -> Score {
        self.0.score()
    }
}
