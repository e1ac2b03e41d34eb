//! Bytes of an OpenDocument file -> its text, its sheets or its slides, whichever it holds.

use super::content::Content;
use super::limits::Limits;
use super::ods;
use super::odt::{self, Parts};
use super::title;
use super::unreadable::Unreadable;
use super::xml::{self, element};

/// Reads an OpenDocument file.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let parts = Parts::open(bytes, limits)?;
    let read = if parts.content.contains("<office:spreadsheet") { ods::read } else { odt::read };
    let content = read(&parts, limits)?;
    let Parts { content: whole, meta, mut notices, .. } = parts;
    notices.extend(xml::notices(&whole));
    notices.extend(content.notices);
    Ok(Content { title: element(&meta, "title").and_then(|title| title::told(&title)), notices, ..content })
}
