//! Bytes of a PDF -> its text line by line in the order in which it is drawn, and its pages.
//!
//! What annotations, stamps and filled forms show stands behind the text of their page; a page number that
//! stands alone at the head or foot of its page is left out, but of slides, whose text does not run over pages.

mod accent;
mod doubles;
mod draw;
mod fonts;
mod layers;
mod layout;
mod letters;
mod line;
mod sign;
mod spans;
mod strings;
mod words;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::content::Content;
use super::limits::Limits;
use super::oddity::Oddity;
use super::page_number::is_page_number;
use super::room::Room;
use super::title;
use super::unreadable::{Damage, Unreadable};

use self::doubles::drop_doubles;
use self::draw::Drawing;
use self::layers::Layers;
use self::layout::{Paper, Row};
use self::line::lines;
use self::strings::text_of;

/// Fewer letters than this on a page are what machines add to a scan.
const FEW_LETTERS: usize = 20;

/// Fewer letters than this on a picture that covers a page are a stamp, or a slide.
const STAMP_LETTERS: usize = 150;
const MOST_OF_PAGE: f64 = 0.7;

/// Where a PDF says that it is one, by the notes of ISO 32000-1 on what readers accept.
const HEAD_BYTES: usize = 1024;

const MAX_PAGES: usize = 100_000;

/// Reads a PDF.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let file = Pdf::new(bytes.to_vec()).map_err(|error| unreadable(error, bytes))?;
    let mut paper = Paper::within(Room::of(limits));
    let mut drawing = Drawing::new(Layers::of(&file));
    let (mut pages, mut empty, mut blank) = (0, 0, 0);
    let mut scanned_pages = Vec::new();
    for page in file.pages().iter().take(MAX_PAGES) {
        pages += 1;
        let unknown = drawing.unknown_signs();
        let mut signs = drawing.page(page);
        let is_known = drawing.unknown_signs() == unknown;
        drop_doubles(&mut signs);
        let mut rows: Vec<Row> = lines(signs).into_iter().map(Row::of).collect();
        // on a slide it parts no text that runs over pages
        let (width, height) = page.render_dimensions();
        if height > width {
            drop_page_number(&mut rows, pages);
        }
        let (letters, covered) = (letters(&rows), drawing.covered(page));
        empty += usize::from(letters < FEW_LETTERS);
        blank += usize::from(letters < FEW_LETTERS && covered == 0.0 && is_known);
        let most = if covered > MOST_OF_PAGE { STAMP_LETTERS } else { FEW_LETTERS };
        scanned_pages.extend((covered > 0.0 && letters < most).then_some(pages));
        paper.add_page(&rows);
    }
    if pages == 0 {
        return Err(Unreadable::Damaged(Damage::NoPages));
    }
    let (content, unknown, is_cut) = (paper.finish()?, drawing.unknown_signs(), is_cut(bytes));
    if content.text.is_empty() && is_cut && scanned_pages.is_empty() {
        return Err(Unreadable::Damaged(Damage::BreaksOff));
    }
    if content.text.is_empty() {
        return Err(if unknown > 0 { Unreadable::NoLetters { pages } } else { Unreadable::Scanned { pages } });
    }
    if empty == pages && pages > 1 && !scanned_pages.is_empty() {
        return Err(Unreadable::Scanned { pages });
    }
    let mut notices = Vec::new();
    if is_cut {
        notices.push(Oddity::BreaksOff);
    }
    if blank > 0 && pages > 1 {
        notices.push(Oddity::BlankPages { blank, pages });
    }
    if unknown > 0 {
        notices.push(Oddity::UnknownSigns(unknown));
    }
    let title = file.metadata().title.as_ref().and_then(|title| title::told(&text_of(title)));
    Ok(Content { title, notices, scanned_pages, ..content })
}

fn unreadable(error: LoadPdfError, bytes: &[u8]) -> Unreadable {
    let begins = memchr::memmem::find(&bytes[..bytes.len().min(HEAD_BYTES)], b"%PDF-").is_some();
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            Unreadable::Protected
        }
        _ if begins && is_cut(bytes) => Unreadable::Damaged(Damage::BreaksOff),
        _ if begins => Unreadable::Damaged(Damage::NoPages),
        _ => Unreadable::Damaged(Damage::Beginning("pdf".to_owned())),
    }
}

/// Whether a file ends among its objects: behind the last of them, and behind what tells the end of what was there
/// before, stands neither a trailer nor where the table of all is.
fn is_cut(bytes: &[u8]) -> bool {
    let behind = memchr::memmem::rfind(bytes, b"%%EOF").map_or(bytes, |end| &bytes[end..]);
    let is_told =
        |rest: &[u8]| [&b"trailer"[..], b"startxref"].iter().any(|part| memchr::memmem::find(rest, part).is_some());
    memchr::memmem::rfind(behind, b" obj").is_some_and(|last| !is_told(&behind[last..]))
}

fn letters(rows: &[Row]) -> usize {
    rows.iter().flat_map(Row::text).map(|text| text.chars().filter(|c| c.is_alphanumeric()).count()).sum()
}

/// Drops a first or last line that is the number of the page and nothing else.
fn drop_page_number(lines: &mut Vec<Row>, page: usize) {
    let is_number = |line: &Row| is_page_number(&line.text().collect::<String>(), page);
    if lines.len() > 1 && lines.first().is_some_and(is_number) {
        lines.remove(0);
    }
    if lines.len() > 1 && lines.last().is_some_and(is_number) {
        lines.pop();
    }
}

#[cfg(test)]
pub(super) mod tests;
