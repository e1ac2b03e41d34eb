//! Bytes of a mail (.eml) or a saved page (.mht) -> its text, and the documents attached to it.
//!
//! The subject is the title, the day is written as in ISO 8601; other header lines are not read.

mod nested;

use std::collections::HashSet;
use std::path::Path;

use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use super::archive::plain_name;
use super::content::Content;
use super::html;
use super::limits::Limits;
use super::plain;
use super::reading::Reading;
use super::sniff;
use super::source::extension_of;
use super::unreadable::{Damage, Unreadable};

/// Reads a mail and what is attached to it; an attachment that cannot be read is left out.
pub(super) fn open(id: &str, bytes: &[u8], reading: &mut Reading) -> Result<(), Unreadable> {
    let Some(message) = nested::parse(bytes)? else {
        return Err(Unreadable::Damaged(Damage::NoHeader));
    };
    let date = message.date().filter(|date| date.year > 0);
    let date = date.map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
    let subject = message.subject().map(str::trim).filter(|subject| !subject.is_empty()).map(str::to_owned);
    // the mail names the encoding of each part, and the parts were decoded by that
    let body = Content { decision: None, ..body(&message, reading.limits())? };
    reading.document(id, Content { title: subject.or(body.title.clone()), ..body }, date);
    let mut ids = HashSet::new();
    for (number, part) in (1..).zip(message.attachments()) {
        if reading.is_stopped() {
            break;
        }
        attachment(id, number, part, &mut ids, reading);
    }
    Ok(())
}

/// The text: the plain one, if the mail has it, or else the page.
fn body(message: &Message, limits: &Limits) -> Result<Content, Unreadable> {
    let parts = |ids: &[u32]| ids.iter().filter_map(|&id| message.part(id)).map(|part| &part.body).collect::<Vec<_>>();
    let texts: Vec<&str> = parts(&message.text_body)
        .into_iter()
        .filter_map(|body| if let PartType::Text(text) = body { Some(text.as_ref()) } else { None })
        .filter(|text| !text.trim().is_empty())
        .collect();
    if !texts.is_empty() {
        return plain::parse(texts.join("\n").into_bytes(), limits);
    }
    let page = parts(&message.html_body)
        .into_iter()
        .find_map(|body| if let PartType::Html(page) = body { Some(page.as_ref()) } else { None });
    page.map_or_else(|| Ok(Content::default()), |page| html::parse(page.as_bytes().to_vec(), limits))
}

fn attachment(id: &str, number: usize, part: &MessagePart, ids: &mut HashSet<String>, reading: &mut Reading) {
    let kind = part.content_type().map(|kind| (kind.ctype(), kind.subtype().unwrap_or("?")));
    let bytes = match &part.body {
        PartType::Message(inner) => inner.raw_message(),
        _ => part.contents(),
    };
    let told = part.attachment_name().map(str::to_owned);
    // pictures, styles and scripts of the page
    if told.is_none() && is_of_page(part, kind) {
        return;
    }
    let name = told.unwrap_or_else(|| unnamed(number, part, bytes));
    let name = plain_name(&name);
    let mut member = format!("{id}/{name}");
    if !ids.insert(member.clone()) {
        member = format!("{id}/{number}/{name}");
    }
    if !reading.takes(&name) {
        let extension = format!(".{}", extension_of(Path::new(&name)));
        let kind = kind.map_or(extension, |(kind, subtype)| format!("{kind}/{subtype}"));
        return reading.leave_out(&member, &Unreadable::OtherFormat(kind));
    }
    reading.spend(bytes.len() as u64);
    reading.member(&member, &name, bytes.to_vec());
}

/// Whether a part without a name belongs to the page that the mail shows, and holds no text.
fn is_of_page(part: &MessagePart, kind: Option<(&str, &str)>) -> bool {
    let is_attached = part.content_disposition().is_some_and(|disposition| disposition.is_attachment());
    let is_look = kind.is_some_and(|(kind, subtype)| {
        matches!(kind, "image" | "audio" | "video" | "font") || matches!(subtype, "css" | "javascript" | "x-javascript")
    });
    let is_placed = part.content_id().is_some() || part.content_location().is_some();
    !is_attached && (is_look || is_placed)
}

/// A name for a part that has none, by what it is.
fn unnamed(number: usize, part: &MessagePart, bytes: &[u8]) -> String {
    let extension = match &part.body {
        PartType::Message(_) => Some("eml"),
        PartType::Html(_) => Some("html"),
        PartType::Text(_) if part.is_content_type("text", "plain") || part.content_type().is_none() => Some("txt"),
        PartType::Text(_) => None,
        _ => sniff::format(bytes, true),
    };
    format!("part-{number}.{}", extension.unwrap_or("unknown"))
}

#[cfg(test)]
pub(super) mod tests;
