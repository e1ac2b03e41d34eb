//! Rows of figures to lines: in columns where these fit, else each figure behind its name.

use std::io::{self, Write};

use anstyle::Style;

use super::row::Row;
use crate::snippet::text::width;

/// Stands for a figure that there is none of.
pub const NONE: &str = "–";

/// Figures under their names.
#[derive(Debug)]
pub struct Table {
    /// What the rows are of, and the columns of their labels.
    pub of: (&'static str, usize),
    /// The name of each column and how many columns of letters it takes, ended by its figures; 0 for words, which begin
    /// there.
    pub names: Vec<(&'static str, usize)>,
    /// Each row with its label.
    pub rows: Vec<(String, Vec<String>)>,
}

impl Table {
    /// Prints it in lines that end before `columns`.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn print(&self, out: &mut dyn Write, columns: usize) -> io::Result<()> {
        let names: Vec<&str> = self.names.iter().map(|(name, _)| *name).collect();
        let rows = self.rows.iter().map(|(label, cells)| self.side_by_side(label, cells.iter().map(String::as_str)));
        let lines: Vec<String> = [self.side_by_side(self.of.0, names.into_iter())].into_iter().chain(rows).collect();
        if lines.iter().all(|line| width(line) <= columns) {
            return lines.iter().try_for_each(|line| writeln!(out, "{line}"));
        }
        for (label, cells) in &self.rows {
            let told = self.names.iter().zip(cells).filter(|(_, cell)| !cell.is_empty() && *cell != NONE);
            let told: Vec<String> = told.map(|((name, _), cell)| format!("{name} {cell}")).collect();
            Row::of(Style::new(), &format!("{label}  {}", told.join(", "))).print(out, 0, columns)?;
        }
        Ok(())
    }

    fn side_by_side<'a>(&self, label: &str, cells: impl Iterator<Item = &'a str>) -> String {
        let mut line = format!("{label:<room$}", room = self.of.1);
        for (cell, (_, room)) in cells.zip(&self.names) {
            line.push_str(&if *room == 0 { format!("  {cell}") } else { format!("{cell:>room$}") });
        }
        line.truncate(line.trim_end().len());
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_in_columns_where_these_fit() {
        let row = |label: &str, cells: [&str; 3]| (label.to_owned(), cells.map(str::to_owned).to_vec());
        let table = Table {
            of: ("field", 8),
            names: vec![("terms", 9), ("postings", 10), ("draws", 0)],
            rows: vec![row("stored", [NONE, "2 B", "0 to 1"]), row("folded", ["13.5 kB", "20.2 kB", ""])],
        };
        let check = |columns: usize, expected: &str| {
            let mut out = Vec::new();
            table.print(&mut out, columns).expect("written to memory");
            assert_eq!(String::from_utf8(out).expect("it is text"), expected);
        };
        let side_by_side = "field       terms  postings  draws
stored          –       2 B  0 to 1
folded    13.5 kB   20.2 kB
";
        check(35, side_by_side);
        check(usize::MAX, side_by_side);
        check(34, "stored  postings 2 B, draws 0 to 1\nfolded  terms 13.5 kB, postings\n    20.2 kB\n");
    }
}
