//! Document numbers to JSON: one of them, and the register.

use super::{next, said, served};
use crate::archive::Numbered;
use crate::directory::{Register, RegisterEntry};
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::parameter::MAX_LIMIT;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::voice::page::{Refusal, Trouble};
use crate::wire::notices::Notices;
use crate::wire::numbers::{Candidates, RegisterLines};

/// Passages of a document where nothing else is asked for.
const PASSAGES: usize = 20;

/// Which numbers are wanted.
///
/// # Errors
/// The period ends before it begins.
pub fn wanted(asked: &Asked) -> Result<Register, Problem> {
    let (from, to) = asked.period()?;
    let text = |name: &str| asked.text(name).map(str::to_owned);
    Ok(Register { kind: text("type"), issuer: text("issuer"), from, to })
}

/// The register as far as it is wanted.
///
/// # Errors
/// The index cannot be read, or the period ends before it begins.
pub fn entries(edition: &Edition, asked: &Asked) -> Result<Vec<RegisterEntry>, Problem> {
    let wanted = wanted(asked)?;
    edition.expect_warm()?;
    let all = edition.numbers()?.iter();
    Ok(all.filter(|entry| wanted.takes(&entry.number, entry.issued)).cloned().collect())
}

/// The register.
pub fn register(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let entries = entries(edition, asked)?;
    let (limit, offset) = (asked.count("limit", MAX_LIMIT), asked.count("offset", 0));
    let shown = entries.get(offset..).unwrap_or_default();
    let none = Notices::default();
    let mut lines = RegisterLines::new(shown, limit, &none);
    lines.total = entries.len();
    let next = next(asked, offset, limit.min(shown.len()), entries.len());
    served(lines, edition, next)
}

/// A number.
pub fn number(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let Some(Numbered { asked: number, candidates, notices }) = edition.archive.number(&asked.rest, &wanted(asked)?)?
    else {
        return Err(Problem::parameter("number", Refusal::NoNumber));
    };
    if candidates.is_empty() {
        return Err(Trouble::NotFound.into());
    }
    let notices = said(&notices, asked);
    let shown = (asked.count("limit", PASSAGES), asked.on()?);
    served(Candidates::new(&number, &candidates, shown, &notices), edition, None)
}
