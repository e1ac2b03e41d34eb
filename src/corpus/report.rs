//! What came up while a source was read -> what its user should know, bounded.

use std::ops::ControlFlow;
use std::path::PathBuf;

use super::decision::Decision;
use super::document::Document;
use super::oddity::Oddity;
use super::skipped::{Reason, Skipped};
use super::unreadable::Unreadable;

const MAX_NOTICES: usize = 20;
const MAX_LEFT_OUT: usize = 100;

/// What takes the documents as they come; `Break` ends the reading early.
pub type Each<'a> = dyn FnMut(Document) -> ControlFlow<()> + 'a;

/// What was read of a source, and what was odd about it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadReport {
    /// The number of documents handed out.
    pub documents: usize,
    /// What is odd about it, in order; at most 20.
    pub notices: Vec<Oddity>,
    /// The number of notices beyond those.
    pub more_notices: usize,
    /// Files in an archive or a mail and lines of JSON Lines that were left out, with the reason of each,
    /// in order; at most 100.
    pub left_out: Vec<Skipped>,
    /// The number of those beyond.
    pub more_left_out: usize,
    /// The encoding and why it was taken; `None` for JSON Lines, which are in UTF-8.
    pub decision: Option<Decision>,
}

impl ReadReport {
    /// Adds a notice, or counts it if there are enough.
    pub(super) fn notice(&mut self, odd: Oddity) {
        if self.notices.len() < MAX_NOTICES {
            self.notices.push(odd);
        } else {
            self.more_notices += 1;
        }
    }

    /// Adds a part that is left out, or counts it if there are enough.
    pub(super) fn leave_out(&mut self, id: String, why: Unreadable) {
        self.leave_out_for(id.into(), Reason::Unreadable(why));
    }

    fn leave_out_for(&mut self, path: PathBuf, reason: Reason) {
        if self.left_out.len() < MAX_LEFT_OUT {
            self.left_out.push(Skipped { path, reason });
        } else {
            self.more_left_out += 1;
        }
    }

    /// How many parts were left out.
    pub(super) fn all_left_out(&self) -> usize {
        self.left_out.len() + self.more_left_out
    }

    /// Adds what another report says.
    pub(super) fn absorb(&mut self, other: Self) {
        self.documents += other.documents;
        for odd in other.notices {
            self.notice(odd);
        }
        self.more_notices += other.more_notices;
        for left in other.left_out {
            self.leave_out_for(left.path, left.reason);
        }
        self.more_left_out += other.more_left_out;
    }
}
