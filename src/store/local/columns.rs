//! The columns of an index that ranking reads, opened once: each opening reads how all of it is packed.

use tantivy::columnar::Column;
use tantivy::{DocId, Searcher};

use crate::store::passage::PassageId;

/// Values of the passages in one part of an index.
pub(super) struct Columns {
    order: Column<u64>,
    ordinal: Column<u64>,
    intervals: Column<u64>,
}

impl Columns {
    /// Those of each part, in order.
    pub(super) fn open(searcher: &Searcher) -> tantivy::Result<Vec<Self>> {
        let open = |segment: &tantivy::SegmentReader| {
            let column = |name| segment.fast_fields().u64(name);
            Ok(Self { order: column("order")?, ordinal: column("ordinal")?, intervals: column("intervals")? })
        };
        searcher.segment_readers().iter().map(open).collect()
    }

    /// What puts passages of equal score in one fixed order, wherever they lie.
    pub(super) fn id(&self, doc: DocId) -> PassageId {
        PassageId {
            document: self.order.first(doc).unwrap_or_default(),
            ordinal: self.ordinal(doc).unwrap_or_default(),
        }
    }

    /// Which passage of its document this is, from 0.
    pub(super) fn ordinal(&self, doc: DocId) -> Option<u64> {
        self.ordinal.first(doc)
    }

    /// The packed intervals of the times that the passage names.
    pub(super) fn intervals(&self, doc: DocId) -> impl Iterator<Item = u64> {
        self.intervals.values_for_doc(doc)
    }
}
