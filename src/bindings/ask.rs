//! Options as they come to what is wanted of an archive.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use jiff::civil::Date;
use serde::Deserialize;

use super::refused::{Answer, Refused};
use crate::corpus::{ENCODINGS, Limits, Manner, Recognizer};
use crate::directory::{Order, Register, Roll, Timeline};
use crate::ingest::{Job, MAX_THREADS};
use crate::mention::EventKind;
use crate::query::{Matching, Weights};
use crate::search::{MAX_HITS, Request, Sort};
use crate::snippet::text::cut;
use crate::voice::{Fault, Language, Listener, Step};
use crate::wire::typed::{self, Bound, SHOWN, days};

/// Options of `search`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Search {
    pub query: String,
    limit: usize,
    offset: usize,
    places: Vec<String>,
    numbers: Vec<String>,
    people: Vec<String>,
    dates: Vec<String>,
    in_force: Vec<String>,
    from: Option<String>,
    to: Option<String>,
    sort: String,
    exact: bool,
    pub per_document: bool,
    pub explain: bool,
}

/// Options of `document`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub name: String,
}

/// Options of `number`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbered {
    pub number: String,
    pub limit: usize,
    on: Option<String>,
}

/// Options of `numbers`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    #[serde(rename = "type")]
    kind: Option<String>,
    issuer: Option<String>,
    from: Option<String>,
    to: Option<String>,
    pub limit: Option<usize>,
}

/// Options of `person`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub name: String,
    pub limit: usize,
}

/// Options of `people`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    role: Option<String>,
    from: Option<String>,
    to: Option<String>,
    sort: String,
    pub limit: Option<usize>,
}

/// Options of `timeline`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    query: String,
    from: Option<String>,
    to: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    by: String,
    pub limit: Option<usize>,
}

/// Options of `update`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Update {
    paths: Vec<PathBuf>,
    rebuild: bool,
    exclude: Vec<String>,
    wait: bool,
    threads: Option<usize>,
    encoding: Option<String>,
    ocr: bool,
}

/// Options of `status`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    pub check: bool,
}

impl Search {
    /// What is looked for.
    pub fn request(&self, language: Language) -> Answer<Request> {
        let (from, to) = period(self.from.as_deref(), self.to.as_deref(), language)?;
        Ok(Request {
            query: self.query.clone(),
            places: self.places.clone(),
            numbers: self.numbers.clone(),
            people: self.people.clone(),
            dates: self.dates.clone(),
            in_force: self.in_force.clone(),
            from,
            to,
            sort: one_of("sort", &self.sort, &[("relevance", Sort::Relevance), ("date", Sort::Date)], language)?,
            limit: within(self.limit, (0, MAX_HITS), language)?,
            offset: within(self.offset, (0, MAX_HITS), language)?,
            matching: if self.exact { Matching::Exact } else { Matching::Folded },
            per_document: self.per_document,
            counted: 0,
            weights: Weights::default(),
        })
    }
}

impl Numbered {
    /// The days that are asked about.
    pub fn days(&self, language: Language) -> Answer<Option<(Date, Date)>> {
        self.on.as_deref().map(|typed| days(typed, language)).transpose().map_err(Refused::value)
    }
}

impl Listed {
    /// The documents that are wanted.
    pub fn register(self, language: Language) -> Answer<Register> {
        let (from, to) = period(self.from.as_deref(), self.to.as_deref(), language)?;
        Ok(Register { kind: self.kind, issuer: self.issuer, from, to })
    }
}

impl People {
    /// The people who are wanted.
    pub fn roll(self, language: Language) -> Answer<Roll> {
        let (from, to) = period(self.from.as_deref(), self.to.as_deref(), language)?;
        let order = one_of("sort", &self.sort, &[("mentions", Order::Mentions), ("name", Order::Name)], language)?;
        Ok(Roll { role: self.role, from, to, order, family: None })
    }
}

impl Times {
    /// The moments that are wanted, and what is counted together.
    pub fn timeline(self, language: Language) -> Answer<(Timeline, Step)> {
        let (from, to) = period(self.from.as_deref(), self.to.as_deref(), language)?;
        let names: Vec<&str> = EventKind::names().collect();
        let known = |name: &str| EventKind::named(name).ok_or_else(|| none_of("type", name, &names, language));
        let kind = self.kind.as_deref().map(known).transpose()?;
        let steps = [("year", Step::Year), ("month", Step::Month), ("decade", Step::Decade)];
        let step = one_of("by", &self.by, &steps, language)?;
        Ok((Timeline { query: self.query, from, to, kind, most: None }, step))
    }
}

impl Update {
    /// What is to be brought up to date.
    pub fn job(self, language: Language) -> Answer<Job> {
        let encoding = self.encoding.as_deref().map(|typed| {
            let known = ENCODINGS.into_iter().find(|known| known.eq_ignore_ascii_case(typed));
            known.ok_or_else(|| none_of("encoding", typed, &ENCODINGS, language))
        });
        let limits = Limits::default();
        let recognizer = self.ocr.then(|| Recognizer::find(&limits, |_| {})).transpose();
        let recognizer = recognizer.map_err(|missing| Refused {
            kind: "system",
            message: language.voice(Listener::Caller).missing(&missing),
        })?;
        let threads = self.threads.map(|threads| within(threads, (1, MAX_THREADS), language)).transpose()?;
        Ok(Job {
            paths: self.paths,
            rebuild: self.rebuild,
            exclude: self.exclude,
            wait: self.wait,
            threads: threads.and_then(NonZeroUsize::new),
            manner: Manner { encoding: encoding.transpose()?, recognizer },
            limits,
            ..Job::default()
        })
    }
}

fn period(from: Option<&str>, to: Option<&str>, language: Language) -> Answer<(Option<Date>, Option<Date>)> {
    let read = || {
        let from = from.map(|typed| Bound::first(typed, language)).transpose()?;
        let to = to.map(|typed| Bound::last(typed, language)).transpose()?;
        typed::period(from.as_ref(), to.as_ref(), language)
    };
    read().map_err(Refused::value)
}

fn within(count: usize, (least, most): (usize, usize), language: Language) -> Answer<usize> {
    let fault = Fault::OutOfRange { typed: &count.to_string(), least: least as u64, most: most as u64 };
    if (least..=most).contains(&count) { Ok(count) } else { Err(Refused::value(language.fault(fault))) }
}

fn one_of<T: Copy>(name: &str, typed: &str, known: &[(&str, T)], language: Language) -> Answer<T> {
    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
    let found = known.iter().find(|(name, _)| *name == typed);
    found.map(|(_, value)| *value).ok_or_else(|| none_of(name, typed, &names, language))
}

/// That a value is none of those that may be given.
pub fn none_of(name: &str, typed: &str, known: &[&str], language: Language) -> Refused {
    let possible: Vec<String> = known.iter().map(|&name| name.to_owned()).collect();
    let typed = &cut(typed, SHOWN);
    Refused::value(language.fault(Fault::NotPossible { option: name, typed, near: None, possible: &possible }))
}
