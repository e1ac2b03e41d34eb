//! Values of the library to sentences for people: one folder a language, and nothing else speaks.
//!
//! A voice adds no knowledge: it says what the values hold. What only makes sense to whoever types commands, options
//! and verbs, is said at the command line alone.

mod english;

use std::fmt;

use crate::query::{Notice, ValueFault};

/// Says what the library found, in one language.
pub trait Voice: Sync {
    /// What to know of a query or its answer, in a sentence without its end.
    fn notice(&self, notice: &Notice) -> String;
    /// What a value is instead of what it must be, in the middle of a sentence.
    fn odd_value(&self, fault: ValueFault) -> &'static str;
}

/// A language that is spoken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Language {
    /// English.
    #[default]
    English,
}

impl Language {
    /// Its voice for whoever calls the library.
    #[must_use]
    pub fn voice(self) -> &'static dyn Voice {
        match self {
            Self::English => &english::English,
        }
    }

    /// Its voice for whoever types commands: the same with what to type next.
    #[cfg(feature = "cli")]
    #[must_use]
    pub fn at_command_line(self) -> &'static dyn Voice {
        match self {
            Self::English => &english::AtCommandLine,
        }
    }
}

/// In English.
impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Language::English.voice().notice(self))
    }
}
