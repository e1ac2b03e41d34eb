//! The words of the pages and of the errors of the server, in one language each.
//!
//! Words that stand alone are texts, sentences that hold a value are functions. A page takes all its words from here,
//! so that it speaks one language.

use jiff::civil::Date;

use super::said::Time;
use crate::mention::{EventKind, Role, TimeFault};

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// A parameter is not what it must be.
    BadParameter,
    /// The body is not what it must be.
    BadBody,
    /// Who asks has to tell the token.
    Unauthorized,
    /// The name of the server in the request is none of ours.
    WrongHost,
    /// The request comes from the page of another server.
    WrongOrigin,
    /// There is no such thing.
    NotFound,
    /// The method is not taken here.
    Method,
    /// The original is no longer what was indexed.
    Changed,
    /// The body is too large.
    TooLarge,
    /// The address is too long.
    AddressTooLong,
    /// The body is of a type that is not read.
    OtherType,
    /// Too many ask at once.
    Busy,
    /// The answer took too long.
    Late,
    /// There is no index, or none that can be read.
    NoIndex,
    /// Something went wrong that should not.
    Internal,
}

/// What is wrong with a parameter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// There is none of this name here.
    Unknown,
    /// It is given more than once.
    Doubled,
    /// It is missing.
    Missing,
    /// It is no count of at most so many.
    NoCount(usize),
    /// It is no day or period that is understood.
    NoTime,
    /// It is a time that cannot be.
    Time(TimeFault),
    /// It is open where the period begins, and has no first day.
    NoFirstDay,
    /// It is open where the period ends, and has no last day.
    NoLastDay,
    /// The period ends before it begins.
    Reversed,
    /// It is no document number.
    NoNumber,
    /// It is no name.
    NoName,
    /// It is no pattern of paths.
    NoPattern,
    /// It is none of these.
    NoneOf(String),
    /// There are too many parameters.
    TooMany,
}

/// The words of the pages in one language.
#[allow(missing_docs, reason = "each is named after what it says")]
#[derive(Debug)]
pub struct Words {
    pub lang: &'static str,
    pub other_lang: &'static str,
    pub other_language: &'static str,
    pub name: &'static str,
    pub skip: &'static str,
    pub box_label: &'static str,
    pub search: &'static str,
    pub pages: &'static str,
    pub numbers: &'static str,
    pub people: &'static str,
    pub timeline: &'static str,
    pub check: &'static str,
    pub check_lead: &'static str,
    pub check_more: &'static str,
    pub draft: &'static str,
    pub status: &'static str,
    pub help: &'static str,
    pub try_these: &'static str,
    pub home_lead: &'static str,
    pub narrow: &'static str,
    pub nothing: &'static str,
    pub nothing_hint: &'static str,
    pub search_words: &'static str,
    pub empty_query: &'static str,
    pub by_relevance: &'static str,
    pub by_date: &'static str,
    pub per_document: &'static str,
    pub per_passage: &'static str,
    pub understood: &'static str,
    pub as_typed: &'static str,
    pub did_you_mean: &'static str,
    pub go_to: &'static str,
    pub whole_document: &'static str,
    pub copy_citation: &'static str,
    pub copied: &'static str,
    pub mentions: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub remove: &'static str,
    pub years: &'static str,
    pub folders: &'static str,
    pub documents: &'static str,
    pub marks: &'static str,
    pub contents: &'static str,
    pub original: &'static str,
    pub csv: &'static str,
    pub also: &'static str,
    pub kind: &'static str,
    pub issuer: &'static str,
    pub province: &'static str,
    pub issued: &'static str,
    pub standing: &'static str,
    pub subject: &'static str,
    pub held: &'static str,
    pub cited_only: &'static str,
    pub issued_here: &'static str,
    pub citations: &'static str,
    pub several_numbers: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub filter: &'static str,
    pub office: &'static str,
    pub offices: &'static str,
    pub spellings: &'static str,
    pub similar: &'static str,
    pub beside: &'static str,
    pub in_order: &'static str,
    pub undated: &'static str,
    pub variants: &'static str,
    pub order: &'static str,
    pub by_mentions: &'static str,
    pub by_name: &'static str,
    pub person: &'static str,
    pub passages: &'static str,
    pub number: &'static str,
    pub time: &'static str,
    pub event: &'static str,
    pub any: &'static str,
    pub text: &'static str,
    pub place: &'static str,
    pub query: &'static str,
    pub by_year: &'static str,
    pub chart: &'static str,
    pub size: &'static str,
    pub written: &'static str,
    pub roots: &'static str,
    pub files: &'static str,
    pub new_files: &'static str,
    pub changed_files: &'static str,
    pub gone_files: &'static str,
    pub without_text: &'static str,
    pub version: &'static str,
    pub generation: &'static str,
    pub up_to_date: &'static str,
    pub stale: &'static str,
    pub keys: &'static str,
    pub keys_off: &'static str,
    pub keys_on: &'static str,
    pub key_help: &'static [(&'static str, &'static str)],
    pub help_lead: &'static str,
    pub typed: &'static str,
    pub finds: &'static str,
    pub api: &'static str,
    pub api_lead: &'static str,
    pub back: &'static str,
    pub request: &'static str,
    pub page_short: &'static str,
    pub line: &'static str,
    /// What each way of asking finds: what to type for it is made of the index.
    pub ways: Ways,
    pub count: fn(u64) -> String,
    pub found: fn(usize, bool) -> String,
    pub in_documents: fn(usize) -> String,
    pub more_in_document: fn(usize) -> String,
    pub passage_count: fn(u64) -> String,
    pub document_count: fn(u64) -> String,
    pub people_count: fn(usize) -> String,
    pub number_count: fn(usize) -> String,
    pub moment_count: fn(usize) -> String,
    pub counted_over: fn(usize, bool) -> String,
    pub took: fn(f64) -> String,
    pub updated: fn(&str) -> String,
    pub(crate) when: fn(&Time) -> String,
    pub lines: fn(u32, u32) -> String,
    pub event_name: fn(EventKind) -> &'static str,
    pub role: fn(Role) -> &'static str,
    pub trouble: fn(Trouble) -> &'static str,
    pub remedy: fn(Trouble) -> &'static str,
    pub refusal: fn(&Refusal) -> String,
}

impl Words {
    /// A day.
    pub(crate) fn day(&self, day: Date) -> String {
        (self.when)(&Time { from: Some(day), to: Some(day), ..Time::default() })
    }
}

/// What each way of asking finds.
#[allow(missing_docs, reason = "each is named after what it says")]
#[derive(Debug)]
pub struct Ways {
    pub words: &'static str,
    pub phrase: &'static str,
    pub without: &'static str,
    pub number: &'static str,
    pub person: &'static str,
    pub person_filter: &'static str,
    /// The names of the filters by places and by people.
    pub filters: [&'static str; 2],
    pub day: &'static str,
    pub period: &'static str,
    pub folder: &'static str,
}
