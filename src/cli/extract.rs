//! Files to every mention in them, without an index.

use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use anstyle::Style;
use clap::Args;

use super::bar::{ONE, bar};
use super::outcome::{Failure, Outcome};
use super::reading::ReadArgs;
use super::session::Session;
use crate::corpus::{self, Document, Limits, Manner, Unreadable};
use crate::error::Error;
use crate::mention::Mentions;
use crate::snippet::text::clean;
use crate::terminal::color::{ASIDE, SOURCE};
use crate::terminal::row::Row;
use crate::wire::mentions::{Lines, MentionLine};

/// What was typed behind `extract`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ExtractArgs {
    /// Files or folders; - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only mentions of these kinds; may be given again
    #[arg(long = "kind", id = "kinds", value_name = "KIND", value_parser = ["number", "date", "person", "event", "abbreviation"])]
    kinds: Vec<String>,
    #[command(flatten)]
    how: ReadArgs,
}

impl ExtractArgs {
    fn takes(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|wanted| wanted == kind)
    }
}

const EXAMPLES: &str = "\
Examples:
  tracuu extract corpus/ke-hoach-142-bo-luat-lao-dong.txt
  tracuu extract --json --kind number corpus | jq -r .value.canonical | sort | uniq -c
  echo 'theo Chỉ thị 06 - CT/TU' | tracuu extract -

Exit codes: 0 found, 1 nothing found, 2 a file could not be read.";

pub(super) fn run(typed: &ExtractArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let mut ended = Ended::default();
    let (manner, limits) = (typed.how.manner(&bar(session.shows_progress(), ONE))?, typed.how.limits());
    let (input, files): (Vec<&PathBuf>, Vec<&PathBuf>) = typed.files.iter().partition(|file| *file == Path::new("-"));
    if !input.is_empty() {
        standard_input(typed, &manner, &limits, session, &mut ended)?;
    }
    let walk = corpus::walk(&files.into_iter().cloned().collect::<Vec<_>>());
    session.tell_left_out(&walk.skipped);
    ended.failed |= walk.skipped.iter().any(|skipped| matches!(skipped.reason, corpus::Reason::Unreadable(_)));
    for source in &walk.sources {
        let mut shown = Ok(());
        let read = corpus::read_as(source, &manner, &limits, &mut |document| {
            shown = show(&document, typed, session, &mut ended);
            if shown.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        shown?;
        match read {
            Ok(report) => {
                let tell = |odd| session.tell(&format!("{}: {}", source.id, session.voice.oddity(odd)));
                report.notices.iter().for_each(tell);
                session.tell_left_out(&report.left_out);
                ended.failed |= !report.left_out.is_empty();
            }
            Err(error) => {
                session.tell(&format!("{} is left out: {}", source.id, session.voice.unreadable(&error)));
                ended.failed |= !matches!(error.reason(), corpus::Reason::Remains);
            }
        }
    }
    Ok(if ended.failed { Outcome::Failed } else { Outcome::found(ended.found) })
}

/// What came of it so far.
#[derive(Default)]
struct Ended {
    found: bool,
    failed: bool,
}

fn standard_input(
    wanted: &ExtractArgs,
    manner: &Manner,
    limits: &Limits,
    session: &mut Session,
    ended: &mut Ended,
) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(limits.max_file_bytes + 1).read_to_end(&mut bytes);
    let size = read.map_err(|error| Error::io("-", error))? as u64;
    if size > limits.max_file_bytes {
        return Err(Failure::Refused(format!("standard input is longer than {} bytes", limits.max_file_bytes)));
    }
    let refuse = |why: Unreadable| {
        Failure::Refused(format!("standard input cannot be read: {}", session.voice.unreadable(&why)))
    };
    let (document, report) = corpus::read_plain("-", bytes, manner).map_err(refuse)?;
    report.notices.iter().for_each(|odd| session.tell(&session.voice.oddity(odd)));
    show(&document, wanted, session, ended)
}

/// Prints the mentions of a document in order.
fn show(document: &Document, wanted: &ExtractArgs, session: &mut Session, ended: &mut Ended) -> Result<(), Failure> {
    let lines = Lines::of(&document.text);
    let (file, text) = (&document.id, &document.text);
    let mentions = Mentions::of(text, document.date.as_deref());
    let line = |found| MentionLine::of(file, text, &lines, found, &mentions);
    let in_order = mentions.in_order();
    let all: Vec<MentionLine> = in_order.into_iter().map(line).filter(|mention| wanted.takes(mention.kind)).collect();
    for found in all {
        ended.found = true;
        if session.json {
            session.print_json(&found)?;
            continue;
        }
        let columns = session.row_columns();
        Row::of(SOURCE, &format!("{}:{}", clean(found.file), found.place.line))
            .with(Style::new(), &format!("  {}  ", clean(found.text)))
            .with(ASIDE, &format!("{} {}", found.kind, clean(&found.value.brief())))
            .print(&mut session.out, 0, columns)?;
    }
    Ok(())
}
