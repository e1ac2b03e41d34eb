//! The roll of people, or one with every passage, to lines.

use std::io::{self, Write};

use anstyle::Style;

use super::color::{ASIDE, STRONG};
use super::excerpt;
use super::row::Row;
use crate::mention::office::Tenure;
use crate::snippet::text::clean;
use crate::voice::{Language, Noun, Told};
use crate::wire::people::{ListedFields, PeopleLines, RollLines, SightingFields};

/// More offices than this are not printed on a line of the roll.
const MAX_OFFICES: usize = 3;

impl RollLines<'_> {
    /// Prints a line for each person, broken where it would be longer than `columns`.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        for person in &self.people {
            let mut offices: Vec<String> = Vec::with_capacity(MAX_OFFICES);
            for office in &person.offices {
                let mut role = clean(office.role);
                let when = language.time(&office.time.time());
                if !when.is_empty() {
                    role = format!("{role} ({when})");
                }
                if offices.len() < MAX_OFFICES && !offices.contains(&role) {
                    offices.push(role);
                }
            }
            let sign = if offices.is_empty() { "" } else { "   " };
            let offices = format!("{sign}{}", offices.join("; "));
            let untold = person.tenure == Some(Tenure::Untold.as_str());
            let untold = if untold { language.told(Told::TermUntold) } else { String::new() };
            person.head(language).with(Style::new(), &offices).with(ASIDE, &untold).print(out, 0, columns)?;
        }
        let told = Told::People { all: self.total as u64, shown: self.people.len() as u64 };
        Row::of(ASIDE, &language.told(told)).print(out, 0, columns)
    }
}

impl ListedFields<'_> {
    fn head(&self, language: Language) -> Row {
        let mut about = language.count(self.passages, Noun::Passage);
        if !self.spellings.is_empty() {
            about.push_str(&language.told(Told::PersonAlso { names: &clean(&self.spellings.join(", ")) }));
        }
        if !self.similar.is_empty() {
            about.push_str(&language.told(Told::Similar { names: &clean(&self.similar.join(", ")) }));
        }
        Row::of(STRONG, &clean(self.name)).with(Style::new(), "   ").with(ASIDE, &about)
    }
}

impl PeopleLines<'_> {
    /// Prints each person with offices and passages.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        for person in &self.people {
            person.listed.head(language).print(out, 0, columns)?;
            let times = person.listed.offices.iter().map(|office| language.time(&office.time.time()).chars().count());
            let wide = times.max().unwrap_or(0).clamp(24, 28);
            for office in &person.listed.offices {
                let when = language.time(&office.time.time());
                let role = clean(office.role);
                let when = if when.is_empty() { "-" } else { &when };
                Row::labelled(when, wide + 1, &role).print(out, 2, columns)?;
            }
            writeln!(out)?;
            for sighting in &person.mentions {
                sighting.print(out, language, columns)?;
            }
            let more = person.listed.passages.saturating_sub(person.mentions.len() as u64);
            if more > 0 {
                Row::of(ASIDE, &language.told(Told::MorePassages(more))).print(out, 2, columns)?;
            }
            writeln!(out)?;
        }
        if !self.variants.is_empty() {
            let names: Vec<String> = self.variants.iter().map(|variant| clean(variant.name)).collect();
            Row::of(ASIDE, &language.told(Told::SimilarNames { names: &names.join(", ") })).print(out, 0, columns)?;
        }
        Ok(())
    }
}

impl SightingFields<'_> {
    fn print(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        Row::source(&format!("{}:{}", clean(self.doc), self.line))
            .with(ASIDE, &format!("   {}", language.time(&self.time.time())))
            .print(out, 2, columns)?;
        excerpt::print(out, self.text, &self.span, columns)
    }
}
