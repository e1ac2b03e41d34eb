//! Bytes of a Word document before `.docx` (.doc) -> its text, by \[MS-DOC\], with headings and pages; of Word 6 and 95
//! the text alone.
//!
//! Every place in the file that another names is looked up with its bounds; headers, footers,
//! comments, hidden text, deletions and the codes of fields are not read.

mod bytes;
mod lists;
mod lost;
mod pieces;
mod runs;
mod styles;
mod text;
mod word6;

use super::content::Content;
use super::limits::Limits;
use super::ole::Ole;
use super::room::Room;
use super::unreadable::{Damage, Foreign, Unreadable};

use self::bytes::{u16_at, u32_at};
use self::lists::Lists;
use self::pieces::Pieces;
use self::runs::{Characters, Paragraphs};
use self::styles::Styles;
use self::text::{Notes, Stories, Writer};

/// What a file of Word 97 and later starts with.
const WORD_97: u16 = 0xA5EC;
const FIRST_VERSION: u16 = 0x00C1;

/// Flags of the file information block.
const IS_ENCRYPTED: u16 = 0x0100;
const HAS_TABLE_1: u16 = 0x0200;

/// Where the block says how many characters each story has.
const STORY_LENGTHS: usize = 0x4C;

/// Where the block says where each table lies.
const STYLE_SHEET: usize = 0xA2;
const FOOTNOTE_MARKS: usize = 0xAA;
const CHARACTER_PAGES: usize = 0xFA;
const PARAGRAPH_PAGES: usize = 0x102;
const FONTS: usize = 0x112;
const PIECES: usize = 0x1A2;
const ENDNOTE_MARKS: usize = 0x20A;
const LISTS: usize = 0x2E2;
const LIST_USES: usize = 0x2EA;

/// Reads a Word document.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let mut file = Ole::open(bytes)?;
    let main = file.stream("WordDocument", limits)?;
    let (Some(magic), Some(version), Some(flags)) = (u16_at(&main, 0), u16_at(&main, 2), u16_at(&main, 10)) else {
        return Err(Unreadable::Damaged(Damage::BreaksOff));
    };
    let is_97 = magic == WORD_97 && version >= FIRST_VERSION;
    if !is_97 && magic != word6::MAGIC {
        return Err(Unreadable::Other(Foreign::OldWord));
    }
    if flags & IS_ENCRYPTED != 0 {
        return Err(Unreadable::Protected);
    }
    if !is_97 {
        return Ok(file.noted(word6::content(&main, flags, limits)?));
    }
    let name = if flags & HAS_TABLE_1 != 0 { "1Table" } else { "0Table" };
    match file.stream(name, limits) {
        Ok(table) => Ok(file.noted(content(&main, &table, limits)?)),
        // tables stand behind the text, and go first
        Err(_) => Ok(file.noted_as_cut(lost::content(&main, STORY_LENGTHS, limits)?)),
    }
}

fn content(main: &[u8], table: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let part = |at: usize| {
        let start = u32_at(main, at).unwrap_or(0) as usize;
        let length = u32_at(main, at + 4).unwrap_or(0) as usize;
        start.checked_add(length).and_then(|end| table.get(start..end)).unwrap_or_default()
    };
    let pieces = Pieces::read(part(PIECES), main);
    if pieces.is_empty() {
        return Err(Unreadable::Damaged(Damage::NoPlace));
    }
    let styles = Styles::read(part(STYLE_SHEET), part(FONTS));
    let characters = Characters::read(part(CHARACTER_PAGES), main);
    let paragraphs = Paragraphs::read(part(PARAGRAPH_PAGES), main);
    let levels_start = u32_at(main, LISTS).unwrap_or(0) as usize + part(LISTS).len();
    let lists = Lists::read(part(LISTS), table.get(levels_start..).unwrap_or_default(), part(LIST_USES));
    let writer = Writer::new(&pieces, &styles, &characters, &paragraphs, lists, Room::of(limits));
    let notes = Notes::read(part(FOOTNOTE_MARKS), part(ENDNOTE_MARKS));
    writer.write_all(&Stories::read(main, STORY_LENGTHS), &notes)
}

#[cfg(test)]
pub(super) mod tests;
