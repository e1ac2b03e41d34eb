//! A document number to the documents that it may mean, and all numbers of an index to a register.
//!
//! A number is not unique: documents are told apart by type, issuer and day of issue.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use crate::error::Result;
use crate::mention::number::{Fit, Number, NumberMention, Role};
use crate::query::{Notice, Piece};
use crate::search::{Lineage, lineage};
use crate::store::{DocumentName, NumberEntry, Reader, StoredPassage};

/// More ways of naming a number than this are not followed: those that fit best are.
const MAX_ENTRIES: usize = 512;

/// What documents do is looked up for so many candidates, those that fit best.
const MAX_LINEAGES: usize = 16;

/// More passages than this are not read.
const MAX_PASSAGES: usize = 20_000;

/// A document that a number may mean.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Its number as far as it is known.
    pub number: Number,
    /// The number as the papers write it.
    pub written: String,
    /// What it is about, where its head states it.
    pub subject: Option<String>,
    /// The province of its issuer, where it is told.
    pub province: Option<String>,
    /// How well it fits what was asked.
    pub fit: Fit,
    /// The day of issue, where any passage tells it.
    pub issued: Option<Date>,
    /// Where it is, or is issued, and where it is cited, by the days of the documents that do so.
    pub occurrences: Vec<Occurrence>,
    /// What it does to others and others to it, and when it is in force.
    pub lineage: Lineage,
}

/// Where a document is named.
#[derive(Clone, Debug)]
pub struct Occurrence {
    /// The id of the document that names it.
    pub doc: String,
    /// The title of that document, empty if it has none.
    pub title: String,
    /// The day of that document, where it is known.
    pub published: Option<Date>,
    /// The page of the line, from 1, where pages are known.
    pub page: Option<u32>,
    /// The line, from 1.
    pub line: u32,
    /// What that document does with it.
    pub role: Role,
    /// The passage.
    pub text: String,
    /// The mention in it, in bytes.
    pub span: Range<usize>,
}

/// The documents that `number` may mean, those that fit best first.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub fn candidates(reader: &Reader, number: &Number) -> Result<Vec<Candidate>> {
    let mut documents = fitting(reader, number)?;
    let ways: Vec<NumberEntry> = documents.iter().flat_map(|document| document.ways.clone()).collect();
    for passage in reader.naming(&ways, MAX_PASSAGES)? {
        add(&passage, &mut documents);
    }
    for document in &mut documents {
        document.occurrences.sort_by_key(|occurrence| occurrence.published.unwrap_or(Date::MAX));
    }
    let candidate = |document: Document| {
        let fits = document.ways.iter().filter_map(|way| number.fit(&way.number));
        let fit = fits.max().unwrap_or(Fit::Bare);
        let (written, subject) = (written(&document.ways), subject(&document.ways));
        let Document { number, issued, province, occurrences, .. } = document;
        let lineage = Lineage::default();
        Candidate { number, written, subject, province, fit, issued, occurrences, lineage }
    };
    let mut candidates: Vec<Candidate> = documents.into_iter().map(candidate).collect();
    candidates.sort_by_key(|candidate| {
        let held = candidate.occurrences.iter().any(|occurrence| occurrence.role != Role::Cites);
        Reverse((candidate.fit, held, candidate.occurrences.len()))
    });
    let names: Vec<String> = candidates.iter().map(|candidate| candidate.number.canonical()).collect();
    for (candidate, canonical) in candidates.iter_mut().zip(&names).take(MAX_LINEAGES) {
        let (province, issued) = (candidate.province.clone(), candidate.issued);
        let several = names.iter().filter(|name| *name == canonical).count() > 1;
        let document = DocumentName { canonical: canonical.clone(), province, issued };
        candidate.lineage = lineage(reader, &document, several)?;
    }
    Ok(candidates)
}

/// The documents that `number` may mean, with the ways in which they are named.
fn fitting(reader: &Reader, number: &Number) -> Result<Vec<Document>> {
    let entries = reader.numbers(Some(&number.number))?;
    let fit = number.fitter();
    let mut fitting: Vec<(Fit, NumberEntry)> =
        entries.into_iter().filter_map(|entry| Some((fit(&entry.number)?, entry))).collect();
    fitting.sort_by_key(|(fit, entry)| Reverse((*fit, entry.passages)));
    fitting.truncate(MAX_ENTRIES);
    Ok(told_apart(fitting.into_iter().map(|(_, entry)| entry).collect()))
}

/// A document that a number may mean, without all that names it.
#[derive(Clone, Debug)]
pub struct Known {
    /// Its number as far as it is known.
    pub number: Number,
    /// The number as the papers write it.
    pub written: String,
    /// What it is about, where its head states it.
    pub subject: Option<String>,
    /// How well it fits what was asked.
    pub fit: Fit,
    /// The day of issue, where any passage tells it.
    pub issued: Option<Date>,
    /// Whether a document of the index is it or issues it.
    pub held: bool,
    ways: Vec<NumberEntry>,
}

impl Known {
    /// How many passages name it.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
    pub fn passages(&self, reader: &Reader) -> Result<u64> {
        reader.count_naming(&self.ways)
    }

    /// The first of the passages that give it one of these roles, at most so many, each with where it is named.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
    pub fn named(&self, reader: &Reader, roles: &[Role], most: usize) -> Result<Vec<(StoredPassage, usize)>> {
        let ways: Vec<NumberEntry> = self.ways.iter().filter(|way| roles.contains(&way.role)).cloned().collect();
        if ways.is_empty() || most == 0 {
            return Ok(Vec::new());
        }
        let at = |passage: &StoredPassage| {
            let is_it = |mention: &&NumberMention| ways.iter().any(|way| way.is_of(mention));
            passage.mentions.numbers.iter().find(is_it).map_or(0, |mention| mention.range.start)
        };
        let passages = reader.naming(&ways, most)?;
        Ok(passages.into_iter().map(|passage| (at(&passage), passage)).map(|(at, passage)| (passage, at)).collect())
    }

    /// A passage that names it together with its day of issue, and where the number stands in it.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
    pub fn dated(&self, reader: &Reader) -> Result<Option<(StoredPassage, usize)>> {
        let mut ways = self.ways.clone();
        ways.retain(|way| way.issued.is_some() && way.issued == self.issued);
        Ok(Self { ways, ..self.clone() }.named(reader, &[Role::Head, Role::Issues, Role::Cites], 1)?.pop())
    }
}

/// The documents that `number` may mean, those that fit best first, without reading what names them.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub fn known(reader: &Reader, number: &Number) -> Result<Vec<Known>> {
    let of = |document: Document| {
        let fits = document.ways.iter().filter_map(|way| number.fit(&way.number));
        let fit = fits.max().unwrap_or(Fit::Bare);
        let (written, subject) = (written(&document.ways), subject(&document.ways));
        let Document { number, issued, ways, .. } = document;
        let held = ways.iter().any(|way| way.role != Role::Cites);
        Known { number, written, subject, fit, issued, held, ways }
    };
    let mut known: Vec<Known> = fitting(reader, number)?.into_iter().map(of).collect();
    known.sort_by_key(|each| Reverse((each.fit, each.held)));
    Ok(known)
}

/// A document and the ways in which it is named.
struct Document {
    number: Number,
    issued: Option<Date>,
    province: Option<String>,
    ways: Vec<NumberEntry>,
    occurrences: Vec<Occurrence>,
}

impl Document {
    fn name(&self) -> DocumentName {
        let (province, issued) = (self.province.clone(), self.issued);
        DocumentName { canonical: self.number.canonical(), province, issued }
    }
}

/// The day of issue that a head tells, else the one that most passages tell; of several the first.
fn issued(ways: &[NumberEntry]) -> Option<Date> {
    let mut told: BTreeMap<Date, (bool, u64)> = BTreeMap::new();
    for way in ways {
        if let Some(day) = way.issued {
            let told = told.entry(day).or_default();
            *told = (told.0 || way.role != Role::Cites, told.1 + way.passages);
        }
    }
    told.into_iter().rev().max_by_key(|(_, most)| *most).map(|(day, _)| day)
}

/// The documents that ways of naming the same digits mean: those that say little belong to the only
/// document that they fit, and are one of their own where several do.
fn told_apart(mut ways: Vec<NumberEntry>) -> Vec<Document> {
    ways.sort_by_cached_key(|way| (Reverse(fullness(way)), way.number.canonical(), way.issued, way.province.clone()));
    let few = ways.len() <= MAX_ENTRIES;
    let mut documents: Vec<Document> = Vec::new();
    for way in ways {
        match owner(&documents, &way, few) {
            Some(at) => {
                let document = &mut documents[at];
                document.province = document.province.take().or_else(|| way.province.clone());
                document.ways.push(way);
                document.issued = issued(&document.ways);
            }
            None => documents.push(Document {
                number: way.number.clone(),
                issued: way.issued,
                province: way.province.clone(),
                ways: vec![way],
                occurrences: Vec::new(),
            }),
        }
    }
    documents
}

/// The document that a way of naming belongs to; among many only one that says the same.
fn owner(documents: &[Document], way: &NumberEntry, few: bool) -> Option<usize> {
    if !few {
        let last = documents.len().checked_sub(1)?;
        let document = &documents[last];
        let same = document.number.fit(&way.number) == Some(Fit::Same);
        let same = same && document.issued == way.issued && document.province == way.province;
        return same.then_some(last);
    }
    let may_be = |document: &Document| {
        let days_differ = document.issued.zip(way.issued).is_some_and(|(one, two)| one != two);
        let days_differ = days_differ && !(document.number.issuer.is_some() && document.name().is_one());
        let provinces = document.province.as_ref().zip(way.province.as_ref());
        let differ = days_differ || provinces.is_some_and(|(one, two)| one != two);
        if differ { None } else { document.number.fit(&way.number) }
    };
    let fits = documents.iter().enumerate().filter_map(|(at, document)| Some((at, may_be(document)?)));
    let fits: Vec<(usize, Fit)> = fits.collect();
    match &fits[..] {
        [(only, _)] => Some(*only),
        several => {
            let equal = |(at, fit): &&(usize, Fit)| {
                let document = &documents[*at];
                *fit == Fit::Same && document.issued == way.issued && document.province == way.province
            };
            several.iter().find(equal).map(|(at, _)| *at)
        }
    }
}

/// How much a way of naming says.
fn fullness(entry: &NumberEntry) -> usize {
    let known = [entry.number.year.is_some(), entry.issued.is_some(), entry.province.is_some()];
    entry.number.key().parts.len() + known.into_iter().filter(|known| *known).count()
}

/// The subject that most heads state, of several the first in order.
fn subject(ways: &[NumberEntry]) -> Option<String> {
    let mut stated: BTreeMap<&str, u64> = BTreeMap::new();
    for way in ways {
        if let Some(subject) = &way.subject {
            *stated.entry(subject).or_default() += way.passages;
        }
    }
    let most = stated.into_iter().rev().max_by_key(|(_, passages)| *passages);
    most.map(|(subject, _)| subject.to_owned())
}

/// The spelling that most passages have, among those that have a symbol if any has; of several one with marks, the
/// first in order.
fn written(ways: &[NumberEntry]) -> String {
    let mut spellings: BTreeMap<&str, u64> = BTreeMap::new();
    for way in ways {
        *spellings.entry(&way.written).or_default() += way.passages;
    }
    let tells = |spelling: &str| spelling.contains(['/', '-']);
    let best = spellings
        .into_iter()
        .rev()
        .max_by_key(|(spelling, passages)| (tells(spelling), *passages, !spelling.is_ascii()));
    best.map(|(spelling, _)| spelling.to_owned()).unwrap_or_default()
}

fn add(passage: &StoredPassage, documents: &mut [Document]) {
    for mention in &passage.mentions.numbers {
        let is_it = |document: &&mut Document| document.ways.iter().any(|way| way.is_of(mention));
        let Some(document) = documents.iter_mut().find(is_it) else { continue };
        let line = passage.line_of(mention.range.start);
        document.occurrences.push(Occurrence {
            doc: passage.doc.clone(),
            title: passage.title.clone(),
            published: passage.mentions.published,
            page: passage.page_of(line),
            line,
            role: mention.role,
            text: passage.text.clone(),
            span: mention.range.clone(),
        });
    }
}

/// Which numbers a register lists.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// Only those of this type: its abbreviation or words.
    pub kind: Option<String>,
    /// Only those of an issuer whose symbol or words hold this.
    pub issuer: Option<String>,
    /// Only those issued on this day or later.
    pub from: Option<Date>,
    /// Only those issued on this day or earlier.
    pub to: Option<Date>,
}

/// A document in a register.
#[derive(Clone, Debug)]
pub struct RegisterEntry {
    /// Its number.
    pub number: Number,
    /// The number as the papers write it.
    pub written: String,
    /// What it is about, where its head states it.
    pub subject: Option<String>,
    /// The province of its issuer, where it is told.
    pub province: Option<String>,
    /// The day of issue, where any passage tells it.
    pub issued: Option<Date>,
    /// How many passages name it.
    pub passages: u64,
    /// Whether a document of the index is it or issues it.
    pub held: bool,
}

impl Register {
    /// What to say where no document is what it asks for; nothing where it asks for no more than the number.
    pub fn none(&self, number: Option<String>) -> Option<Notice> {
        let Self { kind, issuer, from, to } = self.clone();
        let issued = (from.is_some() || to.is_some()).then_some(Piece::Between { from, to });
        let asks = kind.is_some() || issuer.is_some() || issued.is_some();
        asks.then_some(Notice::NoneOf { number, kind, issuer, issued })
    }

    /// Whether a document is wanted.
    pub fn takes(&self, number: &Number, issued: Option<Date>) -> bool {
        self.kind.as_deref().is_none_or(|kind| number.is_of_type(kind))
            && self.issuer.as_deref().is_none_or(|issuer| number.is_issued_by(issuer))
            && self.from.is_none_or(|from| issued.is_some_and(|day| from <= day))
            && self.to.is_none_or(|to| issued.is_some_and(|day| day <= to))
    }
}

/// All numbered documents that the index names, by day of issue or year, those without either last.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub fn register(reader: &Reader, wanted: &Register) -> Result<Vec<RegisterEntry>> {
    let mut entries = reader.numbers(None)?;
    entries.sort_by(|a, b| a.number.number.cmp(&b.number.number));
    let mut listed: Vec<RegisterEntry> = Vec::new();
    for same in entries.chunk_by(|a, b| a.number.number == b.number.number) {
        let documents = told_apart(same.to_vec()).into_iter();
        for document in documents.filter(|document| wanted.takes(&document.number, document.issued)) {
            listed.push(RegisterEntry {
                written: written(&document.ways),
                subject: subject(&document.ways),
                province: document.province,
                number: document.number,
                issued: document.issued,
                // a passage may name it in several ways
                passages: reader.count_naming(&document.ways)?,
                held: document.ways.iter().any(|way| way.role != Role::Cites),
            });
        }
    }
    let year = |entry: &RegisterEntry| entry.issued.map(Date::year).or(entry.number.year.map(|year| year as i16));
    let order = |entry: &RegisterEntry| {
        let digits: u64 = entry.number.number.trim_end_matches(char::is_alphabetic).parse().unwrap_or(u64::MAX);
        (year(entry).unwrap_or(i16::MAX), entry.issued.unwrap_or(Date::MAX), digits, entry.number.canonical())
    };
    listed.sort_by_cached_key(order);
    Ok(listed)
}
