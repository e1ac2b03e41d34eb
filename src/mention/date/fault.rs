//! What is typed as a time and is none, to what to say of it: `31/2/2020`, `quý 5/1975`, `từ 1975 đến 1960`.

use std::ops::Range;

use super::bound;
use super::dots;
use super::grain::Grain;
use super::mention::{Bound, DateMention};
use super::parse::Parser;
use super::scan::Kind;
use super::words::Word;

/// What joins the ends of a period.
const JOINTS: [&str; 14] =
    ["đến", "tới", "cho đến", "cho tới", "đến hết", "den", "toi", "cho den", "cho toi", "to", "-", "–", "—", ".."];

/// What is wrong with what was typed as a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeFault {
    /// A bound of no year: that day of any year is looked for.
    NoYear,
    /// It ends before it begins.
    Reversed,
    /// There is no such month.
    NoMonth,
    /// There is no such quarter.
    NoQuarter,
    /// There is no such day.
    NoDay,
}

impl DateMention {
    /// A period of a query that ends before it begins.
    pub(super) fn reversed(range: Range<usize>) -> Self {
        Self { range, valid: false, ..Self::period(None, None) }
    }

    /// What is wrong with a time of a query that cannot be, or not be so; nothing of any other.
    pub(crate) fn fault(&self) -> Option<TimeFault> {
        match (self.grain, self.from, self.yearly) {
            (_, _, Some(_)) if self.bound.is_some() => Some(TimeFault::NoYear),
            _ if self.valid => None,
            (Grain::Period, None, None) => Some(TimeFault::Reversed),
            (Grain::Month, ..) => Some(TimeFault::NoMonth),
            (Grain::Quarter, ..) => Some(TimeFault::NoQuarter),
            _ => Some(TimeFault::NoDay),
        }
    }
}

/// The dates of a query, each two that make a period which ends before it begins as one.
pub(super) fn joined(text: &str, dates: Vec<DateMention>) -> Vec<DateMention> {
    let mut joined: Vec<DateMention> = Vec::with_capacity(dates.len());
    for date in dates {
        match joined.last_mut().filter(|last| is_reversed(text, last, &date)) {
            Some(last) => {
                let start = match bound::bound(text, last) {
                    Some((Bound::Since, range)) => range.start,
                    _ => last.range.start,
                };
                *last = DateMention::reversed(start..date.range.end);
            }
            None => joined.push(date),
        }
    }
    joined
}

fn is_reversed(text: &str, first: &DateMention, last: &DateMention) -> bool {
    let between = text[first.range.end..last.range.start].trim().to_lowercase();
    JOINTS.contains(&&*between) && dots::ends(first, last).is_some_and(|(from, to)| from > to)
}

impl Parser<'_> {
    /// The token behind what names no month, quarter or day that any year has, from its word at `at` on, and its
    /// grain: `tháng 13/2020`, `quý 5 năm 1975`, `ngày 32/5`.
    pub(super) fn impossible(&self, at: usize) -> Option<(Grain, usize)> {
        let Kind::Word(unit) = self.kind(at) else { return self.impossible_figures(at) };
        let year_first = (unit == Word::Day).then(|| self.no_day_of_year(at + 1)).flatten();
        if year_first.is_some() {
            return year_first;
        }
        let number = match (unit, self.kind(at + 1)) {
            (_, Kind::Figure(number, 1 | 2)) if !self.is_item(at + 1) => number,
            (Word::Quarter, Kind::Roman(number)) => u16::from(number),
            _ => return None,
        };
        let year = |at: usize| self.year_behind(at).map(|(_, next)| next);
        match unit {
            Word::Quarter if !(1..=4).contains(&number) => Some((Grain::Quarter, year(at + 2)?)),
            Word::Month if !(1..=12).contains(&number) => Some((Grain::Month, year(at + 2)?)),
            Word::Day => self.no_day(number, at + 2),
            _ => None,
        }
    }

    /// `32/5/2020` in a query, but not `số 45/13/2020`.
    fn impossible_figures(&self, at: usize) -> Option<(Grain, usize)> {
        let labeled = at > 0 && self.is(at - 1, Word::Label);
        let Kind::Figure(day, 1 | 2) = self.kind(at) else { return self.no_day_of_year(at).filter(|_| !labeled) };
        let next = (self.query && !labeled && self.begins_well(at)).then(|| self.no_day(day, at + 1))??.1;
        let (years, glued) = (self.kind(next - 1), self.run[at + 1..next].iter().all(|token| token.glued));
        (next == at + 5 && glued && matches!(years, Kind::Figure(_, 4)) && self.ends_well(next - 1))
            .then_some((Grain::Day, next))
    }

    /// `1960-13-01` in a query: its year stands first, from `at` on.
    fn no_day_of_year(&self, at: usize) -> Option<(Grain, usize)> {
        let (Kind::Figure(1000..=2100, 4), sign) = (self.kind(at), self.kind(at + 1)) else { return None };
        let (Kind::Figure(month, 1 | 2), Kind::Figure(day, 1 | 2)) = (self.kind(at + 2), self.kind(at + 4)) else {
            return None;
        };
        let joined = matches!(sign, Kind::Slash | Kind::Dash | Kind::Dot) && self.kind(at + 3) == sign;
        let glued = self.run[at + 1..at + 5].iter().all(|token| token.glued);
        let whole = joined && glued && self.begins_well(at) && self.ends_well(at + 4) && !self.goes_on_glued(at + 5);
        let exists = (1..=31).contains(&day) && (1..=12).contains(&month);
        (self.query && whole && !exists).then_some((Grain::Day, at + 5))
    }

    /// Of the figure of a day and what stands behind it, from `at` on.
    fn no_day(&self, day: u16, at: usize) -> Option<(Grain, usize)> {
        let Kind::Figure(month, 1 | 2) = self.kind(at + 1) else { return None };
        let worded = self.is(at, Word::Month);
        let glued = |at: usize| self.run.get(at).is_some_and(|token| token.glued);
        let year = self.year_behind(at + 2).map(|(_, next)| next);
        let joined = glued(at) && glued(at + 1);
        match self.kind(at) {
            _ if worded => {}
            Kind::Slash if joined => {}
            // `ngày 23-31 tháng 7`
            sign @ (Kind::Dash | Kind::Dot) if joined && self.kind(at + 2) == sign => year.map(|_| ())?,
            _ => return None,
        }
        // `ngày 12/25/2020` has its month first
        let exists = |day: u16, month: u16| (1..=31).contains(&day) && (1..=12).contains(&month);
        let is_day = exists(day, month) || !worded && exists(month, day);
        (!is_day).then_some((Grain::Day, year.unwrap_or(at + 2)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{find, find_in_query};
    use super::TimeFault::{self, NoDay, NoMonth, NoQuarter, NoYear, Reversed};

    #[test]
    fn what_cannot_be_is_told_once() {
        let check = |query: &str, expected: &[(&str, TimeFault)]| {
            let dates = find_in_query(query);
            let told: Vec<(&str, TimeFault)> =
                dates.iter().filter_map(|date| Some((&query[date.range.clone()], date.fault()?))).collect();
            assert_eq!(told, expected, "{query}");
        };
        check("thợ từ 1975 đến 1960", &[("từ 1975 đến 1960", Reversed)]);
        check("tu nam 1975 den nam 1960", &[("tu nam 1975 den nam 1960", Reversed)]);
        check("từ ngày 5/6/1960 đến ngày 3/5/1960", &[("từ ngày 5/6/1960 đến ngày 3/5/1960", Reversed)]);
        check("1975 - 1960", &[("1975 - 1960", Reversed)]);
        check("1960..1950", &[("1960..1950", Reversed)]);
        check("từ 28/12 đến 3/1", &[]);
        check("tháng 13/2020", &[("tháng 13/2020", NoMonth)]);
        check("tháng 0 năm 2020", &[("tháng 0 năm 2020", NoMonth)]);
        check("quý 5/1975", &[("quý 5/1975", NoQuarter)]);
        check("quy V nam 1975", &[("quy V nam 1975", NoQuarter)]);
        check("ngày 32/5/2020", &[("ngày 32/5/2020", NoDay)]);
        check("ngày 5 tháng 13 năm 2020", &[("ngày 5 tháng 13 năm 2020", NoDay)]);
        check("ngày 32-5-2020", &[("ngày 32-5-2020", NoDay)]);
        check("ngày 12/25/2020, ngày 23-31 tháng 7 năm 1921, ngày 23 - 41", &[]);
        check("thợ 32/5/2020, 45-13-2020", &[("32/5/2020", NoDay), ("45-13-2020", NoDay)]);
        for day in ["1960-13-01", "1960-00-10", "1960-1-32", "1960/13/01", "1960.1.0", "ngày 1960-13-1", "1960-02-30"]
        {
            check(day, &[(day, NoDay)]);
        }
        check("số 1960/13/01, 1960-12-31, 1960/13, 1960-13/01, 1960-13-01-05", &[]);
        check("số 45/13/2020, 5/13/2020, 45/13, 45/13/2020/QH", &[]);
        check("ngày 30/2", &[("ngày 30/2", NoDay)]);
        check("sau ngày 30/4", &[("sau ngày 30/4", NoYear)]);
        check("sau ngày 30/4/1975", &[]);
        check("lương tháng 13, quý 5 người", &[]);
    }

    #[test]
    fn a_text_that_names_no_quarter_names_no_month() {
        let check = |text: &str| assert_eq!(find(text, &[], None).0, [], "{text}");
        check("Sơ kết quý 5/1975 của xưởng.");
        check("Sơ kết tháng 13/2020 của xưởng.");
    }
}
