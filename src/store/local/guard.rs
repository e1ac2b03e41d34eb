//! A call of the engine to what it returns; where it panics over a damaged file, to an error.
//!
//! The engine trusts its files. Whatever calls it on files that others wrote goes through here.

use std::path::Path;

use super::checksums::is_damaged;
use crate::error::{Error, Flaw, Result, caught, said_elsewhere};

/// How the names of the threads begin in which the engine merges and catches its panics.
pub(super) const MERGES: &str = "merge_thread";

/// Runs what calls the engine on the index in `folder`.
///
/// # Errors
/// Those of the call, and [`Error::Damaged`] where it panics and a file differs from its checksum;
/// any other panic is a bug and goes on.
pub(in crate::store) fn guarded<T>(folder: &Path, call: impl FnOnce() -> Result<T>) -> Result<T> {
    caught(call).unwrap_or_else(|said| Err(sort(folder, said)))
}

/// Tells of a merge that has panicked in a thread of the engine.
///
/// # Errors
/// [`Error::Damaged`] where a file differs from its checksum; else it is a bug and the panic goes on.
pub(super) fn check_merges(folder: &Path) -> Result<()> {
    said_elsewhere().map_or(Ok(()), |said| Err(sort(folder, said)))
}

fn sort(folder: &Path, said: String) -> Error {
    match is_damaged(folder) {
        true => Error::Damaged { path: folder.to_owned(), flaw: Flaw::Changed(None) },
        false => panic!("{said}"),
    }
}
