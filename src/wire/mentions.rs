//! Mentions in a document to where they stand in it, as JSON.

use std::ops::Range;

use serde::Serialize;

use super::numbers::role_name;
use super::papers::PaperValue;
use super::times::TimeFields;
use crate::mention::abbreviation::AbbreviationMention;
use crate::mention::date::DateMention;
use crate::mention::event::EventMention;
use crate::mention::number::NumberMention;
use crate::mention::person::PersonMention;
use crate::mention::relation::{RelationMention, ValidityMention};
use crate::mention::{Mentioned, Mentions};

/// A mention as `extract` tells it.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct MentionLine<'a> {
    /// What it names: `number`, `date`, `person`, `event`, `abbreviation`, `relation`, `validity`.
    pub kind: &'static str,
    /// The document that it stands in.
    pub file: &'a str,
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// The mention as it stands there, line ends included.
    pub text: &'a str,
    /// What it names, in one spelling.
    pub value: MentionValue<'a>,
}

/// Where a mention stands: lines from 1, columns from 0 in code points of the line as it stands.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct Place {
    /// The line that it begins in.
    pub line: usize,
    /// The column of its first letter.
    pub start: usize,
    /// The line that it ends in, where that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_line: Option<usize>,
    /// The column behind its last letter, in the line that it ends in.
    pub end: usize,
}

/// What a mention names, in one spelling.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum MentionValue<'a> {
    /// A document number.
    Number(NumberValue<'a>),
    /// A day or period.
    Date(DateValue),
    /// A person.
    Person(PersonValue<'a>),
    /// What happened.
    Event(EventValue<'a>),
    /// What one document does to another.
    Relation(RelationValue<'a>),
    /// From when or until when a document is in force.
    Validity(ValidityValue<'a>),
    /// A definition of a short form.
    Abbreviation(AbbreviationValue<'a>),
}

/// A definition of a short form.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct AbbreviationValue<'a> {
    /// The short form.
    pub(crate) short: &'a str,
    /// What it stands for.
    pub(crate) long: &'a str,
}

/// A person by the canonical name.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct PersonValue<'a> {
    pub(crate) name: &'a str,
    pub(crate) role: Option<&'a str>,
    /// How the name is written: `full`, `short`, `unresolved`, `alias`.
    form: &'static str,
    /// The full names that a short form may stand for, where more than one does.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    rivals: &'a [String],
}

/// What happened, when, who, where.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct EventValue<'a> {
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    #[serde(flatten)]
    pub(crate) time: TimeFields,
    people: Vec<&'a str>,
    places: &'a [String],
    numbers: Vec<String>,
}

/// A day or period as a closed interval.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct DateValue {
    #[serde(flatten)]
    pub(crate) time: TimeFields,
    grain: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) lunar: bool,
    /// Whether the days are the civil ones that those of the lunar calendar or of a reign fell on.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    converted: bool,
}

/// A document number in one spelling.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct NumberValue<'a> {
    number: &'a str,
    year: Option<u16>,
    symbol: Option<&'a str>,
    #[serde(rename = "type")]
    kind: Option<&'a str>,
    issuer: Option<&'a str>,
    /// The whole number; another spelling of it gives the same.
    pub canonical: String,
    issued: Option<String>,
    role: &'static str,
}

/// What one document does to another.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct RelationValue<'a> {
    /// `based_on`, `replaces`, `repeals`, `amends`, `corrects`, `details`, `carries_out`, `issued_with`, `consolidates`,
    /// `answers`, `suspends`, `refers_to`.
    pub(crate) relation: &'static str,
    /// Who does it.
    pub(crate) of: PaperValue<'a>,
    /// To which document.
    pub(crate) to: PaperValue<'a>,
    /// To which part of it; to all of it where there is none.
    pub(crate) part: Option<&'a str>,
    /// From which day on.
    pub(crate) date: Option<String>,
    /// The last day on which it holds, of what ends again: a suspension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<String>,
    /// Whether the text tells a time that cannot be reckoned: then nothing is known of when it holds.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) unreckoned: bool,
}

/// From when or until when a document is in force.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct ValidityValue<'a> {
    /// `effective` or `expires`.
    pub(crate) what: &'static str,
    /// Which document.
    pub(crate) of: PaperValue<'a>,
    /// The day.
    pub(crate) date: Option<String>,
    /// Of an end: whether the document is in force on that day, and no more behind it. Else it is the first day without.
    pub(crate) last_day: bool,
    /// How the day is reckoned, where the text does not name it.
    pub(crate) rule: Option<&'a str>,
    /// Which part; all of it where there is none.
    pub(crate) part: Option<&'a str>,
    /// Whether the text tells a time that cannot be reckoned: then nothing is known of the day.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) unreckoned: bool,
}

impl<'a> RelationValue<'a> {
    pub(crate) fn of(mention: &'a RelationMention) -> Self {
        Self {
            relation: mention.relation.as_str(),
            of: PaperValue::of(&mention.of),
            to: PaperValue::of(&mention.to),
            part: mention.part.as_deref(),
            date: mention.date.map(|date| date.to_string()),
            until: mention.until.map(|day| day.to_string()),
            unreckoned: mention.unreckoned,
        }
    }
}

impl<'a> ValidityValue<'a> {
    pub(crate) fn of(mention: &'a ValidityMention) -> Self {
        Self {
            what: mention.what.as_str(),
            of: PaperValue::of(&mention.of),
            date: mention.date.map(|date| date.to_string()),
            last_day: mention.last_day,
            rule: mention.rule.as_deref(),
            part: mention.part.as_deref(),
            unreckoned: mention.unreckoned,
        }
    }
}

impl<'a> MentionLine<'a> {
    /// A mention of those in a text.
    pub fn of(file: &'a str, text: &'a str, lines: &Lines, mention: Mentioned<'a>, mentions: &'a Mentions) -> Self {
        match mention {
            Mentioned::Number(number) => Self::number(file, text, lines, number),
            Mentioned::Date(date) => Self::date(file, text, lines, date),
            Mentioned::Person(person) => Self::person(file, text, lines, person),
            Mentioned::Abbreviation(short) => Self::abbreviation(file, text, lines, short),
            Mentioned::Event(event) => Self::event(file, text, lines, event, mentions),
            Mentioned::Relation(relation) => Self::relation(file, text, lines, relation),
            Mentioned::Validity(validity) => Self::validity(file, text, lines, validity),
        }
    }

    /// A document number in the document `file`.
    pub fn number(file: &'a str, text: &'a str, lines: &Lines, mention: &'a NumberMention) -> Self {
        let number = &mention.number;
        let value = NumberValue {
            number: &number.number,
            year: number.year,
            symbol: number.symbol.as_deref(),
            kind: number.kind.as_deref(),
            issuer: number.issuer.as_deref(),
            canonical: number.canonical(),
            issued: mention.issued.map(|day| day.to_string()),
            role: role_name(mention.role),
        };
        Self::new("number", file, text, lines.place(text, &mention.range), &mention.range, MentionValue::Number(value))
    }

    /// A day or period in the document `file`.
    pub fn date(file: &'a str, text: &'a str, lines: &Lines, mention: &'a DateMention) -> Self {
        let value = DateValue {
            time: TimeFields::of(Some(mention)).with_validity(),
            grain: mention.grain.as_str(),
            lunar: mention.lunar,
            converted: mention.is_converted(),
        };
        Self::new("date", file, text, lines.place(text, &mention.range), &mention.range, MentionValue::Date(value))
    }

    /// A person in the document `file`.
    pub fn person(file: &'a str, text: &'a str, lines: &Lines, mention: &'a PersonMention) -> Self {
        let value = PersonValue {
            name: &mention.name,
            role: mention.role.as_deref(),
            form: mention.kind.as_str(),
            rivals: &mention.rivals,
        };
        Self::new("person", file, text, lines.place(text, &mention.range), &mention.range, MentionValue::Person(value))
    }

    /// An event in the document `file`; what it names is looked up in `mentions`.
    pub fn event(file: &'a str, text: &'a str, lines: &Lines, event: &'a EventMention, mentions: &'a Mentions) -> Self {
        let value = EventValue {
            kind: event.kind.as_str(),
            time: TimeFields::of(Some(&mentions.time_of(event))),
            people: mentions.people_of(event),
            places: &event.places,
            numbers: event
                .numbers
                .iter()
                .filter_map(|at| Some(mentions.numbers.get(*at)?.number.canonical()))
                .collect(),
        };
        Self::new("event", file, text, lines.place(text, &event.range), &event.range, MentionValue::Event(value))
    }

    /// What one document does to another, in the document `file`.
    pub fn relation(file: &'a str, text: &'a str, lines: &Lines, mention: &'a RelationMention) -> Self {
        let value = MentionValue::Relation(RelationValue::of(mention));
        Self::new("relation", file, text, lines.place(text, &mention.range), &mention.range, value)
    }

    /// From when or until when a document is in force, in the document `file`.
    pub fn validity(file: &'a str, text: &'a str, lines: &Lines, mention: &'a ValidityMention) -> Self {
        let value = MentionValue::Validity(ValidityValue::of(mention));
        Self::new("validity", file, text, lines.place(text, &mention.range), &mention.range, value)
    }

    /// A definition of a short form in the document `file`.
    pub fn abbreviation(file: &'a str, text: &'a str, lines: &Lines, mention: &'a AbbreviationMention) -> Self {
        let value = MentionValue::Abbreviation(AbbreviationValue { short: &mention.short, long: &mention.long });
        Self::new("abbreviation", file, text, lines.place(text, &mention.range), &mention.range, value)
    }

    fn new(
        kind: &'static str,
        file: &'a str,
        text: &'a str,
        place: Place,
        range: &Range<usize>,
        value: MentionValue<'a>,
    ) -> Self {
        Self { kind, file, place, text: &text[range.clone()], value }
    }
}

/// Where the lines of a text begin, and how many code points stand before each block of its bytes.
pub struct Lines {
    starts: Vec<usize>,
    points: Vec<usize>,
}

/// Bytes of a block: so many are looked at for a column, however long its line. Their count fits a byte.
const BLOCK: usize = 128;

impl Lines {
    /// The lines of `text`, which end in `\n`.
    pub fn of(text: &str) -> Self {
        let behind = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let mut count = 0;
        let points = text.as_bytes().chunks(BLOCK).map(|block| {
            count += code_points(block);
            count
        });
        Self { starts: std::iter::once(0).chain(behind).collect(), points: std::iter::once(0).chain(points).collect() }
    }

    /// How many code points stand before a byte of the same text.
    pub fn points(&self, text: &str, at: usize) -> usize {
        self.points[at / BLOCK] + code_points(&text.as_bytes()[at / BLOCK * BLOCK..at])
    }

    /// Where `range`, in bytes of the same text, stands.
    pub fn place(&self, text: &str, range: &Range<usize>) -> Place {
        let line = |at: usize| self.starts.partition_point(|start| *start <= at);
        let column = |at: usize, line: usize| self.points(text, at) - self.points(text, self.starts[line - 1]);
        let first = line(range.start);
        // a mention never ends behind a line end
        let last = line(range.end.saturating_sub(1).max(range.start));
        Place {
            line: first,
            start: column(range.start, first),
            end_line: (last != first).then_some(last),
            end: column(range.end, last),
        }
    }
}

/// How many code points begin in these bytes of one block: a sum of bytes, of which many are added at once.
fn code_points(block: &[u8]) -> usize {
    usize::from(block.iter().map(|byte| u8::from(byte & 0xC0 != 0x80)).sum::<u8>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_code_points_of_lines() {
        let text = "Đây là\nKế hoạch số\n142/KH-LĐLĐ đó";
        let lines = Lines::of(text);
        let check = |part: &str, expected: Place| {
            let start = text.find(part).expect("it is there");
            assert_eq!(lines.place(text, &(start..start + part.len())), expected, "{part}");
        };
        check("là", Place { line: 1, start: 4, end_line: None, end: 6 });
        check("số\n142", Place { line: 2, start: 9, end_line: Some(3), end: 3 });
        check("đó", Place { line: 3, start: 12, end_line: None, end: 14 });
        let long = format!("a\n{}đó", "ế ".repeat(BLOCK));
        for (at, _) in long.char_indices().filter(|(at, _)| *at > 1) {
            let place = Lines::of(&long).place(&long, &(at..at));
            assert_eq!((place.line, place.start), (2, long[2..at].chars().count()), "{at}");
        }
    }
}
