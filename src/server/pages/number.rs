//! A document number to the documents behind it, where each is issued and where it is cited.

use askama::Template;
use jiff::civil::Date;

use super::direct::{Statement, statements};
use super::frame::Frame;
use super::place::{Cited, Place};
use super::{Link, page};
use crate::archive::Numbered;
use crate::directory::{Candidate, Occurrence};
use crate::mention::{Role, number as numbers};
use crate::server::address::{self, Address};
use crate::server::api::{numbers::wanted, said};
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::parameter::MAX_LIMIT;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::snippet::text::clean_line;
use crate::voice::Told;
use crate::voice::page::{Trouble, Words};

/// Passages of each document that are shown where nothing else is asked for.
const PASSAGES: usize = 20;

#[derive(Template)]
#[template(path = "number.html")]
struct Page<'a> {
    w: &'static Words,
    frame: Frame<'a>,
    number: String,
    notices: Vec<String>,
    candidates: Vec<Shown>,
    /// Where the number is searched.
    search: String,
}

/// A document that the number may mean.
struct Shown {
    name: String,
    held: &'static str,
    facts: Vec<(&'static str, String)>,
    /// What is said of whether it is in force, and what it does.
    said: Vec<Statement>,
    places: Vec<(&'static str, Vec<Place>)>,
    more: Option<Link>,
}

/// The page of a document number.
pub fn number(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let Some(Numbered { asked: number, candidates, notices }) = edition.archive.number(&asked.rest, &wanted(asked)?)?
    else {
        return Err(Trouble::NotFound.into());
    };
    let words = asked.words();
    let name = clean_line(&number.canonical());
    let limit = asked.count("limit", PASSAGES);
    let on = asked.on()?;
    let shown = candidates.iter().map(|candidate| shown(candidate, limit, on, asked)).collect();
    let notices = said(&notices, asked).notices.iter().map(|said| clean_line(said)).collect();
    let mut reply = page(&Page {
        w: words,
        frame: Frame::new(edition, asked, name.clone()),
        number: name,
        notices,
        candidates: shown,
        search: asked.link(Address::path("/search").with("q", &asked.rest)),
    })?;
    if candidates.is_empty() {
        reply.status = 404;
    }
    Ok(reply)
}

fn shown(candidate: &Candidate, limit: usize, on: Option<(Date, Date)>, asked: &Asked) -> Shown {
    let words = asked.words();
    let number = &candidate.number;
    let kind = number.kind.as_deref().map(|kind| numbers::type_name(kind).unwrap_or_else(|| kind.to_owned()));
    let facts = [
        (words.subject, candidate.subject.clone()),
        (words.kind, kind),
        (words.issuer, number.issuer.clone()),
        (words.province, candidate.province.clone()),
        (words.issued, candidate.issued.map(|day| words.day(day))),
        (words.standing, Some(standing(candidate, on, asked))),
    ];
    let facts = facts.into_iter().filter_map(|(name, value)| Some((name, clean_line(&value?)))).collect();
    let of =
        |cites: bool| candidate.occurrences.iter().filter(move |occurrence| (occurrence.role == Role::Cites) == cites);
    let parts = [(words.issued_here, false), (words.citations, true)];
    let part = |(title, cites)| (title, of(cites).take(limit).map(|occurrence| place(occurrence, asked)).collect());
    let places: Vec<(&'static str, Vec<Place>)> = parts.into_iter().map(part).collect();
    let is_cut = of(false).count() > limit || of(true).count() > limit;
    let name = number.canonical();
    let more = is_cut.then(|| {
        let href = match limit < MAX_LIMIT {
            true => address::number(&name).with("limit", MAX_LIMIT),
            false => Address::path("/search").with("number", &name).with("sort", "date"),
        };
        Link::new((words.passage_count)(candidate.occurrences.len() as u64), asked.link(href))
    });
    Shown {
        name: clean_line(&name),
        held: if of(false).next().is_some() { words.held } else { words.cited_only },
        facts,
        said: statements(&candidate.lineage, asked),
        places: places.into_iter().filter(|(_, places)| !places.is_empty()).collect(),
        more,
    }
}

/// Whether a document is in force in a time, today where none is asked about, since when and by whom.
fn standing(candidate: &Candidate, on: Option<(Date, Date)>, asked: &Asked) -> String {
    let standing = candidate.lineage.in_time(on);
    let (state, since, until) = (standing.state.as_str(), standing.since, standing.until);
    let by = standing.by();
    let by = if by.is_empty() { String::new() } else { format!(" · {}", by.join(", ")) };
    format!("{}{by}", asked.language.told(Told::State { state, since, until }))
}

fn place(occurrence: &Occurrence, asked: &Asked) -> Place {
    let words = asked.words();
    let Occurrence { doc, title, line, page, text, span, published, .. } = occurrence;
    let cited = Cited { doc, title, published: *published, page: *page, line: *line };
    let mut place = Place::new(asked, &cited, (text, span));
    let asides = [
        (!title.is_empty()).then(|| clean_line(title)),
        occurrence.published.map(|day| words.day(day)),
        (occurrence.role != Role::Cites).then(|| (words.role)(occurrence.role).to_owned()),
    ];
    place.asides = asides.into_iter().flatten().collect();
    place
}
