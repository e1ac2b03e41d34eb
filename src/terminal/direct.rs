//! What the documents say that a query asks of one of them, and that the document of a hit is in force no more, to lines.

use std::io::{self, Write};

use anstyle::Style;

use super::color::{ASIDE, SOURCE, STRONG};
use super::row::Row;
use crate::mention::number::type_name;
use crate::snippet::text::{clean, cut_amid};
use crate::voice::{Language, Told, Word};
use crate::wire::relations::{DirectFields, SaidFields, StandingFields};

/// Columns by which what is said stands further in.
const INDENT: usize = 2;

/// Of more statements than these only the places are told, not the words.
const MOST_QUOTED: usize = 6;

/// Letters of the words that say something.
const MAX_WORDS: usize = 200;

/// More documents than these are not named in one sentence.
const MOST_NAMED: usize = 3;

impl DirectFields<'_> {
    /// Prints the document with its state, and below it each statement with its line.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        let of_type = self.of_type.and_then(type_name).map(|name| format!("{name} ")).unwrap_or_default();
        let province = self.province.map(|province| format!(" · {}", clean(province))).unwrap_or_default();
        let [since, until] = [&self.since, &self.until].map(|day| day.as_deref().and_then(|day| day.parse().ok()));
        let state = self.state.map(|state| format!("   {}", language.told(Told::State { state, since, until })));
        Row::of(STRONG, &format!("{of_type}{}", clean(self.written)))
            .with(ASIDE, &province)
            .with(STRONG, &state.unwrap_or_default())
            .print(out, 0, columns)?;
        let is_quoted = self.statements.len() <= MOST_QUOTED;
        self.statements.iter().try_for_each(|said| said.print(out, language, columns, is_quoted))
    }
}

impl SaidFields<'_> {
    fn print(&self, out: &mut dyn Write, language: Language, columns: usize, is_quoted: bool) -> io::Result<()> {
        let (part, other) = (self.part.map(clean), self.written.map(clean).unwrap_or_default());
        let told = Told::Relation { relation: self.relation, part: part.as_deref(), other: &other };
        let rule = self.rule.filter(|_| self.date.is_none()).map(|rule| format!(" {rule}")).unwrap_or_default();
        let date = self.date.as_deref().map(|date| match self.until.as_deref() {
            Some(until) => language.held_days(date, Some(until)),
            None => language.force_day(date, self.relation, self.last_day),
        });
        let date = date.or(self.unreckoned.then(|| language.word(Word::Undated).to_owned()));
        let date = date.map(|date| format!("   {date}")).unwrap_or_default();
        Row::of(Style::new(), &format!("{}{rule}{date}", language.told(told)))
            .with(SOURCE, &format!("   {}:{}", clean(self.place.doc), self.place.line))
            .print(out, INDENT, columns)?;
        if !is_quoted {
            return Ok(());
        }
        let words = cut_amid(&clean(self.place.text), MAX_WORDS);
        Row::of(ASIDE, &words).print(out, 2 * INDENT, columns)
    }
}

impl StandingFields<'_> {
    /// That a document is in force no more, in a sentence.
    pub fn ended(&self, language: Language) -> String {
        let mut by: Vec<String> = Vec::new();
        for name in &self.by_written {
            let name = clean(name);
            if !by.contains(&name) && by.len() < MOST_NAMED {
                by.push(name);
            }
        }
        let by = by.join(", ");
        let since = self.since.as_deref().and_then(|day| day.parse().ok());
        let until = self.until.as_deref().and_then(|day| day.parse().ok());
        language.told(Told::Ended { state: self.state, by: &by, since, until })
    }
}
