//! What a text names and what an index knows of it, to lines.

use std::io::{self, Write};

use anstyle::Style;

use super::color::{ASIDE, SOURCE, STRONG, paint};
use super::row::Row;
use super::standing::plain;
use crate::snippet::text::{clean, cut};
use crate::voice::{Language, Told};
use crate::wire::citations::{CitationFields, CitationLines, MeantFields};

/// No more letters of a line are printed.
const SHOWN: usize = 160;

/// Columns by which what may be meant stands in.
const INDENT: usize = 4;

impl CitationLines<'_> {
    /// Prints each thing that the document names with what is known of it, then how many there are.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        for citation in &self.citations {
            citation.print(out, self.file, language, columns)?;
        }
        let told = Told::Checked { all: self.total as u64, doubtful: self.doubtful as u64 };
        Row::of(ASIDE, &language.told(told)).print(out, 0, columns)
    }
}

impl CitationFields<'_> {
    fn print(&self, out: &mut dyn Write, file: &str, language: Language, columns: usize) -> io::Result<()> {
        let line = self.places.first().map_or(1, |place| place.line);
        let status = plain(language.name(self.status));
        let others = match &self.places[..] {
            [] | [_] => String::new(),
            [_, others @ ..] => {
                let lines: Vec<String> = others.iter().map(|place| place.line.to_string()).collect();
                format!("  ({})", lines.join(", "))
            }
        };
        Row::source(&format!("{}:{line}", clean(file)))
            .with(Style::new(), &format!("  {}  ", clean(self.text)))
            .with(STRONG, &status)
            .with(ASIDE, &others)
            .print(out, 0, columns)?;
        self.candidates.iter().try_for_each(|meant| {
            meant.print(out, language, columns)?;
            match (self.issued, meant.issued, &meant.telling) {
                (Some(told), Some(issued), Some(telling)) if meant.other_day => {
                    let draft = Told::DraftDay { line, day: told };
                    Row::of(ASIDE, &language.told(draft))
                        .with(Style::new(), &format!(" {}", cut(&clean(self.line), SHOWN)))
                        .print(out, INDENT + 2, columns)?;
                    Row::source(&format!("{}:{}", clean(telling.doc), telling.line))
                        .with(ASIDE, &format!(" {}", language.told(Told::IndexDay(issued))))
                        .with(Style::new(), &format!(" {}", cut(&clean(telling.text), SHOWN)))
                        .print(out, INDENT + 2, columns)
                }
                _ => Ok(()),
            }
        })
    }
}

impl MeantFields<'_> {
    fn print(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        let issued = self.issued.map(|day| language.told(Told::Issued(day)));
        let other = self.other_day.then(|| language.told(Told::OtherDay));
        let about = [Some(clean(self.name)), issued, other, self.subject.map(clean)];
        let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let Some(place) = &self.place else {
            return Row::of(Style::new(), &about).print(out, INDENT, columns);
        };
        // a path that is broken opens no file
        writeln!(out, "{:INDENT$}{}", "", paint(SOURCE, &format!("{}:{}", clean(place.doc), place.line)))?;
        Row::of(Style::new(), &about).print(out, INDENT + 2, columns)?;
        self.standing.iter().try_for_each(|standing| standing.print(out, INDENT + 2, language, columns))
    }
}
