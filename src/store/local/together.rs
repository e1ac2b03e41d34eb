//! Words of a query to passages in which they stand side by side, as they were typed. Where very many passages hold
//! the same words, these are not among the best by their words alone.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, DocSet, Searcher, SegmentReader, TERMINATED, Term};

use super::best::Best;
use super::columns::Columns;
use super::places::where_together;
use super::sample::Sample;
use super::schema::Fields;
use crate::store::found::{Found, SideBySide};
use crate::store::neighbors::side_by_side;
use crate::store::scale::Scale;

/// The best passages that hold all these pairs; the same in whatever parts they lie.
pub(super) fn find<'a>(
    searcher: &Searcher,
    columns: &[Columns],
    sample: impl FnOnce() -> tantivy::Result<&'a Sample>,
    fields: &Fields,
    wanted: &SideBySide,
    limit: usize,
) -> tantivy::Result<Found> {
    let pairs: Vec<[Term; 2]> = wanted.pairs.iter().map(|[one, two]| [fields.term(one), fields.term(two)]).collect();
    let mut best = Best::new(columns, limit);
    if wanted.drawn {
        for passage in in_sample(searcher, sample()?, &pairs)? {
            best.add(0.0, passage);
        }
        return Ok(best.found());
    }
    let words: Vec<Term> = wanted.words.iter().map(|word| fields.term(word)).collect();
    let norm = |id| wanted.scale.norm(FieldNormReader::id_to_fieldnorm(id));
    let norms = Norms { norms: (0..=u8::MAX).map(norm).collect(), scale: wanted.scale };
    for (number, segment) in (0..).zip(searcher.segment_readers()) {
        if let Some(part) = Part::open(segment, number, &words, &pairs, &norms)? {
            part.look(&mut best);
        }
    }
    Ok(best.found())
}

/// The passages of a sample that hold all these pairs.
fn in_sample(searcher: &Searcher, sample: &Sample, pairs: &[[Term; 2]]) -> tantivy::Result<Vec<DocAddress>> {
    let mut found: Option<Vec<DocAddress>> = None;
    for [first, second] in pairs {
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
struct Norms {
    norms: Vec<f32>,
    scale: Scale,
}

/// The words of a query in one part of an index.
struct Part<'a> {
    segment: &'a SegmentReader,
    number: u32,
    lengths: FieldNormReader,
    norms: &'a Norms,
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
        terms: &[Term],
        pairs: &[[Term; 2]],
        norms: &'a Norms,
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
        let place = |term: &Term| terms.iter().position(|other| other == term).unwrap_or_default();
        Ok(Some(Self {
            segment,
            number,
            lengths: segment.get_fieldnorms_reader(folded)?,
            norms,
            positions: vec![Vec::new(); words.len()],
            words,
            pairs: pairs.iter().map(|[first, second]| [place(first), place(second)]).collect(),
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
        let Norms { norms, scale } = self.norms;
        scale.saturate(times as f32 / norms[usize::from(self.lengths.fieldnorm_id(doc))])
    }
}
