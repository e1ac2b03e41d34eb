//! A document number to the documents behind it, with every passage that names them; or the register.

use clap::Args;
use jiff::civil::Date;

use super::arguments::{self, Bound};
use super::format::FormatArgs;
use super::help::help;
use super::near::Near;
use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::archive::Numbered;
use crate::directory::Register;
use crate::snippet::text;
use crate::voice::{Told, Topic};
use crate::wire::numbers::{Candidates, RegisterLines};

/// What was typed behind `number`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::NumberExamples))]
pub(super) struct NumberArgs {
    #[arg(value_name = help(Topic::NumberValue), value_parser = arguments::word(), help = help(Topic::NumberNumber))]
    words: Vec<String>,
    #[arg(long, conflicts_with = "words", help = help(Topic::NumberList))]
    list: bool,
    #[arg(long = "type", value_name = help(Topic::TypeValue), value_parser = arguments::filled(), help = help(Topic::NumberType))]
    kind: Option<String>,
    #[arg(long, value_name = help(Topic::IssuerValue), value_parser = arguments::filled(), help = help(Topic::NumberIssuer))]
    issuer: Option<String>,
    #[arg(long, value_name = help(Topic::Day), value_parser = arguments::first_day, help = help(Topic::NumberFrom))]
    from: Option<Bound>,
    #[arg(long, value_name = help(Topic::Day), value_parser = arguments::last_day, help = help(Topic::NumberTo))]
    to: Option<Bound>,
    #[arg(long, value_name = help(Topic::Day), value_parser = arguments::days, help = help(Topic::NumberOn))]
    on: Option<(Date, Date)>,
    #[arg(long, conflicts_with_all = ["list", "format"], help = help(Topic::NumberGraph))]
    graph: bool,
    #[arg(long, value_name = help(Topic::Count), value_parser = arguments::count, help = help(Topic::NumberLimit))]
    limit: Option<usize>,
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

/// Passages of a document that are printed where none other are wanted.
const PASSAGES: usize = 20;

pub(super) fn run(typed: &NumberArgs, session: &mut Session) -> Result<Outcome, Failure> {
    if typed.words.iter().all(|word| word.trim().is_empty()) && !typed.list {
        return Err(Failure::refused(Told::NameNumber));
    }
    let archive = session.open()?;
    let (from, to) = arguments::period(typed.from.as_ref(), typed.to.as_ref())?;
    let (kind, issuer) = (typed.kind.clone(), typed.issuer.clone());
    let wanted = Register { kind, issuer, from, to };
    if typed.list {
        let entries = archive.numbers(&wanted)?;
        let none = if entries.is_empty() { wanted.none(None) } else { None };
        let notices = session.say(none.as_slice());
        let lines = RegisterLines::new(&entries, typed.limit.unwrap_or(usize::MAX), &notices);
        match session.json {
            true => session.print_json(&lines)?,
            false if session.csv => session.print_csv(&lines)?,
            false => lines.print(&mut session.out, session.language, session.columns)?,
        }
        return Ok(Outcome::found(!entries.is_empty()));
    }
    let line = typed.words.join(" ");
    let Some(Numbered { asked, mut candidates, notices }) = archive.number(&line, &wanted)? else {
        return Err(Failure::refused(Told::OddNumber { typed: &text::cut(&line, 60) }));
    };
    if !session.json && !session.csv {
        let near = Near::of(&archive)?;
        let all = candidates.iter_mut().flat_map(|candidate| &mut candidate.occurrences);
        all.for_each(|occurrence| occurrence.doc = near.path(&occurrence.doc));
        let told = candidates.iter_mut().flat_map(|candidate| candidate.lineage.places_mut());
        told.for_each(|place| place.doc = near.path(&place.doc));
    }
    let notices = session.say(&notices);
    let shown = Candidates::new(&asked, &candidates, (typed.limit.unwrap_or(PASSAGES), typed.on), &notices);
    match session.json {
        true => session.print_json(&shown)?,
        false if session.csv => session.print_csv(&shown)?,
        false if typed.graph => shown.print_graph(&mut session.out)?,
        false => shown.print(&mut session.out, session.language, session.columns)?,
    }
    Ok(Outcome::found(!candidates.is_empty()))
}
