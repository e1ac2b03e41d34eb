//! The register of document numbers to a table.

use askama::Template;

use super::field::Field;
use super::frame::Frame;
use super::page;
use crate::mention::number as numbers_of;
use crate::server::address::{self, Address};
use crate::server::api::next;
use crate::server::api::numbers::entries;
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::pages::people::previous;
use crate::server::parameter::MAX_LIMIT;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::snippet::text::clean_line;
use crate::voice::page::Words;

#[derive(Template)]
#[template(path = "numbers.html")]
struct Page<'a> {
    w: &'static Words,
    frame: Frame<'a>,
    fields: Vec<Field>,
    count: String,
    csv: String,
    rows: Vec<Row>,
    previous: Option<String>,
    next: Option<String>,
}

/// A document of the register.
struct Row {
    name: String,
    href: String,
    held: bool,
    issued: String,
    kind: String,
    issuer: String,
    subject: String,
    passages: String,
}

/// The page of the register.
pub fn numbers(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let words = asked.words();
    let entries = entries(edition, asked)?;
    let (limit, offset) = (asked.count("limit", MAX_LIMIT), asked.count("offset", 0));
    let row = |entry: &crate::directory::RegisterEntry| {
        let number = &entry.number;
        let name = number.canonical();
        let kind = number.kind.as_deref().map(|kind| numbers_of::type_name(kind).unwrap_or_else(|| kind.to_owned()));
        let text = |text: Option<&str>| clean_line(text.unwrap_or_default());
        Row {
            href: asked.link(address::number(&name)),
            name: clean_line(&entry.written),
            held: entry.held,
            issued: entry.issued.map(|day| words.day(day)).unwrap_or_default(),
            kind: text(kind.as_deref()),
            issuer: text(number.issuer.as_deref()),
            subject: text(entry.subject.as_deref()),
            passages: (words.count)(entry.passages),
        }
    };
    let rows: Vec<Row> = entries.iter().skip(offset).take(limit).map(row).collect();
    page(&Page {
        w: words,
        frame: Frame::new(edition, asked, words.numbers),
        fields: vec![
            Field::text(asked, "type", words.kind),
            Field::text(asked, "issuer", words.issuer),
            Field::text(asked, "from", words.from),
            Field::text(asked, "to", words.to),
        ],
        count: (words.number_count)(entries.len()),
        csv: Address::path("/numbers.csv").with_all(asked.others(&["offset", "limit"])).done(),
        previous: previous(asked, offset, limit),
        next: next(asked, offset, rows.len(), entries.len()),
        rows,
    })
}
