//! People to JSON: one of them, and the roll.

use super::{next, said, served};
use crate::archive::NamedPeople;
use crate::directory::{Listed, Order, Roll, untold};
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::parameter::MAX_LIMIT;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::voice::page::{Refusal, Trouble};
use crate::wire::people::{PeopleLines, RollLines};

/// Passages of a person where nothing else is asked for.
const PASSAGES: usize = 50;

/// The roll as far as it is wanted.
///
/// # Errors
/// The index cannot be read, or the period ends before it begins.
pub fn listed(edition: &Edition, asked: &Asked) -> Result<Vec<Listed>, Problem> {
    let (from, to) = asked.period()?;
    let order = if asked.text("sort") == Some("name") { Order::Name } else { Order::Mentions };
    let role = asked.text("role").map(str::to_owned);
    let wanted = Roll { role, from, to, order, family: None };
    match wanted {
        Roll { role: None, from: None, to: None, order: Order::Mentions, .. } => {
            edition.expect_warm()?;
            Ok(edition.people()?.to_vec())
        }
        wanted => Ok(edition.archive.people(&wanted)?),
    }
}

/// The roll.
pub fn roll(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let people = listed(edition, asked)?;
    let (limit, offset) = (asked.count("limit", MAX_LIMIT), asked.count("offset", 0));
    let shown = people.get(offset..).unwrap_or_default();
    let notices = said(untold(&people).as_slice(), asked);
    let mut lines = RollLines::new(shown, limit, &notices);
    lines.total = people.len();
    let next = next(asked, offset, limit.min(shown.len()), people.len());
    served(lines, edition, next)
}

/// A person.
pub fn person(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let Some(NamedPeople { name, people, variants, family, notices }) = edition.archive.person(&asked.rest)? else {
        return Err(Problem::parameter("name", Refusal::NoName));
    };
    let notices = said(&notices, asked);
    let limit = asked.count("limit", PASSAGES);
    if !family.is_empty() {
        return served(RollLines::new(&family, limit, &notices), edition, None);
    }
    if people.is_empty() {
        return Err(Trouble::NotFound.into());
    }
    served(PeopleLines::new(&name, &people, &variants, limit, &notices), edition, None)
}
