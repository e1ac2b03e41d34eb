//! Pipeline 1 on one page: paths to an index that is up to date with them.

mod aim;
mod away;
mod disks;
mod failed;
mod feed;
mod job;
mod lost;
mod members;
mod moved;
mod named;
mod notice;
mod opened;
mod packed;
mod privacy;
mod progress;
mod same;
mod scope;
mod second;
mod state;
mod summary;
mod text;
mod unseen;
mod untold;
mod work;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::corpus::{Limits, Walk};
use crate::error::{Error, Result};
use crate::store::{Manifest, Sink, Totals, WriteLock, Writer, place_of};
use aim::{aim, refusal};
use feed::{Fed, feed};
pub use job::{Change, Job, MAX_THREADS};
pub use notice::RunNotice;
use opened::{Opened, lock, open};
pub use progress::Progress;
use scope::Scope;
pub use state::State;
pub(crate) use state::{knows, roots, state};
pub use summary::Summary;
pub use text::Text;
pub(crate) use text::put;
use untold::untold;
use work::{Held, Without, Work};

/// Brings the index in `folder` up to date with the paths of `job`, in one commit.
///
/// # Errors
/// Those of [`WriteLock::take`](crate::store::WriteLock::take), [`Writer::open`](crate::store::Writer::open) and [`Writer::commit`](crate::store::Writer::commit), [`Error::NoRoot`],
/// [`Error::RootTaken`], [`Error::NoPlace`], [`Error::WouldLose`], [`Error::InIndex`] and [`Error::Stopped`]; the index then stands as it was before.
pub(crate) fn ingest(folder: &Path, job: &Job, progress: &dyn Progress) -> Result<Summary> {
    let started = Instant::now();
    let own = folder.canonicalize().unwrap_or_else(|_| place_of(folder));
    apart_from(&own, folder, job)?;
    let lock = lock(folder, job, progress)?;
    if let Some(Change::Forget(_)) = job.change.as_ref().filter(|_| job.rebuild) {
        // what can be read forgets first, and is built anew without it
        let (forget, rebuild) = (Job { rebuild: false, ..job.clone() }, Job { change: None, ..job.clone() });
        return match all(&lock, &own, &forget, progress, started) {
            Ok(forgot) => Ok(all(&lock, &own, &rebuild, progress, started)?.after(forgot)),
            Err(Error::OtherFormat { .. } | Error::Damaged { .. } | Error::Lost { .. } | Error::Engine { .. }) => {
                all(&lock, &own, job, progress, started)
            }
            Err(error) => Err(error),
        };
    }
    all(&lock, &own, job, progress, started)
}

/// Runs until nothing fails that was read before.
fn all(lock: &WriteLock, own: &Path, job: &Job, progress: &dyn Progress, started: Instant) -> Result<Summary> {
    let mut held = Held::default();
    loop {
        // what fails to be read just now, and was read before, is left as it is
        match run(lock, own, job, &held, progress)? {
            Ran::Done(summary) => return Ok(Summary { took: started.elapsed(), ..*summary }),
            Ran::Failing(failing) => held.extend(failing),
        }
    }
}

/// How a run went.
enum Ran {
    Done(Box<Summary>),
    /// It was given up: these files were read before and cannot be read just now.
    Failing(Held),
}

/// Brings the index up to date in one commit; what is held stays as it is.
fn run(lock: &WriteLock, own: &Path, job: &Job, held: &Held, progress: &dyn Progress) -> Result<Ran> {
    let folder = lock.folder();
    let Opened { mut writer, before, lost, list } = open(lock, job)?;
    let is_lost = lost.is_some();
    let mut known = lost.unwrap_or_else(|| before.clone());
    second::stand_in(&mut known);
    let roots = known.roots.clone();
    let mut scope = match aim(job, &mut known) {
        Ok(scope) => scope,
        Err(error) => return Err(writer.abandon().unwrap_or(error)),
    };
    scope.excluded.clone_from(&job.exclude);
    second::outlive(&mut known, &roots, scope.forgotten());
    let mut walk = scope.walk(&known, own);
    if let Some(error) = refusal(job, &scope, &walk, &known) {
        return Err(writer.abandon().unwrap_or(error));
    }
    let other_formats = untold(&walk, &before, job.rebuild, folder);
    moved::follow(&mut known, &mut walk);
    scope.note(&walk, &mut known);
    let is_open = !privacy::keeps_any(&walk, folder, writer.usual_mode());
    let mut work = match begin(&writer, &known, &mut scope, &mut walk, job, held, is_lost) {
        Ok(work) => work,
        Err(error) => return Err(writer.abandon().unwrap_or(error)),
    };
    // what was kept from others stays so until all is built anew
    let is_kept = !(job.rebuild && work.is_anew()) && writer.is_kept();
    if is_kept || !is_open {
        writer.keep_from_others();
    }
    let mut summary = Summary {
        unchanged: work.unchanged,
        removed: work.removed,
        notices: scope.notices.into_iter().chain(std::mem::take(&mut work.notices)).collect(),
        left_out: scope.left_out.into_iter().chain(std::mem::take(&mut work.left_out)).collect(),
        untold: other_formats,
        ..Summary::default()
    };
    summary.notices.extend(list.map(|notice| (folder.display().to_string(), notice)));
    progress.start(work.packed.bytes(&work.sources));
    let fed = match feed(&writer, folder, (&mut work, &known), job, progress, &mut summary) {
        Ok(fed) => fed,
        Err(error) => return Err(writer.abandon().unwrap_or(error)),
    };
    fed.renewed.iter().for_each(|number| work.has_renewed(*number));
    summary.unchanged = work.unchanged;
    let failing = work.failing(&fed.unread, held);
    if !failing.is_empty() {
        return writer.abandon().map_or(Ok(Ran::Failing(failing)), Err);
    }
    if job.rebuild {
        summary.notices.extend(lost::unread(&work, &fed.unread, &known));
    }
    let settled = settle(&writer, &mut work, fed, &job.limits, &mut summary);
    // what is told now is not told again by the time of the commit
    let is_as_before = !job.rebuild && summary.untold.is_empty() && work.outdated.is_empty() && work.manifest == before;
    let committed = settled.and_then(|()| if is_as_before { Ok(()) } else { writer.commit(&work.manifest) });
    if let Err(error) = committed {
        return Err(writer.abandon().unwrap_or(error));
    }
    writer.finish()?;
    summary.copies = work.copies;
    let totals = work.manifest.totals();
    (summary.documents, summary.passages) = (totals.documents, totals.passages);
    summary.roots = work.manifest.roots;
    Ok(Ran::Done(Box::new(summary)))
}

/// What is to be done, with what goes taken out: all, where the index cannot be kept.
fn begin(
    writer: &Writer,
    known: &Manifest,
    scope: &mut Scope,
    walk: &mut Walk,
    job: &Job,
    held: &Held,
    is_lost: bool,
) -> Result<Work> {
    if !is_lost {
        let work = Work::plan(walk, scope, known.clone(), job, held);
        if take_out(writer, &work, job)? {
            return Ok(work);
        }
    }
    writer.clear()?;
    lost::tell(scope, walk, known);
    let nothing = Manifest { roots: known.roots.clone(), ..Manifest::default() };
    Ok(Work::plan(walk, scope, nothing, job, &Held::default()))
}

/// Takes out what goes with the next commit: all, where nothing stays. Whether what stays of an index that is built anew
/// can be kept.
fn take_out(writer: &Writer, work: &Work, job: &Job) -> Result<bool> {
    if job.rebuild && work.is_anew() {
        return writer.clear().map(|()| true);
    }
    if job.rebuild && writer.is_damaged() {
        return Ok(false);
    }
    // what is handed over is of these files, too
    match writer.remove(&work.outdated.iter().collect::<Vec<_>>()) {
        Err(Error::Damaged { .. }) if job.rebuild => Ok(false),
        removed => removed.map(|()| true),
    }
}

/// Notes what the sources gave, and what could not be read.
fn settle(sink: &dyn Sink, work: &mut Work, fed: Fed, limits: &Limits, summary: &mut Summary) -> Result<()> {
    let Fed { counts, mut unread, without, renewed, gained, members } = fed;
    gained.into_iter().for_each(|(id, gained)| work.has_gained(&id, gained));
    let packed = std::mem::take(&mut work.packed);
    work.copies += members.copies;
    work.manifest.members = members.into_records();
    let mut failed = HashMap::new();
    for (number, counts) in counts.into_iter().enumerate() {
        if packed.is_kept(number) && !renewed.contains(&number) {
            continue;
        }
        let source = &work.sources[number];
        let Some(unread) = unread.remove(&number) else {
            work.has_read(number, counts, without.get(&number).copied().unwrap_or_default());
            continue;
        };
        // what it gave before it failed goes too
        sink.remove(&[&source.id])?;
        let (id, is_settled) = (source.id.clone(), unread.is_settled());
        failed.insert(id, unread);
        if is_settled {
            // told once: it stands as a file of no documents
            work.has_read(number, Totals::default(), Without::default());
        }
    }
    let members = failed::leave_out_members(&mut work.manifest, &failed, limits);
    work.copies = work.copies.saturating_sub(members.len() as u64);
    summary.left_out.extend(members);
    summary.left_out.extend(work.has_failed(&failed));
    work.join_empty();
    Ok(())
}

/// Refuses to index what lies in the folder of the index itself, which is in `own`.
fn apart_from(own: &Path, folder: &Path, job: &Job) -> Result<()> {
    let moved = job.change.iter().filter_map(|change| match change {
        Change::Move { place, .. } => Some(place),
        Change::Forget(_) => None,
    });
    let inside = |path: &&PathBuf| path.canonicalize().is_ok_and(|path| path.starts_with(own));
    match job.paths.iter().chain(moved).find(inside) {
        Some(path) => Err(Error::InIndex { path: path.clone(), index: folder.to_owned() }),
        None => Ok(()),
    }
}
