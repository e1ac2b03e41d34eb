//! Days and periods to terms that find them by overlap, and to numbers that tell how well they fit.
//!
//! A period is cut into days, months, years, decades and centuries of the calendar. Two periods
//! overlap if one holds the first day of the other: whether it does is a question of terms, and as
//! each term comes from one mention, its ends never meet those of another.

use jiff::Unit;
use jiff::civil::{Date, date};

use super::term_list::TermList;
use crate::mention::date::DateMention;

/// Open periods are looked up to this year.
const LAST_YEAR: i16 = 2199;

/// A day or period as the ranking compares them: both ends are in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// First day, counted from the first day of year 1.
    pub from: u32,
    /// Last day, counted likewise.
    pub to: u32,
    /// False for days that do not exist.
    pub valid: bool,
    /// Whether the text names it only in passing.
    pub aside: bool,
}

impl Interval {
    /// Of a mention; none if it has no first day.
    pub fn of(mention: &DateMention) -> Option<Self> {
        let to = mention.to.unwrap_or_else(|| mention.from.map_or(Date::MAX, |from| from.max(date(LAST_YEAR, 12, 31))));
        let from = mention.from?;
        (from.year() >= 1 && from <= to).then(|| Self {
            from: number(from),
            to: number(to),
            valid: mention.valid,
            aside: false,
        })
    }

    /// A single day.
    pub fn day(day: Date) -> Self {
        Self { from: number(day), to: number(day), valid: true, aside: false }
    }

    /// How many days it has.
    pub fn days(&self) -> u32 {
        self.to - self.from + 1
    }

    /// How many days it shares with another.
    pub fn shared(&self, other: &Self) -> u32 {
        (self.to.min(other.to) + 1).saturating_sub(self.from.max(other.from))
    }

    pub(super) fn pack(self) -> u64 {
        u64::from(self.from) << 32 | u64::from(self.to) << 2 | u64::from(self.aside) << 1 | u64::from(self.valid)
    }

    pub(crate) fn unpack(packed: u64) -> Self {
        Self { from: (packed >> 32) as u32, to: (packed as u32) >> 2, valid: packed & 1 == 1, aside: packed & 2 == 2 }
    }
}

/// The days since the first of year 1.
fn number(day: Date) -> u32 {
    let since = date(1, 1, 1).until((Unit::Day, day)).map_or(0, |span| span.get_days());
    u32::try_from(since).unwrap_or(0)
}

/// The ends of a mention as terms are made of them.
fn ends(mention: &DateMention) -> Option<(Date, Date)> {
    let from = mention.from.filter(|from| from.year() >= 1)?;
    let to = mention.to.unwrap_or_else(|| from.max(date(LAST_YEAR, 12, 31)));
    Some((from, to))
}

/// Adds the terms of a mention: the interval itself, the pieces of the calendar that make it up, and
/// those that hold its first day.
pub(super) fn add_terms(mention: &DateMention, terms: &mut TermList) {
    let Some((from, to)) = ends(mention) else { return };
    let first = from.to_string();
    for level in 0..LEVELS {
        let (digits, open) = piece(&first, level);
        terms.add_parts(&["first ", digits, open]);
    }
    if to == from {
        terms.add_parts(&["in ", &first]);
        terms.add_parts(&["is ", &first, "/", &first]);
        return;
    }
    for piece in pieces(from, to) {
        terms.add_parts(&["in ", &piece]);
    }
    terms.add_parts(&["is ", &first, "/", &to.to_string()]);
}

/// The terms that find what a mention of a query overlaps.
#[derive(Clone, Debug, Default)]
pub struct DateTerms {
    /// Mentions of the same interval.
    pub same: String,
    /// Mentions that begin inside.
    pub inside: Vec<String>,
    /// Mentions that hold the first day, from the shortest pieces to the longest.
    pub around: Vec<String>,
}

impl DateTerms {
    /// For a mention; none if it has no first day.
    pub fn of(mention: &DateMention) -> Option<Self> {
        let (from, to) = ends(mention)?;
        Some(Self {
            same: same(from, to),
            inside: pieces(from, to).into_iter().map(|piece| format!("first {piece}")).collect(),
            around: around(from).map(|piece| format!("in {piece}")).collect(),
        })
    }
}

fn same(from: Date, to: Date) -> String {
    format!("is {from}/{to}")
}

/// The day and the month, year, decade and century that hold it.
fn around(day: Date) -> impl Iterator<Item = String> {
    let day = day.to_string();
    (0..LEVELS).map(move |level| {
        let (digits, open) = piece(&day, level);
        format!("{digits}{open}")
    })
}

/// Days, months, years, decades, centuries.
const LEVELS: usize = 5;

/// The piece of the calendar that holds a day, given as `1947-04-04`: so much of it, and what stands for the rest.
fn piece(day: &str, level: usize) -> (&str, &'static str) {
    let (digits, open) = [(10, ""), (7, ""), (4, ""), (3, "x"), (2, "xx")][level];
    (day.get(..digits).unwrap_or(day), open)
}

/// The longest pieces of the calendar that make up a period.
fn pieces(from: Date, to: Date) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut at = from;
    while at <= to {
        let year = at.year();
        let ends = [
            (year % 100 == 0).then(|| date((year + 99).min(9999), 12, 31)),
            (year % 10 == 0).then(|| date((year + 9).min(9999), 12, 31)),
            Some(at.last_of_year()),
        ];
        let at_year = at == at.first_of_year();
        let spans = ends.into_iter().zip([4, 3, 2]).filter_map(|(end, level)| Some((end?, level)));
        let whole = spans.filter(|_| at_year).find(|(end, _)| *end <= to);
        let month = (at.day() == 1 && at.last_of_month() <= to).then(|| (at.last_of_month(), 1));
        let (end, level) = whole.or(month).unwrap_or((at, 0));
        pieces.extend(around(at).nth(level));
        let Ok(next) = end.tomorrow() else { break };
        at = next;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::index::term_list;
    use crate::mention::date::Grain;

    fn mention(from: Date, to: Date) -> DateMention {
        let (grain, range) = (Grain::Period, 0..1);
        DateMention { range, from: Some(from), to: Some(to), grain, valid: true, inferred: false, lunar: false }
    }

    #[test]
    fn a_period_is_few_pieces() {
        let check = |from: Date, to: Date, expected: &[&str]| assert_eq!(pieces(from, to), expected);
        check(date(1947, 4, 4), date(1947, 4, 4), &["1947-04-04"]);
        check(date(1964, 4, 1), date(1964, 4, 30), &["1964-04"]);
        check(date(1952, 1, 1), date(1953, 12, 31), &["1952", "1953"]);
        check(date(1960, 1, 1), date(1969, 12, 31), &["196x"]);
        check(date(1900, 1, 1), date(1999, 12, 31), &["19xx"]);
        check(date(2021, 2, 27), date(2021, 4, 1), &["2021-02-27", "2021-02-28", "2021-03", "2021-04-01"]);
        check(date(938, 1, 1), date(938, 12, 31), &["0938"]);
    }

    proptest! {
        #[test]
        fn terms_meet_where_periods_overlap(a in 1..40_000i64, b in 0..4_000i64, c in 1..40_000i64, d in 0..4_000i64) {
            let day = |n: i64| date(1900, 1, 1).saturating_add(jiff::Span::new().days(n));
            let (one, two) = (mention(day(a), day(a + b)), mention(day(c), day(c + d)));
            let wanted = DateTerms::of(&two).expect("it has a first day");
            let mut written = TermList::default();
            add_terms(&one, &mut written);
            let written = term_list::cut(&mut written);
            let meets = wanted.inside.iter().chain(&wanted.around).any(|term| written.contains(term));
            let (mine, theirs) = (Interval::of(&one).expect("it has one"), Interval::of(&two).expect("it has one"));
            prop_assert_eq!(meets, mine.shared(&theirs) > 0);
            prop_assert_eq!(Interval::unpack(mine.pack()), mine);
            prop_assert!(written.len() < 140);
        }
    }
}
