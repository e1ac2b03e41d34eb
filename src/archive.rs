//! An index in a folder to all that can be asked of it: the face of the library.
//!
//! An [`Archive`] answers from one commit until it is told to [`reload`](Archive::reload), and goes on answering
//! while it does.

mod abbreviation;
mod composition;
mod document;
mod extract;
mod number;
mod original;
mod person;
#[cfg(feature = "cli")]
mod query;
mod status;

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

pub use abbreviation::Abbreviation;
pub use composition::Composition;
#[cfg(feature = "cli")]
pub(crate) use document::split;
pub use document::{Document, DocumentFound, Line};
pub use extract::{EachExtracted, Extracted};
pub use number::{KnownNumber, Numbered};
pub use original::Original;
pub use person::{NamedPeople, read_name};
pub use status::Status;

use crate::corpus::{self, Limits, Manner, Unreadable};
use crate::directory::{self, Citation, Listed, Moment, Register, RegisterEntry, Roll, Timeline};
use crate::error::{Error, Result};
use crate::ingest::{self, Job, Progress, Summary, Text};
use crate::mention::Mentions;
use crate::query::Notice;
#[cfg(feature = "cli")]
use crate::query::Understood;
use crate::search::{self, Answer, Request, StoredPassage};
pub use crate::store::{Check, FieldSpace, Health, Root, Roots, Whole};
#[cfg(all(feature = "cli", feature = "cluster"))]
pub(crate) use crate::store::{Connection, connect, missing, template};
use crate::store::{Only, Reader, is_index};

/// An index and what answers from it.
///
/// It is cheap to clone, and its clones share what is open: any number of threads may ask at once, one of them may
/// bring the index up to date meanwhile. What one call returns is of one commit.
#[derive(Clone)]
pub struct Archive {
    folder: Arc<PathBuf>,
    /// The roots of which alone is told.
    only: Option<Arc<Only>>,
    /// The commit that answers; nothing before the first question.
    open: Arc<RwLock<Option<Arc<Reader>>>>,
}

impl Archive {
    /// The archive whose index lies in `folder`, whether it is made yet or not: [`update`](Self::update) makes it.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: Arc::new(folder.into()), only: None, open: Arc::default() }
    }

    /// Opens the last commit of the index in `folder`.
    ///
    /// # Errors
    /// [`Error::NoIndex`], [`Error::OtherFormat`], [`Error::Damaged`], [`Error::Lost`], or [`Error::Io`].
    pub fn open(folder: impl Into<PathBuf>) -> Result<Self> {
        let archive = Self::at(folder);
        archive.reader()?;
        Ok(archive)
    }

    /// Whether most of the text is Vietnamese; not where the index cannot be opened.
    #[cfg(feature = "cli")]
    pub(crate) fn is_vietnamese(&self) -> bool {
        self.reader().and_then(|reader| reader.is_vietnamese()).unwrap_or(false)
    }

    /// The folder of the index.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether the folder holds an index, of whatever format.
    #[must_use]
    pub fn is_made(&self) -> bool {
        is_index(&self.folder)
    }

    /// The commit that answers, which is opened where none is yet.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub(crate) fn reader(&self) -> Result<Arc<Reader>> {
        let open = || self.open.read().unwrap_or_else(PoisonError::into_inner).clone();
        match open() {
            Some(reader) => Ok(reader),
            None => self.open_last(),
        }
    }

    /// Opens the last commit beside the one that answers meanwhile, and takes it.
    fn open_last(&self) -> Result<Arc<Reader>> {
        let reader = Arc::new(Reader::open_only(&self.folder, self.only.as_deref())?);
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&reader));
        Ok(reader)
    }

    /// Takes the newest commit, if another was made since; whether there was one. Whoever asks meanwhile is answered
    /// from the commit before, and so it stays where the newest cannot be opened.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn reload(&self) -> Result<bool> {
        let known = self.open.read().unwrap_or_else(PoisonError::into_inner).clone();
        if known.is_some_and(|reader| reader.is_current()) {
            return Ok(false);
        }
        self.open_last().map(|_| true)
    }

    /// What tells cheaply whether another commit than that which answers may have been made; nothing where that cannot be
    /// told.
    #[cfg(feature = "server")]
    pub(crate) fn stamp(&self) -> Option<(u64, u64)> {
        self.reader().ok()?.stamp()
    }

    /// An archive that stays with the commit which answers now, whatever others reload: all that it is asked is of one
    /// commit.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn pinned(&self) -> Result<Self> {
        let open = Arc::new(RwLock::new(Some(self.reader()?)));
        Ok(Self { folder: Arc::clone(&self.folder), only: self.only.clone(), open })
    }

    /// An archive of what belongs to some roots, by their names or places, as if the index held nothing else: no
    /// document, name, number, count or path of another is told. What it is asked to do with the index, as
    /// [`update`](Self::update), it does with all of it.
    ///
    /// # Errors
    /// [`Error::NoRoot`], and those of [`open`](Self::open).
    pub fn only(&self, roots: &[PathBuf]) -> Result<Self> {
        let reader = self.reader()?;
        let name = |root: &PathBuf| reader.roots().named(root).ok_or_else(|| Error::NoRoot { path: root.clone() });
        let names = roots.iter().map(name).collect::<Result<Vec<_>>>()?;
        Ok(Self { folder: Arc::clone(&self.folder), only: Some(Arc::new(Only::new(names))), open: Arc::default() })
    }

    /// What tells the commit that answers from every other: letters and digits.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn generation(&self) -> Result<String> {
        Ok(self.reader()?.generation())
    }

    /// Brings the index up to date with files and folders, in one commit, and answers from that.
    ///
    /// # Errors
    /// [`Error::Busy`] while another process writes, and those of what `job` asks for; the index then stands as it was
    /// before.
    pub fn update(&self, job: &Job, progress: &dyn Progress) -> Result<Summary> {
        let summary = ingest::ingest(&self.folder, job, progress)?;
        self.follow()?;
        Ok(summary)
    }

    /// Puts texts that lie in no file into the index, in one commit, and answers from that. One with the id of another
    /// takes its place. They stay until they are [taken out](Self::remove) or the index is built anew from its files.
    ///
    /// # Errors
    /// [`Error::Busy`] while another process writes, and those of an index that cannot be written; it then stands as it
    /// was before.
    pub fn add(&self, texts: &[Text]) -> Result<()> {
        self.put(texts, &[])
    }

    /// Takes texts that were [added](Self::add) out of the index, by their ids; those that it does not hold are passed
    /// over.
    ///
    /// # Errors
    /// Those of [`add`](Self::add).
    pub fn remove(&self, ids: &[&str]) -> Result<()> {
        self.put(&[], ids)
    }

    fn put(&self, texts: &[Text], gone: &[&str]) -> Result<()> {
        ingest::put(&self.folder, texts, gone)?;
        self.follow()
    }

    /// Takes the newest commit, if one was taken before.
    fn follow(&self) -> Result<()> {
        let is_open = self.open.read().unwrap_or_else(PoisonError::into_inner).is_some();
        if is_open { self.reload().map(drop) } else { Ok(()) }
    }

    /// The files and folders that the index was made from: of the commit that answers, else of the last one, also where
    /// that cannot be read otherwise; none if there is no index.
    ///
    /// # Errors
    /// [`Error::Lost`] if there is an index and nothing tells them.
    pub fn roots(&self) -> Result<Roots> {
        let open = self.open.read().unwrap_or_else(PoisonError::into_inner).clone();
        open.map_or_else(|| ingest::roots(&self.folder), |reader| Ok(reader.roots().clone()))
    }

    /// Whether the index holds anything of these paths, as they are typed or by the names of roots.
    #[must_use]
    pub fn knows(&self, paths: &[PathBuf]) -> bool {
        ingest::knows(&self.folder, paths)
    }

    /// Whether nothing of these paths is there, nor was when it was indexed: whoever names them has mistyped.
    #[must_use]
    pub fn lacks(&self, paths: &[PathBuf]) -> bool {
        let is_there = |path: &PathBuf| path.exists() || corpus::why_closed(path).is_some();
        !paths.is_empty() && !paths.iter().any(is_there) && !self.knows(paths)
    }

    /// The passages that answer a request, ranked.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn search(&self, request: &Request) -> Result<Answer> {
        search::search(&*self.reader()?, request)
    }

    /// The document that a name means: an id, a path, the end of either, any part that only one has, perhaps with a
    /// line behind a colon.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn document(&self, name: &str) -> Result<DocumentFound> {
        document::find(&*self.reader()?, name)
    }

    /// The passages of the document with this id, in order; none if there is no such document.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn passages(&self, doc: &str) -> Result<Vec<StoredPassage>> {
        self.reader()?.document(doc)
    }

    /// The bytes of a file of the index, by its id, if they are still those that were indexed: a regular file that lies
    /// in its root, of so many bytes at most.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn original(&self, file: &str, max_bytes: u64) -> Result<Original> {
        original::read(&*self.reader()?, file, max_bytes)
    }

    /// How many documents and passages the index holds.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn size(&self) -> Result<(u64, u64)> {
        let reader = self.reader()?;
        Ok((reader.documents(), reader.passages()))
    }

    /// The documents behind a number as it is typed, of those that `among` takes, with every passage that names them;
    /// nothing where it is no document number.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn number(&self, typed: &str, among: &Register) -> Result<Option<Numbered>> {
        number::find(&*self.reader()?, typed, among)
    }

    /// What is known of the documents behind a number as it is typed, with so many passages that cite each, without
    /// reading all that names them; nothing where it is no document number.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn knowledge(&self, typed: &str, citations: usize) -> Result<Option<KnownNumber>> {
        number::knowledge(&*self.reader()?, typed, citations)
    }

    /// Each document number, person and impossible day that a text names, with what is known of it, the first `most` of
    /// them; and whether there are more. `mentions` are those of the text.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn citations(&self, mentions: &Mentions, most: usize) -> Result<(Vec<Citation>, bool)> {
        directory::citations(&*self.reader()?, mentions, most)
    }

    /// The register of all document numbers.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn numbers(&self, wanted: &Register) -> Result<Vec<RegisterEntry>> {
        directory::register(&*self.reader()?, wanted)
    }

    /// Those who bear a name as it is typed, with every passage that names them, in order of time; nothing where it
    /// is no name.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn person(&self, typed: &str) -> Result<Option<NamedPeople>> {
        person::find(&*self.reader()?, typed)
    }

    /// The roll of all people.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn people(&self, wanted: &Roll) -> Result<Vec<Listed>> {
        directory::roll(&*self.reader()?, wanted)
    }

    /// Events and times in order, undated events last, and what to know of the query.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn timeline(&self, wanted: &Timeline) -> Result<(Vec<Moment>, Vec<Notice>)> {
        directory::timeline(&*self.reader()?, wanted)
    }

    /// The short forms that the documents define, most often defined first; those of one short or long form together
    /// with what a table of common ones says of it.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn abbreviations(&self, form: Option<&str>) -> Result<Vec<Abbreviation>> {
        abbreviation::find(&*self.reader()?, form)
    }

    /// All that files and folders mention, document by document as they are read, without an index. An unreadable file
    /// is told and costs no other.
    pub fn extract(paths: &[PathBuf], manner: &Manner, limits: &Limits, each: &mut EachExtracted<'_>) {
        // an early end is what `each` wanted
        let _ = extract::files(paths, manner, limits, each);
    }

    /// All that a plain text mentions whose bytes lie in no file, known by `id`.
    ///
    /// # Errors
    /// The bytes are binary or in no encoding that is known.
    pub fn extract_bytes(id: &str, bytes: Vec<u8>, manner: &Manner) -> std::result::Result<Vec<Extracted>, Unreadable> {
        extract::bytes(id, bytes, manner)
    }

    /// What is understood of a query and what is run for it; of the query alone where there is no index.
    ///
    /// # Errors
    /// Those of [`open`](Self::open) but [`Error::NoIndex`].
    #[cfg(feature = "cli")]
    pub(crate) fn understand(&self, query: &str) -> Result<Understood> {
        match self.reader() {
            Ok(reader) => query::understand(&reader, query),
            Err(Error::NoIndex { .. }) => Ok(query::understand_alone(query)),
            Err(error) => Err(error),
        }
    }

    /// What the index holds, how old it is, and which of its files have changed since.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn status(&self) -> Result<Status> {
        Status::of(&*self.reader()?)
    }

    /// Compares every file of the index with its checksum.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn check(&self) -> Result<Check> {
        self.reader()?.check()
    }

    /// What the index is made of.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn composition(&self) -> Result<Composition> {
        Composition::of(&*self.reader()?)
    }

    /// What each field of the index takes on disk, the largest first.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn space(&self) -> Result<Vec<FieldSpace>> {
        self.reader()?.space()
    }
}
