//! Documents behind a number, and the register of all, to JSON.

use jiff::civil::Date;
use serde::Serialize;

use super::notices::Notices;
use super::relations::{ForceFields, StandingFields, ToldFields};
use crate::directory::{Candidate, Occurrence, RegisterEntry};
use crate::mention::number::{Number, Role};

/// The documents that a number may mean.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct Candidates<'a> {
    /// What was asked, in one spelling.
    pub number: String,
    #[serde(flatten)]
    pub(crate) notices: &'a Notices,
    pub(crate) candidates: Vec<CandidateFields<'a>>,
}

/// A document that a number may mean.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub(crate) struct CandidateFields<'a> {
    #[serde(flatten)]
    pub(crate) number: NumberFields<'a>,
    /// Whether the index has the document itself, or one that tells of its issue.
    pub(crate) held: bool,
    /// Whether it is in force, as far as the documents of the index tell.
    pub(crate) standing: StandingFields<'a>,
    /// From when or until when it is in force.
    pub(crate) validity: Vec<ForceFields<'a>>,
    /// What it does to other documents, and they to it.
    pub(crate) relations: Vec<ToldFields<'a>>,
    /// Where it is, or is issued.
    pub(crate) documents: Vec<OccurrenceFields<'a>>,
    /// Where it is cited.
    pub(crate) citations: Vec<OccurrenceFields<'a>>,
    pub(crate) total_citations: usize,
    #[serde(skip)]
    pub(crate) total_documents: usize,
}

/// A number and what is known of its document.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub(crate) struct NumberFields<'a> {
    pub(crate) canonical: String,
    /// The number as the papers write it.
    pub(crate) written: &'a str,
    pub(crate) number: &'a str,
    pub(crate) year: Option<u16>,
    pub(crate) symbol: Option<&'a str>,
    #[serde(rename = "type")]
    pub(crate) kind: Option<&'a str>,
    pub(crate) issuer: Option<&'a str>,
    /// The province of the issuer.
    pub(crate) province: Option<&'a str>,
    #[cfg_attr(any(feature = "server", feature = "mcp"), schemars(with = "Option<String>"))]
    pub(crate) issued: Option<Date>,
    /// What the document is about, as its head states it.
    pub(crate) subject: Option<&'a str>,
}

/// A line that names a number.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub(crate) struct OccurrenceFields<'a> {
    pub(crate) doc: &'a str,
    pub(crate) title: &'a str,
    pub(crate) line: u32,
    /// The day of the document that names it.
    #[cfg_attr(any(feature = "server", feature = "mcp"), schemars(with = "Option<String>"))]
    pub(crate) published: Option<Date>,
    pub(crate) role: &'static str,
    pub(crate) text: &'a str,
    /// Bytes of the text; JSON has code points.
    #[serde(skip)]
    pub(crate) span: std::ops::Range<usize>,
    pub(crate) highlight: (usize, usize),
}

impl<'a> NumberFields<'a> {
    fn of_candidate(candidate: &'a Candidate) -> Self {
        Self {
            written: &candidate.written,
            province: candidate.province.as_deref(),
            issued: candidate.issued,
            subject: candidate.subject.as_deref(),
            ..Self::of_number(&candidate.number)
        }
    }

    fn of_entry(entry: &'a RegisterEntry) -> Self {
        Self {
            written: &entry.written,
            province: entry.province.as_deref(),
            issued: entry.issued,
            subject: entry.subject.as_deref(),
            ..Self::of_number(&entry.number)
        }
    }

    fn of_number(number: &'a Number) -> Self {
        Self {
            canonical: number.canonical(),
            written: &number.number,
            number: &number.number,
            year: number.year,
            symbol: number.symbol.as_deref(),
            kind: number.kind.as_deref(),
            issuer: number.issuer.as_deref(),
            province: None,
            issued: None,
            subject: None,
        }
    }
}

impl<'a> Candidates<'a> {
    /// The candidates for what was asked, each with at most `limit` places, as they stand on a day,
    /// or in a period on one of its days.
    pub fn new(
        asked: &Number,
        candidates: &'a [Candidate],
        (limit, on): (usize, Option<(Date, Date)>),
        notices: &'a Notices,
    ) -> Self {
        let fields = |candidate: &'a Candidate| {
            let of = |wanted: fn(Role) -> bool| {
                candidate.occurrences.iter().filter(move |occurrence| wanted(occurrence.role))
            };
            let cites = |role| role == Role::Cites;
            CandidateFields {
                number: NumberFields::of_candidate(candidate),
                held: of(|role| role != Role::Cites).next().is_some(),
                standing: StandingFields::of(&candidate.lineage.in_time(on)),
                validity: ForceFields::all(&candidate.lineage),
                relations: ToldFields::all(&candidate.lineage),
                documents: of(|role| role != Role::Cites).take(limit).map(OccurrenceFields::new).collect(),
                citations: of(cites).take(limit).map(OccurrenceFields::new).collect(),
                total_citations: of(cites).count(),
                total_documents: of(|role| role != Role::Cites).count(),
            }
        };
        Self { number: asked.canonical(), notices, candidates: candidates.iter().map(fields).collect() }
    }
}

impl<'a> OccurrenceFields<'a> {
    fn new(occurrence: &'a Occurrence) -> Self {
        let before = occurrence.text.get(..occurrence.span.start).unwrap_or_default().chars().count();
        let inside = occurrence.text.get(occurrence.span.clone()).unwrap_or_default().chars().count();
        Self {
            doc: &occurrence.doc,
            title: &occurrence.title,
            line: occurrence.line,
            published: occurrence.published,
            role: role_name(occurrence.role),
            text: &occurrence.text,
            span: occurrence.span.clone(),
            highlight: (before, before + inside),
        }
    }
}

/// What a text does with a document that it names, in one word.
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Cites => "cites",
        Role::Issues => "issues",
        Role::Head => "head",
    }
}

/// All numbered documents of an index.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct RegisterLines<'a> {
    #[serde(flatten)]
    pub(crate) notices: &'a Notices,
    pub(crate) numbers: Vec<RegisterFields<'a>>,
    pub(crate) total: usize,
}

/// A numbered document.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub(crate) struct RegisterFields<'a> {
    #[serde(flatten)]
    pub(crate) number: NumberFields<'a>,
    /// In how many passages it stands.
    pub(crate) passages: u64,
    /// Whether the index has the document itself, or one that tells of its issue.
    pub(crate) held: bool,
}

impl<'a> RegisterLines<'a> {
    /// The first `limit` of these documents.
    pub fn new(entries: &'a [RegisterEntry], limit: usize, notices: &'a Notices) -> Self {
        let fields = |entry: &'a RegisterEntry| RegisterFields {
            number: NumberFields::of_entry(entry),
            passages: entry.passages,
            held: entry.held,
        };
        Self { notices, numbers: entries.iter().take(limit).map(fields).collect(), total: entries.len() }
    }
}
