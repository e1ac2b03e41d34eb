//! What can go wrong with the world, as values with their paths: `voice` has the words.
//!
//! An odd document is a notice of the run and an odd query a notice of the answer, never an error.

mod caught;
mod cluster;

use std::io;
use std::path::PathBuf;
use std::time::SystemTime;

pub(crate) use caught::{caught, listen_to, said_elsewhere};
pub use cluster::ClusterFault;

/// What every fallible call of this crate returns.
pub type Result<T> = std::result::Result<T, Error>;

/// The world failed: a file, a lock, an index of another version.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no index where one was looked for.
    NoIndex {
        /// The folder of the index.
        path: PathBuf,
    },
    /// The index was written by another version of the program.
    OtherFormat {
        /// The folder of the index.
        path: PathBuf,
        /// The format that was found; empty where the folder holds no index of ours.
        found: String,
        /// The format that is read.
        expected: u32,
    },
    /// A file of the index cannot be read as it should.
    Damaged {
        /// The folder of the index.
        path: PathBuf,
        /// What is wrong with it.
        flaw: Flaw,
    },
    /// An index is damaged, and what it was made from stands in none of its files.
    Lost {
        /// The folder of the index.
        path: PathBuf,
        /// What is wrong with it.
        flaw: Flaw,
    },
    /// Something has a name of the index and is no file: nothing is written through a link of others.
    NotOurs {
        /// What it is.
        path: PathBuf,
    },
    /// The system does not let the index be read.
    Denied {
        /// The folder of the index.
        path: PathBuf,
    },
    /// Another process writes to the index.
    Busy {
        /// The folder of the index.
        path: PathBuf,
        /// Who writes; nothing if that is not known.
        holder: Option<Holder>,
    },
    /// No root of the index is meant.
    NoRoot {
        /// What was named.
        path: PathBuf,
    },
    /// Nothing that is indexed is meant.
    NotIndexed {
        /// What was named.
        path: PathBuf,
    },
    /// Several things that are indexed may be meant.
    Ambiguous {
        /// What was named.
        path: PathBuf,
        /// The ids of what it may be.
        ids: Vec<String>,
    },
    /// What is to be indexed lies in the folder of the index.
    InIndex {
        /// What was named.
        path: PathBuf,
        /// The folder of the index.
        index: PathBuf,
    },
    /// A root cannot lie where another lies, or inside it or around it.
    RootTaken {
        /// The place.
        path: PathBuf,
        /// The root that was to lie there.
        name: String,
        /// The root that does.
        other: String,
    },
    /// A root cannot lie where nothing of it is.
    NoPlace {
        /// The place.
        path: PathBuf,
        /// The root that was to lie there.
        name: String,
        /// What is wrong with the place.
        why: Absence,
    },
    /// An index of another format would be built anew, and lose what nobody can look at now.
    WouldLose {
        /// The folder of the index.
        path: PathBuf,
        /// The roots, folders and links that are away, by id.
        ids: Vec<String>,
    },
    /// The user has stopped the work.
    Stopped {
        /// The folder of the index.
        path: PathBuf,
    },
    /// A file or folder cannot be read or written.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The system starts no thread that would do the work.
    NoThread {
        /// What the system says.
        source: io::Error,
    },
    /// The system does not let the engine work: it gives no thread or no memory.
    System {
        /// The folder of the index.
        path: PathBuf,
        /// What the engine says.
        said: String,
    },
    /// The system gives less memory than writing may take.
    NoMemory {
        /// The folder of the index.
        path: PathBuf,
        /// How many bytes it gives.
        given_bytes: u64,
        /// How many are wanted.
        wanted_bytes: u64,
    },
    /// A cluster does not do what is asked of it.
    Cluster {
        /// The address of the index.
        path: PathBuf,
        /// Why.
        fault: ClusterFault,
    },
    /// The engine failed at writing or reading the index for a reason of its own.
    Engine {
        /// The folder of the index.
        path: PathBuf,
        /// What the engine says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// What is wrong with the files of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Flaw {
    /// A file is missing.
    Missing(String),
    /// A file is empty.
    Empty(String),
    /// A file has not the size that was noted.
    Size {
        /// Its name.
        file: String,
        /// How many bytes it has.
        bytes: u64,
        /// How many it had.
        noted_bytes: u64,
    },
    /// A file differs from its checksum; where no name is given, one of them does.
    Changed(Option<String>),
    /// A file holds a line that is none of its format.
    OddLine {
        /// Its name.
        file: String,
        /// The line.
        line: String,
    },
    /// A file cannot be read, as the system says.
    Unreadable {
        /// Its name.
        file: String,
        /// What the system says.
        said: String,
    },
    /// As the engine, the system or the reader of a format says.
    Said(String),
    /// So many files, which are told elsewhere.
    Told(usize),
    /// One and so many more files.
    AndMore(Box<Flaw>, usize),
}

impl Flaw {
    /// The name of the file that is damaged, of the first where there are several.
    pub(crate) fn file(&self) -> Option<&str> {
        match self {
            Self::Missing(file) | Self::Empty(file) => Some(file),
            Self::Size { file, .. } | Self::OddLine { file, .. } | Self::Unreadable { file, .. } => Some(file),
            Self::Changed(file) => file.as_deref(),
            Self::AndMore(first, _) => first.file(),
            Self::Said(_) | Self::Told(_) => None,
        }
    }
}

/// Why what was indexed counts as not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// Nothing is there.
    Gone,
    /// Where it lay is not known any more.
    Unknown,
    /// It is a file and was a folder.
    NowFile,
    /// It is an empty folder.
    Empty,
    /// The disk that it lay on is gone.
    OtherDisk,
    /// Another disk lies there than before.
    Covered,
    /// No file that can be read is left in it.
    NothingLeft,
    /// Nothing of what was named in it is left.
    NoneNamed,
    /// Nothing of it lies there.
    Nothing,
    /// Not half of its files lies there.
    Few,
    /// It is no folder.
    NoFolder,
    /// It is a symbolic link to nothing.
    DeadLink,
}

/// The process that writes to an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The machine that it runs on, where that may be another.
    pub host: Option<String>,
    /// Its number.
    pub pid: u32,
    /// Since when it writes.
    pub since: SystemTime,
}

impl Error {
    /// An I/O failure at `path`.
    pub(crate) fn io(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Io { path: path.into(), source }
    }
}
