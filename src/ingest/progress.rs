//! How far a run has come, told while it goes on.

use crate::error::Error;

/// How far the work has come, for whoever shows it.
pub trait Progress: Sync {
    /// The files to read are known: how many bytes they have together. Comes again where a run has to begin again.
    fn start(&self, bytes: u64);
    /// So many of them are read.
    fn advance(&self, bytes: u64);
    /// The work waits for another process, as the error tells.
    fn wait(&self, _: &Error) {}
    /// Whether to stop: the index then stays as it was.
    fn is_stopped(&self) -> bool {
        false
    }
}

/// Shows nothing.
impl Progress for () {
    fn start(&self, _: u64) {}
    fn advance(&self, _: u64) {}
}
