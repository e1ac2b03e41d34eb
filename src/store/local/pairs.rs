//! Two words to the number of passages in which they stand side by side: counted where one of them is rare, drawn
//! from a sample of the passages where both are common.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use tantivy::Term;

use super::places::{Places, where_together};
use super::sample::Sample;
use super::statistics::Statistics;
use crate::store::neighbors::{MOST_COUNTED, Neighbors};

/// No more rare words than these are remembered at a time.
const MAX_KNOWN: usize = 64;

/// Where rare words stand in each part of the index, once they were looked up: they are asked for beside each of
/// their neighbors.
#[derive(Default)]
pub(super) struct Pairs(Mutex<FxHashMap<Term, Arc<Vec<Places>>>>);

impl Pairs {
    /// How often two words stand side by side.
    pub(super) fn seen<'a>(
        &self,
        statistics: &Statistics,
        sample: impl FnOnce() -> tantivy::Result<&'a Sample>,
        [first, second]: [Term; 2],
    ) -> tantivy::Result<Neighbors> {
        let searcher = statistics.searcher();
        let (first_passages, second_passages) = (statistics.doc_freq(&first)?, statistics.doc_freq(&second)?);
        let rarer = first_passages.min(second_passages);
        if rarer == 0 {
            return Ok(Neighbors { seen: 0, share: 1.0 });
        }
        if rarer > MOST_COUNTED {
            let sample = sample()?;
            let (first, second) = (sample.places(searcher, &first)?, sample.places(searcher, &second)?);
            let seen = first.iter().zip(&*second).map(|(first, second)| where_together(first, second).count()).sum();
            return Ok(Neighbors { seen, share: sample.share() });
        }
        let led_by_first = first_passages <= second_passages;
        let (rare, other) = if led_by_first { (first, second) } else { (second, first) };
        let mut seen = 0;
        for (segment, rare) in searcher.segment_readers().iter().zip(&*self.rare(statistics, rare)?) {
            let other = Places::within(segment, &other, rare.passages())?;
            let (first, second) = if led_by_first { (rare, &other) } else { (&other, rare) };
            seen += where_together(first, second).count();
        }
        Ok(Neighbors { seen, share: 1.0 })
    }

    fn rare(&self, statistics: &Statistics, word: Term) -> tantivy::Result<Arc<Vec<Places>>> {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(places) = known().get(&word) {
            return Ok(Arc::clone(places));
        }
        let parts = statistics.searcher().segment_readers().iter().map(|segment| Places::all(segment, &word));
        let places = Arc::new(parts.collect::<tantivy::Result<Vec<_>>>()?);
        let mut known = known();
        if known.len() >= MAX_KNOWN {
            known.clear();
        }
        known.insert(word, Arc::clone(&places));
        Ok(places)
    }
}
