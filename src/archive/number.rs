//! What was typed as a document number to the documents behind it.

use crate::directory::{self, Candidate, Register};
use crate::error::Result;
use crate::mention::number::{self, Number};
use crate::query::{Notice, limited};
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

pub(super) fn find(reader: &Reader, typed: &str, among: &Register) -> Result<Option<Numbered>> {
    let (read, mut notices) = limited(typed);
    let Some(asked) = number::read(read) else { return Ok(None) };
    let mut candidates = directory::candidates(reader, &asked)?;
    let is_there = !candidates.is_empty();
    candidates.retain(|candidate| among.takes(&candidate.number, candidate.issued));
    if candidates.is_empty() {
        let number = asked.canonical();
        let narrowed = if is_there { among.none(Some(number.clone())) } else { None };
        notices.push(narrowed.unwrap_or(Notice::NoNumber { number }));
    }
    Ok(Some(Numbered { asked, candidates, notices }))
}
