//! The sources of a run to their documents, read on one thread and analyzed on others, in a sink.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;

use super::job::Job;
use super::members::Members;
use super::progress::Progress;
use super::summary::Summary;
use super::work::{Without, Work};
use crate::corpus::{self, Document, Known, Skipped, Source, Unreadable};
use crate::error::{Error, Result};
use crate::mention::Mentions;
use crate::passage;
use crate::store::{Feed, Gate, Manifest, Sink, Ticket, Totals};

/// Bytes of text that are handed from reading to analysis at a time.
const BATCH_BYTES: usize = 128 << 10;

/// Bytes of text at most that are read and not yet handed to the engine; a longer text goes alone. What is worked
/// out of a text takes many times its bytes.
const MAX_WAITING_BYTES: usize = 48 << 20;

/// Batches that wait between reading and analysis, for each thread.
const WAITING: usize = 4;

/// What the sources gave, by their numbers.
pub(super) struct Fed {
    /// What each gave.
    pub counts: Vec<Totals>,
    /// Those that could not be read.
    pub unread: HashMap<usize, Unreadable>,
    /// What of the others was left out.
    pub without: HashMap<usize, Without>,
    /// Those that have not changed and were read all the same.
    pub renewed: HashSet<usize>,
    /// What was given to archives that stay as they are, for their members.
    pub gained: Vec<(String, Totals)>,
    /// What is known of members of archives and mails.
    pub members: Members,
}

/// Reads the sources on this thread and analyzes their documents on others. `known` is what the index holds.
pub(super) fn feed(
    sink: &dyn Sink,
    folder: &Path,
    (work, known): (&mut Work, &Manifest),
    job: &Job,
    progress: &dyn Progress,
    summary: &mut Summary,
) -> Result<Fed> {
    for given in std::mem::take(&mut work.handed_over) {
        let totals = sink.hand_over(&given)?;
        work.has_taken_over(&given.to, totals.tokens);
    }
    let work: &Work = work;
    let (mut members, mut renewed) = (Members::default(), HashSet::new());
    let threads = job.threads();
    let counts: Vec<Mutex<Totals>> = work.sources.iter().map(|_| Mutex::default()).collect();
    let failed: Mutex<Option<Error>> = Mutex::new(None);
    let mut unread: HashMap<usize, Unreadable> = HashMap::new();
    let mut without: HashMap<usize, Without> = HashMap::new();
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
        let mut gave_text = vec![false; sources.len()];
        for (number, source) in sources.iter().enumerate() {
            if number == work.packed.first {
                members = work.packed.files_with_text((sources, &work.contents), &work.manifest, &gave_text);
            }
            if work.packed.is_kept(number) {
                let may_be_read = || work.packed.may_be_read(number, source, work.contents[number]);
                if members.stand(&source.id, (&work.manifest, known), may_be_read) {
                    continue;
                }
                renewed.insert(number);
                if let Err(error) = sink.remove(&[&source.id]) {
                    failed.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
                    break;
                }
            }
            members.begin();
            let mut each = |document: Document| {
                batch.bytes += document.text.len();
                batch.documents.push((number, document));
                let sent = batch.bytes < BATCH_BYTES || send(std::mem::take(&mut batch));
                if sent && !stopped() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            let met = (number >= work.packed.first).then_some(&mut members as &mut dyn Known);
            match corpus::read_unknown(source, &job.manner, &job.limits, met, &mut each) {
                Ok(report) => {
                    gave_text[number] = report.documents > 0;
                    if !report.left_out.is_empty() {
                        without.insert(number, Without::of(&report.left_out, &job.limits));
                    }
                    summary.add(source, report);
                }
                Err(unreadable) => {
                    members.undo();
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
    let given = members.take_given().into_iter();
    let gained = given.map(|given| Ok((given.to.clone(), sink.hand_over(&given)?))).collect::<Result<Vec<_>>>()?;
    let counts = counts.into_iter().map(|counts| counts.into_inner().unwrap_or_else(PoisonError::into_inner));
    Ok(Fed { counts: counts.collect(), unread, without, renewed, gained, members })
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
