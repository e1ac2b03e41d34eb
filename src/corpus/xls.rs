//! Bytes of a workbook of Excel of 1990 to 2003 (.xls) -> its sheets as they are shown, by \[MS-XLS\].
//!
//! Comments stand behind their row, boxes of text behind the rows. Charts, page heads and pictures are not read.

mod book;
mod grid;
mod records;

use super::content::Content;
use super::limits::Limits;
use super::ole::Ole;
use super::room::Room;
use super::sheet::Sheets;
use super::unreadable::{Damage, Unreadable};

use self::book::Book;

/// What a workbook without a compound file around it begins with: the start of a sheet of Excel 3 or 4.
const OLD_STARTS: [&[u8]; 2] = [&[0x09, 0x02], &[0x09, 0x04]];

/// Reads a workbook.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    if OLD_STARTS.iter().any(|start| bytes.starts_with(start)) {
        return content(bytes, limits);
    }
    let mut file = Ole::open(bytes)?;
    let stream = ["Workbook", "Book"].iter().find_map(|name| file.part(name, limits));
    Ok(file.noted(content(&stream.ok_or(Unreadable::Damaged(Damage::NoWorkbook))?, limits)?))
}

fn content(stream: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let book = Book::read(stream)?;
    let mut sheets = Sheets::within(Room::of(limits));
    for (name, place) in &book.sheets {
        sheets.start_sheet(name);
        grid::read(&book, stream, *place, &mut sheets);
    }
    sheets.finish()
}

#[cfg(test)]
pub(super) mod tests;
