//! The roll of people, and what is said of one, to JSON.

use serde::Serialize;

use super::notices::Notices;
use super::times::TimeFields;
use crate::directory::{Listed, Office, Person, Sighting};
use crate::mention::office::Tenure;

/// The people of an index.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct RollLines<'a> {
    #[serde(flatten)]
    pub(crate) notices: &'a Notices,
    pub(crate) people: Vec<ListedFields<'a>>,
    pub(crate) total: usize,
}

/// A person in one entry.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub(crate) struct ListedFields<'a> {
    pub(crate) name: &'a str,
    pub(crate) spellings: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(crate) similar: &'a [String],
    pub(crate) passages: u64,
    pub(crate) offices: Vec<OfficeFields<'a>>,
    /// Whether the office was held in the time that is asked for: `then`, `perhaps` or `untold`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) tenure: Option<&'static str>,
}

/// An office that somebody held.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub(crate) struct OfficeFields<'a> {
    pub(crate) role: &'a str,
    #[serde(flatten)]
    pub(crate) time: TimeFields,
    pub(crate) passages: u64,
}

impl<'a> ListedFields<'a> {
    fn new(listed: &'a Listed) -> Self {
        let office = |office: &'a Office| OfficeFields {
            role: &office.role,
            time: TimeFields::of_office(office),
            passages: office.passages,
        };
        Self {
            name: &listed.name,
            spellings: &listed.spellings,
            similar: &listed.similar,
            passages: listed.passages,
            offices: listed.offices.iter().map(office).collect(),
            tenure: listed.tenure.map(Tenure::as_str),
        }
    }
}

impl<'a> RollLines<'a> {
    /// The first `limit` of these people.
    pub fn new(people: &'a [Listed], limit: usize, notices: &'a Notices) -> Self {
        Self { notices, people: people.iter().take(limit).map(ListedFields::new).collect(), total: people.len() }
    }
}

/// Those who may bear a name.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct PeopleLines<'a> {
    pub(crate) name: &'a str,
    #[serde(flatten)]
    pub(crate) notices: &'a Notices,
    pub(crate) people: Vec<PersonFields<'a>>,
    /// People of similar names.
    pub(crate) variants: Vec<VariantFields<'a>>,
}

/// Somebody, with the passages that name them.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub(crate) struct PersonFields<'a> {
    #[serde(flatten)]
    pub(crate) listed: ListedFields<'a>,
    pub(crate) mentions: Vec<SightingFields<'a>>,
    /// How many there are of these.
    #[serde(skip)]
    pub(crate) total: usize,
}

/// Somebody of a similar name.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub(crate) struct VariantFields<'a> {
    pub(crate) name: &'a str,
    /// How near the name is, from 0 to 1.
    pub(crate) degree: f32,
    pub(crate) passages: u64,
}

/// A passage that names somebody.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub(crate) struct SightingFields<'a> {
    pub(crate) doc: &'a str,
    pub(crate) line: u32,
    #[serde(flatten)]
    pub(crate) time: TimeFields,
    pub(crate) role: Option<&'a str>,
    pub(crate) text: &'a str,
    pub(crate) highlight: (usize, usize),
    #[serde(skip)]
    pub(crate) span: std::ops::Range<usize>,
}

impl<'a> PeopleLines<'a> {
    /// Those who may bear `name`, each with at most `limit` passages.
    pub fn new(
        name: &'a str,
        people: &'a [Person],
        variants: &'a [Person],
        limit: usize,
        notices: &'a Notices,
    ) -> Self {
        let fields = |person: &'a Person| PersonFields {
            listed: ListedFields::new(&person.listed),
            mentions: person.sightings.iter().take(limit).map(SightingFields::new).collect(),
            total: person.sightings.len(),
        };
        let variant = |person: &'a Person| VariantFields {
            name: &person.listed.name,
            degree: (person.degree * 100.0).round() / 100.0,
            passages: person.listed.passages,
        };
        Self {
            name,
            notices,
            people: people.iter().map(fields).collect(),
            variants: variants.iter().map(variant).collect(),
        }
    }
}

impl<'a> SightingFields<'a> {
    fn new(sighting: &'a Sighting) -> Self {
        let count = |text: Option<&str>| text.unwrap_or_default().chars().count();
        let before = count(sighting.text.get(..sighting.span.start));
        Self {
            doc: &sighting.doc,
            line: sighting.line,
            time: TimeFields::of(sighting.when.as_ref()),
            role: sighting.role.as_deref(),
            text: &sighting.text,
            highlight: (before, before + count(sighting.text.get(sighting.span.clone()))),
            span: sighting.span.clone(),
        }
    }
}
