//! What the user wants to be brought up to date, and how.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread;

use crate::corpus;

/// More threads than this gain nothing, and the system may not have them.
pub const MAX_THREADS: usize = 512;

/// What to bring up to date.
#[derive(Clone, Debug, Default)]
pub struct Job {
    /// Files and folders; all that are known if there are none.
    pub paths: Vec<PathBuf>,
    /// What is to be done with roots first.
    pub change: Option<Change>,
    /// Patterns of paths below the roots that are passed over in this run, as they stand in a `.tracuuignore`.
    pub exclude: Vec<String>,
    /// Start over instead of reading only what has changed.
    pub rebuild: bool,
    /// How files are read; those that it bears upon are read even if they have not changed.
    pub manner: corpus::Manner,
    /// How much of a file is read.
    pub limits: corpus::Limits,
    /// Wait while another process writes to the index.
    pub wait: bool,
    /// How many threads find mentions, and how many index, [`MAX_THREADS`] at most; as many as the machine has if none
    /// are told.
    pub threads: Option<NonZeroUsize>,
}

/// What is to be done with the roots of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The root of this name, or at this path, now lies there; it is brought up to date.
    Move {
        /// Its name, or where it lay.
        root: PathBuf,
        /// Where it lies now.
        place: PathBuf,
    },
    /// What lies at these paths is taken out, and nothing else is done, unless all is built anew.
    Forget(Vec<PathBuf>),
}

impl Job {
    /// How many threads work.
    pub(super) fn threads(&self) -> usize {
        self.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, usize::from).min(MAX_THREADS)
    }
}
