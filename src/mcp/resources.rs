//! Addresses to what can be read at them: a document, the state of the index.

use percent_encoding::percent_decode_str;
use rmcp::model::{ReadResourceResult, Resource, ResourceContents, ResourceTemplate};
use serde::Serialize;
use serde_json::Value;

use super::fit::{clean, cut};
use super::read::{LIST, Reading, lines};
use super::refused::Refused;
use crate::archive::Archive;
use crate::snippet::text::clean_lines;
use crate::voice::Language;
use crate::voice::tools::Misuse;

/// The address of the state of the index.
const STATUS: &str = "tracuu://status";

/// What addresses of documents begin with.
const DOCUMENT: &str = "tracuu://doc/";

/// Lines and characters of a document at most.
const MOST_LINES: usize = 2_000;
const MOST_CHARS: usize = 20_000;

/// Characters of an address that is told again.
const ADDRESS: usize = 300;

/// What there is.
pub fn listed(language: Language) -> Vec<Resource> {
    let status = Resource::new(STATUS, "status").with_description(language.resource_status());
    vec![status.with_mime_type("application/json")]
}

/// What there is for each document.
pub fn templates(language: Language) -> Vec<ResourceTemplate> {
    let document = ResourceTemplate::new("tracuu://doc/{id}{?from,to}", "doc");
    vec![document.with_description(language.resource_document()).with_mime_type("text/plain")]
}

/// An address as it is told again.
pub fn told(uri: &str) -> String {
    cut(&clean_lines(uri), ADDRESS)
}

/// Reads what lies at an address.
///
/// # Errors
/// Nothing does, or the index cannot be read.
pub fn read(uri: &str, archive: &Archive) -> Result<ReadResourceResult, Refused> {
    // whoever cannot be brought up to date goes on with what is open
    let _ = archive.reload();
    let archive = archive.pinned()?;
    let contents = match uri.strip_prefix(DOCUMENT) {
        _ if uri == STATUS => ResourceContents::text(status(&archive)?, uri).with_mime_type("application/json"),
        Some(rest) => ResourceContents::text(document(rest, &archive)?, uri),
        None => return Err(Misuse::NoResource { uri: told(uri) }.into()),
    };
    Ok(ReadResourceResult::new(vec![contents]))
}

/// What the index holds.
#[derive(Serialize)]
struct StatusFields {
    documents: u64,
    passages: u64,
    generation: String,
}

fn status(archive: &Archive) -> Result<String, Refused> {
    let (documents, passages) = archive.size()?;
    let fields = StatusFields { documents, passages, generation: archive.generation()? };
    Ok(clean(serde_json::to_value(fields).unwrap_or_default()).to_string())
}

/// The lines of a document, each behind its number; a last one tells where they go on.
fn document(rest: &str, archive: &Archive) -> Result<String, Refused> {
    let (id, asked) = rest.split_once('?').unwrap_or((rest, ""));
    let id = percent_decode_str(id).decode_utf8_lossy();
    let count = |name: &str| {
        let pairs = asked.split('&').filter_map(|pair| pair.split_once('='));
        pairs.filter(|(known, _)| *known == name).find_map(|(_, value)| value.parse::<usize>().ok())
    };
    let (from, to) = (count("from").map(|from| from.max(1)), count("to"));
    let wanted = to.map_or(MOST_LINES, |to| (to + 1).saturating_sub(from.unwrap_or(1)).clamp(1, MOST_LINES));
    let read = lines(&id, &Reading { from, column: 0, lines: wanted, chars: MOST_CHARS }, archive)?;
    let mut text: String =
        read[LIST].as_array().into_iter().flatten().filter_map(Value::as_str).fold(String::new(), |mut text, line| {
            text.push_str(line);
            text.push('\n');
            text
        });
    if let Some(next) = read.get("next_from").filter(|_| to.is_none_or(|to| read["to"] != to)) {
        text.push_str(&format!("… ?from={next}\n"));
    }
    Ok(text)
}
