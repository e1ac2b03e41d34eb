//! A language and a listener to a voice.

use super::english::English;
use super::spoken::{Listener, Voice};

/// A language that is spoken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Language {
    /// English.
    #[default]
    English,
}

impl Language {
    /// Its voice for a listener.
    #[must_use]
    pub fn voice(self, listener: Listener) -> &'static dyn Voice {
        match (self, listener) {
            (Self::English, Listener::Caller) => &English(Listener::Caller),
            (Self::English, Listener::CommandLine) => &English(Listener::CommandLine),
        }
    }
}
