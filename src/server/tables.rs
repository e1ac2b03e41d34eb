//! What is found to tables that spreadsheets open: commas between cells, a mark in front that tells them it is UTF-8.

use super::address::file_name;
use super::api::numbers::entries;
use super::api::people::listed;
use super::api::search::{asks, find, request};
use super::api::timeline::moments;
use super::asked::Asked;
use super::edition::Edition;
use super::pages::shown;
use super::parameter::MAX_LIMIT;
use super::problem::Problem;
use super::reply::{Media, Reply};
use crate::snippet::best_line;
use crate::snippet::text::clean_line;
use crate::voice::iso;
use crate::voice::page::Refusal;
use jiff::civil::Date;

/// What tells spreadsheets that a table is UTF-8.
const MARK: &str = "\u{FEFF}";

/// A table that grows by rows.
struct Table(String);

impl Table {
    fn new<const N: usize>(head: [&str; N]) -> Self {
        let mut table = Self(MARK.to_owned());
        table.row(head.map(str::to_owned));
        table
    }

    fn row<const N: usize>(&mut self, cells: [String; N]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            self.cell(&clean_line(cell));
        }
        self.0.push_str("\r\n");
    }

    fn cell(&mut self, text: &str) {
        // a spreadsheet takes what begins so for a formula
        let acts = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let text = if acts { format!("'{text}") } else { text.to_owned() };
        match text.contains([',', '"', ';']) || text.trim() != text {
            true => self.0.push_str(&format!("\"{}\"", text.replace('"', "\"\""))),
            false => self.0.push_str(&text),
        }
    }

    fn done(self, name: &str) -> Reply {
        Reply { name: Some(file_name(&format!("{name}.csv"))), ..Reply::new(Media::Csv, self.0) }
    }
}

fn day(day: Option<Date>) -> String {
    day.map(iso).unwrap_or_default()
}

/// The hits of a query.
pub fn search(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    if !asks(asked) {
        return Err(Problem::parameter("q", Refusal::Missing));
    }
    let wanted = request(asked, asked.text("q").unwrap_or_default())?.limit(asked.count("limit", MAX_LIMIT));
    let mut table = Table::new(["rank", "doc", "line", "page", "title", "section", "people", "numbers", "text"]);
    for hit in find(edition, &wanted)?.hits {
        let passage = &hit.passage;
        let line = best_line(passage, &hit.highlights);
        let people: Vec<&str> = passage.mentions.people.iter().map(|person| &*person.name).collect();
        let numbers: Vec<String> = passage.mentions.numbers.iter().map(|number| number.number.canonical()).collect();
        table.row([
            hit.rank.to_string(),
            passage.doc.clone(),
            line.to_string(),
            passage.page_of(line).map(|page| page.to_string()).unwrap_or_default(),
            passage.title.clone(),
            passage.section.join(" › "),
            people.join("; "),
            numbers.join("; "),
            passage.text.clone(),
        ]);
    }
    Ok(table.done("search"))
}

/// The register.
pub fn numbers(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let mut table = Table::new(["number", "type", "issuer", "province", "issued", "subject", "held", "passages"]);
    for entry in entries(edition, asked)? {
        let number = &entry.number;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        table.row([
            number.canonical(),
            text(&number.kind),
            text(&number.issuer),
            text(&entry.province),
            day(entry.issued),
            text(&entry.subject),
            entry.held.to_string(),
            entry.passages.to_string(),
        ]);
    }
    Ok(table.done("numbers"))
}

/// The roll of people.
pub fn people(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let mut table = Table::new(["name", "spellings", "offices", "passages"]);
    for person in listed(edition, asked)? {
        let offices: Vec<String> = person.offices.iter().map(|each| shown::office(each, asked.words())).collect();
        table.row([person.name, person.spellings.join("; "), offices.join("; "), person.passages.to_string()]);
    }
    Ok(table.done("people"))
}

/// Events and times in order.
pub fn timeline(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let mut table = Table::new(["from", "to", "type", "doc", "line", "people", "numbers", "text"]);
    for moment in moments(edition, asked)?.0 {
        table.row([
            day(moment.when.from),
            day(moment.when.to),
            moment.kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
            moment.doc,
            moment.line.to_string(),
            moment.people.join("; "),
            moment.numbers.join("; "),
            moment.text,
        ]);
    }
    Ok(table.done("timeline"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_or_two() {
        let mut table = Table::new(["a", "b"]);
        table.row(["=1+1".to_owned(), "x, \"y\"".to_owned()]);
        table.row(["hai\ndòng".to_owned(), "-2".to_owned()]);
        assert_eq!(table.0, "\u{FEFF}a,b\r\n'=1+1,\"x, \"\"y\"\"\"\r\nhai dòng,'-2\r\n");
    }
}
