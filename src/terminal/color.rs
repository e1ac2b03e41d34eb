//! What a piece of output is to how it looks. Whether styles are printed at all is decided by the
//! stream that is written to.

use anstyle::{AnsiColor, Style};

/// What a query matched.
pub const MATCH: Style = Style::new().bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow)));

/// Where something stands: document and line.
pub const SOURCE: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Cyan)));

/// What is read only on a second look: headings, line numbers, counts.
pub const ASIDE: Style = Style::new().dimmed();

/// What stands out without being a match: ranks, headings of an output.
pub const STRONG: Style = Style::new().bold();

/// The word that begins an error message.
pub const ERROR: Style = Style::new().bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Red)));

/// A text in a style.
pub fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}
