//! What the library found in Vietnamese.

pub(super) mod counts;
mod error;
#[cfg(feature = "cli")]
pub(super) mod figures;
mod file;
#[cfg(feature = "cli")]
pub(super) mod help;
pub(super) mod notice;
#[cfg(feature = "server")]
pub(super) mod page;
mod scans;
pub(super) mod system;
mod times;
#[cfg(feature = "cli")]
pub(super) mod told;
#[cfg(feature = "mcp")]
pub(super) mod tools;
mod unreadable;
#[cfg(feature = "cli")]
pub(super) mod usage;
#[cfg(feature = "cli")]
pub(super) mod word;

use super::spoken::{Listener, Voice};
#[cfg(feature = "cli")]
use crate::analysis::fold;
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
        scans::missing(missing, self.0)
    }

    fn encoding_why(&self, why: &Why) -> String {
        file::why(why)
    }
}

/// The verb that a word in Vietnamese means, with diacritics or without.
#[cfg(feature = "cli")]
pub(super) fn verb_of(word: &str) -> Option<&'static str> {
    const VERBS: &str = include_str!("vietnamese/data/verbs.txt");
    let plain = |word: &str| fold(word).replace([' ', '-', '_'], "");
    let wanted = plain(word);
    let mut entries = VERBS.lines().filter_map(|line| line.split_once(" = "));
    entries.find_map(|(verb, words)| words.split(", ").any(|word| plain(word) == wanted).then_some(verb))
}

/// What may be typed in Vietnamese for what has a name in JSON; the first is how it is called.
#[cfg(feature = "cli")]
pub(super) fn names(code: &str) -> impl Iterator<Item = &'static str> {
    const NAMES: &str = include_str!("vietnamese/data/names.txt");
    let mut entries = NAMES.lines().filter_map(|line| line.split_once(" = "));
    let found = entries.find(|(known, _)| *known == code);
    found.into_iter().flat_map(|(_, names)| names.split(", "))
}
