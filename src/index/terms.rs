//! Terms of a field that begin alike, out of all parts of an index at once.

use std::sync::Arc;

use tantivy::schema::Field;
use tantivy::termdict::TermMerger;
use tantivy::{InvertedIndexReader, Searcher};

/// Terms that were looked up.
pub(super) struct Terms {
    /// The terms, each with in how many passages it stands, in order.
    pub(super) found: Vec<(String, u64)>,
    /// Whether there are more that were not looked at.
    pub(super) cut: bool,
}

/// Those of the first `limit` terms that begin with `prefix` which are to be kept; the same for the same
/// passages, in whatever parts they lie.
pub(super) fn with_prefix(
    searcher: &Searcher,
    field: Field,
    prefix: &str,
    limit: usize,
    keep: impl Fn(&str) -> bool,
) -> tantivy::Result<Terms> {
    let indexes = searcher.segment_readers().iter().map(|segment| segment.inverted_index(field));
    let indexes: Vec<Arc<InvertedIndexReader>> = indexes.collect::<tantivy::Result<_>>()?;
    let mut behind = prefix.as_bytes().to_vec();
    // no text has a byte that is the greatest
    if let Some(last) = behind.last_mut() {
        *last += 1;
    }
    let stream = |index| {
        let range = InvertedIndexReader::terms(index).range().ge(prefix.as_bytes());
        if behind.is_empty() { range } else { range.lt(&behind) }.into_stream()
    };
    let streams = indexes.iter().map(|index| stream(&**index)).collect::<std::io::Result<_>>()?;
    let mut merged = TermMerger::new(streams);
    let mut terms = Terms { found: Vec::new(), cut: false };
    let mut left = limit;
    while merged.advance() {
        if left == 0 {
            terms.cut = true;
            break;
        }
        left -= 1;
        // terms are made of text
        let Ok(term) = std::str::from_utf8(merged.key()) else { continue };
        if keep(term) {
            let passages = merged.current_segment_ords_and_term_infos().map(|(_, term)| u64::from(term.doc_freq)).sum();
            terms.found.push((term.to_owned(), passages));
        }
    }
    Ok(terms)
}
