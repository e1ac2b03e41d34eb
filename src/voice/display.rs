//! Values to what they print where nobody chooses a voice.

use std::fmt;

use super::language::Language;
use super::spoken::{Listener, Voice};
use crate::corpus::{Missing, Oddity, Reason, Unreadable};
use crate::error::Error;
use crate::ingest::RunNotice;
use crate::query::Notice;

fn usual() -> &'static dyn Voice {
    Language::default().voice(Listener::Caller)
}

/// In English.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&usual().error(self))
    }
}

/// In English.
impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&usual().notice(self))
    }
}

/// In English.
impl fmt::Display for Oddity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&usual().oddity(self))
    }
}

/// In English.
impl fmt::Display for RunNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&usual().run_notice(self))
    }
}

/// In English.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&usual().reason(self))
    }
}

/// In English.
impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&usual().missing(self))
    }
}

/// In English.
impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&usual().unreadable(self))
    }
}
