//! A mention to its line.

use std::io::{self, Write};

use anstyle::Style;

use super::color::{ASIDE, SOURCE};
use super::row::Row;
use crate::snippet::text::clean;
use crate::voice::{Language, Word};
use crate::wire::mentions::{MentionLine, MentionValue};

impl MentionLine<'_> {
    /// Prints it, broken where it would be longer than `columns`.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        let kind = language.name(self.kind);
        Row::of(SOURCE, &format!("{}:{}", clean(self.file), self.place.line))
            .with(Style::new(), &format!("  {}  ", clean(self.text)))
            .with(ASIDE, &format!("{kind} {}", clean(&self.value.brief(language))))
            .print(out, 0, columns)
    }
}

impl MentionValue<'_> {
    /// It in a few letters.
    fn brief(&self, language: Language) -> String {
        match self {
            Self::Number(number) => number.canonical.clone(),
            Self::Date(date) => match language.time(&date.time.time()) {
                time if !time.is_empty() => time,
                _ if date.lunar => language.word(Word::Lunar).to_owned(),
                _ => language.word(Word::NoYear).to_owned(),
            },
            Self::Event(event) => {
                format!("{} {}", language.name(event.kind), language.time(&event.time.time()))
            }
            Self::Abbreviation { short, long } => format!("{short} = {long}"),
            Self::Person(person) => match person.role {
                Some(role) => format!("{}, {role}", person.name),
                None => person.name.to_owned(),
            },
        }
    }
}
