//! A mention to its line.

use std::io::{self, Write};

use anstyle::Style;

use super::color::{ASIDE, SOURCE, paint};
use super::row::Row;
use super::standing::plain;
use crate::snippet::text::{clean, width};
use crate::voice::{Language, Word};
use crate::wire::mentions::{AbbreviationValue, MentionLine, MentionValue};
use crate::wire::papers::{PaperValue, TitledPaper};

/// Columns by which a mention stands in below its place.
const INDENT: usize = 4;

impl MentionLine<'_> {
    /// Prints it, broken where it would be longer than `columns`.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        let kind = language.name(self.kind);
        let source = format!("{}:{}", clean(self.file), self.place.line);
        let (text, value) = (clean(self.text), clean(&self.value.brief(self.text, language)));
        let value = format!("{kind} {value}");
        let whole = width(&source) + width(&text) + width(&value) + 4;
        if whole > columns && width(&source) > columns / 2 {
            writeln!(out, "{}", paint(SOURCE, &source))?;
            return Row::of(Style::new(), &format!("{text}  ")).with(ASIDE, &value).print(out, INDENT, columns);
        }
        Row::source(&source).with(Style::new(), &format!("  {text}  ")).with(ASIDE, &value).print(out, 0, columns)
    }
}

impl MentionValue<'_> {
    /// It in a few letters.
    fn brief(&self, written: &str, language: Language) -> String {
        match self {
            Self::Date(date) if date.time.time().impossible => language.no_such_day(written),
            Self::Number(number) => number.canonical.clone(),
            Self::Date(date) => match language.time(&date.time.time()) {
                time if !time.is_empty() => time,
                _ if date.lunar => language.word(Word::Lunar).to_owned(),
                _ => language.word(Word::NoYear).to_owned(),
            },
            Self::Event(event) => {
                format!("{} {}", language.name(event.kind), language.time(&event.time.time()))
            }
            Self::Relation(told) => {
                let name = plain(language.name(told.relation));
                let (of, to) = (told.of.brief(language), told.to.brief(language));
                let part = told.part.map(|part| format!("{part} ")).unwrap_or_default();
                let date = told.date.as_deref().map(|date| language.held_days(date, told.until.as_deref()));
                let date = date.or(told.unreckoned.then(|| language.word(Word::Undated).to_owned()));
                let date = date.map(|date| format!(" ({date})")).unwrap_or_default();
                format!("{of} {name} {part}{to}{date}")
            }
            Self::Validity(told) => {
                let date = told.date.as_deref().map(|date| language.force_day(date, told.what, told.last_day));
                let undated = || told.unreckoned.then(|| language.word(Word::Undated).to_owned());
                let date = date.or(told.rule.map(str::to_owned)).or_else(undated).unwrap_or_default();
                format!("{} {} {date}", told.of.brief(language), language.name(told.what)).trim_end().to_owned()
            }
            Self::Abbreviation(AbbreviationValue { short, long }) => format!("{short} = {long}"),
            Self::Person(person) => match person.role {
                Some(role) => format!("{}, {role}", person.name),
                None => person.name.to_owned(),
            },
        }
    }
}

impl PaperValue<'_> {
    /// It in a few letters.
    pub(super) fn brief(&self, language: Language) -> String {
        match self {
            Self::Number(number) if number == "this" => language.word(Word::ThisPaper).to_owned(),
            Self::Number(number) => number.clone(),
            Self::Titled(TitledPaper { kind, title, .. }) => format!("{kind} {title}").trim_end().to_owned(),
        }
    }
}
