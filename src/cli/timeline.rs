//! Events and times in order: of all documents, or of those passages that answer a query.

use clap::Args;
use jiff::civil::Date;

use super::arguments;
use super::near::Near;
use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::archive::Archive;
use crate::directory::Timeline;
use crate::mention::event::EventKind;
use crate::wire::timeline::{Step, TimelineLines};

/// What was typed behind `timeline`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct TimelineArgs {
    /// Only passages that hold all words of this query, in the times that it names
    #[arg(value_name = "QUERY", value_parser = arguments::word())]
    words: Vec<String>,
    /// Only this day or later
    #[arg(long, value_name = "DAY", value_parser = arguments::first_day)]
    from: Option<Date>,
    /// Only this day or earlier
    #[arg(long, value_name = "DAY", value_parser = arguments::last_day)]
    to: Option<Date>,
    /// Only events of this type: congress, conference, founding, election, issuance, ...
    #[arg(long = "type", value_name = "TYPE", value_parser = event_kind)]
    kind: Option<EventKind>,
    /// What a bar stands for: year, month or decade
    #[arg(long, value_name = "STEP", default_value = "year", value_parser = ["year", "month", "decade"])]
    by: String,
    /// How many events and times to print
    #[arg(long, value_name = "N", default_value = "100", value_parser = arguments::count)]
    limit: usize,
}

const EXAMPLES: &str = "\
Examples:
  tracuu timeline                          everything that is dated
  tracuu timeline công đoàn tỉnh --from 1947 --to 1960
  tracuu timeline công đoàn 1960           what of it is told of 1960
  tracuu timeline --type congress          congresses only
  tracuu timeline --from 2021 --by month   a bar for each month
  tracuu --json timeline --type election | jq '.moments[].people'

Exit codes: 0 found, 1 nothing found, 2 error.";

fn event_kind(typed: &str) -> Result<EventKind, String> {
    EventKind::named(&arguments::plain(typed)).ok_or_else(|| {
        let names: Vec<&str> = EventKind::names().collect();
        format!("there is no such type: choose one of {}", names.join(", "))
    })
}

pub(super) fn run(typed: &TimelineArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let archive = Archive::open(&*session.index)?;
    arguments::in_order(typed.from, typed.to)?;
    let wanted = Timeline { query: typed.words.join(" "), from: typed.from, to: typed.to, kind: typed.kind };
    let (mut moments, notices) = archive.timeline(&wanted)?;
    if !session.json {
        let near = Near::of(&archive)?;
        moments.iter_mut().for_each(|moment| moment.doc = near.path(&moment.doc));
    }
    let step = match &*typed.by {
        "month" => Step::Month,
        "decade" => Step::Decade,
        _ => Step::Year,
    };
    let notices = session.say(&notices);
    let lines = TimelineLines::new(&moments, step, (0, typed.limit), &notices);
    match session.json {
        true => session.print_json(&lines)?,
        false => lines.print(&mut session.out, session.columns, session.terminal)?,
    }
    Ok(Outcome::found(!moments.is_empty()))
}
