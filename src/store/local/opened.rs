//! A committed index in a folder, opened; and what its files tell.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{SystemTime, UNIX_EPOCH};

use tantivy::schema::TantivyDocument;
use tantivy::{DocAddress, Index, IndexReader, ReloadPolicy, Searcher, TantivyError};

use super::access;
use super::checksums::check;
use super::columns::Columns;
use super::failure::failed;
use super::files::META;
use super::folder::ReadFolder;
use super::guard::guarded;
use super::narrow::narrow;
use super::pairs::Pairs;
use super::parts;
use super::sample::Sample;
use super::schema::{self, Fields, with_tokenizers};
use super::space;
use super::statistics::Statistics;
use super::stored::passage_of;
use super::sums::Sums;
use crate::corpus::Digest;
use crate::error::{Error, Flaw, Result};
use crate::store::commit::Commit;
use crate::store::manifest::Manifest;
use crate::store::only::{Only, Renamed};
use crate::store::passage::StoredPassage;
use crate::store::snapshot::Head;
use crate::store::space::FieldSpace;

/// One commit of an index in a folder, open for reading.
pub(in crate::store) struct Local {
    folder: PathBuf,
    /// All of the index, whatever is wanted of it.
    index: Index,
    /// What names the commit.
    payload: Option<String>,
    /// The roots that alone are wanted.
    only: Option<Only>,
    /// The files that are known by other names than they are indexed by.
    pub(super) renamed: Renamed,
    head: Head,
    pub(super) fields: Fields,
    pub(super) statistics: Statistics,
    pub(super) pairs: Pairs,
    columns: OnceLock<Vec<Columns>>,
    sample: OnceLock<Sample>,
}

/// A writer may make this many commits while a reader opens one.
const MAX_TRIES: usize = 20;

impl Local {
    /// Opens the last commit of the index in `folder`: all of it, or what belongs to some roots alone.
    ///
    /// # Errors
    /// [`Error::NoIndex`], [`Error::OtherFormat`], [`Error::Damaged`], [`Error::Lost`], or [`Error::Io`].
    pub(in crate::store) fn open(folder: &Path, only: Option<&Only>) -> Result<Self> {
        let open = || {
            if folder.is_file() {
                return Err(Error::io(folder, io::ErrorKind::NotADirectory.into()));
            }
            if !parts::is_made(folder)? {
                return Err(Error::NoIndex { path: folder.to_owned() });
            }
            access::check(folder)?;
            guarded(folder, || Self::open_last(folder, only))
        };
        open().map_err(parts::with_remedy)
    }

    fn open_last(folder: &Path, only: Option<&Only>) -> Result<Self> {
        let engine = |error| failed(folder, error);
        let index = ReadFolder::open(folder).and_then(Index::open).map_err(engine)?;
        let index = with_tokenizers(index);
        let mut commit = index.load_metas().map_err(engine)?;
        if commit.payload.is_none() && commit.segments.is_empty() {
            return Err(Error::NoIndex { path: folder.to_owned() });
        }
        let mut tries = 0;
        loop {
            let whole = parts::expect(folder, &index, &commit);
            let opened = whole.and_then(|()| Self::open_commit(folder, &index, commit.payload.as_deref(), only));
            let now = index.load_metas().map_err(engine)?;
            tries += 1;
            // else a commit was made meanwhile, or segments were merged, and what was before may be gone in part
            if (&now.payload, parts::of(&now)) == (&commit.payload, parts::of(&commit)) || tries == MAX_TRIES {
                return opened;
            }
            commit = now;
        }
    }

    /// Opens the commit that has this payload.
    fn open_commit(folder: &Path, index: &Index, payload: Option<&str>, only: Option<&Only>) -> Result<Self> {
        let (mut totals, mut renamed) = (Manifest::totals_of(folder, payload)?, Renamed::default());
        let (mut roots, mut copies) = Manifest::read_head(folder, payload)?;
        if let Some(only) = only {
            let mut manifest = Manifest::read(folder, payload)?;
            renamed = only.narrow(&mut manifest);
            (totals, copies, roots) = (manifest.totals(), manifest.other_paths(), manifest.roots);
        }
        let engine = |error| failed(folder, error);
        let reader: tantivy::Result<IndexReader> =
            index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into();
        let mut searcher = reader.map_err(engine)?.searcher();
        let (_, fields) = schema::schema();
        if let Some(only) = only {
            searcher = narrow(folder, &searcher, &fields, (only, &renamed)).map_err(engine)?;
        }
        let head = Head { totals, passages: searcher.num_docs(), roots, copies };
        let statistics = Statistics::new(&searcher, fields, totals);
        let (pairs, columns, sample) = (Pairs::default(), OnceLock::new(), OnceLock::new());
        let (folder, index) = (folder.to_owned(), index.clone());
        let (payload, only) = (payload.map(str::to_owned), only.cloned());
        Ok(Self { folder, index, payload, only, renamed, head, fields, statistics, pairs, columns, sample })
    }

    pub(in crate::store) fn head(&self) -> &Head {
        &self.head
    }

    /// The engine's view of the commit.
    pub(super) fn searcher(&self) -> &Searcher {
        self.statistics.searcher()
    }

    /// The columns of each part of the index, in order.
    pub(super) fn columns(&self) -> tantivy::Result<&[Columns]> {
        if let Some(columns) = self.columns.get() {
            return Ok(columns);
        }
        let columns = Columns::open(self.searcher())?;
        Ok(self.columns.get_or_init(|| columns))
    }

    /// A sample of the passages.
    pub(super) fn sample(&self) -> tantivy::Result<&Sample> {
        if let Some(sample) = self.sample.get() {
            return Ok(sample);
        }
        let sample = Sample::draw(self.searcher(), self.fields.sample)?;
        Ok(self.sample.get_or_init(|| sample))
    }

    /// Reads one passage.
    pub(super) fn passage(&self, address: DocAddress) -> Result<StoredPassage> {
        let stored: TantivyDocument = self.searcher().doc(address).map_err(|error| self.failed(error))?;
        let passage = passage_of(&stored, self.fields);
        let passage = passage
            .map_err(|error| Error::Damaged { path: self.folder.clone(), flaw: Flaw::Said(error.to_string()) })?;
        let passage = self.renamed.passage(passage);
        Ok(StoredPassage { also: self.head.copies.of(&passage.doc, &passage.file), ..passage })
    }

    /// A failure of the engine, told with the folder.
    pub(super) fn failed(&self, error: TantivyError) -> Error {
        failed(&self.folder, error)
    }
}

impl Commit for Local {
    fn folder(&self) -> &Path {
        &self.folder
    }

    fn is_current(&self) -> bool {
        let last = ReadFolder::open(&self.folder).and_then(Index::open).and_then(|index| index.load_metas());
        last.is_ok_and(|last| last.payload == self.payload)
    }

    fn generation(&self) -> String {
        let named = Digest::of(self.payload.as_deref().unwrap_or_default().as_bytes()).to_string();
        named.chars().take(16).collect()
    }

    fn stamp(&self) -> Option<(u64, u64)> {
        let meta = fs::metadata(self.folder.join(META)).ok()?;
        let since = meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some((since.as_nanos() as u64, meta.len()))
    }

    fn written(&self) -> Option<SystemTime> {
        fs::metadata(self.folder.join(META)).and_then(|meta| meta.modified()).ok()
    }

    fn manifest(&self) -> Result<Manifest> {
        let payload = || Ok(self.index.load_metas().map_err(|error| self.failed(error))?.payload);
        let mut named = payload()?;
        let mut tries = 0;
        loop {
            let manifest = Manifest::read(&self.folder, named.as_deref());
            let now = payload()?;
            tries += 1;
            if now == named || tries == MAX_TRIES {
                let mut manifest = manifest?;
                if let Some(only) = &self.only {
                    only.narrow(&mut manifest);
                }
                return Ok(manifest);
            }
            named = now;
        }
    }

    fn check(&self) -> Result<(Vec<PathBuf>, bool)> {
        let mut damaged = check(&self.index).map_err(|error| self.failed(error))?;
        let differing = Sums::differing(&self.folder);
        let has_sums = differing.is_some();
        damaged.extend(differing.into_iter().flatten());
        damaged.sort();
        damaged.dedup();
        Ok((damaged, has_sums))
    }

    fn bytes(&self) -> Result<u64> {
        // the engine's own account reads into the files, which stumbles over damaged ones
        let commit = self.index.load_metas().map_err(|error| self.failed(error))?;
        Ok(parts::of(&commit)
            .into_iter()
            .filter_map(|file| fs::metadata(self.folder.join(file)).ok())
            .map(|file| file.len())
            .sum())
    }

    fn space(&self) -> Result<Vec<FieldSpace>> {
        space::fields(self.searcher()).map_err(|error| self.failed(error))
    }

    fn segments(&self) -> Result<(usize, BTreeMap<String, u64>)> {
        segments(&self.folder)
    }
}

/// How many segments the files in the folder of an index belong to, and their bytes by extension.
fn segments(folder: &Path) -> Result<(usize, BTreeMap<String, u64>)> {
    let failed = |error| Error::io(folder, error);
    let mut sizes = BTreeMap::new();
    let mut segments = BTreeSet::new();
    for entry in folder.read_dir().map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        let part = |part: Option<&std::ffi::OsStr>| part.and_then(|part| part.to_str()).unwrap_or_default().to_owned();
        let (stem, extension) = (part(path.file_stem()), part(path.extension()));
        let stem = stem.split('.').next().unwrap_or_default();
        if stem.len() == 32 && stem.bytes().all(|letter| letter.is_ascii_hexdigit()) {
            segments.insert(stem.to_owned());
            *sizes.entry(extension).or_default() += entry.metadata().map_err(failed)?.len();
        }
    }
    Ok((segments.len(), sizes))
}
