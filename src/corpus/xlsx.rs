//! Bytes of a workbook of Excel (.xlsx) -> its sheets as they are shown, by ECMA-376 part 1, 18.
//!
//! Comments stand behind their row, what is drawn on a sheet behind its rows. Page heads and pictures are not read.

mod grid;
mod strings;
mod styles;

use super::content::Content;
use super::drawing;
use super::limits::Limits;
use super::oddity::Oddity;
use super::package::Package;
use super::relations::{Relations, main_part};
use super::room::{Room, push};
use super::sheet::Sheets;
use super::title;
use super::unreadable::{Damage, Unreadable};
use super::xml::{self, Piece, pieces, text_of};

use self::grid::{Comment, Grid};
use self::strings::Strings;
use self::styles::Styles;

const WORKBOOK: &str = "xl/workbook.xml";

/// Reads a workbook.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let mut package = Package::open(bytes, limits.max_file_bytes)?;
    let mut notices = Vec::new();
    let main = main_part(&mut package, &mut notices)?.filter(|main| package.has(main));
    let main = main.unwrap_or_else(|| WORKBOOK.to_owned());
    let Some(workbook) = package.part(&main, &mut notices)? else {
        return Err(Unreadable::Damaged(Damage::NoWorkbook));
    };
    let workbook = Workbook::read(&text_of(workbook)?);
    let relations = Relations::of(&mut package, &main, &mut notices)?;
    let styles = other(&mut package, &relations, "styles", &mut notices)?;
    let styles = Styles::read(&styles);
    let strings = other(&mut package, &relations, "sharedStrings", &mut notices)?;
    let strings = Strings::read(&strings);
    let mut sheets = Sheets::within(Room::of(limits));
    for (name, id) in &workbook.sheets {
        sheets.start_sheet(name);
        let Some(part) = relations.by_id(id).map(|relation| relation.part.clone()) else { continue };
        let grid = Grid { styles: &styles, strings: &strings, is_from_1904: workbook.is_from_1904 };
        read_sheet(&mut package, &part, &grid, &mut sheets, &mut notices)?;
    }
    let core = package.part("docProps/core.xml", &mut notices)?.map(text_of).transpose()?.unwrap_or_default();
    Ok(Content {
        title: xml::element(&core, "title").and_then(|title| title::told(&title)),
        notices,
        ..sheets.finish()?
    })
}

/// A sheet, its comments and what is drawn on it.
fn read_sheet(
    package: &mut Package,
    part: &str,
    grid: &Grid,
    sheets: &mut Sheets,
    notices: &mut Vec<Oddity>,
) -> Result<(), Unreadable> {
    let relations = Relations::of(package, part, notices)?;
    let mut comments: Vec<Comment> = Vec::new();
    // what goes on in threads is told again in the old way, with an advertisement
    for (kind, elements) in [("threadedComment", grid::THREADS), ("comments", grid::COMMENTS)] {
        let known = comments.len();
        for part in relations.of_kind(kind) {
            let text = package.part(part, notices)?.map(text_of).transpose()?.unwrap_or_default();
            for comment in grid::comments(&text, elements) {
                if !comments[..known].iter().any(|other| other.place == comment.place) {
                    push(&mut comments, comment);
                }
            }
        }
    }
    comments.sort_by_key(|comment| comment.place);
    let sheet = package.part(part, notices)?.map(text_of).transpose()?.unwrap_or_default();
    notices.extend(xml::notices(&sheet));
    notices.extend(grid.read(&sheet, comments, sheets).err().map(Oddity::NotWhole));
    for part in relations.of_kind("drawing") {
        for line in drawing::lines(package, part, notices)? {
            sheets.line(line.iter().map(|(font, text)| (font.as_str(), text.as_str())));
        }
    }
    Ok(())
}

/// The text of the first part of a kind.
fn other(
    package: &mut Package,
    relations: &Relations,
    kind: &str,
    notices: &mut Vec<Oddity>,
) -> Result<String, Unreadable> {
    let Some(part) = relations.of_kind(kind).next() else {
        return Ok(String::new());
    };
    Ok(package.part(part, notices)?.map(text_of).transpose()?.unwrap_or_default())
}

/// What holds for all sheets.
#[derive(Default)]
struct Workbook {
    /// The name of each sheet and what the workbook calls its part.
    sheets: Vec<(String, String)>,
    is_from_1904: bool,
}

impl Workbook {
    fn read(text: &str) -> Self {
        let mut workbook = Self::default();
        // A broken part names the sheets before the break.
        let _ = pieces(text, |piece| {
            let Piece::Start(tag) = piece else { return };
            match tag.local() {
                "workbookPr" => {
                    workbook.is_from_1904 = matches!(tag.get("date1904").as_deref(), Some("1" | "true" | "on"));
                }
                "sheet" => {
                    let told = |name: &str| tag.get(name).unwrap_or_default().into_owned();
                    push(&mut workbook.sheets, (told("name"), told("id")));
                }
                _ => {}
            }
        });
        workbook
    }
}

#[cfg(test)]
pub(super) mod tests;
