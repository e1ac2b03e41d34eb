//! Which files an index holds: written beside each commit, so that only what changed is read again.
//!
//! A manifest belongs to one commit, which names it; one that no commit names does not count.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::schema::FORMAT;
use crate::error::{Error, Result};

/// What is known of an indexed file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileRecord {
    /// Its size in bytes when it was read.
    pub size: u64,
    /// Its time of modification in nanoseconds since 1970, 0 if unknown.
    pub modified: u64,
    /// How many documents it gave.
    pub documents: u64,
    /// How many passages it gave.
    pub passages: u64,
}

/// The files of an index by their id: the path as it was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The files, in order of path.
    pub files: BTreeMap<String, FileRecord>,
}

impl Manifest {
    /// How many documents and passages the index holds.
    pub fn totals(&self) -> (u64, u64) {
        self.files.values().fold((0, 0), |(d, p), file| (d + file.documents, p + file.passages))
    }

    /// Writes the manifest of the commit `stamp` and returns what the commit has to say of it.
    pub(super) fn write(&self, folder: &Path, stamp: u64) -> Result<String> {
        let name = format!("manifest-{stamp}.tsv");
        let path = folder.join(&name);
        let mut text = String::from("size\tmodified\tdocuments\tpassages\tfile\n");
        for (id, file) in &self.files {
            let FileRecord { size, modified, documents, passages } = file;
            text.push_str(&format!("{size}\t{modified}\t{documents}\t{passages}\t{}\n", escape(id)));
        }
        let written = fs::File::create(&path).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        written.map_err(|error| Error::io(path, error))?;
        Ok(format!("tracuu {FORMAT} {name} {}", self.totals().0))
    }

    /// Reads the manifest that a commit names in its `payload`.
    ///
    /// # Errors
    /// [`Error::OtherFormat`] if the payload is not of this version, [`Error::Damaged`] if the
    /// manifest is missing or cannot be understood.
    pub(super) fn read(folder: &Path, payload: Option<&str>) -> Result<Self> {
        let path = manifest_path(folder, payload)?;
        let damaged = |reason: String| Error::Damaged { path: folder.to_owned(), reason };
        let text = fs::read_to_string(&path).map_err(|error| damaged(format!("{}: {error}", path.display())))?;
        let mut files = BTreeMap::new();
        for line in text.lines().skip(1) {
            let (id, file) = parse(line).ok_or_else(|| damaged(format!("{}: `{line}`", path.display())))?;
            files.insert(id, file);
        }
        Ok(Self { files })
    }

    /// How many documents the commit with this `payload` holds, without reading the manifest.
    ///
    /// # Errors
    /// [`Error::OtherFormat`] if the payload is not of this version.
    pub(super) fn documents(folder: &Path, payload: Option<&str>) -> Result<u64> {
        manifest_path(folder, payload)?;
        let count = payload.and_then(|payload| payload.rsplit(' ').next()?.parse().ok());
        count.ok_or_else(|| other_format(folder, "unknown"))
    }

    /// Removes the manifests that the commit just made has left behind.
    pub(super) fn remove_others(folder: &Path, payload: &str) {
        let Ok(current) = manifest_path(folder, Some(payload)) else { return };
        for path in manifests(folder) {
            if path != current {
                // a leftover is harmless and is tried again at the next commit
                let _ = fs::remove_file(path);
            }
        }
    }
}

/// Every manifest file in the folder of an index.
pub(super) fn manifests(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let named = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with("manifest-") && name.ends_with(".tsv")
    };
    entries.map(|entry| entry.path()).filter(named).collect()
}

fn manifest_path(folder: &Path, payload: Option<&str>) -> Result<PathBuf> {
    let words: Vec<&str> = payload.unwrap_or_default().split(' ').collect();
    match words[..] {
        ["tracuu", format, name, _] if format == FORMAT.to_string() && !name.contains('/') => Ok(folder.join(name)),
        ["tracuu", format, ..] => Err(other_format(folder, format)),
        _ => Err(other_format(folder, "unknown")),
    }
}

fn other_format(folder: &Path, found: &str) -> Error {
    Error::OtherFormat { path: folder.to_owned(), found: found.to_owned(), expected: FORMAT }
}

fn parse(line: &str) -> Option<(String, FileRecord)> {
    let mut cells = line.splitn(5, '\t');
    let mut number = || cells.next()?.parse().ok();
    let file = FileRecord { size: number()?, modified: number()?, documents: number()?, passages: number()? };
    Some((unescape(cells.next()?), file))
}

fn escape(id: &str) -> String {
    id.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r")
}

fn unescape(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    let mut letters = id.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => out.push(match letters.next() {
                Some('n') => '\n',
                Some('r') => '\r',
                _ => '\\',
            }),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_reads_back_as_it_was_written() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut manifest = Manifest::default();
        let file = FileRecord { size: 12, modified: 7, documents: 1, passages: 3 };
        manifest.files.insert("corpus/tin\\n 1\n\t.txt".to_owned(), file);
        let payload = manifest.write(folder.path(), 42).expect("written");
        assert_eq!(Manifest::read(folder.path(), Some(&payload)).expect("read"), manifest);
        assert_eq!(manifest.totals(), (1, 3));
        assert!(matches!(Manifest::read(folder.path(), Some("tracuu 999 x")), Err(Error::OtherFormat { .. })));
        assert!(matches!(Manifest::read(folder.path(), None), Err(Error::OtherFormat { .. })));
        assert_eq!(Manifest::documents(folder.path(), Some(&payload)).expect("counted"), 1);
        let gone = format!("tracuu {FORMAT} manifest-1.tsv 1");
        assert!(matches!(Manifest::read(folder.path(), Some(&gone)), Err(Error::Damaged { .. })));
    }
}
