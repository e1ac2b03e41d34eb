//! An index to its state: what it holds, how old it is, which of its files have changed.

use std::time::{Duration, SystemTime};

use crate::error::Result;
use crate::ingest::{self, State};
use crate::store::{Health, Manifest, Reader, Roots};

/// The state of an index.
#[derive(Clone, Debug, Default)]
pub struct Status {
    /// How many documents it holds.
    pub documents: u64,
    /// How many passages it holds.
    pub passages: u64,
    /// How many files it was made from.
    pub files: u64,
    /// How many more files, in archives and mails as well, hold the same as one of these.
    pub copies: u64,
    /// The files and folders that were given.
    pub roots: Roots,
    /// The files that gave no document, by their ids.
    pub without_text: Vec<String>,
    /// Its size on disk.
    pub bytes: u64,
    /// How a cluster holds it; nothing of one in a folder.
    pub cluster: Option<Health>,
    /// How long ago it was written, where the system tells.
    pub age: Option<Duration>,
    /// What has changed since.
    pub changes: State,
}

impl Status {
    pub(super) fn of(reader: &Reader) -> Result<Self> {
        let manifest = reader.manifest()?;
        Ok(Self {
            documents: reader.documents(),
            passages: reader.passages(),
            files: manifest.files.len() as u64,
            copies: (manifest.copies.len() + manifest.member_copies().count()) as u64,
            without_text: without_text(&manifest),
            bytes: reader.bytes()?,
            cluster: reader.health()?,
            age: age(reader),
            changes: ingest::state(&manifest, reader.folder()),
            roots: manifest.roots,
        })
    }
}

/// The files that gave no document, with those that hold the same.
fn without_text(manifest: &Manifest) -> Vec<String> {
    let files = manifest.files.keys().chain(manifest.copies.keys());
    files.filter(|id| manifest.known(id).is_some() && !manifest.has_text(id)).cloned().collect()
}

fn age(reader: &Reader) -> Option<Duration> {
    SystemTime::now().duration_since(reader.written()?).ok()
}
