//! What the library found in English.

mod error;
#[cfg(feature = "cli")]
pub(super) mod figures;
mod file;
#[cfg(feature = "cli")]
pub(super) mod help;
mod notice;
#[cfg(feature = "server")]
pub(super) mod page;
pub(super) mod said;
#[cfg(feature = "cli")]
pub(super) mod told;
#[cfg(feature = "mcp")]
pub(super) mod tools;
#[cfg(feature = "cli")]
pub(super) mod usage;
#[cfg(feature = "cli")]
pub(super) mod word;

use super::spoken::{Listener, Voice};
use crate::corpus::{Missing, Oddity, Reason, Unreadable, Why};
use crate::error::Error;
use crate::ingest::RunNotice;
use crate::query::{Notice, ValueFault};

/// English for one kind of listener.
pub(super) struct English(pub(super) Listener);

impl Voice for English {
    fn error(&self, error: &Error) -> String {
        error::error(error, self.0)
    }

    fn notice(&self, notice: &Notice) -> String {
        notice::notice(notice, self.0)
    }

    fn odd_value(&self, fault: ValueFault) -> &'static str {
        notice::odd_value(fault)
    }

    fn oddity(&self, oddity: &Oddity) -> String {
        file::oddity(oddity, self.0)
    }

    fn run_notice(&self, notice: &RunNotice) -> String {
        file::run_notice(notice, self.0)
    }

    fn reason(&self, reason: &Reason) -> String {
        file::reason(reason, self.0)
    }

    fn unreadable(&self, why: &Unreadable) -> String {
        file::unreadable(why, self.0)
    }

    fn missing(&self, missing: &Missing) -> String {
        file::missing(missing, self.0)
    }

    fn encoding_why(&self, why: &Why) -> String {
        file::why(why)
    }
}
