//! A draft that was pasted to what it names, what the index knows of each, and where that stands.

use askama::Template;

use super::frame::Frame;
use super::place::{Cited, Place};
use super::{Link, page};
use crate::directory::{Citation, Cited as Named, Meant, Sighted};
use crate::mention::Paper;
use crate::search::Standing;
use crate::server::address::{self, Address};
use crate::server::api::extract::{Read, read};
use crate::server::asked::Asked;
use crate::server::body;
use crate::server::edition::Edition;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::snippet::text::{clean_line, clean_lines};
use crate::voice::page::{Trouble, Words};
use crate::voice::{Listener, Told};
use crate::wire::mentions::Lines;
use crate::wire::notices::Notices;

/// Things that are looked up for one draft.
const MOST: usize = 200;

/// Lines of a draft that are told of one thing, and lines that say that a document is no longer in force.
const LINES: usize = 20;
const ENDS: usize = 3;

#[derive(Template)]
#[template(path = "check.html")]
struct Page<'a> {
    w: &'static Words,
    frame: Frame<'a>,
    /// Where the draft is sent.
    action: String,
    draft: String,
    /// How much of it is known, if there is a draft.
    told: Option<String>,
    notices: Vec<String>,
    named: Vec<Shown>,
    /// Whether it names more.
    is_cut: bool,
}

/// What a draft names.
struct Shown {
    text: String,
    kind: &'static str,
    status: String,
    is_doubtful: bool,
    lines: String,
    candidates: Vec<Candidate>,
}

/// What may be meant.
struct Candidate {
    link: Link,
    facts: Vec<String>,
    end: Option<End>,
    /// The lines that say that it is over, else where it is.
    places: Vec<Place>,
}

/// That a document is no longer in force.
struct End {
    state: String,
    by: Vec<Link>,
}

/// The box for a draft.
pub fn form(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    page(&empty(edition, asked))
}

/// What a draft names.
pub fn checked(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let mut fields = form_urlencoded::parse(&asked.body);
    let text = fields.find(|(name, _)| name == "text").map(|(_, text)| text.replace("\r\n", "\n")).unwrap_or_default();
    if text.len() > body::LARGE {
        return Err(Trouble::TooLarge.into());
    }
    if text.trim().is_empty() {
        return form(edition, asked);
    }
    let draft = clean_lines(&text);
    let Read { document, mentions, oddities } = read(text.into_bytes())?;
    let (citations, is_cut) = edition.archive.citations(&mentions, MOST)?;
    let lines = Lines::of(&document.text);
    let (all, doubtful) = (citations.len(), citations.iter().filter(|each| each.is_doubtful()).count());
    let notices = Notices::of_file(&oddities, asked.language.voice(Listener::Caller)).notices;
    page(&Page {
        draft,
        told: Some(asked.language.told(Told::Checked { all: all as u64, doubtful: doubtful as u64 })),
        notices: notices.iter().map(|said| clean_line(said)).collect(),
        named: citations.iter().map(|citation| shown(citation, &document.text, &lines, asked)).collect(),
        is_cut,
        ..empty(edition, asked)
    })
}

fn empty<'a>(edition: &Edition, asked: &'a Asked) -> Page<'a> {
    let words = asked.words();
    Page {
        w: words,
        frame: Frame::new(edition, asked, words.check),
        action: asked.link(Address::path("/check")),
        draft: String::new(),
        told: None,
        notices: Vec::new(),
        named: Vec::new(),
        is_cut: false,
    }
}

fn shown(citation: &Citation, text: &str, lines: &Lines, asked: &Asked) -> Shown {
    let words = asked.words();
    let mut numbers: Vec<usize> = citation.ranges.iter().map(|range| lines.place(text, range).line).collect();
    numbers.dedup();
    let numbers: Vec<String> = numbers.iter().take(LINES).map(usize::to_string).collect();
    let (kind, is_person) = match &citation.cited {
        Named::Number(_) => (words.number, false),
        Named::Person(_) => (words.person, true),
        Named::Day => (words.time, false),
    };
    Shown {
        text: clean_line(citation.ranges.first().and_then(|range| text.get(range.clone())).unwrap_or_default()),
        kind,
        status: plain(citation.knowledge.as_str(), asked),
        is_doubtful: citation.is_doubtful(),
        lines: format!("{} {}", words.line, numbers.join(", ")),
        candidates: citation.meant.iter().map(|meant| candidate(meant, is_person, asked)).collect(),
    }
}

fn candidate(meant: &Meant, is_person: bool, asked: &Asked) -> Candidate {
    let words = asked.words();
    let number = meant.number.as_ref().map(|number| address::number(&number.canonical()));
    let href = number.unwrap_or_else(|| match is_person {
        true => address::person(&meant.name),
        false => address::number(&meant.name),
    });
    let end = Some(meant.end.now()).filter(|standing| standing.state.is_over());
    let places = match &end {
        Some(standing) => saying(standing, asked),
        None => meant.place.iter().map(|sighted| sight(sighted, asked)).collect(),
    };
    let facts = [
        meant.issued.map(|day| asked.language.told(Told::Issued(day))),
        meant.is_other_day.then(|| asked.language.told(Told::OtherDay)),
        meant.subject.as_deref().map(clean_line),
        Some((words.passage_count)(meant.passages)),
    ];
    Candidate {
        link: Link::new(clean_line(&meant.name), asked.link(href)),
        facts: facts.into_iter().flatten().collect(),
        end: end.map(|standing| over(&standing, asked)),
        places,
    }
}

fn sight(sighted: &Sighted, asked: &Asked) -> Place {
    let Sighted { doc, line, page, text } = sighted;
    let cited = Cited { doc, page: *page, line: *line, ..Cited::default() };
    Place::new(asked, &cited, (text, &(0..0)))
}

/// The lines that say that a document is over.
fn saying(standing: &Standing<'_>, asked: &Asked) -> Vec<Place> {
    let told = standing.told.iter().map(|told| &told.place);
    let places = told.chain(standing.force.iter().map(|told| &told.place)).take(ENDS).map(|place| {
        let cited = Cited { doc: &place.doc, title: &place.title, line: place.line, ..Cited::default() };
        Place::new(asked, &cited, (&place.text, &(0..0)))
    });
    places.collect()
}

fn over(standing: &Standing<'_>, asked: &Asked) -> End {
    let (state, since, until) = (standing.state.as_str(), standing.since, standing.until);
    let state = asked.language.told(Told::State { state, since, until });
    let by = standing.told.iter().map(|told| match &told.other {
        Paper::Number(number) => Link::new(clean_line(&told.written), asked.link(address::number(&number.canonical()))),
        Paper::Titled(titled) => {
            let name = format!("{} {}", titled.kind, titled.title);
            Link::new(clean_line(&name), asked.link(Address::path("/search").with("q", &name)))
        }
        Paper::This => {
            let doc = &told.place.doc;
            Link::new(clean_line(doc), asked.link(address::document(doc)))
        }
    });
    End { state, by: by.take(ENDS).collect() }
}

/// What is called so in JSON, in words.
fn plain(code: &str, asked: &Asked) -> String {
    asked.language.name(code).replace('_', " ")
}
