//! A document to its lines, with what a query has found in it marked and what it mentions as links.

use std::collections::BTreeMap;
use std::ops::Range;

use askama::Template;

use super::chart;
use super::frame::Frame;
use super::marks::{Marked, marked};
use super::paging::{BYTES, Paging};
use super::place::Cited;
use super::shown::name_of;
use super::text::{Lead, Piece, pieces, within};
use super::{Link, page, text};
use crate::archive::DocumentFound;
use crate::search::StoredPassage;
use crate::server::address::{self, Address};
use crate::server::asked::Asked;
use crate::server::edition::Edition;
use crate::server::original;
use crate::server::problem::Problem;
use crate::server::reply::Reply;
use crate::snippet::text::clean_line;
use crate::voice::page::{Trouble, Words};

/// Marks, headings, people and numbers that are listed.
const LISTED_MARKS: usize = 40;
const LISTED: usize = 30;

/// So many lines above the first of a part its heading is looked for.
const HEADING_REACH: usize = 40;

/// Letters that may stand beside a heading in its line: its number, signs that mark it.
const BESIDE_HEADING: usize = 12;

#[derive(Template)]
#[template(path = "document.html")]
struct Page<'a> {
    w: &'static Words,
    frame: Frame<'a>,
    heading: String,
    id: String,
    href: String,
    also: Vec<String>,
    original: Option<String>,
    citation: String,
    /// The citation without its place.
    stem: String,
    marks: Vec<Link>,
    lines: Vec<Line>,
    previous: Option<String>,
    next: Option<String>,
    contents: Vec<Link>,
    people: Vec<Link>,
    numbers: Vec<Link>,
}

#[derive(Template)]
#[template(path = "several.html")]
struct Several<'a> {
    w: &'static Words,
    frame: Frame<'a>,
    links: Vec<Link>,
}

/// A line as it is shown.
struct Line {
    number: u32,
    /// The page that begins with it, and where the original is open there.
    page: Option<(u32, Option<String>)>,
    is_heading: bool,
    pieces: Vec<Piece>,
}

/// A line as it is put together of passages.
#[derive(Default)]
struct Whole {
    text: String,
    marks: Vec<Range<usize>>,
    leads: Vec<Lead>,
}

/// The page of a document whose id stands in the query of the address.
pub fn by_id(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    show(edition, asked, asked.text("id").unwrap_or_default())
}

/// The page of a document.
pub fn document(edition: &Edition, asked: &Asked) -> Result<Reply, Problem> {
    show(edition, asked, &asked.rest)
}

fn show(edition: &Edition, asked: &Asked, name: &str) -> Result<Reply, Problem> {
    let document = match edition.archive.document(name)? {
        DocumentFound::One(document, _) => document,
        DocumentFound::Several { ids, .. } => {
            let link = |id: &String| Link::new(clean_line(id), asked.link(address::document(id)));
            let (w, frame) = (asked.words(), Frame::new(edition, asked, clean_line(name)));
            return page(&Several { w, frame, links: ids.iter().map(link).collect() });
        }
        DocumentFound::None | DocumentFound::WithoutText(_) => return Err(Trouble::NotFound.into()),
    };
    let mut passages = edition.archive.passages(&document.doc)?;
    passages.retain(|passage| passage.file == document.file);
    let words = asked.words();
    let marked = marked(edition, asked, &document.doc, &document.file)?;
    let whole = whole(&passages, &marked, asked);
    let lengths: Vec<(u32, usize)> = whole.iter().map(|(line, whole)| (*line, whole.text.len())).collect();
    let paging = Paging::new(&lengths, asked.count("from", 1).max(1) as u32);
    let id = &document.doc;
    let own = address::document(id).with_some("q", asked.text("q"));
    let own = if asked.flag("exact") { own.with("exact", true) } else { own };
    let beginning = |from: u32| match from {
        1 => asked.link(own.clone()),
        from => asked.link(own.clone().with("from", from)),
    };
    let at = |line: u32| match (paging.first..=paging.last).contains(&line) {
        true => String::new(),
        false => beginning(paging.start(line)),
    };
    let headings = headings(&passages, &whole);
    let original = |page: u32| original::address(asked, id, &document.file, Some(page)).filter(|it| it.contains('#'));
    let (lines, marks) = lines(&whole, &passages, &headings, (paging.first, paging.last), at, original);
    let link = |(line, text): (u32, String)| Link::new(text, format!("{}#L{line}", at(line)));
    let contents: Vec<Link> = headings.into_iter().take(LISTED * 4).map(link).collect();
    let title = if document.title.is_empty() { name_of(id).to_owned() } else { document.title.clone() };
    let (people, numbers) = named(&passages, asked);
    let published = passages.iter().find_map(|passage| passage.mentions.published);
    let line = paging.first.min(lengths.last().map_or(1, |(line, _)| *line));
    let leaf = document.lines.iter().find(|each| each.number == line).and_then(|line| line.page);
    let cited = Cited { doc: id, title: &document.title, published, page: leaf, line };
    page(&Page {
        w: words,
        frame: Frame::new(edition, asked, clean_line(&title)),
        heading: clean_line(&title),
        id: clean_line(id),
        href: asked.link(address::document(id)),
        also: document.also.iter().map(|also| clean_line(also)).collect(),
        original: original::address(asked, id, &document.file, None),
        citation: cited.told(words),
        stem: cited.stem(words),
        marks,
        lines,
        previous: paging.previous.map(beginning),
        next: paging.next.map(beginning),
        contents,
        people,
        numbers,
    })
}

/// The lines of passages with what is marked in them and where they lead.
fn whole(passages: &[StoredPassage], marked: &Marked, asked: &Asked) -> BTreeMap<u32, Whole> {
    let mut whole: BTreeMap<u32, Whole> = BTreeMap::new();
    for passage in passages {
        let marks = marked.get(&(passage.lines.0, passage.text.clone())).map(Vec::as_slice).unwrap_or_default();
        let leads = leads(passage, asked);
        let mut start = 0;
        for (number, text) in (passage.lines.0..).zip(passage.text.split('\n')) {
            let line = whole.entry(number).or_default();
            // a long line is cut into several passages
            if !line.text.is_empty() {
                line.text.push(' ');
            }
            let end = start + text.len();
            let moved = line.text.len();
            let within = |range: &Range<usize>| {
                let (from, to) = (range.start.max(start), range.end.min(end));
                (from < to).then(|| from - start + moved..to - start + moved)
            };
            line.marks.extend(marks.iter().filter_map(within));
            line.leads.extend(leads.iter().filter_map(|(range, href)| Some((within(range)?, href.clone()))));
            line.text.push_str(text);
            start = end + 1;
        }
    }
    whole
}

/// What a passage mentions and where that is told of.
fn leads(passage: &StoredPassage, asked: &Asked) -> Vec<Lead> {
    let mentions = &passage.mentions;
    let people = mentions.people.iter().map(|person| (person.range.clone(), address::person(&person.name)));
    let numbers =
        mentions.numbers.iter().map(|number| (number.range.clone(), address::number(&number.number.canonical())));
    let dates = mentions.dates.iter().filter_map(|date| {
        let (from, to) = date.from.zip(date.to)?;
        Some((date.range.clone(), chart::of_interval(from, to)?))
    });
    people.chain(numbers).chain(dates).map(|(range, address)| (range, asked.link(address))).collect()
}

/// The innermost heading of each part, with the line where it stands, or else the first line of the part.
fn headings(passages: &[StoredPassage], whole: &BTreeMap<u32, Whole>) -> Vec<(u32, String)> {
    let mut headings = Vec::new();
    let mut before: &[String] = &[];
    for passage in passages {
        if let Some(heading) = passage.section.last().filter(|_| passage.section != before) {
            let first = passage.lines.0;
            let above = whole.range(..=first).rev().take(HEADING_REACH).find(|(_, line)| line.text.contains(heading));
            headings.push((above.map_or(first, |(number, _)| *number), clean_line(heading)));
        }
        before = &passage.section;
    }
    headings
}

/// The lines from one to another, and links to all marks.
fn lines(
    whole: &BTreeMap<u32, Whole>,
    passages: &[StoredPassage],
    headings: &[(u32, String)],
    (first, last): (u32, u32),
    at: impl Fn(u32) -> String,
    original: impl Fn(u32) -> Option<String>,
) -> (Vec<Line>, Vec<Link>) {
    let starts: BTreeMap<u32, u32> = passages.iter().flat_map(|passage| passage.pages.iter().copied()).collect();
    let headings: BTreeMap<u32, usize> = headings.iter().map(|(line, heading)| (*line, heading.len())).collect();
    let mut shown = Vec::new();
    let mut links = Vec::new();
    let (mut mark, mut leaf) = (0, None);
    for (number, line) in whole {
        let mut numbered = Vec::new();
        for range in &line.marks {
            mark += 1;
            numbered.push((range.clone(), mark));
            if links.len() < LISTED_MARKS {
                links.push(Link::new(mark.to_string(), format!("{}#m{mark}", at(*number))));
            }
        }
        if !(first..=last).contains(number) {
            continue;
        }
        let page = starts.range(..=*number).next_back().map(|(_, page)| *page);
        let begins = (page != leaf).then_some(page).flatten();
        leaf = page;
        let is_heading = headings.get(number).is_some_and(|bytes| line.text.len() <= bytes + BESIDE_HEADING);
        let (held, is_cut) = within(&line.text, BYTES);
        let mut pieces = pieces(held, &numbered, &line.leads, true);
        if is_cut {
            pieces.extend(text::marked(" …", &[]));
        }
        let page = begins.map(|page| (page, original(page)));
        shown.push(Line { number: *number, page, is_heading, pieces });
    }
    (shown, links)
}

/// The people and numbers that a document names most often.
fn named(passages: &[StoredPassage], asked: &Asked) -> (Vec<Link>, Vec<Link>) {
    let mut people: BTreeMap<String, u64> = BTreeMap::new();
    let mut numbers: BTreeMap<String, u64> = BTreeMap::new();
    for mentions in passages.iter().map(|passage| &passage.mentions) {
        mentions.people.iter().for_each(|person| *people.entry(person.name.clone()).or_default() += 1);
        mentions.numbers.iter().for_each(|number| *numbers.entry(number.number.canonical()).or_default() += 1);
    }
    let words = asked.words();
    let links = |counts: BTreeMap<String, u64>, address: fn(&str) -> Address| {
        let mut most: Vec<(String, u64)> = counts.into_iter().collect();
        most.sort_by(|(one, a), (two, b)| b.cmp(a).then_with(|| one.cmp(two)));
        let link = |(name, count): (String, u64)| Link {
            count: Some((words.count)(count)),
            ..Link::new(clean_line(&name), asked.link(address(&name)))
        };
        most.into_iter().take(LISTED).map(link).collect()
    };
    (links(people, address::person), links(numbers, address::number))
}
