//! An index, or what answers a query, to events and times in order, undated events last.

use std::collections::HashSet;
use std::ops::Range;

use jiff::civil::Date;

use super::asked::Asked;
use super::moment::Moment;
use super::once;
use crate::error::Result;
use crate::mention::date::{DateMention, Grain};
use crate::mention::event::{EventKind, EventMention};
use crate::query::Notice;
use crate::search::{Request, Whole, answers, overlap, search};
use crate::store::{Clause, Interval, PassageId, Reader, StoredPassage, overlapping};

/// More passages than this are not read.
const MAX_PASSAGES: usize = 1_000_000;

/// More passages that hold all words of a query than this are not read.
const MAX_HOLDING: usize = 50_000;

/// What a timeline is made of.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// Only passages that answer this query, if it is not empty.
    pub query: String,
    /// Only times that end on this day or later.
    pub from: Option<Date>,
    /// Only times that begin on this day or earlier.
    pub to: Option<Date>,
    /// Only events of this kind.
    pub kind: Option<EventKind>,
    /// No more passages than this are read, if it is less than are read anyway.
    pub most: Option<usize>,
}

impl Timeline {
    /// How many passages are read where the library would read so many.
    fn most(&self, usual: usize) -> usize {
        self.most.map_or(usual, |most| most.min(usual))
    }
}

/// The times that are wanted.
struct Times {
    /// What was set as a period.
    period: Option<Interval>,
    /// The day with which it begins.
    first: Option<Date>,
    /// What the query names: any of them.
    asked: Vec<Interval>,
}

impl Times {
    fn hold(&self, when: &DateMention) -> bool {
        if self.period.is_none() && self.asked.is_empty() {
            return when.from.is_some() || when.yearly.is_none() && when.valid;
        }
        let Some(own) = Interval::of(when) else { return false };
        // what began before is told before, but for a piece of the calendar as short as a year
        let is_long = matches!(when.grain, Grain::Period | Grain::Decade | Grain::Century);
        let before = |first: Date| is_long && when.from.is_some_and(|from| from < first);
        if self.first.is_some_and(before) {
            return false;
        }
        let is_asked = || self.asked.iter().any(|asked| answers(*asked, own));
        self.period.is_none_or(|period| overlap(period, own)) && (self.asked.is_empty() || is_asked())
    }
}

/// The events and times that are wanted, in order of time, and what its writer should know of the query.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub fn timeline(reader: &Reader, wanted: &Timeline) -> Result<(Vec<Moment>, Vec<Notice>)> {
    let Telling { source, most, asked, times, mut notices, found } = telling(reader, wanted)?;
    let is_answer = |passage: &StoredPassage| asked.as_ref().is_none_or(|asked| asked.is_answered_by(passage));
    let (mut moments, mut is_answered) = (Vec::new(), false);
    let more = source.each(reader, most, |id, passage| {
        let mut told = Vec::new();
        add_events(passage, wanted.kind, &times, &mut told);
        if wanted.kind.is_none() {
            add_times(passage, &times, &mut told);
        }
        // texts are read only where something depends on it
        if told.is_empty() && (is_answered || !found) || !is_answer(passage) {
            return;
        }
        is_answered = true;
        moments.extend(told.into_iter().map(|moment| (id, moment)));
    })?;
    if more {
        notices.push(source.cut(most));
    }
    if found && !is_answered {
        notices.push(Notice::NoneHoldsAll);
    }
    moments.sort_by(|(a_id, a), (b_id, b)| {
        let first = |when: &DateMention| when.from.or(when.to);
        let order = |Moment { when, .. }: &Moment| (first(when).is_none(), first(when), when.to.unwrap_or(Date::MAX));
        order(a).cmp(&order(b)).then_with(|| (&a.doc, a.line, a_id).cmp(&(&b.doc, b.line, b_id)))
    });
    Ok((once::each(moments.into_iter().map(|(_, moment)| moment).collect()), notices))
}

/// Which passages may tell of what is wanted.
enum Source {
    Nothing,
    /// All of the index.
    Everything,
    /// Those that name a time of the period.
    Period(DateMention),
    /// Those that hold all of the query, which has words or asks for times alone.
    Query {
        whole: Whole,
        has_words: bool,
    },
}

impl Source {
    /// Hands on each of them; at most `most`, and whether there are more.
    fn each(&self, reader: &Reader, most: usize, each: impl FnMut(PassageId, &StoredPassage)) -> Result<bool> {
        match self {
            Self::Nothing => Ok(false),
            Self::Everything => reader.each(&Clause::Everything, most, each),
            Self::Period(period) => reader.each(&overlapping(period), most, each),
            Self::Query { whole, .. } => whole.each(reader, most, each),
        }
    }

    /// What is told where not all are read.
    fn cut(&self, most: usize) -> Notice {
        match self {
            Self::Query { has_words: true, .. } => Notice::ManyHolding { most },
            Self::Query { .. } | Self::Period(_) => Notice::ManyNaming { most },
            Self::Nothing | Self::Everything => Notice::ManyPassages { most },
        }
    }
}

/// What may tell of what is wanted.
struct Telling {
    source: Source,
    /// More passages are not read.
    most: usize,
    /// What each of the passages has to answer.
    asked: Option<Asked>,
    times: Times,
    /// What is to be said of the query.
    notices: Vec<Notice>,
    /// Whether the query finds anything at all.
    found: bool,
}

fn telling(reader: &Reader, wanted: &Timeline) -> Result<Telling> {
    let period = period(wanted);
    let mut times = Times { period: period.as_ref().and_then(Interval::of), first: wanted.from, asked: Vec::new() };
    if wanted.query.trim().is_empty() {
        let source = period.map_or(Source::Everything, Source::Period);
        let most = wanted.most(MAX_PASSAGES);
        return Ok(Telling { source, most, asked: None, times, notices: Vec::new(), found: false });
    }
    // what is said of the query is said without the period: more passages hold the words than are found
    let mut answer = search(reader, &Request::new(wanted.query.clone()).limit(1))?;
    answer.reading.between(wanted.from, wanted.to);
    let asked = Asked::of(&answer, period.as_ref());
    times.asked = asked.times.iter().filter_map(Interval::of).collect();
    let has_words = !asked.has_no_words();
    let most = wanted.most(if has_words { MAX_HOLDING } else { MAX_PASSAGES });
    let whole = match asked.is_impossible {
        true => None,
        false => Whole::of(reader, &answer.reading, &asked.times)?,
    };
    let found = whole.is_some() && !answer.hits.is_empty();
    let source = whole.map_or(Source::Nothing, |whole| Source::Query { whole, has_words });
    Ok(Telling { source, most, asked: Some(asked), times, notices: answer.notices, found })
}

/// The time that is wanted as one period.
fn period(wanted: &Timeline) -> Option<DateMention> {
    if wanted.from.is_none() && wanted.to.is_none() {
        return None;
    }
    Some(DateMention::period(wanted.from, wanted.to))
}

fn add_events(passage: &StoredPassage, kind: Option<EventKind>, times: &Times, moments: &mut Vec<Moment>) {
    let mentions = &passage.mentions;
    for event in mentions.events.iter().filter(|event| kind.is_none_or(|kind| kind == event.kind)) {
        let date = event.dated_by.and_then(|at| mentions.dates.get(at));
        let when = mentions.time_of(event);
        // what only began then is of no later day
        let fits = times.hold(date.unwrap_or(&when));
        let Some(text) = passage.text.get(event.range.clone()).filter(|_| fits) else { continue };
        moments.push(Moment {
            kind: Some(event.kind),
            when,
            doc: passage.doc.clone(),
            line: line(passage, event.range.start),
            text: text.to_owned(),
            people: mentions.people_of(event).into_iter().map(str::to_owned).collect(),
            places: event.places.clone(),
            numbers: event
                .numbers
                .iter()
                .filter_map(|at| Some(mentions.numbers.get(*at)?.number.canonical()))
                .collect(),
        });
    }
}

/// Adds the times that no event of the passage is told with.
fn add_times(passage: &StoredPassage, times: &Times, moments: &mut Vec<Moment>) {
    let events = &passage.mentions.events;
    for (at, date) in passage.mentions.dates.iter().enumerate() {
        let told = events.iter().any(|event| {
            event.dated_by == Some(at)
                || !is_of_life(event) && event.range.start <= date.range.start && date.range.end <= event.range.end
        });
        if told || !date.tells_time() || !times.hold(date) {
            continue;
        }
        let sentence = around(&passage.text, &date.range);
        let is_in = |range: &Range<usize>| sentence.start <= range.start && range.end <= sentence.end;
        let mentions = &passage.mentions;
        let people = mentions.people.iter().filter(|person| is_in(&person.range)).map(|person| person.name.clone());
        let numbers = mentions.numbers.iter().filter(|number| is_in(&number.range));
        moments.push(Moment {
            kind: None,
            when: date.told(),
            doc: passage.doc.clone(),
            line: line(passage, date.range.start),
            text: passage.text.get(sentence.clone()).unwrap_or_default().trim().to_owned(),
            people: each_once(people),
            places: Vec::new(),
            numbers: each_once(numbers.map(|number| number.number.canonical())),
        });
    }
}

/// Whether an event is the birth or death of somebody: what its sentence tells besides is of other times.
fn is_of_life(event: &EventMention) -> bool {
    event.dated_by.is_some() && matches!(event.kind, EventKind::Birth | EventKind::Death)
}

fn line(passage: &StoredPassage, at: usize) -> u32 {
    passage.lines.0 + passage.text.get(..at).unwrap_or_default().matches('\n').count() as u32
}

/// The sentence about a date, as far as its line has it.
fn around(text: &str, date: &Range<usize>) -> Range<usize> {
    let (Some(before), Some(behind)) = (text.get(..date.start), text.get(date.end..)) else { return 0..text.len() };
    let start = before.rfind('\n').map_or(0, |at| at + 1).max(before.rfind(". ").map_or(0, |at| at + 2));
    let end = [behind.find('\n'), behind.find(". ").map(|at| at + 1)].into_iter().flatten().min();
    start..end.map_or(text.len(), |end| date.end + end)
}

fn each_once(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    names.filter(|name| seen.insert(name.clone())).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn nothing_is_told_that_began_before() {
        let years = |from: i16, to: i16| DateMention::spanning(Some(date(from, 1, 1)), Some(date(to, 12, 31)));
        let check = |when: &DateMention, from: i16, to: Option<i16>, expected: bool| {
            let (first, last) = (Some(date(from, 5, 1)), to.map(|year| date(year, 12, 31)));
            let period = DateMention::period(first, last);
            let times = Times { period: Interval::of(&period), first, asked: Vec::new() };
            assert_eq!(times.hold(when), expected, "{when:?} from {from} to {to:?}");
        };
        check(&years(1955, 1955), 1950, None, true);
        check(&years(1950, 1950), 1950, None, true);
        check(&years(1949, 1949), 1950, None, false);
        check(&years(1945, 1954), 1950, None, false);
        check(&years(1951, 1954), 1950, None, true);
        check(&years(1951, 1954), 1950, Some(1950), false);
        check(&years(1951, 1954), 1950, Some(1952), true);
        let century = DateMention { grain: Grain::Century, ..years(1901, 2000) };
        check(&century, 1945, Some(1950), false);
        check(&century, 1900, None, true);
        let since = DateMention { to: None, ..years(1945, 1954) };
        check(&since, 1950, None, false);
        let later = DateMention { to: None, ..years(1952, 1954) };
        check(&later, 1950, None, true);
    }
}
