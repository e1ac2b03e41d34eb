//! An index to what it is made of: its format, its segments, the bytes of its files.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::store::{FORMAT, Reader};

/// What an index is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Composition {
    /// The format that it is written in.
    pub format: u32,
    /// How many documents it holds.
    pub documents: u64,
    /// How many passages it holds.
    pub passages: u64,
    /// How many segments it consists of.
    pub segments: usize,
    /// Bytes of the files of segments, by their extension.
    pub bytes: BTreeMap<String, u64>,
    /// The files that it was made from, by their ids, in order.
    pub files: Vec<String>,
}

impl Composition {
    pub(super) fn of(reader: &Reader) -> Result<Self> {
        let (segments, bytes) = reader.segments()?;
        Ok(Self {
            format: FORMAT,
            documents: reader.documents(),
            passages: reader.passages(),
            segments,
            bytes,
            files: reader.manifest()?.files.into_keys().collect(),
        })
    }
}
