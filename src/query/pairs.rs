//! Two words to the number of passages in which they stand side by side: counted where one of them is rare, drawn
//! from a sample of the passages where both are common.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;
use tantivy::collector::Count;
use tantivy::postings::Postings;
use tantivy::query::PhraseQuery;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, InvertedIndexReader, TERMINATED, Term};

use crate::index::Reader;

/// A word in more passages than this is common: it is looked at in the sample alone.
const MOST_COUNTED: u64 = 2048;

/// How often two words were seen side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Seen {
    /// In how many of the passages looked at.
    seen: u64,
    /// How many passages one of those stands for.
    share: f32,
}

impl Seen {
    /// In how many passages of the index they likely stand so; 0 if they were not seen.
    pub(super) fn passages(self) -> u64 {
        (self.seen as f32 * self.share) as u64
    }

    /// Whether this was drawn from a sample: what was not seen may be there.
    pub(super) fn is_drawn(self) -> bool {
        self.share > 1.0
    }

    /// In how many they may be taken to stand; never 0 where they only were not seen.
    pub(super) fn about(self) -> u64 {
        if self.is_drawn() && self.seen == 0 { (self.share / 2.0) as u64 } else { self.passages() }
    }
}

/// How often `second` stands right behind `first`, of positions in order.
pub fn side_by_side(first: &[u32], second: &[u32]) -> usize {
    let mut rest = second;
    let follows = |&&at: &&u32| {
        rest = &rest[rest.partition_point(|&other| other <= at)..];
        rest.first() == Some(&(at + 1))
    };
    first.iter().filter(follows).count()
}

/// Where a word stands in the passages of one part of the index that are looked at.
#[derive(Default)]
struct Places {
    passages: Vec<(DocId, Range<usize>)>,
    positions: Vec<u32>,
}

/// Counts words that stand side by side in one index; remembers what it has looked at.
pub(super) struct Pairs<'a> {
    reader: &'a Reader,
    folded: Field,
    places: RefCell<FxHashMap<String, Rc<Vec<Places>>>>,
    seen: RefCell<FxHashMap<(String, String), Seen>>,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(reader: &'a Reader) -> Self {
        let folded = reader.fields().folded;
        Self { reader, folded, places: RefCell::default(), seen: RefCell::default() }
    }

    /// How often two folded words stand side by side.
    pub(super) fn seen(&self, first: &str, second: &str) -> tantivy::Result<Seen> {
        let key = (first.to_owned(), second.to_owned());
        if let Some(&seen) = self.seen.borrow().get(&key) {
            return Ok(seen);
        }
        let seen = self.look(first, second)?;
        self.seen.borrow_mut().insert(key, seen);
        Ok(seen)
    }

    /// In how many passages of the index two folded words stand side by side; all of them are looked at.
    pub(super) fn counted(&self, first: &str, second: &str) -> tantivy::Result<u64> {
        let terms = [first, second].map(|word| Term::from_field_text(self.folded, word));
        Ok(self.reader.searcher().search(&PhraseQuery::new(terms.into()), &Count)? as u64)
    }

    fn look(&self, first: &str, second: &str) -> tantivy::Result<Seen> {
        let passages = |word: &str| self.reader.searcher().doc_freq(&Term::from_field_text(self.folded, word));
        let (first_passages, second_passages) = (passages(first)?, passages(second)?);
        let rarer = first_passages.min(second_passages);
        if rarer == 0 {
            return Ok(Seen { seen: 0, share: 1.0 });
        }
        let is_rare = rarer <= MOST_COUNTED;
        let share = if is_rare { 1.0 } else { self.reader.sample()?.share() };
        let led_by_first = first_passages <= second_passages;
        let (leading, other) = if led_by_first { (first, second) } else { (second, first) };
        let places = self.places(leading, is_rare)?;
        let other = Term::from_field_text(self.folded, other);
        let mut positions = Vec::new();
        let mut seen = 0;
        for (segment, places) in self.reader.searcher().segment_readers().iter().zip(&**places) {
            if places.passages.is_empty() {
                continue;
            }
            let Some(mut postings) = with_positions(&*segment.inverted_index(self.folded)?, &other)? else { continue };
            for (doc, range) in &places.passages {
                if postings.doc() < *doc && postings.seek(*doc) == TERMINATED {
                    break;
                }
                if postings.doc() == *doc {
                    postings.positions(&mut positions);
                    let leading = &places.positions[range.clone()];
                    let (first, second) = if led_by_first { (leading, &*positions) } else { (&*positions, leading) };
                    seen += u64::from(side_by_side(first, second) > 0);
                }
            }
        }
        Ok(Seen { seen, share })
    }

    /// Where a word stands in each part of the index: in all of its passages or in those of the sample.
    fn places(&self, word: &str, everywhere: bool) -> tantivy::Result<Rc<Vec<Places>>> {
        if let Some(known) = self.places.borrow().get(word) {
            return Ok(Rc::clone(known));
        }
        let term = Term::from_field_text(self.folded, word);
        let mut parts = Vec::new();
        for (number, segment) in self.reader.searcher().segment_readers().iter().enumerate() {
            let mut places = Places::default();
            if let Some(mut postings) = with_positions(&*segment.inverted_index(self.folded)?, &term)? {
                if everywhere {
                    while postings.doc() != TERMINATED {
                        places.add(&mut postings);
                        postings.advance();
                    }
                } else {
                    for &doc in self.reader.sample()?.part(number) {
                        if postings.doc() < doc && postings.seek(doc) == TERMINATED {
                            break;
                        }
                        if postings.doc() == doc {
                            places.add(&mut postings);
                        }
                    }
                }
            }
            parts.push(places);
        }
        let places = Rc::new(parts);
        self.places.borrow_mut().insert(word.to_owned(), Rc::clone(&places));
        Ok(places)
    }
}

impl Places {
    /// Adds the passage that the postings have come to.
    fn add(&mut self, postings: &mut impl Postings) {
        let start = self.positions.len();
        postings.append_positions_with_offset(0, &mut self.positions);
        self.passages.push((postings.doc(), start..self.positions.len()));
    }
}

fn with_positions(
    index: &InvertedIndexReader,
    term: &Term,
) -> tantivy::Result<Option<tantivy::postings::SegmentPostings>> {
    Ok(index.read_postings(term, IndexRecordOption::WithFreqsAndPositions)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_side_by_side_in_order_only() {
        for (first, second, expected) in
            [(&[1, 5, 9][..], &[2, 4, 10][..], 2), (&[2], &[1], 0), (&[], &[1], 0), (&[3, 4], &[4, 5], 2)]
        {
            assert_eq!(side_by_side(first, second), expected, "{first:?} {second:?}");
        }
    }

    #[test]
    fn what_was_not_seen_in_a_sample_may_be_there() {
        let drawn = Seen { seen: 0, share: 50.0 };
        assert_eq!((drawn.passages(), drawn.about(), drawn.is_drawn()), (0, 25, true));
        let counted = Seen { seen: 0, share: 1.0 };
        assert_eq!((counted.passages(), counted.about(), counted.is_drawn()), (0, 0, false));
    }
}
