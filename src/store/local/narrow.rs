//! A commit to the same without what is not wanted: the engine is shown other lists of what is deleted, and so whatever
//! is asked of it counts for nothing else, as after a run that took the rest out. Nothing is written to the folder.

use std::io;
use std::path::Path;
use std::sync::Arc;

use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, ManagedDirectory, RamDirectory, TerminatingWrite, WatchCallback,
    WatchHandle, WritePtr,
};
use tantivy::fastfield::write_alive_bitset;
use tantivy::index::SegmentComponent;
use tantivy::postings::TermInfo;
use tantivy::schema::IndexRecordOption;
use tantivy::{BitSet, DocSet, Index, InvertedIndexReader, ReloadPolicy, Searcher, SegmentReader, TERMINATED};

use super::files::META;
use super::folder::ReadFolder;
use super::schema::{Fields, with_tokenizers};
use crate::store::only::{Only, Renamed};

/// Tells the lists that are made here from those of the engine, whose numbers begin at 0.
const NARROWED: u64 = u64::MAX;

/// What is searched, without the passages of files that belong to other roots.
///
/// # Errors
/// The index cannot be read, or another commit was made meanwhile.
pub(super) fn narrow(
    path: &Path,
    searcher: &Searcher,
    fields: &Fields,
    (only, renamed): (&Only, &Renamed),
) -> tantivy::Result<Searcher> {
    let mut commit = searcher.index().load_metas()?;
    let lists = RamDirectory::create();
    let writing = ManagedDirectory::wrap(Box::new(lists.clone()))?;
    let mut segments = Vec::with_capacity(commit.segments.len());
    for segment in commit.segments {
        let opened = searcher.segment_readers().iter().find(|opened| opened.segment_id() == segment.id());
        let gone = || OpenReadError::FileDoesNotExist(segment.relative_path(SegmentComponent::Store));
        let opened = opened.ok_or_else(gone)?;
        let living = living(opened, fields, only, renamed)?;
        let others = opened.max_doc().saturating_sub(living.len() as u32);
        // one that nothing is wanted of would only be looked through
        if living.len() == 0 {
            continue;
        }
        let segment = if others == 0 { segment } else { segment.with_delete_meta(others, NARROWED) };
        if others > 0 {
            let mut list = writing.open_write(&segment.relative_path(SegmentComponent::Delete))?;
            write_alive_bitset(&living, &mut list)?;
            list.terminate()?;
        }
        segments.push(segment);
    }
    commit.segments = segments;
    let meta = serde_json::to_vec(&commit).map_err(io::Error::from)?;
    let folder = NarrowFolder { folder: ReadFolder::open(path)?, meta: meta.into(), lists };
    let index = with_tokenizers(Index::open(folder)?);
    Ok(index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?.searcher())
}

/// The passages of a segment that belong to the roots that are wanted.
fn living(segment: &SegmentReader, fields: &Fields, only: &Only, renamed: &Renamed) -> tantivy::Result<BitSet> {
    let (index, alive) = (segment.inverted_index(fields.file)?, segment.alive_bitset());
    let documents = segment.inverted_index(fields.doc)?;
    let mut living = BitSet::with_max_value(segment.max_doc());
    let mut take = |index: &InvertedIndexReader, term: &TermInfo| -> tantivy::Result<()> {
        let mut passages = index.read_postings_from_terminfo(term, IndexRecordOption::Basic)?;
        while passages.doc() != TERMINATED {
            if alive.is_none_or(|alive| alive.is_alive(passages.doc())) {
                living.insert(passages.doc());
            }
            passages.advance();
        }
        Ok(())
    };
    for root in only.roots() {
        // a 0 comes right behind a /
        let (first, behind) = (format!("{root}/"), format!("{root}0"));
        let mut files = index.terms().range().ge(first).lt(behind).into_stream()?;
        while files.advance() {
            take(&index, files.value())?;
        }
    }
    for file in renamed.files() {
        if let Some(term) = index.terms().get(file)? {
            take(&index, &term)?;
        }
        if let Some(term) = documents.terms().get(file)? {
            take(&documents, &term)?;
        }
    }
    Ok(living)
}

/// A folder with a commit and lists of what is deleted that are not in it.
#[derive(Clone, Debug)]
struct NarrowFolder {
    folder: ReadFolder,
    meta: Arc<[u8]>,
    lists: RamDirectory,
}

impl Directory for NarrowFolder {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        if self.lists.exists(path)? { self.lists.get_file_handle(path) } else { self.folder.get_file_handle(path) }
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(self.lists.exists(path)? || self.folder.exists(path)?)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        if path == Path::new(META) { Ok(self.meta.to_vec()) } else { self.folder.atomic_read(path) }
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        self.folder.acquire_lock(lock)
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.folder.watch(callback)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.folder.delete(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.folder.open_write(path)
    }

    fn atomic_write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.folder.atomic_write(path, bytes)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.folder.sync_directory()
    }
}
