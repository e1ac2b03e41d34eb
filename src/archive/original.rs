//! The id of a file to its bytes, if they are what was indexed.

use std::fs::{self, File};
use std::io::Read;

use crate::corpus::Digest;
use crate::error::Result;
use crate::store::{Reader, name_of};

/// The original of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Original {
    /// Its bytes, which are those that were indexed.
    Bytes(Vec<u8>),
    /// The file has changed since, or is gone.
    Changed,
    /// The file is longer than was wanted.
    TooLarge,
    /// No file of the index has this id.
    None,
}

pub(super) fn read(reader: &Reader, file: &str, max_bytes: u64) -> Result<Original> {
    let Some(known) = reader.manifest()?.files.get(file).copied() else { return Ok(Original::None) };
    let root = reader.roots().get(name_of(file)).map(|root| root.place.clone());
    let (Some(root), Some(place)) = (root, reader.roots().place_of(file)) else { return Ok(Original::None) };
    if known.size > max_bytes {
        return Ok(Original::TooLarge);
    }
    // what a link leads to outside of the root was never meant to be handed out
    let within = fs::canonicalize(&place).ok().zip(fs::canonicalize(&root).ok());
    let Some(path) = within.filter(|(path, root)| path.starts_with(root)).map(|(path, _)| path) else {
        return Ok(Original::Changed);
    };
    let is_same = |bytes: &Vec<u8>| bytes.len() as u64 == known.size && known.content == Some(Digest::of(bytes));
    let read = || {
        // opening a pipe would wait for its writer
        if !fs::metadata(&path)?.is_file() {
            return Err(std::io::ErrorKind::InvalidInput.into());
        }
        let mut bytes = Vec::new();
        File::open(&path)?.take(known.size.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok::<_, std::io::Error>(bytes)
    };
    Ok(read().ok().filter(is_same).map_or(Original::Changed, Original::Bytes))
}
