//! Times of a query with two dots between them to one period: `1950..1960`, `1/4 .. 30/4/1960`, `1950..`.

use std::ops::Range;

use jiff::civil::Date;

use super::grain::Grain;
use super::mention::{Bound, DateMention};
use super::yearly::{MonthDay, Yearly};

const DOTS: &str = "..";

/// The dates of a text as `read` finds them in each part between dots, two that dots join as one period.
pub(super) fn joined(text: &str, read: impl Fn(&str) -> Vec<DateMention>) -> Vec<DateMention> {
    let mut starts = vec![0];
    starts.extend(text.match_indices(DOTS).map(|(at, _)| at + DOTS.len()));
    let parts = text.split(DOTS).zip(starts);
    let moved = |date: DateMention, by| DateMention { range: date.range.start + by..date.range.end + by, ..date };
    let dates = parts.flat_map(|(part, start)| read(part).into_iter().map(move |date| moved(date, start)));
    let mut dates: Vec<DateMention> = join(text, dates);
    if let [date] = &mut dates[..]
        && let Some((bound, range)) = open_end(text, date)
    {
        *date = DateMention { range, ..date.clone().bounded(bound, None) };
    }
    dates
}

fn join(text: &str, dates: impl Iterator<Item = DateMention>) -> Vec<DateMention> {
    let mut joined: Vec<DateMention> = Vec::new();
    // three ends make no period
    let mut closed = false;
    for date in dates {
        let last = joined.last_mut().filter(|last| !closed && text[last.range.end..date.range.start].trim() == DOTS);
        let period = last.as_deref().and_then(|last| period(last, &date));
        closed = period.is_some();
        match (last, period) {
            (Some(last), Some(period)) => *last = period,
            _ => joined.push(date),
        }
    }
    joined
}

/// The period from one time to another.
fn period(first: &DateMention, last: &DateMention) -> Option<DateMention> {
    let (from, to, yearly) = match (first.yearly, last.yearly) {
        (Some(first), Some(last)) => (None, None, Some(Yearly { first: first.first, last: last.last })),
        _ => {
            let (from, to) = ends(first, last)?;
            if from > to {
                return Some(DateMention::reversed(first.range.start..last.range.end));
            }
            (Some(from), Some(to), None)
        }
    };
    let (range, valid) = (first.range.start..last.range.end, first.valid && last.valid);
    Some(DateMention { range, yearly, valid, ..DateMention::period(from, to) })
}

/// The first day of one time and the last of another; a day without a year takes it from the other.
pub(super) fn ends(first: &DateMention, last: &DateMention) -> Option<(Date, Date)> {
    let day = |day: MonthDay, year| Date::new(year, day.month, day.day).ok();
    match (first.from, last.to) {
        (Some(from), Some(to)) => Some((from, to)),
        (None, Some(to)) => {
            let wanted = first.yearly?.first;
            let from = day(wanted, to.year())?;
            Some((if from > to { day(wanted, to.year() - 1)? } else { from }, to))
        }
        (Some(from), None) if first.grain == Grain::Day => {
            let wanted = last.yearly?.last;
            let to = day(wanted, from.year())?;
            Some((from, if to < from { day(wanted, from.year() + 1)? } else { to }))
        }
        _ => None,
    }
}

/// What dots make of the only date of a text where nothing else stands in it.
///
/// In a sentence they may only trail off.
fn open_end(text: &str, date: &DateMention) -> Option<(Bound, Range<usize>)> {
    date.from.filter(|_| date.to.is_some() && date.valid && !text[date.range.clone()].contains(DOTS))?;
    let bound = match (text[..date.range.start].trim(), text[date.range.end..].trim()) {
        (DOTS, "") => Bound::Until,
        ("", DOTS) => Bound::Since,
        _ => return None,
    };
    Some((bound, text.len() - text.trim_start().len()..text.trim_end().len()))
}

#[cfg(test)]
mod tests {
    use super::super::find_in_query;
    use super::*;

    #[test]
    fn dots_join_two_times() {
        let check = |query: &str, expected: &[&str]| {
            let end = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
            let shown = |date: &DateMention| match date.yearly {
                Some(yearly) => format!("{} = {yearly}", &query[date.range.clone()]),
                None => format!("{} = {}..{}", &query[date.range.clone()], end(date.from), end(date.to)),
            };
            assert_eq!(find_in_query(query).iter().map(shown).collect::<Vec<_>>(), expected, "{query}");
        };
        check("1950..1960", &["1950..1960 = 1950-01-01..1960-12-31"]);
        check("mỏ 1950 .. 1960 thợ", &["1950 .. 1960 = 1950-01-01..1960-12-31"]);
        check("1949-01-01..1949-12-31", &["1949-01-01..1949-12-31 = 1949-01-01..1949-12-31"]);
        check("4/1960..năm 1961", &["4/1960..năm 1961 = 1960-04-01..1961-12-31"]);
        check("tháng 4/1960..2/5/1961", &["tháng 4/1960..2/5/1961 = 1960-04-01..1961-05-02"]);
        check("1/4..30/4/1960", &["1/4..30/4/1960 = 1960-04-01..1960-04-30"]);
        check("25/12..5/1/1960", &["25/12..5/1/1960 = 1959-12-25..1960-01-05"]);
        check("25/12/1959..5/1", &["25/12/1959..5/1 = 1959-12-25..1960-01-05"]);
        check("28/4..2/5", &["28/4..2/5 = --04-28/--05-02"]);
        check("từ 1950..1960", &["từ 1950..1960 = 1950-01-01..1960-12-31"]);
        check(" 1950.. ", &["1950.. = 1950-01-01.."]);
        check(".. 1960", &[".. 1960 = ..1960-12-31"]);
        check("thợ mỏ năm 1950..", &["năm 1950 = 1950-01-01..1950-12-31"]);
        check("1960..1950", &["1960..1950 = .."]);
        check("1950..1955..1960", &["1950..1955 = 1950-01-01..1955-12-31", "1960 = 1960-01-01..1960-12-31"]);
        check("....", &[]);
    }
}
