//! Two words to the number of passages in which they stand side by side: counted where one of them is rare, drawn
//! from a sample of the passages where both are common.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, SegmentReader, TERMINATED, Term};

use super::places::{Places, where_together};
use super::sample::Sample;
use super::statistics::Statistics;
use crate::store::neighbors::{MOST_COUNTED, Neighbors, Spelled, some_of};

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
        words: [Term; 2],
    ) -> tantivy::Result<Neighbors> {
        let (passages, share) = self.together(statistics, sample, words)?;
        Ok(Neighbors { seen: passages.iter().map(Vec::len).sum(), share })
    }

    /// How many of the passages in which two words stand side by side hold each of these terms; where they are many,
    /// of some of them.
    pub(super) fn spelled<'a>(
        &self,
        statistics: &Statistics,
        sample: impl FnOnce() -> tantivy::Result<&'a Sample>,
        words: [Term; 2],
        forms: &[Term],
    ) -> tantivy::Result<Spelled> {
        let (passages, _) = self.together(statistics, sample, words)?;
        let placed =
            passages.iter().enumerate().flat_map(|(part, passages)| passages.iter().map(move |&at| (part, at)));
        let some = some_of(placed.collect());
        let mut spelled = Spelled { passages: some.len(), holding: vec![0; forms.len()] };
        for (part, segment) in statistics.searcher().segment_readers().iter().enumerate() {
            let passages: Vec<DocId> = some.iter().filter(|(of, _)| *of == part).map(|(_, at)| *at).collect();
            for (form, holding) in forms.iter().zip(&mut spelled.holding) {
                *holding += held(segment, form, &passages)?;
            }
        }
        Ok(spelled)
    }

    /// In which passages of each part of the index two words stand side by side, of all of them or of the sample; and
    /// for how many passages each of those stands.
    fn together<'a>(
        &self,
        statistics: &Statistics,
        sample: impl FnOnce() -> tantivy::Result<&'a Sample>,
        [first, second]: [Term; 2],
    ) -> tantivy::Result<(Vec<Vec<DocId>>, f32)> {
        let searcher = statistics.searcher();
        let (first_passages, second_passages) = (statistics.doc_freq(&first)?, statistics.doc_freq(&second)?);
        let rarer = first_passages.min(second_passages);
        if rarer == 0 {
            return Ok((Vec::new(), 1.0));
        }
        if rarer > MOST_COUNTED {
            let sample = sample()?;
            let (first, second) = (sample.places(searcher, &first)?, sample.places(searcher, &second)?);
            let parts = first.iter().zip(&*second).map(|(first, second)| where_together(first, second).collect());
            return Ok((parts.collect(), sample.share()));
        }
        let led_by_first = first_passages <= second_passages;
        let (rare, other) = if led_by_first { (first, second) } else { (second, first) };
        let mut parts = Vec::new();
        for (segment, rare) in searcher.segment_readers().iter().zip(&*self.rare(statistics, rare)?) {
            let other = Places::within(segment, &other, rare.passages())?;
            let (first, second) = if led_by_first { (rare, &other) } else { (&other, rare) };
            parts.push(where_together(first, second).collect());
        }
        Ok((parts, 1.0))
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

/// How many of these passages of a part, which are in order, hold a term.
fn held(segment: &SegmentReader, term: &Term, passages: &[DocId]) -> tantivy::Result<usize> {
    if passages.is_empty() {
        return Ok(0);
    }
    let index = segment.inverted_index(term.field())?;
    let Some(mut postings) = index.read_postings(term, IndexRecordOption::Basic)? else { return Ok(0) };
    let mut held = 0;
    for &passage in passages {
        if postings.doc() < passage && postings.seek(passage) == TERMINATED {
            break;
        }
        held += usize::from(postings.doc() == passage);
    }
    Ok(held)
}
