//! Events and times in order to JSON.

use super::{next, said, served};
use crate::directory::{Moment, Timeline};
use crate::mention::EventKind;
use crate::query::Notice;
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::parameter::MAX_LIMIT;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::voice::Step;
use crate::voice::page::Refusal;
use crate::wire::timeline::TimelineLines;

/// No more passages than this are read: what reads all of a large index is for the command line.
const MOST_READ: usize = 20_000;

/// The moments that are wanted, and what to know of the query.
///
/// # Errors
/// The index cannot be read, or a parameter is not what it must be.
pub fn moments(edition: &Edition, asked: &Asked) -> Result<(Vec<Moment>, Vec<Notice>), Problem> {
    let (from, to) = asked.period()?;
    let kind = match asked.text("type") {
        None => None,
        Some(name) => Some(EventKind::named(name).ok_or_else(|| {
            let names: Vec<&str> = EventKind::names().collect();
            Problem::parameter("type", Refusal::NoneOf(names.join(", ")))
        })?),
    };
    let query = asked.text("q").unwrap_or_default().to_owned();
    Ok(edition.archive.timeline(&Timeline { query, from, to, kind, most: Some(MOST_READ) })?)
}

/// What is counted together.
pub fn step(asked: &Asked) -> Step {
    match asked.text("by") {
        Some("month") => Step::Month,
        Some("decade") => Step::Decade,
        _ => Step::Year,
    }
}

/// Events and times in order.
pub fn timeline(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let (moments, notices) = moments(edition, asked)?;
    let notices = said(&notices, asked);
    let (limit, offset) = (asked.count("limit", MAX_LIMIT), asked.count("offset", 0));
    let next = next(asked, offset, limit.min(moments.len().saturating_sub(offset)), moments.len());
    served(TimelineLines::new(&moments, step(asked), (offset, limit), &notices), edition, next)
}
