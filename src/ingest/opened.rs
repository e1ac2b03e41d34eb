//! A folder to the index in it, locked and open to be written.

use std::path::Path;
use std::thread;
use std::time::Duration;

use super::away::refuse_loss;
use super::job::Job;
use super::notice::RunNotice;
use super::progress::Progress;
use crate::error::{Error, Flaw, Result};
use crate::store::{FileRecord, Manifest, Salvaged, WriteLock, Writer, is_manifest, salvaged};

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
    /// What is wrong with the list of files of that.
    pub list: Option<RunNotice>,
}

/// Opens the index; of one that cannot be continued only the roots are kept if everything is built anew.
pub(super) fn open(lock: &WriteLock, job: &Job) -> Result<Opened> {
    match Writer::open(lock, job.threads()) {
        Err(
            error @ (Error::OtherFormat { .. } | Error::Damaged { .. } | Error::Lost { .. } | Error::Engine { .. }),
        ) if job.rebuild => {
            let mut lost = lock.last();
            if matches!(error, Error::OtherFormat { .. }) {
                refuse_loss(&lost, lock.folder(), job)?;
            }
            let list = match error {
                Error::Damaged { flaw, .. } => take_in(&mut lost, salvaged(lock.folder()), &flaw),
                _ => None,
            };
            Writer::discard(lock)?;
            let (mut writer, _) = Writer::open(lock, job.threads())?;
            let before = Manifest { roots: lost.roots.clone(), ..Manifest::default() };
            // from here on the roots stand in an index again, however the run ends
            writer.commit(&before)?;
            Ok(Opened { writer, before, lost: Some(lost), list })
        }
        opened => opened.map(|(writer, before)| Opened { writer, before, lost: None, list: None }),
    }
}

/// Takes the files that an index holds for those of its damaged list; what is wrong with what that tells of roots.
fn take_in(list: &mut Manifest, salvaged: Salvaged, flaw: &Flaw) -> Option<RunNotice> {
    let Salvaged { files, is_head_damaged } = salvaged;
    if !files.is_empty() {
        // names of files may be damaged, too
        list.files.retain(|file, known| known.documents == 0 || files.contains(file));
        for file in files.into_iter().filter(|file| list.known(file).is_none()).collect::<Vec<_>>() {
            list.files.insert(file, FileRecord { documents: 1, ..FileRecord::default() });
        }
    }
    let is_list = flaw.file().is_some_and(is_manifest) && is_head_damaged;
    match list.damaged {
        _ if !is_list => None,
        0 => Some(RunNotice::MissingLines),
        lines => Some(RunNotice::DamagedLines(lines)),
    }
}
