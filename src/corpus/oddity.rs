//! What is odd about a file that was read all the same, as values: `voice` has the words.

use serde::{Deserialize, Serialize};

/// Something to know of a file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Oddity {
    /// It is so of a file in an archive or a mail.
    InMember {
        /// The name of that file.
        name: String,
        /// What is odd about it.
        oddity: Box<Oddity>,
    },
    /// It is so of a line of JSON Lines.
    InLine {
        /// The number of the line, from 1.
        number: u64,
        /// What is odd about it.
        oddity: Box<Oddity>,
    },
    /// It was decoded from an encoding that is not Unicode, or not said to be.
    DecodedAs(String),
    /// Some bytes are not valid in this encoding and are shown as U+FFFD.
    Invalid(String),
    /// So many bytes are not valid UTF-8 and are shown as U+FFFD.
    InvalidBytes(usize),
    /// So many NULs are shown as U+FFFD.
    Nuls(usize),
    /// Its content is of another format than its name says, and was read as that: an extension without a dot.
    ReadAs(String),
    /// Its content is plain text, and was read as that.
    ReadAsText,
    /// Its name in the archive leads out of it: the name as it stands there.
    LeadsOut(String),
    /// It declares entities, which are not expanded.
    Entities,
    /// Some signs were damaged and are shown as U+FFFD.
    DamagedSigns,
    /// The file breaks off, so that its text is not whole.
    BreaksOff,
    /// Its text is not whole: its reader stopped.
    NotWhole(Stop),
    /// A part of it is damaged: letters may be wrong or missing.
    DamagedPart {
        /// The part.
        name: String,
        /// What its reader says.
        said: String,
    },
    /// Lines of an old encoding were shown as Latin-1 and are decoded.
    OldLines {
        /// How many.
        lines: usize,
        /// The encoding.
        encoding: String,
    },
    /// So many lines look like an old encoding and are left as they are.
    LeftLines(usize),
    /// Pages that hold no text.
    BlankPages {
        /// How many.
        blank: usize,
        /// Of how many.
        pages: usize,
    },
    /// So many documents of other formats stand within it and are not read.
    Chunks(usize),
    /// So many comments are not read.
    Comments(usize),
    /// So many embedded objects hold no document that is read: formulas, drawings.
    Objects(usize),
    /// So many signs are in fonts that do not tell their letters, and are left out.
    UnknownSigns(usize),
    /// Pages that are pictures with little text or none, and were not recognized.
    Scans {
        /// How many.
        scans: usize,
        /// Of how many.
        pages: usize,
    },
    /// So many pages were recognized from pictures: letters may be wrong.
    Recognized(usize),
    /// Pages were not recognized.
    NotRecognized(NotRecognized),
    /// Scanned pages were left out.
    ManyScans {
        /// How many.
        left: usize,
        /// How many were to be read at most.
        most: usize,
    },
}

impl Oddity {
    /// Whether text is missing, or may be, for the file is damaged.
    #[must_use]
    pub fn tells_of_loss(&self) -> bool {
        matches!(self.itself(), Self::BreaksOff | Self::NotWhole(_) | Self::DamagedPart { .. })
    }

    /// What is odd, wherever in the file it is so.
    #[must_use]
    pub fn itself(&self) -> &Self {
        match self {
            Self::InMember { oddity, .. } | Self::InLine { oddity, .. } => oddity.itself(),
            odd => odd,
        }
    }
}

/// Where the reader of a format stopped, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// The byte of the part that holds the text.
    pub at: u64,
    /// What the reader says; nothing where the part breaks off.
    pub said: Option<String>,
}

/// How a program of others failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ProgramFailure {
    /// It is not installed.
    NotInstalled,
    /// It ended in failure or did not start, as the system says.
    Failed(String),
    /// It took longer than it may.
    TooSlow {
        /// The limit in seconds.
        seconds: u64,
    },
    /// It left no text, as the system says.
    NoText(String),
}

/// Pages that were not recognized from pictures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotRecognized {
    /// The first of them, from 1.
    pub page: usize,
    /// The program that failed.
    pub program: String,
    /// How.
    pub how: ProgramFailure,
    /// How many more there are.
    pub more: usize,
}
