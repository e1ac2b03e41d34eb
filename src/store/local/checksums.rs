//! The files of a commit -> those that are missing or differ from the checksums in their footers.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tantivy::{Directory, Index};

use super::folder::ReadFolder;
use super::parts;

/// Whether the index in `folder` differs from its checksums; opens none of its parts, over which
/// the engine may stumble if they are damaged.
pub(super) fn is_damaged(folder: &Path) -> bool {
    let opened = ReadFolder::open(folder).and_then(Index::open);
    opened.and_then(|index| check(&index)).map_or(true, |damaged| !damaged.is_empty())
}

/// A writer may make this many commits while the files of one are looked at.
const MAX_TRIES: usize = 20;

/// The files of the commit that are missing or differ from their checksums, whether or not the engine has them in
/// its list of files.
pub(super) fn check(index: &Index) -> tantivy::Result<Vec<PathBuf>> {
    let mut files = parts::of(&index.load_metas()?);
    let mut tries = 0;
    loop {
        let damaged = damaged(index, &files);
        let now = parts::of(&index.load_metas()?);
        tries += 1;
        // else a commit was made meanwhile, and what was before may be gone
        if now == files || tries == MAX_TRIES {
            return damaged;
        }
        files = now;
    }
}

fn damaged(index: &Index, files: &BTreeSet<String>) -> tantivy::Result<Vec<PathBuf>> {
    let mut damaged = Vec::new();
    for file in files.iter().map(PathBuf::from) {
        if !index.directory().exists(&file)? || !index.directory().validate_checksum(&file)? {
            damaged.push(file);
        }
    }
    Ok(damaged)
}
