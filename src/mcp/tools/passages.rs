//! A query to ranked passages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::archive::Archive;
use crate::mcp::ask;
use crate::mcp::fit::{Findings, around, cut};
use crate::mcp::refused::Refused;
use crate::mention::number;
use crate::query::{Matching, ValueFault, is_place, limited, typed_in_force, typed_name};
use crate::search::{Hit, Request, Sort};
use crate::snippet::best_line;
use crate::voice::tools::Misuse;
use crate::voice::{Language, Listener};
use crate::wire::notices::Notices;
use crate::wire::relations::{DirectFields, StandingFields};

/// The name of the list.
pub const LIST: &str = "hits";

/// Characters of a passage, and of a query that is told again.
const TEXT: usize = 1_500;
const QUERY: usize = 300;

/// Characters of a query at most.
const MAX_QUERY: usize = 10_000;

/// Hits where nothing else is asked for, and at most.
const USUAL: usize = 5;
const MOST: usize = 20;

/// What is wanted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Words, "phrase", number, name, day
    query: String,
    /// 1-20, usually 5
    limit: Option<usize>,
    offset: Option<usize>,
    /// Globs of ids
    #[serde(default, rename = "in")]
    places: Vec<String>,
    #[serde(default)]
    person: Vec<String>,
    #[serde(default)]
    number: Vec<String>,
    #[serde(default)]
    date: Vec<String>,
    /// Since: 1947, 4/2021, 2021-04-23
    from: Option<String>,
    to: Option<String>,
    /// Day; today
    in_force: Option<String>,
    #[serde(default)]
    sort: Order,
    /// Diacritics as typed
    #[serde(default)]
    exact: bool,
    #[serde(default)]
    per_document: bool,
    max_chars: Option<usize>,
}

// what comes first
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Order {
    #[default]
    Relevance,
    Date,
}

/// What holds for all hits.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Head<'a> {
    query: String,
    total: usize,
    total_relation: &'static str,
    notices: &'a [String],
    answers: Vec<DirectFields<'a>>,
}

/// A hit.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Found<'a> {
    doc: &'a str,
    line: u32,
    page: Option<u32>,
    title: &'a str,
    section: String,
    text: String,
    standing: Option<StandingFields<'a>>,
    numbers: Vec<String>,
    people: Vec<&'a str>,
}

pub fn answer(asked: &Asked, archive: &Archive, language: Language) -> Result<Value, Refused> {
    let offset = ask::offset(asked.offset)?;
    let found = archive.search(&request(asked, offset)?)?;
    let notices = Notices::of(&found.notices, language.voice(Listener::Caller));
    let head = Head {
        query: cut(&asked.query, QUERY),
        total: found.total,
        total_relation: if found.more { "gte" } else { "eq" },
        notices: &notices.notices,
        answers: found.answers.iter().map(DirectFields::of).collect(),
    };
    let more = !found.hits.is_empty() && offset + found.hits.len() < found.total;
    let findings = Findings::new(&head).with(found.hits.iter().map(Found::of), offset, more);
    Ok(findings.within(LIST, ask::chars(asked.max_chars)))
}

impl<'a> Found<'a> {
    fn of(hit: &'a Hit) -> Self {
        let passage = &hit.passage;
        let line = best_line(passage, &hit.highlights);
        let mut people: Vec<&str> = passage.mentions.people.iter().map(|mention| &*mention.name).collect();
        people.sort_unstable();
        people.dedup();
        let mut numbers: Vec<String> =
            passage.mentions.numbers.iter().map(|mention| mention.number.canonical()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        Self {
            doc: &passage.doc,
            line,
            page: passage.page_of(line),
            title: &passage.title,
            section: passage.section.join(" › "),
            text: around(&passage.text, hit.highlights.first().map_or(0, |span| span.start), TEXT),
            standing: hit.ended.as_ref().map(StandingFields::of_ended),
            numbers,
            people,
        }
    }
}

fn request(asked: &Asked, offset: usize) -> Result<Request, Misuse> {
    if asked.query.chars().nth(MAX_QUERY).is_some() {
        return Err(Misuse::TooLong { name: "query", most: MAX_QUERY });
    }
    let filters = [&asked.places, &asked.person, &asked.number, &asked.date];
    let is_open = [&asked.from, &asked.to, &asked.in_force].iter().all(|each| each.is_none())
        && filters.iter().all(|each| each.is_empty());
    if asked.query.trim().is_empty() && is_open {
        return Err(Misuse::NoQuery);
    }
    let odd = |name, typed: &str, fault| Misuse::Odd { name, typed: typed.to_owned(), fault };
    let limit = ask::count("limit", asked.limit, USUAL, (1, MOST))?;
    let mut wanted = Request::new(&*asked.query).limit(limit).offset(offset);
    for place in &asked.places {
        if !is_place(place) {
            return Err(odd("in", place, ValueFault::NoPattern));
        }
        wanted = wanted.place(place);
    }
    for typed in &asked.number {
        if number::read(limited(typed).0).is_none() {
            return Err(odd("number", typed, ValueFault::NoNumber));
        }
        wanted = wanted.number(typed);
    }
    for typed in &asked.person {
        if typed_name(limited(typed).0).is_none() {
            return Err(odd("person", typed, ValueFault::NoName));
        }
        wanted = wanted.person(typed);
    }
    for typed in &asked.date {
        ask::time("date", typed)?;
        wanted = wanted.date(typed);
    }
    if let Some(typed) = &asked.in_force {
        typed_in_force(limited(typed).0).map_err(|fault| odd("in_force", typed, ValueFault::NoTime(fault)))?;
        wanted = wanted.in_force(typed);
    }
    let (from, to) = ask::period(asked.from.as_deref(), asked.to.as_deref())?;
    let sort = match asked.sort {
        Order::Relevance => Sort::Relevance,
        Order::Date => Sort::Date,
    };
    let matching = if asked.exact { Matching::Exact } else { Matching::Folded };
    Ok(wanted.between(from, to).sort(sort).matching(matching).per_document(asked.per_document))
}
