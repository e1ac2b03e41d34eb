//! Bytes of an XML part -> its tags and texts in order, names without their prefixes.
//!
//! No entity is expanded but the five of XML and numbers, and nothing is nested in memory.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::encoding::unicode_text;
use super::lines::collapse;
use super::oddity::{Oddity, Stop};
use super::unreadable::Unreadable;

/// Names and numbers are far shorter.
const MAX_VALUE_BYTES: usize = 4096;

/// What stands in a part.
pub(super) enum Piece<'a> {
    /// A start tag, or one of an empty element, which is followed by its end.
    Start(Tag<'a>),
    End(Name<'a>),
    Text(Cow<'a, str>),
}

/// A start tag.
pub(super) struct Tag<'a>(BytesStart<'a>);

/// The name of an element.
pub(super) struct Name<'a>(Cow<'a, str>);

impl Name<'_> {
    pub fn local(&self) -> &str {
        local(&self.0)
    }
}

impl Tag<'_> {
    pub fn local(&self) -> &str {
        local(self.0.name().into_inner())
    }

    /// The value of the first attribute of this name, whatever its prefix, unless it is endless.
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| local(attribute.key.into_inner()) == name)
            .filter(|attribute| attribute.value.len() <= MAX_VALUE_BYTES)
            .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok())
    }

    /// The value of the first attribute of this name with any prefix, unless it is endless.
    pub fn get_prefixed(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.into_inner().split_once(':').is_some_and(|(_, local)| local == name))
            .filter(|attribute| attribute.value.len() <= MAX_VALUE_BYTES)
            .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok())
    }

    /// Whether a property that is on or off by its `val` is on.
    pub fn is_on(&self) -> bool {
        !matches!(self.get("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// The text of a part, which is in UTF-8 or UTF-16; what is not valid in it is shown as U+FFFD.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<String, Unreadable> {
    unicode_text(bytes)
}

/// Hands the pieces of a part to `each`; what is wrong with the part is an error that says where.
pub(super) fn pieces<'a>(text: &'a str, mut each: impl FnMut(Piece<'a>)) -> Result<(), Stop> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                depth += 1;
                each(Piece::Start(Tag(tag)));
            }
            Ok(Event::Empty(tag)) => {
                let name = Cow::Owned(tag.name().into_inner().to_owned());
                each(Piece::Start(Tag(tag)));
                each(Piece::End(Name(name)));
            }
            Ok(Event::End(tag)) => {
                depth = depth.saturating_sub(1);
                each(Piece::End(Name(Cow::Owned(tag.name().into_inner().to_owned()))));
            }
            Ok(Event::Text(text)) => each(Piece::Text(text.xml_content(XmlVersion::Implicit1_0))),
            Ok(Event::CData(text)) => each(Piece::Text(text.xml_content(XmlVersion::Implicit1_0))),
            Ok(Event::GeneralRef(reference)) => {
                if let Some(c) = entity(&reference) {
                    each(Piece::Text(Cow::Owned(c.to_string())));
                }
            }
            Ok(Event::Eof) if depth > 0 => return Err(Stop { at: text.len() as u64, said: None }),
            Ok(Event::Eof) => return Ok(()),
            Err(error) => return Err(Stop { at: reader.buffer_position(), said: Some(error.to_string()) }),
            Ok(_) => {}
        }
    }
}

/// What the user is told about the part that holds the text.
pub(super) fn notices(part: &str) -> Vec<Oddity> {
    let mut notices = Vec::new();
    // office software never does so
    if part.contains("<!ENTITY") {
        notices.push(Oddity::Entities);
    }
    if part.contains('\u{FFFD}') {
        notices.push(Oddity::DamagedSigns);
    }
    notices
}

/// The text of the first element of this name that has any.
pub(super) fn element(part: &str, name: &str) -> Option<String> {
    let mut found: Option<String> = None;
    let mut is_open = false;
    // A broken part has what stands before the break.
    let _ = pieces(part, |piece| match piece {
        Piece::Start(tag) => is_open |= tag.local() == name,
        Piece::End(end) => is_open &= end.local() != name,
        Piece::Text(text) if is_open => found.get_or_insert_default().push_str(&text),
        Piece::Text(_) => {}
    });
    found.map(|text| collapse(&text)).filter(|text| !text.is_empty())
}

fn entity(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => digits.parse(),
            };
            code.ok().and_then(char::from_u32)
        }
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
