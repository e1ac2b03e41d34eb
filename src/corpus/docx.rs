//! Bytes of a Word document (.docx) -> its text, by ECMA-376 part 1, with headings and pages.
//!
//! Headers, footers, comments and documents within it (`altChunk`) are not read; the numbers of automatic lists are.

mod body;
mod numbering;
mod styles;

use super::content::Content;
use super::limits::Limits;
use super::oddity::Oddity;
use super::package::Package;
use super::room::Room;
use super::title;
use super::unreadable::{Damage, Unreadable};
use super::xml::{self, Piece, pieces, text_of};

use self::body::{Body, NoteKind};
use self::numbering::Numbering;
use self::styles::Styles;

const MAIN_PART: &str = "word/document.xml";

/// Reads a Word document.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let mut package = Package::open(bytes, limits.max_file_bytes)?;
    let mut notices = Vec::new();
    let main = main_part(&mut package, &mut notices)?;
    let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let Some(document) = package.part(&main, &mut notices)? else {
        return Err(Unreadable::Damaged(Damage::NoWord));
    };
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
    let mut body = Body::new(&styles, numbering, room.clone());
    if let Err(stop) = pieces(&document, |piece| body.take(&piece)) {
        notices.push(Oddity::NotWhole(stop));
    }
    notices.extend((body.chunks > 0).then_some(Oddity::Chunks(body.chunks)));
    let (mut story, marks) = body.finish();
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

/// The part that holds the text, by the relations of the package.
fn main_part(package: &mut Package, notices: &mut Vec<Oddity>) -> Result<String, Unreadable> {
    if package.has(MAIN_PART) {
        return Ok(MAIN_PART.to_owned());
    }
    let relations = package.part("_rels/.rels", notices)?.map(text_of).transpose()?.unwrap_or_default();
    let mut main = None;
    // Broken relations name nothing.
    let _ = pieces(&relations, |piece| {
        if let Piece::Start(tag) = piece
            && tag.get("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
        {
            main = tag.get("Target").map(|target| target.trim_start_matches('/').to_owned());
        }
    });
    Ok(main.unwrap_or_else(|| MAIN_PART.to_owned()))
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
