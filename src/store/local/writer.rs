//! Documents to a committed index: what a commit holds is there whole or not at all.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::thread;

use tantivy::collector::{Count, DocSetCollector};
use tantivy::directory::META_LOCK;
use tantivy::indexer::{LogMergePolicy, UserOperation};
use tantivy::query::TermQuery;
use tantivy::schema::{IndexRecordOption, TantivyDocument};
use tantivy::{Directory, DocAddress, Index, IndexMeta, IndexSettings, IndexWriter, ReloadPolicy, Term};

use super::access;
use super::checksums::is_damaged;
use super::columns::Columns;
use super::failure::failed;
use super::files::{COMMIT, META};
use super::folder::WriteFolder;
use super::guard::{MERGES, check_merges, guarded};
use super::leftovers;
use super::lock::WriteLock;
use super::parts;
use super::record::{self, Record, Unadmitted, Written};
use super::schema::{self, Fields, with_tokenizers};
use super::stored::passage_of;
use super::sums::Sums;
use crate::corpus::Document;
use crate::error::{Error, Flaw, Result, listen_to};
use crate::mention::Mentions;
use crate::passage::Division;
use crate::store::field::FORMAT;
use crate::store::gate::Gate;
use crate::store::handed::HandOver;
use crate::store::manifest::{Manifest, Tokens, Totals};
use crate::store::passage::{PassageId, StoredPassage};
use crate::store::record::{RUN, Recorder};
use crate::store::sink::{Feed, Sink};
use crate::store::writing::Writing;
use crate::system;

/// Memory in bytes that the threads of the engine fill together before they write segments: the more, the fewer
/// segments have to be merged.
const ENGINE_BYTES: usize = 320 << 20;

/// More threads of the engine than this gain nothing.
pub const MAX_THREADS: usize = 4;

/// Addresses in bytes that each thread may take besides: its stack, and what the allocator sets aside for it.
const THREAD_BYTES: usize = 128 << 20;

/// For each processor of the machine as much may be set aside as so many threads take; with more, they share it.
const SHARES: usize = 4;

/// On any machine as much may be set aside as so many threads take.
const LEAST_SHARES: usize = 8;

/// Refuses where the system lets the process have fewer addresses than writing may need: it would be ended in the
/// middle. Those who analyze, those of the engine and the one who reads take some each, and the files of the index stand
/// in addresses while they are merged.
fn has_room(folder: &Path, threads: usize) -> Result<()> {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let shares = (threads + threads.min(MAX_THREADS) + 1).min((SHARES * processors).max(LEAST_SHARES));
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let files: u64 = files.filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum();
    let wanted_bytes = (ENGINE_BYTES + THREAD_BYTES * shares) as u64 + files;
    if let Some(given_bytes) = system::address_bytes().filter(|given| *given < wanted_bytes) {
        return Err(Error::NoMemory { path: folder.to_owned(), given_bytes, wanted_bytes });
    }
    Ok(())
}

/// The one who writes to an index; a second one is refused with [`Error::Busy`].
pub struct Writer {
    engine: IndexWriter<Record>,
    fields: Fields,
    gate: Gate,
    sums: Sums,
    /// Given back after the engine has ended.
    lock: WriteLock,
}

impl Writer {
    /// Opens the index that is locked, or makes a new one, with what it holds already; so many threads
    /// write, but no more than [`MAX_THREADS`].
    ///
    /// # Errors
    /// [`Error::OtherFormat`], [`Error::Damaged`] and [`Error::Lost`] for an index that cannot be continued,
    /// [`Error::Busy`] while another process writes, [`Error::Io`] if the folder cannot be written.
    pub fn open(lock: &WriteLock, threads: usize) -> Result<(Self, Manifest)> {
        guarded(lock.folder(), || Self::open_locked(lock, threads)).map_err(parts::with_remedy)
    }

    fn open_locked(lock: &WriteLock, threads: usize) -> Result<(Self, Manifest)> {
        listen_to(MERGES);
        let folder = lock.folder();
        let engine = |error| failed(folder, error);
        has_room(folder, threads)?;
        let (schema, fields) = schema::schema();
        let exists = parts::is_made(folder)?;
        let directory = WriteFolder::open(folder, lock.access()).map_err(engine)?;
        let index = if exists {
            Index::open(directory).map_err(engine)?
        } else {
            Index::create(directory, schema.clone(), IndexSettings::default()).map_err(engine)?
        };
        let commit = index.load_metas().map_err(engine)?;
        parts::expect(folder, &index, &commit)?;
        tidy(&index, folder, &commit);
        let payload = commit.payload;
        // a new index that was killed before its first commit has no payload and no segment
        let fresh = payload.is_none() && index.searchable_segment_ids().map_err(engine)?.is_empty();
        let manifest = if fresh { Manifest::default() } else { Manifest::read(folder, payload.as_deref())? };
        if index.schema() != schema {
            return Err(Error::OtherFormat { path: folder.to_owned(), found: "unknown".to_owned(), expected: FORMAT });
        }
        let index = with_tokenizers(index);
        let threads = threads.clamp(1, MAX_THREADS);
        let writer = index.writer_with_num_threads(threads, ENGINE_BYTES).map_err(engine)?;
        let mut policy = LogMergePolicy::default();
        policy.set_del_docs_ratio_before_merge(0.25);
        writer.set_merge_policy(Box::new(policy));
        let sums = Sums::take(folder).map_err(|error| Error::io(folder, error))?;
        leftovers::remove_unfinished(folder);
        Manifest::remove_others(folder, payload.as_deref());
        Ok((
            Self { engine: writer, fields, gate: Gate::new(record::MAX_WAITING_BYTES), sums, lock: lock.clone() },
            manifest,
        ))
    }

    /// Removes an index that cannot be continued, and nothing else that lies in the folder.
    ///
    /// # Errors
    /// [`Error::Io`] if a file cannot be removed.
    pub fn discard(lock: &WriteLock) -> Result<()> {
        leftovers::remove_all(lock.folder())
    }

    /// The folder of the index.
    fn folder(&self) -> &Path {
        self.lock.folder()
    }

    /// One that turns documents into records; each thread takes its own.
    pub fn feeder(&self) -> Feeder<'_> {
        Feeder { writer: self, recorder: Recorder::new(), gathered: Vec::new() }
    }

    /// Takes all passages of these files out of the index with the next commit.
    ///
    /// # Errors
    /// [`Error::Damaged`] if they cannot be looked up in the index.
    pub fn remove<'a>(&self, files: impl Iterator<Item = &'a String>) -> Result<()> {
        let terms: Vec<Term> = files.map(|file| Term::from_field_text(self.fields.file, file)).collect();
        self.look_up(&terms)?;
        for term in terms {
            self.engine.delete_term(term);
        }
        Ok(())
    }

    /// Looks for these terms as the commit will: there the engine panics over a damaged file in a
    /// thread of its own, which ends the process.
    fn look_up(&self, terms: &[Term]) -> Result<()> {
        let folder = self.lock.folder();
        let engine = |error| failed(folder, error);
        if terms.is_empty() {
            return Ok(());
        }
        guarded(folder, || {
            let reader = self.engine.index().reader_builder().reload_policy(ReloadPolicy::Manual).try_into();
            let searcher = reader.map_err(engine)?.searcher();
            for term in terms {
                searcher.search(&TermQuery::new(term.clone(), IndexRecordOption::Basic), &Count).map_err(engine)?;
            }
            Ok(())
        })
    }

    /// Gives what the last commit holds of one file to another: visible after the next commit, with the ids that it
    /// would have had it been read. Tells what that is, added up.
    ///
    /// # Errors
    /// [`Error::Damaged`] if it cannot be read in the index, [`Error::Engine`] if the engine fails.
    pub fn hand_over(&self, given: &HandOver) -> Result<Totals> {
        let folder = self.lock.folder();
        let engine = |error| failed(folder, error);
        guarded(folder, || {
            let reader = self.engine.index().reader_builder().reload_policy(ReloadPolicy::Manual).try_into();
            let searcher = reader.map_err(engine)?.searcher();
            let query = TermQuery::new(Term::from_field_text(self.fields.file, &given.from), IndexRecordOption::Basic);
            let found = searcher.search(&query, &DocSetCollector).map_err(engine)?;
            let columns = Columns::open(&searcher).map_err(engine)?;
            let place = |at: DocAddress| (columns[at.segment_ord as usize].id(at.doc_id), at);
            let mut places: Vec<(PassageId, DocAddress)> = found.into_iter().map(place).collect();
            places.sort_unstable();
            let (mut feeder, mut totals, mut docs) = (self.feeder(), Totals::default(), BTreeSet::new());
            for (PassageId { ordinal, .. }, at) in places {
                let stored: TantivyDocument = searcher.doc(at).map_err(engine)?;
                let passage = passage_of(&stored, self.fields);
                let passage = passage
                    .map_err(|error| Error::Damaged { path: folder.to_owned(), flaw: Flaw::Said(error.to_string()) })?;
                let Some(doc) = given.name(&passage.doc) else { continue };
                totals.passages += 1;
                totals.tokens += feeder.add_again(passage, (&doc, &given.to), ordinal as usize)?;
                docs.insert(doc);
            }
            feeder.flush()?;
            totals.documents = docs.len() as u64;
            Ok(totals)
        })
    }
}

/// Removes parts of segments that the commit does not name; those that it names.
fn tidy(index: &Index, folder: &Path, commit: &IndexMeta) -> BTreeSet<String> {
    let names = parts::of(commit);
    // nobody opens a commit meanwhile; where that cannot be had, leftovers stay
    if let Ok(_opening) = index.directory().acquire_lock(&META_LOCK) {
        leftovers::remove_parts_but(folder, &names);
    }
    names
}

/// Feeds documents to a [`Writer`] from one thread.
pub struct Feeder<'a> {
    writer: &'a Writer,
    recorder: Recorder,
    gathered: Vec<Unadmitted>,
}

impl Feeder<'_> {
    /// Adds the passages of a document that comes from `file`, with its mentions; visible after the next commit.
    /// Tells how many terms they have.
    ///
    /// They may wait here for those of other documents: [`Feeder::flush`] sends them on.
    ///
    /// # Errors
    /// [`Error::Engine`] if the engine fails, for example on a full disk.
    pub fn add(&mut self, file: &str, document: &Document, division: &Division, mentions: &Mentions) -> Result<Tokens> {
        let (mut ordinal, mut tokens) = (0, Tokens::default());
        for run in division.passages.chunks(RUN) {
            if self.gathered.len() + run.len() > RUN {
                self.flush()?;
            }
            for passage in run {
                let begin = Written::begin(self.writer.fields);
                let record = self.recorder.record(file, document, &division.title, mentions, (ordinal, passage), begin);
                tokens += record.tokens;
                self.gathered.push(record);
                ordinal += 1;
            }
        }
        Ok(tokens)
    }

    /// Adds a passage that the index holds as one of another document and file.
    fn add_again(&mut self, passage: StoredPassage, of: (&str, &str), ordinal: usize) -> Result<Tokens> {
        if self.gathered.len() == RUN {
            self.flush()?;
        }
        let begin = Written::begin(self.writer.fields);
        let record = self.recorder.record_again(passage, of, ordinal, begin);
        let tokens = record.tokens;
        self.gathered.push(record);
        Ok(tokens)
    }

    /// Sends on what waits here.
    ///
    /// # Errors
    /// [`Error::Engine`] if the engine fails, for example on a full disk.
    pub fn flush(&mut self) -> Result<()> {
        let records = record::admit(&self.writer.gate, std::mem::take(&mut self.gathered));
        self.writer
            .engine
            .run(records.map(UserOperation::Add))
            .map_err(|error| failed(self.writer.lock.folder(), error))?;
        Ok(())
    }
}

impl Writing for Writer {
    fn usual_mode(&self) -> u32 {
        self.lock.usual_mode()
    }

    fn is_kept(&self) -> bool {
        access::is_narrower(&self.folder().join(META), self.usual_mode())
    }

    fn keep_from_others(&self) {
        self.lock.access().narrow();
    }

    fn is_damaged(&self) -> bool {
        is_damaged(self.folder())
    }

    fn clear(&self) -> Result<()> {
        self.engine.delete_all_documents().map_err(|error| failed(self.lock.folder(), error))?;
        Ok(())
    }

    fn commit(&mut self, manifest: &Manifest) -> Result<()> {
        let folder = self.lock.folder();
        let mut commit = self.engine.prepare_commit().map_err(|error| failed(folder, error))?;
        let payload = manifest.write(folder, commit.opstamp(), self.lock.access())?;
        commit.set_payload(&payload);
        commit.commit().map_err(|error| failed(folder, error))?;
        Manifest::remove_others(folder, Some(&payload));
        Ok(())
    }

    fn abandon(mut self: Box<Self>) -> Option<Error> {
        let cause = self.engine.prepare_commit().err().map(|error| failed(self.lock.folder(), error));
        // the failure that led here is told; a leftover file is removed by the next commit
        if self.engine.rollback().is_ok() {
            let _ = self.engine.garbage_collect_files().wait();
        }
        cause
    }

    fn finish(self: Box<Self>) -> Result<()> {
        let Self { engine: writer, lock, sums, .. } = *self;
        let folder = lock.folder();
        let engine = |error| failed(folder, error);
        let index = writer.index().clone();
        writer.garbage_collect_files().wait().map_err(engine)?;
        writer.wait_merging_threads().map_err(engine)?;
        check_merges(folder)?;
        let commit = index.load_metas().map_err(engine)?;
        let mut names = tidy(&index, folder, &commit);
        names.extend(COMMIT.map(str::to_owned));
        names.extend(Manifest::file_name(folder, commit.payload.as_deref()));
        sums.put(folder, &names, lock.access()).map_err(|error| Error::io(folder, error))?;
        lock.access().settle(folder, lock.usual_mode(), access::own_names().map(str::to_owned).chain(names));
        Ok(())
    }
}

impl Sink for Writer {
    fn feeder(&self) -> Box<dyn Feed + '_> {
        Box::new(self.feeder())
    }

    fn remove(&self, files: &[&String]) -> Result<()> {
        self.remove(files.iter().copied())
    }

    fn hand_over(&self, given: &HandOver) -> Result<Totals> {
        self.hand_over(given)
    }
}

impl Feed for Feeder<'_> {
    fn put(&mut self, file: &str, document: &Document, division: &Division, mentions: &Mentions) -> Result<Tokens> {
        self.add(file, document, division, mentions)
    }

    fn flush(&mut self) -> Result<()> {
        self.flush()
    }
}
