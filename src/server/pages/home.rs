//! What an index holds to the first page.

use askama::Template;

use super::examples::Examples;
use super::frame::Frame;
use super::{Link, page};
use crate::server::address::Address;
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::snippet::text::clean_line;
use crate::voice::page::Words;

#[derive(Template)]
#[template(path = "home.html")]
struct Page<'a> {
    w: &'static Words,
    frame: Frame<'a>,
    holds: String,
    tries: Vec<Link>,
    roots: Vec<Link>,
}

/// The first page.
pub fn home(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let words = asked.words();
    let Examples { person, number, year, words: typed, .. } = Examples::of(edition)?;
    let queries = [person, number, typed, year.map(|year| year.to_string())].into_iter().flatten();
    let search = |query: String| Link::new(clean_line(&query), asked.link(Address::path("/search").with("q", &query)));
    let root = |name: &str| {
        let place = format!("{name}/");
        Link::new(clean_line(name), asked.link(Address::path("/search").with("in", &place)))
    };
    let holds = format!("{}, {}", (words.document_count)(edition.documents), (words.passage_count)(edition.passages));
    page(&Page {
        w: words,
        frame: Frame::new(edition, asked, words.search),
        holds,
        tries: queries.map(search).collect(),
        roots: edition.archive.roots()?.iter().map(|(name, _)| root(name)).collect(),
    })
}
