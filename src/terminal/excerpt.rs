//! A mention with the text around it to the lines below the place where it stands.

use std::io::{self, Write};
use std::ops::Range;
use std::slice;

use super::color::{MATCH, paint};
use crate::snippet::{Snippet, snippet};

const INDENT: usize = 4;

/// Prints two lines of a text around what stands in these bytes of it, no longer than `columns`.
pub(super) fn print(out: &mut dyn Write, text: &str, span: &Range<usize>, columns: usize) -> io::Result<()> {
    let snippet = snippet(text, slice::from_ref(span), columns.saturating_sub(INDENT).max(10), 2);
    for line in &snippet.lines {
        writeln!(out, "{:INDENT$}{}", "", marked(&snippet, line))?;
    }
    Ok(())
}

/// A line of a snippet with what is marked in color.
pub(super) fn marked(snippet: &Snippet, line: &Range<usize>) -> String {
    let part = |(text, marked): (&str, bool)| if marked { paint(MATCH, text) } else { text.to_owned() };
    snippet.line_parts(line).into_iter().map(part).collect()
}
