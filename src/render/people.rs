//! The roll of people, and what is said of one, to JSON and to lines for people.

use std::io::{self, Write};

use anstyle::Style;
use serde::Serialize;

use super::color::{ASIDE, MATCH, SOURCE, STRONG, paint};
use super::figures;
use super::row::Row;
use super::snippet::snippet;
use super::text::clean;
use super::times::TimeFields;
use crate::directory::{Listed, Office, Person, Sighting};

/// More offices than this are not printed on a line of the roll.
const MAX_OFFICES: usize = 3;

/// The people of an index.
#[derive(Debug, Serialize)]
pub struct RollLines<'a> {
    notices: &'a [String],
    people: Vec<ListedFields<'a>>,
    total: usize,
}

/// A person in one entry.
#[derive(Debug, Serialize)]
struct ListedFields<'a> {
    name: &'a str,
    spellings: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    similar: &'a [String],
    passages: u64,
    offices: Vec<OfficeFields<'a>>,
}

#[derive(Debug, Serialize)]
struct OfficeFields<'a> {
    role: &'a str,
    #[serde(flatten)]
    time: TimeFields,
    passages: u64,
}

impl<'a> ListedFields<'a> {
    fn new(listed: &'a Listed) -> Self {
        let office = |office: &'a Office| OfficeFields {
            role: &office.role,
            time: TimeFields::of(office.when.as_ref()),
            passages: office.passages,
        };
        Self {
            name: &listed.name,
            spellings: &listed.spellings,
            similar: &listed.similar,
            passages: listed.passages,
            offices: listed.offices.iter().map(office).collect(),
        }
    }

    fn head(&self) -> Row {
        let mut about = figures::count(self.passages, "passage");
        if !self.spellings.is_empty() {
            about.push_str(&format!(", also {}", clean(&self.spellings.join(", "))));
        }
        if !self.similar.is_empty() {
            about.push_str(&format!("; similar: {}", clean(&self.similar.join(", "))));
        }
        Row::of(STRONG, &clean(self.name)).with(Style::new(), "   ").with(ASIDE, &about)
    }
}

impl<'a> RollLines<'a> {
    /// The first `limit` of these people.
    pub fn new(people: &'a [Listed], limit: usize, notices: &'a [String]) -> Self {
        Self { notices, people: people.iter().take(limit).map(ListedFields::new).collect(), total: people.len() }
    }

    /// Prints a line for each person, broken where it would be longer than `columns`.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, columns: usize) -> io::Result<()> {
        for person in &self.people {
            let mut offices: Vec<String> = Vec::with_capacity(MAX_OFFICES);
            for office in &person.offices {
                let role = clean(office.role);
                if offices.len() < MAX_OFFICES && !offices.contains(&role) {
                    offices.push(role);
                }
            }
            let sign = if offices.is_empty() { "" } else { "   " };
            let offices = format!("{sign}{}", offices.join("; "));
            person.head().with(Style::new(), &offices).print(out, 0, columns)?;
        }
        let shown = self.people.len();
        let more =
            if shown < self.total { format!(", {shown} of them printed: --limit prints more") } else { String::new() };
        let people = if self.total == 1 {
            "1 person".to_owned()
        } else {
            format!("{} people", figures::number(self.total as u64))
        };
        Row::of(ASIDE, &format!("{people}{more}")).print(out, 0, columns)
    }
}

/// Those who may bear a name.
#[derive(Debug, Serialize)]
pub struct PeopleLines<'a> {
    name: &'a str,
    notices: &'a [String],
    people: Vec<PersonFields<'a>>,
    /// People of similar names.
    variants: Vec<VariantFields<'a>>,
}

#[derive(Debug, Serialize)]
struct PersonFields<'a> {
    #[serde(flatten)]
    listed: ListedFields<'a>,
    mentions: Vec<SightingFields<'a>>,
}

#[derive(Debug, Serialize)]
struct VariantFields<'a> {
    name: &'a str,
    /// How near the name is, from 0 to 1.
    degree: f32,
    passages: u64,
}

#[derive(Debug, Serialize)]
struct SightingFields<'a> {
    doc: &'a str,
    line: u32,
    #[serde(flatten)]
    time: TimeFields,
    role: Option<&'a str>,
    text: &'a str,
    highlight: (usize, usize),
    #[serde(skip)]
    span: std::ops::Range<usize>,
}

impl<'a> PeopleLines<'a> {
    /// Those who may bear `name`, each with at most `limit` passages.
    pub fn new(
        name: &'a str,
        people: &'a [Person],
        variants: &'a [Person],
        limit: usize,
        notices: &'a [String],
    ) -> Self {
        let fields = |person: &'a Person| PersonFields {
            listed: ListedFields::new(&person.listed),
            mentions: person.sightings.iter().take(limit).map(SightingFields::new).collect(),
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

    /// Prints each person with offices and passages.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, columns: usize) -> io::Result<()> {
        for person in &self.people {
            person.listed.head().print(out, 0, columns)?;
            for office in &person.listed.offices {
                let when = office.time.shown();
                let role = clean(office.role);
                let office = format!("{:<24}  {role}", if when.is_empty() { "-" } else { &when });
                Row::of(Style::new(), &office).print(out, 2, columns)?;
            }
            writeln!(out)?;
            for sighting in &person.mentions {
                sighting.print(out, columns)?;
            }
            let more = person.listed.passages.saturating_sub(person.mentions.len() as u64);
            if more > 0 {
                let told = format!("and {} more: --limit prints them", figures::count(more, "passage"));
                Row::of(ASIDE, &told).print(out, 2, columns)?;
            }
            writeln!(out)?;
        }
        if !self.variants.is_empty() {
            let names: Vec<String> = self.variants.iter().map(|variant| clean(variant.name)).collect();
            Row::of(ASIDE, &format!("similar names: {}", names.join(", "))).print(out, 0, columns)?;
        }
        Ok(())
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

    fn print(&self, out: &mut dyn Write, columns: usize) -> io::Result<()> {
        const INDENT: usize = 4;
        // a path that is broken opens no file
        Row::of(SOURCE, &format!("{}:{}", clean(self.doc), self.line))
            .with(Style::new(), "   ")
            .with(ASIDE, &self.time.shown())
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
