//! Lines beside a number in the head of a paper to what stands in their columns.

use super::tables::{ISSUER_WORDS, MAX_WORDS, OFFICES, exact};
use crate::analysis::fold;
use crate::text::next_word;

/// A line of a head.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// What stands in its columns, without mark-up; none in a line that is blank or only drawn (`|`, `-----`).
    pub cells: Vec<&'a str>,
    /// Whether it begins in bold.
    pub bold: bool,
}

/// Reads a line, or the part of one behind a number.
pub(super) fn line(text: &str) -> Line<'_> {
    let columns = text.split(['|', '\t']).flat_map(|column| column.split("   ")).flat_map(|part| part.split("<br>"));
    let cells = columns.map(strip).filter(|cell| cell.contains(char::is_alphanumeric)).collect();
    Line { cells, bold: text.trim_start().starts_with("**") }
}

/// `cell` without blanks and marks of emphasis around it.
pub(super) fn strip(cell: &str) -> &str {
    cell.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '#' | '>'))
}

/// Whether all letters of `text` are capitals.
pub(super) fn is_capitals(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

/// Where each of the first words of a line ends.
pub(super) fn first_words(line: &str) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    while let Some(word) = next_word(line, ends.last().copied().unwrap_or(0)).filter(|_| ends.len() < MAX_WORDS) {
        ends.push(word.end);
    }
    ends
}

/// Whether a line of capitals names an office or a body, which issues the paper.
pub(super) fn is_office(line: &str) -> bool {
    if !is_capitals(line) {
        return false;
    }
    let ends = first_words(line);
    (2..=ends.len()).any(|count| {
        let words = exact(&line[..ends[count - 1]]);
        OFFICES.contains(&words) || ISSUER_WORDS.contains(&fold(&words))
    })
}
