//! Why there is no answer, as a word and a sentence.

use serde::Serialize;

use crate::error::Error;
use crate::voice::{Language, Listener};

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// In one word, which no language changes: `no_index`, `busy`, `value`.
    pub kind: &'static str,
    /// In a sentence.
    pub message: String,
}

/// What every call returns.
pub type Answer<T = String> = Result<T, Refused>;

/// A value as JSON.
///
/// # Errors
/// It cannot be written as such, which is a bug.
pub fn said(value: &impl Serialize) -> Answer {
    serde_json::to_string(value).map_err(|error| Refused::value(error.to_string()))
}

impl Refused {
    /// That a value is not what it must be.
    pub fn value(message: String) -> Self {
        Self { kind: "value", message }
    }

    /// That the world failed.
    #[must_use]
    pub fn world(error: &Error, language: Language) -> Self {
        Self { kind: kind(error), message: language.voice(Listener::Caller).error(error) }
    }
}

/// A failure of the world in one word.
fn kind(error: &Error) -> &'static str {
    match error {
        Error::NoIndex { .. } => "no_index",
        Error::OtherFormat { .. } | Error::WouldLose { .. } => "other_format",
        Error::Damaged { .. } | Error::Lost { .. } => "damaged",
        Error::Busy { .. } => "busy",
        Error::NoRoot { .. } | Error::NotIndexed { .. } => "not_indexed",
        Error::Ambiguous { .. } => "ambiguous",
        Error::InIndex { .. } | Error::RootTaken { .. } | Error::NoPlace { .. } => "value",
        Error::Stopped { .. } => "stopped",
        Error::NotOurs { .. } | Error::Denied { .. } | Error::Io { .. } => "system",
        Error::NoThread { .. } | Error::System { .. } | Error::NoMemory { .. } => "system",
        Error::Cluster { .. } => "cluster",
        Error::Engine { .. } => "engine",
    }
}
