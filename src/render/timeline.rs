//! Events and times in order to JSON and to lines, with a bar for each year where people see it.

use std::collections::BTreeMap;
use std::io::{self, Write};

use anstyle::Style;
use jiff::civil::Date;
use serde::Serialize;

use super::color::{ASIDE, SOURCE, STRONG, paint};
use super::figures;
use super::row::Row;
use super::text::{clean, clean_line, cut, width};
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
pub struct TimelineLines<'a> {
    notices: &'a [String],
    total: usize,
    /// How many begin in each step of time, but for open periods.
    counts: BTreeMap<String, usize>,
    moments: Vec<MomentFields<'a>>,
}

#[derive(Debug, Serialize)]
struct MomentFields<'a> {
    /// The type of the event; none where only a time is named.
    #[serde(rename = "type")]
    kind: Option<&'static str>,
    #[serde(flatten)]
    time: TimeFields,
    doc: &'a str,
    line: u32,
    text: &'a str,
    people: &'a [String],
    places: &'a [String],
    numbers: &'a [String],
}

impl<'a> TimelineLines<'a> {
    /// The first `limit` of these moments, counted by `step`.
    pub fn new(moments: &'a [Moment], step: Step, limit: usize, notices: &'a [String]) -> Self {
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
        Self { notices, total: moments.len(), counts, moments: moments.iter().take(limit).map(fields).collect() }
    }

    /// Prints a line for each moment; where people look, bars before them and each within the width.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, columns: usize, terminal: bool) -> io::Result<()> {
        if terminal {
            self.print_bars(out, columns)?;
        }
        for moment in &self.moments {
            moment.print(out, terminal.then_some(columns))?;
        }
        let shown = self.moments.len();
        let more = if shown < self.total {
            format!(", {} of them printed", figures::number(shown as u64))
        } else {
            String::new()
        };
        let noun = if self.total == 1 { "event or time" } else { "events and times" };
        let told = format!("{} {noun}{more}", figures::number(self.total as u64));
        Row::of(ASIDE, &told).print(out, 0, columns)
    }

    /// A bar for each step of time, as long as its count among the greatest.
    fn print_bars(&self, out: &mut dyn Write, columns: usize) -> io::Result<()> {
        let most = self.counts.values().copied().max().unwrap_or(0).max(1);
        let room = columns.saturating_sub(8 + 2 + 1 + most.to_string().len()).max(1);
        for (name, count) in &self.counts {
            let length = (count * room).div_ceil(most).max(1);
            writeln!(out, "{name:<8}  {} {count}", paint(SOURCE, &"█".repeat(length)))?;
        }
        if !self.counts.is_empty() {
            writeln!(out)?;
        }
        Ok(())
    }
}

impl MomentFields<'_> {
    /// Prints it on a line, cut to the width where there is one; on three if that leaves no room.
    fn print(&self, out: &mut dyn Write, columns: Option<usize>) -> io::Result<()> {
        /// Columns before the source, and those that a text needs.
        const BEFORE: usize = 24 + 2 + 13 + 2;
        const LEAST: usize = 20;
        let when = self.time.shown();
        let when = if when.is_empty() { "undated".to_owned() } else { when };
        let kind = self.kind.unwrap_or("");
        let source = format!("{}:{}", clean(self.doc), self.line);
        let text = clean_line(&self.text.split_whitespace().collect::<Vec<_>>().join(" "));
        let room = columns.map_or(usize::MAX, |columns| columns.saturating_sub(BEFORE + width(&source) + 2));
        if room >= LEAST {
            let (when, text) = (paint(STRONG, &format!("{when:<24}")), cut(&text, room));
            return writeln!(out, "{when}  {kind:<13}  {}  {text}", paint(SOURCE, &source));
        }
        let columns = columns.unwrap_or(usize::MAX);
        Row::of(STRONG, &when).with(Style::new(), &format!("  {kind}")).print(out, 0, columns)?;
        writeln!(out, "  {}", paint(SOURCE, &source))?;
        writeln!(out, "  {}", cut(&text, columns.saturating_sub(2)))
    }
}
