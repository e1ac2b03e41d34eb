//! An index that is open to be written, wherever it lies.

use super::manifest::Manifest;
use super::sink::Sink;
use crate::error::{Error, Result};

/// An index that is open to be written, beside what is put into it.
pub trait Writing: Sink {
    /// The mode that a file gets by the mask of the user.
    fn usual_mode(&self) -> u32;

    /// Whether what the index holds is kept from others than its owner.
    fn is_kept(&self) -> bool;

    /// Keeps all that the index holds from others than its owner.
    fn keep_from_others(&self);

    /// Whether a part of the last commit is missing or differs from its checksum.
    fn is_damaged(&self) -> bool;

    /// Takes everything out of the index with the next commit.
    ///
    /// # Errors
    /// Where the store cannot be written.
    fn clear(&self) -> Result<()>;

    /// Makes all changes visible at once, together with the manifest that describes them.
    ///
    /// # Errors
    /// Where the store cannot be written; the index then stands as it was before.
    fn commit(&mut self, manifest: &Manifest) -> Result<()>;

    /// Gives up what was not committed, and returns what made the store fail, where whoever feeds it does not know.
    fn abandon(self: Box<Self>) -> Option<Error>;

    /// Waits for what is still to be done behind the last commit.
    ///
    /// # Errors
    /// Where that fails; what was committed stands.
    fn finish(self: Box<Self>) -> Result<()>;
}
