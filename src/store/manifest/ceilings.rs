//! The limits that left something of a file out -> a field of the manifest and back.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use crate::corpus::Limits;

/// The limits that parts of a file may pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ceilings {
    /// Bytes of a file.
    pub file: u64,
    /// Bytes that an archive unpacks to.
    pub archive: u64,
}

impl From<&Limits> for Ceilings {
    fn from(limits: &Limits) -> Self {
        Self { file: limits.max_file_bytes, archive: limits.max_archive_bytes }
    }
}

impl fmt::Display for Ceilings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.file, self.archive)
    }
}

impl FromStr for Ceilings {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (file, archive) = text.split_once('/').unwrap_or((text, ""));
        Ok(Self { file: file.parse()?, archive: archive.parse()? })
    }
}
