//! The years behind a name to a birth and a death: `A (1923-1998)`, a row of a table below a name.

use jiff::civil::Date;

use super::kind::EventKind;
use super::mention::EventMention;
use crate::mention::date::{Bound, DateMention, Grain};
use crate::mention::person::PersonMention;
use crate::text::is_long_dash;

/// The first and the last day of a time.
type Days = (Date, Date);

/// How far behind a name the years of a life may stand in their bracket, in bytes.
const REACH: usize = 300;

/// How many years a life has at least and at most.
const YEARS: (i16, i16) = (14, 125);

/// The births and deaths that the periods among `dates` tell.
pub(super) fn find(text: &str, dates: &[DateMention], people: &[PersonMention], events: &mut Vec<EventMention>) {
    for (at, date) in dates.iter().enumerate().filter(|(_, date)| date.grain == Grain::Period) {
        let Some(person) = bearer(text, date, people) else { continue };
        let Some((birth, death)) = ends(text, date) else { continue };
        let range = people[person].range.start..date.range.end;
        let range = range.start..closed(text, range.end);
        let event = |kind, (from, to): Days| EventMention {
            range: range.clone(),
            kind,
            from: Some(from),
            to: Some(to),
            dated_by: Some(at),
            people: vec![person],
            subject: None,
            places: Vec::new(),
            numbers: Vec::new(),
        };
        events.push(event(EventKind::Birth, birth));
        events.extend(death.map(|death| event(EventKind::Death, death)));
    }
}

/// The person behind whose name the period stands in brackets, or alone in the row of a table below it.
fn bearer(text: &str, date: &DateMention, people: &[PersonMention]) -> Option<usize> {
    let next = people.partition_point(|person| person.range.end <= date.range.start);
    let n = next.checked_sub(1)?;
    let gap = text.get(people[n].range.end..date.range.start)?;
    if gap.len() > REACH {
        return None;
    }
    let behind = text.get(date.range.end..)?.trim_start_matches([' ', '*', '.', '…']);
    let row = gap.contains('|') && gap.contains('\n') && gap.chars().all(|c| c.is_whitespace() || c == '|');
    if row {
        return behind.starts_with(['|', '\n']).then_some(n);
    }
    let opens = text[date.range.clone()].starts_with('(') || gap.trim_end_matches([' ', ';', ',', ':']).ends_with('(');
    let inside = gap.rfind('(').is_some_and(|open| !gap[open..].contains(')'));
    if gap.contains('\n') || !(opens || inside) {
        return None;
    }
    // nothing but brackets stands between the name and that of the years
    let mut depth = 0i32;
    let bare = gap.chars().all(|c| {
        depth += i32::from(matches!(c, '(' | '[')) - i32::from(matches!(c, ')' | ']'));
        depth > 0 || matches!(c, '(' | ')' | '[' | ']' | '*' | ' ' | '_')
    });
    let closes = text[date.range.clone()].ends_with(')') || behind.starts_with([')', ';', ',']) && (opens || inside);
    (bare && closes).then_some(n)
}

/// Where the bracket around the years ends.
fn closed(text: &str, end: usize) -> usize {
    let behind = text.get(end..).unwrap_or_default();
    if behind.starts_with(')') { end + 1 } else { end }
}

/// The first and the last of the days between which a life began and ended.
fn ends(text: &str, date: &DateMention) -> Option<(Days, Option<Days>)> {
    let from = date.from?;
    let cut = text.get(date.range.clone())?;
    let (first, last) = halves(cut)?;
    let birth = of_figures(from, figures(first))?;
    let Some(to) = date.to else {
        return (date.bound == Some(Bound::Since)).then_some((birth, None));
    };
    let years = to.year() - from.year();
    if !(YEARS.0..=YEARS.1).contains(&years) {
        return None;
    }
    Some((birth, Some(of_figures(to, figures(last))?)))
}

/// The two ends of a period, as they are written.
fn halves(cut: &str) -> Option<(&str, &str)> {
    let parted = cut.find(is_long_dash).or_else(|| {
        let dashes: Vec<usize> = cut.match_indices('-').map(|(at, _)| at).collect();
        // of `3-2-1930 - 4-5-1990` the one in the middle
        dashes.get(dashes.len() / 2).copied()
    })?;
    let width = cut[parted..].chars().next().map_or(1, char::len_utf8);
    Some((&cut[..parted], &cut[parted + width..]))
}

/// How many numbers stand in an end: a year alone, with its month, with its day.
fn figures(end: &str) -> usize {
    end.split(|c: char| !c.is_ascii_digit()).filter(|figures| !figures.is_empty()).count()
}

/// The year, month or day of an end.
fn of_figures(day: Date, figures: usize) -> Option<Days> {
    match figures {
        1 => Some((day.first_of_year(), day.last_of_year())),
        2 => Some((day.first_of_month(), day.last_of_month())),
        3 => Some((day, day)),
        _ => None,
    }
}
