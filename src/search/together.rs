//! Words of a query to passages in which they stand side by side, as they were typed. Where very many passages hold
//! the same words, these are not among the best by their words alone.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, DocSet, SegmentReader, TERMINATED, Term};

use super::candidates::{Best, Found};
use crate::query::{Evidence, Plan, TermKind, Weights, side_by_side, where_together};
use crate::store::{Columns, Reader};

/// More words than this tell enough by themselves.
const MOST_WORDS: usize = 8;

/// If the rarest word stands in no more passages than this it finds them all by itself.
const FEW: u64 = 80;

/// So many passages are kept.
const MOST: usize = 120;

/// Where so many hold the words side by side, others that hold the words are hardly better.
const ENOUGH: usize = 40;

/// If the rarest word stands in no more passages than this all of them are looked at, else those of a sample.
const MOST_LOOKED: u64 = 300_000;

/// Passages that hold the words of a query side by side.
#[derive(Default)]
pub(super) struct Together {
    /// The best of them.
    pub(super) found: Found,
    /// What else is worth looking for.
    pub(super) others: Others,
}

/// Which other passages are worth looking for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Others {
    /// Many.
    #[default]
    Many,
    /// Few: many hold the words side by side, or all that do are known.
    Few,
    /// None: the best of many that hold the words side by side are known.
    None,
}

/// The best passages that hold all pairs of neighbors of the query; the same in whatever parts they lie.
pub(super) fn find(
    reader: &Reader,
    columns: &[Columns],
    plan: &Plan,
    average: f32,
    weights: &Weights,
) -> tantivy::Result<Together> {
    let is_pair = |evidence: &&Evidence| matches!(evidence.kind, TermKind::Pair(_));
    let pairs = plan.evidence.iter().filter(is_pair).filter_map(|pair| Some([&pair.term, pair.next.as_ref()?]));
    let pairs: Vec<[&Term; 2]> = pairs.collect();
    // a pair that stands nowhere is no evidence
    if pairs.is_empty() || pairs.len() < plan.pairs.len() || plan.words.len() > MOST_WORDS {
        return Ok(Together::default());
    }
    let searcher = reader.searcher();
    let mut terms: Vec<(u64, &Term)> = Vec::new();
    for term in pairs.iter().flatten().copied().chain(as_typed(plan)) {
        terms.push((reader.statistics().doc_freq(term)?, term));
    }
    terms.sort();
    terms.dedup();
    let rarest = terms.first().map_or(0, |(passages, _)| *passages);
    if rarest <= FEW {
        return Ok(Together::default());
    }
    let terms: Vec<&Term> = terms.into_iter().map(|(_, term)| term).collect();
    let mut best = Best::new(columns, MOST);
    let is_complete = rarest <= MOST_LOOKED;
    let norm = |id| weights.norm(FieldNormReader::id_to_fieldnorm(id), average);
    let norms = Norms { norms: (0..=u8::MAX).map(norm).collect(), weights };
    if is_complete {
        for (number, segment) in (0..).zip(searcher.segment_readers()) {
            if let Some(part) = Part::open(segment, number, &terms, &pairs, &norms)? {
                part.look(&mut best);
            }
        }
    } else {
        for passage in in_sample(reader, &pairs)? {
            best.add(0.0, passage);
        }
    }
    let (is_full, found) = (best.is_full(), best.found());
    let others = match found.candidates.len() {
        _ if is_complete && is_full => Others::None,
        1.. if is_complete => Others::Few,
        ENOUGH.. => Others::Few,
        _ => Others::Many,
    };
    Ok(Together { found, others })
}

/// The words that must stand as they were typed, with their diacritics; not those that may be half typed.
fn as_typed(plan: &Plan) -> impl Iterator<Item = &Term> {
    let is_half_typed = |word| plan.evidence.iter().any(|evidence| evidence.kind == TermKind::Fuller(word));
    let as_typed = move |evidence: &&Evidence| match evidence.kind {
        TermKind::Exact(word) => !is_half_typed(word),
        _ => false,
    };
    plan.evidence.iter().filter(as_typed).map(|evidence| &evidence.term)
}

/// The passages of a sample that hold all these pairs.
fn in_sample(reader: &Reader, pairs: &[[&Term; 2]]) -> tantivy::Result<Vec<DocAddress>> {
    let (searcher, sample) = (reader.searcher(), reader.sample()?);
    let mut found: Option<Vec<DocAddress>> = None;
    for &[first, second] in pairs {
        let (first, second) = (sample.places(searcher, first)?, sample.places(searcher, second)?);
        let hold = (0..).zip(first.iter().zip(&*second)).flat_map(|(number, (first, second))| {
            where_together(first, second).map(move |passage| DocAddress::new(number, passage))
        });
        let hold: Vec<DocAddress> = hold.collect();
        found = Some(match found {
            Some(found) => found.into_iter().filter(|passage| hold.binary_search(passage).is_ok()).collect(),
            None => hold,
        });
    }
    Ok(found.unwrap_or_default())
}

/// The length part of BM25 for each length, as the engine rounds lengths.
struct Norms<'a> {
    norms: Vec<f32>,
    weights: &'a Weights,
}

/// The words of a query in one part of an index.
struct Part<'a> {
    segment: &'a SegmentReader,
    number: u32,
    lengths: FieldNormReader,
    norms: &'a Norms<'a>,
    /// Where each word stands, folded and as it was typed, the rarest first.
    words: Vec<SegmentPostings>,
    positions: Vec<Vec<u32>>,
    /// Which of the folded words are neighbors.
    pairs: Vec<[usize; 2]>,
}

impl<'a> Part<'a> {
    /// `None` if one of the words is not there.
    fn open(
        segment: &'a SegmentReader,
        number: u32,
        terms: &[&Term],
        pairs: &[[&Term; 2]],
        norms: &'a Norms<'a>,
    ) -> tantivy::Result<Option<Self>> {
        let Some(folded) = pairs.first().map(|[first, _]| first.field()) else { return Ok(None) };
        let mut words = Vec::with_capacity(terms.len());
        for term in terms {
            let index = segment.inverted_index(term.field())?;
            let Some(postings) = index.read_postings(term, IndexRecordOption::WithFreqsAndPositions)? else {
                return Ok(None);
            };
            words.push(postings);
        }
        let place = |term: &Term| terms.iter().position(|other| *other == term).unwrap_or_default();
        Ok(Some(Self {
            segment,
            number,
            lengths: segment.get_fieldnorms_reader(folded)?,
            norms,
            positions: vec![Vec::new(); words.len()],
            words,
            pairs: pairs.iter().map(|pair| pair.map(place)).collect(),
        }))
    }

    /// Looks at all passages that hold the words.
    fn look(mut self, best: &mut Best) {
        let mut doc = self.words[0].doc();
        while doc != TERMINATED {
            if best.is_too_low(self.worth(doc, self.words[0].term_freq())) {
                doc = self.words[0].advance();
                continue;
            }
            let next = self.reach(doc);
            if next == doc {
                self.weigh(doc, best);
                doc = self.words[0].advance();
            } else if next < TERMINATED {
                doc = self.words[0].seek(next);
            } else {
                break;
            }
        }
    }

    /// Goes on to a passage if it holds all words; else where one of them stands behind it.
    fn reach(&mut self, doc: DocId) -> DocId {
        for word in &mut self.words {
            let at = if word.doc() < doc { word.seek(doc) } else { word.doc() };
            if at > doc {
                return at;
            }
        }
        doc
    }

    /// Adds the passage that all words have come to, if they stand side by side in it.
    fn weigh(&mut self, doc: DocId, best: &mut Best) {
        let most = self.words.iter().map(Postings::term_freq).min().unwrap_or_default();
        if best.is_too_low(self.worth(doc, most)) || self.segment.is_deleted(doc) {
            return;
        }
        self.positions.iter_mut().for_each(Vec::clear);
        let mut least = most;
        for &[first, second] in &self.pairs {
            for word in [first, second] {
                if self.positions[word].is_empty() {
                    self.words[word].positions(&mut self.positions[word]);
                }
            }
            let times = side_by_side(&self.positions[first], &self.positions[second]);
            least = least.min(times as u32);
            if least == 0 {
                return;
            }
        }
        best.add(self.worth(doc, least), DocAddress::new(self.number, doc));
    }

    /// What it is worth that the words stand side by side in a passage so many times.
    fn worth(&self, doc: DocId, times: u32) -> f32 {
        let Norms { norms, weights } = self.norms;
        weights.saturate(times as f32 / norms[usize::from(self.lengths.fieldnorm_id(doc))])
    }
}
