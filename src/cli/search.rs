//! A query to ranked passages; a file of queries to an answer each, in order.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clap::Args;

use super::arguments::{self, Bound, InForce};
use super::build::{CORPUS, build, tell_oddities};
use super::choice::choice;
use super::format::FormatArgs;
use super::help::help;
use super::near::Near;
use super::outcome::{Failure, Outcome};
use super::reading::ReadArgs;
use super::session::Session;
use crate::archive::Archive;
use crate::error::Error;
use crate::ingest::Job;
use crate::query::{Matching, Notice, Page, Weights, joined};
use crate::search::{Answer, Direct, MAX_HITS, Request, Sort};
use crate::snippet::text;
use crate::terminal::answer::{self as printed, Layout};
use crate::terminal::color::{STRONG, paint};
use crate::voice::{Told, Topic};
use crate::wire::answer::{AnswerLine, Details};
use crate::wire::queries::{BatchLine, batch_line};

/// A longer line of a batch, in bytes, holds no query.
const MAX_LINE: u64 = 1 << 20;

/// What was typed behind `search`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::SearchExamples))]
pub(super) struct SearchArgs {
    #[arg(value_name = help(Topic::Query), value_parser = arguments::word(), required_unless_present_any = ["batch", "places", "numbers", "people", "dates", "in_force", "from", "to"], help = help(Topic::SearchQuery))]
    words: Vec<String>,
    #[arg(long, value_name = help(Topic::Count), default_value = "10", value_parser = arguments::count, help = help(Topic::SearchLimit))]
    pub(super) limit: usize,
    #[arg(long, value_name = help(Topic::Count), default_value = "0", value_parser = arguments::count, help = help(Topic::SearchOffset))]
    offset: usize,
    #[arg(long = "in", id = "places", value_name = help(Topic::Glob), value_parser = arguments::place(), help = help(Topic::SearchIn))]
    places: Vec<String>,
    #[arg(long = "number", id = "numbers", value_name = help(Topic::NumberValue), value_parser = arguments::number(), help = help(Topic::SearchNumber))]
    numbers: Vec<String>,
    #[arg(long = "person", id = "people", value_name = help(Topic::NameValue), value_parser = arguments::person(), help = help(Topic::SearchPerson))]
    people: Vec<String>,
    #[arg(long = "date", id = "dates", value_name = help(Topic::When), value_parser = arguments::when(), help = help(Topic::SearchDate))]
    dates: Vec<String>,
    #[arg(long = "in-force", id = "in_force", value_name = help(Topic::Day), num_args = 0..=1, default_missing_value = "today", value_parser = arguments::in_force(), help = help(Topic::SearchInForce))]
    in_force: Option<InForce>,
    #[arg(long, value_name = help(Topic::Day), value_parser = arguments::first_day, help = help(Topic::SearchFrom))]
    from: Option<Bound>,
    #[arg(long, value_name = help(Topic::Day), value_parser = arguments::last_day, help = help(Topic::SearchTo))]
    to: Option<Bound>,
    #[arg(long, value_name = help(Topic::Order), default_value = "relevance", value_parser = choice(&["relevance", "date"]), help = help(Topic::SearchSort))]
    sort: &'static str,
    #[arg(long, help = help(Topic::SearchExact))]
    exact: bool,
    #[arg(long, help = help(Topic::SearchPerDocument))]
    per_document: bool,
    #[arg(long, help = help(Topic::SearchExplain))]
    explain: bool,
    #[arg(long, value_name = help(Topic::File), value_parser = arguments::path(), conflicts_with = "words", help = help(Topic::SearchBatch))]
    batch: Option<PathBuf>,
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

impl SearchArgs {
    /// The query as it was typed.
    pub(super) fn line(&self) -> String {
        let word = match &self.in_force {
            Some(InForce::Word(word)) => Some(word),
            _ => None,
        };
        let words: Vec<&str> = word.into_iter().chain(&self.words).map(String::as_str).collect();
        joined(&words)
    }

    /// What a query means together with the options.
    fn request(&self, query: &str) -> Request {
        Request {
            query: query.to_owned(),
            places: self.places.clone(),
            numbers: self.numbers.clone(),
            people: self.people.clone(),
            dates: self.dates.clone(),
            in_force: self.in_force.iter().map(InForce::day).collect(),
            from: self.from.as_ref().map(Bound::day),
            to: self.to.as_ref().map(Bound::day),
            sort: if self.sort == "date" { Sort::Date } else { Sort::Relevance },
            limit: self.limit.min(MAX_HITS),
            offset: self.offset.min(MAX_HITS),
            matching: if self.exact { Matching::Exact } else { Matching::Folded },
            per_document: self.per_document,
            counted: 0,
            weights: Weights::default(),
        }
    }
}

pub(super) fn run(typed: &SearchArgs, session: &mut Session) -> Result<Outcome, Failure> {
    arguments::period(typed.from.as_ref(), typed.to.as_ref())?;
    let archive = open(session)?;
    if let Some(InForce::Word(word)) = &typed.in_force {
        session.tell(&session.told(Told::InForceToday { word }));
    }
    match &typed.batch {
        Some(file) => batch(typed, file, &archive, session),
        None => {
            let line = BatchLine { id: Default::default(), query: typed.line(), notice: None };
            Ok(Outcome::found(answer(typed, &line, &archive, session)?))
        }
    }
}

/// Opens the index; where there is none but a corpus, builds it first, but none that was named: that may be a slip.
pub(super) fn open(session: &Session) -> Result<Archive, Failure> {
    match session.open() {
        Err(Error::NoIndex { path }) if session.is_default && Path::new(CORPUS).is_dir() => {
            let index = &path.display().to_string();
            session.tell(&session.told(Told::IndexedFirst { index, corpus: CORPUS }));
            let job = Job { paths: vec![CORPUS.into()], wait: true, ..Job::default() };
            let summary = build(job, &ReadArgs::default(), &AtomicBool::new(false), session)?;
            tell_oddities(&summary, session);
            Ok(Archive::open(&*session.index)?)
        }
        opened => Ok(opened?),
    }
}

/// Answers line by line, so that whoever feeds them can wait for each answer.
fn batch(typed: &SearchArgs, file: &Path, archive: &Archive, session: &mut Session) -> Result<Outcome, Failure> {
    let failed = |error| Error::io(file, error);
    let mut lines: Box<dyn BufRead> = match file == Path::new("-") {
        true => Box::new(io::stdin().lock()),
        false => Box::new(BufReader::new(File::open(file).map_err(failed)?)),
    };
    let (mut number, mut found) = (0, false);
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if lines.by_ref().take(MAX_LINE + 1).read_until(b'\n', &mut bytes).map_err(failed)? == 0 {
            return Ok(Outcome::found(found));
        }
        number += 1;
        if bytes.len() as u64 > MAX_LINE {
            return Err(Failure::refused(Told::LongQuery { number, file: &file.display().to_string() }));
        }
        let line = batch_line(number, &arguments::query_text(&bytes));
        if !session.json && !session.csv {
            writeln!(session.out, "{}", paint(STRONG, &format!("{number}: {}", text::clean(&line.query))))?;
        }
        found |= answer(typed, &line, archive, session)?;
        if !session.json && !session.csv {
            writeln!(session.out)?;
        }
        session.flush()?;
    }
}

/// Prints the answer to one query; whether anything was found.
fn answer(typed: &SearchArgs, line: &BatchLine, archive: &Archive, session: &mut Session) -> Result<bool, Failure> {
    let request = typed.request(&line.query);
    let mut answer = archive.search(&request)?;
    answer.notices.extend(line.notice.clone());
    notice_limits(typed, &mut answer);
    let notices = session.say(&answer.notices);
    if session.json || session.csv {
        let details = Details { more_in_document: typed.per_document, explain: typed.explain };
        let id = typed.batch.as_ref().map(|_| &line.id);
        let fields = AnswerLine::new(id, &line.query, &answer, &notices, details);
        match session.json {
            true => session.print_json(&fields)?,
            false => session.print_csv(&fields)?,
        }
    } else {
        let near = Near::of(archive)?;
        answer.hits.iter_mut().for_each(|hit| near.name_passage(&mut hit.passage));
        let places = answer.answers.iter_mut().flat_map(Direct::places_mut);
        places.for_each(|place| place.doc = near.path(&place.doc));
        let layout = Layout { columns: session.columns, explain: typed.explain, language: session.language };
        printed::answer(&mut session.out, &answer, layout)?;
    }
    Ok(answer.total > 0)
}

/// Adds what the options have to do with what was not found.
fn notice_limits(typed: &SearchArgs, answer: &mut Answer) {
    for (what, value) in [(Page::Limit, typed.limit), (Page::Offset, typed.offset)] {
        if value > MAX_HITS {
            answer.notices.push(Notice::PageCut { what, most: MAX_HITS });
        }
    }
    if answer.hits.is_empty() && answer.total > 0 && typed.limit > 0 {
        answer.notices.push(Notice::BehindLast { total: answer.total });
    }
}
