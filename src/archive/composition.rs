//! An index to what it is made of: its format, its segments, the bytes of its files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::error::{Error, Result};
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
        let (segments, bytes) = segments(reader.folder())?;
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

/// How many segments the files in the folder of an index belong to, and their bytes by extension.
fn segments(folder: &Path) -> Result<(usize, BTreeMap<String, u64>)> {
    let failed = |error| Error::io(folder, error);
    let mut sizes = BTreeMap::new();
    let mut segments = BTreeSet::new();
    for entry in folder.read_dir().map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        let part = |part: Option<&std::ffi::OsStr>| part.and_then(|part| part.to_str()).unwrap_or_default().to_owned();
        let (stem, extension) = (part(path.file_stem()), part(path.extension()));
        let stem = stem.split('.').next().unwrap_or_default();
        if stem.len() == 32 && stem.bytes().all(|letter| letter.is_ascii_hexdigit()) {
            segments.insert(stem.to_owned());
            *sizes.entry(extension).or_default() += entry.metadata().map_err(failed)?.len();
        }
    }
    Ok((segments.len(), sizes))
}
