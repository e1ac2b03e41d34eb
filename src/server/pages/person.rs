//! A name to the page of who bears it: spellings, offices, those named beside them, passages in order of time.

use std::collections::BTreeMap;

use askama::Template;

use super::frame::Frame;
use super::people::family;
use super::place::{Cited, Place};
use super::shown::{office, time};
use super::{Link, page};
use crate::archive::NamedPeople;
use crate::directory::{Person, Sighting};
use crate::search::Request;
use crate::server::address::{self, Address};
use crate::server::api::said;
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::parameter::MAX_LIMIT;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::snippet::text::clean_line;
use crate::voice::page::{Trouble, Words};

/// Passages of a person, people named beside them, and people of one name, that are shown.
const PASSAGES: usize = 50;
const BESIDE: usize = 12;
const PEOPLE: usize = 5;

#[derive(Template)]
#[template(path = "person.html")]
struct Page<'a> {
    w: &'static Words,
    frame: Frame<'a>,
    notices: Vec<String>,
    people: Vec<Shown>,
    variants: Vec<Link>,
    /// Where the words of the name are searched.
    search: String,
}

/// A person as shown.
struct Shown {
    name: String,
    spellings: String,
    offices: Vec<String>,
    similar: Vec<Link>,
    beside: Vec<Link>,
    search: String,
    count: String,
    places: Vec<Place>,
    more: Option<Link>,
}

/// The page of a person.
pub fn person(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let found = edition.archive.person(&asked.rest)?;
    let Some(NamedPeople { name, people, variants, family: bearers, notices }) = found else {
        return Err(Trouble::NotFound.into());
    };
    let notices: Vec<String> = said(&notices, asked).notices.iter().map(|said| clean_line(said)).collect();
    if !bearers.is_empty() {
        return family(edition, asked, (&name, notices), &bearers);
    }
    let mut shown = Vec::new();
    for person in people.iter().take(PEOPLE) {
        shown.push(shown_person(edition, asked, person)?);
    }
    let variant = |person: &Person| {
        let name = &person.listed.name;
        Link::new(clean_line(name), asked.link(address::person(name)))
    };
    let others = people.iter().skip(PEOPLE).chain(&variants).map(variant).collect();
    let (w, frame) = (asked.words(), Frame::new(edition, asked, clean_line(&name)));
    let search = asked.link(Address::path("/search").with("q", &name));
    let mut reply = page(&Page { w, frame, notices, people: shown, variants: others, search })?;
    if people.is_empty() {
        reply.status = 404;
    }
    Ok(reply)
}

fn shown_person(edition: &Edition, asked: &Asked, person: &Person) -> Result<Shown, Problem> {
    let words = asked.words();
    let listed = &person.listed;
    let name = &listed.name;
    let limit = asked.count("limit", PASSAGES);
    let link = |name: &String| Link::new(clean_line(name), asked.link(address::person(name)));
    let spellings: Vec<String> = listed.spellings.iter().map(|each| clean_line(each)).collect();
    let search = Address::path("/search").with("person", name).with("sort", "date");
    let more = (person.sightings.len() > limit).then(|| {
        let href = if limit < MAX_LIMIT { address::person(name).with("limit", MAX_LIMIT) } else { search.clone() };
        Link::new((words.passage_count)(person.sightings.len() as u64), asked.link(href))
    });
    Ok(Shown {
        name: clean_line(name),
        spellings: spellings.join(", "),
        offices: listed.offices.iter().map(|each| office(each, words)).collect(),
        similar: listed.similar.iter().map(link).collect(),
        beside: beside(edition, asked, name)?,
        search: asked.link(search),
        count: (words.passage_count)(listed.passages),
        places: person.sightings.iter().take(limit).map(|sighting| place(sighting, asked)).collect(),
        more,
    })
}

fn place(sighting: &Sighting, asked: &Asked) -> Place {
    let Sighting { doc, title, published, page, line, text, span, when, role } = sighting;
    let cited = Cited { doc, title, published: *published, page: *page, line: *line };
    let mut place = Place::new(asked, &cited, (text, span));
    place.when = time(when.as_ref(), asked.words());
    place.asides = role.iter().map(|role| clean_line(role)).collect();
    place
}

/// Those who are named in the same passages most often.
fn beside(edition: &Edition, asked: &Asked, name: &str) -> Result<Vec<Link>, Problem> {
    let passages = edition.archive.search(&Request::new("").person(name).limit(0).counted(MAX_LIMIT))?.counted;
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for passage in &passages {
        let mut named: Vec<&str> = passage.mentions.people.iter().map(|person| &*person.name).collect();
        named.sort_unstable();
        named.dedup();
        named.into_iter().filter(|other| *other != name).for_each(|other| *counts.entry(other).or_default() += 1);
    }
    let mut most: Vec<(&str, u64)> = counts.into_iter().collect();
    most.sort_by(|(one, a), (two, b)| b.cmp(a).then_with(|| one.cmp(two)));
    let link = |(name, count): (&str, u64)| {
        let text = format!("{} ({})", clean_line(name), (asked.words().count)(count));
        Link::new(text, asked.link(address::person(name)))
    };
    Ok(most.into_iter().take(BESIDE).map(link).collect())
}
