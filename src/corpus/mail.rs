//! Bytes of a mail (.eml) or a saved page (.mht) -> its text, and the documents attached to it.
//!
//! The subject is the title, the day is written as in ISO 8601; other header lines are not read.

use std::collections::HashSet;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::archive::plain_name;
use super::html;
use super::plain;
use super::read::{Content, Limits, Unreadable};
use super::reading::Reading;

/// Reads a mail and what is attached to it; an attachment that cannot be read is left out.
pub(super) fn open(id: &str, bytes: &[u8], reading: &mut Reading) -> Result<(), Unreadable> {
    let message = MessageParser::default().parse(bytes).filter(|message| !message.headers().is_empty());
    let Some(message) = message else {
        return Err(Unreadable::Damaged("it has no header of a mail".to_owned()));
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
    let (name, bytes) = match &part.body {
        PartType::Message(inner) => {
            (part.attachment_name().unwrap_or("mail.eml").to_owned(), inner.raw_message().to_vec())
        }
        _ => match part.attachment_name() {
            Some(name) => (name.to_owned(), part.contents().to_vec()),
            // Pictures and the second version of the text.
            None => return,
        },
    };
    let name = plain_name(&name);
    if !Reading::takes(&name) {
        return;
    }
    let mut member = format!("{id}/{name}");
    if !ids.insert(member.clone()) {
        member = format!("{id}/{number}/{name}");
    }
    reading.spend(bytes.len() as u64);
    reading.member(&member, &name, bytes);
}

#[cfg(test)]
pub(super) mod tests;
