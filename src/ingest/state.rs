//! An index and its roots to what has changed since.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::disks::known_below;
use super::moved;
use super::named::known;
use super::same::is_same_time;
use super::scope::Scope;
use super::second;
use crate::corpus::{Digest, Reason, Source};
use crate::error::{Error, Result};
use crate::store::{FileRecord, Manifest, Reader, Roots, last_roots};

/// What `index` would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Files that are not in the index, those that it leaves out included.
    pub new: Vec<String>,
    /// Files whose content has changed.
    pub changed: Vec<String>,
    /// Files that are no longer there.
    pub vanished: Vec<String>,
    /// Names of the roots that are not there, and ids of disks below roots.
    pub missing: Vec<String>,
    /// How many files the index keeps of each of those.
    pub kept: BTreeMap<String, u64>,
    /// How many files have formats that are not read, by extension.
    pub other_formats: BTreeMap<String, u64>,
}

/// Compares the files below all roots with those of the index in `folder`, wherever the program is called.
///
/// Size and time tell first whether a file has changed, then its content. Files are looked for where
/// they were; what lies in folders that cannot be entered, or in a root that is not there, counts as there.
#[must_use]
pub fn state(manifest: &Manifest, folder: &Path) -> State {
    let own = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let mut manifest = manifest.clone();
    second::stand_in(&mut manifest);
    let mut scope = Scope::of(&[], false, &mut manifest);
    let mut walk = scope.walk(&manifest, &own);
    moved::follow(&mut manifest, &mut walk);
    let mut state = State::default();
    for source in &walk.sources {
        match manifest.known(&source.id) {
            None => state.new.push(source.id.clone()),
            Some(known) if has_changed(&known, source) => state.changed.push(source.id.clone()),
            Some(_) => {}
        }
    }
    let files = manifest.files.keys().chain(manifest.copies.keys());
    state.vanished = scope.lost(files, &walk, &manifest.roots).into_iter().cloned().collect();
    state.vanished.sort();
    state.missing = scope.missing().map(|(id, _)| id.to_owned()).collect();
    let kept = |id: &String| (id.clone(), known_below(&manifest, id).count() as u64);
    state.kept = state.missing.iter().map(kept).collect();
    for left in walk.skipped {
        if let Reason::OtherFormat(extension) = left.reason {
            *state.other_formats.entry(extension).or_default() += 1;
        }
    }
    state
}

/// The roots of the index in a folder, also of one that cannot be read otherwise; none if there is no index.
///
/// # Errors
/// [`Error::Lost`] if there is an index and nothing tells its roots, [`Error::Cluster`] if it cannot be asked.
pub fn roots(folder: &Path) -> Result<Roots> {
    match Reader::open(folder) {
        Ok(reader) => Ok(reader.roots().clone()),
        Err(lost @ (Error::Lost { .. } | Error::Cluster { .. })) => Err(lost),
        Err(_) => last_roots(folder),
    }
}

/// Whether the index in a folder holds anything of these paths, as they are typed or by the names of roots.
#[must_use]
pub fn knows(folder: &Path, paths: &[PathBuf]) -> bool {
    let manifest: Result<Manifest> = Reader::open(folder).and_then(|reader| reader.manifest());
    manifest.is_ok_and(|manifest| paths.iter().any(|path| known(path, &manifest).is_some()))
}

fn has_changed(known: &FileRecord, source: &Source) -> bool {
    if is_same_time(known, source) {
        return false;
    }
    let is_same = || known.content.is_some() && Digest::of_source(source).ok().flatten() == known.content;
    known.size != source.size || !is_same()
}
