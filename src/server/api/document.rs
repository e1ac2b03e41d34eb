//! A document of the index, or some of its lines, to JSON.

use super::served;
use crate::archive::{Document, DocumentFound};
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::voice::page::{Refusal, Trouble};
use crate::wire::reports::{Shown, ShownLine};

/// A document by its name, as `show` takes it.
pub fn document(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let DocumentFound::One(document, line) = edition.archive.document(&asked.rest)? else {
        return Err(Trouble::NotFound.into());
    };
    let Document { doc, file, also, title, lines } = &document;
    let (from, to) = (asked.count("from", 1), asked.count("to", usize::MAX));
    if to < from {
        return Err(Problem::parameter("to", Refusal::Reversed));
    }
    let wanted = lines.iter().filter(|line| (from..=to).contains(&(line.number as usize)));
    let shown = wanted.map(|each| ShownLine { marked: line == Some(each.number), ..ShownLine::of(each) });
    served(Shown { doc, file, also, title, lines: shown.collect() }, edition, None)
}
