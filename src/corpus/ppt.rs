//! Bytes of a presentation of PowerPoint of 1997 to 2003 (.ppt) -> its slides in order, by \[MS-PPT\].
//!
//! A slide is a page, its title a heading; behind its text come its notes. What a slide takes from its master, charts
//! and pictures are not read.

mod records;
mod show;
mod styles;
mod text;

use super::bytes::u32_at;
use super::content::Content;
use super::limits::Limits;
use super::ole::Ole;
use super::room::Room;
use super::story::Story;
use super::unreadable::{Damage, Unreadable};

use self::show::Show;

/// What the stream of the current user says of a presentation with a password.
const IS_ENCRYPTED: u32 = 0xF3D1_C4DF;

/// Where that stream says so, and where it says at what place the last edit lies.
const TOKEN_AT: usize = 12;
const EDIT_AT: usize = 16;

/// Reads a presentation.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let mut file = Ole::open(bytes)?;
    let user = file.part("Current User", limits).unwrap_or_default();
    if u32_at(&user, TOKEN_AT) == Some(IS_ENCRYPTED) {
        return Err(Unreadable::Protected);
    }
    let stream = file.part("PowerPoint Document", limits).ok_or(Unreadable::Damaged(Damage::NoPresentation))?;
    let show = Show::read(&stream, u32_at(&user, EDIT_AT).map(|place| place as usize))?;
    let mut story = Story::within(Room::of(limits));
    for slide in &show.slides {
        story.start_every_page();
        slide.write(&show.fonts, &mut story);
    }
    Ok(file.noted(story.finish()?))
}

#[cfg(test)]
pub(super) mod tests;
