//! How a verb ended -> an exit code, or what went wrong.

use crate::error::Error;
use crate::snippet::text::clean;

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
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// The library failed.
    #[error(transparent)]
    World(#[from] Error),
    /// The output cannot be written; a broken pipe is no error.
    #[error("the output cannot be written: {0}")]
    Output(#[from] std::io::Error),
    /// What was asked cannot be done.
    #[error("{0}")]
    Refused(String),
    /// More than one document may be meant by what was typed: these.
    #[error("several documents may be meant, name one of them:{}", listed(.0))]
    Several(Vec<String>),
}

/// Names on a line each, whatever they hold.
fn listed(names: &[String]) -> String {
    names.iter().map(|name| format!("\n  {}", clean(name))).collect()
}
