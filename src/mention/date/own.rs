//! The head of a document to its own date; none when not sure.

use jiff::civil::Date;

use super::grain::Grain;
use super::mention::DateMention;
use crate::analysis::exact;
use crate::text::is_dash;

/// How much of a text is its head, in bytes.
pub(super) const HEAD: usize = 3000;

/// How many lines with text may hold the dateline of news.
const DATELINE: usize = 4;

/// What stands before the day of news is no longer, in bytes.
const LABEL: usize = 40;

/// The date of a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Own {
    pub day: Date,
    /// Whether the months without a year in the text are those of its own year.
    pub tells_months: bool,
}

/// The date of the document among the dates of its head.
///
/// In turn: the last day of an anniversary that the paper is written for (`(04/4/1947 – 04/4/2017)`);
/// the line of place and day of an official paper; the dateline of news.
pub(super) fn own(text: &str, dates: &[DateMention]) -> Option<Own> {
    let head = || {
        let inside = |date: &&DateMention| date.range.start < HEAD && date.range.end <= text.len();
        dates.iter().take_while(inside).filter(|date| date.valid && !date.inferred)
    };
    let days = || head().filter(|date| date.grain == Grain::Day && date.from.is_some());
    let of_paper = || days().find(|date| is_place_and_day(text, date));
    let of_news = || days().take_while(|date| is_in_first_lines(text, date)).find(|date| is_dateline(text, date));
    let paper = head().find_map(anniversary).or_else(|| of_paper()?.from);
    // papers of rules name months of every year
    let paper = paper.map(|day| Own { day, tells_months: false });
    paper.or_else(|| of_news()?.from.map(|day| Own { day, tells_months: true }))
}

fn anniversary(date: &DateMention) -> Option<Date> {
    let (from, to) = (date.from?, date.to?);
    let years = to.year() - from.year();
    let same_day = (from.month(), from.day()) == (to.month(), to.day());
    (date.grain == Grain::Period && same_day && years > 0 && years % 5 == 0).then_some(to)
}

/// `Cao Bằng, ngày 27 tháng 02 năm 2017` at the end of its line.
fn is_place_and_day(text: &str, date: &DateMention) -> bool {
    if !text[..date.range.start].trim_end().ends_with(',') {
        return false;
    }
    let (before, behind) = line_around(text, date);
    let Some(place) = before.trim_end().strip_suffix(',') else { return false };
    if !text[date.range.clone()].to_lowercase().starts_with("ng") || !is_end(behind) {
        return false;
    }
    // the number of the paper may stand on the same line, far before the place
    let place = place.rsplit(['\t', '|', '*']).next().unwrap_or(place);
    let place = place.rsplit("   ").next().unwrap_or(place).trim();
    let capital = |word: &str| word.starts_with(char::is_uppercase) || !word.starts_with(char::is_alphabetic);
    (1..=60).contains(&place.len()) && place.split_whitespace().all(|word| capital(word) || is_unit(word))
}

/// Whether a word goes on with the name of a unit: `Thị xã`, `Thành phố`, `Thị trấn`.
fn is_unit(word: &str) -> bool {
    matches!(&*exact(word), "phố" | "xã" | "trấn")
}

fn is_in_first_lines(text: &str, date: &DateMention) -> bool {
    let lines = text[..date.range.start].lines().filter(|line| !line.trim().is_empty());
    lines.take(DATELINE + 1).count() <= DATELINE
}

/// `(… - 12/5/2021)` at the end of a line, or a line of nothing but day and hour.
fn is_dateline(text: &str, date: &DateMention) -> bool {
    let (before, behind) = line_around(text, date);
    let bracket = before.rfind('(').is_some_and(|at| !before[at..].contains(')') && before.len() - at < 60);
    if bracket && before.trim_end().ends_with(|c| is_dash(c) || matches!(c, ',' | '|')) && behind.trim_end() == ")" {
        return true;
    }
    let posted = ["", "cập nhật", "đăng ngày", "ngày đăng", "posted", "updated"];
    let label = before.trim().trim_end_matches([':', ',']);
    let label = if label.len() <= LABEL { label.to_lowercase() } else { return false };
    if !posted.contains(&label.as_str()) {
        return false;
    }
    let hour = behind.contains(|c: char| c.is_ascii_digit());
    let rest = behind.trim_matches(|c: char| !c.is_alphanumeric());
    let clock =
        rest.len() <= 20 && rest.bytes().all(|b| b.is_ascii_digit() || b" :,.|+-()hHGMTAPgmtapVNvn".contains(&b));
    // a weekday alone is the clock of a page: it shows the day of reading
    let plain = text[date.range.clone()].starts_with(|c: char| c.is_ascii_digit() || c == 'n' || c == 'N');
    clock && (hour || plain && rest.is_empty() || !label.is_empty() && rest.is_empty())
}

fn line_around<'a>(text: &'a str, date: &DateMention) -> (&'a str, &'a str) {
    let before = &text[..date.range.start];
    let behind = &text[date.range.end..];
    let from = before.rfind('\n').map_or(0, |at| at + 1);
    (&before[from..], &behind[..behind.find('\n').unwrap_or(behind.len())])
}

fn is_end(behind: &str) -> bool {
    behind.trim_matches([' ', '\t', '\r', '*', '.', '|', ')']).is_empty()
}
