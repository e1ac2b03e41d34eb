//! What a run has done, in numbers, with what was left out and what was odd.

use std::collections::BTreeMap;
use std::time::Duration;

use super::notice::RunNotice;
use crate::corpus::{self, Reason, Skipped, Source};
use crate::store::Roots;

/// What became of a [`Job`](super::Job).
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Files read anew.
    pub read: u64,
    /// New files that hold the same as another one, and were not read.
    pub copies: u64,
    /// Files that had not changed.
    pub unchanged: u64,
    /// Files that are no longer there.
    pub removed: u64,
    /// Documents in the index now.
    pub documents: u64,
    /// Passages in the index now.
    pub passages: u64,
    /// Bytes of the files read.
    pub bytes: u64,
    /// Files left out, each with its reason.
    pub left_out: Vec<Skipped>,
    /// How many files of each format that is not read have come since the last run, by extension.
    pub untold: BTreeMap<String, u64>,
    /// The roots of the index now.
    pub roots: Roots,
    /// What was odd in files that were read: path and notice.
    pub notices: Vec<(String, RunNotice)>,
    /// How long it took.
    pub took: Duration,
}

impl Summary {
    /// Files left out whose format is one that is read, each with its reason.
    pub fn failures(&self) -> impl Iterator<Item = &Skipped> {
        self.left_out.iter().filter(|left| !matches!(left.reason, Reason::OtherFormat(_)))
    }

    /// How many files of each other format were left out, by extension.
    #[must_use]
    pub fn other_formats(&self) -> BTreeMap<&str, u64> {
        let mut formats = BTreeMap::new();
        for left in &self.left_out {
            if let Reason::OtherFormat(extension) = &left.reason {
                *formats.entry(&**extension).or_default() += 1;
            }
        }
        formats
    }

    /// What two runs have done, this one right behind another, where the index stands as this one has left it.
    pub(super) fn after(mut self, before: Self) -> Self {
        self.removed += before.removed;
        let (left_out, notices) = (std::mem::take(&mut self.left_out), std::mem::take(&mut self.notices));
        let untold = before.left_out.into_iter().filter(|left| !left_out.contains(left)).collect::<Vec<_>>();
        self.left_out = untold.into_iter().chain(left_out).collect();
        let untold = before.notices.into_iter().filter(|told| !notices.contains(told)).collect::<Vec<_>>();
        self.notices = untold.into_iter().chain(notices).collect();
        self
    }

    pub(super) fn add(&mut self, source: &Source, report: corpus::ReadReport) {
        self.read += 1;
        self.bytes += source.size;
        self.notices.extend(report.notices.into_iter().map(|odd| (source.id.clone(), RunNotice::Odd(odd))));
        if report.more_notices > 0 {
            self.notices.push((source.id.clone(), RunNotice::MoreOddities(report.more_notices)));
        }
        self.left_out.extend(report.left_out);
        if report.more_left_out > 0 {
            self.notices.push((source.id.clone(), RunNotice::MoreLeftOut(report.more_left_out)));
        }
    }
}
