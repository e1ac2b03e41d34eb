//! The lines behind a number in the head of a paper to what the paper is about (trích yếu).
//!
//! It stands below the number (`V/v …`, `Về việc …`), or below the words of the type (`KẾ HOẠCH`).

use super::after::window_behind;
use super::paper::{self, Line, first_words, is_capitals, is_office, strip};
use super::tables::{TYPES, exact};
use crate::mention::lists::{BEGINS_TEXT, BEHIND_SUBJECT, ENDS_NO_LINE};

/// How far behind a number its subject ends.
const REACH: usize = 2400;

/// So many lines stand between the two at most.
const MAX_BETWEEN: usize = 12;

/// A longer line is a paragraph, in bytes.
const MAX_LINE: usize = 900;

/// A longer line that ends as a sentence does, or begins as one behind the subject, is a paragraph too.
const MAX_SENTENCE: usize = 200;

/// Longer subjects are cut between words, in letters.
const MAX_LETTERS: usize = 200;

/// The subject of the paper whose number ends at byte `end`.
pub(super) fn read(text: &str, end: usize) -> Option<String> {
    let mut lines = window_behind(text, end, REACH).split('\n').map(paper::line).peekable();
    let mut between = 0;
    while let Some(line) = lines.next() {
        let Some(&first) = line.cells.first() else { continue };
        if let Some(column) = line.cells.iter().position(|cell| is_about(cell)) {
            return Subject::default().read(&line, column, &mut lines);
        }
        let next = lines.peek().and_then(|next| next.cells.first().copied());
        if let Some(heading) = heading(first, next) {
            if heading.of_two {
                lines.next();
            }
            let rest = Line { cells: vec![heading.rest], bold: false };
            return Subject::default().read(&rest, 0, &mut lines);
        }
        between += 1;
        if between > MAX_BETWEEN || is_paragraph(first) || ends(first) || begins_with_number(first) {
            return None;
        }
    }
    None
}

/// What has been read of a subject.
#[derive(Default)]
struct Subject {
    text: String,
    bold: bool,
    /// Whether lines told who issues the paper: then what it is about begins with a word that says so.
    issued: bool,
}

impl Subject {
    /// Reads the column `column` of `first` and of the lines that go on with it.
    fn read<'a>(
        mut self,
        first: &Line<'a>,
        column: usize,
        lines: &mut dyn Iterator<Item = Line<'a>>,
    ) -> Option<String> {
        if !self.push(first.cells[column], first.bold) {
            return self.whole();
        }
        for line in lines {
            let goes_on = match line.cells.get(column) {
                Some(cell) => self.push(cell, line.bold),
                None => self.text.is_empty(),
            };
            if !goes_on {
                break;
            }
        }
        self.whole()
    }

    /// Takes a line, if it belongs to the subject; whether the next may.
    fn push(&mut self, line: &str, bold: bool) -> bool {
        if line.is_empty() {
            return true;
        }
        if self.text.is_empty() {
            if ends(line) || is_paragraph(line) || is_dated(line) {
                return false;
            }
            if exact_start(line).starts_with("của ") || is_office(line) {
                self.issued = true;
                return true;
            }
            if self.issued && !says_about(line) {
                return false;
            }
            self.bold = bold;
        } else if !self.goes_on(line, bold) {
            return false;
        }
        for word in line.split_whitespace().map(|word| word.trim_matches('*')).filter(|word| !word.is_empty()) {
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
        self.text.chars().count() <= MAX_LETTERS && !line.ends_with(['.', ';', ':'])
    }

    /// Whether a line goes on with the lines before it.
    fn goes_on(&self, line: &str, bold: bool) -> bool {
        let last = self.text.rsplit(' ').next().unwrap_or_default();
        if last.ends_with(',') || ENDS_NO_LINE.contains(&exact(last).as_str()) {
            return true;
        }
        let prose = !is_capitals(line) && line.starts_with(char::is_uppercase);
        let start = exact_start(line);
        let begins = BEGINS_TEXT.iter().any(|words| starts_with_words(&start, words));
        !(ends(line)
            || bold && !self.bold
            || is_capitals(&self.text) && !is_capitals(line)
            || is_office(line)
            || is_dated(line)
            || line.starts_with('(')
            || prose && (begins || line.len() > MAX_SENTENCE))
    }

    /// The subject, not too long.
    fn whole(self) -> Option<String> {
        let mut text = self.text.trim_end_matches(['.', ';', ':', ',', ' ']);
        // a mark of a note
        if let Some((before, note)) = text.rsplit_once('[')
            && note.strip_suffix(']').is_some_and(|note| note.bytes().all(|byte| byte.is_ascii_digit()))
        {
            text = before.trim_end();
        }
        let letters = text.chars().any(char::is_alphabetic);
        let Some((end, _)) = text.char_indices().nth(MAX_LETTERS) else { return letters.then(|| text.to_owned()) };
        let cut = text[..end].rfind(' ').unwrap_or(end);
        Some(format!("{}…", text[..cut].trim_end_matches([',', ';'])))
    }
}

/// The words of a type above a subject.
struct Heading<'a> {
    /// Whether they fill a line and go on in the next.
    of_two: bool,
    /// What stands behind them in the line where they end.
    rest: &'a str,
}

/// Reads `KẾ HOẠCH`, which may be broken, and what stands behind it in its line.
fn heading<'a>(first: &'a str, next: Option<&'a str>) -> Option<Heading<'a>> {
    let capitals = is_capitals(first);
    if let Some(end) = type_end(first) {
        let rest = strip(&first[end..]);
        let alone = !rest.contains(char::is_alphanumeric);
        let rest = if alone { "" } else { rest };
        let fits = if alone { !first.ends_with(':') } else { capitals || says_about(rest) };
        return fits.then_some(Heading { of_two: false, rest });
    }
    let next = next.filter(|_| capitals)?;
    let both = format!("{first} {next}");
    let end = type_end(&both).filter(|end| *end > first.len())?;
    Some(Heading { of_two: true, rest: strip(&next[end - first.len() - 1..]) })
}

/// Where the words of a type end with which a line begins.
fn type_end(line: &str) -> Option<usize> {
    if !line.starts_with(char::is_uppercase) {
        return None;
    }
    let ends = first_words(line);
    (1..=ends.len()).rev().map(|count| (count, ends[count - 1])).find_map(|(count, end)| {
        let words = exact(&line[..end]);
        let kind = TYPES.get(&words)?;
        let is_type = !kind.abbreviation.is_empty() && (count > 1 || matches!(words.as_str(), "luật" | "lệnh"));
        is_type.then_some(end)
    })
}

/// The first words of a line in exact form.
fn exact_start(line: &str) -> String {
    exact(&line[..first_words(line).last().copied().unwrap_or(0)])
}

fn starts_with_words(start: &str, words: &str) -> bool {
    start.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether a line tells what a paper is about: `V/v …`, `Về việc …`.
fn is_about(line: &str) -> bool {
    if !line.starts_with(['v', 'V', 't', 'T']) {
        return false;
    }
    let start = exact_start(line);
    starts_with_words(&start, "về việc") || starts_with_words(&start, "trích yếu") || is_short_about(line)
}

/// `V/v`, `v/v:`, `V / v`
fn is_short_about(line: &str) -> bool {
    let mut letters = line.chars().filter(|c| !c.is_whitespace()).take(4).map(|c| c.to_ascii_lowercase());
    letters.next() == Some('v')
        && letters.next() == Some('/')
        && letters.next() == Some('v')
        && starts_with_words(&exact_start(line), "v v")
}

/// Whether a line begins with `về` in any form.
fn says_about(line: &str) -> bool {
    is_about(line) || starts_with_words(&exact_start(line), "về")
}

/// Whether what a line begins with stands behind the subject.
fn ends(line: &str) -> bool {
    let start = exact_start(line);
    let item = line.split([' ', ')']).next().unwrap_or_default().strip_suffix('.').unwrap_or_default();
    let numbered = !item.is_empty() && item.bytes().all(|byte| byte.is_ascii_digit() || b"IVX".contains(&byte));
    let article = start.strip_prefix("điều ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    numbered
        || article
        || line.starts_with(['-', '+'])
        || BEHIND_SUBJECT.iter().any(|words| starts_with_words(&start, words))
}

fn is_paragraph(line: &str) -> bool {
    let is_sentence = line.len() > MAX_SENTENCE && !is_capitals(line) && line.ends_with(['.', ':', ';']);
    line.len() > MAX_LINE || is_sentence
}

/// Whether a line begins with the number of a paper.
fn begins_with_number(line: &str) -> bool {
    exact_start(line).strip_prefix("số ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a line is a place and day, or a part of them that a line end cut off.
fn is_dated(line: &str) -> bool {
    let place = line.split_once(',').filter(|(place, _)| place.split_whitespace().count() <= 6);
    let day = place.map_or(line, |(_, day)| day);
    let start = exact_start(day);
    (place.is_some() || !is_capitals(line))
        && ["ngày", "tháng"].iter().any(|word| {
            let rest = start.strip_prefix(word).map(str::trim_start);
            rest.is_some_and(|rest| {
                rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit()) || day.contains('…')
            })
        })
}
