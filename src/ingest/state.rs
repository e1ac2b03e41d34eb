//! An index and the paths that were given to it to what has changed since.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::scope::{Scope, lies_in};
use super::work::{is_same_time, lies_in_folder};
use crate::corpus::{self, Content, Source};
use crate::error::Result;
use crate::index::{FileRecord, Manifest, Reader};

/// What `index` would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Files that are not in the index, those that it leaves out included.
    pub new: Vec<String>,
    /// Files whose content has changed.
    pub changed: Vec<String>,
    /// Files that are no longer there.
    pub vanished: Vec<String>,
}

/// Compares the files below all paths that were ever given with those of the index in `folder`,
/// wherever the program is called.
///
/// Size and time tell first whether a file has changed, then its content. Files are looked for where
/// they were; what lies in folders that cannot be entered counts as there.
#[must_use]
pub fn state(manifest: &Manifest, folder: &Path) -> State {
    let own = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let mut here: BTreeMap<String, Source> = BTreeMap::new();
    let mut vanished = BTreeMap::new();
    for (root, place) in &manifest.roots {
        let Some(place) = place else { continue };
        let (paths, place) = ([PathBuf::from(place)], corpus::id_of(Path::new(place)));
        let walk = corpus::walk(&paths);
        let scope = Scope::of(&paths, &walk);
        let files = manifest.files.keys().chain(manifest.copies.keys()).filter(|file| lies_in(file, root));
        vanished.extend(files.map(|file| (file.clone(), scope.has_lost(&moved(file, root, &place)))));
        let sources = walk.sources.into_iter().filter(|source| !lies_in_folder(&source.path, &own));
        here.extend(sources.map(|source| (moved(&source.id, &place, root), source)));
    }
    let mut state = State::default();
    for (id, source) in &here {
        match manifest.known(id) {
            None => state.new.push(id.clone()),
            Some(known) if has_changed(&known, source) => state.changed.push(id.clone()),
            Some(_) => {}
        }
    }
    let lost = |(id, lost)| if lost && !here.contains_key(&id) { Some(id) } else { None };
    state.vanished = vanished.into_iter().filter_map(lost).collect();
    state
}

/// Whether the index in `folder` holds anything of these paths.
#[must_use]
pub fn knows(folder: &Path, paths: &[PathBuf]) -> bool {
    let manifest: Result<Manifest> = Reader::open(folder).and_then(|reader| reader.manifest());
    let ids: Vec<String> = paths.iter().map(|path| corpus::id_of(path)).collect();
    manifest.is_ok_and(|manifest| {
        let mut known = manifest.files.keys().chain(manifest.copies.keys());
        known.any(|file| ids.iter().any(|id| lies_in(file, id)))
    })
}

fn has_changed(known: &FileRecord, source: &Source) -> bool {
    if is_same_time(known, source) {
        return false;
    }
    let is_same = || known.content.is_some() && Content::of_source(source).ok().flatten() == known.content;
    known.size != source.size || !is_same()
}

/// The id of a file below `from` had it been found below `to`.
fn moved(id: &str, from: &str, to: &str) -> String {
    let rest = id.strip_prefix(from).unwrap_or(id).trim_start_matches('/');
    match (to.is_empty(), rest.is_empty()) {
        (true, _) => rest.to_owned(),
        (_, true) => to.to_owned(),
        _ => format!("{to}/{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_move_from_one_root_to_another() {
        let check = |id: &str, from: &str, to: &str, expected: &str| assert_eq!(moved(id, from, to), expected);
        check("corpus/a.txt", "corpus", "/srv/corpus", "/srv/corpus/a.txt");
        check("/srv/corpus/a.txt", "/srv/corpus", "corpus", "corpus/a.txt");
        check("/srv/a.txt", "/srv", "", "a.txt");
        check("a.txt", "", "/srv", "/srv/a.txt");
        check("/srv/a.txt", "/srv/a.txt", "a.txt", "a.txt");
    }
}
