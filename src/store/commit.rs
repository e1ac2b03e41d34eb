//! One commit of an index, open for reading, and what is told of it beside its answers.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::health::Health;
use super::manifest::Manifest;
use super::snapshot::Snapshot;
use super::space::FieldSpace;
use crate::error::Result;

/// A commit, wherever it lies.
///
/// All that can fail does so with [`Error::Damaged`](crate::error::Error::Damaged) where the index cannot be read.
pub(super) trait Commit: Snapshot + Send {
    /// Where the index lies.
    fn folder(&self) -> &Path;

    /// Whether the last commit is this one; not where that cannot be told.
    fn is_current(&self) -> bool;

    /// What tells cheaply whether another commit may have been made; nothing where that cannot be told.
    #[cfg_attr(not(feature = "server"), expect(dead_code, reason = "the server alone asks again and again"))]
    fn stamp(&self) -> Option<(u64, u64)>;

    /// What tells this commit from every other.
    fn generation(&self) -> String;

    /// When it was made, if that is known.
    fn written(&self) -> Option<SystemTime>;

    /// The files that it was made from.
    ///
    /// # Errors
    /// Where they cannot be read.
    fn manifest(&self) -> Result<Manifest>;

    /// The files of the index that differ from their checksums, and whether the last run has noted all of these.
    ///
    /// # Errors
    /// Where one cannot be read at all.
    fn check(&self) -> Result<(Vec<PathBuf>, bool)>;

    /// Its size in bytes.
    ///
    /// # Errors
    /// Where it is not known.
    fn bytes(&self) -> Result<u64>;

    /// What each field takes, the largest first; nothing where the store does not tell.
    ///
    /// # Errors
    /// Where that cannot be read.
    fn space(&self) -> Result<Vec<FieldSpace>>;

    /// How a cluster holds it; nothing of one in a folder, nor where the cluster does not tell the user.
    ///
    /// # Errors
    /// Where the cluster does not answer.
    fn health(&self) -> Result<Option<Health>> {
        Ok(None)
    }

    /// How many segments it consists of, and bytes by the kind of file, as far as the store tells kinds.
    ///
    /// # Errors
    /// Where they cannot be looked at.
    fn segments(&self) -> Result<(usize, BTreeMap<String, u64>)>;
}
