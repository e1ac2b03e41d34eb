//! Paths to an index that is up to date with them, and to a summary of what was done.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use clap::Args;

use super::build::{CORPUS, build, print, tell_oddities};
use super::outcome::{Failure, Outcome};
use super::reading::ReadArgs;
use super::session::Session;
#[cfg(feature = "watch")]
use super::watch;
use crate::ingest::{self, Change, Job};

/// What was typed behind `index`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct IndexArgs {
    /// Files and folders [default: all that are indexed, or corpus]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Start over instead of reading only what has changed
    #[arg(long)]
    rebuild: bool,
    /// Take what was indexed from here out of the index, whether it is there or not: a path, a name in the index, or the end of either; may be given again
    #[arg(long, value_name = "PATH", conflicts_with_all = ["paths", "rebuild", "watch"])]
    forget: Vec<PathBuf>,
    /// Tell where a folder that was indexed lies now: its name, or where it lay, and its new place
    #[arg(long = "move", id = "move", num_args = 2, value_names = ["NAME", "PLACE"], conflicts_with_all = ["paths", "rebuild", "watch", "forget"])]
    moved: Option<Vec<PathBuf>>,
    /// Wait while another process writes to the index
    #[arg(long)]
    wait: bool,
    /// Stay and index whatever changes, until Ctrl-C
    #[arg(long)]
    watch: bool,
    /// How many threads work, up to 512 [default: as many as the machine has]
    #[arg(long, value_name = "N", value_parser = threads)]
    threads: Option<NonZeroUsize>,
    #[command(flatten)]
    how: ReadArgs,
}

const EXAMPLES: &str = "\
Only new, changed and vanished files are touched, and only those under the paths given.
Each path has a name, its last folder: documents are known as NAME/path wherever it lies.
What is not there, or is empty now, stays in the index and is told: --forget takes it out.
Files of one content are indexed once and shown under all their paths.
A file that cannot be read is told and left out; everything else is indexed.
With --encoding text files are read again even if they have not changed.

Examples:
  tracuu index                        all that was indexed before; at first the folder corpus/
  tracuu index corpus ~/archive       two folders, one index
  tracuu index corpus/tin-ngan.jsonl  one document a line: {\"id\", \"text\", \"title\", \"date\"}
  tracuu index --watch papers/        stay, and follow every change
  tracuu index --move papers /srv/papers    papers/ was moved: nothing is read again
  tracuu index --forget ~/archive/1975      out of the index, and left out from now on
  tracuu index --encoding vni old/    texts of an encoding that was not recognized
  tracuu index --ocr scans/           PDF of scanned pages, if tesseract and pdftoppm are installed
  tracuu --index /tmp/law index law/  another index";

fn threads(typed: &str) -> Result<NonZeroUsize, String> {
    let threads = typed.parse().ok().filter(|threads: &NonZeroUsize| threads.get() <= ingest::MAX_THREADS);
    threads.ok_or_else(|| format!("{typed} is no number from 1 to {}", ingest::MAX_THREADS))
}

pub(super) fn run(typed: &IndexArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let IndexArgs { paths, rebuild, wait, watch, threads, how, forget, moved } = typed;
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
    let job = Job { paths, change, rebuild, wait, threads, ..Job::default() };
    if *watch {
        #[cfg(feature = "watch")]
        return watch::watch(job, how, session);
        #[cfg(not(feature = "watch"))]
        return Err(Failure::Refused("this program was built without `--watch`".to_owned()));
    }
    let summary = build(job, how, &AtomicBool::new(false), session)?;
    let failed = tell_oddities(&summary, session);
    print(&summary, session)?;
    Ok(if failed { Outcome::Failed } else { Outcome::Done })
}
