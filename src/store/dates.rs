//! Days and periods to terms that find them by overlap, and to numbers that tell how well they fit.
//!
//! A period is cut into days, months, years, decades and centuries of the calendar. Two periods
//! overlap if one holds the first day of the other: whether it does is a question of terms, and as
//! each term comes from one mention, its ends never meet those of another.

use jiff::civil::{Date, date};
use jiff::{Span, Unit};

use super::clause::Clause;
use super::field::Field;
use super::term::Term;
use super::term_list::TermList;
use crate::mention::date::{Bound, DateMention, MonthDay};

/// Open periods are looked up from this day.
const FIRST_DAY: Date = Date::constant(1, 1, 1);

/// Open periods are looked up to this day.
const LAST_DAY: Date = Date::constant(2199, 12, 31);

/// A period of more days than this names none of them.
const MAX_NAMED_DAYS: u32 = 10;

/// A day or period as the ranking compares them: both ends are in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// First day, counted from the first day of year 1; of a leap year where it comes back every year.
    pub from: u32,
    /// Last day, counted likewise.
    pub to: u32,
    /// False for days that do not exist.
    pub valid: bool,
    /// Whether the text names it only in passing.
    pub aside: bool,
    /// Whether it is told without a year.
    pub yearly: bool,
    /// What the words around it make it the bound of.
    pub bound: Option<Bound>,
}

impl Interval {
    /// Of a mention; none if it tells no day. One that lies outside of the time that it names is the day beside it.
    pub fn of(mention: &DateMention) -> Option<Self> {
        let (valid, aside) = (mention.valid, false);
        let bound = match (mention.edge(), mention.bound) {
            (Some(_), Some(Bound::Before)) => Some(Bound::Until),
            (Some(_), Some(Bound::After)) => Some(Bound::Since),
            (_, bound) => bound,
        };
        if let Some((from, to)) = ends(mention) {
            return (from <= to).then(|| Self {
                from: number(from),
                to: number(to),
                valid,
                aside,
                yearly: false,
                bound,
            });
        }
        let (from, to) = mention.yearly?.in_leap_year();
        Some(Self { from: number(from), to: number(to), valid, aside, yearly: true, bound })
    }

    /// A single day.
    pub fn day(day: Date) -> Self {
        let (from, to) = (number(day), number(day));
        Self { from, to, valid: true, aside: false, yearly: false, bound: None }
    }

    /// How many days it has.
    pub fn days(&self) -> u32 {
        (self.to + 1).saturating_sub(self.from)
    }

    /// How many days it shares with another.
    pub fn shared(&self, other: &Self) -> u32 {
        (self.to.min(other.to) + 1).saturating_sub(self.from.max(other.from))
    }

    /// Whether it has no first or no last day.
    pub fn is_open(&self) -> bool {
        !self.yearly && (self.from == number(FIRST_DAY) || self.to == number(LAST_DAY))
    }

    /// Whether the words around it make this open period of it.
    pub fn bounds(&self, open: &Self) -> bool {
        let (first, last) = (number(FIRST_DAY), number(LAST_DAY));
        let opened = self.bound.map(|bound| match bound {
            Bound::Before => (first, self.from.saturating_sub(1)),
            Bound::Until => (first, self.to),
            Bound::Since => (self.from, last),
            Bound::After => (self.to + 1, last),
        });
        opened == Some((open.from, open.to))
    }

    /// The days of the year that it names, as those of a leap year, in order; none of a long period.
    pub fn days_of_year(self) -> impl Iterator<Item = u32> {
        let whole = if self.yearly && self.to < self.from { 366 } else { 0 };
        let days = (self.to + whole + 1).saturating_sub(self.from);
        let named = if self.valid && (self.yearly || days <= MAX_NAMED_DAYS) { days } else { 0 };
        let first = number(MonthDay { month: 1, day: 1 }.in_leap_year().unwrap_or(FIRST_DAY));
        (self.from..self.from + named).filter_map(move |day| match self.yearly {
            true => Some(first + (day - first) % 366),
            false => Some(number(MonthDay::of(dated(day)?).in_leap_year()?)),
        })
    }

    pub(super) fn pack(self) -> u64 {
        let bound = match self.bound {
            None => 0,
            Some(Bound::Before) => 1,
            Some(Bound::Until) => 2,
            Some(Bound::Since) => 3,
            Some(Bound::After) => 4,
        };
        let flags = u64::from(self.valid) | u64::from(self.aside) << 1 | u64::from(self.yearly) << 2 | bound << 3;
        u64::from(self.from) << 32 | u64::from(self.to) << FLAGS | flags
    }

    pub(crate) fn unpack(packed: u64) -> Self {
        let bound = match packed >> 3 & 7 {
            1 => Some(Bound::Before),
            2 => Some(Bound::Until),
            3 => Some(Bound::Since),
            4 => Some(Bound::After),
            _ => None,
        };
        let flag = |bit: u32| packed >> bit & 1 == 1;
        let (from, to) = ((packed >> 32) as u32, (packed as u32) >> FLAGS);
        Self { from, to, valid: flag(0), aside: flag(1), yearly: flag(2), bound }
    }
}

/// How many bits of a packed interval tell what kind it is.
const FLAGS: u32 = 6;

/// The days since the first of year 1.
fn number(day: Date) -> u32 {
    let since = FIRST_DAY.until((Unit::Day, day)).map_or(0, |span| span.get_days());
    u32::try_from(since).unwrap_or(0)
}

/// The day of this number.
fn dated(number: u32) -> Option<Date> {
    FIRST_DAY.checked_add(Span::new().try_days(number).ok()?).ok()
}

/// The ends of a mention as terms are made of them.
fn ends(mention: &DateMention) -> Option<(Date, Date)> {
    if let Some(day) = mention.edge().filter(|day| day.year() >= 1) {
        return Some((day, day));
    }
    let from = match (mention.from, mention.to) {
        (None, None) => return None,
        (from, _) => from.unwrap_or(FIRST_DAY),
    };
    let to = mention.to.unwrap_or(from.max(LAST_DAY));
    // no term tells of what was before the first year
    (from.year() >= 1 && to.year() >= 1).then_some((from, to))
}

/// Adds the terms of a mention: the interval itself, the pieces of the calendar that make it up, those that hold
/// its first day, the days of the year that it names, and the open period that it bounds.
pub(super) fn add_terms(mention: &DateMention, terms: &mut TermList) {
    // who looks for a day looks for no half of a year
    let days: Vec<u32> = Interval::of(mention).into_iter().flat_map(Interval::days_of_year).collect();
    let named = if days.len() <= MAX_NAMED_DAYS as usize { &days[..] } else { &[] };
    for day in named.iter().copied().filter_map(dated) {
        terms.add_parts(&[DAY, &MonthDay::of(day).to_string()]);
    }
    let Some((from, to)) = ends(mention) else { return };
    if !mention.valid {
        no_day(from, to).iter().for_each(|term| terms.add_parts(&[term]));
    }
    let first = from.to_string();
    for level in 0..LEVELS {
        let (digits, open) = piece(&first, level);
        terms.add_parts(&["first ", digits, open]);
    }
    if to == from {
        terms.add_parts(&["in ", &first]);
    } else {
        for piece in pieces(from, to) {
            terms.add_parts(&["in ", &piece]);
        }
    }
    terms.add_parts(&["is ", &first, "/", &to.to_string()]);
    let open = mention.bound.map(|bound| mention.clone().bounded(bound, None));
    if let Some((from, to)) = open.as_ref().and_then(ends) {
        terms.add_parts(&[&same(from, to)]);
    }
}

/// Begins the terms of days of the year.
const DAY: &str = "day ";

/// The months of the days that do not exist.
fn no_day(from: Date, to: Date) -> Vec<String> {
    let month = |day: Date| format!("no {}", piece(&day.to_string(), 1).0);
    let mut months = vec![month(from), month(to)];
    months.dedup();
    months
}

/// The terms that find what a mention of a query overlaps.
#[derive(Clone, Debug, Default)]
pub struct DateTerms {
    /// Mentions of the same interval.
    pub same: Option<String>,
    /// Mentions that begin inside.
    pub inside: Vec<String>,
    /// Mentions that hold the first day, from the shortest pieces to the longest.
    pub around: Vec<String>,
}

impl DateTerms {
    /// For a mention; none where it tells no day that exists or stands in print.
    pub fn of(mention: &DateMention) -> Self {
        let Some((from, to)) = ends(mention) else {
            let days = Interval::of(mention).into_iter().flat_map(Interval::days_of_year).filter_map(dated);
            let inside = days.map(|day| format!("{DAY}{}", MonthDay::of(day))).collect();
            return Self { inside, ..Self::default() };
        };
        // a day that does not exist is looked for in print only
        if !mention.valid {
            return Self { inside: no_day(from, to), ..Self::default() };
        }
        Self {
            same: Some(same(from, to)),
            inside: pieces(from, to).into_iter().map(|piece| format!("first {piece}")).collect(),
            around: around(from).map(|piece| format!("in {piece}")).collect(),
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &String> {
        self.same.iter().chain(&self.inside).chain(&self.around)
    }
}

/// Finds the passages that name a time which overlaps this.
pub fn overlapping(mention: &DateMention) -> Clause {
    Clause::AnyOf(DateTerms::of(mention).iter().map(|term| Term::new(Field::Dates, &**term)).collect())
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
    use crate::mention::date::{find, find_in_query};
    use crate::store::term_list;

    fn mention(from: Date, to: Date) -> DateMention {
        DateMention::period(Some(from), Some(to))
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

    #[test]
    fn terms_meet_without_a_year_too() {
        let check = |query: &str, text: &str, expected: bool| {
            let wanted = find_in_query(query).into_iter().next().expect("there is a date");
            let date = &find(text, &[], None).0[0];
            let mut written = TermList::default();
            add_terms(date, &mut written);
            let written = term_list::cut(&mut written);
            assert_eq!(DateTerms::of(&wanted).iter().any(|term| written.contains(term)), expected, "{query}: {text}");
        };
        check("30/4", "Ngày 30/4/1975 phố chợ treo cờ.", true);
        check("30/4", "Dịp 30/4 xưởng nghỉ một ngày.", true);
        check("30/4", "Từ ngày 28/4 đến 02/5/2021 trực ban.", true);
        check("30/4", "Tháng 4 năm 1975 đường thông.", false);
        check("30/4", "Ngày 30/5/1975 họp chợ.", false);
        check("30/4/1975", "Dịp 30/4 xưởng nghỉ một ngày.", false);
        check("từ 28/12 đến 3/1", "Ngày 01/01/2022 khai trương.", true);
        check("từ 28/12 đến 3/1", "Ngày 15/6/2022 khai trương.", false);
        check("30/4", "Lễ 30/4 hằng năm, xưởng nghỉ.", true);
        check("30/4", "Từ ngày 01/01 đến 30/6 hằng năm nộp một nửa.", false);
        check("29/2", "Ngày 29/02/2020 đo đạc.", true);
        check("30/2/2020", "Ngày 29/02/2020 đo đạc.", false);
        check("30/2/2020", "Biên bản ghi ngày 30/02/2020.", true);
        check("trước năm 1945", "Năm 1938 lập xưởng.", true);
        check("trước năm 1945", "Năm 1945 lập xưởng.", false);
        check("trước năm 1945", "Xưởng có trước năm 1945.", true);
        check("trước năm 1950", "Xưởng có trước năm 1945.", true);
        check("trước năm 1940", "Xưởng có trước năm 1945.", false);
        check("1945", "Xưởng có trước năm 1945.", false);
        check("1975", "Sau 1975, phố mở thêm lò.", false);
        check("sau năm 1970", "Sau 1975, phố mở thêm lò.", true);
        check("15/11/2020", "Nộp trước ngày 15/11/2020.", true);
        check("từ 1960", "Từ năm 1960 đến nay, lò vẫn cháy.", true);
        check("đến 1960", "Ngày 31/12/1960 nghiệm thu.", true);
        check("sau 1975", "Năm 1975 lập xưởng.", false);
        check("từ 1975", "Năm 1975 lập xưởng.", true);
    }

    proptest! {
        #[test]
        fn terms_meet_where_periods_overlap(a in 1..40_000i64, b in 0..4_000i64, c in 1..40_000i64, d in 0..4_000i64) {
            let day = |n: i64| date(1900, 1, 1).saturating_add(jiff::Span::new().days(n));
            let (one, two) = (mention(day(a), day(a + b)), mention(day(c), day(c + d)));
            let wanted = DateTerms::of(&two);
            let mut written = TermList::default();
            add_terms(&one, &mut written);
            let written = term_list::cut(&mut written);
            let meets = wanted.inside.iter().chain(&wanted.around).any(|term| written.contains(term));
            let (mine, theirs) = (Interval::of(&one).expect("it has one"), Interval::of(&two).expect("it has one"));
            prop_assert_eq!(meets, mine.shared(&theirs) > 0);
            let bounds = [None, Some(Bound::Before), Some(Bound::Until), Some(Bound::Since), Some(Bound::After)];
            for bound in bounds {
                let flagged = Interval { bound, aside: a % 2 == 0, yearly: b % 2 == 0, valid: c % 2 == 0, ..mine };
                prop_assert_eq!(Interval::unpack(flagged.pack()), flagged);
            }
            prop_assert!(written.len() < 140);
        }
    }
}
