//! A query to the page of its hits, with what narrows it down.

use askama::Template;

use super::chart::{self, Chart};
use super::direct::{Answered, answered};
use super::facets::{Facets, chosen_times};
use super::frame::Frame;
use super::place::{Cited, excerpt};
use super::shown::{name_of, time};
use super::text::Piece;
use super::{Link, page};
use crate::query::Notice;
use crate::search::{Answer, Hit, Sort};
use crate::server::address::{self, Address};
use crate::server::api::search::{asks, find, request};
use crate::server::api::{next, said};
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::original;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::snippet::best_line;
use crate::snippet::text::{clean, clean_line};
use crate::voice::page::Words;
use crate::wire::relations::StandingFields;

/// What narrows down is counted over so many of the best passages.
const COUNTED: usize = 100;

/// More people, numbers and times of a hit than these are not shown as links.
const SAID: usize = 4;

#[derive(Template)]
#[template(path = "search.html")]
struct Page<'a> {
    w: &'static Words,
    frame: Frame<'a>,
    asks: bool,
    found: String,
    ways: Vec<Link>,
    understood: Vec<String>,
    as_typed: Option<String>,
    meant: Option<Link>,
    notices: Vec<String>,
    cards: Vec<Link>,
    answers: Vec<Answered>,
    hits: Vec<Shown>,
    start: usize,
    previous: Option<String>,
    next: Option<String>,
    facets_shown: bool,
    chart: Option<Chart>,
    people: Vec<Link>,
    numbers: Vec<Link>,
    times: Vec<Link>,
    folders: Vec<Link>,
    documents: Vec<Link>,
    counted: String,
    csv: String,
}

/// A hit as it is shown.
struct Shown {
    /// That its document is in force no more.
    ended: Option<String>,
    heading: String,
    href: String,
    place: String,
    links: Vec<Link>,
    citation: String,
    pieces: Vec<Piece>,
    said: Vec<Link>,
}

/// The page of the hits of a query.
pub fn search(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    let query = asked.text("q").unwrap_or_default();
    let wanted = request(asked, query)?;
    let (offset, limit) = (wanted.offset, wanted.limit);
    let is_counted = !wanted.per_document;
    let wanted = wanted.counted(if is_counted { COUNTED } else { 0 });
    let answer = match asks(asked) {
        true => find(edition, &wanted)?,
        false => Answer::default(),
    };
    let facets = Facets::of(&answer.counted);
    let words = asked.words();
    let title = if query.is_empty() { words.search.to_owned() } else { clean(query) };
    let frame = Frame::new(edition, asked, title).saying((words.took)(answer.took_ms));
    let previous = (offset > 0).then(|| {
        let before = offset.saturating_sub(limit);
        let address = asked.again(&["offset"]);
        if before == 0 { address.done() } else { address.with("offset", before).done() }
    });
    let (meant, notices) = notices(&answer, asked);
    page(&Page {
        w: words,
        frame,
        asks: asks(asked),
        found: found(&answer, &facets, is_counted, words),
        ways: ways(asked, wanted.sort, wanted.per_document),
        understood: understood(&answer, words),
        as_typed: (!asked.flag("exact")).then(|| asked.again(&["offset", "exact"]).with("exact", true).done()),
        meant,
        notices,
        cards: cards(&answer, asked),
        answers: answer.answers.iter().map(|direct| answered(direct, asked)).collect(),
        hits: answer.hits.iter().map(|hit| shown(hit, asked)).collect(),
        start: offset + 1,
        previous,
        next: next(asked, offset, answer.hits.len(), answer.total),
        facets_shown: is_counted && asks(asked),
        chart: years(&facets, asked),
        people: facets.people_links(asked),
        numbers: facets.number_links(asked),
        times: chosen_times(asked),
        folders: facets.folder_links(asked),
        documents: facets.document_links(asked),
        counted: (words.counted_over)(facets.passages, facets.passages == answer.total && !answer.more),
        csv: Address::path("/search.csv").with_all(asked.others(&["offset", "limit"])).done(),
    })
}

fn found(answer: &Answer, facets: &Facets, is_counted: bool, words: &Words) -> String {
    let found = (words.found)(answer.total, answer.more);
    let is_all = is_counted && facets.passages == answer.total && !answer.more && answer.total > 0;
    if is_all { format!("{found} {}", (words.in_documents)(facets.documents())) } else { found }
}

/// Other ways of showing the same.
fn ways(asked: &Asked, sort: Sort, per_document: bool) -> Vec<Link> {
    let words = asked.words();
    let sorted = match sort {
        Sort::Relevance => Link::new(words.by_date, asked.again(&["offset", "sort"]).with("sort", "date").done()),
        Sort::Date => Link::new(words.by_relevance, asked.again(&["offset", "sort"]).done()),
    };
    let others = asked.again(&["offset", "per_document"]);
    let gathered = match per_document {
        false => Link::new(words.per_document, others.with("per_document", true).done()),
        true => Link::new(words.per_passage, others.done()),
    };
    vec![sorted, gathered]
}

/// What of the query was understood as more than words.
fn understood(answer: &Answer, words: &Words) -> Vec<String> {
    let reading = &answer.reading;
    let people = reading.people.iter().map(|name| name.typed.clone());
    let dates = reading.dates.iter().map(|date| time(Some(&date.mention), words));
    let numbers = reading.numbers.iter().map(|typed| typed.number.canonical());
    let alternatives = answer.alternatives.iter().map(|alternative| alternative.form.clone());
    people
        .chain(dates)
        .chain(numbers)
        .chain(reading.phrases())
        .chain(alternatives)
        .map(|each| clean_line(&each))
        .collect()
}

/// Another query that may be meant, and all else that is to be said.
fn notices(answer: &Answer, asked: &Asked) -> (Option<Link>, Vec<String>) {
    let mut meant = None;
    let mut others = Vec::new();
    for notice in &answer.notices {
        match notice {
            Notice::DidYouMean { query } => {
                let href = asked.again(&["offset", "q"]).with("q", query).done();
                meant = Some(Link::new(clean_line(query), href));
            }
            other => others.push(other.clone()),
        }
    }
    (meant, said(&others, asked).notices.iter().map(|said| clean_line(said)).collect())
}

/// The pages of the numbers and people that were asked for.
fn cards(answer: &Answer, asked: &Asked) -> Vec<Link> {
    let reading = &answer.reading;
    let numbers = reading.numbers.iter().map(|typed| {
        let number = typed.number.canonical();
        Link::new(clean_line(&number), asked.link(address::number(&number)))
    });
    let people =
        reading.people.iter().map(|name| Link::new(clean_line(&name.typed), asked.link(address::person(&name.typed))));
    numbers.chain(people).collect()
}

fn years(facets: &Facets, asked: &Asked) -> Option<Chart> {
    let words = asked.words();
    let link = |from: i16, to: i16| chart::link(asked.again(&["offset", "from", "to"]), from, to);
    Chart::of_years(&facets.years, link, |count| (words.passage_count)(count as u64), chart::current(asked))
}

fn shown(hit: &Hit, asked: &Asked) -> Shown {
    let (words, passage) = (asked.words(), &hit.passage);
    let line = best_line(passage, &hit.highlights);
    let page = passage.page_of(line);
    let published = passage.mentions.published;
    let cited = Cited { doc: &passage.doc, title: &passage.title, published, page, line };
    let address = address::document(&passage.doc).with_some("q", asked.text("q"));
    let address = if asked.flag("exact") { address.with("exact", true) } else { address };
    let above: Vec<&str> =
        std::iter::once(&*passage.title).chain(passage.section.iter().map(|heading| &**heading)).collect();
    let above: Vec<String> = above.into_iter().filter(|heading| !heading.is_empty()).map(clean_line).collect();
    let heading = if above.is_empty() { clean_line(name_of(&passage.doc)) } else { above.join(" › ") };
    let mut place = format!("{}, {} {line}", clean_line(&passage.doc), words.line);
    if let Some(page) = page {
        place.push_str(&format!(", {} {page}", words.page_short));
    }
    for also in passage.also.iter().take(2) {
        place.push_str(&format!(" · {} {}", words.also, clean_line(also)));
    }
    let mut links = vec![Link::new(words.whole_document, asked.link(address.clone()))];
    if let Some(href) = original::address(asked, &passage.doc, &passage.file, page) {
        links.push(Link::new(words.original, href));
    }
    if hit.more_in_document > 0 {
        let href = asked.again(&["offset", "per_document", "in"]).with("in", &passage.doc).done();
        links.push(Link::new((words.more_in_document)(hit.more_in_document), href));
    }
    Shown {
        ended: hit.ended.as_ref().map(|ended| clean_line(&StandingFields::of_ended(ended).ended(asked.language))),
        heading,
        href: asked.link_at(address, &format!("L{line}")),
        place,
        links,
        citation: cited.told(words),
        pieces: excerpt(&passage.text, &hit.highlights),
        said: said_in(hit, asked),
    }
}

/// The people, numbers and times that a hit names.
fn said_in(hit: &Hit, asked: &Asked) -> Vec<Link> {
    let mentions = &hit.passage.mentions;
    let mut links: Vec<Link> = Vec::new();
    let mut add = |text: String, href: String| {
        if !text.is_empty() && links.len() < SAID * 2 && !links.iter().any(|link| link.href == href) {
            links.push(Link::new(text, href));
        }
    };
    for person in mentions.people.iter().take(SAID) {
        add(clean_line(&person.name), asked.link(address::person(&person.name)));
    }
    for number in mentions.numbers.iter().take(SAID) {
        let number = number.number.canonical();
        add(clean_line(&number), asked.link(address::number(&number)));
    }
    for date in mentions.dates.iter().filter(|date| date.from.is_some() && date.to.is_some()).take(SAID) {
        let (Some(from), Some(to)) = (date.from, date.to) else { continue };
        if let Some(address) = chart::of_interval(from, to) {
            add(time(Some(date), asked.words()), asked.link(address));
        }
    }
    links
}
