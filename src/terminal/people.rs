//! The roll of people, or one with every passage, to lines.

use std::io::{self, Write};

use anstyle::Style;

use super::color::{ASIDE, SOURCE, STRONG};
use super::excerpt;
use super::figures;
use super::row::Row;
use crate::snippet::text::clean;
use crate::wire::people::{ListedFields, PeopleLines, RollLines, SightingFields};

/// More offices than this are not printed on a line of the roll.
const MAX_OFFICES: usize = 3;

impl RollLines<'_> {
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

impl ListedFields<'_> {
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

impl PeopleLines<'_> {
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

impl SightingFields<'_> {
    fn print(&self, out: &mut dyn Write, columns: usize) -> io::Result<()> {
        // a path that is broken opens no file
        Row::of(SOURCE, &format!("{}:{}", clean(self.doc), self.line))
            .with(Style::new(), "   ")
            .with(ASIDE, &self.time.shown())
            .print(out, 2, usize::MAX)?;
        excerpt::print(out, self.text, &self.span, columns)
    }
}
