//! Documents behind a number, and the register of all, to JSON and to lines for people.

use std::io::{self, Write};

use anstyle::Style;
use serde::Serialize;

use super::color::{ASIDE, MATCH, SOURCE, STRONG, paint};
use super::figures;
use super::row::Row;
use super::snippet::snippet;
use super::text::clean;
use crate::directory::{Candidate, Occurrence, RegisterEntry};
use crate::mention::number::{Number, Role, type_name};

/// The documents that a number may mean.
#[derive(Debug, Serialize)]
pub struct Candidates<'a> {
    /// What was asked, in one spelling.
    pub number: String,
    notices: &'a [String],
    candidates: Vec<CandidateFields<'a>>,
}

#[derive(Debug, Serialize)]
struct CandidateFields<'a> {
    #[serde(flatten)]
    number: NumberFields<'a>,
    /// Whether the index has the document itself, or one that tells of its issue.
    held: bool,
    /// Where it is, or is issued.
    documents: Vec<OccurrenceFields<'a>>,
    /// Where it is cited.
    citations: Vec<OccurrenceFields<'a>>,
    total_citations: usize,
}

/// A number and what is known of its document.
#[derive(Debug, Serialize)]
struct NumberFields<'a> {
    canonical: String,
    /// The number as the papers write it.
    written: &'a str,
    number: &'a str,
    year: Option<u16>,
    symbol: Option<&'a str>,
    #[serde(rename = "type")]
    kind: Option<&'a str>,
    issuer: Option<&'a str>,
    /// The province of the issuer.
    province: Option<&'a str>,
    issued: Option<String>,
    /// What the document is about, as its head states it.
    subject: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct OccurrenceFields<'a> {
    doc: &'a str,
    title: &'a str,
    line: u32,
    /// The day of the document that names it.
    published: Option<String>,
    role: &'static str,
    text: &'a str,
    /// Bytes of the text; JSON has code points.
    #[serde(skip)]
    span: std::ops::Range<usize>,
    highlight: (usize, usize),
}

impl<'a> NumberFields<'a> {
    fn of_candidate(candidate: &'a Candidate) -> Self {
        Self {
            written: &candidate.written,
            province: candidate.province.as_deref(),
            issued: candidate.issued.map(|day| day.to_string()),
            subject: candidate.subject.as_deref(),
            ..Self::of_number(&candidate.number)
        }
    }

    fn of_entry(entry: &'a RegisterEntry) -> Self {
        Self {
            written: &entry.written,
            province: entry.province.as_deref(),
            issued: entry.issued.map(|day| day.to_string()),
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

    /// Type, issuer, province and day in words.
    fn about(&self) -> String {
        let kind = self.kind.map(|kind| type_name(kind).unwrap_or_else(|| kind.to_owned()));
        let issued = self.issued.as_ref().map(|day| format!("issued {day}"));
        let parts = [kind, self.issuer.map(clean), self.province.map(clean), issued];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// Prints what the document is about, where that is known, on lines of its own.
    fn print_subject(&self, out: &mut dyn Write, columns: usize) -> io::Result<()> {
        const INDENT: usize = 2;
        self.subject.map_or(Ok(()), |subject| Row::of(Style::new(), &clean(subject)).print(out, INDENT, columns))
    }
}

impl<'a> Candidates<'a> {
    /// The candidates for what was asked, each with at most `limit` places.
    pub fn new(asked: &Number, candidates: &'a [Candidate], limit: usize, notices: &'a [String]) -> Self {
        let fields = |candidate: &'a Candidate| {
            let of = |wanted: fn(Role) -> bool| {
                candidate.occurrences.iter().filter(move |occurrence| wanted(occurrence.role))
            };
            let cites = |role| role == Role::Cites;
            CandidateFields {
                number: NumberFields::of_candidate(candidate),
                held: of(|role| role != Role::Cites).next().is_some(),
                documents: of(|role| role != Role::Cites).take(limit).map(OccurrenceFields::new).collect(),
                citations: of(cites).take(limit).map(OccurrenceFields::new).collect(),
                total_citations: of(cites).count(),
            }
        };
        Self { number: asked.canonical(), notices, candidates: candidates.iter().map(fields).collect() }
    }

    /// Prints each candidate with where it is and where it is cited.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, columns: usize) -> io::Result<()> {
        for candidate in &self.candidates {
            let number = &candidate.number;
            Row::of(STRONG, &clean(number.written))
                .with(Style::new(), "   ")
                .with(ASIDE, &number.about())
                .print(out, 0, columns)?;
            number.print_subject(out, columns)?;
            for place in &candidate.documents {
                place.print(out, columns)?;
            }
            for place in &candidate.citations {
                place.print(out, columns)?;
            }
            let more = candidate.total_citations - candidate.citations.len();
            if more > 0 {
                let told = format!("and {} more: --limit prints them", figures::count(more as u64, "citation"));
                Row::of(ASIDE, &told).print(out, 2, columns)?;
            }
            writeln!(out)?;
        }
        let cited = self.candidates.iter().filter(|candidate| !candidate.held).count();
        let told = match (self.candidates.len(), cited) {
            (all, 0) => figures::count(all as u64, "document"),
            (all, cited) if cited == all => figures::count(all as u64, "document") + ", cited only",
            (all, cited) => format!("{}, {cited} of them cited only", figures::count(all as u64, "document")),
        };
        writeln!(out, "{}", paint(ASIDE, &told))
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
            published: occurrence.published.map(|day| day.to_string()),
            role: role_name(occurrence.role),
            text: &occurrence.text,
            span: occurrence.span.clone(),
            highlight: (before, before + inside),
        }
    }

    fn print(&self, out: &mut dyn Write, columns: usize) -> io::Result<()> {
        const INDENT: usize = 4;
        // a path that is broken opens no file
        Row::of(Style::new(), &format!("{:<6}  ", self.role))
            .with(SOURCE, &format!("{}:{}", clean(self.doc), self.line))
            .with(Style::new(), "   ")
            .with(ASIDE, self.published.as_deref().unwrap_or_default())
            .print(out, 2, usize::MAX)?;
        let snippet = snippet(self.text, std::slice::from_ref(&self.span), columns.saturating_sub(INDENT).max(10), 2);
        for line in &snippet.lines {
            let parts = snippet.line_parts(line).into_iter();
            let line: String =
                parts.map(|(text, marked)| if marked { paint(MATCH, text) } else { text.to_owned() }).collect();
            writeln!(out, "{:INDENT$}{line}", "")?;
        }
        Ok(())
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
pub struct RegisterLines<'a> {
    notices: &'a [String],
    numbers: Vec<RegisterFields<'a>>,
    total: usize,
}

#[derive(Debug, Serialize)]
struct RegisterFields<'a> {
    #[serde(flatten)]
    number: NumberFields<'a>,
    /// In how many passages it stands.
    passages: u64,
    /// Whether the index has the document itself, or one that tells of its issue.
    held: bool,
}

impl<'a> RegisterLines<'a> {
    /// The first `limit` of these documents.
    pub fn new(entries: &'a [RegisterEntry], limit: usize, notices: &'a [String]) -> Self {
        let fields = |entry: &'a RegisterEntry| RegisterFields {
            number: NumberFields::of_entry(entry),
            passages: entry.passages,
            held: entry.held,
        };
        Self { notices, numbers: entries.iter().take(limit).map(fields).collect(), total: entries.len() }
    }

    /// Prints a line for each document, and below it what it is about.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, columns: usize) -> io::Result<()> {
        let width = self.numbers.iter().map(|entry| entry.number.written.chars().count()).max().unwrap_or(0).min(32);
        for entry in &self.numbers {
            let written = format!("{:<width$}", clean(entry.number.written));
            let passages = figures::count(entry.passages, "passage");
            let held = if entry.held { ", held" } else { "" };
            Row::of(STRONG, &written)
                .with(Style::new(), &format!("  {}  ", entry.number.about()))
                .with(ASIDE, &format!("{passages}{held}"))
                .print(out, 0, columns)?;
            entry.number.print_subject(out, columns)?;
        }
        let shown = self.numbers.len();
        let more = if shown < self.total { format!(", {shown} of them printed") } else { String::new() };
        let told = figures::count(self.total as u64, "document number") + &more;
        Row::of(ASIDE, &told).print(out, 0, columns)
    }
}
