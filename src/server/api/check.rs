//! A draft that was sent to what it names and what the index knows of it.

use serde::Serialize;

use super::extract::{Read, read};
use super::served;
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::voice::Listener;
use crate::wire::citations::CitationLines;
use crate::wire::notices::Notices;

/// Things that are looked up for one draft.
const MOST: usize = 1_000;

/// What a draft names.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct CheckFields<'a> {
    #[serde(flatten)]
    notices: Notices,
    #[serde(flatten)]
    lines: CitationLines<'a>,
    /// Whether it names more than is told.
    truncated: bool,
}

/// What a draft names, each with what is known of it.
pub fn check(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let Read { document, mentions, oddities } = read(asked.body.to_vec())?;
    let (citations, truncated) = edition.archive.citations(&mentions, MOST)?;
    let notices = Notices::of_file(&oddities, asked.language.voice(Listener::Caller));
    let lines = CitationLines::new(&document.id, &document.text, &citations);
    served(CheckFields { notices, lines, truncated }, edition, None)
}
