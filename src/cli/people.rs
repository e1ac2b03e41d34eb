//! The directory of people, or one person with every passage that names them, in order of time.

use clap::Args;

use super::arguments::{self, Bound};
use super::choice::choice;
use super::format::FormatArgs;
use super::help::help;
use super::near::Near;
use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::archive::{NamedPeople, read_name};
use crate::directory::{Listed, Order, Roll, untold};
use crate::query::Notice;
use crate::voice::{Told, Topic};
use crate::wire::people::{PeopleLines, RollLines};

/// What was typed behind `people`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::PeopleExamples))]
pub(super) struct PeopleArgs {
    #[arg(value_name = help(Topic::NameValue), value_parser = arguments::word(), help = help(Topic::PeopleName))]
    words: Vec<String>,
    #[arg(long, value_name = help(Topic::OfficeValue), value_parser = arguments::filled(), conflicts_with = "words", help = help(Topic::PeopleRole))]
    role: Option<String>,
    #[arg(long, value_name = help(Topic::Day), value_parser = arguments::first_day, conflicts_with = "words", help = help(Topic::PeopleFrom))]
    from: Option<Bound>,
    #[arg(long, value_name = help(Topic::Day), value_parser = arguments::last_day, conflicts_with = "words", help = help(Topic::PeopleTo))]
    to: Option<Bound>,
    #[arg(long, value_name = help(Topic::Order), default_value = "mentions", value_parser = choice(&["mentions", "name"]), help = help(Topic::PeopleSort))]
    sort: &'static str,
    #[arg(long, value_name = help(Topic::Count), default_value = "50", value_parser = arguments::count, help = help(Topic::PeopleLimit))]
    limit: usize,
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

pub(super) fn run(typed: &PeopleArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let (from, to) = arguments::period(typed.from.as_ref(), typed.to.as_ref())?;
    let archive = session.open()?;
    let line = typed.words.join(" ");
    if line.is_empty() {
        let order = if typed.sort == "name" { Order::Name } else { Order::Mentions };
        let wanted = Roll { role: typed.role.clone(), from, to, order, family: None };
        let people = archive.people(&wanted)?;
        return print_roll(&people, typed.limit, untold(&people).as_slice(), session);
    }
    let Some(NamedPeople { name: line, mut people, variants, family, notices }) = archive.person(&line)? else {
        return Err(Failure::refused(Told::OddName { typed: &read_name(&line).0 }));
    };
    if !family.is_empty() {
        return print_roll(&family, typed.limit, &notices, session);
    }
    if !session.json && !session.csv {
        let near = Near::of(&archive)?;
        let all = people.iter_mut().flat_map(|person| &mut person.sightings);
        all.for_each(|sighting| sighting.doc = near.path(&sighting.doc));
    }
    let notices = session.say(&notices);
    let lines = PeopleLines::new(&line, &people, &variants, typed.limit, &notices);
    match session.json {
        true => session.print_json(&lines)?,
        false if session.csv => session.print_csv(&lines)?,
        false => lines.print(&mut session.out, session.language, session.columns)?,
    }
    Ok(Outcome::found(!people.is_empty()))
}

fn print_roll(people: &[Listed], limit: usize, notices: &[Notice], session: &mut Session) -> Result<Outcome, Failure> {
    let notices = session.say(notices);
    let columns = session.row_columns();
    let lines = RollLines::new(people, limit, &notices);
    match session.json {
        true => session.print_json(&lines)?,
        false if session.csv => session.print_csv(&lines)?,
        false => lines.print(&mut session.out, session.language, columns)?,
    }
    Ok(Outcome::found(!people.is_empty()))
}
