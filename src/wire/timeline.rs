//! Events and times in order to JSON, with how many begin in each step of time.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::notices::Notices;
use super::times::TimeFields;
use crate::directory::Moment;
use crate::voice::{Language, Step};

/// A timeline.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
pub struct TimelineLines<'a> {
    #[serde(flatten)]
    pub(crate) notices: &'a Notices,
    pub(crate) total: usize,
    /// How many begin in each step of time, but for open periods; whole years begin in no month.
    pub(crate) counts: BTreeMap<String, usize>,
    /// The same by the first day of each step.
    #[serde(skip)]
    pub(crate) bars: BTreeMap<Date, usize>,
    #[serde(skip)]
    pub(crate) step: Step,
    pub(crate) moments: Vec<MomentFields<'a>>,
}

/// An event, or a time that is named.
#[derive(Debug, Serialize)]
#[cfg_attr(any(feature = "server", feature = "mcp"), derive(schemars::JsonSchema))]
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
    pub(crate) fn new(
        moments: &'a [Moment],
        step: Step,
        (offset, limit): (usize, usize),
        notices: &'a Notices,
    ) -> Self {
        let mut counts = BTreeMap::new();
        let mut bars = BTreeMap::new();
        let begins = |moment: &&Moment| {
            let when = &moment.when;
            !(when.is_open() || step == Step::Month && is_whole_years(when.from, when.to))
        };
        for from in moments.iter().filter(begins).filter_map(|moment| moment.when.from) {
            *counts.entry(Language::English.step(step, from)).or_default() += 1;
            *bars.entry(first_day(step, from)).or_default() += 1;
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
        let shown = moments.iter().skip(offset).take(limit).map(fields).collect();
        Self { notices, total: moments.len(), counts, bars, step, moments: shown }
    }
}

/// Whether a period begins with a year and ends with one.
fn is_whole_years(from: Option<Date>, to: Option<Date>) -> bool {
    let (Some(from), Some(to)) = (from, to) else { return false };
    from == from.first_of_year() && to == to.last_of_year()
}

/// The first day of what a bar stands for that this day is in.
fn first_day(step: Step, day: Date) -> Date {
    let (year, month) = match step {
        Step::Year => (day.year(), 1),
        Step::Month => (day.year(), day.month()),
        Step::Decade => (day.year().div_euclid(10) * 10, 1),
    };
    Date::new(year, month, 1).unwrap_or(day)
}
