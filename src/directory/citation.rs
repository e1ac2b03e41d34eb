//! What a text names to what an index knows of it: each document number, person and impossible day.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use super::number::{Known, known};
use super::people::{exact, is_somebody};
use crate::error::Result;
use crate::mention::number::{Number, NumberMention, Role};
use crate::mention::person::{Likeness, NameKind, likeness};
use crate::mention::{DateMention, Mentions, PersonMention};
use crate::query::{NameFit, TypedName, bearers, typed_name};
use crate::search::{Lineage, lineage};
use crate::store::{DocumentName, PersonEntry, Reader, StoredPassage};

/// More that may be meant by one name or number than these are not told.
const MAX_MEANT: usize = 5;

/// No more lines lie between a number and its day.
const MAX_LINES: u32 = 3;

/// What a text names, wherever it does.
#[derive(Clone, Debug)]
pub struct Citation {
    /// Where it is named, in bytes of the text, in order.
    pub ranges: Vec<Range<usize>>,
    /// What is named.
    pub cited: Cited,
    /// The day of issue that the text tells of a document.
    pub issued: Option<Date>,
    /// What the index knows of it.
    pub knowledge: Knowledge,
    /// What may be meant, or is near where nothing is known: the first few, the best first.
    pub meant: Vec<Meant>,
}

impl Citation {
    /// Whether whoever wrote the text should look at it again.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        let is_odd = |meant: &Meant| meant.is_other_day || meant.is_over();
        match self.knowledge {
            Knowledge::Found | Knowledge::CitedOnly => self.meant.first().is_some_and(is_odd),
            Knowledge::Ambiguous | Knowledge::Unknown | Knowledge::Impossible => true,
        }
    }
}

/// What a text names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cited {
    /// A document by its number, in one spelling.
    Number(String),
    /// A person by name.
    Person(String),
    /// A day that does not exist.
    Day,
}

/// What an index knows of what a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knowledge {
    /// One, and the index holds it.
    Found,
    /// Several may be meant.
    Ambiguous,
    /// One document, which others cite and the index does not hold.
    CitedOnly,
    /// Nothing.
    Unknown,
    /// There is no such day.
    Impossible,
}

impl Knowledge {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Ambiguous => "ambiguous",
            Self::CitedOnly => "cited_only",
            Self::Unknown => "unknown",
            Self::Impossible => "impossible",
        }
    }
}

/// A document or person that may be meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    /// The number as the papers write it, or the name.
    pub name: String,
    /// The number as far as it is known.
    pub number: Option<Number>,
    /// What the document is about, where its head states it.
    pub subject: Option<String>,
    /// Its day of issue, where any passage tells it.
    pub issued: Option<Date>,
    /// Whether the text names another day.
    pub is_other_day: bool,
    /// What tells its day, where the text names another.
    pub telling: Option<Sighted>,
    /// Whether the index holds the document, or one that tells of its issue; whether it names the person.
    pub held: bool,
    /// How many passages name it.
    pub passages: u64,
    /// Where it is or is issued, else where it is named first.
    pub place: Option<Sighted>,
    /// Where it is cited first.
    pub citations: Vec<Sighted>,
    /// What ended the time in which the document was in force; nothing where several documents have its number.
    pub end: Lineage,
}

impl Meant {
    /// Whether the document is no longer in force, as far as the documents of the index tell.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.end.now().state.is_over()
    }
}

/// Where something is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sighted {
    /// The id of the document.
    pub doc: String,
    /// The line, from 1.
    pub line: u32,
    /// The page of the line, from 1, where pages are known.
    pub page: Option<u32>,
    /// What the line says.
    pub text: String,
}

impl Sighted {
    /// The line of a passage that holds this byte of its text, a number, and what follows up to the first day behind it.
    fn with_day((passage, at): (StoredPassage, usize)) -> Self {
        let behind = passage.mentions.dates.iter().find(|date| date.range.start >= at);
        let end = behind.map_or(at, |date| date.range.end);
        let lines = passage.line_of(end).saturating_sub(passage.line_of(at)).min(MAX_LINES) as usize;
        let first = passage.line_of(at).saturating_sub(passage.lines.0) as usize;
        let told: Vec<&str> = passage.text.split('\n').skip(first).take(lines + 1).map(str::trim).collect();
        let text = told.join(" ");
        Self { text, ..Self::of(passage, at) }
    }

    /// The line of a passage that holds this byte of its text.
    fn of(passage: StoredPassage, at: usize) -> Self {
        let line = passage.line_of(at);
        let above = line.saturating_sub(passage.lines.0) as usize;
        let text = passage.text.split('\n').nth(above).unwrap_or_default().to_owned();
        Self { page: passage.page_of(line), line, text, doc: passage.doc }
    }
}

/// What a text names, in order of where it is named first, each looked up once, the first `most` of it; and whether there
/// is more. `mentions` are those of the whole text.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub fn citations(reader: &Reader, mentions: &Mentions, most: usize) -> Result<(Vec<Citation>, bool)> {
    let mut found: Vec<Citation> = Vec::new();
    let mut seen: BTreeMap<(Cited, Option<Date>), usize> = BTreeMap::new();
    let mut is_more = false;
    for mention in in_order(mentions) {
        let (named, range) = (mention.named(), mention.range());
        let known = seen.get(&named).filter(|_| named.0 != Cited::Day);
        if let Some(citation) = known.and_then(|at| found.get_mut(*at)) {
            citation.ranges.push(range.clone());
        } else if found.len() == most {
            is_more = true;
        } else {
            let (knowledge, meant) = mention.look_up(reader)?;
            let (cited, issued) = named.clone();
            seen.insert(named, found.len());
            found.push(Citation { ranges: vec![range.clone()], cited, issued, knowledge, meant });
        }
    }
    Ok((found, is_more))
}

/// What may be known or not.
#[derive(Clone, Copy)]
enum Naming<'a> {
    Number(&'a NumberMention),
    Person(&'a PersonMention),
    Day(&'a DateMention),
}

/// All that may be known or not, in order of the text.
fn in_order(mentions: &Mentions) -> Vec<Naming<'_>> {
    let days = mentions.dates.iter().filter(|mention| !mention.valid);
    let people = mentions.people.iter().map(Naming::Person);
    let mut all: Vec<Naming<'_>> = mentions.numbers.iter().map(Naming::Number).collect();
    all.extend(people.chain(days.map(Naming::Day)));
    all.sort_by_key(|naming| naming.range().start);
    all
}

impl<'a> Naming<'a> {
    fn range(self) -> &'a Range<usize> {
        match self {
            Self::Number(mention) => &mention.range,
            Self::Person(mention) => &mention.range,
            Self::Day(mention) => &mention.range,
        }
    }

    /// What is named; a document on the day that the text tells of it.
    fn named(self) -> (Cited, Option<Date>) {
        match self {
            Self::Number(mention) => (Cited::Number(mention.number.canonical()), mention.issued),
            Self::Person(mention) => (Cited::Person(mention.name.clone()), None),
            Self::Day(_) => (Cited::Day, None),
        }
    }

    fn look_up(self, reader: &Reader) -> Result<(Knowledge, Vec<Meant>)> {
        match self {
            Self::Number(mention) => documents(reader, &mention.number, mention.issued, 0),
            Self::Person(mention) => person(reader, mention),
            Self::Day(_) => Ok((Knowledge::Impossible, Vec::new())),
        }
    }
}

/// What is known of a number, and of what it may mean, with so many passages that cite each.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub fn knowledge(reader: &Reader, asked: &Number, citations: usize) -> Result<(Knowledge, Vec<Meant>)> {
    documents(reader, asked, None, citations)
}

fn documents(reader: &Reader, asked: &Number, day: Option<Date>, citations: usize) -> Result<(Knowledge, Vec<Meant>)> {
    let mut all = known(reader, asked)?;
    // numbers begin anew each year
    let year = asked.year.and_then(|year| i16::try_from(year).ok()).or(day.map(Date::year));
    all.retain(|each| year.zip(each.issued).is_none_or(|(year, issued)| year == issued.year()));
    let best = all.iter().map(|each| each.fit).max();
    all.retain(|each| Some(each.fit) == best);
    if day.is_some() && all.iter().any(|each| each.issued == day) {
        all.retain(|each| each.issued == day);
    }
    let knowledge = match &all[..] {
        [] => Knowledge::Unknown,
        [one] if one.held => Knowledge::Found,
        [_] => Knowledge::CitedOnly,
        _ => Knowledge::Ambiguous,
    };
    let sighted = |(passage, at)| Sighted::of(passage, at);
    let numbers: Vec<String> = all.iter().map(|each| each.number.canonical()).collect();
    let is_alone = |number: &str| numbers.iter().filter(|other| *other == number).count() == 1;
    let meant = |each: Known| {
        let cited = each.named(reader, &[Role::Cites], citations.max(usize::from(!each.held)))?;
        let mut cited: Vec<Sighted> = cited.into_iter().map(sighted).collect();
        let own = each.named(reader, &[Role::Head], 1)?.pop();
        let own = own.map_or_else(|| Ok(each.named(reader, &[Role::Issues], 1)?.pop()), |own| Result::Ok(Some(own)))?;
        let place = own.map(sighted).or_else(|| cited.first().cloned());
        cited.truncate(citations);
        let is_other_day = day.zip(each.issued).is_some_and(|(told, issued)| told != issued);
        let telling = if is_other_day { each.dated(reader)?.map(Sighted::with_day) } else { None };
        let passages = each.passages(reader)?;
        // of several documents of one number it is not known which is meant
        let document = DocumentName { canonical: each.number.canonical(), province: None, issued: each.issued };
        let end = is_alone(&document.canonical).then(|| lineage(reader, &document, false)).transpose()?;
        let end = end.unwrap_or_default().ends();
        let Known { number, written, subject, issued, held, .. } = each;
        let (name, number) = (written, Some(number));
        Ok(Meant { name, number, subject, issued, is_other_day, telling, held, passages, place, citations: cited, end })
    };
    Ok((knowledge, all.into_iter().take(MAX_MEANT).map(meant).collect::<Result<_>>()?))
}

fn person(reader: &Reader, mention: &PersonMention) -> Result<(Knowledge, Vec<Meant>)> {
    let Some(mut name) = typed_name(&mention.name) else { return Ok((Knowledge::Unknown, Vec::new())) };
    name.name.short = mention.kind == NameKind::Unresolved;
    let mut all = people(reader, &name)?;
    let least = if name.name.short { NameFit::Given } else { NameFit::Short };
    // a name in a text has its marks, or none
    let is_spelt = |entries: &[PersonEntry]| {
        name.name.short || entries.iter().any(|entry| likeness(&mention.name, entry.shown()) > Likeness::Slip)
    };
    let is_known = all.iter().any(|(fit, entries)| *fit >= least && is_spelt(entries));
    if is_known {
        let best = all.iter().map(|(fit, _)| *fit).max();
        all.retain(|(fit, _)| Some(*fit) == best);
    }
    let knowledge = match (is_known, all.len()) {
        (false, _) => Knowledge::Unknown,
        (true, 1) => Knowledge::Found,
        (true, _) => Knowledge::Ambiguous,
    };
    let meant = |(_, entries): &(NameFit, Vec<PersonEntry>)| {
        let name = entries.first().map(|entry| entry.name.clone()).unwrap_or_default();
        let key = exact(&name);
        let place = reader.telling_of(entries, &[], 1)?.pop().map(|passage| {
            let all = passage.mentions.people.iter().chain(&passage.mentions.possible);
            let at = all.filter(|mention| exact(&mention.name) == key).map(|mention| mention.range.start).min();
            Sighted::of(passage, at.unwrap_or_default())
        });
        Ok(Meant { held: true, passages: reader.count_people(entries)?, name, place, ..Meant::default() })
    };
    Ok((knowledge, all.iter().take(MAX_MEANT).map(meant).collect::<Result<_>>()?))
}

/// Those who may bear a name, each with how well and with all that names them so, the best first.
fn people(reader: &Reader, name: &TypedName) -> Result<Vec<(NameFit, Vec<PersonEntry>)>> {
    let mut people: Vec<(String, NameFit, Vec<PersonEntry>)> = Vec::new();
    for (fit, entry) in reader.guarded(|| bearers(name, reader))? {
        if !is_somebody(&entry) {
            continue;
        }
        let key = exact(&entry.name);
        match people.iter_mut().find(|(known, of, _)| *known == key && *of == fit) {
            Some((.., entries)) => entries.push(entry),
            None => people.push((key, fit, vec![entry])),
        }
    }
    Ok(people.into_iter().map(|(_, fit, entries)| (fit, entries)).collect())
}
