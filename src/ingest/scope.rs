//! The paths of a job and what was found below them to which files are gone.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::corpus::{self, Reason, Skipped, Source, Walk};
use crate::index::Manifest;

/// The paths to look at: those of the job, and those given before that lie below them, for these may
/// have been named because the walk passes over them.
pub(super) fn roots(paths: &[PathBuf], manifest: &Manifest) -> Vec<PathBuf> {
    let ids: Vec<String> = paths.iter().map(|path| corpus::id_of(path)).collect();
    let below = manifest.roots.keys().filter(|root| !ids.contains(root) && ids.iter().any(|id| lies_in(root, id)));
    let below = below.map(PathBuf::from).filter(|path| path.exists());
    paths.iter().cloned().chain(below).collect()
}

/// Notes the paths of a job, and forgets those that are gone.
pub(super) fn keep_roots(manifest: &mut Manifest, paths: &[PathBuf]) {
    for path in paths {
        if path.exists() {
            let place = std::path::absolute(path).ok();
            let place = place.and_then(|place| place.to_str().map(str::to_owned));
            manifest.roots.insert(corpus::id_of(path), place);
        }
    }
    let here: HashSet<String> = paths.iter().map(|path| corpus::id_of(path)).collect();
    let files = &manifest.files;
    let holds = |root: &str| files.keys().any(|file| lies_in(file, root));
    manifest.roots.retain(|root, _| {
        let gone = || here.iter().any(|id| lies_in(root, id)) && is_gone(Path::new(root));
        holds(root) || !gone()
    });
}

/// Whether a file or folder with the id `inner` is `outer` or lies below it; `""` is the current
/// folder.
pub(super) fn lies_in(inner: &str, outer: &str) -> bool {
    if outer.is_empty() { !inner.starts_with('/') } else { Path::new(inner).starts_with(outer) }
}

/// What a walk has looked at.
pub(super) struct Scope<'a> {
    roots: Vec<String>,
    here: HashSet<&'a str>,
    /// What could not be entered, and what is no more than a link to nothing.
    closed: HashSet<String>,
    dangling: HashSet<String>,
}

impl<'a> Scope<'a> {
    pub(super) fn of(paths: &[PathBuf], walk: &'a Walk) -> Self {
        let closed = |left: &&Skipped| matches!(left.reason, Reason::Closed(_));
        let ids = |left: &Skipped| corpus::id_of(&left.path);
        // a disk that is not mounted takes nothing out of the index
        let looked_at = paths.iter().filter(|path| path.exists() || is_gone(path));
        Self {
            roots: looked_at.map(|path| corpus::id_of(path)).collect(),
            here: walk.sources.iter().map(|source: &Source| &*source.id).collect(),
            closed: walk.skipped.iter().filter(closed).map(ids).collect(),
            dangling: walk.skipped.iter().filter(|left| left.path.is_symlink()).map(ids).collect(),
        }
    }

    /// Whether a file that was indexed is there no more: not if nobody could look.
    pub(super) fn has_lost(&self, file: &str) -> bool {
        if self.here.contains(file) || !self.roots.iter().any(|root| lies_in(file, root)) {
            return false;
        }
        let above = file.match_indices('/').map(|(at, _)| &file[..at]);
        !self.closed.contains(file)
            && !above.into_iter().any(|folder| self.closed.contains(folder) || self.dangling.contains(folder))
    }
}

/// Whether a path is gone while the folder that it lay in is there: whatever was below was removed.
fn is_gone(path: &Path) -> bool {
    let parent = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        // the current folder has no name in ids
        Some(_) if path != Path::new("") => Path::new("."),
        _ => return false,
    };
    let missing = fs::symlink_metadata(path).is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound);
    missing && parent.is_dir()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_could_look_at_is_not_lost() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        let id = |name: &str| corpus::id_of(&at(name));
        fs::create_dir_all(at("in")).expect("made");
        fs::write(at("in/here.txt"), "x").expect("written");
        let mut walk = corpus::walk(&[at("in")]);
        let closed = Reason::Closed("no permission".to_owned());
        walk.skipped.push(Skipped { path: at("in/closed"), reason: closed });
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("nowhere", at("in/link")).expect("linked");
            let reason = Reason::Unreadable("a symbolic link to nothing".to_owned());
            walk.skipped.push(Skipped { path: at("in/link"), reason });
        }
        let paths = [at("in"), at("removed"), at("no/disk")];
        let scope = Scope::of(&paths, &walk);
        for lost in ["in/a.txt", "in/b/a.txt", "in/closed-not/a.txt", "removed/a.txt", "removed"] {
            assert!(scope.has_lost(&id(lost)), "{lost}");
        }
        for kept in ["in/here.txt", "in/closed/a/b.txt", "in/closed", "out/a.txt", "no/disk/a.txt", "in2/a.txt"] {
            assert!(!scope.has_lost(&id(kept)), "{kept}");
        }
        #[cfg(unix)]
        assert!(!scope.has_lost(&id("in/link/a.txt")) && scope.has_lost(&id("in/link")));
    }
}
