//! The documents behind a number, or the register of all, to lines.

use std::io::{self, Write};

use anstyle::Style;

use super::color::{ASIDE, STRONG, paint};
use super::excerpt;
use super::row::Row;
use crate::mention::number::type_name;
use crate::snippet::text::clean;
use crate::voice::{Language, Noun, Told, Word};
use crate::wire::numbers::{CandidateFields, Candidates, NumberFields, OccurrenceFields, RegisterLines};

impl Candidates<'_> {
    /// Prints each candidate with where it is and where it is cited.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        for candidate in &self.candidates {
            let number = &candidate.number;
            Row::of(STRONG, &clean(number.written))
                .with(Style::new(), "   ")
                .with(ASIDE, &number.about(language))
                .print(out, 0, columns)?;
            number.print_subject(out, columns)?;
            candidate.print_standing(out, language, columns)?;
            for place in &candidate.documents {
                place.print(out, language, columns)?;
            }
            for place in &candidate.citations {
                place.print(out, language, columns)?;
            }
            let more = candidate.total_citations - candidate.citations.len();
            if more > 0 {
                let told = language.told(Told::MoreCitations(more as u64));
                Row::of(ASIDE, &told).print(out, 2, columns)?;
            }
            writeln!(out)?;
        }
        let cited = self.candidates.iter().filter(|candidate| !candidate.held).count();
        let told = Told::Candidates { all: self.candidates.len() as u64, cited: cited as u64 };
        writeln!(out, "{}", paint(ASIDE, &language.told(told)))
    }
}

impl Candidates<'_> {
    /// Prints what documents do to each other as a graph in DOT.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print_graph(&self, out: &mut dyn Write) -> io::Result<()> {
        let quoted = |text: &str| format!("\"{}\"", clean(text).replace('\\', "\\\\").replace('"', "\\\""));
        writeln!(out, "digraph {{")?;
        for candidate in &self.candidates {
            let own = quoted(&candidate.number.canonical);
            writeln!(out, "  {own} [shape=box];")?;
            for told in &candidate.relations {
                let date = told.date.as_deref().map(|date| format!(" {date}")).unwrap_or_default();
                let label = quoted(&format!("{}{date}", told.relation));
                writeln!(out, "  {own} -> {} [label={label}];", quoted(&told.other.brief(Language::English)))?;
            }
        }
        writeln!(out, "}}")
    }
}

impl CandidateFields<'_> {
    /// Prints whether it is in force with the lines that say so, and what documents do to it and it to them.
    fn print_standing(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        const INDENT: usize = 2;
        self.standing.print(out, INDENT, language, columns)?;
        for told in &self.relations {
            let (part, other) = (told.part.map(clean), clean(told.written));
            let said = Told::Relation { relation: told.relation, part: part.as_deref(), other: &other };
            let date = told.date.as_deref().map(|day| language.held_days(day, told.until.as_deref()));
            let date = date.or(told.unreckoned.then(|| language.word(Word::Undated).to_owned()));
            let date = date.map(|date| format!("   {date}")).unwrap_or_default();
            Row::of(Style::new(), &format!("{}{date}   ", language.told(said)))
                .with_source(&format!("{}:{}", clean(told.place.doc), told.place.line))
                .print(out, INDENT, columns)?;
        }
        Ok(())
    }
}

impl RegisterLines<'_> {
    /// Prints a line for each document, and below it what it is about.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        let width = self.numbers.iter().map(|entry| entry.number.written.chars().count()).max().unwrap_or(0).min(32);
        for entry in &self.numbers {
            let written = format!("{:<width$}", clean(entry.number.written));
            let passages = language.count(entry.passages, Noun::Passage);
            let held = if entry.held { language.told(Told::Held) } else { String::new() };
            Row::of(STRONG, &written)
                .with(Style::new(), &format!("  {}  ", entry.number.about(language)))
                .with(ASIDE, &format!("{passages}{held}"))
                .print(out, 0, columns)?;
            entry.number.print_subject(out, columns)?;
        }
        let told = Told::Register { all: self.total as u64, shown: self.numbers.len() as u64 };
        Row::of(ASIDE, &language.told(told)).print(out, 0, columns)
    }
}

impl NumberFields<'_> {
    /// Type, issuer, province and day in words.
    fn about(&self, language: Language) -> String {
        let kind = self.kind.map(|kind| type_name(kind).unwrap_or_else(|| kind.to_owned()));
        let issued = self.issued.map(|day| language.told(Told::Issued(day)));
        let parts = [kind, self.issuer.map(clean), self.province.map(clean), issued];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// Prints what the document is about, where that is known, on lines of its own.
    fn print_subject(&self, out: &mut dyn Write, columns: usize) -> io::Result<()> {
        const INDENT: usize = 2;
        self.subject.map_or(Ok(()), |subject| Row::of(Style::new(), &clean(subject)).print(out, INDENT, columns))
    }
}

impl OccurrenceFields<'_> {
    fn print(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        let role = language.name(self.role);
        let room = ["head", "issues", "cites"].map(|role| language.name(role).chars().count());
        let room = room.into_iter().max().unwrap_or(0);
        Row::of(Style::new(), &format!("{role:<room$}  "))
            .with_source(&format!("{}:{}", clean(self.doc), self.line))
            .with(ASIDE, &format!("   {}", self.published.map(|day| language.day(day)).unwrap_or_default()))
            .print(out, 2, columns)?;
        excerpt::print(out, self.text, &self.span, columns)
    }
}
