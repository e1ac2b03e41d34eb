//! A word to where it stands in passages of one part of an index, and two to where they do so side by side.

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, SegmentReader, TERMINATED, Term};

use crate::store::neighbors::side_by_side;

/// Where a word stands in some passages.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Those that hold it, in order.
    passages: Vec<DocId>,
    /// Of each where its positions end.
    ends: Vec<usize>,
    positions: Vec<u32>,
}

impl Places {
    /// In all passages of a part that are not deleted.
    pub(super) fn all(segment: &SegmentReader, word: &Term) -> tantivy::Result<Self> {
        let mut places = Self::default();
        if let Some(mut postings) = with_positions(segment, word)? {
            while postings.doc() != TERMINATED {
                if !segment.is_deleted(postings.doc()) {
                    places.add(&mut postings);
                }
                postings.advance();
            }
        }
        Ok(places)
    }

    /// In these passages of a part, which are in order.
    pub(super) fn within(segment: &SegmentReader, word: &Term, passages: &[DocId]) -> tantivy::Result<Self> {
        let mut places = Self::default();
        if passages.is_empty() {
            return Ok(places);
        }
        let Some(mut postings) = with_positions(segment, word)? else { return Ok(places) };
        for &passage in passages {
            if postings.doc() < passage && postings.seek(passage) == TERMINATED {
                break;
            }
            if postings.doc() == passage {
                places.add(&mut postings);
            }
        }
        Ok(places)
    }

    /// Adds the passage that the postings have come to.
    fn add(&mut self, postings: &mut SegmentPostings) {
        self.passages.push(postings.doc());
        postings.append_positions_with_offset(0, &mut self.positions);
        self.ends.push(self.positions.len());
    }

    /// The passages that hold it, in order.
    pub(super) fn passages(&self) -> &[DocId] {
        &self.passages
    }

    /// The passages with the positions in each.
    pub(super) fn iter(&self) -> impl Iterator<Item = (DocId, &[u32])> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let positions = starts.zip(&self.ends).map(|(start, &end)| &self.positions[start..end]);
        self.passages.iter().copied().zip(positions)
    }
}

fn with_positions(segment: &SegmentReader, word: &Term) -> tantivy::Result<Option<SegmentPostings>> {
    let index = segment.inverted_index(word.field())?;
    Ok(index.read_postings(word, IndexRecordOption::WithFreqsAndPositions)?)
}

/// The passages of one part of the index in which one word stands right behind another, in order.
pub(super) fn where_together<'a>(first: &'a Places, second: &'a Places) -> impl Iterator<Item = DocId> + 'a {
    let mut rest = second.iter().peekable();
    first.iter().filter_map(move |(passage, first)| {
        while rest.next_if(|(other, _)| *other < passage).is_some() {}
        let (other, second) = rest.peek()?;
        (*other == passage && side_by_side(first, second) > 0).then_some(passage)
    })
}
