//! What can be said, and to whom.

use crate::corpus::{Missing, Oddity, Reason, Unreadable, Why};
use crate::error::Error;
use crate::ingest::RunNotice;
use crate::query::{Notice, ValueFault};

/// Says what the library found, in one language. What it says is a sentence without its end, or half of one.
pub trait Voice: Sync {
    /// What went wrong with the world.
    fn error(&self, error: &Error) -> String;
    /// What to know of a query or its answer.
    fn notice(&self, notice: &Notice) -> String;
    /// What a value is instead of what it must be, in the middle of a sentence.
    fn odd_value(&self, fault: ValueFault) -> &'static str;
    /// What is odd about a file that was read.
    fn oddity(&self, oddity: &Oddity) -> String;
    /// What to know of a file or a root of a run.
    fn run_notice(&self, notice: &RunNotice) -> String;
    /// Why a path was left out.
    fn reason(&self, reason: &Reason) -> String;
    /// Why a file cannot be read.
    fn unreadable(&self, why: &Unreadable) -> String;
    /// Why scans cannot be read.
    fn missing(&self, missing: &Missing) -> String;
    /// Why an encoding was taken.
    fn encoding_why(&self, why: &Why) -> String;
}

/// Who is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listener {
    /// Whoever calls the library, and shows its words in a way of their own.
    Caller,
    /// Whoever types commands.
    CommandLine,
}
