//! What an address may ask for: the names of parameters, what their values are, and what they mean.

use crate::query::End;

/// A parameter of a route.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// What it means.
    pub about: &'static str,
}

/// What the value of a parameter is.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any text.
    Text,
    /// Texts, each given by itself.
    Texts,
    /// A count up to so many.
    Count(usize),
    /// A day, month or year as people write it, where a period begins or ends.
    Day(End),
    /// Yes or no.
    Flag,
    /// One of these.
    /// A day or period, or today.
    Time,
    OneOf(&'static [&'static str]),
}

/// Hits of an answer at most.
pub const MAX_LIMIT: usize = 100;

/// Hits that are passed over at most.
pub const MAX_OFFSET: usize = 10_000;

const fn parameter(name: &'static str, kind: Kind, about: &'static str) -> Parameter {
    Parameter { name, kind, about }
}

/// What sets the language of an answer; every route takes it.
pub const LANG: Parameter = parameter("lang", Kind::OneOf(&["vi", "en"]), "language of notices and errors");

const QUERY: Parameter = parameter("q", Kind::Text, "the query as typed; none makes a syntax error");
const LIMIT: Parameter = parameter("limit", Kind::Count(MAX_LIMIT), "how many at most");
const OFFSET: Parameter = parameter("offset", Kind::Count(MAX_OFFSET), "how many of the first to leave out");
const FROM: Parameter = parameter("from", Kind::Day(End::First), "only this day or later: 17/2/1979, 4/1964, 1947");
const TO: Parameter = parameter("to", Kind::Day(End::Last), "only this day or earlier");
const ON: Parameter =
    parameter("on", Kind::Time, "as it stands on this day, or on some day of this period: 1/7/2021, 2020");
const PLACES: Parameter = parameter("in", Kind::Texts, "only documents whose path or id matches");
const NUMBERS: Parameter = parameter("number", Kind::Texts, "only passages that name this document");
const PEOPLE: Parameter = parameter("person", Kind::Texts, "only passages that name this person");
const DATES: Parameter = parameter("date", Kind::Texts, "only passages that name a time which overlaps this one");
const IN_FORCE: Parameter = parameter(
    "in_force",
    Kind::Text,
    "only documents in force on this day or period, or `today`, as far as the index tells",
);
const SORT: Parameter = parameter("sort", Kind::OneOf(&["relevance", "date"]), "the best first, or by time");
const EXACT: Parameter = parameter("exact", Kind::Flag, "diacritics as typed, nothing folded");
const PER_DOCUMENT: Parameter = parameter("per_document", Kind::Flag, "the best passage of each document");
const EXPLAIN: Parameter = parameter("explain", Kind::Flag, "the parts of each score");
const ISSUER: Parameter = parameter("issuer", Kind::Text, "only documents of this issuer");
const TYPE: Parameter = parameter("type", Kind::Text, "only documents of this type: abbreviation or words");
const ROLE: Parameter = parameter("role", Kind::Text, "only people with an office that holds these words");
const BY: Parameter = parameter("by", Kind::OneOf(&["year", "month", "decade"]), "the step of the counts");

/// Of a search.
pub const SEARCH: &[Parameter] =
    &[QUERY, LIMIT, OFFSET, PLACES, NUMBERS, PEOPLE, DATES, IN_FORCE, FROM, TO, SORT, EXACT, PER_DOCUMENT, EXPLAIN];

/// Of many searches.
pub const BATCH: &[Parameter] =
    &[LIMIT, OFFSET, PLACES, NUMBERS, PEOPLE, DATES, IN_FORCE, FROM, TO, SORT, EXACT, PER_DOCUMENT, EXPLAIN];

/// Of a document.
pub const DOCUMENT: &[Parameter] = &[
    parameter("from", Kind::Count(u32::MAX as usize), "the first line, from 1"),
    parameter("to", Kind::Count(u32::MAX as usize), "the last line"),
];

/// Of the page of a document.
pub const DOCUMENT_PAGE: &[Parameter] =
    &[QUERY, EXACT, parameter("from", Kind::Count(u32::MAX as usize), "the first line, from 1")];

/// Of the page of a document whose id no address can hold as its path.
pub const DOCUMENT_BY_ID: &[Parameter] = &[
    parameter("id", Kind::Text, "its id"),
    QUERY,
    EXACT,
    parameter("from", Kind::Count(u32::MAX as usize), "the first line, from 1"),
];

/// Of the register of numbers.
pub const REGISTER: &[Parameter] = &[TYPE, ISSUER, FROM, TO, LIMIT, OFFSET];

/// Of a number.
pub const NUMBER: &[Parameter] = &[TYPE, ISSUER, FROM, TO, ON, LIMIT];

/// Of the roll of people.
pub const ROLL: &[Parameter] = &[
    ROLE,
    FROM,
    TO,
    parameter("sort", Kind::OneOf(&["mentions", "name"]), "named most often first, or by given name"),
    LIMIT,
    OFFSET,
];

/// Of a person.
pub const PERSON: &[Parameter] = &[LIMIT];

/// Of the timeline.
pub const TIMELINE: &[Parameter] =
    &[QUERY, parameter("type", Kind::Text, "only events of this type, such as congress"), FROM, TO, BY, LIMIT, OFFSET];

/// Of suggestions.
pub const SUGGEST: &[Parameter] = &[QUERY];

/// Of an original.
pub const FILE: &[Parameter] = &[parameter("inline", Kind::Flag, "in the browser: PDF alone")];
