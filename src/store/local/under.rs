//! A term of headings to the passages that stand under them: the one that has them, and those behind it until one has
//! its own.

use tantivy::query::{BitSetDocSet, ConstScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{BitSet, DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError, Term};

/// Finds what stands under headings that hold a term.
#[derive(Clone, Debug)]
pub(super) struct Under {
    pub(super) term: Term,
    /// Where headings are.
    pub(super) context: Field,
}

impl Query for Under {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(UnderWeight(self.clone())))
    }
}

struct UnderWeight(Under);

impl Weight for UnderWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let Under { term, context } = &self.0;
        let lengths = segment.get_fieldnorms_reader(*context)?;
        let mut under = BitSet::with_max_value(segment.max_doc());
        let index = segment.inverted_index(term.field())?;
        if let Some(mut heads) = index.read_postings(term, IndexRecordOption::Basic)? {
            while heads.doc() != TERMINATED {
                let head = heads.doc();
                under.insert(head);
                (head + 1..segment.max_doc()).take_while(|doc| lengths.fieldnorm(*doc) == 0).for_each(|doc| {
                    under.insert(doc);
                });
                heads.advance();
            }
        }
        Ok(Box::new(ConstScorer::new(BitSetDocSet::from(under), boost)))
    }

    fn explain(&self, _: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        Err(TantivyError::InvalidArgument(format!("{doc} stands under a heading or not; it has no score")))
    }
}
