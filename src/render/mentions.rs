//! Mentions in a document to where they stand in it, as JSON and for a terminal.

use std::ops::Range;

use serde::Serialize;

use super::numbers::role_name;
use crate::mention::number::NumberMention;

/// A mention as `extract` tells it.
#[derive(Debug, Serialize)]
pub struct MentionLine<'a> {
    /// What it names: `number`.
    pub kind: &'static str,
    /// The document that it stands in.
    pub file: &'a str,
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// The mention as it stands there, line ends included.
    pub text: &'a str,
    /// What it names, in one spelling.
    pub value: NumberValue<'a>,
}

/// Where a mention stands: lines from 1, columns from 0 in code points of the line as it stands.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The line that it begins in.
    pub line: usize,
    /// The column of its first letter.
    pub start: usize,
    /// The line that it ends in, where that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_line: Option<usize>,
    /// The column behind its last letter, in the line that it ends in.
    pub end: usize,
}

/// A document number in one spelling.
#[derive(Debug, Serialize)]
pub struct NumberValue<'a> {
    number: &'a str,
    year: Option<u16>,
    symbol: Option<&'a str>,
    #[serde(rename = "type")]
    kind: Option<&'a str>,
    issuer: Option<&'a str>,
    /// The whole number; another spelling of it gives the same.
    pub canonical: String,
    issued: Option<String>,
    role: &'static str,
}

impl<'a> MentionLine<'a> {
    /// A document number in the document `file`.
    pub fn number(file: &'a str, text: &'a str, lines: &Lines, mention: &'a NumberMention) -> Self {
        let number = &mention.number;
        let value = NumberValue {
            number: &number.number,
            year: number.year,
            symbol: number.symbol.as_deref(),
            kind: number.kind.as_deref(),
            issuer: number.issuer.as_deref(),
            canonical: number.canonical(),
            issued: mention.issued.map(|day| day.to_string()),
            role: role_name(mention.role),
        };
        let place = lines.place(text, &mention.range);
        Self { kind: "number", file, place, text: &text[mention.range.clone()], value }
    }
}

/// Where the lines of a text begin.
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// The lines of `text`, which end in `\n`.
    pub fn of(text: &str) -> Self {
        let behind = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { starts: std::iter::once(0).chain(behind).collect() }
    }

    /// Where `range`, in bytes of the same text, stands.
    pub fn place(&self, text: &str, range: &Range<usize>) -> Place {
        let line = |at: usize| self.starts.partition_point(|start| *start <= at);
        let column = |at: usize, line: usize| text[self.starts[line - 1]..at].chars().count();
        let first = line(range.start);
        // a mention never ends behind a line end
        let last = line(range.end.saturating_sub(1).max(range.start));
        Place {
            line: first,
            start: column(range.start, first),
            end_line: (last != first).then_some(last),
            end: column(range.end, last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_code_points_of_lines() {
        let text = "Đây là\nKế hoạch số\n142/KH-LĐLĐ đó";
        let lines = Lines::of(text);
        let check = |part: &str, expected: Place| {
            let start = text.find(part).expect("it is there");
            assert_eq!(lines.place(text, &(start..start + part.len())), expected, "{part}");
        };
        check("là", Place { line: 1, start: 4, end_line: None, end: 6 });
        check("số\n142", Place { line: 2, start: 9, end_line: Some(3), end: 3 });
        check("đó", Place { line: 3, start: 12, end_line: None, end: 14 });
    }
}
