//! A query, a person or a period to events and times in order.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::archive::Archive;
use crate::directory::{Moment, Timeline};
use crate::mcp::ask;
use crate::mcp::fit::{Findings, cut};
use crate::mcp::refused::Refused;
use crate::mention::EventKind;
use crate::query::ValueFault;
use crate::query::{limited, typed_name};
use crate::voice::tools::Misuse;
use crate::voice::{Language, Listener, Step};
use crate::wire::notices::Notices;
use crate::wire::timeline::TimelineLines;
use crate::wire::times::TimeFields;

/// The name of the list.
pub const LIST: &str = "events";

/// Events where nothing else is asked for, and at most.
const USUAL: usize = 20;
const MOST: usize = 100;

/// No more passages than this are read.
const MOST_READ: usize = 20_000;

/// Of more years than this decades are counted.
const YEARS: usize = 20;

/// Characters of a text.
const TEXT: usize = 300;

/// What is wanted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Words that the passages hold
    query: Option<String>,
    /// congress, founding, election, appointment, birth, …
    r#type: Option<String>,
    from: Option<String>,
    to: Option<String>,
    /// Only passages that name this person
    person: Option<String>,
    /// 1-100, usually 20
    limit: Option<usize>,
    offset: Option<usize>,
    max_chars: Option<usize>,
}

/// What holds for all.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Head<'a> {
    total: usize,
    /// How many begin in each year or decade
    counts: &'a BTreeMap<String, usize>,
    notices: &'a [String],
}

/// An event, or a time that is told.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Found<'a> {
    r#type: Option<&'static str>,
    #[serde(flatten)]
    time: TimeFields,
    doc: &'a str,
    line: u32,
    text: String,
    people: &'a [String],
    places: &'a [String],
    numbers: &'a [String],
}

pub fn answer(asked: &Asked, archive: &Archive, language: Language) -> Result<Value, Refused> {
    let limit = ask::count("limit", asked.limit, USUAL, (1, MOST))?;
    let offset = ask::offset(asked.offset)?;
    let (moments, notices) = archive.timeline(&wanted(asked)?)?;
    let notices = Notices::of(&notices, language.voice(Listener::Caller));
    let by_year = TimelineLines::new(&moments, Step::Year, (0, 0), &notices);
    let by_decade = TimelineLines::new(&moments, Step::Decade, (0, 0), &notices);
    let counts = if by_year.counts.len() > YEARS { &by_decade.counts } else { &by_year.counts };
    let head = Head { total: moments.len(), counts, notices: &notices.notices };
    let shown = moments.iter().skip(offset).take(limit);
    let more = offset + shown.len() < moments.len();
    Ok(Findings::new(&head).with(shown.map(Found::of), offset, more).within(LIST, ask::chars(asked.max_chars)))
}

fn wanted(asked: &Asked) -> Result<Timeline, Misuse> {
    let (from, to) = ask::period(asked.from.as_deref(), asked.to.as_deref())?;
    let known = || EventKind::names().collect::<Vec<_>>().join(", ");
    let kind =
        asked.r#type.as_deref().map(|name| EventKind::named(name).ok_or_else(|| Misuse::Type { known: known() }));
    let person = asked.person.as_deref();
    if let Some(typed) = person.filter(|typed| typed_name(limited(typed).0).is_none()) {
        return Err(Misuse::Odd { name: "person", typed: typed.to_owned(), fault: ValueFault::NoName });
    }
    let words = [asked.query.as_deref(), person].into_iter().flatten().collect::<Vec<_>>();
    Ok(Timeline { query: words.join(" "), from, to, kind: kind.transpose()?, most: Some(MOST_READ) })
}

impl<'a> Found<'a> {
    fn of(moment: &'a Moment) -> Self {
        Self {
            r#type: moment.kind.map(|kind| kind.as_str()),
            time: TimeFields::of(Some(&moment.when)),
            doc: &moment.doc,
            line: moment.line,
            text: cut(&moment.text, TEXT),
            people: &moment.people,
            places: &moment.places,
            numbers: &moment.numbers,
        }
    }
}
