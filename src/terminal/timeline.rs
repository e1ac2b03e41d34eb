//! Events and times in order to lines, with a bar for each year where people see it.

use std::io::{self, Write};

use anstyle::Style;

use super::color::{ASIDE, SOURCE, STRONG, paint};
use super::row::Row;
use crate::snippet::text::{clean, clean_line, cut, width};
use crate::voice::{Language, Told, Word};
use crate::wire::timeline::{MomentFields, TimelineLines};

/// Columns of a time at least and at most.
const TIME: (usize, usize) = (24, 28);

impl TimelineLines<'_> {
    /// Prints a line for each moment; where people look, bars before them and each within the width.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, language: Language, columns: usize, terminal: bool) -> io::Result<()> {
        if terminal {
            self.print_bars(out, language, columns)?;
        }
        let times = self.moments.iter().map(|moment| language.time(&moment.time.time()).chars().count());
        let wide = times.max().unwrap_or(0).clamp(TIME.0, TIME.1);
        for moment in &self.moments {
            moment.print(out, language, wide, terminal.then_some(columns))?;
        }
        let told = Told::Moments { all: self.total as u64, shown: self.moments.len() as u64 };
        Row::of(ASIDE, &language.told(told)).print(out, 0, columns)
    }

    /// A bar for each step of time, as long as its count among the greatest.
    fn print_bars(&self, out: &mut dyn Write, language: Language, columns: usize) -> io::Result<()> {
        let most = self.bars.values().copied().max().unwrap_or(0).max(1);
        let names = self.bars.keys().map(|day| language.step(self.step, *day).chars().count());
        let wide = names.max().unwrap_or(0).max(8);
        let room = columns.saturating_sub(wide + 2 + 1 + most.to_string().len()).max(1);
        for (day, count) in &self.bars {
            let length = (count * room).div_ceil(most).max(1);
            let name = language.step(self.step, *day);
            writeln!(out, "{name:<wide$}  {} {count}", paint(SOURCE, &"█".repeat(length)))?;
        }
        if !self.bars.is_empty() {
            writeln!(out)?;
        }
        Ok(())
    }
}

impl MomentFields<'_> {
    /// Prints it on a line, cut to the width where there is one; where there is little room what it says stands on a
    /// line of its own, for nobody could quote it without its place.
    fn print(&self, out: &mut dyn Write, language: Language, wide: usize, columns: Option<usize>) -> io::Result<()> {
        /// Columns of what it is, and those that a text needs.
        const KIND: usize = 13;
        const LEAST: usize = 20;
        const GAP: &str = "  ";
        let when = language.time(&self.time.time());
        let when = if when.is_empty() { language.word(Word::Undated).to_owned() } else { when };
        let kind = self.kind.map(|kind| language.name(kind)).unwrap_or_default();
        let source = format!("{}:{}", clean(self.doc), self.line);
        let text = clean_line(&self.text.split_whitespace().collect::<Vec<_>>().join(" "));
        let columns = columns.unwrap_or(usize::MAX);
        let taken = [width(&when).max(wide), KIND.max(width(kind)), width(&source)];
        let room = columns.saturating_sub(taken.iter().map(|part| part + GAP.len()).sum());
        if room >= LEAST {
            let (when, source) = (paint(STRONG, &format!("{when:<wide$}")), paint(SOURCE, &source));
            return writeln!(out, "{when}{GAP}{kind:<KIND$}{GAP}{source}{GAP}{}", cut(&text, room));
        }
        let kind = if kind.is_empty() { String::new() } else { format!("{GAP}{kind}") };
        Row::of(STRONG, &when)
            .with(Style::new(), &kind)
            .with(Style::new(), GAP)
            .with_source(&source)
            .print(out, 0, columns)?;
        writeln!(out, "{GAP}{GAP}{}", cut(&text, columns.saturating_sub(2 * GAP.len())))
    }
}
