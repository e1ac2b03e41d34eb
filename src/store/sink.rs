//! What documents are put into, wherever it lies: what a commit holds is there whole or not at all.

use super::handed::HandOver;
use super::manifest::{Tokens, Totals};
use crate::corpus::Document;
use crate::error::Result;
use crate::mention::Mentions;
use crate::passage::Division;

/// An index that is written to.
///
/// All fail with [`Error::Io`](crate::error::Error::Io) or [`Error::Engine`](crate::error::Error::Engine) where the store cannot be written; it then stands as it was before.
pub trait Sink: Sync {
    /// One that puts documents into it from one thread, many at a time.
    fn feeder(&self) -> Box<dyn Feed + '_>;

    /// Takes all passages of these files out with the next commit.
    ///
    /// # Errors
    /// Where they cannot be looked up.
    fn remove(&self, files: &[&String]) -> Result<()>;

    /// Gives what the last commit holds of one file to another, with the ids that it would have had it been put in.
    /// Tells what that is, added up.
    ///
    /// # Errors
    /// Where it cannot be read, or the store cannot be written.
    fn hand_over(&self, given: &HandOver) -> Result<Totals>;
}

/// Puts documents into a [`Sink`] from one thread.
pub trait Feed {
    /// Adds the passages of a document that comes from `file`, with its mentions; they may wait for others. Tells how
    /// many terms they have.
    ///
    /// # Errors
    /// Where the store cannot be written.
    fn put(&mut self, file: &str, document: &Document, division: &Division, mentions: &Mentions) -> Result<Tokens>;

    /// Sends on what waits.
    ///
    /// # Errors
    /// Where the store cannot be written.
    fn flush(&mut self) -> Result<()>;
}
