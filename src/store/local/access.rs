//! Who may read the files of an index: all alike as the user's mask lets, or the owner alone where a source asks for it.
//!
//! No file is written through a link: each is made anew, or takes the place of the one before.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::files::{COMMIT, HOLDER, LOCKS, SUMS};
use crate::error::{Error, Result};
use crate::system;

/// What the mask of the user takes from.
const FULL: u32 = 0o666;
const OWNER_ALONE: u32 = 0o600;

/// What others may do with a file.
const READ_BY_OTHERS: u32 = 0o044;

/// The modes of the files of an index; its clones are one.
#[derive(Clone, Debug, Default)]
pub struct Access(Arc<AtomicBool>);

impl Access {
    /// From here on the owner alone may read what is written.
    pub fn narrow(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn mode(&self) -> u32 {
        if self.0.load(Ordering::Relaxed) { OWNER_ALONE } else { FULL }
    }

    /// Makes a file that is not there.
    pub(in crate::store) fn create(&self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        system::make_with_mode(&mut options, self.mode());
        options.open(path)
    }

    /// Puts a file with these bytes in the place of the one before, or of a link.
    pub(super) fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut file = tempfile::Builder::new();
        if let Some(permissions) = system::permissions(self.mode()) {
            file.permissions(permissions);
        }
        let mut file = file.tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_data()?;
        file.persist(path)?;
        Ok(())
    }

    /// Makes the files of these names in the folder alike.
    pub(super) fn settle(&self, folder: &Path, usual: u32, names: impl Iterator<Item = String>) {
        let mode = usual & self.mode();
        for path in names.map(|name| folder.join(name)) {
            let known = fs::symlink_metadata(&path);
            if known.is_ok_and(|known| known.is_file() && system::mode(&known) != mode) {
                // that of another user of the folder stays as that one has made it
                let _ = system::set_mode(&path, mode);
            }
        }
    }
}

/// The mode that the mask of the user gives to a file, by one that was made so.
pub(super) fn usual_mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).map_or(OWNER_ALONE, |file| system::mode(&file) & FULL)
}

/// Whether a file is kept from others who may read files of the usual mode.
pub(super) fn is_narrower(path: &Path, usual: u32) -> bool {
    fs::metadata(path).is_ok_and(|file| usual & READ_BY_OTHERS & !system::mode(&file) != 0)
}

/// The names of files that every index has beside its segments: opened or replaced, whoever has put them there.
pub(super) fn own_names() -> impl Iterator<Item = &'static str> {
    LOCKS.into_iter().chain(COMMIT).chain([HOLDER, SUMS])
}

/// Refuses a folder in which something else than a file has a name of the index: a link would be followed, a pipe
/// waited for.
///
/// # Errors
/// [`Error::NotOurs`] with the first of them.
pub(super) fn check(folder: &Path) -> Result<()> {
    let odd = |path: &std::path::PathBuf| fs::symlink_metadata(path).is_ok_and(|known| !known.is_file());
    match own_names().map(|name| folder.join(name)).find(odd) {
        Some(path) => Err(Error::NotOurs { path }),
        None => Ok(()),
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn files_are_made_for_whom_they_are_meant() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let mode = |name: &str| fs::metadata(at(name)).unwrap().permissions().mode() & 0o777;
        fs::write(at("usual"), "").unwrap();
        let usual = mode("usual");
        let access = Access::default();
        access.create(&at("a")).unwrap();
        access.replace(&at("b"), b"1").unwrap();
        assert_eq!((mode("a"), mode("b")), (usual, usual));
        access.narrow();
        access.create(&at("c")).unwrap();
        access.replace(&at("b"), b"2").unwrap();
        assert_eq!((mode("a"), mode("b"), mode("c")), (usual, 0o600, 0o600));
        access.settle(folder.path(), usual, ["a", "b", "none"].into_iter().map(str::to_owned));
        assert_eq!((mode("a"), fs::read(at("b")).unwrap()), (0o600, b"2".to_vec()));
    }

    #[test]
    fn nothing_is_written_through_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("victim"), "precious").unwrap();
        for name in own_names() {
            symlink(at("victim"), at(name)).unwrap();
            assert!(matches!(check(folder.path()), Err(Error::NotOurs { path }) if path == at(name)), "{name}");
            assert!(Access::default().create(&at(name)).is_err());
            Access::default().replace(&at(name), b"x").unwrap();
            assert!(check(folder.path()).is_ok());
            fs::remove_file(at(name)).unwrap();
        }
        assert_eq!(fs::read(at("victim")).unwrap(), b"precious");
    }
}
