//! A committed index to its passages, terms and figures. Never writes.

use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tantivy::collector::DocSetCollector;
use tantivy::query::{AllQuery, Query, TermQuery, TermSetQuery};
use tantivy::schema::{Field, IndexRecordOption, TantivyDocument, Value};
use tantivy::{DocAddress, Index, IndexReader, ReloadPolicy, Searcher, Term};

use super::checksums::check;
use super::columns::Columns;
use super::folder::ReadFolder;
use super::guard::guarded;
use super::parts;
use super::sample::Sample;
use super::schema::{self, Fields, with_tokenizers};
use super::space::{self, FieldSpace};
use super::statistics::Statistics;
use crate::analysis::fold;
use crate::error::{Error, Result};
use crate::mention::Mentions;
use crate::mention::date::DateMention;
use crate::store::abbreviations::{AbbreviationEntry, long_forms};
use crate::store::access;
use crate::store::copies::Copies;
use crate::store::dates::DateTerms;
use crate::store::manifest::Manifest;
use crate::store::names::{NameMatch, WantedName};
use crate::store::numbers::{NumberEntry, NumberTerms, entries as number_entries};
use crate::store::people::{Named, OfficeEntry, PersonEntry, offices, people};
use crate::store::roots::Roots;
use crate::store::sums::Sums;

/// A passage as the index keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredPassage {
    /// The document's id.
    pub doc: String,
    /// The path of the file that the document comes from.
    pub file: String,
    /// The document's title, empty if it has none.
    pub title: String,
    /// The headings above the passage, outermost first.
    pub section: Vec<String>,
    /// First and last line in the decoded source, from 1.
    pub lines: (u32, u32),
    /// The page of its first line, and each other that starts in it with its first line, both from
    /// 1: line, page. Empty where pages are not known.
    pub pages: Vec<(u32, u32)>,
    /// The passage, as it stands in the decoded source.
    pub text: String,
    /// The mentions in it, as the whole document shows them; their ranges are bytes of the text.
    pub mentions: Mentions,
    /// Other documents that hold the same and are not indexed again; for a line of JSON Lines the
    /// other files.
    pub also: Vec<String>,
}

impl StoredPassage {
    /// The page on which a line (from 1) of the passage begins, from 1; `None` where pages are not
    /// known.
    pub fn page_of(&self, line: u32) -> Option<u32> {
        let later = self.pages.partition_point(|&(first, _)| first <= line);
        self.pages[..later].last().map(|&(_, page)| page)
    }

    /// The line of the source in which a byte of the text stands, from 1.
    pub fn line_of(&self, offset: usize) -> u32 {
        let before = &self.text.as_bytes()[..offset.min(self.text.len())];
        self.lines.0.saturating_add(before.iter().filter(|&&byte| byte == b'\n').count() as u32)
    }
}

/// How the files of an index compare with their checksums.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// Those that are missing or differ.
    pub damaged: Vec<PathBuf>,
    /// Whether the last run has noted checksums of all; else only the engine's own were looked at.
    pub has_sums: bool,
}

/// One commit of an index, open for reading.
pub struct Reader {
    folder: PathBuf,
    searcher: Searcher,
    fields: Fields,
    statistics: Statistics,
    roots: Roots,
    copies: Copies,
    columns: OnceLock<Vec<Columns>>,
    sample: OnceLock<Sample>,
}

/// Of more passages than these nobody asks which documents they belong to.
const MAX_LOOKED_AT: usize = 10_000;

/// A writer may make this many commits while a reader opens one.
const MAX_TRIES: usize = 20;

impl Reader {
    /// Opens the last commit of the index in `folder`.
    ///
    /// # Errors
    /// [`Error::NoIndex`], [`Error::OtherFormat`], [`Error::Damaged`], [`Error::Lost`], or [`Error::Io`].
    pub fn open(folder: &Path) -> Result<Self> {
        let open = || {
            if !parts::is_made(folder)? {
                return Err(Error::NoIndex { path: folder.to_owned() });
            }
            access::check(folder)?;
            guarded(folder, || Self::open_last(folder))
        };
        open().map_err(parts::with_remedy)
    }

    fn open_last(folder: &Path) -> Result<Self> {
        let engine = |error| Error::engine(folder, error);
        let index = ReadFolder::open(folder).and_then(Index::open).map_err(engine)?;
        let index = with_tokenizers(index);
        let mut commit = index.load_metas().map_err(engine)?;
        if commit.payload.is_none() && commit.segments.is_empty() {
            return Err(Error::NoIndex { path: folder.to_owned() });
        }
        let mut tries = 0;
        loop {
            let whole = parts::expect(folder, &index, &commit);
            let opened = whole.and_then(|()| Self::open_commit(folder, &index, commit.payload.as_deref()));
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
    fn open_commit(folder: &Path, index: &Index, payload: Option<&str>) -> Result<Self> {
        let totals = Manifest::totals_of(folder, payload)?;
        let (roots, copies) = Manifest::read_head(folder, payload)?;
        let reader: tantivy::Result<IndexReader> =
            index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into();
        let searcher = reader.map_err(|error| Error::engine(folder, error))?.searcher();
        let (_, fields) = schema::schema();
        let statistics = Statistics::new(&searcher, fields, totals);
        let (columns, sample) = (OnceLock::new(), OnceLock::new());
        Ok(Self { folder: folder.to_owned(), searcher, fields, statistics, roots, copies, columns, sample })
    }

    /// The folder of the index.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The engine's view of the commit.
    pub(crate) fn searcher(&self) -> &Searcher {
        &self.searcher
    }

    /// How often terms stand in what the commit holds.
    pub(crate) fn statistics(&self) -> &Statistics {
        &self.statistics
    }

    /// The columns of each part of the index, in order.
    pub(crate) fn columns(&self) -> Result<&[Columns]> {
        if let Some(columns) = self.columns.get() {
            return Ok(columns);
        }
        let columns = Columns::open(&self.searcher).map_err(|error| self.engine(error))?;
        Ok(self.columns.get_or_init(|| columns))
    }

    /// A sample of the passages.
    pub(crate) fn sample(&self) -> tantivy::Result<&Sample> {
        if let Some(sample) = self.sample.get() {
            return Ok(sample);
        }
        let sample = Sample::draw(&self.searcher, self.fields.sample)?;
        Ok(self.sample.get_or_init(|| sample))
    }

    /// The fields of the index.
    pub(crate) fn fields(&self) -> &Fields {
        &self.fields
    }

    /// The files and folders that the index was made from.
    pub fn roots(&self) -> &Roots {
        &self.roots
    }

    /// Files that hold the same as an indexed one.
    pub fn copies(&self) -> &Copies {
        &self.copies
    }

    /// How many documents the index holds.
    pub fn documents(&self) -> u64 {
        self.statistics.totals().documents
    }

    /// How many passages the index holds.
    pub fn passages(&self) -> u64 {
        self.statistics.passages()
    }

    /// The files that the index was made from.
    ///
    /// # Errors
    /// [`Error::Damaged`] if the manifest cannot be read.
    pub fn manifest(&self) -> Result<Manifest> {
        let payload = || Ok(self.searcher.index().load_metas().map_err(|error| self.engine(error))?.payload);
        let mut named = payload()?;
        let mut tries = 0;
        loop {
            let manifest = Manifest::read(&self.folder, named.as_deref());
            let now = payload()?;
            tries += 1;
            if now == named || tries == MAX_TRIES {
                return manifest;
            }
            named = now;
        }
    }

    /// Reads one passage.
    ///
    /// # Errors
    /// [`Error::Damaged`] if it cannot be read.
    pub(crate) fn passage(&self, address: DocAddress) -> Result<StoredPassage> {
        let stored: TantivyDocument = self.searcher.doc(address).map_err(|error| self.engine(error))?;
        let text = |field| stored.get_first(field).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
        let lines = stored.get_first(self.fields.lines).and_then(|value| value.as_u64()).unwrap_or_default();
        let mentions = stored.get_first(self.fields.mentions).and_then(|value| value.as_bytes());
        let mentions = mentions.map_or(Ok(Mentions::default()), postcard::from_bytes);
        let (doc, file) = (text(self.fields.doc), text(self.fields.file));
        Ok(StoredPassage {
            also: self.copies.of(&doc, &file),
            doc,
            file,
            title: text(self.fields.title),
            section: stored
                .get_all(self.fields.section)
                .filter_map(|value| value.as_str())
                .map(str::to_owned)
                .collect(),
            lines: ((lines >> 32) as u32, lines as u32),
            pages: stored
                .get_all(self.fields.pages)
                .filter_map(|value| value.as_u64())
                .map(|packed| (packed as u32, (packed >> 32) as u32))
                .collect(),
            text: text(self.fields.text),
            mentions: mentions
                .map_err(|error| Error::Damaged { path: self.folder.clone(), reason: error.to_string() })?,
        })
    }

    /// What the index says of the documents with these digits, or of all, in order of the digits.
    ///
    /// # Errors
    /// [`Error::Damaged`] if the terms cannot be read.
    pub fn numbers(&self, digits: Option<&str>) -> Result<Vec<NumberEntry>> {
        let first = digits.map_or(NumberTerms::All, NumberTerms::Digits);
        self.guarded(|| {
            let found = number_entries(&self.statistics, self.fields.numbers, first, usize::MAX);
            found.map(|(entries, _)| entries).map_err(|error| self.engine(error))
        })
    }

    /// The passages that say any of this, in order of document and line; at most `limit`.
    ///
    /// # Errors
    /// [`Error::Damaged`] if they cannot be read.
    pub fn naming(&self, entries: &[NumberEntry], limit: usize) -> Result<Vec<StoredPassage>> {
        let terms = entries.iter().map(|entry| entry.term(self.fields.numbers));
        self.passages_of(&TermSetQuery::new(terms), limit)
    }

    /// The people of the index, in order of their names without diacritics; the same person comes once
    /// for each way of naming.
    ///
    /// # Errors
    /// [`Error::Damaged`] if the terms cannot be read.
    pub fn people(&self) -> Result<Vec<PersonEntry>> {
        self.guarded(|| {
            let found = people(&self.statistics, self.fields.people, Named::Anyone, usize::MAX, |_| true);
            found.map(|(people, _)| people).map_err(|error| self.engine(error))
        })
    }

    /// All ways in which passages name who bears this name, or one of the same letters without diacritics.
    ///
    /// # Errors
    /// [`Error::Damaged`] if the terms cannot be read.
    pub fn people_named(&self, name: &str) -> Result<Vec<PersonEntry>> {
        let name = fold(name);
        self.guarded(|| {
            let found = people(&self.statistics, self.fields.people, Named::Whole(&name), usize::MAX, |_| true);
            found.map(|(people, _)| people).map_err(|error| self.engine(error))
        })
    }

    /// How many passages name any of these people so.
    ///
    /// # Errors
    /// [`Error::Damaged`] if they cannot be counted.
    pub fn count_people(&self, entries: &[PersonEntry]) -> Result<u64> {
        self.count_any(entries.iter().map(|entry| entry.term(self.fields.people)))
    }

    /// How many passages tell of any of these offices.
    ///
    /// # Errors
    /// [`Error::Damaged`] if they cannot be counted.
    pub fn count_offices(&self, entries: &[OfficeEntry]) -> Result<u64> {
        self.count_any(entries.iter().map(|entry| entry.term(self.fields.people)))
    }

    fn count_any(&self, terms: impl Iterator<Item = Term>) -> Result<u64> {
        let terms: Vec<Term> = terms.collect();
        self.guarded(|| self.statistics.any_freq(&terms).map_err(|error| self.engine(error)))
    }

    /// The offices of people whose name without diacritics begins with this, or of all.
    ///
    /// # Errors
    /// [`Error::Damaged`] if the terms cannot be read.
    pub fn offices(&self, first: &str) -> Result<Vec<OfficeEntry>> {
        self.guarded(|| offices(&self.statistics, self.fields.people, first).map_err(|error| self.engine(error)))
    }

    /// The passages that name any of these people so, in order of document and line; at most `limit`.
    ///
    /// # Errors
    /// [`Error::Damaged`] if they cannot be read.
    pub fn naming_people(&self, entries: &[PersonEntry], limit: usize) -> Result<Vec<StoredPassage>> {
        let terms = entries.iter().map(|entry| entry.term(self.fields.people));
        self.passages_of(&TermSetQuery::new(terms), limit)
    }

    /// The passages that name a time which overlaps this, in order of document and line; at most `limit`.
    ///
    /// # Errors
    /// [`Error::Damaged`] if they cannot be read.
    pub fn overlapping(&self, period: &DateMention, limit: usize) -> Result<Vec<StoredPassage>> {
        let terms = DateTerms::of(period);
        let terms = terms.iter().map(|term| Term::from_field_text(self.fields.dates, term));
        self.passages_of(&TermSetQuery::new(terms), limit)
    }

    /// All short forms that the documents define, most often defined first.
    ///
    /// # Errors
    /// [`Error::Damaged`] if the terms cannot be read.
    pub fn abbreviations(&self) -> Result<Vec<AbbreviationEntry>> {
        self.guarded(|| {
            long_forms(&self.statistics, self.fields.abbreviations, None).map_err(|error| self.engine(error))
        })
    }

    /// All passages, in order of document and line; at most `limit`.
    ///
    /// # Errors
    /// [`Error::Damaged`] if they cannot be read.
    pub fn all_passages(&self, limit: usize) -> Result<Vec<StoredPassage>> {
        self.passages_of(&AllQuery, limit)
    }

    /// The passages that a query finds, in order of document and line; at most `limit`.
    fn passages_of(&self, query: &dyn Query, limit: usize) -> Result<Vec<StoredPassage>> {
        self.guarded(|| self.fetch(query, limit))
    }

    fn fetch(&self, query: &dyn Query, limit: usize) -> Result<Vec<StoredPassage>> {
        let addresses = self.searcher.search(query, &DocSetCollector).map_err(|error| self.engine(error))?;
        let columns = self.columns()?;
        let order = |at: DocAddress| (columns[at.segment_ord as usize].order(at.doc_id), at);
        let mut found: Vec<((u64, u64), DocAddress)> = addresses.into_iter().map(order).collect();
        if found.len() > limit {
            // in whatever segments they lie, the same are left out
            found.sort_unstable();
            found.truncate(limit);
        }
        // neighbors are stored together
        found.sort_unstable_by_key(|(_, at)| *at);
        let read = |((_, ordinal), at)| Ok((self.passage(at)?, ordinal));
        let mut passages = found.into_iter().map(read).collect::<Result<Vec<(StoredPassage, u64)>>>()?;
        passages.sort_by(|(a, one), (b, two)| (&a.doc, &a.file, a.lines, one).cmp(&(&b.doc, &b.file, b.lines, two)));
        Ok(passages.into_iter().map(|(passage, _)| passage).collect())
    }

    /// All passages of the document with this id, in order, of all files that have one; none if there is none.
    ///
    /// # Errors
    /// [`Error::Damaged`] if they cannot be read.
    pub fn document(&self, id: &str) -> Result<Vec<StoredPassage>> {
        let term = Term::from_field_text(self.fields.doc, id);
        self.passages_of(&TermQuery::new(term, IndexRecordOption::Basic), usize::MAX)
    }

    /// The ids of the documents that `name` may mean: of those that it fits best, at most `limit`, in order.
    ///
    /// It may be an id, a path from the current folder or on the disk, the end of one behind a `/`, or any part of an
    /// id, as it is written or without diacritics and case. The name of a file of several documents means all.
    ///
    /// # Errors
    /// [`Error::Damaged`] if the names cannot be read.
    pub fn find_documents(&self, name: &str, limit: usize) -> Result<Vec<String>> {
        self.guarded(|| self.find_ids(name, limit))
    }

    fn find_ids(&self, name: &str, limit: usize) -> Result<Vec<String>> {
        let wanted = WantedName::new(name, &self.roots);
        let docs = self.best_names(self.fields.doc, &wanted, limit)?;
        if docs.first().is_some_and(|(fit, _)| fit.is_whole()) {
            return Ok(docs.into_iter().map(|(_, id)| id).collect());
        }
        let files = self.best_names(self.fields.file, &wanted, limit)?;
        let files = files.into_iter().filter(|(fit, _)| fit.is_whole());
        let files: Vec<Term> = files.map(|(_, file)| Term::from_field_text(self.fields.file, &file)).collect();
        if files.is_empty() {
            return Ok(docs.into_iter().map(|(_, id)| id).collect());
        }
        let passages = self.fetch(&TermSetQuery::new(files), MAX_LOOKED_AT)?;
        let ids: BTreeSet<String> = passages.into_iter().map(|passage| passage.doc).collect();
        Ok(ids.into_iter().take(limit).collect())
    }

    /// The names in a field that fit best, with how well they do.
    fn best_names(&self, field: Field, wanted: &WantedName, limit: usize) -> Result<Vec<(NameMatch, String)>> {
        let mut found: BTreeSet<(NameMatch, String)> = BTreeSet::new();
        let looked = self.statistics.each_term(field, "", |id, standing| {
            let others = self.copies.names(id).filter_map(|other| wanted.fit(&other));
            let best = found.first().map(|(best, _)| *best);
            let fit = others.chain(wanted.fit(id)).min().filter(|fit| best.is_none_or(|best| *fit <= best));
            if let Some(fit) = fit
                && standing.is_held()?
            {
                found.insert((fit, id.to_owned()));
                if found.len() > limit.max(1) {
                    found.pop_last();
                }
            }
            Ok(ControlFlow::Continue(()))
        });
        looked.map_err(|error| self.engine(error))?;
        let best = found.first().map(|(fit, _)| *fit);
        Ok(found.into_iter().filter(|(fit, _)| Some(*fit) == best).collect())
    }

    /// Compares every file of the index with its checksums, the engine's and ours.
    ///
    /// # Errors
    /// [`Error::Damaged`] if a file cannot be read at all.
    pub fn check(&self) -> Result<Check> {
        let mut damaged = check(self.searcher.index()).map_err(|error| self.engine(error))?;
        let differing = Sums::differing(&self.folder);
        let has_sums = differing.is_some();
        damaged.extend(differing.into_iter().flatten());
        damaged.sort();
        damaged.dedup();
        Ok(Check { damaged, has_sums })
    }

    /// The size of the index on disk, in bytes.
    ///
    /// # Errors
    /// [`Error::Damaged`] if the commit cannot be read.
    pub fn bytes(&self) -> Result<u64> {
        // the engine's own account reads into the files, which stumbles over damaged ones
        let commit = self.searcher.index().load_metas().map_err(|error| self.engine(error))?;
        Ok(parts::of(&commit)
            .into_iter()
            .filter_map(|file| fs::metadata(self.folder.join(file)).ok())
            .map(|file| file.len())
            .sum())
    }

    /// What each field takes on disk, the largest first.
    ///
    /// # Errors
    /// [`Error::Damaged`] if the files cannot be read.
    pub fn space(&self) -> Result<Vec<FieldSpace>> {
        self.guarded(|| space::fields(&self.searcher).map_err(|error| self.engine(error)))
    }

    /// Runs what calls the engine: its panic over a damaged file is [`Error::Damaged`].
    ///
    /// # Errors
    /// Those of the call, and [`Error::Damaged`].
    pub(crate) fn guarded<T>(&self, call: impl FnOnce() -> Result<T>) -> Result<T> {
        guarded(&self.folder, call)
    }

    /// A failure of the engine, told with the folder.
    pub(crate) fn engine(&self, error: tantivy::TantivyError) -> Error {
        Error::engine(&self.folder, error)
    }
}

/// Whether a folder holds an index of this program, of whatever format.
pub fn is_index(folder: &Path) -> bool {
    Manifest::is_in(folder)
}
