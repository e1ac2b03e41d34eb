//! A draft to what of it the archive knows.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::archive::Archive;
use crate::directory::{Citation, Knowledge};
use crate::mcp::ask;
use crate::mcp::fit::{Findings, cut};
use crate::mcp::refused::Refused;
use crate::mention::Mentions;
use crate::voice::tools::Misuse;
use crate::wire::citations::{CitationFields, MeantFields};
use crate::wire::mentions::{Lines, Place};

/// The name of the list.
pub const LIST: &str = "citations";

/// Characters of a draft at most, and of a mention that is told again.
const MOST: usize = 20_000;
const TEXT: usize = 160;

/// Things that are looked up for one draft.
const MOST_NAMED: usize = 1_000;

/// Places of one citation.
const PLACES: usize = 10;

/// What is wanted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The draft, at most 20000 characters
    text: String,
    offset: Option<usize>,
    max_chars: Option<usize>,
}

/// What holds for all.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Head {
    total: usize,
    /// How many are to be looked at: ambiguous, unknown, impossible, of another day, no longer in force
    doubtful: usize,
}

/// What the draft names and what is known of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Found<'a> {
    kind: &'static str,
    text: String,
    value: Option<&'a str>,
    status: &'static str,
    places: Vec<Place>,
    candidates: Vec<MeantFields<'a>>,
}

pub fn answer(asked: &Asked, archive: &Archive) -> Result<Value, Refused> {
    if asked.text.chars().nth(MOST).is_some() {
        return Err(Misuse::TooLong { name: "text", most: MOST }.into());
    }
    let offset = ask::offset(asked.offset)?;
    let lines = Lines::of(&asked.text);
    let (citations, more) = archive.citations(&Mentions::of(&asked.text, None), MOST_NAMED)?;
    let head = Head { total: citations.len(), doubtful: citations.iter().filter(|each| each.is_doubtful()).count() };
    let found = citations.iter().skip(offset).map(|citation| Found::of(citation, &asked.text, &lines));
    Ok(Findings::new(&head).with(found, offset, more).within(LIST, ask::chars(asked.max_chars)))
}

impl<'a> Found<'a> {
    fn of(citation: &'a Citation, text: &'a str, lines: &Lines) -> Self {
        let CitationFields { kind, text, value, status, mut places, mut candidates, .. } =
            CitationFields::new(citation, text, lines);
        places.truncate(PLACES);
        // what is found needs no second place to be looked at
        if citation.knowledge == Knowledge::Found {
            candidates.truncate(1);
        }
        let candidates = candidates.into_iter().map(MeantFields::brief).collect();
        Self { kind, text: cut(text, TEXT), value, status, places, candidates }
    }
}
