//! What the library found in Vietnamese.

mod error;
mod file;
mod notice;
#[cfg(feature = "server")]
pub(super) mod page;
mod system;
mod unreadable;

use super::figures::grouped;
use super::spoken::{Listener, Voice};
use crate::corpus::{Missing, Oddity, Reason, Unreadable, Why};
use crate::error::Error;
use crate::ingest::RunNotice;
use crate::query::{Notice, ValueFault};

/// Vietnamese for one kind of listener.
pub(super) struct Vietnamese(pub(super) Listener);

impl Voice for Vietnamese {
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
        unreadable::unreadable(why, self.0)
    }

    fn missing(&self, missing: &Missing) -> String {
        file::missing(missing, self.0)
    }

    fn encoding_why(&self, why: &Why) -> String {
        file::why(why)
    }
}

/// A count with points between its thousands.
fn number(count: u64) -> String {
    grouped(count, '.')
}

/// A count of what lies in memory.
fn count(count: usize) -> String {
    number(count as u64)
}
