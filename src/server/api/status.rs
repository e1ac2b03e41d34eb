//! The state of the index to JSON, without a path of the machine.

use serde::Serialize;

use super::served;
use crate::archive::Status;
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::problem::Problem;
use crate::server::reply::Reply;

/// The state of the index in service.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct StatusFields {
    /// How many documents it holds.
    pub documents: u64,
    /// How many passages it holds.
    pub passages: u64,
    /// From how many files.
    pub files: u64,
    /// How many more files hold the same as one of them.
    pub copies: u64,
    /// The names of the files and folders that were given.
    pub roots: Vec<String>,
    /// Its size on disk; nothing where only some of its roots are served.
    pub bytes: Option<u64>,
    /// How long ago it was written; nothing if the system does not tell.
    pub age_seconds: Option<u64>,
    /// Files that gave no document.
    pub without_text: usize,
    /// Files that have come since.
    pub new: usize,
    /// Files that have changed since.
    pub changed: usize,
    /// Files that are no longer there.
    pub vanished: usize,
    /// The names of those of the roots that are not there, or empty.
    pub missing: Vec<String>,
    /// Whether a newer index cannot be opened.
    pub stale: bool,
    /// The version of the program.
    pub version: &'static str,
}

impl StatusFields {
    /// What is told of a state.
    pub fn new(status: &Status, (is_stale, is_part): (bool, bool)) -> Self {
        Self {
            documents: status.documents,
            passages: status.passages,
            files: status.files,
            copies: status.copies,
            roots: status.roots.iter().map(|(name, _)| name.to_owned()).collect(),
            bytes: (!is_part).then_some(status.bytes),
            age_seconds: status.age.map(|age| age.as_secs()),
            without_text: status.without_text.len(),
            new: status.changes.new.len(),
            changed: status.changes.changed.len(),
            vanished: status.changes.vanished.len(),
            missing: status.changes.missing.clone(),
            stale: is_stale,
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

/// The state of the index in service.
pub fn status(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let (app, status) = (&asked.app, edition.status()?);
    served(StatusFields::new(&status, (app.is_stale(), app.options.is_part)), edition, None)
}
