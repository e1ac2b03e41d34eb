//! The directory of people, or one person with every passage that names them, in order of time.

use clap::Args;
use jiff::civil::Date;

use super::arguments;
use super::near::Near;
use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::archive::{Archive, NamedPeople, read_name};
use crate::directory::{Listed, Order, Roll};
use crate::query::Notice;
use crate::wire::people::{PeopleLines, RollLines};

/// What was typed behind `people`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct PeopleArgs {
    /// A name, with or without diacritics; a given name behind a title will do, a family name lists who bears it
    #[arg(value_name = "NAME", value_parser = arguments::word())]
    words: Vec<String>,
    /// Only people with an office that holds these words
    #[arg(long, value_name = "OFFICE", value_parser = arguments::word(), conflicts_with = "words")]
    role: Option<String>,
    /// Only people named beside this day or a later time
    #[arg(long, value_name = "DAY", value_parser = arguments::first_day, conflicts_with = "words")]
    from: Option<Date>,
    /// Only people named beside this day or an earlier time
    #[arg(long, value_name = "DAY", value_parser = arguments::last_day, conflicts_with = "words")]
    to: Option<Date>,
    /// In which order: those named most often first, or by given name
    #[arg(long, value_name = "ORDER", default_value = "mentions", value_parser = ["mentions", "name"])]
    sort: String,
    /// How many people to print, or how many passages of one person
    #[arg(long, value_name = "N", default_value = "50", value_parser = arguments::count)]
    limit: usize,
}

const EXAMPLES: &str = "\
Examples:
  tracuu people                          everybody, those named most often first
  tracuu people do van thang             one person: spellings, offices, passages in order of time
  tracuu people ông Sơn                  by the given name alone
  tracuu people --role 'thư ký' --to 1960
  tracuu --json people --sort name | jq -r '.people[].name'

Exit codes: 0 found, 1 nothing found, 2 error.";

pub(super) fn run(typed: &PeopleArgs, session: &mut Session) -> Result<Outcome, Failure> {
    arguments::in_order(typed.from, typed.to)?;
    let archive = Archive::open(&*session.index)?;
    let line = typed.words.join(" ");
    if line.is_empty() {
        let order = if typed.sort == "name" { Order::Name } else { Order::Mentions };
        let wanted = Roll { role: typed.role.clone(), from: typed.from, to: typed.to, order, family: None };
        return print_roll(&archive.people(&wanted)?, typed.limit, &[], session);
    }
    let Some(NamedPeople { name: line, mut people, variants, family, notices }) = archive.person(&line)? else {
        return Err(Failure::Refused(format!("{} holds no name", read_name(&line).0)));
    };
    if !family.is_empty() {
        return print_roll(&family, typed.limit, &notices, session);
    }
    if !session.json {
        let near = Near::of(&archive)?;
        let all = people.iter_mut().flat_map(|person| &mut person.sightings);
        all.for_each(|sighting| sighting.doc = near.path(&sighting.doc));
    }
    let notices = session.say(&notices);
    let lines = PeopleLines::new(&line, &people, &variants, typed.limit, &notices);
    match session.json {
        true => session.print_json(&lines)?,
        false => lines.print(&mut session.out, session.columns)?,
    }
    Ok(Outcome::found(!people.is_empty()))
}

fn print_roll(people: &[Listed], limit: usize, notices: &[Notice], session: &mut Session) -> Result<Outcome, Failure> {
    let notices = session.say(notices);
    let columns = session.row_columns();
    let lines = RollLines::new(people, limit, &notices);
    match session.json {
        true => session.print_json(&lines)?,
        false => lines.print(&mut session.out, columns)?,
    }
    Ok(Outcome::found(!people.is_empty()))
}
