//! Why a tool does not answer, as a value; a voice says what to do next.

use crate::error::Error;
use crate::voice::tools::Misuse;
use crate::voice::{Language, Listener};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    /// A program of whoever has the index.
    Here,
    /// Another machine, which learns nothing of the files of this one.
    #[cfg_attr(not(feature = "server"), allow(dead_code, reason = "servers alone have such askers"))]
    Elsewhere,
}

/// Why a tool does not answer.
#[derive(Debug)]
pub enum Refused {
    /// What it was asked is not what it takes.
    Misuse(Misuse),
    /// The index cannot be read.
    World(Error),
}

impl Refused {
    /// What went wrong, and what to do next.
    pub fn said(&self, language: Language, asker: Asker) -> String {
        match self {
            Self::Misuse(misuse) => language.misuse(misuse),
            Self::World(_) if asker == Asker::Elsewhere => language.misuse(&Misuse::NoIndex),
            Self::World(error) => language.voice(Listener::CommandLine).error(error),
        }
    }
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::World(error)
    }
}

impl From<Misuse> for Refused {
    fn from(misuse: Misuse) -> Self {
        Self::Misuse(misuse)
    }
}
