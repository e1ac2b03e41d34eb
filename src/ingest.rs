//! Pipeline 1 on one page: paths to an index that is up to date with them.

mod aim;
mod disks;
mod job;
mod named;
mod notice;
mod opened;
mod privacy;
mod progress;
mod scope;
mod state;
mod text;
mod unseen;
mod work;

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use crate::corpus::{self, Document, Skipped, Source, Unreadable};
use crate::error::{Error, Result};
use crate::mention::Mentions;
use crate::passage;
use crate::store::{Feed, Gate, Manifest, Roots, Sink, Ticket, Totals, Writer, place_of};
use aim::{aim, refusal};
pub use job::{Change, Job, MAX_THREADS};
pub use notice::RunNotice;
use opened::{lock, open};
pub use progress::Progress;
pub use state::{State, knows, roots, state};
pub use text::{Text, put};
use work::Work;

/// Bytes of text that are handed from reading to analysis at a time.
const BATCH_BYTES: usize = 128 << 10;

/// Bytes of text at most that are read and not yet handed to the engine; a longer text goes alone. What is worked
/// out of a text takes many times its bytes.
const MAX_WAITING_BYTES: usize = 48 << 20;

/// Batches that wait between reading and analysis, for each thread.
const WAITING: usize = 4;

/// What became of a [`Job`].
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Files read anew.
    pub read: u64,
    /// New files that hold the same as another one, and were not read.
    pub copies: u64,
    /// Files that had not changed.
    pub unchanged: u64,
    /// Files that are no longer there.
    pub removed: u64,
    /// Documents in the index now.
    pub documents: u64,
    /// Passages in the index now.
    pub passages: u64,
    /// Bytes of the files read.
    pub bytes: u64,
    /// Files left out, each with its reason.
    pub left_out: Vec<Skipped>,
    /// The roots of the index now.
    pub roots: Roots,
    /// What was odd in files that were read: path and notice.
    pub notices: Vec<(String, RunNotice)>,
    /// How long it took.
    pub took: Duration,
}

impl Summary {
    fn add(&mut self, source: &Source, report: corpus::ReadReport) {
        self.read += 1;
        self.bytes += source.size;
        self.notices.extend(report.notices.into_iter().map(|odd| (source.id.clone(), RunNotice::Odd(odd))));
        if report.more_notices > 0 {
            self.notices.push((source.id.clone(), RunNotice::MoreOddities(report.more_notices)));
        }
        self.left_out.extend(report.left_out);
        if report.more_left_out > 0 {
            self.notices.push((source.id.clone(), RunNotice::MoreLeftOut(report.more_left_out)));
        }
    }
}

/// Brings the index in `folder` up to date with the paths of `job`, in one commit.
///
/// # Errors
/// Those of [`WriteLock::take`](crate::store::WriteLock::take), [`Writer::open`](crate::store::Writer::open) and [`Writer::commit`](crate::store::Writer::commit), [`Error::NoRoot`],
/// [`Error::RootTaken`], [`Error::NoPlace`], [`Error::InIndex`] and [`Error::Stopped`]; the index then stands as it was before.
pub fn ingest(folder: &Path, job: &Job, progress: &dyn Progress) -> Result<Summary> {
    let started = Instant::now();
    let own = folder.canonicalize().unwrap_or_else(|_| place_of(folder));
    apart_from(&own, folder, job)?;
    let lock = lock(folder, job, progress)?;
    let (mut writer, before) = open(&lock, job)?;
    let mut manifest = before.clone();
    let mut scope = match aim(job, &mut manifest) {
        Ok(scope) => scope,
        Err(error) => return Err(writer.abandon().unwrap_or(error)),
    };
    let walk = scope.walk(&manifest, &own);
    if let Some(error) = refusal(job, &scope, &walk, &manifest) {
        return Err(writer.abandon().unwrap_or(error));
    }
    scope.note(&mut manifest);
    let is_open = !privacy::keeps_any(&walk.sources, folder, writer.usual_mode());
    let mut work = Work::plan(&walk, &scope, manifest, job);
    if let Err(error) = take_out(&writer, &work, job) {
        if !job.rebuild || !matches!(error, Error::Damaged { .. }) {
            return Err(writer.abandon().unwrap_or(error));
        }
        // what cannot be kept goes
        let roots = work.manifest.roots;
        work = Work::plan(&walk, &scope, Manifest { roots, ..Manifest::default() }, job);
        writer.clear()?;
    }
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
        ..Summary::default()
    };
    progress.start(work.sources.iter().map(|source| source.size).sum());
    let fed = feed(&writer, folder, &mut work, job, progress, &mut summary);
    let is_as_before = !job.rebuild && work.outdated.is_empty() && work.manifest == before;
    let committed = fed.and_then(|()| if is_as_before { Ok(()) } else { writer.commit(&work.manifest) });
    if let Err(error) = committed {
        return Err(writer.abandon().unwrap_or(error));
    }
    writer.finish()?;
    summary.copies = work.copies;
    let totals = work.manifest.totals();
    (summary.documents, summary.passages) = (totals.documents, totals.passages);
    summary.roots = work.manifest.roots;
    summary.took = started.elapsed();
    Ok(summary)
}

/// Takes out what goes with the next commit: all, where nothing stays.
fn take_out(writer: &Writer, work: &Work, job: &Job) -> Result<()> {
    if job.rebuild && work.is_anew() {
        return writer.clear();
    }
    // what is handed over is of these files, too
    writer.remove(work.outdated.iter())
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

/// Reads the sources on this thread and analyzes their documents on others.
fn feed(
    sink: &dyn Sink,
    folder: &Path,
    work: &mut Work,
    job: &Job,
    progress: &dyn Progress,
    summary: &mut Summary,
) -> Result<()> {
    for (from, to) in std::mem::take(&mut work.handed_over) {
        let tokens = sink.hand_over(&from, &to)?;
        work.has_taken_over(&to, tokens);
    }
    let threads = job.threads();
    let counts: Vec<Mutex<Totals>> = work.sources.iter().map(|_| Mutex::default()).collect();
    let failed: Mutex<Option<Error>> = Mutex::new(None);
    let mut unread: HashMap<usize, Unreadable> = HashMap::new();
    let gate = Gate::new(MAX_WAITING_BYTES);
    let (sender, receiver) = mpsc::sync_channel::<(Batch, Ticket)>(threads * WAITING);
    let receiver = Arc::new(Mutex::new(receiver));
    thread::scope(|scope| {
        // dropped when all is read: that ends the threads
        let sender = sender;
        let (counts, failed, sources) = (&counts, &failed, &work.sources);
        for number in 0..threads {
            let receiver = Arc::clone(&receiver);
            let analyze = move || {
                let mut feeder = sink.feeder();
                loop {
                    let next = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((batch, ticket)) = next else { break };
                    if let Err(error) = add(&mut *feeder, &batch, sources, counts) {
                        failed.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
                    }
                    drop((batch, ticket));
                }
            };
            // as many as can be are enough
            if let Err(source) = thread::Builder::new().spawn_scoped(scope, analyze) {
                if number == 0 {
                    *failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(Error::NoThread { source });
                    return;
                }
                break;
            }
        }
        // the threads alone hold it, so that nothing is sent where all have failed
        drop(receiver);
        let send = |batch: Batch| {
            let ticket = gate.enter(batch.bytes);
            sender.send((batch, ticket)).is_ok()
        };
        let stopped = || progress.is_stopped() || failed.lock().unwrap_or_else(PoisonError::into_inner).is_some();
        let mut batch = Batch::default();
        for (number, source) in sources.iter().enumerate() {
            let mut each = |document: Document| {
                batch.bytes += document.text.len();
                batch.documents.push((number, document));
                let sent = batch.bytes < BATCH_BYTES || send(std::mem::take(&mut batch));
                if sent && !stopped() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            match corpus::read_as(source, &job.manner, &job.limits, &mut each) {
                Ok(report) => summary.add(source, report),
                Err(unreadable) => {
                    summary.left_out.push(Skipped { path: source.path.clone(), reason: unreadable.reason() });
                    unread.insert(number, unreadable);
                }
            }
            progress.advance(source.size);
            if stopped() {
                break;
            }
        }
        // nobody receives only if all threads have failed, which is told below
        let _ = send(batch);
    });
    if let Some(error) = failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
        return Err(error);
    }
    if progress.is_stopped() {
        return Err(Error::Stopped { path: folder.to_owned() });
    }
    let mut failed = HashMap::new();
    for (number, counts) in counts.into_iter().enumerate() {
        let source = &work.sources[number];
        let Some(unread) = unread.remove(&number) else {
            work.has_read(number, counts.into_inner().unwrap_or_else(PoisonError::into_inner));
            continue;
        };
        // what it gave before it failed goes too
        sink.remove(&[&source.id])?;
        let (id, is_settled) = (source.id.clone(), unread.is_settled());
        failed.insert(id, unread);
        if is_settled {
            // told once: it stands as a file of no documents
            work.has_read(number, Totals::default());
        }
    }
    summary.left_out.extend(work.has_failed(&failed));
    Ok(())
}

/// Documents with the numbers of their sources.
#[derive(Default)]
struct Batch {
    documents: Vec<(usize, Document)>,
    bytes: usize,
}

fn add(feeder: &mut dyn Feed, batch: &Batch, sources: &[Source], counts: &[Mutex<Totals>]) -> Result<()> {
    for (number, document) in &batch.documents {
        let division = passage::divide(document, &passage::Limits::default());
        let mentions = Mentions::of(&document.text, document.date.as_deref());
        let tokens = feeder.put(&sources[*number].id, document, &division, &mentions)?;
        let mut counts = counts[*number].lock().unwrap_or_else(PoisonError::into_inner);
        counts.documents += 1;
        counts.passages += division.passages.len() as u64;
        counts.tokens += tokens;
    }
    feeder.flush()
}
