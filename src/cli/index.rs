//! Paths to an index that is up to date with them, and to a summary of what was done.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clap::Args;
use clap::builder::TypedValueParser;

use super::arguments;
use super::build::{CORPUS, build, print, tell_oddities};
use super::help::help;
use super::outcome::{Failure, Outcome};
use super::reading::ReadArgs;
use super::session::Session;
#[cfg(feature = "watch")]
use super::watch;
use crate::ingest::{self, Change, Job};
use crate::voice::{Told, Topic};

/// What was typed behind `index`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::IndexExamples))]
pub(super) struct IndexArgs {
    #[arg(value_name = help(Topic::Path), help = help(Topic::IndexPaths))]
    paths: Vec<PathBuf>,
    #[arg(long, help = help(Topic::IndexRebuild))]
    rebuild: bool,
    #[arg(long, value_name = help(Topic::Path), conflicts_with_all = ["paths", "watch"], help = help(Topic::IndexForget))]
    forget: Vec<PathBuf>,
    #[arg(long = "move", id = "move", num_args = 2, value_names = [help(Topic::NameValue), help(Topic::Place)], help = help(Topic::IndexMove), conflicts_with_all = ["paths", "rebuild", "watch", "forget"])]
    moved: Option<Vec<PathBuf>>,
    #[arg(long, value_name = help(Topic::Glob), conflicts_with_all = ["forget", "move"], help = help(Topic::IndexExclude))]
    exclude: Vec<String>,
    #[arg(long, help = help(Topic::IndexWait))]
    wait: bool,
    #[arg(long, help = help(Topic::IndexWatch))]
    watch: bool,
    #[arg(long, value_name = help(Topic::Count), value_parser = threads(), help = help(Topic::IndexThreads))]
    threads: Option<NonZeroUsize>,
    #[command(flatten)]
    how: ReadArgs,
}

fn threads() -> impl TypedValueParser<Value = NonZeroUsize> {
    let within = arguments::bounded(1, ingest::MAX_THREADS as u64);
    // it is one of them
    within.map(|threads| usize::try_from(threads).ok().and_then(NonZeroUsize::new).unwrap_or(NonZeroUsize::MIN))
}

pub(super) fn run(typed: &IndexArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let IndexArgs { paths, rebuild, exclude, wait, watch, threads, how, forget, moved } = typed;
    let (mut paths, rebuild, wait, threads) = (paths.clone(), *rebuild, *wait, *threads);
    let change = match moved.as_deref() {
        Some([root, place]) => Some(Change::Move { root: root.clone(), place: place.clone() }),
        _ => (!forget.is_empty()).then(|| Change::Forget(forget.clone())),
    };
    if paths.is_empty() && change.is_none() {
        match session.archive().roots() {
            Err(lost) if !Path::new(CORPUS).is_dir() => return Err(lost.into()),
            Ok(roots) if !roots.is_empty() => {}
            _ => paths.push(CORPUS.into()),
        }
    }
    let job = Job { paths, change, exclude: exclude.clone(), rebuild, wait, threads, ..Job::default() };
    if *watch && cfg!(not(feature = "watch")) {
        return Err(Failure::refused(Told::NoWatch));
    }
    #[cfg(feature = "watch")]
    if *watch {
        return watch::watch(job, how, session);
    }
    let summary = build(job, how, &AtomicBool::new(false), session)?;
    let failed = tell_oddities(&summary, session);
    print(&summary, session)?;
    Ok(if failed { Outcome::Failed } else { Outcome::Done })
}
