//! What reading a file ran into -> why it is left out.

use std::io;

use serde::{Deserialize, Serialize};

use super::oddity::NotRecognized;

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum Unreadable {
    /// The file went away after it was listed.
    Vanished,
    /// There is no such file.
    NotThere,
    /// It is a symbolic link to nothing.
    DanglingLink,
    /// The system refuses.
    Denied,
    /// It is a folder, a pipe, a socket or a device.
    NotAFile,
    /// What the kernel tells of the machine, as files: `/proc`, `/sys`.
    OfKernel,
    /// It exceeds [`Limits::max_file_bytes`](super::Limits::max_file_bytes).
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// It is an archive that exceeds [`Limits::max_archive_bytes`](super::Limits::max_archive_bytes).
    LargeArchive {
        /// The limit in bytes.
        limit: u64,
    },
    /// It is a link, in an archive: what that leads to is not looked for.
    Link,
    /// It holds many NUL bytes or control characters.
    Binary,
    /// No encoding makes Vietnamese or plain text of it.
    Encoding,
    /// Another program has left it beside a document: the lock of Word, the properties of Mac.
    Remains,
    /// It opens with a password only.
    Protected,
    /// Its pages are pictures.
    Scanned {
        /// How many.
        pages: usize,
    },
    /// Its fonts do not tell which sign is which letter.
    NoLetters {
        /// How many pages it has.
        pages: usize,
    },
    /// Its pages are pictures in which no letters were found.
    Unrecognized {
        /// Why the first page was not, where a program failed.
        why: Option<NotRecognized>,
    },
    /// It is not what its format asks for.
    Damaged(Damage),
    /// It is something else than its name says, and that is not read.
    Other(Foreign),
    /// A file in an archive or a mail is of a format that is not read: its extension, or the kind that its mail tells.
    OtherFormat(String),
    /// Another file in the archive has the same name.
    Double,
    /// A line of JSON Lines is longer than it may be.
    LongLine {
        /// The limit in bytes.
        limit: u64,
    },
    /// A line of JSON Lines is no object with `id` and `text`.
    OddLine(LineFault),
    /// The document of another line has this id.
    SameId(String),
    /// It unpacks to more than [`Limits::max_file_bytes`](super::Limits::max_file_bytes).
    UnpacksTooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// With it the files of its archive unpack to more than
    /// [`Limits::max_archive_bytes`](super::Limits::max_archive_bytes).
    ArchiveTooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// With it more comes out of the file on disk than so many bytes: an honest one of its size holds less.
    Swells {
        /// The limit in bytes.
        limit: u64,
    },
    /// It is packed by a method that is not read, by what that is called.
    Method(String),
    /// It unpacks to more than a thousand times its size.
    Bomb,
    /// Unpacking it takes more memory than this.
    NeedsMemory {
        /// The limit in bytes.
        limit: u64,
    },
    /// It is one of several volumes of an archive.
    Volume,
    /// It lies in an archive in an archive in an archive, or mails lie in it in mails without end.
    TooDeep,
    /// Reading it took longer than [`Limits::max_seconds`](super::Limits::max_seconds).
    TooSlow {
        /// The limit in seconds.
        seconds: u64,
    },
    /// The code that reads its format failed, or took too much memory.
    Crashed(Crash),
    /// Any other failure of the system: what it says.
    Io(String),
}

/// How a line of JSON Lines is no document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineFault {
    /// It starts with no brace.
    NoBrace,
    /// Its `id` is empty.
    EmptyId,
    /// As its reader says, who stopped at this column, from 1.
    Said {
        /// The column in bytes.
        column: usize,
        /// What the reader says.
        said: String,
    },
}

/// How a file is not what its format asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Damage {
    /// It holds no byte.
    Empty,
    /// As the reader of its format says.
    Said(String),
    /// A stream of it, as its reader says.
    Stream {
        /// The name of the stream.
        name: String,
        /// What its reader says.
        said: String,
    },
    /// The text breaks off.
    BreaksOff,
    /// It does not tell where its text lies.
    NoPlace,
    /// It has no header of a mail.
    NoHeader,
    /// It holds no text of Word.
    NoWord,
    /// It holds no text of OpenDocument.
    NoOpenDocument,
    /// It holds no workbook.
    NoWorkbook,
    /// It holds no presentation.
    NoPresentation,
    /// It does not name its chapters.
    NoChapters,
    /// It has no pages.
    NoPages,
    /// What it holds is not told, or not to the end.
    NoTable,
    /// It has more members than this.
    ManyMembers(usize),
    /// A part of it cannot be unpacked, as its reader says.
    Packed(String),
    /// It does not begin as files of this extension do, nor is it text.
    Beginning(String),
}

/// What a file is instead of a document, with the extension of such files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Foreign {
    /// A workbook of Excel in its binary format.
    Xlsb,
    /// A document of Word before version 6.
    OldWord,
    /// An OpenDocument file of a kind without text: a drawing, a formula, a database.
    OpenDocument,
    /// An archive of gzip.
    Gzip,
    /// A picture in PNG.
    Png,
    /// A picture in JPEG.
    Jpeg,
}

/// How the reader of a format failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Crash {
    /// It panicked.
    Panicked,
    /// It could not start, as the system says.
    NotStarted(String),
    /// It may take less memory than it needs to start.
    NoRoom {
        /// How many bytes it may take.
        limit: u64,
        /// How many it takes before it has read anything.
        least: u64,
    },
    /// Its process ended, as the system says.
    Ended(String),
}

impl Unreadable {
    /// Whether it is a matter of the system alone, and may be otherwise at any time.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Denied | Self::Io(_) | Self::Crashed(Crash::NotStarted(_) | Crash::NoRoom { .. }))
    }

    /// Whether a limit that its user may raise keeps it out.
    #[must_use]
    pub fn is_of_limits(&self) -> bool {
        use Unreadable::{ArchiveTooLarge, LargeArchive, TooLarge, UnpacksTooLarge};
        matches!(self, TooLarge { .. } | LargeArchive { .. } | UnpacksTooLarge { .. } | ArchiveTooLarge { .. })
    }

    /// Whether it will be so as long as the file does not change, whatever the system and the limits: it need not be
    /// tried again.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        use Unreadable::{
            Binary, Damaged, Link, Method, NeedsMemory, NoLetters, Other, Protected, Remains, Scanned, Volume,
        };
        matches!(
            self,
            Scanned { .. }
                | NoLetters { .. }
                | NeedsMemory { .. }
                | Method(_)
                | Link
                | Remains
                | Binary
                | Damaged(_)
                | Other(_)
                | Protected
                | Volume
        )
    }
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Vanished,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::NotAFile,
            _ => Self::Io(error.to_string()),
        }
    }
}
