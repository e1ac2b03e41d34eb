//! The roll of people to a table.

use askama::Template;

use super::field::Field;
use super::frame::Frame;
use super::page;
use super::shown::office;
use crate::directory::{Listed, untold};
use crate::server::address::{self, Address};
use crate::server::api::people::listed;
use crate::server::api::{next, said};
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::parameter::MAX_LIMIT;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::snippet::text::clean_line;
use crate::voice::page::Words;

/// Offices and spellings of a person that are shown in a row.
const SHOWN: usize = 3;

#[derive(Template)]
#[template(path = "people.html")]
struct Page<'a> {
    w: &'static Words,
    frame: Frame<'a>,
    heading: String,
    notices: Vec<String>,
    fields: Vec<Field>,
    count: String,
    csv: Option<String>,
    rows: Vec<Row>,
    previous: Option<String>,
    next: Option<String>,
}

/// A person of the roll.
struct Row {
    name: String,
    href: String,
    offices: String,
    spellings: String,
    passages: String,
}

/// The page of the roll.
pub fn people(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let words = asked.words();
    let people = listed(edition, asked)?;
    let (limit, offset) = (asked.count("limit", MAX_LIMIT), asked.count("offset", 0));
    let rows: Vec<Row> = people.iter().skip(offset).take(limit).map(|person| row(person, asked)).collect();
    let orders = [("mentions", words.by_mentions), ("name", words.by_name)];
    page(&Page {
        w: words,
        frame: Frame::new(edition, asked, words.people),
        heading: words.people.to_owned(),
        notices: said(untold(&people).as_slice(), asked).notices,
        fields: vec![
            Field::text(asked, "role", words.office),
            Field::text(asked, "from", words.from),
            Field::text(asked, "to", words.to),
            Field::choice(asked, "sort", words.order, orders),
        ],
        count: (words.people_count)(people.len()),
        csv: Some(Address::path("/people.csv").with_all(asked.others(&["offset", "limit"])).done()),
        previous: previous(asked, offset, limit),
        next: next(asked, offset, rows.len(), people.len()),
        rows,
    })
}

/// The page of those who bear a family name.
///
/// # Errors
/// The page cannot be made.
pub fn family(
    edition: &Edition,
    asked: &Asked,
    (name, notices): (&str, Vec<String>),
    people: &[Listed],
) -> Result<Reply, Problem> {
    let words = asked.words();
    page(&Page {
        w: words,
        frame: Frame::new(edition, asked, clean_line(name)),
        heading: clean_line(name),
        notices,
        fields: Vec::new(),
        count: (words.people_count)(people.len()),
        csv: None,
        rows: people.iter().take(MAX_LIMIT).map(|person| row(person, asked)).collect(),
        previous: None,
        next: None,
    })
}

fn row(person: &Listed, asked: &Asked) -> Row {
    let words = asked.words();
    let offices: Vec<String> = person.offices.iter().take(SHOWN).map(|each| office(each, words)).collect();
    let spellings: Vec<String> = person.spellings.iter().take(SHOWN).map(|each| clean_line(each)).collect();
    Row {
        name: clean_line(&person.name),
        href: asked.link(address::person(&person.name)),
        offices: offices.join("; "),
        spellings: spellings.join(", "),
        passages: (words.count)(person.passages),
    }
}

/// Where what comes before is shown.
pub fn previous(asked: &Asked, offset: usize, limit: usize) -> Option<String> {
    let before = offset.saturating_sub(limit);
    let address = asked.again(&["offset"]);
    (offset > 0).then(|| if before == 0 { address.done() } else { address.with("offset", before).done() })
}
