//! What is found to tables that spreadsheets open: those of `--format csv`.

use super::address::file_name;
use super::api::numbers::entries;
use super::api::people::listed;
use super::api::search::{asks, details, find, request};
use super::api::timeline::{moments, step};
use super::asked::Asked;
use super::edition::Edition;
use super::parameter::MAX_LIMIT;
use super::problem::Problem;
use super::reply::{Media, Reply};
use crate::voice::page::{Refusal, Trouble};
use crate::wire::answer::AnswerLine;
use crate::wire::csv::{self, Table};
use crate::wire::notices::Notices;
use crate::wire::numbers::RegisterLines;
use crate::wire::people::RollLines;
use crate::wire::timeline::TimelineLines;

/// A table as a file of this name.
fn file(name: &str, table: &dyn Table) -> Result<Reply, Problem> {
    let mut rows = Vec::new();
    csv::write(&mut rows, table, true).map_err(|_| Trouble::Internal)?;
    Ok(Reply { name: Some(file_name(&format!("{name}.csv"))), ..Reply::new(Media::Csv, rows) })
}

/// The hits of a query.
pub fn search(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    if !asks(asked) {
        return Err(Problem::parameter("q", Refusal::Missing));
    }
    let query = asked.text("q").unwrap_or_default();
    let wanted = request(asked, query)?.limit(asked.count("limit", MAX_LIMIT));
    let answer = find(edition, &wanted)?;
    file("search", &AnswerLine::new(None, query, &answer, &Notices::default(), details(asked)))
}

/// The register.
pub fn numbers(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let entries = entries(edition, asked)?;
    file("numbers", &RegisterLines::new(&entries, entries.len(), &Notices::default()))
}

/// The roll of people.
pub fn people(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let people = listed(edition, asked)?;
    file("people", &RollLines::new(&people, people.len(), &Notices::default()))
}

/// Events and times in order.
pub fn timeline(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let moments = moments(edition, asked)?.0;
    file("timeline", &TimelineLines::new(&moments, step(asked), (0, moments.len()), &Notices::default()))
}
