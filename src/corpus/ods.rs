//! The parts of an OpenDocument spreadsheet (.ods) -> its sheets as they are shown, by OpenDocument 1.3 part 3, 9.
//!
//! Comments stand behind their row, what is drawn on a sheet behind its rows.

use std::collections::HashMap;

use super::content::Content;
use super::limits::Limits;
use super::oddity::Oddity;
use super::odt::{Parts, Style, styles_of};
use super::room::{Room, push};
use super::sheet::Sheets;
use super::unreadable::Unreadable;
use super::xml::{Piece, Tag, pieces};

/// The same text side by side or in row after row, at most.
const MAX_REPEAT: usize = 1000;

/// The texts of a cell, each with its font.
type Runs = Vec<(String, String)>;

/// Reads a spreadsheet.
pub(super) fn read(parts: &Parts, limits: &Limits) -> Result<Content, Unreadable> {
    let mut grid = Grid { styles: styles_of([&parts.styles, &parts.content]), ..Grid::within(Room::of(limits)) };
    let mut notices = Vec::new();
    if let Err(stop) = pieces(&parts.content, |piece| grid.take(&piece)) {
        notices.push(Oddity::NotWhole(stop));
    }
    grid.end_row();
    grid.write_lines();
    Ok(Content { notices, ..grid.sheets.finish()? })
}

/// A spreadsheet under way.
struct Grid {
    sheets: Sheets,
    styles: HashMap<String, Style>,
    /// How deep in elements whose content is not shown.
    skipped: usize,
    in_body: bool,
    /// The cells of the row, each with how often it stands there.
    row: Vec<(Runs, usize)>,
    row_times: usize,
    cell: Option<Cell>,
    /// Comments of the row, and what is drawn on the sheet.
    comments: Vec<Runs>,
    drawn: Vec<Runs>,
    /// The text at hand that stands in no cell: a comment, or a drawing.
    aside: Option<Aside>,
    /// The fonts of the open paragraphs and spans; nothing in none.
    fonts: Vec<String>,
}

/// A cell under way.
struct Cell {
    runs: Runs,
    times: usize,
    font: String,
    /// What it holds, for cells that do not tell what they show.
    value: String,
}

/// A text beside the cells, under way.
struct Aside {
    runs: Runs,
    is_comment: bool,
}

impl Grid {
    fn within(room: Room) -> Self {
        Self {
            sheets: Sheets::within(room),
            styles: HashMap::new(),
            skipped: 0,
            in_body: false,
            row: Vec::new(),
            row_times: 1,
            cell: None,
            comments: Vec::new(),
            drawn: Vec::new(),
            aside: None,
            fonts: Vec::new(),
        }
    }

    fn take(&mut self, piece: &Piece) {
        match piece {
            Piece::Start(_) if self.skipped > 0 => self.skipped += 1,
            Piece::End(_) if self.skipped > 0 => self.skipped -= 1,
            Piece::Start(tag) if tag.local() == "spreadsheet" => self.in_body = true,
            Piece::Start(tag) if is_not_shown(tag.local()) => self.skipped = 1,
            Piece::Start(tag) if self.in_body => self.start(tag),
            Piece::End(name) if self.in_body => self.end(name.local()),
            Piece::Text(text) if self.in_body && self.skipped == 0 => self.write(text),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag.local() {
            "table" => {
                self.end_row();
                self.write_lines();
                self.sheets.start_sheet(&tag.get("name").unwrap_or_default());
            }
            "table-row" => self.row_times = times(tag, "number-rows-repeated"),
            "table-cell" | "covered-table-cell" => {
                let told = |name: &str| tag.get(name).filter(|value| !value.is_empty());
                let value = told("string-value").or_else(|| told("date-value")).or_else(|| told("value"));
                self.cell = Some(Cell {
                    runs: Vec::new(),
                    times: times(tag, "number-columns-repeated"),
                    font: self.font(tag).unwrap_or_default(),
                    value: value.unwrap_or_default().into_owned(),
                });
            }
            "annotation" => self.aside = Some(Aside { runs: Vec::new(), is_comment: true }),
            "frame" | "custom-shape" | "rect" if self.aside.is_none() => {
                self.aside = Some(Aside { runs: Vec::new(), is_comment: false });
            }
            "p" | "h" => {
                let outer = self.cell.as_ref().filter(|_| self.aside.is_none()).map(|cell| cell.font.clone());
                let font = self.font(tag).or(outer).unwrap_or_default();
                self.fonts.push(font);
                self.write(" ");
            }
            "span" | "a" => {
                let font = self.font(tag).or_else(|| self.fonts.last().cloned()).unwrap_or_default();
                self.fonts.push(font);
            }
            "s" | "tab" | "line-break" => self.write(" "),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" | "span" | "a" => drop(self.fonts.pop()),
            "annotation" | "frame" | "custom-shape" | "rect" => {
                // one within another is of the outer
                let is_comment = name == "annotation";
                if let Some(aside) = self.aside.take_if(|aside| aside.is_comment == is_comment) {
                    push(if is_comment { &mut self.comments } else { &mut self.drawn }, aside.runs);
                }
            }
            "table-cell" | "covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    let is_empty = cell.runs.iter().all(|(_, text)| text.trim().is_empty());
                    let runs = if is_empty { vec![(cell.font, cell.value)] } else { cell.runs };
                    push(&mut self.row, (runs, cell.times));
                }
            }
            "table-row" => self.end_row(),
            "table" => self.write_lines(),
            _ => {}
        }
    }

    fn font(&self, tag: &Tag) -> Option<String> {
        let style = tag.get("style-name")?;
        Style::up(&self.styles, Some(&style)).find_map(|style| style.font.clone())
    }

    fn write(&mut self, text: &str) {
        let Some(font) = self.fonts.last() else { return };
        let runs = match (&mut self.aside, &mut self.cell) {
            (Some(aside), _) => &mut aside.runs,
            (None, Some(cell)) => &mut cell.runs,
            (None, None) => return,
        };
        match runs.last_mut().filter(|(last, _)| last == font) {
            Some((_, last)) => last.push_str(text),
            None => runs.push((font.clone(), text.to_owned())),
        }
    }

    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        let is_empty = |runs: &Runs| runs.iter().all(|(_, text)| text.trim().is_empty());
        let has_text = row.iter().any(|(runs, _)| !is_empty(runs));
        for _ in 0..if has_text { std::mem::replace(&mut self.row_times, 1) } else { 0 } {
            for (runs, times) in row.iter().filter(|(runs, _)| !is_empty(runs)) {
                (0..*times).for_each(|_| self.sheets.cell(borrowed(runs)));
            }
            self.sheets.end_row();
        }
        for comment in std::mem::take(&mut self.comments) {
            self.sheets.line(borrowed(&comment));
        }
    }

    fn write_lines(&mut self) {
        for line in std::mem::take(&mut self.drawn) {
            self.sheets.line(borrowed(&line));
        }
    }
}

fn borrowed(runs: &Runs) -> impl Iterator<Item = (&str, &str)> {
    runs.iter().map(|(font, text)| (font.as_str(), text.as_str()))
}

fn times(tag: &Tag, name: &str) -> usize {
    tag.get(name).and_then(|times| times.parse().ok()).unwrap_or(1).min(MAX_REPEAT)
}

/// Elements of a spreadsheet whose content it does not show.
fn is_not_shown(name: &str) -> bool {
    matches!(
        name,
        "tracked-changes"
            | "content-validations"
            | "label-ranges"
            | "named-expressions"
            | "database-ranges"
            | "data-pilot-tables"
            | "dde-links"
            | "table-source"
            | "creator"
            | "date"
            | "creator-initials"
            | "object"
            | "binary-data"
            | "forms"
            | "title"
            | "desc"
    )
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::corpus::odf::parse;
    use crate::corpus::package::tests::zip_of;

    /// The one part of a spreadsheet with these tables.
    pub fn fods(tables: &str) -> String {
        format!(
            "<?xml version='1.0'?><office:document office:mimetype='application/vnd.oasis.opendocument.spreadsheet'>\
             <office:meta><dc:title>Sổ</dc:title></office:meta><office:automatic-styles><style:style style:name='V'>\
             <style:text-properties style:font-name='.VnTime'/></style:style></office:automatic-styles>\
             <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document>"
        )
    }

    /// A spreadsheet with these tables.
    pub fn ods(tables: &str) -> Vec<u8> {
        zip_of(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", fods(tables).as_bytes()),
            ("meta.xml", "<office:meta><dc:title>Sổ</dc:title></office:meta>".as_bytes()),
        ])
    }

    /// A spreadsheet of every kind of element.
    pub fn sample() -> Vec<u8> {
        ods(
            "<table:table table:name='Một'><table:table-row table:number-rows-repeated='2'><table:table-cell><office:annotation>\
             <text:p>lời</text:p></office:annotation><text:p>a<text:span>b</text:span></text:p></table:table-cell>\
             <table:table-cell table:number-columns-repeated='1000'/></table:table-row></table:table>",
        )
    }

    #[test]
    fn cells_show_what_they_say() {
        let check = |tables: &str, expected: &str| {
            for bytes in [ods(tables), fods(tables).into_bytes()] {
                let content = parse(&bytes, &Limits::default()).unwrap();
                assert_eq!((content.text.as_str(), content.title.as_deref()), (expected, Some("Sổ")), "{tables}");
            }
        };
        let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
        let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
        let table = |rows: &str| format!("<table:table table:name='Một'>{rows}</table:table>");
        check(&table(&row("<table:table-cell/>")), "");
        check(&table(&row(&(cell("1") + "<table:table-cell/>" + &cell("An")))), "Một\n\n1 | An");
        check(
            &table(&row("<table:table-cell table:number-columns-repeated='2'><text:p>x</text:p></table:table-cell>")),
            "Một\n\nx | x",
        );
        check(
            &table(
                "<table:table-row table:number-rows-repeated='2'><table:table-cell><text:p>x</text:p><text:p>y</text:p></table:table-cell></table:table-row>",
            ),
            "Một\n\nx y\nx y",
        );
        check(&table(&row("<table:table-cell office:value='5'/>")), "Một\n\n5");
        check(
            &table(&row("<table:table-cell table:style-name='V'><text:p>C\u{E9}ng</text:p></table:table-cell>")),
            "Một\n\nCộng",
        );
        let comment = "<office:annotation><dc:creator>An</dc:creator><text:p>xem lại</text:p></office:annotation>";
        check(
            &table(&row(&format!("<table:table-cell>{comment}<text:p>5</text:p></table:table-cell>"))),
            "Một\n\n5\nxem lại",
        );
        check(
            &table(
                &("<table:shapes><draw:frame><draw:text-box><text:p>hình</text:p></draw:text-box></draw:frame></table:shapes>".to_owned() + &row(&cell("a"))),
            ),
            "Một\n\na\nhình",
        );
    }
}
