//! What was typed as a document number to the documents behind it.

use crate::directory::{self, Candidate, Knowledge, Meant, Register};
use crate::error::Result;
use crate::mention::number::{self, Number};
use crate::query::{Notice, TypedNumber, limited};
use crate::store::Reader;

/// The documents that a number may mean.
#[derive(Clone, Debug)]
pub struct Numbered {
    /// The number that was read.
    pub asked: Number,
    /// The documents, those that fit best first.
    pub candidates: Vec<Candidate>,
    /// What to know of what was typed.
    pub notices: Vec<Notice>,
}

/// What is known of a number.
#[derive(Clone, Debug)]
pub struct KnownNumber {
    /// The number that was read.
    pub asked: Number,
    /// What is known of it.
    pub knowledge: Knowledge,
    /// The documents that it may mean, those that fit best first; the first few.
    pub meant: Vec<Meant>,
    /// What to know of what was typed.
    pub notices: Vec<Notice>,
}

/// The first number that was typed.
fn read(typed: &str) -> Option<(TypedNumber, Vec<Notice>)> {
    let (read, mut notices) = limited(typed);
    let number = number::read(read)?;
    let named = number::find_in_query(read).into_iter().next();
    let typed = named.map_or(read.trim(), |named| TypedNumber::shown(&read[named.range])).to_owned();
    let left_out = number::behind_first(read);
    if !left_out.is_empty() {
        notices.push(Notice::OnlyFirst { left_out });
    }
    Some((TypedNumber { typed, number }, notices))
}

pub(super) fn knowledge(reader: &Reader, typed: &str, citations: usize) -> Result<Option<KnownNumber>> {
    let Some((TypedNumber { number: asked, .. }, notices)) = read(typed) else { return Ok(None) };
    let (knowledge, meant) = directory::knowledge(reader, &asked, citations)?;
    Ok(Some(KnownNumber { asked, knowledge, meant, notices }))
}

pub(super) fn find(reader: &Reader, typed: &str, among: &Register) -> Result<Option<Numbered>> {
    let Some((TypedNumber { typed, number: asked }, mut notices)) = read(typed) else { return Ok(None) };
    let mut candidates = directory::candidates(reader, &asked)?;
    let is_there = !candidates.is_empty();
    candidates.retain(|candidate| among.takes(&candidate.number, candidate.issued));
    if candidates.is_empty() {
        let number = asked.canonical();
        let narrowed = if is_there { among.none(Some(number.clone())) } else { None };
        notices.push(narrowed.unwrap_or(Notice::NoNumber { typed, number }));
    }
    Ok(Some(Numbered { asked, candidates, notices }))
}
