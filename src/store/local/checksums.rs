//! The files of a commit -> those that are missing or differ from the checksums in their footers.

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

/// The files of the commit that are missing or differ from their checksums, whether or not the engine has them in
/// its list of files.
pub(super) fn check(index: &Index) -> tantivy::Result<Vec<PathBuf>> {
    let mut damaged = Vec::new();
    for file in parts::of(&index.load_metas()?).into_iter().map(PathBuf::from) {
        if !index.directory().exists(&file)? || !index.directory().validate_checksum(&file)? {
            damaged.push(file);
        }
    }
    Ok(damaged)
}
