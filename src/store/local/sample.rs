//! A sample of the passages of an index, the same in whatever parts they lie: how often something stands in it
//! tells how often it stands in all, however many those are.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, Searcher, TERMINATED, Term};

use super::places::Places;
use crate::store::sample::{level_of, share, terms};

/// Passages drawn from all of an index.
pub(super) struct Sample {
    /// Those in each part of the index, in order.
    parts: Vec<Vec<DocId>>,
    /// How many passages of the index one of the sample stands for.
    share: f32,
    /// Where words stand in each part of it: all of them together are no more than the sample.
    places: Mutex<FxHashMap<Term, Arc<Vec<Places>>>>,
}

impl Sample {
    /// Draws as many passages as tell enough.
    pub(super) fn draw(searcher: &Searcher, field: Field) -> tantivy::Result<Self> {
        let segments = searcher.segment_readers();
        let all = searcher.num_docs();
        let level = level_of(all);
        let mut parts = Vec::with_capacity(segments.len());
        for segment in segments {
            if level == 0 {
                parts.push(segment.doc_ids_alive().collect());
                continue;
            }
            let index = segment.inverted_index(field)?;
            let mut drawn = Vec::new();
            for term in terms(level) {
                let term = Term::from_field_text(field, &term);
                let Some(mut postings) = index.read_postings(&term, IndexRecordOption::Basic)? else { continue };
                while postings.doc() != TERMINATED {
                    drawn.push(postings.doc());
                    postings.advance();
                }
            }
            drawn.retain(|doc| !segment.is_deleted(*doc));
            drawn.sort_unstable();
            parts.push(drawn);
        }
        let drawn: usize = parts.iter().map(Vec::len).sum();
        Ok(Self { parts, share: share(all, drawn as u64), places: Mutex::default() })
    }

    /// Where a word stands in what was drawn from each part of the index; looked up once.
    pub(super) fn places(&self, searcher: &Searcher, word: &Term) -> tantivy::Result<Arc<Vec<Places>>> {
        let known = || self.places.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(places) = known().get(word) {
            return Ok(Arc::clone(places));
        }
        let parts = searcher.segment_readers().iter().zip(&self.parts);
        let places = parts.map(|(segment, passages)| Places::within(segment, word, passages));
        let places = Arc::new(places.collect::<tantivy::Result<Vec<_>>>()?);
        known().insert(word.clone(), Arc::clone(&places));
        Ok(places)
    }

    /// How many passages of the index one of these stands for.
    pub(super) fn share(&self) -> f32 {
        self.share
    }
}
