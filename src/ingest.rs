//! Pipeline 1 on one page: paths to an index that is up to date with them.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use crate::corpus::{self, Document, Reason, Skipped, Source};
use crate::error::{Error, Result};
use crate::index::{Feeder, FileRecord, Manifest, Writer};
use crate::mention::Mentions;
use crate::passage;

/// Bytes of text that are handed from reading to analysis at a time.
const BATCH_BYTES: usize = 128 << 10;

/// Batches that wait between reading and analysis, for each thread.
const WAITING: usize = 4;

/// What to bring up to date.
#[derive(Clone, Debug, Default)]
pub struct Job {
    /// Files and folders.
    pub paths: Vec<PathBuf>,
    /// Start over instead of reading only what has changed.
    pub rebuild: bool,
    /// How files are read; those that it bears upon are read even if they have not changed.
    pub manner: corpus::Manner,
    /// How much of a file is read.
    pub limits: corpus::Limits,
}

/// What became of a [`Job`].
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Files read anew, left as they were, and taken out.
    pub read: u64,
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
    /// What was odd in files that were read: path and notice.
    pub notices: Vec<(String, String)>,
    /// How long it took.
    pub took: Duration,
}

impl Summary {
    fn add(&mut self, source: &Source, report: corpus::ReadReport) {
        self.read += 1;
        self.bytes += source.size;
        self.notices.extend(report.notices.into_iter().map(|notice| (source.id.clone(), notice)));
        if report.more_notices > 0 {
            self.notices.push((source.id.clone(), format!("and {} more", report.more_notices)));
        }
    }
}

/// How far the work has come, for whoever shows it.
pub trait Progress: Sync {
    /// The files to read are known: how many bytes they have together.
    fn start(&self, bytes: u64);
    /// So many of them are read.
    fn advance(&self, bytes: u64);
}

/// Shows nothing.
impl Progress for () {
    fn start(&self, _: u64) {}
    fn advance(&self, _: u64) {}
}

/// Brings the index in `folder` up to date with the paths of `job`, in one commit.
///
/// # Errors
/// Those of [`Writer::open`] and [`Writer::commit`]; the index then stands as it was before.
pub fn ingest(folder: &Path, job: &Job, progress: &dyn Progress) -> Result<Summary> {
    let started = Instant::now();
    let (mut writer, manifest) = open(folder, job.rebuild)?;
    let walk = corpus::walk(&job.paths);
    let mut work = Work::plan(&walk.sources, manifest, job, folder);
    let mut summary = Summary { unchanged: work.unchanged, left_out: walk.skipped, ..Summary::default() };
    for file in &work.outdated {
        writer.remove(file);
    }
    progress.start(work.sources.iter().map(|source| source.size).sum());
    let fed = feed(&writer, &mut work, job, progress, &mut summary);
    if let Err(error) = fed.and_then(|()| writer.commit(&work.manifest)) {
        return Err(writer.abandon().unwrap_or(error));
    }
    writer.finish()?;
    summary.removed = work.removed;
    (summary.documents, summary.passages) = work.manifest.totals();
    summary.took = started.elapsed();
    Ok(summary)
}

/// Opens the index; one that cannot be continued is thrown away if everything is built anew.
fn open(folder: &Path, rebuild: bool) -> Result<(Writer, Manifest)> {
    let (writer, manifest) = match Writer::open(folder) {
        Err(Error::OtherFormat { .. } | Error::Damaged { .. } | Error::Engine { .. }) if rebuild => {
            Writer::discard(folder)?;
            Writer::open(folder)?
        }
        opened => opened?,
    };
    if rebuild {
        writer.clear()?;
        return Ok((writer, Manifest::default()));
    }
    Ok((writer, manifest))
}

/// What is to be done.
struct Work {
    sources: Vec<Source>,
    /// What the index will hold.
    manifest: Manifest,
    /// Files whose passages go.
    outdated: Vec<String>,
    unchanged: u64,
    removed: u64,
}

impl Work {
    fn plan(found: &[Source], mut manifest: Manifest, job: &Job, folder: &Path) -> Self {
        let own = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let mut work =
            Self { sources: Vec::new(), manifest: Manifest::default(), outdated: Vec::new(), unchanged: 0, removed: 0 };
        let mut here = HashSet::new();
        for source in found {
            // an index inside the corpus is not a document
            if source.path.canonicalize().is_ok_and(|path| path.starts_with(&own)) {
                continue;
            }
            here.insert(&*source.id);
            match manifest.files.get(&source.id) {
                Some(known)
                    if (known.size, known.modified) == (source.size, source.modified_ns)
                        && !job.manner.bears_on(source, job.paths.contains(&source.path)) =>
                {
                    work.unchanged += 1;
                }
                known => {
                    work.outdated.extend(known.map(|_| source.id.clone()));
                    work.sources.push(source.clone());
                }
            }
        }
        let vanished = |file: &String| !here.contains(&**file) && job.paths.iter().any(|root| under(file, root));
        let gone: Vec<String> = manifest.files.keys().filter(|file| vanished(file)).cloned().collect();
        work.removed = gone.len() as u64;
        for file in work.outdated.iter().chain(&gone) {
            manifest.files.remove(file);
        }
        work.outdated.extend(gone);
        work.manifest = manifest;
        work
    }
}

/// Whether a file lies under a path that was given and is still there: a disk that is not mounted
/// takes nothing out of the index.
fn under(file: &str, root: &Path) -> bool {
    let id = corpus::id_of(root);
    let inside = if id.is_empty() { !file.starts_with('/') } else { Path::new(file).starts_with(&id) };
    root.is_dir() && inside
}

/// Reads the sources on this thread and analyzes their documents on others.
fn feed(writer: &Writer, work: &mut Work, job: &Job, progress: &dyn Progress, summary: &mut Summary) -> Result<()> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let counts: Vec<Counts> = work.sources.iter().map(|_| Counts::default()).collect();
    let failed: Mutex<Option<Error>> = Mutex::new(None);
    let (sender, receiver) = mpsc::sync_channel::<Batch>(threads * WAITING);
    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
        // dropped when all is read: that ends the threads
        let sender = sender;
        let (receiver, counts, failed, sources) = (&receiver, &counts, &failed, &work.sources);
        for _ in 0..threads {
            scope.spawn(move || {
                let mut feeder = writer.feeder();
                loop {
                    let next = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok(batch) = next else { break };
                    if let Err(error) = add(&mut feeder, &batch, sources, counts) {
                        failed.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
                    }
                }
            });
        }
        let stopped = || failed.lock().unwrap_or_else(PoisonError::into_inner).is_some();
        let mut batch = Batch::default();
        for (number, source) in sources.iter().enumerate() {
            let mut each = |document: Document| {
                batch.bytes += document.text.len();
                batch.documents.push((number, document));
                let sent = batch.bytes < BATCH_BYTES || sender.send(std::mem::take(&mut batch)).is_ok();
                if sent && !stopped() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            match corpus::read_as(source, &job.manner, &job.limits, &mut each) {
                Ok(report) => summary.add(source, report),
                Err(unreadable) => {
                    let reason = Reason::Unreadable(unreadable.to_string());
                    summary.left_out.push(Skipped { path: source.path.clone(), reason });
                }
            }
            progress.advance(source.size);
            if stopped() {
                break;
            }
        }
        // nobody receives only if all threads have failed, which is told below
        let _ = sender.send(batch);
    });
    if let Some(error) = failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
        return Err(error);
    }
    let left_out: HashSet<&Path> = summary.left_out.iter().map(|left| &*left.path).collect();
    for (source, counts) in work.sources.iter().zip(counts) {
        if left_out.contains(&*source.path) {
            // what it gave before it failed goes too; it is tried again next time
            writer.remove(&source.id);
        } else {
            work.manifest.files.insert(source.id.clone(), counts.record(source));
        }
    }
    Ok(())
}

/// Documents with the numbers of their sources.
#[derive(Default)]
struct Batch {
    documents: Vec<(usize, Document)>,
    bytes: usize,
}

fn add(feeder: &mut Feeder, batch: &Batch, sources: &[Source], counts: &[Counts]) -> Result<()> {
    for (number, document) in &batch.documents {
        let division = passage::divide(document, &passage::Limits::default());
        let mentions = Mentions::of(&document.text, document.date.as_deref());
        feeder.add(&sources[*number].id, document, &division, &mentions)?;
        counts[*number].documents.fetch_add(1, Ordering::Relaxed);
        counts[*number].passages.fetch_add(division.passages.len() as u64, Ordering::Relaxed);
    }
    feeder.flush()
}

/// What a file has given so far.
#[derive(Default)]
struct Counts {
    documents: AtomicU64,
    passages: AtomicU64,
}

impl Counts {
    fn record(self, source: &Source) -> FileRecord {
        FileRecord {
            size: source.size,
            modified: source.modified_ns,
            documents: self.documents.into_inner(),
            passages: self.passages.into_inner(),
        }
    }
}
