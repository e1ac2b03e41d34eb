//! Terms of a field that begin alike, out of all segments at once: those that a passage holds.

use std::ops::ControlFlow;
use std::sync::Arc;

use tantivy::schema::Field;
use tantivy::termdict::TermMerger;
use tantivy::{InvertedIndexReader, SegmentReader};

use super::statistics::{Statistics, alive, is_alive};
use crate::store::term::Terms;

/// A term in the segments that have it.
struct Standing<'a, 'b> {
    segments: &'a [(&'b SegmentReader, Arc<InvertedIndexReader>)],
    merged: &'a TermMerger<'b>,
}

impl Standing<'_, '_> {
    /// In how many passages it stands.
    fn passages(&self) -> tantivy::Result<u64> {
        self.merged.current_segment_ords_and_term_infos().try_fold(0, |sum, (at, term)| {
            let (segment, index) = &self.segments[at];
            Ok(sum + alive(segment, index, &term)?)
        })
    }

    /// Whether it stands in any passage.
    fn is_held(&self) -> tantivy::Result<bool> {
        self.merged.current_segment_ords_and_term_infos().try_fold(false, |held, (at, term)| {
            let (segment, index) = &self.segments[at];
            Ok(held || is_alive(segment, index, &term)?)
        })
    }
}

impl Statistics {
    /// Those of the first `limit` terms that begin with `prefix` which are to be kept; the same for the same
    /// passages, in whatever segments they lie and whatever else lies there.
    pub(super) fn with_prefix(
        &self,
        field: Field,
        prefix: &str,
        limit: usize,
        keep: impl Fn(&str) -> bool,
    ) -> tantivy::Result<Terms> {
        let mut terms = Terms { found: Vec::new(), cut: false };
        let mut left = limit;
        self.each_term(field, prefix, |term, standing| {
            let is_kept = keep(term);
            let passages = match is_kept {
                true => standing.passages()?,
                // where all are looked at, it does not matter which of the others stand anywhere
                false if limit == usize::MAX => 0,
                false => u64::from(standing.is_held()?),
            };
            if passages == 0 {
                return Ok(ControlFlow::Continue(()));
            }
            if left == 0 {
                terms.cut = true;
                return Ok(ControlFlow::Break(()));
            }
            left -= 1;
            if is_kept {
                terms.found.push((term.to_owned(), passages));
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(terms)
    }

    /// Hands on all terms of the dictionaries that begin with `prefix`, in order, whether or not a passage holds them.
    fn each_term(
        &self,
        field: Field,
        prefix: &str,
        mut each: impl FnMut(&str, &Standing) -> tantivy::Result<ControlFlow<()>>,
    ) -> tantivy::Result<()> {
        let segments = self.searcher().segment_readers().iter();
        let segments: Vec<(&SegmentReader, Arc<InvertedIndexReader>)> =
            segments.map(|segment| Ok((segment, segment.inverted_index(field)?))).collect::<tantivy::Result<_>>()?;
        let mut behind = prefix.as_bytes().to_vec();
        // no text has a byte that is the greatest
        if let Some(last) = behind.last_mut() {
            *last += 1;
        }
        let stream = |index| {
            let range = InvertedIndexReader::terms(index).range().ge(prefix.as_bytes());
            if behind.is_empty() { range } else { range.lt(&behind) }.into_stream()
        };
        let streams = segments.iter().map(|(_, index)| stream(index)).collect::<std::io::Result<_>>()?;
        let mut merged = TermMerger::new(streams);
        while merged.advance() {
            // terms are made of text
            let Ok(term) = std::str::from_utf8(merged.key()) else { continue };
            if each(term, &Standing { segments: &segments, merged: &merged })?.is_break() {
                break;
            }
        }
        Ok(())
    }
}
