//! A line at an end of a page -> whether it is the number of the page.

use crate::text::is_dash;

/// Whether a line is the number of a page, counted from 1, and nothing else.
pub(super) fn is_page_number(line: &str, page: usize) -> bool {
    let digits = line.trim_matches(|c: char| c.is_whitespace() || is_dash(c) || c == '|');
    // Numbers may start later than the file, but not run ahead of it.
    digits.parse().is_ok_and(|number: usize| (1..=page).contains(&number) && digits.len() <= 4)
}
