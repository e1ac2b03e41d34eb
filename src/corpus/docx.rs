//! Bytes of a Word document (.docx) -> its text, by ECMA-376 part 1, with headings and pages.
//!
//! The numbers of automatic lists are read, and so are documents within it (`altChunk`). Behind the text stand the lines
//! of its charts and diagrams, and those of its headers and footers, each once. Comments are not read.

mod body;
mod chunk;
mod flat;
mod numbering;
mod styles;

use std::collections::HashMap;

use super::content::Content;
use super::drawing;
use super::limits::Limits;
use super::oddity::Oddity;
use super::package::Package;
use super::relations::{Relations, main_part};
use super::room::Room;
use super::title;
use super::unreadable::{Damage, Unreadable};
use super::xml::{self, Piece, pieces, text_of};

use self::body::{Body, NoteKind};
use self::numbering::Numbering;
use self::styles::Styles;

const MAIN_PART: &str = "word/document.xml";

/// Kinds of parts that say the same on every page.
const PAGE_PARTS: [&str; 2] = ["header", "footer"];

/// Reads a Word document.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    read(bytes, limits, true)
}

fn parse_inner(bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    read(bytes, limits, false)
}

/// Reads a document; one that stands in another has none in it.
fn read(bytes: &[u8], limits: &Limits, has_chunks: bool) -> Result<Content, Unreadable> {
    let flat = flat::packed(bytes, MAIN_PART)?;
    let mut package = Package::open(flat.as_deref().unwrap_or(bytes), limits.max_file_bytes)?;
    let mut notices = Vec::new();
    let main = main_part(&mut package, &mut notices)?.filter(|main| package.has(main));
    let main = main.unwrap_or_else(|| MAIN_PART.to_owned());
    let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let Some(document) = package.part(&main, &mut notices)? else {
        return Err(Unreadable::Damaged(Damage::NoWord));
    };
    let relations = Relations::of(&mut package, &main, &mut notices)?;
    let styles = match package.part(&format!("{folder}styles.xml"), &mut notices)? {
        Some(part) => Styles::read(&text_of(part)?),
        None => Styles::default(),
    };
    let numbering = match package.part(&format!("{folder}numbering.xml"), &mut notices)? {
        Some(part) => Numbering::read(&text_of(part)?),
        None => Numbering::default(),
    };
    let document = text_of(document)?;
    notices.extend(xml::notices(&document));
    let room = Room::of(limits);
    let chunks = if has_chunks {
        chunk::texts(&mut package, &relations, limits, &mut notices, parse_inner)?
    } else {
        HashMap::new()
    };
    let mut body = Body::new(&styles, numbering, room.clone()).with_chunks(chunks);
    if let Err(stop) = pieces(&document, |piece| body.take(&piece)) {
        notices.push(Oddity::NotWhole(stop));
    }
    notices.extend((body.left_chunks > 0).then_some(Oddity::Chunks(body.left_chunks)));
    notices.extend((body.comments > 0).then_some(Oddity::Comments(body.comments)));
    let (mut story, marks) = body.finish();
    for line in drawing::shown(&mut package, &main, &mut notices)? {
        story.start_paragraph(None);
        line.iter().for_each(|(font, text)| story.text(font, text));
        story.end_paragraph(None);
    }
    for part in PAGE_PARTS.iter().flat_map(|kind| relations.of_kind(kind)) {
        let part = package.part(part, &mut notices)?.map(text_of).transpose()?.unwrap_or_default();
        let mut body = Body::new(&styles, Numbering::default(), room.clone());
        // A broken part gives the lines before the break.
        let _ = pieces(&part, |piece| body.take(&piece));
        story.write_heads(&body.finish().0.into_text()?);
    }
    for kind in [NoteKind::Footnote, NoteKind::Endnote] {
        let numbers = &marks[kind];
        if !numbers.is_empty() {
            let name = format!("{folder}{}", kind.part());
            let part = package.part(&name, &mut notices)?.map(text_of).transpose()?.unwrap_or_default();
            set_notes(&part, &styles, &room, |id, text| {
                if let Some(&number) = numbers.get(id) {
                    story.set_note(number, text);
                }
            })?;
        }
    }
    let title = title(&mut package, &mut notices)?;
    Ok(Content { title, notices, ..story.finish()? })
}

/// Hands the id and the text of each note of a part to `each`.
fn set_notes(part: &str, styles: &Styles, room: &Room, mut each: impl FnMut(&str, &str)) -> Result<(), Unreadable> {
    let mut open: Option<(String, Body)> = None;
    let mut set = Ok(());
    // A broken part gives the notes before the break.
    let _ = pieces(part, |piece| match &piece {
        Piece::Start(tag) if matches!(tag.local(), "footnote" | "endnote") => {
            let id = tag.get("id").unwrap_or_default().into_owned();
            open = Some((id, Body::new(styles, Numbering::default(), room.clone())));
        }
        Piece::End(name) if matches!(name.local(), "footnote" | "endnote") => {
            if let (Some((id, body)), Ok(())) = (open.take(), &set) {
                set = body.finish().0.into_text().map(|text| each(&id, &text));
            }
        }
        _ => {
            if let Some((_, body)) = &mut open {
                body.take(&piece);
            }
        }
    });
    set
}

fn title(package: &mut Package, notices: &mut Vec<Oddity>) -> Result<Option<String>, Unreadable> {
    let part = package.part("docProps/core.xml", notices)?.map(text_of).transpose()?.unwrap_or_default();
    Ok(xml::element(&part, "title").and_then(|title| title::told(&title)))
}

#[cfg(test)]
pub(super) mod tests;
