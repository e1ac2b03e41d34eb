//! Whether a document is in force, and what says so, to lines.

use std::io::{self, Write};

use anstyle::Style;

use super::color::{ASIDE, STRONG};
use super::row::Row;
use crate::snippet::text::{clean, cut_amid};
use crate::voice::{Language, Told};
use crate::wire::relations::StandingFields;

/// Letters of a line that says something.
const MAX_WORDS: usize = 200;

/// Columns by which lines that say something stand in.
const INDENT: usize = 2;

impl StandingFields<'_> {
    /// Prints the state with whoever made it so, and the lines that say so.
    ///
    /// # Errors
    /// Those of the stream.
    pub(super) fn print(
        &self,
        out: &mut dyn Write,
        indent: usize,
        language: Language,
        columns: usize,
    ) -> io::Result<()> {
        let [since, until] = [&self.since, &self.until].map(|day| day.as_deref().and_then(|day| day.parse().ok()));
        let by = self.by_written.join(", ");
        let by = if by.is_empty() { by } else { format!("   {}", clean(&by)) };
        Row::of(STRONG, &language.told(Told::State { state: self.state, since, until }))
            .with(Style::new(), &by)
            .print(out, indent, columns)?;
        for place in &self.evidence {
            Row::source(&format!("{}:{}", clean(place.doc), place.line))
                .with(ASIDE, &format!("   {}", cut_amid(&clean(place.text), MAX_WORDS)))
                .print(out, indent + INDENT, columns)?;
        }
        Ok(())
    }
}

/// The name of a relation or state as words.
pub(super) fn plain(name: &str) -> String {
    name.replace('_', " ")
}
