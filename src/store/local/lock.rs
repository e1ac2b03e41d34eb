//! One writer at a time: the folder of an index to a lock that tells others who holds it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::{fs, io, process};

use tantivy::directory::error::LockError;
use tantivy::directory::{Directory, DirectoryLock, Lock, MmapDirectory};

use super::access::{self, Access};
use super::failure::failed;
use super::files::{HOLDER, LOCK};
use crate::error::{Error, Holder, Result};

/// The right to write to an index; given back when the last clone is dropped.
#[derive(Clone)]
pub struct WriteLock(Arc<Held>);

struct Held {
    folder: PathBuf,
    access: Access,
    /// The mode that the mask of the user gives to files.
    usual_mode: u32,
    /// Freed after the note of the holder is gone.
    _lock: DirectoryLock,
}

impl WriteLock {
    /// Takes the lock of the index in `folder`, which is made if it is not there.
    ///
    /// # Errors
    /// [`Error::Busy`] with the process that holds it, [`Error::Io`] if the folder cannot be written,
    /// [`Error::NotOurs`] if a link or the like stands in it for a file of the index.
    pub fn take(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Error::io(folder, io::ErrorKind::NotADirectory.into()),
            _ => Error::io(folder, error),
        })?;
        access::check(folder)?;
        let directory = MmapDirectory::open(folder).map_err(|error| failed(folder, error.into()))?;
        let lock = Lock { filepath: LOCK.into(), is_blocking: false };
        let lock = directory.acquire_lock(&lock).map_err(|error| match error {
            LockError::LockBusy => Error::Busy { path: folder.to_owned(), holder: holder(folder) },
            LockError::IoError(error) => Error::io(folder, std::io::Error::new(error.kind(), error.to_string())),
        })?;
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let (note, access) = (folder.join(HOLDER), Access::default());
        // a courtesy to others, which a full disk may refuse
        let _ = access.replace(&note, format!("{} {seconds}\n", process::id()).as_bytes());
        let usual_mode = access::usual_mode(&note);
        Ok(Self(Arc::new(Held { folder: folder.to_owned(), access, usual_mode, _lock: lock })))
    }

    /// The folder of the index.
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// The modes that files of the index get.
    pub(super) fn access(&self) -> &Access {
        &self.0.access
    }

    /// The mode that a file gets by the mask of the user.
    pub fn usual_mode(&self) -> u32 {
        self.0.usual_mode
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // one that is left behind is written over by the next holder
        let _ = fs::remove_file(self.folder.join(HOLDER));
    }
}

/// Whoever holds the lock has just noted it, or is about to.
fn holder(folder: &Path) -> Option<Holder> {
    let noted = fs::read_to_string(folder.join(HOLDER)).ok()?;
    let (pid, seconds) = noted.trim_end().split_once(' ')?;
    let since = UNIX_EPOCH + Duration::from_secs(seconds.parse().ok()?);
    Some(Holder { host: None, pid: pid.parse().ok()?, since })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_tells_its_holder_until_it_is_dropped() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let lock = WriteLock::take(folder.path()).expect("free");
        let clone = lock.clone();
        drop(lock);
        let Err(Error::Busy { holder: Some(holder), .. }) = WriteLock::take(folder.path()) else {
            panic!("it is free")
        };
        assert_eq!(holder.pid, process::id());
        assert!(holder.since <= SystemTime::now());
        drop(clone);
        assert!(WriteLock::take(folder.path()).is_ok());
        assert!(!folder.path().join(HOLDER).exists());
    }
}
