//! The query language to a page, with examples that find something in this index.

use askama::Template;

use super::examples::Examples;
use super::frame::Frame;
use super::{Link, page};
use crate::server::address::Address;
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::problem::{Problem, slug};
use crate::server::reply::Reply;
use crate::snippet::text::clean_line;
use crate::voice::page::{Trouble, Words};

#[derive(Template)]
#[template(path = "help.html")]
struct Page<'a> {
    w: &'static Words,
    frame: Frame<'a>,
    ways: Vec<(Link, &'static str)>,
    troubles: Vec<(&'static str, &'static str, &'static str)>,
    /// Where a draft is checked.
    check: String,
}

/// What may go wrong for a program.
const TROUBLES: [Trouble; 15] = [
    Trouble::BadParameter,
    Trouble::BadBody,
    Trouble::Unauthorized,
    Trouble::WrongHost,
    Trouble::WrongOrigin,
    Trouble::NotFound,
    Trouble::Method,
    Trouble::Changed,
    Trouble::TooLarge,
    Trouble::AddressTooLong,
    Trouble::OtherType,
    Trouble::Busy,
    Trouble::Late,
    Trouble::NoIndex,
    Trouble::Internal,
];

/// The page that helps.
pub fn help(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let words = asked.words();
    let Examples { person, number, year, words: typed, root } = Examples::of(edition)?;
    let ways = &words.ways;
    let [of_place, of_person] = ways.filters;
    let mut shown = Vec::new();
    let mut add = |query: String, finds: &'static str| {
        let href = asked.link(Address::path("/search").with("q", &query));
        shown.push((Link::new(clean_line(&query), href), finds));
    };
    if let Some(typed) = typed {
        add(typed.clone(), ways.words);
        add(format!("\"{typed}\""), ways.phrase);
        if let Some((first, last)) = typed.rsplit_once(' ') {
            add(format!("{first} -{last}"), ways.without);
        }
        if let Some(root) = root {
            add(format!("{typed} {of_place}:{root}/"), ways.folder);
        }
    }
    if let Some(number) = number {
        add(number, ways.number);
    }
    if let Some(person) = person {
        add(person.clone(), ways.person);
        add(format!("{of_person}:\"{person}\""), ways.person_filter);
    }
    if let Some(year) = year {
        add(year.to_string(), ways.day);
        add(format!("{}..{year}", year.saturating_sub(10)), ways.period);
    }
    let trouble = |trouble: Trouble| (slug(trouble), (words.trouble)(trouble), (words.remedy)(trouble));
    page(&Page {
        w: words,
        frame: Frame::new(edition, asked, words.help),
        ways: shown,
        check: asked.link(Address::path("/check")),
        troubles: TROUBLES.into_iter().map(trouble).collect(),
    })
}
