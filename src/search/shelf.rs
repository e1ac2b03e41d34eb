//! Handles to passages as they are kept: near each is read when it is looked at, far all that may be looked at are read
//! at once.

use rustc_hash::FxHashMap;

use crate::error::Result;
use crate::store::{Handle, Snapshot, StoredPassage};

/// The passages that an answer may need.
pub(super) struct Shelf<'a> {
    snapshot: &'a dyn Snapshot,
    read: FxHashMap<Handle, StoredPassage>,
}

impl<'a> Shelf<'a> {
    /// One for passages that may be looked at.
    pub(super) fn of(snapshot: &'a dyn Snapshot, wanted: impl Iterator<Item = Handle>) -> Result<Self> {
        let mut read = FxHashMap::default();
        if !snapshot.is_near() {
            let wanted: Vec<Handle> = wanted.collect();
            if !wanted.is_empty() {
                read.extend(wanted.iter().copied().zip(snapshot.stored(&wanted)?));
            }
        }
        Ok(Self { snapshot, read })
    }

    /// One passage.
    pub(super) fn get(&self, handle: Handle) -> Result<StoredPassage> {
        match self.read.get(&handle) {
            Some(passage) => Ok(passage.clone()),
            None => Ok(self.snapshot.stored(&[handle])?.pop().unwrap_or_default()),
        }
    }
}
