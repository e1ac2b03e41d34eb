//! A commit to the files of its segments, and to those that are not there as they were left: told by names and sizes,
//! of small files by their checksums, so that nobody searches what is known to be damaged.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use tantivy::index::SegmentComponent as Kind;
use tantivy::{Index, IndexMeta};

use super::files::{DELETED, META};
use super::sums::Sums;
use crate::error::{Error, Flaw, Result};
use crate::store::manifest::Manifest;

/// Whether a folder holds a commit.
///
/// # Errors
/// [`Error::Damaged`] where only what a commit leads to is left, [`Error::Denied`] where the folder cannot be read.
pub(super) fn is_made(folder: &Path) -> Result<bool> {
    let damaged =
        |flaw: fn(String) -> Flaw| Err(Error::Damaged { path: folder.to_owned(), flaw: flaw(META.to_owned()) });
    match fs::metadata(folder.join(META)) {
        Ok(file) if file.len() == 0 => damaged(Flaw::Empty),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Err(Error::Denied { path: folder.to_owned() }),
        Err(_) if Manifest::is_in(folder) => damaged(Flaw::Missing),
        found => Ok(found.is_ok()),
    }
}

/// Damage of an index, told with what to do: name its paths where no manifest tells them.
pub(super) fn with_remedy(error: Error) -> Error {
    match error {
        Error::Damaged { path, flaw } if Manifest::last_roots(&path).is_empty() => Error::Lost { path, flaw },
        error => error,
    }
}

/// The files that every segment has.
const KINDS: [Kind; 6] =
    [Kind::Terms, Kind::Postings, Kind::Positions, Kind::FieldNorms, Kind::FastFields, Kind::Store];

/// The names of the files that the segments of a commit are made of.
pub(super) fn of(commit: &IndexMeta) -> BTreeSet<String> {
    let deletes = commit.segments.iter().filter(|segment| segment.has_deletes());
    let deletes = deletes.map(|segment| segment.relative_path(Kind::Delete));
    let kinds = commit.segments.iter().flat_map(|segment| KINDS.map(|kind| segment.relative_path(kind)));
    kinds.chain(deletes).filter_map(|path| path.to_str().map(str::to_owned)).collect()
}

/// Looks whether all files of a commit are there and of the size that was noted; where none was noted, whether they
/// are there. What tells of the commit, and of what is deleted, has to be as it was written.
///
/// # Errors
/// [`Error::Damaged`] with the first that is not, and how many more, [`Error::NotOurs`] where one is a link.
pub(super) fn expect(folder: &Path, index: &Index, commit: &IndexMeta) -> Result<()> {
    let names = of(commit).into_iter().chain(Manifest::file_name(folder, commit.payload.as_deref()));
    if let Some(link) = names.map(|name| folder.join(name)).find(|path| path.is_symlink()) {
        return Err(Error::NotOurs { path: link });
    }
    let sums = Sums::read(folder);
    let is_small = |name: &str| name.ends_with(DELETED);
    // one that cannot be read to its end differs
    let is_right = |name: &str| index.directory().validate_checksum(Path::new(name)).unwrap_or(false);
    let wrong = |name: String| match fs::metadata(folder.join(&name)) {
        Ok(file) => {
            let bytes = file.len();
            match sums.size(&name).filter(|noted| *noted != bytes) {
                Some(noted_bytes) => Some(Flaw::Size { file: name, bytes, noted_bytes }),
                None if is_small(&name) && !is_right(&name) => Some(Flaw::Changed(Some(name))),
                None => None,
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Some(Flaw::Missing(name)),
        // whoever opens it tells why it cannot be read
        Err(_) => None,
    };
    // where the checksums are others now, somebody has begun to write
    let is_changed = sums.tells_apart(folder, META) && Sums::read(folder) == sums;
    let changed = is_changed.then(|| Flaw::Changed(Some(META.to_owned())));
    let mut wrong = changed.into_iter().chain(of(commit).into_iter().filter_map(wrong));
    let Some(first) = wrong.next() else { return Ok(()) };
    let flaw = match wrong.count() {
        0 => first,
        more => Flaw::AndMore(Box::new(first), more),
    };
    Err(Error::Damaged { path: folder.to_owned(), flaw })
}
