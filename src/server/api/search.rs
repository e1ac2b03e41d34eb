//! Queries to ranked passages as JSON.

use std::sync::Arc;

use serde_json::Value;

use super::{next, said, served};
use crate::mention::date::{self, NoTime, TimeFault};
use crate::mention::number;
use crate::query::{Matching, Notice};
use crate::query::{is_place, limited, typed_in_force, typed_name};
use crate::search::{Answer, Request, Sort};
use crate::server::asked::{Asked, Empty};
use crate::server::edition::Edition;
use crate::server::pairs::Pairs;
use crate::server::parameter::{self, MAX_LIMIT, MAX_OFFSET};
use crate::server::problem::Problem;
use crate::server::reply::{Media, Reply};
use crate::voice::page::{Refusal, Trouble};
use crate::wire::answer::{AnswerLine, Details};
use crate::wire::line::line;
use crate::wire::queries::batch_line;

/// Queries of a batch at most.
const MAX_BATCH: usize = 100;

/// Hits of an answer where nothing else is asked for.
const USUAL: usize = 10;

/// What a query means together with the other parameters.
///
/// # Errors
/// A parameter is not what it must be.
pub fn request(asked: &Asked, query: &str) -> Result<Request, Problem> {
    let refuse = |name: &str, refusal: Refusal| Err(Problem::parameter(name, refusal));
    let mut wanted = Request::new(query).limit(asked.count("limit", USUAL).min(MAX_LIMIT));
    wanted = wanted.offset(asked.count("offset", 0).min(MAX_OFFSET));
    for place in asked.all("in") {
        if !is_place(place) {
            return refuse("in", Refusal::NoPattern);
        }
        wanted = wanted.place(place);
    }
    for typed in asked.all("number") {
        if number::read(limited(typed).0).is_none() {
            return refuse("number", Refusal::NoNumber);
        }
        wanted = wanted.number(typed);
    }
    for typed in asked.all("person") {
        if typed_name(limited(typed).0).is_none() {
            return refuse("person", Refusal::NoName);
        }
        wanted = wanted.person(typed);
    }
    for typed in asked.all("date") {
        if date::read_whole(limited(typed).0).is_err() {
            return refuse("date", Refusal::NoTime);
        }
        wanted = wanted.date(typed);
    }
    if let Some(typed) = asked.text("in_force") {
        match typed_in_force(limited(typed).0) {
            Ok(_) => {}
            Err(NoTime::NoYear) => return refuse("in_force", Refusal::Time(TimeFault::NoYear)),
            Err(NoTime::Unnamed | NoTime::Unread) => return refuse("in_force", Refusal::NoTime),
        }
        wanted = wanted.in_force(typed);
    }
    let (from, to) = asked.period()?;
    let sort = if asked.text("sort") == Some("date") { Sort::Date } else { Sort::Relevance };
    let matching = if asked.flag("exact") { Matching::Exact } else { Matching::Folded };
    Ok(wanted.between(from, to).sort(sort).matching(matching).per_document(asked.flag("per_document")))
}

/// Whether anything is looked for.
pub fn asks(asked: &Asked) -> bool {
    ["q", "in", "number", "person", "date", "in_force", "from", "to"].iter().any(|name| asked.text(name).is_some())
}

/// Answers a query.
pub fn search(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    if !asks(asked) {
        return Err(Problem::parameter("q", Refusal::Missing));
    }
    let query = asked.text("q").unwrap_or_default();
    let request = request(asked, query)?;
    let answer = find(edition, &request)?;
    let notices = said(&answer.notices, asked);
    let next = next(asked, request.offset, answer.hits.len(), answer.total);
    served(AnswerLine::new(None, query, &answer, &notices, details(asked)), edition, next)
}

/// Answers a request, and tells where nothing is left to be shown.
///
/// # Errors
/// The index cannot be read.
pub fn find(edition: &Edition, request: &Request) -> Result<Answer, Problem> {
    let mut answer = edition.archive.search(request)?;
    if answer.hits.is_empty() && answer.total > 0 && request.limit > 0 {
        answer.notices.push(Notice::BehindLast { total: answer.total });
    }
    Ok(answer)
}

/// What of an answer is told besides.
pub fn details(asked: &Asked) -> Details {
    Details { more_in_document: asked.flag("per_document"), explain: asked.flag("explain") }
}

/// Answers a query that was sent as an object with the names of the parameters.
pub fn posted(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let Pairs(fields) = serde_json::from_slice(&asked.body).map_err(|_| Trouble::BadBody)?;
    let mut values = Vec::new();
    for (name, value) in fields {
        let several = match value {
            Value::Array(several) => several,
            Value::Null => Vec::new(),
            one => vec![one],
        };
        for value in several {
            let text = match value {
                Value::String(text) => text,
                Value::Bool(_) | Value::Number(_) => value.to_string(),
                _ => return Err(Problem { trouble: Trouble::BadBody, parameters: vec![(name, Refusal::Unknown)] }),
            };
            values.push((name.clone(), text));
        }
    }
    let asked =
        Asked::new(Arc::clone(&asked.app), &asked.path, values, (parameter::SEARCH, Empty::IsOdd), asked.language)?;
    search(edition, &asked)
}

/// Answers each line of what was sent, in order.
pub fn batch(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let text = String::from_utf8_lossy(&asked.body);
    let lines: Vec<&str> = text.lines().collect();
    if lines.len() > MAX_BATCH {
        return Err(Trouble::TooLarge.into());
    }
    let mut body = Vec::new();
    for (number, typed) in (1..).zip(lines) {
        let typed = batch_line(number, typed);
        let mut answer = find(edition, &request(asked, &typed.query)?)?;
        answer.notices.extend(typed.notice);
        let notices = said(&answer.notices, asked);
        let answer = AnswerLine::new(Some(&typed.id), &typed.query, &answer, &notices, details(asked));
        let served = super::Served { answer, generation: &edition.generation, next: None };
        line(&mut body, &served).map_err(|_| Trouble::Internal)?;
    }
    Ok(Reply::new(Media::Lines, body))
}
