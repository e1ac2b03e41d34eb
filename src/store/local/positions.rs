//! Words and passages to where in each of these each of the words stands.

use tantivy::postings::Postings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, Searcher, Term};

use super::handle::address;
use crate::store::counts::Positions;
use crate::store::found::Candidate;

/// Where the words stand in passages, which are in order.
pub(super) fn positions(
    searcher: &Searcher,
    words: &[Option<Term>],
    candidates: &[Candidate],
) -> tantivy::Result<Vec<Positions>> {
    let mut found = vec![vec![Vec::new(); words.len()]; candidates.len()];
    let passages: Vec<DocAddress> = candidates.iter().map(|candidate| address(candidate.handle)).collect();
    let mut start = 0;
    for run in passages.chunk_by(|a, b| a.segment_ord == b.segment_ord) {
        let segment = searcher.segment_reader(run[0].segment_ord);
        for (word, term) in words.iter().enumerate() {
            let Some(term) = term else { continue };
            let index = segment.inverted_index(term.field())?;
            let option = IndexRecordOption::WithFreqsAndPositions;
            let Some(mut postings) = index.read_postings(term, option)? else { continue };
            for (at, passage) in run.iter().enumerate() {
                if postings.doc() < passage.doc_id {
                    postings.seek(passage.doc_id);
                }
                if postings.doc() == passage.doc_id {
                    postings.positions(&mut found[start + at][word]);
                }
            }
        }
        start += run.len();
    }
    Ok(found)
}
