//! Document numbers to the documents behind them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::archive::Archive;
use crate::mcp::ask;
use crate::mcp::fit::{Findings, cut};
use crate::mcp::refused::Refused;
use crate::voice::tools::Misuse;
use crate::voice::{Language, Listener};
use crate::wire::citations::MeantFields;
use crate::wire::notices::Notices;

/// The name of the list.
pub const LIST: &str = "numbers";

/// Numbers of one call, and passages that cite each document.
const MOST: usize = 20;
const USUAL_CITATIONS: usize = 3;

/// Characters of a number that is told again.
const NUMBER: usize = 100;

/// What is wanted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// 1-20 numbers: 142/KH-LĐLĐ, chi thi 06 tinh uy
    numbers: Vec<String>,
    /// Citing passages of each, 0-20, usually 3
    citations: Option<usize>,
    offset: Option<usize>,
    max_chars: Option<usize>,
}

/// What holds for all.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Head {}

/// A number and what is known of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Found<'a> {
    asked: String,
    /// found, ambiguous, cited_only, unknown, no_number
    status: &'static str,
    candidates: Vec<MeantFields<'a>>,
    notices: Vec<String>,
}

pub fn answer(asked: &Asked, archive: &Archive, language: Language) -> Result<Value, Refused> {
    if asked.numbers.is_empty() || asked.numbers.len() > MOST {
        return Err(Misuse::Numbers { most: MOST }.into());
    }
    let citations = ask::count("citations", asked.citations, USUAL_CITATIONS, (0, 20))?;
    let offset = ask::offset(asked.offset)?;
    let wanted = asked.numbers.iter().skip(offset);
    let known: Vec<_> =
        wanted.map(|typed| Ok((typed, archive.knowledge(typed, citations)?))).collect::<Result<_, Refused>>()?;
    let found = known.iter().map(|(typed, known)| {
        let asked = cut(typed, NUMBER);
        match known {
            Some(known) => Found {
                asked,
                status: known.knowledge.as_str(),
                candidates: known.meant.iter().map(|meant| MeantFields::new(meant).brief()).collect(),
                notices: Notices::of(&known.notices, language.voice(Listener::Caller)).notices,
            },
            None => Found { asked, status: "no_number", candidates: Vec::new(), notices: Vec::new() },
        }
    });
    Ok(Findings::new(&Head {}).with(found, offset, false).within(LIST, ask::chars(asked.max_chars)))
}
