//! What can go wrong with the world: each case with its path and what to do next.
//!
//! An odd document is a notice of the run and an odd query a notice of the answer, never an error.

mod caught;

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub use caught::{caught, listen_to, said_elsewhere};

/// What every fallible call of this crate returns.
pub type Result<T> = std::result::Result<T, Error>;

/// The world failed: a file, a lock, an index of another version.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no index where one was looked for.
    #[error("no index in {path}: make one with `{} PATH...`", index_at(.path))]
    NoIndex {
        /// The folder of the index.
        path: PathBuf,
    },
    /// The index was written by another version of the program.
    #[error("the index in {path} has format {found}, this program reads {expected}: run `{} --rebuild`", index_at(.path))]
    OtherFormat {
        /// The folder of the index.
        path: PathBuf,
        /// The format that was found; empty where the folder holds no index of ours.
        found: String,
        /// The format that is read.
        expected: u32,
    },
    /// A file of the index cannot be read as it should.
    #[error("the index in {path} is damaged ({reason}): run `{} --rebuild`", index_at(.path))]
    Damaged {
        /// The folder of the index.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// An index is damaged, and what it was made from stands in none of its files.
    #[error(
        "the index in {path} is damaged ({reason}), and its paths are lost: name them in `{} --rebuild PATH...`",
        index_at(.path)
    )]
    Lost {
        /// The folder of the index.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Something has a name of the index and is no file: nothing is written through a link of others.
    #[error("{path} is no file that `tracuu` has made, but a link, a folder or a device: remove it first")]
    NotOurs {
        /// What it is.
        path: PathBuf,
    },
    /// Another process writes to the index.
    #[error("another `tracuu index` is writing to {path}{}: `--wait` waits until it has finished", told(.holder.as_ref()))]
    Busy {
        /// The folder of the index.
        path: PathBuf,
        /// Who writes; nothing if that is not known.
        holder: Option<Holder>,
    },
    /// No root of the index is meant.
    #[error("{path} is no path or name of a root: `tracuu status` lists them")]
    NoRoot {
        /// What was named.
        path: PathBuf,
    },
    /// Nothing that is indexed is meant.
    #[error(
        "{path} is no name of what is indexed, nor the end of one: `tracuu status` lists the roots, hits tell files"
    )]
    NotIndexed {
        /// What was named.
        path: PathBuf,
    },
    /// Several things that are indexed may be meant.
    #[error("{path} may be several, name one of them: {ids}")]
    Ambiguous {
        /// What was named.
        path: PathBuf,
        /// The ids of what it may be.
        ids: String,
    },
    /// What is to be indexed lies in the folder of the index.
    #[error("{path} lies in {index}, the folder of the index: keep the index in another folder")]
    InIndex {
        /// What was named.
        path: PathBuf,
        /// The folder of the index.
        index: PathBuf,
    },
    /// A root cannot lie where another lies, or inside it or around it.
    #[error("{path} cannot be the place of {name}: {other} lies there")]
    RootTaken {
        /// The place.
        path: PathBuf,
        /// The root that was to lie there.
        name: String,
        /// The root that does.
        other: String,
    },
    /// A root cannot lie where nothing of it is.
    #[error("{path} cannot be the place of {name}: {what}")]
    NoPlace {
        /// The place.
        path: PathBuf,
        /// The root that was to lie there.
        name: String,
        /// What is wrong with the place.
        what: &'static str,
    },
    /// The user has stopped the work.
    #[error("stopped: the index in {path} stands as it was before")]
    Stopped {
        /// The folder of the index.
        path: PathBuf,
    },
    /// A file or folder cannot be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The system starts no thread that would do the work.
    #[error("no thread can be started ({source}): let the user have more processes (`ulimit -u`)")]
    NoThread {
        /// What the system says.
        source: io::Error,
    },
    /// The system does not let the engine work: it gives no thread or no memory.
    #[error("the system does not let the index in {path} be used ({said}): see `ulimit -a`")]
    System {
        /// The folder of the index.
        path: PathBuf,
        /// What the engine says.
        said: String,
    },
    /// The engine failed at writing or reading the index for a reason of its own.
    #[error("the index in {path} cannot be used: {source}")]
    Engine {
        /// The folder of the index.
        path: PathBuf,
        /// What the engine says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// The command that brings the index in a folder up to date, as far as it is the same for all.
fn index_at(folder: &Path) -> String {
    match folder == Path::new("index") {
        true => "tracuu index".to_owned(),
        false => format!("tracuu --index {} index", folder.display()),
    }
}

/// The process that writes to an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Its number.
    pub pid: u32,
    /// Since when it writes.
    pub since: SystemTime,
}

fn told(holder: Option<&Holder>) -> String {
    let Some(Holder { pid, since }) = holder else { return String::new() };
    let seconds = since.elapsed().unwrap_or_default().as_secs();
    match seconds / 60 {
        0 => format!(" (process {pid}, for {seconds} s)"),
        minutes => format!(" (process {pid}, for {minutes} min)"),
    }
}

impl Error {
    /// An I/O failure at `path`.
    pub fn io(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Io { path: path.into(), source }
    }
}
