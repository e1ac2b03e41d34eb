//! The parts of a mail -> its text, and what is attached to it.
//!
//! Every part that can be read is: of alternatives the one that says more, of others all.

use std::collections::HashSet;

use crate::corpus::content::Content;
use crate::corpus::html;
use crate::corpus::joined::Joined;
use crate::corpus::letter::Attached;
use crate::corpus::limits::Limits;
use crate::corpus::plain;
use crate::corpus::room::Room;
use crate::corpus::unreadable::Unreadable;

use super::part::Part;
use super::{calendar, charset, encoded};

/// A page that says so many times as much as the plain text beside it says what that leaves out.
const MUCH_MORE: usize = 2;

/// Texts that say the same have one word in so many in common at least.
const LEAST_IN_COMMON: usize = 2;

/// The text of a mail; what is no text is attached.
pub(super) fn read(mail: &Part, files: &mut Vec<Attached>, limits: &Limits) -> Result<Content, Unreadable> {
    let mut joined = Joined::within(Room::of(limits));
    for content in contents(mail, files, limits)? {
        joined.add(content);
    }
    joined.finish()
}

fn contents(part: &Part, files: &mut Vec<Attached>, limits: &Limits) -> Result<Vec<Content>, Unreadable> {
    let (kind, subtype) = part.kind();
    if !part.parts.is_empty() {
        let mut inner = Vec::new();
        for part in &part.parts {
            inner.push((part.kind(), contents(part, files, limits)?));
        }
        return Ok(match subtype.as_str() {
            "alternative" => best(inner),
            _ => inner.into_iter().flat_map(|(_, contents)| contents).collect(),
        });
    }
    let is_text = kind == "text" || kind == "multipart";
    if part.is_attached() || !is_text || part.name().is_some() {
        let is_look = part.name().is_none() && is_of_page(part, &kind, &subtype);
        files.push(Attached { is_look, ..attached(part) });
        return Ok(Vec::new());
    }
    let charset = part.attribute("charset");
    let charset = charset.as_deref();
    Ok(match subtype.as_str() {
        "html" | "xhtml" => vec![page(part, charset, limits)?],
        "calendar" => {
            vec![plain::parse(calendar::text(&charset::text(part.bytes().into_owned(), charset)).into_bytes(), limits)?]
        }
        "plain" | "enriched" | "richtext" => text(part, charset, files, limits)?,
        _ if kind == "multipart" => text(part, charset, files, limits)?,
        _ => {
            files.push(Attached { is_look: is_of_page(part, &kind, &subtype), ..attached(part) });
            Vec::new()
        }
    })
}

fn text(
    part: &Part,
    charset: Option<&str>,
    files: &mut Vec<Attached>,
    limits: &Limits,
) -> Result<Vec<Content>, Unreadable> {
    let text = charset::text(part.bytes().into_owned(), charset);
    let text = encoded::taken_out(&text, files);
    Ok(vec![plain::parse(text.into_bytes(), limits)?])
}

/// A page; where neither the bytes nor the mail tell their encoding, the page does.
fn page(part: &Part, charset: Option<&str>, limits: &Limits) -> Result<Content, Unreadable> {
    let bytes = part.bytes().into_owned();
    let is_western = charset.is_none_or(|charset| {
        ["us-ascii", "iso-8859-1", "windows-1252", "utf-8"].iter().any(|western| charset.eq_ignore_ascii_case(western))
    });
    if is_western || std::str::from_utf8(&bytes).is_ok() {
        let fallback = bytes.clone();
        return html::parse(bytes, limits)
            .or_else(|_| html::parse(String::from_utf8_lossy(&fallback).into_owned().into_bytes(), limits));
    }
    html::parse(charset::text(bytes, charset).into_bytes(), limits)
}

/// Of alternatives the plain one, unless another says much more. Where they say different things, both.
fn best(alternatives: Vec<((String, String), Vec<Content>)>) -> Vec<Content> {
    let mut best: Option<(HashSet<String>, usize, Vec<Content>)> = None;
    for ((_, subtype), contents) in alternatives {
        // signs differ: a link has its address in brackets, an item its star
        let split = |content: &'_ Content| -> Vec<String> {
            let words = content.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            words.map(str::to_lowercase).collect()
        };
        let words: Vec<String> = contents.iter().flat_map(split).collect();
        let count = words.len();
        let own: HashSet<String> = words.into_iter().collect();
        let Some((known, most, before)) = &mut best else {
            best = Some((own, count, contents));
            continue;
        };
        // an invitation says once more what the text beside it does
        if subtype == "calendar" && *most > 0 {
            continue;
        }
        let common = known.intersection(&own).count();
        if known.is_empty() || (common * LEAST_IN_COMMON >= known.len() && count > *most * MUCH_MORE) {
            best = Some((own, count, contents));
        } else if common * LEAST_IN_COMMON < known.len() {
            known.extend(own);
            *most += count;
            before.extend(contents);
        }
    }
    best.map(|(.., contents)| contents).unwrap_or_default()
}

/// What a part of a mail is as an attachment.
fn attached(part: &Part) -> Attached {
    let (kind, subtype) = part.kind();
    let extension = match (kind.as_str(), subtype.as_str()) {
        ("message", "rfc822" | "global") => Some("eml"),
        ("text", "html") => Some("html"),
        ("text", "plain") => Some("txt"),
        ("text", "csv") => Some("csv"),
        ("application", "ms-tnef" | "vnd.ms-tnef") => Some("tnef"),
        _ => None,
    };
    let kind = part.tells_kind().then(|| format!("{kind}/{subtype}"));
    Attached { name: part.name(), kind, extension, is_look: false, bytes: part.bytes().into_owned() }
}

/// Whether a part without a name belongs to the page that the mail shows, and holds no text.
fn is_of_page(part: &Part, kind: &str, subtype: &str) -> bool {
    let is_look = matches!(kind, "image" | "audio" | "video" | "font")
        || matches!(subtype, "css" | "javascript" | "x-javascript");
    !part.is_attached() && (is_look || part.is_placed())
}
