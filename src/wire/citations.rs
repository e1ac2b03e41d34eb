//! What a text names and what an index knows of it, to JSON.

use std::ops::Range;

use jiff::civil::Date;
use serde::Serialize;

use super::mentions::{Lines, Place};
use super::relations::StandingFields;
use crate::directory::{Citation, Cited, Meant, Sighted};

/// What a document names.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct CitationLines<'a> {
    /// The document.
    pub file: &'a str,
    /// How many things it names.
    pub total: usize,
    /// How many of these are to be looked at.
    pub doubtful: usize,
    /// Each with what is known of it.
    pub citations: Vec<CitationFields<'a>>,
}

/// What a text names.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct CitationFields<'a> {
    /// `number`, `person` or `date`.
    pub kind: &'static str,
    /// It as it stands in the text first.
    pub text: &'a str,
    /// It in one spelling; nothing for a day that does not exist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<&'a str>,
    /// The day of issue that the text tells of a document.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(any(feature = "server", feature = "mcp"), schemars(with = "Option<String>"))]
    pub(crate) issued: Option<Date>,
    /// The line of the text.
    #[serde(skip)]
    pub(crate) line: &'a str,
    /// What is known of it: `found`, `ambiguous`, `cited_only`, `unknown`, `impossible`.
    pub status: &'static str,
    /// Where it stands.
    pub places: Vec<Place>,
    /// What may be meant, the best first.
    pub candidates: Vec<MeantFields<'a>>,
}

/// A document or person that may be meant.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct MeantFields<'a> {
    /// The number as the papers write it, or the name.
    pub name: &'a str,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuer: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(any(feature = "server", feature = "mcp"), schemars(with = "Option<String>"))]
    pub(crate) issued: Option<Date>,
    /// Whether the text names another day of issue.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) other_day: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) subject: Option<&'a str>,
    /// What tells its day of issue, where the text names another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) telling: Option<SightedFields<'a>>,
    /// Whether the index has the document itself, or one that tells of its issue; whether it names the person.
    held: bool,
    /// How many passages name it.
    passages: u64,
    /// Where it is or is issued, else where it is named first.
    #[serde(flatten)]
    pub(crate) place: Option<SightedFields<'a>>,
    /// That it is no longer in force, where the documents of the index tell so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) standing: Option<StandingFields<'a>>,
    /// Where it is cited first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citations: Vec<SightedFields<'a>>,
}

/// A line that names something.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct SightedFields<'a> {
    /// The document.
    pub doc: &'a str,
    /// The line, from 1.
    pub line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    /// What the line says.
    pub text: &'a str,
}

impl<'a> CitationLines<'a> {
    /// All that `text`, the document `file`, names.
    pub fn new(file: &'a str, text: &'a str, citations: &'a [Citation]) -> Self {
        let lines = Lines::of(text);
        let fields = |citation: &'a Citation| CitationFields::new(citation, text, &lines);
        Self {
            file,
            total: citations.len(),
            doubtful: citations.iter().filter(|citation| citation.is_doubtful()).count(),
            citations: citations.iter().map(fields).collect(),
        }
    }
}

impl<'a> CitationFields<'a> {
    /// What `text`, which has these lines, names.
    pub fn new(citation: &'a Citation, text: &'a str, lines: &Lines) -> Self {
        let (kind, value) = match &citation.cited {
            Cited::Number(number) => ("number", Some(&**number)),
            Cited::Person(name) => ("person", Some(&**name)),
            Cited::Day => ("date", None),
        };
        let stands = |range: &Range<usize>| text.get(range.clone());
        Self {
            kind,
            text: citation.ranges.first().and_then(stands).unwrap_or_default(),
            value,
            issued: citation.issued,
            line: citation.ranges.first().map_or("", |range| line_of(text, range.start)),
            status: citation.knowledge.as_str(),
            places: citation.ranges.iter().map(|range| lines.place(text, range)).collect(),
            candidates: citation.meant.iter().map(MeantFields::new).collect(),
        }
    }
}

/// The line of a text that holds a byte.
fn line_of(text: &str, at: usize) -> &str {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}

impl<'a> MeantFields<'a> {
    /// What may be meant.
    pub fn new(meant: &'a Meant) -> Self {
        let number = meant.number.as_ref();
        Self {
            name: &meant.name,
            kind: number.and_then(|number| number.kind.as_deref()),
            issuer: number.and_then(|number| number.issuer.as_deref()),
            issued: meant.issued,
            other_day: meant.is_other_day,
            subject: meant.subject.as_deref(),
            telling: meant.telling.as_ref().map(SightedFields::new),
            held: meant.held,
            passages: meant.passages,
            place: meant.place.as_ref().map(SightedFields::new),
            standing: StandingFields::of_end(&meant.end),
            citations: meant.citations.iter().map(SightedFields::new).collect(),
        }
    }

    /// With the first of the documents that ended its time, and of the lines that say so.
    #[cfg(feature = "mcp")]
    pub(crate) fn brief(mut self) -> Self {
        const FIRST: usize = 2;
        if let Some(standing) = &mut self.standing {
            standing.by.truncate(FIRST);
            standing.by_written.truncate(FIRST);
            standing.evidence.truncate(FIRST);
        }
        self
    }
}

impl<'a> SightedFields<'a> {
    fn new(sighted: &'a Sighted) -> Self {
        Self { doc: &sighted.doc, line: sighted.line, page: sighted.page, text: &sighted.text }
    }
}
