//! A path that is not taken -> why.

use std::fmt;
use std::path::PathBuf;

/// A path that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The path that was left out.
    pub path: PathBuf,
    /// Why.
    pub reason: Reason,
}

/// Why a path was left out; prints as half a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A format that is not read: the file's extension, with its dot.
    OtherFormat(String),
    /// It leads to what was taken under another path.
    Double(String),
    /// It cannot be read.
    Unreadable(String),
    /// It is no document, but what another program leaves beside one.
    Remains(String),
    /// The system does not let us look: what was there before may still be.
    Closed(String),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherFormat(extension) => write!(f, "not a format that is read ({extension})"),
            Self::Double(why) | Self::Unreadable(why) | Self::Remains(why) | Self::Closed(why) => f.write_str(why),
        }
    }
}
