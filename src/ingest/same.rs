//! A file as it is found to whether it is what was indexed.

use crate::corpus::{Digest, Source};
use crate::store::FileRecord;

/// Whether size and time tell that a file has not changed.
pub(super) fn is_same_time(known: &FileRecord, source: &Source) -> bool {
    known.modified != 0 && (known.size, known.modified) == (source.size, source.modified_ns)
}

/// Whether a file holds what it held.
pub(super) fn is_same(known: &FileRecord, source: &Source, content: Option<Digest>) -> bool {
    known.size == source.size && content.is_some() && known.content == content
}
