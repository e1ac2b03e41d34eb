//! Events and times in order: of all documents, or of those passages that answer a query.

use clap::Args;

use super::arguments::{self, Bound};
use super::choice::{Choice, choice};
use super::format::FormatArgs;
use super::help::help;
use super::near::Near;
use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::directory::Timeline;
use crate::mention::event::EventKind;
use crate::voice::{Step, Topic};
use crate::wire::timeline::TimelineLines;

/// What was typed behind `timeline`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::TimelineExamples))]
pub(super) struct TimelineArgs {
    #[arg(value_name = help(Topic::Query), value_parser = arguments::word(), help = help(Topic::TimelineQuery))]
    words: Vec<String>,
    #[arg(long, value_name = help(Topic::Day), value_parser = arguments::first_day, help = help(Topic::TimelineFrom))]
    from: Option<Bound>,
    #[arg(long, value_name = help(Topic::Day), value_parser = arguments::last_day, help = help(Topic::TimelineTo))]
    to: Option<Bound>,
    #[arg(long = "type", value_name = help(Topic::TypeValue), value_parser = event_kinds(), help = help(Topic::TimelineType))]
    kind: Option<&'static str>,
    #[arg(long, value_name = help(Topic::StepValue), default_value = "year", value_parser = choice(&["year", "month", "decade"]), help = help(Topic::TimelineBy))]
    by: &'static str,
    #[arg(long, value_name = help(Topic::Count), default_value = "100", value_parser = arguments::count, help = help(Topic::TimelineLimit))]
    limit: usize,
    #[command(flatten)]
    pub(super) format: FormatArgs,
}

fn event_kinds() -> Choice {
    choice(&EventKind::names().collect::<Vec<_>>())
}

pub(super) fn run(typed: &TimelineArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let archive = session.open()?;
    let (from, to) = arguments::period(typed.from.as_ref(), typed.to.as_ref())?;
    let wanted =
        Timeline { query: typed.words.join(" "), from, to, kind: typed.kind.and_then(EventKind::named), most: None };
    let (mut moments, notices) = archive.timeline(&wanted)?;
    if !session.json && !session.csv {
        let near = Near::of(&archive)?;
        moments.iter_mut().for_each(|moment| moment.doc = near.path(&moment.doc));
    }
    let step = match typed.by {
        "month" => Step::Month,
        "decade" => Step::Decade,
        _ => Step::Year,
    };
    let notices = session.say(&notices);
    let lines = TimelineLines::new(&moments, step, (0, typed.limit), &notices);
    match session.json {
        true => session.print_json(&lines)?,
        false if session.csv => session.print_csv(&lines)?,
        false => lines.print(&mut session.out, session.language, session.columns, session.terminal)?,
    }
    Ok(Outcome::found(!moments.is_empty()))
}
