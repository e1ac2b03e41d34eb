//! A job -> an index that is up to date with it, and what is told of that.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use anstyle::Style;
use indicatif::ProgressBar;

use super::bar::{self, bar};
use super::chosen::{chosen, voice};
use super::near::Near;
use super::outcome::Failure;
use super::reading::ReadArgs;
use super::session::{INDEX, Session, left_out_line, tell};
use crate::archive::Archive;
use crate::corpus::{Reason, Skipped};
use crate::error::Error;
use crate::ingest::{Job, Progress, RunNotice, Summary};
use crate::snippet::text::clean;
use crate::terminal::row::Row;
use crate::voice::{Language, Told};
use crate::wire::reports::Indexed;

/// What is indexed where nothing is known and nothing named.
pub(super) const CORPUS: &str = "corpus";

/// Brings the index up to date, with a progress bar on a terminal, unless `stop` becomes true.
pub(super) fn build(job: Job, how: &ReadArgs, stop: &AtomicBool, session: &Session) -> Result<Summary, Failure> {
    check_paths(&job, session)?;
    let bar = Bar { bar: bar(session.shows_progress(), bar::ALL), stop, index: &session.index };
    let job = Job { manner: how.manner(&bar.bar)?, limits: how.limits(), ..job };
    let summary = session.archive().update(&job, &bar);
    bar.bar.finish_and_clear();
    Ok(summary?)
}

/// Refuses paths of which nothing is there, nor was; where there is no index, none is made for that.
fn check_paths(job: &Job, session: &Session) -> Result<(), Failure> {
    let paths = &job.paths;
    if job.change.is_some() {
        match Archive::open(&*session.index) {
            // what cannot be read can be built anew without what is forgotten
            Err(Error::OtherFormat { .. } | Error::Damaged { .. }) if job.rebuild => {}
            opened => drop(opened?),
        }
    }
    if !session.archive().lacks(paths) {
        return Ok(());
    }
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    Err(Failure::refused(Told::NoSuchPaths { paths: &names.join(", ") }))
}

/// Tells what was left out and what was odd; whether anything is missing that should be there.
pub(super) fn tell_oddities(summary: &Summary, session: &Session) -> bool {
    oddities(summary).iter().for_each(|odd| session.tell(odd));
    // a second path to what is indexed under its first: nothing is missing
    let is_missing = |left: &Skipped| !matches!(left.reason, Reason::Double(_));
    summary.failures().any(is_missing) || summary.notices.iter().any(|(_, notice)| notice.tells_of_loss())
}

/// What was left out and what was odd, a line each.
pub(super) fn oddities(summary: &Summary) -> Vec<String> {
    let near = Near::new(summary.roots.clone());
    let notice = |(file, notice): &(String, RunNotice)| format!("{}: {}", near.path(file), voice().run_notice(notice));
    let mut odd: Vec<String> = summary.notices.iter().map(notice).collect();
    let path = |path: &Path| match path.is_absolute() {
        true => near.short(path),
        // a member of an archive is known by its id
        false => near.path(&path.to_string_lossy()).into(),
    };
    let left_out = |left: &Skipped| Skipped { path: path(&left.path), reason: left.reason.clone() };
    odd.extend(summary.failures().map(|left| left_out_line(&left_out(left))));
    if !summary.untold.is_empty() {
        let files = summary.untold.values().sum();
        let each = each_format(&summary.untold, chosen());
        odd.push(chosen().told(Told::OtherFormats { files, each: &each }));
    }
    odd
}

/// Extensions with how many files have each, most first.
pub(super) fn each_format(formats: &BTreeMap<String, u64>, language: Language) -> String {
    let mut most: Vec<(&String, &u64)> = formats.iter().collect();
    most.sort_by_key(|&(_, files)| std::cmp::Reverse(files));
    let each = most.iter().map(|(extension, files)| format!("{} {}", clean(extension), language.number(**files)));
    each.collect::<Vec<_>>().join(", ")
}

/// Prints what was done.
pub(super) fn print(summary: &Summary, session: &mut Session) -> Result<(), Failure> {
    if session.json {
        return session.print_json(&Indexed::of(summary, &session.index, session.voice));
    }
    let done = Told::Done { summary, left_out: summary.failures().count() as u64 };
    let done = session.told(done);
    let columns = session.row_columns();
    Row::of(Style::new(), &done).print(&mut session.out, 0, columns)?;
    if session.index != Path::new(INDEX) {
        let lies = session.told(Told::IndexLies { folder: &clean(&session.index.display().to_string()) });
        writeln!(session.out, "{lies}")?;
    }
    Ok(())
}

/// A progress bar over the bytes of the files.
struct Bar<'a> {
    bar: ProgressBar,
    stop: &'a AtomicBool,
    index: &'a Path,
}

impl Progress for Bar<'_> {
    fn start(&self, bytes: u64) {
        self.bar.set_length(bytes);
        self.bar.set_position(0);
    }

    fn advance(&self, bytes: u64) {
        self.bar.inc(bytes);
    }

    fn wait(&self, _: &Error) {
        tell(&chosen().told(Told::Waiting { index: &self.index.display().to_string() }));
    }

    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
