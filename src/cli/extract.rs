//! Files to every mention in them, without an index.

use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::Args;

use super::bar::{ONE, bar};
use super::choice::choice;
use super::help::help;
use super::outcome::{Failure, Outcome};
use super::reading::ReadArgs;
use super::session::Session;
use crate::archive::{Archive, Extracted};
use crate::corpus::{Document, Limits, Manner, Reason};
use crate::error::Error;
use crate::mention::Mentions;
use crate::voice::{Told, Topic};
use crate::wire::mentions::{Lines, MentionLine};

/// What was typed behind `extract`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::ExtractExamples))]
pub(super) struct ExtractArgs {
    #[arg(required = true, value_name = help(Topic::Files), help = help(Topic::ExtractFiles))]
    files: Vec<PathBuf>,
    #[arg(long = "kind", id = "kinds", value_name = help(Topic::KindValue), value_parser = choice(&["number", "date", "person", "event", "abbreviation", "relation", "validity"]), help = help(Topic::ExtractKind))]
    kinds: Vec<&'static str>,
    #[command(flatten)]
    how: ReadArgs,
}

impl ExtractArgs {
    fn takes(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

pub(super) fn run(typed: &ExtractArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let mut ended = Ended::default();
    let (manner, limits) = (typed.how.manner(&bar(session.shows_progress(), ONE))?, typed.how.limits());
    let (input, files): (Vec<PathBuf>, Vec<PathBuf>) =
        typed.files.iter().cloned().partition(|file| file == Path::new("-"));
    if !input.is_empty() {
        for came in standard_input(&manner, &limits, session)? {
            ended.take(came, typed, session)?;
        }
    }
    let mut taken = Ok(());
    Archive::extract(&files, &manner, &limits, &mut |came| {
        taken = ended.take(came, typed, session);
        if taken.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    taken?;
    Ok(if ended.failed { Outcome::Failed } else { Outcome::found(ended.found) })
}

/// What standard input holds.
pub(super) fn standard_input(manner: &Manner, limits: &Limits, session: &Session) -> Result<Vec<Extracted>, Failure> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(limits.max_file_bytes + 1).read_to_end(&mut bytes);
    let size = read.map_err(|error| Error::io("-", error))? as u64;
    if size > limits.max_file_bytes {
        return Err(Failure::refused(Told::InputTooLong { bytes: limits.max_file_bytes }));
    }
    let refuse = |why| Failure::refused(Told::InputUnread { why: &session.voice.unreadable(&why) });
    Archive::extract_bytes("-", bytes, manner).map_err(refuse)
}

/// What came of it so far.
#[derive(Default)]
struct Ended {
    found: bool,
    failed: bool,
}

impl Ended {
    /// Prints what was read, or tells what is odd.
    fn take(&mut self, came: Extracted, wanted: &ExtractArgs, session: &mut Session) -> Result<(), Failure> {
        match came {
            Extracted::Document(document, mentions) => self.found |= print(&document, &mentions, wanted, session)?,
            Extracted::Odd { file, oddity } => {
                match &*file {
                    "-" => session.tell(&session.voice.oddity(&oddity)),
                    _ => session.tell(&format!("{file}: {}", session.voice.oddity(&oddity))),
                }
                self.failed |= oddity.tells_of_loss();
            }
            Extracted::LeftOut(left) => {
                session.tell_left_out([&left]);
                self.failed |= matches!(left.reason, Reason::Unreadable(_));
            }
        }
        Ok(())
    }
}

/// Prints the mentions of a document in order; whether there were any.
fn print(
    document: &Document,
    mentions: &Mentions,
    wanted: &ExtractArgs,
    session: &mut Session,
) -> Result<bool, Failure> {
    let lines = Lines::of(&document.text);
    let line = |found| MentionLine::of(&document.id, &document.text, &lines, found, mentions);
    let all = mentions.in_order().into_iter().map(line).filter(|mention| wanted.takes(mention.kind));
    let mut printed = false;
    for found in all {
        printed = true;
        if session.json {
            session.print_json(&found)?;
            continue;
        }
        let columns = session.row_columns();
        found.print(&mut session.out, session.language, columns)?;
    }
    Ok(printed)
}
