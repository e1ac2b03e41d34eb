//! Events and times in order to lines, with a bar for each year where people see it.

use std::io::{self, Write};

use anstyle::Style;

use super::color::{ASIDE, SOURCE, STRONG, paint};
use super::figures;
use super::row::Row;
use crate::snippet::text::{clean, clean_line, cut, width};
use crate::wire::timeline::{MomentFields, TimelineLines};

impl TimelineLines<'_> {
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
