//! The folder of an index to the files in it that no commit needs: what a killed run leaves behind.
//!
//! Only what has a name that the index gives is ever removed, and only by the holder of the lock.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::files::COMMIT;
use super::sums::Sums;
use crate::error::{Error, Result};
use crate::store::manifest;

/// Names of files that are written under a name of their own before they get their right one.
const UNFINISHED: &str = ".tmp";
const UNFINISHED_LETTERS: usize = 6;

/// Removes files that were not finished.
pub(super) fn remove_unfinished(folder: &Path) {
    remove(files(folder, is_unfinished));
}

/// Removes files of segments that are not among `named`, so that deletes of a killed run are gone
/// before the next run writes those of its own under the same name.
pub(super) fn remove_parts_but(folder: &Path, named: &BTreeSet<String>) {
    remove(files(folder, |name| segment_of(name).is_some() && !named.contains(name)));
}

/// Removes the whole index; until the end the engine sees that something is missing.
///
/// # Errors
/// [`Error::Io`] if a file cannot be removed.
pub(super) fn remove_all(folder: &Path) -> Result<()> {
    let segments = files(folder, |name| segment_of(name).is_some() || is_unfinished(name));
    Sums::take(folder).map_err(|error| Error::io(folder, error))?;
    let commit = COMMIT.map(|name| folder.join(name)).into_iter().filter(|path| path.exists());
    for path in segments.into_iter().chain(manifest::manifests(folder)).chain(commit) {
        fs::remove_file(&path).map_err(|error| Error::io(path, error))?;
    }
    Ok(())
}

/// The segment that a file belongs to, by its name.
fn segment_of(name: &str) -> Option<&str> {
    let stem = name.split('.').next().unwrap_or_default();
    (stem.len() == 32 && name.len() > 32 && stem.bytes().all(|letter| letter.is_ascii_hexdigit())).then_some(stem)
}

fn is_unfinished(name: &str) -> bool {
    let letters = name.strip_prefix(UNFINISHED).unwrap_or_default();
    letters.len() == UNFINISHED_LETTERS && letters.bytes().all(|letter| letter.is_ascii_alphanumeric())
}

fn files(folder: &Path, is_one: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter(|entry| entry.file_name().to_str().is_some_and(&is_one)).map(|entry| entry.path()).collect()
}

fn remove(files: Vec<PathBuf>) {
    for path in files {
        // a leftover is harmless and is tried again next time
        let _ = fs::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_index_has_named_is_removed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (one, two) = ("0123456789abcdef0123456789abcdef", "f123456789abcdef0123456789abcdef");
        let [part, deletes] = ["term", "7.del"].map(|end| format!("{one}.{end}"));
        let [other, others, old] =
            [(two, "term"), (two, "7.del"), (one, "9.del")].map(|(id, end)| format!("{id}.{end}"));
        let kept = ["README.md", ".tmp", ".tmpfile", ".tmp-notes", "meta.json.bak", one, &part, &deletes];
        let gone = [".tmpAbC123", &other, &others, &old];
        for name in kept.iter().chain(&gone) {
            fs::write(folder.path().join(name), name).expect("written");
        }
        let named = BTreeSet::from([part.clone(), deletes.clone()]);
        remove_unfinished(folder.path());
        remove_parts_but(folder.path(), &named);
        for name in kept {
            assert!(folder.path().join(name).exists(), "{name}");
        }
        for name in gone {
            assert!(!folder.path().join(name).exists(), "{name}");
        }
    }
}
