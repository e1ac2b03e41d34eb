//! Events and times in order to bars and a table.

use std::collections::BTreeMap;

use askama::Template;

use super::chart::{self, Chart};
use super::field::Field;
use super::frame::Frame;
use super::people::previous;
use super::shown::{name_of, time};
use super::{Link, page};
use crate::directory::Moment;
use crate::mention::EventKind;
use crate::server::address::{self, Address};
use crate::server::api::timeline::moments;
use crate::server::api::{next, said};
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::parameter::MAX_LIMIT;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::snippet::text::{clean_line, cut};
use crate::voice::page::Words;

/// Columns of what is told of a moment.
const COLUMNS: usize = 260;

/// People and numbers of a moment that are shown.
const SAID: usize = 4;

#[derive(Template)]
#[template(path = "timeline.html")]
struct Page<'a> {
    w: &'static Words,
    frame: Frame<'a>,
    fields: Vec<Field>,
    notices: Vec<String>,
    count: String,
    csv: String,
    chart: Option<Chart>,
    rows: Vec<Row>,
    counts: Vec<Link>,
    counts_title: &'static str,
    previous: Option<String>,
    next: Option<String>,
}

/// An event or time.
struct Row {
    when: String,
    kind: &'static str,
    text: String,
    said: Vec<Link>,
    place: String,
    href: String,
}

/// The page of events and times in order.
pub fn timeline(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let words = asked.words();
    let (moments, notices) = moments(edition, asked)?;
    let (limit, offset) = (asked.count("limit", MAX_LIMIT), asked.count("offset", 0));
    let rows: Vec<Row> = moments.iter().skip(offset).take(limit).map(|moment| row(moment, asked)).collect();
    let years = by_year(&moments);
    let link = |from: i16, to: i16| chart::link(asked.again(&["offset", "from", "to", "by"]), from, to);
    let count = |count: usize| (words.count)(count as u64);
    let counted = |(year, number): (&i16, &usize)| Link {
        count: Some(count(*number)),
        ..Link::new(year.to_string(), link(*year, *year))
    };
    let kinds = EventKind::names().filter_map(|name| Some((name, (words.event_name)(EventKind::named(name)?))));
    page(&Page {
        w: words,
        frame: Frame::new(edition, asked, words.timeline),
        fields: vec![
            Field::text(asked, "q", words.query),
            Field::choice(asked, "type", words.event, std::iter::once(("", words.any)).chain(kinds)),
            Field::text(asked, "from", words.from),
            Field::text(asked, "to", words.to),
        ],
        notices: said(&notices, asked).notices.iter().map(|said| clean_line(said)).collect(),
        count: (words.moment_count)(moments.len()),
        csv: Address::path("/timeline.csv").with_all(asked.others(&["offset", "limit"])).done(),
        chart: Chart::of_years(&years, link, count, chart::current(asked)),
        previous: previous(asked, offset, limit),
        next: next(asked, offset, rows.len(), moments.len()),
        rows,
        counts: years.iter().map(counted).collect(),
        counts_title: words.by_year,
    })
}

/// How many begin in each year, but for open periods.
fn by_year(moments: &[Moment]) -> BTreeMap<i16, usize> {
    let mut years = BTreeMap::new();
    for from in moments
        .iter()
        .filter(|moment| !moment.when.is_open())
        .filter_map(|moment| moment.when.from)
        // earlier times are in no filter
        .filter(|from| from.year() > 0)
    {
        *years.entry(from.year()).or_default() += 1;
    }
    years
}

fn row(moment: &Moment, asked: &Asked) -> Row {
    let words = asked.words();
    let people =
        moment.people.iter().take(SAID).map(|name| Link::new(clean_line(name), asked.link(address::person(name))));
    let numbers = moment
        .numbers
        .iter()
        .take(SAID)
        .map(|number| Link::new(clean_line(number), asked.link(address::number(number))));
    let q = asked.text("q");
    Row {
        when: time(Some(&moment.when), words),
        kind: moment.kind.map(words.event_name).unwrap_or_default(),
        text: cut(&clean_line(&moment.text), COLUMNS),
        said: people.chain(numbers).collect(),
        place: format!("{}, {} {}", clean_line(name_of(&moment.doc)), words.line, moment.line),
        href: asked.link_at(address::document(&moment.doc).with_some("q", q), &format!("L{}", moment.line)),
    }
}
