//! A query to ranked passages; a file of queries to an answer each, in order.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clap::Args;
use jiff::civil::Date;

use super::arguments;
use super::build::{CORPUS, build, tell_oddities};
use super::near::Near;
use super::outcome::{Failure, Outcome};
use super::reading::ReadArgs;
use super::session::Session;
use crate::archive::Archive;
use crate::error::Error;
use crate::ingest::Job;
use crate::query::{Matching, Notice, Page, Weights};
use crate::search::{Answer, Request, Sort};
use crate::snippet::text;
use crate::terminal::answer::{self as printed, Layout};
use crate::terminal::color::{STRONG, paint};
use crate::wire::answer::{AnswerLine, Details};
use crate::wire::queries::{BatchLine, batch_line};

/// More hits than these are not handed out at once, nor skipped.
const MAX_HITS: usize = 10_000;

/// A longer line of a batch, in bytes, holds no query.
const MAX_LINE: u64 = 1 << 20;

/// What was typed behind `search`.
#[derive(Debug, Args)]
#[command(after_help = HELP, after_long_help = LONG_HELP)]
pub(super) struct SearchArgs {
    /// What to look for
    #[arg(value_name = "QUERY", value_parser = arguments::word(), required_unless_present_any = ["batch", "places", "numbers", "people", "dates", "from", "to"])]
    words: Vec<String>,
    /// How many hits to print, up to 10,000
    #[arg(long, value_name = "N", default_value = "10", value_parser = arguments::count)]
    pub(super) limit: usize,
    /// How many of the best hits to leave out
    #[arg(long, value_name = "N", default_value = "0", value_parser = arguments::count)]
    offset: usize,
    /// Only documents whose path or id matches, as typing in:GLOB; may be given again
    #[arg(long = "in", id = "places", value_name = "GLOB", value_parser = arguments::place())]
    places: Vec<String>,
    /// Only passages that name this document, as typing number:NO; may be given again
    #[arg(long = "number", id = "numbers", value_name = "NO", value_parser = arguments::number())]
    numbers: Vec<String>,
    /// Only passages that name this person, as typing person:NAME; may be given again
    #[arg(long = "person", id = "people", value_name = "NAME", value_parser = arguments::person())]
    people: Vec<String>,
    /// Only passages that name a time which overlaps this day or period, as typing date:WHEN
    #[arg(long = "date", id = "dates", value_name = "WHEN", value_parser = arguments::when())]
    dates: Vec<String>,
    /// Only passages that name this day or a later time
    #[arg(long, value_name = "DAY", value_parser = arguments::first_day)]
    from: Option<Date>,
    /// Only passages that name this day or an earlier time
    #[arg(long, value_name = "DAY", value_parser = arguments::last_day)]
    to: Option<Date>,
    /// In which order: the best first, or by the times that the passages name
    #[arg(long, value_name = "ORDER", default_value = "relevance", value_parser = ["relevance", "date"])]
    sort: String,
    /// Diacritics as typed, nothing folded
    #[arg(long)]
    exact: bool,
    /// The best passage of each document, with how many more it has
    #[arg(long)]
    per_document: bool,
    /// What each score is made of
    #[arg(long)]
    explain: bool,
    /// Answer each line of a file (- for standard input): JSON {"id", "query"} or plain text
    #[arg(long, value_name = "FILE", value_parser = arguments::path(), conflicts_with = "words")]
    batch: Option<PathBuf>,
}

const HELP: &str = "\
Examples:
  tracuu search do van thang              with or without diacritics
  tracuu search '\"đại hội lần thứ hai\"'   these words side by side
  tracuu search bầu thư ký -chủ           without a word
  tracuu search bầu in:cao-bang-*.txt     in some documents only";

const LONG_HELP: &str = "\
Examples:
  tracuu search do van thang              with or without diacritics
  tracuu search '\"đại hội lần thứ hai\"'   these words side by side (the shell needs both quotes)
  tracuu search bầu thư ký -chủ           without a word
  tracuu search bầu in:cao-bang-*.txt     in some documents only; trong: is the same
  tracuu search 142/kh-ldld               a document number, typed as it comes to hand
  tracuu search ngày 17-2-1979            a day: passages whose times fit most closely
  tracuu search --person 'Đỗ Văn Thắng'   a person, by short names too; người: is the same
  tracuu search bầu --from 1950 --to 1960 what names a time between
  tracuu search --exact bán               bán, and neither bạn nor ban
  tracuu search --per-document thi đua    each document once
  tracuu search -- --bầu                  words that look like options
  tracuu search --json --batch queries.jsonl

No query is a syntax error: what does not parse is searched as text, and a notice says so.
If there is no index yet, none is named and there is a folder corpus/, it is indexed first.

Exit codes: 0 found, 1 nothing found, 2 error.";

impl SearchArgs {
    /// The query as it was typed.
    pub(super) fn line(&self) -> String {
        self.words.join(" ")
    }

    /// What a query means together with the options.
    fn request(&self, query: &str) -> Request {
        Request {
            query: query.to_owned(),
            places: self.places.clone(),
            numbers: self.numbers.clone(),
            people: self.people.clone(),
            dates: self.dates.clone(),
            from: self.from,
            to: self.to,
            sort: if self.sort == "date" { Sort::Date } else { Sort::Relevance },
            limit: self.limit.min(MAX_HITS),
            offset: self.offset.min(MAX_HITS),
            matching: if self.exact { Matching::Exact } else { Matching::Folded },
            per_document: self.per_document,
            weights: Weights::default(),
        }
    }
}

pub(super) fn run(typed: &SearchArgs, session: &mut Session) -> Result<Outcome, Failure> {
    arguments::in_order(typed.from, typed.to)?;
    let archive = open(session)?;
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
    match Archive::open(&*session.index) {
        Err(Error::NoIndex { path }) if session.is_default && Path::new(CORPUS).is_dir() => {
            session.tell(&format!("no index in {} yet: indexing {CORPUS}/ first", path.display()));
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
            let message = format!("line {number} of {} is longer than 1 MiB: one query a line", file.display());
            return Err(Failure::Refused(message));
        }
        let line = batch_line(number, &arguments::query_text(&bytes));
        if !session.json {
            writeln!(session.out, "{}", paint(STRONG, &format!("{number}: {}", text::clean(&line.query))))?;
        }
        found |= answer(typed, &line, archive, session)?;
        if !session.json {
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
    if session.json {
        let details = Details { more_in_document: typed.per_document, explain: typed.explain };
        let id = typed.batch.as_ref().map(|_| &line.id);
        session.print_json(&AnswerLine::new(id, &line.query, &answer, &notices, details))?;
    } else {
        let near = Near::of(archive)?;
        answer.hits.iter_mut().for_each(|hit| near.name_passage(&mut hit.passage));
        let layout = Layout { columns: session.columns, explain: typed.explain };
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
