//! Events and times in order to JSON, with how many begin in each step of time.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::times::TimeFields;
use crate::directory::Moment;

/// What a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A year.
    Year,
    /// A month.
    Month,
    /// Ten years.
    Decade,
}

impl Step {
    fn name(self, day: Date) -> String {
        match self {
            Self::Year => format!("{:04}", day.year()),
            Self::Month => format!("{:04}-{:02}", day.year(), day.month()),
            Self::Decade => format!("{:03}0s", day.year() / 10),
        }
    }
}

/// A timeline.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "server", derive(schemars::JsonSchema))]
pub struct TimelineLines<'a> {
    pub(crate) notices: &'a [String],
    pub(crate) total: usize,
    /// How many begin in each step of time, but for open periods.
    pub(crate) counts: BTreeMap<String, usize>,
    pub(crate) moments: Vec<MomentFields<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "server", derive(schemars::JsonSchema))]
pub(crate) struct MomentFields<'a> {
    /// The type of the event; none where only a time is named.
    #[serde(rename = "type")]
    pub(crate) kind: Option<&'static str>,
    #[serde(flatten)]
    pub(crate) time: TimeFields,
    pub(crate) doc: &'a str,
    pub(crate) line: u32,
    pub(crate) text: &'a str,
    pub(crate) people: &'a [String],
    pub(crate) places: &'a [String],
    pub(crate) numbers: &'a [String],
}

impl<'a> TimelineLines<'a> {
    /// So many of these moments without as many of the first, all of them counted by `step`.
    pub fn new(moments: &'a [Moment], step: Step, (offset, limit): (usize, usize), notices: &'a [String]) -> Self {
        let mut counts = BTreeMap::new();
        for from in moments.iter().filter(|moment| !moment.when.is_open()).filter_map(|moment| moment.when.from) {
            *counts.entry(step.name(from)).or_default() += 1;
        }
        let fields = |moment: &'a Moment| MomentFields {
            kind: moment.kind.map(|kind| kind.as_str()),
            time: TimeFields::of(Some(&moment.when)),
            doc: &moment.doc,
            line: moment.line,
            text: &moment.text,
            people: &moment.people,
            places: &moment.places,
            numbers: &moment.numbers,
        };
        Self {
            notices,
            total: moments.len(),
            counts,
            moments: moments.iter().skip(offset).take(limit).map(fields).collect(),
        }
    }
}
