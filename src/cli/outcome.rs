//! How a verb ended -> an exit code, or what went wrong.

use std::io;

use super::chosen::chosen;
use crate::error::Error;
use crate::voice::Told;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Something was found, or what was asked is done.
    Done,
    /// Nothing was found.
    Nothing,
    /// Something went wrong and was told.
    Failed,
}

impl Outcome {
    /// The exit code of the process, as in grep.
    pub(super) fn exit_code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Nothing => 1,
            Self::Failed => 2,
        }
    }

    /// Of what looks something up.
    pub(super) fn found(found: bool) -> Self {
        if found { Self::Done } else { Self::Nothing }
    }
}

/// Why a verb ended early.
#[derive(Debug)]
pub(super) enum Failure {
    /// The library failed.
    World(Error),
    /// The output cannot be written; a broken pipe is no error.
    Output(io::Error),
    /// There is no output.
    OutputClosed,
    /// What was asked cannot be done: why.
    Refused(String),
    /// More than one document may be meant by what was typed: these.
    Several(Vec<String>),
}

impl Failure {
    /// What was asked cannot be done.
    pub(super) fn refused(told: Told) -> Self {
        Self::Refused(chosen().told(told))
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::World(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
