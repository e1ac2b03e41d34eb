//! A document number to the documents behind it, with every passage that names them; or the register.

use clap::Args;
use jiff::civil::Date;

use super::arguments;
use super::near::Near;
use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::archive::{Archive, Numbered};
use crate::directory::Register;
use crate::snippet::text;
use crate::wire::numbers::{Candidates, RegisterLines};

/// What was typed behind `number`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct NumberArgs {
    /// The number, in any spelling; its digits alone will do
    #[arg(value_name = "NUMBER", value_parser = arguments::word())]
    words: Vec<String>,
    /// List all numbers that the index knows
    #[arg(long, conflicts_with = "words")]
    list: bool,
    /// Only documents of this type: its abbreviation or its words
    #[arg(long = "type", value_name = "TYPE", value_parser = arguments::word())]
    kind: Option<String>,
    /// Only documents of this issuer: its symbol or part of its name
    #[arg(long, value_name = "ISSUER", value_parser = arguments::word())]
    issuer: Option<String>,
    /// Only documents issued on this day or later
    #[arg(long, value_name = "DAY", value_parser = arguments::first_day)]
    from: Option<Date>,
    /// Only documents issued on this day or earlier
    #[arg(long, value_name = "DAY", value_parser = arguments::last_day)]
    to: Option<Date>,
    /// How many passages to print for each document (20), or how many numbers of the list (all)
    #[arg(long, value_name = "N", value_parser = arguments::count)]
    limit: Option<usize>,
}

/// Passages of a document that are printed where none other are wanted.
const PASSAGES: usize = 20;

const EXAMPLES: &str = "\
Examples:
  tracuu number 142/kh-ldld             the paper itself and every passage that cites it
  tracuu number chi thi 06 tinh uy      typed as it comes to hand
  tracuu number 142                     every document of that number
  tracuu number --list --type KH        the register of all plans
  tracuu number --list --issuer LĐLĐ --from 2021 --to 4/2021
  tracuu --json number --list | jq -r '.numbers[].canonical'

Exit codes: 0 found, 1 nothing found, 2 error.";

pub(super) fn run(typed: &NumberArgs, session: &mut Session) -> Result<Outcome, Failure> {
    if typed.words.is_empty() && !typed.list {
        return Err(Failure::Refused("name a number, as 142/KH-LĐLĐ, or list all with --list".to_owned()));
    }
    let archive = Archive::open(&*session.index)?;
    arguments::in_order(typed.from, typed.to)?;
    let (kind, issuer) = (typed.kind.clone(), typed.issuer.clone());
    let wanted = Register { kind, issuer, from: typed.from, to: typed.to };
    if typed.list {
        let entries = archive.numbers(&wanted)?;
        let lines = RegisterLines::new(&entries, typed.limit.unwrap_or(usize::MAX), &[]);
        match session.json {
            true => session.print_json(&lines)?,
            false => lines.print(&mut session.out, session.columns)?,
        }
        return Ok(Outcome::found(!entries.is_empty()));
    }
    let line = typed.words.join(" ");
    let Some(Numbered { asked, mut candidates, notices }) = archive.number(&line, &wanted)? else {
        let typed = text::cut(&line, 60);
        return Err(Failure::Refused(format!("`{typed}` is no document number: {}", arguments::TRY_NUMBER)));
    };
    if !session.json {
        let near = Near::of(&archive)?;
        let all = candidates.iter_mut().flat_map(|candidate| &mut candidate.occurrences);
        all.for_each(|occurrence| occurrence.doc = near.path(&occurrence.doc));
    }
    let notices = session.say(&notices);
    let shown = Candidates::new(&asked, &candidates, typed.limit.unwrap_or(PASSAGES), &notices);
    match session.json {
        true => session.print_json(&shown)?,
        false => shown.print(&mut session.out, session.columns)?,
    }
    Ok(Outcome::found(!candidates.is_empty()))
}
