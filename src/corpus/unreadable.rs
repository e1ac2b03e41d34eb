//! What reading a file ran into -> why it is left out.

use std::io;

use super::skipped::Reason;

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The file went away after it was listed.
    #[error("it is no longer there")]
    Vanished,
    /// The system refuses.
    #[error("no permission to read it")]
    Denied,
    /// It is a folder, a pipe, a socket or a device.
    #[error("not a regular file")]
    NotAFile,
    /// It exceeds [`Limits::max_file_bytes`](super::Limits::max_file_bytes).
    #[error("too large: the limit is {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// It holds many NUL bytes or control characters.
    #[error("binary, not text")]
    Binary,
    /// No encoding makes Vietnamese or plain text of it.
    #[error("encoding not recognized: name it with `--encoding`, or save it as UTF-8")]
    Encoding,
    /// Another program has left it beside a document: the lock of Word, the properties of Mac.
    #[error("no document, but what another program leaves beside one")]
    Remains,
    /// It opens with a password only.
    #[error("protected by a password")]
    Protected,
    /// Its pages are pictures.
    #[error("scanned, no text: `--ocr` recognizes its letters")]
    Scanned {
        /// How many.
        pages: usize,
    },
    /// Its fonts do not tell which sign is which letter.
    #[error("its fonts do not tell their letters: `--ocr` recognizes them")]
    NoLetters {
        /// How many pages it has.
        pages: usize,
    },
    /// Its pages are pictures in which no letters were found.
    #[error("scanned, and no letters were recognized{}", .why.as_ref().map_or(String::new(), |why| format!(" ({why})")))]
    Unrecognized {
        /// Why the first page was not, where a program failed.
        why: Option<String>,
    },
    /// It is not what its format asks for, from the sentence on what is wrong.
    #[error("damaged: {0}")]
    Damaged(String),
    /// It is something else than its name says, and that is not read.
    #[error("it is {0}, which is not read")]
    Other(String),
    /// A file in an archive or a mail is of a format that is not read: its extension, or the kind that its mail tells.
    #[error("not a format that is read ({0})")]
    OtherFormat(String),
    /// Another file in the archive has the same name.
    #[error("the name stands before")]
    Double,
    /// It unpacks to more than the limits allow.
    #[error("it unpacks to too much: the limit is {limit} bytes")]
    UnpacksTooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// It unpacks to more than a thousand times its size.
    #[error("it unpacks to more than a thousand times its size")]
    Bomb,
    /// It lies in an archive in an archive in an archive, or mails lie in it in mails without end.
    #[error("an archive too deep in archives")]
    TooDeep,
    /// Reading it took longer than [`Limits::max_seconds`](super::Limits::max_seconds).
    #[error("reading it took longer than {seconds} seconds")]
    TooSlow {
        /// The limit in seconds.
        seconds: u64,
    },
    /// The code that reads its format failed, or took too much memory.
    #[error("its reader failed: {0}")]
    Crashed(String),
    /// Any other failure of the system.
    #[error("reading failed: {0}")]
    Io(io::Error),
}

impl Unreadable {
    /// Whether it will be so as long as the file does not change, whatever the system and the limits: it need not be
    /// tried again.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        use Unreadable::{Binary, Damaged, NoLetters, Other, Protected, Remains, Scanned};
        matches!(self, Scanned { .. } | NoLetters { .. } | Remains | Binary | Damaged(_) | Other(_) | Protected)
    }

    /// Why the file is left out.
    #[must_use]
    pub fn reason(&self) -> Reason {
        match self {
            Self::Remains => Reason::Remains(self.to_string()),
            other => Reason::Unreadable(other.to_string()),
        }
    }
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Vanished,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::NotAFile,
            _ => Self::Io(error),
        }
    }
}
