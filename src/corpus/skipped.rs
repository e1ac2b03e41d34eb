//! A path that is not taken -> why.

use std::path::PathBuf;

use super::unreadable::Unreadable;
use crate::error::Absence;

/// A path that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The path that was left out.
    pub path: PathBuf,
    /// Why.
    pub reason: Reason,
}

/// Why a path was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A format that is not read: the file's extension, with its dot.
    OtherFormat(String),
    /// It leads to what was taken under another path.
    Double(Double),
    /// It cannot be read.
    Unreadable(Unreadable),
    /// It is no document, but what another program leaves beside one.
    Remains,
    /// The system does not let us look: what was there before may still be.
    Closed(Closed),
}

/// What a path leads to that was taken under another one: an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Double {
    /// It leads to this.
    LeadsTo(String),
    /// It is the same folder.
    SameFolder(String),
    /// It is the same file.
    SameFile(String),
    /// It is a symbolic link back to the folder that it lies in.
    LinkBack(String),
}

/// Why what was there before may still be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closed {
    /// The system refuses.
    Denied,
    /// As the system says.
    System(String),
    /// It cannot be read now, as the system says: its text of before stays.
    NotNow(String),
    /// It was read before and fails to be read now: its text of before stays.
    Unread(Unreadable),
    /// It is not there as it was: what the index holds of it stays.
    Absent(Absence),
    /// It is not there as it was, and the index holds nothing of it.
    Bare(Absence),
    /// It is not there as it was, and what the index held of it cannot be kept.
    Lost(Absence),
}

impl Unreadable {
    /// Why the file is left out.
    #[must_use]
    pub fn reason(&self) -> Reason {
        match self {
            Self::Remains => Reason::Remains,
            other => Reason::Unreadable(other.clone()),
        }
    }
}
