//! A sample of the passages of an index, the same in whatever parts they lie: how often something stands in it
//! tells how often it stands in all, however many those are.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, Searcher, TERMINATED, Term};

use super::places::Places;

/// A sample has at most about this many passages; at least half as many where there are more than that.
const ENOUGH: u64 = 2048;

/// So many times the sample can be halved.
const MAX_LEVEL: u32 = 32;

/// Passages drawn from all of an index.
pub(super) struct Sample {
    /// Those in each part of the index, in order.
    parts: Vec<Vec<DocId>>,
    /// How many passages of the index one of the sample stands for.
    share: f32,
    /// Where words stand in each part of it: all of them together are no more than the sample.
    places: Mutex<FxHashMap<Term, Arc<Vec<Places>>>>,
}

/// How often a passage is in a sample that is halved again and again, as the term that tells it; none where it
/// is in the first alone, which is all of the index.
pub(super) fn term(order: u64, ordinal: usize) -> Option<String> {
    let level = mixed(order ^ mixed(ordinal as u64)).trailing_zeros().min(MAX_LEVEL);
    (level > 0).then(|| level.to_string())
}

/// Spreads numbers that are close to each other; the last step of splitmix64
/// (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

impl Sample {
    /// Draws as many passages as tell enough.
    pub(super) fn draw(searcher: &Searcher, field: Field) -> tantivy::Result<Self> {
        let segments = searcher.segment_readers();
        let all = searcher.num_docs();
        let level = (0..MAX_LEVEL).find(|level| all >> level <= ENOUGH).unwrap_or(MAX_LEVEL);
        let mut parts = Vec::with_capacity(segments.len());
        for segment in segments {
            if level == 0 {
                parts.push(segment.doc_ids_alive().collect());
                continue;
            }
            let index = segment.inverted_index(field)?;
            let mut drawn = Vec::new();
            for level in level..=MAX_LEVEL {
                let term = Term::from_field_text(field, &level.to_string());
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
        let share = (all as f32 / drawn.max(1) as f32).max(1.0);
        Ok(Self { parts, share, places: Mutex::default() })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_level_has_half_of_the_passages_of_the_one_before() {
        let levels: Vec<u32> = (0..20_000_usize)
            .map(|n| term((n / 50) as u64, n % 50).map_or(0, |level| level.parse().expect("a number")))
            .collect();
        for level in 1..6 {
            let share = levels.iter().filter(|&&other| other >= level).count() as f64 / 20_000.0;
            let expected = 0.5_f64.powi(level as i32);
            assert!((share / expected - 1.0).abs() < 0.1, "{level}: {share}");
        }
    }
}
