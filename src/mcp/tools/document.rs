//! A document's name to its lines with their numbers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::archive::Archive;
use crate::mcp::ask;
use crate::mcp::read::{Reading, lines};
use crate::mcp::refused::Refused;

/// The name of the list.
pub const LIST: &str = crate::mcp::read::LIST;

/// Lines where nothing else is asked for, and at most.
const USUAL: usize = 80;
const MOST: usize = 400;

/// What is wanted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Id as other tools tell it, or the end of one
    doc: String,
    /// First line, from 1
    from: Option<usize>,
    /// Letters of that line to pass over
    column: Option<usize>,
    /// 1-400, usually 80
    lines: Option<usize>,
    max_chars: Option<usize>,
}

/// What is told of the document.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Head<'a> {
    doc: &'a str,
    title: &'a str,
    total_lines: usize,
    from: usize,
    to: usize,
    page: Option<u32>,
    next_from: Option<usize>,
    next_column: Option<usize>,
}

/// A line: its number, a colon, and what it says.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Found(String);

pub fn answer(asked: &Asked, archive: &Archive) -> Result<Value, Refused> {
    let wanted = Reading {
        from: asked.from.map(|from| from.max(1)),
        column: asked.column.unwrap_or(0),
        lines: ask::count("lines", asked.lines, USUAL, (1, MOST))?,
        chars: ask::chars(asked.max_chars),
    };
    lines(&asked.doc, &wanted, archive)
}
