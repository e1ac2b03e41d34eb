//! Bytes of a presentation of PowerPoint (.pptx) -> its slides in order, by ECMA-376 part 1, 19.
//!
//! A slide is a page, its title a heading; behind its text come its charts and diagrams, its notes and its comments.
//! What a slide takes from its layout and pictures are not read.

mod slide;

use super::content::Content;
use super::drawing;
use super::limits::Limits;
use super::oddity::Oddity;
use super::package::Package;
use super::relations::{Relations, main_part};
use super::room::{Room, push};
use super::story::Story;
use super::title;
use super::unreadable::{Damage, Unreadable};
use super::xml::{self, Piece, pieces, text_of};

use self::slide::Slide;

const PRESENTATION: &str = "ppt/presentation.xml";

/// Reads a presentation.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let mut package = Package::open(bytes, limits.max_file_bytes)?;
    let mut notices = Vec::new();
    let main = main_part(&mut package, &mut notices)?.filter(|main| package.has(main));
    let main = main.unwrap_or_else(|| PRESENTATION.to_owned());
    let Some(presentation) = package.part(&main, &mut notices)? else {
        return Err(Unreadable::Damaged(Damage::NoPresentation));
    };
    let relations = Relations::of(&mut package, &main, &mut notices)?;
    let mut story = Story::within(Room::of(limits));
    for id in slides(&text_of(presentation)?) {
        if let Some(relation) = relations.by_id(&id) {
            story.start_every_page();
            read_slide(&mut package, &relation.part, &mut story, &mut notices)?;
        }
    }
    let core = package.part("docProps/core.xml", &mut notices)?.map(text_of).transpose()?.unwrap_or_default();
    Ok(Content {
        title: xml::element(&core, "title").and_then(|title| title::told(&title)),
        notices,
        ..story.finish()?
    })
}

/// What the presentation calls its slides, in order.
fn slides(presentation: &str) -> Vec<String> {
    let mut slides = Vec::new();
    // A broken part names the slides before the break.
    let _ = pieces(presentation, |piece| {
        if let Piece::Start(tag) = piece
            && tag.local() == "sldId"
            && let Some(id) = tag.get_prefixed("id")
        {
            push(&mut slides, id.into_owned());
        }
    });
    slides
}

fn read_slide(
    package: &mut Package,
    part: &str,
    story: &mut Story,
    notices: &mut Vec<Oddity>,
) -> Result<(), Unreadable> {
    let text = package.part(part, notices)?.map(text_of).transpose()?.unwrap_or_default();
    notices.extend(xml::notices(&text));
    let (slide, stop) = Slide::read(&text);
    notices.extend(stop.map(Oddity::NotWhole));
    slide.write(story);
    for line in drawing::shown(package, part, notices)? {
        slide::write_line(&line, story);
    }
    let relations = Relations::of(package, part, notices)?;
    for part in relations.of_kind("notesSlide") {
        let text = package.part(part, notices)?.map(text_of).transpose()?.unwrap_or_default();
        story.gap();
        Slide::read(&text).0.write_notes(story);
    }
    for part in relations.of_kind("comments") {
        for line in drawing::lines(package, part, notices)? {
            slide::write_line(&line, story);
        }
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests;
