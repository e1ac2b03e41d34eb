//! A language and a listener to a voice.

use super::english::English;
use super::spoken::{Listener, Voice};
use super::vietnamese::Vietnamese;

/// A language that is spoken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Vietnamese.
    Vietnamese,
}

impl Language {
    /// Its voice for a listener.
    #[must_use]
    pub fn voice(self, listener: Listener) -> &'static dyn Voice {
        match (self, listener) {
            (Self::English, Listener::Caller) => &English(Listener::Caller),
            (Self::English, Listener::CommandLine) => &English(Listener::CommandLine),
            (Self::Vietnamese, Listener::Caller) => &Vietnamese(Listener::Caller),
            (Self::Vietnamese, Listener::CommandLine) => &Vietnamese(Listener::CommandLine),
        }
    }
}
