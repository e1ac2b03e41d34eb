//! Drafts to each document number, person and impossible day in them, and whether the index knows it.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::Args;

use super::bar::{ONE, bar};
use super::extract::standard_input;
use super::help::help;
use super::near::Near;
use super::outcome::{Failure, Outcome};
use super::reading::ReadArgs;
use super::session::Session;
use crate::archive::{Archive, Extracted};
use crate::corpus::{Document, Reason};
use crate::mention::Mentions;
use crate::voice::Topic;
use crate::wire::citations::CitationLines;

/// What was typed behind `check`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::CheckExamples))]
pub(super) struct CheckArgs {
    #[arg(required = true, value_name = help(Topic::Files), help = help(Topic::ExtractFiles))]
    files: Vec<PathBuf>,
    #[command(flatten)]
    how: ReadArgs,
}

pub(super) fn run(typed: &CheckArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let archive = session.open()?;
    let (manner, limits) = (typed.how.manner(&bar(session.shows_progress(), ONE))?, typed.how.limits());
    let (input, files): (Vec<PathBuf>, Vec<PathBuf>) =
        typed.files.iter().cloned().partition(|file| file == Path::new("-"));
    let mut checked = Checked { near: Near::of(&archive)?, archive, doubtful: false, failed: false };
    if !input.is_empty() {
        for came in standard_input(&manner, &limits, session)? {
            checked.take(came, session)?;
        }
    }
    let mut taken = Ok(());
    Archive::extract(&files, &manner, &limits, &mut |came| {
        taken = checked.take(came, session);
        if taken.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    taken?;
    Ok(if checked.failed { Outcome::Failed } else { Outcome::found(!checked.doubtful) })
}

/// What drafts are compared with, and what came of it so far.
struct Checked {
    archive: Archive,
    near: Near,
    doubtful: bool,
    failed: bool,
}

impl Checked {
    /// Prints what a draft names, or tells what is odd about a file.
    fn take(&mut self, came: Extracted, session: &mut Session) -> Result<(), Failure> {
        match came {
            Extracted::Document(document, mentions) => self.print(&document, &mentions, session)?,
            Extracted::Odd { file, oddity } => {
                session.tell(&format!("{file}: {}", session.voice.oddity(&oddity)));
                self.failed |= oddity.tells_of_loss();
            }
            Extracted::LeftOut(left) => {
                session.tell_left_out([&left]);
                self.failed |= matches!(left.reason, Reason::Unreadable(_));
            }
        }
        Ok(())
    }

    fn print(&mut self, document: &Document, mentions: &Mentions, session: &mut Session) -> Result<(), Failure> {
        let (mut citations, _) = self.archive.citations(mentions, usize::MAX)?;
        if !session.json {
            for meant in citations.iter_mut().flat_map(|citation| &mut citation.meant) {
                let own = meant.place.iter_mut().chain(&mut meant.telling).map(|place| &mut place.doc);
                let ends = meant.end.places_mut().map(|place| &mut place.doc);
                own.chain(ends).for_each(|doc| *doc = self.near.path(doc));
            }
        }
        let lines = CitationLines::new(&document.id, &document.text, &citations);
        self.doubtful |= lines.doubtful > 0;
        if session.json {
            return session.print_json(&lines);
        }
        let columns = session.row_columns();
        Ok(lines.print(&mut session.out, session.language, columns)?)
    }
}
