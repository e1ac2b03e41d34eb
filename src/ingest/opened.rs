//! A folder to the index in it, locked and open to be written.

use std::path::Path;
use std::thread;
use std::time::Duration;

use super::job::Job;
use super::progress::Progress;
use crate::error::{Error, Result};
use crate::store::{Manifest, WriteLock, Writer};

/// How long to wait before the lock is tried again.
const PATIENCE: Duration = Duration::from_millis(100);

/// Takes the lock, at once or when it is free.
pub(super) fn lock(folder: &Path, job: &Job, progress: &dyn Progress) -> Result<WriteLock> {
    let mut told = false;
    loop {
        match WriteLock::take(folder) {
            Err(Error::Busy { path, .. }) if job.wait && progress.is_stopped() => return Err(Error::Stopped { path }),
            Err(busy @ Error::Busy { .. }) if job.wait => {
                if !told {
                    progress.wait(&busy);
                    told = true;
                }
                thread::sleep(PATIENCE);
            }
            taken => return taken,
        }
    }
}

/// An index that is open to be written.
pub(super) struct Opened {
    pub writer: Writer,
    /// What it holds.
    pub before: Manifest,
    /// What was known of the index that lay there, if that could not be continued.
    pub lost: Option<Manifest>,
}

/// Opens the index; of one that cannot be continued only the roots are kept if everything is built anew.
pub(super) fn open(lock: &WriteLock, job: &Job) -> Result<Opened> {
    match Writer::open(lock, job.threads()) {
        Err(Error::OtherFormat { .. } | Error::Damaged { .. } | Error::Lost { .. } | Error::Engine { .. })
            if job.rebuild =>
        {
            let lost = Manifest::last(lock.folder());
            Writer::discard(lock)?;
            let (mut writer, _) = Writer::open(lock, job.threads())?;
            let before = Manifest { roots: lost.roots.clone(), ..Manifest::default() };
            // from here on the roots stand in an index again, however the run ends
            writer.commit(&before)?;
            Ok(Opened { writer, before, lost: Some(lost) })
        }
        opened => opened.map(|(writer, before)| Opened { writer, before, lost: None }),
    }
}
