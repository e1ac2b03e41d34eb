//! The years behind a name to a birth and a death: `A (1923-1998)`, a row of a table below a name.

use std::ops::Range;

use jiff::civil::Date;

use super::kind::EventKind;
use super::mention::EventMention;
use crate::analysis::exact;
use crate::mention::date::{Bound, DateMention, Grain};
use crate::mention::lists::MONARCHS;
use crate::mention::person::PersonMention;
use crate::text::{is_dash, is_long_dash};

/// The first and the last day of a time.
type Days = (Date, Date);

/// How far behind a name the years of a life may stand in their bracket, in bytes.
const REACH: usize = 300;

/// A year has no more figures.
const FIGURES: usize = 5;

/// Fewer years behind the title of a monarch are those of a reign.
const REIGN: i16 = 40;

/// How many years a life has at least and at most.
const YEARS: (i16, i16) = (14, 125);

/// The births and deaths that the periods among `dates` tell.
pub(super) fn find(text: &str, dates: &[DateMention], people: &[PersonMention], events: &mut Vec<EventMention>) {
    let mut tell = |years: &Range<usize>, dated_by: Option<usize>, birth: Option<Days>, death: Option<Days>| {
        let Some(person) = bearer(text, years, people) else { return };
        let range = people[person].range.start..closed(text, years.end);
        let event = |kind, (from, to): Days| EventMention {
            range: range.clone(),
            kind,
            from: Some(from),
            to: Some(to),
            dated_by,
            people: vec![person],
            subject: None,
            places: Vec::new(),
            numbers: Vec::new(),
        };
        events.extend(birth.map(|birth| event(EventKind::Birth, birth)));
        events.extend(death.map(|death| event(EventKind::Death, death)));
    };
    for (at, date) in dates.iter().enumerate().filter(|(_, date)| date.grain == Grain::Period) {
        let Some((birth, death)) = ends(text, date) else { continue };
        // `chúa A (1692 - 1725)` tells when he reigned
        let short = death.is_some_and(|(death, _)| death.year() - birth.0.year() < REIGN);
        if !short || bearer(text, &date.range, people).is_none_or(|n| !is_monarch(text, &people[n])) {
            tell(&date.range, Some(at), Some(birth), death);
        }
    }
    for (at, _) in text.match_indices('?') {
        let Some((years, birth, death)) = half(text, at) else { continue };
        tell(&years, None, birth, death);
    }
}

/// The years of a life of which one is unknown, whose `?` stands at a byte: `1479 - ?`, `? – 1510`.
fn half(text: &str, at: usize) -> Option<(Range<usize>, Option<Days>, Option<Days>)> {
    let dashed = |c: char| is_dash(c);
    let figures = |c: char| c.is_ascii_digit();
    let year = |figures: &str| {
        let year: i16 = figures.parse().ok().filter(|_| (3..=4).contains(&figures.len()))?;
        let day = Date::new(year, 1, 1).ok()?;
        Some((day, day.last_of_year()))
    };
    let before = text[..at].trim_end_matches(' ');
    if let Some(rest) = before.strip_suffix(dashed).map(|rest| rest.trim_end_matches(' ')) {
        let start = rest.len() - (rest.len() - rest.trim_end_matches(figures).len()).min(FIGURES);
        let birth = year(&rest[start..]).filter(|_| rest[..start].ends_with([' ', '(']))?;
        return Some((start..at + 1, Some(birth), None));
    }
    let rest = text[at + 1..].trim_start_matches(' ').strip_prefix(dashed)?.trim_start_matches(' ');
    let len = rest.bytes().take(FIGURES).take_while(u8::is_ascii_digit).count();
    let death = year(&rest[..len])?;
    let end = text.len() - rest.len() + len;
    (before.ends_with(['(', ',', ';', ':'])).then_some((at..end, None, Some(death)))
}

/// The person behind whose name years stand in brackets, or alone in the row of a table below it.
fn bearer(text: &str, years: &Range<usize>, people: &[PersonMention]) -> Option<usize> {
    let before = |at: usize| people.partition_point(|person| person.range.end <= at).checked_sub(1);
    let behind = text.get(years.end..)?.trim_start_matches([' ', '*', '.', '…']);
    let last = before(years.start)?;
    let gap = text.get(people[last].range.end..years.start)?;
    let row = gap.contains('|') && gap.contains('\n') && gap.chars().all(|c| c.is_whitespace() || c == '|');
    if row {
        return behind.starts_with(['|', '\n']).then_some(last);
    }
    let open = opened(text, years)?;
    let n = before(open)?;
    // nothing but brackets stands between the name and that of the years; other names may stand in it
    let mut depth = 0i32;
    let bare = text.get(people[n].range.end..open)?.chars().all(|c| {
        depth += i32::from(matches!(c, '(' | '[')) - i32::from(matches!(c, ')' | ']'));
        depth > 0 || matches!(c, '(' | ')' | '[' | ']' | '*' | ' ' | '_')
    });
    let led = n == last || text[..years.start].trim_end().ends_with([';', ',']);
    let closes = text[years.clone()].ends_with(')') || behind.starts_with([')', ';', ',']);
    (bare && led && closes).then_some(n)
}

/// Whether the title of a monarch stands right before a name.
fn is_monarch(text: &str, person: &PersonMention) -> bool {
    let title = text[..person.range.start].trim_end().rsplit([' ', '\n', '(', '|']).next().map(exact);
    title.is_some_and(|title| MONARCHS.contains(&&*title))
}

/// Where the bracket opens in which years stand.
fn opened(text: &str, years: &Range<usize>) -> Option<usize> {
    if text[years.clone()].starts_with('(') {
        return Some(years.start);
    }
    let mut closed = 0;
    for (back, sign) in text.get(..years.start)?.bytes().rev().take(REACH).enumerate() {
        match sign {
            b'\n' => return None,
            b')' => closed += 1,
            b'(' if closed > 0 => closed -= 1,
            b'(' => return Some(years.start - back - 1),
            _ => {}
        }
    }
    None
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
