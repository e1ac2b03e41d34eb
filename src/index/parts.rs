//! A commit to the files of its segments, and to those that are not there as they were left: told by names and sizes
//! alone, so that nobody searches what is known to be damaged.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use tantivy::IndexMeta;
use tantivy::index::SegmentComponent as Kind;

use super::manifest::Manifest;
use super::sums::Sums;
use crate::error::{Error, Result};

/// The file that tells of the last commit.
const COMMIT: &str = "meta.json";

/// Whether a folder holds a commit.
///
/// # Errors
/// [`Error::Damaged`] where only what a commit leads to is left.
pub(super) fn is_made(folder: &Path) -> Result<bool> {
    if folder.join(COMMIT).exists() {
        return Ok(true);
    }
    match Manifest::is_in(folder) {
        true => Err(Error::Damaged { path: folder.to_owned(), reason: format!("{COMMIT} is missing") }),
        false => Ok(false),
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
/// are there.
///
/// # Errors
/// [`Error::Damaged`] with the first that is not, and how many more.
pub(super) fn expect(folder: &Path, commit: &IndexMeta) -> Result<()> {
    let sums = Sums::read(folder);
    let wrong = |name: String| match fs::metadata(folder.join(&name)) {
        Ok(file) => {
            let (size, noted) = (file.len(), sums.size(&name)?);
            (size != noted).then(|| format!("{name} has {size} bytes instead of {noted}"))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Some(format!("{name} is missing")),
        // whoever opens it tells why it cannot be read
        Err(_) => None,
    };
    let mut wrong = of(commit).into_iter().filter_map(wrong);
    let Some(mut reason) = wrong.next() else { return Ok(()) };
    match wrong.count() {
        0 => {}
        more => reason.push_str(&format!(", and {more} more files")),
    }
    Err(Error::Damaged { path: folder.to_owned(), reason })
}
