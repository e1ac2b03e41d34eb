//! An index to the people that it names: a roll of all, and what is said of one.
//!
//! Names that differ in tone placement or case alone are one; all others stay apart and are offered
//! as variants.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use jiff::civil::Date;

use super::office::{Office, each_once};
use super::when;
use crate::analysis::Analysis;
use crate::error::Result;
use crate::mention::date::DateMention;
use crate::mention::office::Tenure;
use crate::mention::person::{NameKind, PersonMention, likeness};
use crate::query::{NameFit, TypedName, bearers};
use crate::store::{OfficeEntry, PersonEntry, Reader, StoredPassage};

/// More passages than this are not read.
const MAX_PASSAGES: usize = 20_000;

/// Which people a roll lists, and in which order.
#[derive(Clone, Debug, Default)]
pub struct Roll {
    /// Only those with an office that holds these words, diacritics aside.
    pub role: Option<String>,
    /// Only those named where a time on this day or later is named; of an office, those who held it then.
    pub from: Option<Date>,
    /// Only those named where a time on this day or earlier is named; of an office, those who held it then.
    pub to: Option<Date>,
    /// The order.
    pub order: Order,
    /// Only those of this family name.
    pub family: Option<String>,
}

/// In which order people are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Those named most often first.
    #[default]
    Mentions,
    /// As a Vietnamese list of names: by given name.
    Name,
}

/// A person in a roll.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    /// The canonical name.
    pub name: String,
    /// How else the person is named: other names, other tone placement.
    pub spellings: Vec<String>,
    /// People of the roll whose names differ in marks alone, who may be the same.
    pub similar: Vec<String>,
    /// In how many passages.
    pub passages: u64,
    /// The offices that the passages give, most frequent first.
    pub offices: Vec<Office>,
    /// Whether the wanted office was held in the wanted time, where both are asked for.
    pub tenure: Option<Tenure>,
}

/// What an index says of a person.
#[derive(Clone, Debug)]
pub struct Person {
    /// As in the roll.
    pub listed: Listed,
    /// How well the name fits what was asked.
    pub fit: NameFit,
    /// How near the name is to what was asked, from 0 to 1.
    pub degree: f32,
    /// Where the person is named, in order of time; where no time is told, last.
    pub sightings: Vec<Sighting>,
}

/// Where a person is named.
#[derive(Clone, Debug)]
pub struct Sighting {
    /// The id of the document.
    pub doc: String,
    /// Its title, empty if it has none.
    pub title: String,
    /// Its day, where that is known.
    pub published: Option<Date>,
    /// The page of the line, from 1, where pages are known.
    pub page: Option<u32>,
    /// The line, from 1.
    pub line: u32,
    /// The passage.
    pub text: String,
    /// The name in it, in bytes.
    pub span: Range<usize>,
    /// The time that is named nearest to it.
    pub when: Option<DateMention>,
    /// The office that is given there.
    pub role: Option<String>,
}

/// Everybody whom an index names, by the canonical name.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub(super) fn everybody(reader: &Reader) -> Result<Vec<Listed>> {
    let mut people: BTreeMap<String, Listed> = BTreeMap::new();
    let mut entries: BTreeMap<String, Vec<PersonEntry>> = BTreeMap::new();
    for entry in reader.people()?.into_iter().filter(is_somebody) {
        let key = exact(&entry.name);
        note_entry(people.entry(key.clone()).or_default(), &entry);
        entries.entry(key).or_default().push(entry);
    }
    for (key, person) in &mut people {
        person.passages = passages(reader, entries.remove(key).unwrap_or_default())?;
    }
    let mut offices: BTreeMap<(String, String), Vec<OfficeEntry>> = BTreeMap::new();
    for office in reader.offices("")? {
        offices.entry((exact(&office.name), crate::analysis::fold(&office.role))).or_default().push(office);
    }
    for ((key, _), same) in offices {
        let Some(person) = people.get_mut(&key) else { continue };
        let mut passages = reader.count_offices(&same)?;
        for office in &same {
            let told = Office::told(&office.role, (None, None));
            person.offices.push(Office { passages: std::mem::take(&mut passages), ..told });
        }
    }
    Ok(finished(people))
}

/// A given name that nobody is known to bear is nobody's.
pub(super) fn is_somebody(entry: &PersonEntry) -> bool {
    entry.kind != NameKind::Unresolved
}

fn note_entry(person: &mut Listed, entry: &PersonEntry) {
    note(person, entry.name.clone());
    entry.written.iter().for_each(|written| note(person, written.clone()));
}

/// How many passages name a person in any of all the ways that there are.
fn passages(reader: &Reader, mut entries: Vec<PersonEntry>) -> Result<u64> {
    // what is named by another name is named by the first too
    entries.retain(|entry| entry.written.is_none());
    match &*entries {
        [entry] => Ok(entry.passages),
        entries => reader.count_people(entries),
    }
}

/// Those whom passages name that name a time in the period too.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub(super) fn in_period(reader: &Reader, from: Option<Date>, to: Option<Date>) -> Result<Vec<Listed>> {
    let period = DateMention::period(from, to);
    let mut people: BTreeMap<String, Listed> = BTreeMap::new();
    let known: BTreeSet<String> = reader.people()?.into_iter().map(|entry| entry.name).collect();
    for passage in reader.overlapping(&period, MAX_PASSAGES)? {
        let mut seen: BTreeMap<String, Vec<&PersonMention>> = BTreeMap::new();
        let possible = passage.mentions.possible.iter().filter(|mention| known.contains(&mention.name));
        let named = passage.mentions.people.iter().filter(|mention| mention.kind != NameKind::Unresolved);
        for mention in named.chain(possible) {
            seen.entry(exact(&mention.name)).or_default().push(mention);
        }
        for (key, mentions) in seen {
            let person = people.entry(key.clone()).or_default();
            person.passages += 1;
            for mention in &mentions {
                note(person, mention.name.clone());
                mention.written.iter().for_each(|written| note(person, written.clone()));
            }
            add_offices(person, &passage, &key);
        }
    }
    Ok(finished(people))
}

/// The name most people know stands first: the first that is met.
fn note(person: &mut Listed, name: String) {
    if person.name.is_empty() {
        person.name = name;
    } else if person.name != name && !person.spellings.contains(&name) {
        person.spellings.push(name);
    }
}

fn finished(people: BTreeMap<String, Listed>) -> Vec<Listed> {
    let mut people: Vec<Listed> = people.into_values().collect();
    for person in &mut people {
        person.offices = each_once(std::mem::take(&mut person.offices));
        person.offices.sort_by(|a, b| (b.passages, &a.role).cmp(&(a.passages, &b.role)));
    }
    people
}

/// Notes those who differ in marks alone as similar.
pub(super) fn spell(people: &mut [Listed]) {
    let mut by_letters: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, person) in people.iter().enumerate() {
        by_letters.entry(crate::analysis::fold(&person.name)).or_default().push(at);
    }
    for same in by_letters.into_values().filter(|same| same.len() > 1) {
        let names: Vec<String> = same.iter().map(|at| people[*at].name.clone()).collect();
        for at in same {
            let others = names.iter().filter(|name| **name != people[at].name).cloned().collect::<Vec<_>>();
            people[at].similar.extend(others);
        }
    }
}

/// What the index says of those who may bear a name, the best first.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub fn person(reader: &Reader, name: &TypedName) -> Result<Vec<Person>> {
    let typed = name.name.syllables.join(" ");
    let mut people: Vec<(String, Person)> = Vec::new();
    let bearers = reader.guarded(|| bearers(name, reader))?;
    for (fit, entry) in bearers.into_iter().filter(|(_, entry)| is_somebody(entry)) {
        let key = exact(&entry.name);
        let at = people.iter().position(|(known, ..)| *known == key).unwrap_or_else(|| {
            let degree = if fit >= NameFit::Short { 1.0 } else { likeness(&typed, entry.shown()).degree() };
            people.push((key, Person { listed: Listed::default(), fit, degree, sightings: Vec::new() }));
            people.len() - 1
        });
        note_entry(&mut people[at].1.listed, &entry);
    }
    let mut found = Vec::with_capacity(people.len());
    for (key, mut person) in people {
        // however a person was asked for, all that names them counts
        let mut entries = reader.people_named(&person.listed.name)?;
        entries.retain(|entry| is_somebody(entry) && exact(&entry.name) == key);
        person.listed.passages = passages(reader, entries.clone())?;
        // what `ông` held is told where no name stands
        let mut offices = reader.offices(&crate::analysis::fold(&person.listed.name))?;
        offices.retain(|office| exact(&office.name) == key);
        for passage in reader.telling_of(&entries, &offices, MAX_PASSAGES)? {
            see(&mut person, &passage, &key);
        }
        person.listed.offices = each_once(std::mem::take(&mut person.listed.offices));
        let day =
            |sighting: &Sighting| sighting.when.as_ref().and_then(|when| when.from.or(when.to)).unwrap_or(Date::MAX);
        person.sightings.sort_by_key(day);
        person.listed.offices.sort_by_key(|office| {
            let from = office.when.as_ref().and_then(|when| when.from.or(when.to));
            (from.unwrap_or(Date::MAX), u64::MAX - office.passages)
        });
        found.push(person);
    }
    Ok(found)
}

fn see(person: &mut Person, passage: &StoredPassage, key: &str) {
    let mentions = passage.mentions.people.iter().chain(&passage.mentions.possible);
    let mentions: Vec<&PersonMention> = mentions.filter(|mention| exact(&mention.name) == key).collect();
    add_offices(&mut person.listed, passage, key);
    let others = mentions.iter().filter_map(|mention| mention.written.clone());
    others.for_each(|written| note(&mut person.listed, written));
    if let Some(mention) = mentions.first() {
        let line = passage.line_of(mention.range.start);
        person.sightings.push(Sighting {
            doc: passage.doc.clone(),
            title: passage.title.clone(),
            published: passage.mentions.published,
            page: passage.page_of(line),
            line,
            text: passage.text.clone(),
            span: mention.range.clone(),
            when: when::of(passage, &mention.range).map(DateMention::told),
            role: mention.role.clone(),
        });
    }
}

/// Notes the offices that a passage gives a person, each once for each time.
pub(super) fn add_offices(person: &mut Listed, passage: &StoredPassage, key: &str) {
    let mut known = BTreeSet::new();
    for office in passage.mentions.offices.iter().filter(|office| exact(&office.person) == key) {
        let is_new = known.insert((crate::analysis::fold(&office.role), office.from, office.to));
        let told = Office::told(&office.role, (office.from, office.to)).dated(&passage.mentions.dates);
        person.offices.push(Office { passages: u64::from(is_new), ..told });
    }
}

/// The form that all spellings of a name share that differ in tone placement or case.
pub(super) fn exact(name: &str) -> String {
    let analysis = Analysis::of(name);
    let words: Vec<&str> = analysis.words().map(|word| word.exact).collect();
    words.join(" ")
}
