//! Bytes of a PDF -> its text line by line in the order in which it is drawn, and its pages.
//!
//! Stamps, comments and what is filled into forms are no text of the pages and are not read; nor is
//! a page number that stands alone at the head or foot of its page.

mod cmap;
mod draw;
mod font;
mod layout;

use lopdf::{Document, Error, LoadOptions, Object, decode_text_string};

use super::content::Content;
use super::limits::Limits;
use super::lines::collapse;
use super::oddity::Oddity;
use super::page_number::is_page_number;
use super::room::Room;
use super::unreadable::{Damage, Unreadable};

use self::draw::Drawing;
use self::layout::{Line, Paper};

/// Fewer letters than this on a page are what machines add to a scan.
const FEW_LETTERS: usize = 20;

/// Fewer letters than this on a picture that covers a page are a stamp, or a slide.
const STAMP_LETTERS: usize = 150;
const MOST_OF_PAGE: f32 = 0.7;

const MAX_PAGES: usize = 100_000;

/// Reads a PDF.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let most = usize::try_from(limits.max_file_bytes).unwrap_or(usize::MAX);
    let options = LoadOptions { max_decompressed_size: Some(most), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(unreadable)?;
    if document.is_encrypted() {
        return Err(Unreadable::Protected);
    }
    let mut paper = Paper::within(Room::of(limits));
    let mut drawing = Drawing::new(&document, most);
    let (mut pages, mut empty, mut blank) = (0, 0, 0);
    let mut scanned_pages = Vec::new();
    for page in document.page_iter().take(MAX_PAGES) {
        pages += 1;
        let mut lines = drawing.page(page);
        drop_page_number(&mut lines, pages);
        let (letters, covered) = (letters(&lines), drawing.covered(page));
        empty += usize::from(letters < FEW_LETTERS);
        blank += usize::from(letters < FEW_LETTERS && covered == 0.0);
        let most = if covered > MOST_OF_PAGE { STAMP_LETTERS } else { FEW_LETTERS };
        scanned_pages.extend((covered > 0.0 && letters < most).then_some(pages));
        paper.add_page(&lines);
    }
    if pages == 0 && document.trailer.has(b"Encrypt") {
        return Err(Unreadable::Protected);
    }
    if pages == 0 {
        return Err(Unreadable::Damaged(Damage::NoPages));
    }
    let (content, unknown) = (paper.finish()?, drawing.unknown_signs());
    if content.text.is_empty() {
        return Err(if unknown > 0 { Unreadable::NoLetters { pages } } else { Unreadable::Scanned { pages } });
    }
    if empty == pages && pages > 1 && !scanned_pages.is_empty() {
        return Err(Unreadable::Scanned { pages });
    }
    let mut notices = Vec::new();
    if blank > 0 && pages > 1 {
        notices.push(Oddity::BlankPages { blank, pages });
    }
    if unknown > 0 {
        notices.push(Oddity::UnknownSigns(unknown));
    }
    Ok(Content { title: title(&document), notices, scanned_pages, ..content })
}

fn unreadable(error: Error) -> Unreadable {
    match error {
        Error::InvalidPassword | Error::Decryption(_) => Unreadable::Protected,
        error => Unreadable::Damaged(Damage::Said(error.to_string())),
    }
}

fn letters(lines: &[Line]) -> usize {
    lines.iter().flat_map(Line::text).map(|text| text.chars().filter(|c| c.is_alphanumeric()).count()).sum()
}

/// Drops a first or last line that is the number of the page and nothing else.
fn drop_page_number(lines: &mut Vec<Line>, page: usize) {
    let is_number = |line: &Line| is_page_number(&line.text().collect::<String>(), page);
    if lines.len() > 1 && lines.first().is_some_and(is_number) {
        lines.remove(0);
    }
    if lines.len() > 1 && lines.last().is_some_and(is_number) {
        lines.pop();
    }
}

/// The title, unless a program made it of the name of a file.
fn title(document: &Document) -> Option<String> {
    let (_, info) = document.dereference(document.trailer.get(b"Info").ok()?).ok()?;
    let (_, title) = document.dereference(info.as_dict().ok()?.get(b"Title").ok()?).ok()?;
    let title = match title {
        Object::String(..) => collapse(&decode_text_string(title).ok()?),
        _ => return None,
    };
    let lower = title.to_lowercase();
    let is_file_name = lower.starts_with("microsoft word - ")
        || [".doc", ".docx", ".pdf", ".rtf", ".odt"].iter().any(|extension| lower.ends_with(extension));
    (!title.is_empty() && !is_file_name).then_some(title)
}

#[cfg(test)]
pub(super) mod tests;
