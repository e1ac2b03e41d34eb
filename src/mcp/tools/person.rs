//! A name to those who bear it: offices with their times, and where they are named, in order of time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::archive::{Archive, NamedPeople};
use crate::directory::{Office, Person, Sighting};
use crate::mcp::ask;
use crate::mcp::fit::{Findings, cut, line_at};
use crate::mcp::refused::Refused;
use crate::query::ValueFault;
use crate::voice::tools::Misuse;
use crate::voice::{Language, Listener};
use crate::wire::notices::Notices;
use crate::wire::times::TimeFields;

/// The name of the list.
pub const LIST: &str = "mentions";

/// Mentions where nothing else is asked for, and at most.
const USUAL: usize = 20;
const MOST: usize = 100;

/// Of the people and the offices of each so many are told.
const PEOPLE: usize = 8;
const OFFICES: usize = 20;

/// Characters of a line, and of a name that is told again.
const TEXT: usize = 300;
const NAME: usize = 100;

/// What is wanted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// With or without diacritics, title or family name
    name: String,
    /// Mentions, 1-100, usually 20
    limit: Option<usize>,
    offset: Option<usize>,
    max_chars: Option<usize>,
}

/// Those who may be meant.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Head<'a> {
    name: String,
    people: Vec<PersonFound<'a>>,
    /// Names near it
    variants: Vec<&'a str>,
    total: usize,
    notices: Vec<String>,
}

/// Someone who may be meant.
#[derive(Debug, Serialize, JsonSchema)]
struct PersonFound<'a> {
    name: &'a str,
    spellings: &'a [String],
    passages: u64,
    offices: Vec<OfficeFound<'a>>,
}

/// An office and its time.
#[derive(Debug, Serialize, JsonSchema)]
struct OfficeFound<'a> {
    role: &'a str,
    #[serde(flatten)]
    time: TimeFields,
}

/// Where someone is named.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Found<'a> {
    person: Option<&'a str>,
    doc: &'a str,
    line: u32,
    page: Option<u32>,
    #[serde(flatten)]
    time: TimeFields,
    role: Option<&'a str>,
    text: String,
}

pub fn answer(asked: &Asked, archive: &Archive, language: Language) -> Result<Value, Refused> {
    let limit = ask::count("limit", asked.limit, USUAL, (1, MOST))?;
    let offset = ask::offset(asked.offset)?;
    let odd = || Misuse::Odd { name: "name", typed: asked.name.clone(), fault: ValueFault::NoName };
    let NamedPeople { name, people, variants, family, notices } = archive.person(&asked.name)?.ok_or_else(odd)?;
    let several = people.len() > 1;
    let near = variants.iter().map(|person| &*person.listed.name);
    let head = Head {
        name: cut(&name, NAME),
        people: people.iter().take(PEOPLE).map(PersonFound::of).collect(),
        variants: near.chain(family.iter().map(|listed| &*listed.name)).take(MOST).collect(),
        total: people.iter().map(|person| person.sightings.len()).sum(),
        notices: Notices::of(&notices, language.voice(Listener::Caller)).notices,
    };
    let sightings = people.iter().flat_map(|person| person.sightings.iter().map(move |each| (person, each)));
    let found: Vec<Found<'_>> = sightings.skip(offset).take(limit).map(|each| Found::of(each, several)).collect();
    let more = offset + found.len() < head.total;
    Ok(Findings::new(&head).with(found, offset, more).within(LIST, ask::chars(asked.max_chars)))
}

impl<'a> PersonFound<'a> {
    fn of(person: &'a Person) -> Self {
        let listed = &person.listed;
        let office =
            |office: &'a Office| OfficeFound { role: &office.role, time: TimeFields::of(office.when.as_ref()) };
        Self {
            name: &listed.name,
            spellings: &listed.spellings,
            passages: listed.passages,
            offices: listed.offices.iter().take(OFFICES).map(office).collect(),
        }
    }
}

impl<'a> Found<'a> {
    fn of((person, sighting): (&'a Person, &'a Sighting), several: bool) -> Self {
        Self {
            person: several.then_some(&*person.listed.name),
            doc: &sighting.doc,
            line: sighting.line,
            page: sighting.page,
            time: TimeFields::of(sighting.when.as_ref()),
            role: sighting.role.as_deref(),
            text: line_at(&sighting.text, sighting.span.start, TEXT),
        }
    }
}
