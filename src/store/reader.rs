//! A committed index to its passages, terms and figures. Never writes.

mod named;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::abbreviations::{AbbreviationEntry, long_forms};
use super::clause::Clause;
#[cfg(feature = "cluster")]
use super::cluster::Cluster;
use super::commit::Commit;
use super::copies::Copies;
use super::dates::overlapping;
use super::field::Field;
use super::health::Health;
use super::local::{Local, guarded};
use super::manifest::Manifest;
use super::numbers::{NumberEntry, NumberTerms, entries as number_entries};
use super::only::Only;
use super::passage::{Handle, PassageId, StoredPassage};
use super::people::{Named, OfficeEntry, PersonEntry, offices, people};
use super::place::is_address;
use super::relations::{Bound, Said, bounds, saying};
use super::roots::Roots;
use super::snapshot::{Asked, Head, Held, Snapshot};
use super::space::FieldSpace;
use super::term::{Term, any_term};
use crate::analysis::fold;
#[cfg(not(feature = "cluster"))]
use crate::error::ClusterFault;
#[cfg(not(feature = "cluster"))]
use crate::error::Error;
use crate::error::Result;
use crate::mention::date::DateMention;

/// How the files of an index compare with their checksums.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// Those that are missing or differ.
    pub damaged: Vec<PathBuf>,
    /// Whether the last run has noted checksums of all; else only the engine's own were looked at.
    pub has_sums: bool,
}

/// Passages in order of document and line.
pub(crate) fn in_order(mut held: Vec<Held>) -> Vec<StoredPassage> {
    held.sort_by(|Held { passage: a, id: one, .. }, Held { passage: b, id: two, .. }| {
        (&a.doc, &a.file, a.lines, one.ordinal).cmp(&(&b.doc, &b.file, b.lines, two.ordinal))
    });
    held.into_iter().map(|held| held.passage).collect()
}

/// One commit of an index, open for reading.
pub struct Reader(Box<dyn Commit>);

/// Passages that are handed on one by one are read so many at a time.
const READ_TOGETHER: usize = 500;

impl Reader {
    /// Opens the last commit of the index in `folder`.
    ///
    /// # Errors
    /// [`Error::NoIndex`], [`Error::OtherFormat`], [`Error::Damaged`], [`Error::Lost`], or [`Error::Io`].
    ///
    /// [`Error::NoIndex`]: crate::error::Error::NoIndex
    /// [`Error::OtherFormat`]: crate::error::Error::OtherFormat
    /// [`Error::Damaged`]: crate::error::Error::Damaged
    /// [`Error::Lost`]: crate::error::Error::Lost
    /// [`Error::Io`]: crate::error::Error::Io
    pub fn open(folder: &Path) -> Result<Self> {
        Self::open_only(folder, None)
    }

    /// Opens what belongs to some roots in the last commit of the index in `folder`, as if there were nothing else.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn open_only(folder: &Path, only: Option<&Only>) -> Result<Self> {
        if !is_address(folder) {
            return Local::open(folder, only).map(|opened| Self(Box::new(opened)));
        }
        #[cfg(feature = "cluster")]
        return Cluster::open(folder, only).map(|opened| Self(Box::new(opened)));
        #[cfg(not(feature = "cluster"))]
        Err(Error::Cluster { path: folder.to_owned(), fault: ClusterFault::Without })
    }

    /// The folder of the index.
    pub fn folder(&self) -> &Path {
        self.0.folder()
    }

    /// The commit, as it is asked.
    pub(crate) fn snapshot(&self) -> &dyn Snapshot {
        &*self.0
    }

    fn head(&self) -> &Head {
        self.0.head()
    }

    /// Whether the last commit in the folder is this one; not where that cannot be told.
    pub(crate) fn is_current(&self) -> bool {
        self.0.is_current()
    }

    /// What tells cheaply whether another commit may have been made; nothing where that cannot be told.
    #[cfg(feature = "server")]
    pub(crate) fn stamp(&self) -> Option<(u64, u64)> {
        self.0.stamp()
    }

    /// What tells this commit from every other.
    pub(crate) fn generation(&self) -> String {
        self.0.generation()
    }

    /// Whether the text is Vietnamese: then a quarter of the passages hold a word that most of them do.
    #[cfg(feature = "cli")]
    pub(crate) fn is_vietnamese(&self) -> Result<bool> {
        const FREQUENT: [&str; 5] = ["cua", "duoc", "nguoi", "nhung", "trong"];
        let bounds = FREQUENT.map(|word| Term::new(Field::Folded, word)).to_vec();
        let told = self.snapshot().statistics(&Asked { bounds, ..Asked::default() })?;
        let most = told.bounds.into_iter().max().unwrap_or(0);
        Ok(most > 0 && most * 4 >= self.passages())
    }

    /// The files and folders that the index was made from.
    pub fn roots(&self) -> &Roots {
        &self.head().roots
    }

    /// Files that hold the same as an indexed one.
    pub fn copies(&self) -> &Copies {
        &self.head().copies
    }

    /// How many documents the index holds.
    pub fn documents(&self) -> u64 {
        self.head().totals.documents
    }

    /// How many passages the index holds.
    pub fn passages(&self) -> u64 {
        self.head().passages
    }

    /// The files that the index was made from.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the manifest cannot be read.
    pub fn manifest(&self) -> Result<Manifest> {
        self.0.manifest()
    }

    /// What the index says of the documents with these digits, or of all, in order of the digits.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the terms cannot be read.
    pub fn numbers(&self, digits: Option<&str>) -> Result<Vec<NumberEntry>> {
        let first = digits.map_or(NumberTerms::All, NumberTerms::Digits);
        self.guarded(|| Ok(number_entries(&self.snapshot(), first, usize::MAX)?.0))
    }

    /// The passages that say any of this, in order of document and line; at most `limit`.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if they cannot be read.
    pub fn naming(&self, entries: &[NumberEntry], limit: usize) -> Result<Vec<StoredPassage>> {
        self.passages_of(&Clause::AnyOf(entries.iter().map(NumberEntry::term).collect()), limit)
    }

    /// The passages that say something of a document of this name, in order of document and line; at most `limit`.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if they cannot be read.
    pub(crate) fn saying(&self, name: &str, chosen: &[Said], limit: usize) -> Result<Vec<StoredPassage>> {
        Ok(self.saying_each(&[name], chosen, limit)?.pop().unwrap_or_default())
    }

    /// The same of several documents, by one question.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if they cannot be read.
    pub(crate) fn saying_each(&self, names: &[&str], chosen: &[Said], limit: usize) -> Result<Vec<Vec<StoredPassage>>> {
        self.guarded(|| {
            let clause = |name: &&str| Ok((Clause::AnyOf(saying(&self.snapshot(), name, chosen)?), limit));
            let clauses = names.iter().map(clause).collect::<Result<Vec<_>>>()?;
            Ok(self.snapshot().holding(&clauses)?.into_iter().map(in_order).collect())
        })
    }

    /// What is told of the time in which documents of this number are in force as a whole.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the terms cannot be read.
    pub(crate) fn bounds(&self, canonical: &str) -> Result<Vec<Bound>> {
        self.guarded(|| bounds(&self.snapshot(), Some(canonical)))
    }

    /// The passages that say any of this, in order of document and line; at most `limit`.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if they cannot be read.
    pub(crate) fn bounding(&self, bounds: &[Bound], limit: usize) -> Result<Vec<StoredPassage>> {
        self.holding(&Clause::AnyOf(bounds.iter().map(Bound::term).collect()), limit)
    }

    /// The passages that a clause finds, in order of document and line; at most `limit`.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if they cannot be read.
    pub(crate) fn holding(&self, clause: &Clause, limit: usize) -> Result<Vec<StoredPassage>> {
        self.passages_of(clause, limit)
    }

    /// The people of the index, in order of their names without diacritics; the same person comes once
    /// for each way of naming.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the terms cannot be read.
    pub fn people(&self) -> Result<Vec<PersonEntry>> {
        self.guarded(|| Ok(people(&self.snapshot(), Named::Anyone, usize::MAX, &any_term)?.0))
    }

    /// All ways in which passages name who bears this name, or one of the same letters without diacritics.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the terms cannot be read.
    pub fn people_named(&self, name: &str) -> Result<Vec<PersonEntry>> {
        let name = fold(name);
        self.guarded(|| Ok(people(&self.snapshot(), Named::Whole(&name), usize::MAX, &any_term)?.0))
    }

    /// How many passages say any of this.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if they cannot be counted.
    pub fn count_naming(&self, entries: &[NumberEntry]) -> Result<u64> {
        match entries {
            [] => Ok(0),
            [only] => Ok(only.passages),
            _ => self.count_any(entries.iter().map(NumberEntry::term).collect()),
        }
    }

    /// How many passages name any of these people so.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if they cannot be counted.
    pub fn count_people(&self, entries: &[PersonEntry]) -> Result<u64> {
        self.count_any(entries.iter().map(PersonEntry::term).collect())
    }

    /// How many passages tell of any of these offices.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if they cannot be counted.
    pub fn count_offices(&self, entries: &[OfficeEntry]) -> Result<u64> {
        self.count_any(entries.iter().map(OfficeEntry::term).collect())
    }

    fn count_any(&self, terms: Vec<Term>) -> Result<u64> {
        let asked = Asked { holding: vec![(Clause::AnyOf(terms), u64::MAX)], ..Asked::default() };
        self.guarded(|| Ok(self.snapshot().statistics(&asked)?.holding.first().copied().unwrap_or_default()))
    }

    /// The offices of people whose name without diacritics begins with this, or of all.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the terms cannot be read.
    pub fn offices(&self, first: &str) -> Result<Vec<OfficeEntry>> {
        self.guarded(|| offices(&self.snapshot(), first))
    }

    /// The passages that name any of these people so or give any of these offices, in order of document and line; at most
    /// `limit`.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if they cannot be read.
    pub fn telling_of(
        &self,
        people: &[PersonEntry],
        offices: &[OfficeEntry],
        limit: usize,
    ) -> Result<Vec<StoredPassage>> {
        let terms = people.iter().map(PersonEntry::term).chain(offices.iter().map(OfficeEntry::term));
        self.passages_of(&Clause::AnyOf(terms.collect()), limit)
    }

    /// The passages that name a time which overlaps this, in order of document and line; at most `limit`.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if they cannot be read.
    pub fn overlapping(&self, period: &DateMention, limit: usize) -> Result<Vec<StoredPassage>> {
        self.passages_of(&overlapping(period), limit)
    }

    /// All short forms that the documents define, most often defined first.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the terms cannot be read.
    pub fn abbreviations(&self) -> Result<Vec<AbbreviationEntry>> {
        self.guarded(|| long_forms(&self.snapshot(), None))
    }

    /// Hands on the passages that a clause finds, one by one as they are read, in the order in which they lie; at most
    /// `limit`, and whether there are more: those are left out that come last in order of their ids.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if they cannot be read.
    pub(crate) fn each(
        &self,
        clause: &Clause,
        limit: usize,
        mut each: impl FnMut(PassageId, &StoredPassage),
    ) -> Result<bool> {
        self.guarded(|| {
            let snapshot = self.snapshot();
            let (found, more) = snapshot.all(clause, limit)?;
            for some in found.chunks(READ_TOGETHER) {
                let handles: Vec<Handle> = some.iter().map(|(handle, _)| *handle).collect();
                let passages = snapshot.stored(&handles)?;
                some.iter().zip(&passages).for_each(|((_, id), passage)| each(*id, passage));
            }
            Ok(more)
        })
    }

    /// The passages that a clause finds, in order of document and line; at most `limit`.
    fn passages_of(&self, clause: &Clause, limit: usize) -> Result<Vec<StoredPassage>> {
        self.guarded(|| self.fetch(clause, limit))
    }

    fn fetch(&self, clause: &Clause, limit: usize) -> Result<Vec<StoredPassage>> {
        let held = self.snapshot().holding(&[(clause.clone(), limit)])?.pop().unwrap_or_default();
        Ok(in_order(held))
    }

    /// All passages of the document with this id, in order, of all files that have one; none if there is none.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if they cannot be read.
    pub fn document(&self, id: &str) -> Result<Vec<StoredPassage>> {
        self.passages_of(&Clause::AnyOf(vec![Term::new(Field::Doc, id)]), usize::MAX)
    }

    /// Compares every file of the index with its checksums, the engine's and ours.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if a file cannot be read at all.
    pub fn check(&self) -> Result<Check> {
        let (damaged, has_sums) = self.0.check()?;
        Ok(Check { damaged, has_sums })
    }

    /// When the commit was made, if that is known.
    pub(crate) fn written(&self) -> Option<SystemTime> {
        self.0.written()
    }

    /// How many segments the index consists of, and bytes by the kind of file.
    pub(crate) fn segments(&self) -> Result<(usize, BTreeMap<String, u64>)> {
        self.0.segments()
    }

    /// The size of the index on disk, in bytes.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the commit cannot be read.
    pub fn bytes(&self) -> Result<u64> {
        self.0.bytes()
    }

    /// How a cluster holds the index; nothing of one in a folder, nor where the cluster does not tell the user.
    ///
    /// # Errors
    /// Those of a cluster that does not answer.
    pub(crate) fn health(&self) -> Result<Option<Health>> {
        self.0.health()
    }

    /// What each field takes on disk, the largest first.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the files cannot be read.
    pub fn space(&self) -> Result<Vec<FieldSpace>> {
        self.guarded(|| self.0.space())
    }

    /// Runs what calls the engine: its panic over a damaged file is [`Error::Damaged`].
    ///
    /// # Errors
    /// Those of the call, and [`Error::Damaged`](crate::error::Error::Damaged).
    pub(crate) fn guarded<T>(&self, call: impl FnOnce() -> Result<T>) -> Result<T> {
        guarded(self.folder(), call)
    }
}

/// The roots that the last commit at a place tells of, also one that cannot be read otherwise.
///
/// # Errors
/// A cluster that does not answer.
pub fn last_roots(place: &Path) -> Result<Roots> {
    #[cfg(feature = "cluster")]
    if is_address(place) {
        return Cluster::last_roots(place);
    }
    Ok(Manifest::last_roots(place))
}

/// Whether a folder holds an index of this program, of whatever format; one in a cluster, if it can be opened.
pub fn is_index(folder: &Path) -> bool {
    if is_address(folder) { Reader::open(folder).is_ok() } else { Manifest::is_in(folder) }
}
