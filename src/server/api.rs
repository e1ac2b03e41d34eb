//! What programs ask for to JSON: the answers of `--json` with the commit that gave them and where they go on.

pub mod check;
pub mod document;
pub mod extract;
pub mod numbers;
pub mod people;
pub mod search;
pub mod status;
pub mod timeline;

use serde::Serialize;

use super::asked::Asked;
use super::edition::Edition;
use super::problem::Problem;
use super::reply::Reply;
use crate::query::Notice;
use crate::voice::Listener;
use crate::wire::notices::Notices;

/// An answer with what a program needs to ask for more.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Served<'a, T> {
    /// The answer.
    #[serde(flatten)]
    pub answer: T,
    /// The commit that gave it.
    pub generation: &'a str,
    /// Where the answer goes on; nothing where this is all.
    pub next: Option<String>,
}

/// What goes on so.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct SuggestFields<'a> {
    /// Names of people and document numbers, those named most often first.
    pub suggestions: Vec<&'a str>,
}

/// Answers with a value; `next` is where it goes on.
///
/// # Errors
/// It cannot be written.
pub fn served(answer: impl Serialize, edition: &Edition, next: Option<String>) -> Result<Reply, Problem> {
    let mut reply = Reply::json(&Served { answer, generation: &edition.generation, next: next.clone() })?;
    reply.next = next;
    Ok(reply)
}

/// What notices say, and what programs tell them apart by.
pub fn said(notices: &[Notice], asked: &Asked) -> Notices {
    Notices::of(notices, asked.language.voice(Listener::Caller))
}

/// Where an answer goes on that shows `shown` of `all` from `offset` on.
pub fn next(asked: &Asked, offset: usize, shown: usize, all: usize) -> Option<String> {
    let rest = offset.saturating_add(shown);
    let within = rest <= super::parameter::MAX_OFFSET;
    (shown > 0 && rest < all && within).then(|| asked.again(&["offset"]).with("offset", rest).done())
}

/// Names and numbers that go on as what was typed.
pub fn suggest(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let suggestions = match edition.is_warm() {
        true => edition.suggestions()?.for_typed(asked.text("q").unwrap_or_default()),
        // whoever types goes on without
        false => Vec::new(),
    };
    Reply::json(&SuggestFields { suggestions })
}
