//! What somebody types as the first or last day of a period to its days, for whoever asks: the command line, pages, the
//! API, tools and bindings read it here.

use jiff::civil::Date;

use super::in_force;
use super::limit::limited;
use crate::mention::date::{NoTime, TimeFault};

/// An end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// `from`: of `1947` it is 1 January.
    First,
    /// `to`: of `1947` it is 31 December.
    Last,
}

/// Why what was typed is no end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoEnd {
    /// It is no time of one year.
    NoTime(NoTime),
    /// It is a time that cannot be.
    Time(TimeFault),
    /// It is open on that side: `..1960` has no first day.
    Open(End),
}

/// Why two times are no period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoPeriod {
    /// One of them is no end of one.
    Odd(End, NoEnd),
    /// The second ends before the first begins.
    Reversed,
}

/// The day of an end, or of today.
pub(crate) fn end(typed: &str, end: End) -> Result<Date, NoEnd> {
    let time = in_force::typed(limited(typed).0).map_err(NoEnd::NoTime)?.mention;
    if let Some(fault) = time.fault() {
        return Err(NoEnd::Time(fault));
    }
    let day = match end {
        End::First => time.from,
        End::Last => time.to,
    };
    day.ok_or(NoEnd::Open(end))
}

/// The first and the last day of a time in which something may be, or of today: as `in-force:` reads it.
pub(crate) fn days(typed: &str) -> Result<(Date, Date), NoEnd> {
    let time = in_force::typed(limited(typed).0).map_err(NoEnd::NoTime)?.mention;
    match (time.fault(), time.from, time.to) {
        (Some(fault), ..) => Err(NoEnd::Time(fault)),
        (None, None, None) => Err(NoEnd::NoTime(NoTime::Unread)),
        (None, from, to) => Ok((from.unwrap_or(Date::MIN), to.unwrap_or(Date::MAX))),
    }
}

/// The days of a period whose ends may be left open.
pub(crate) fn period(from: Option<&str>, to: Option<&str>) -> Result<(Option<Date>, Option<Date>), NoPeriod> {
    let read = |typed: Option<&str>, which| {
        let day = typed.filter(|typed| !typed.trim().is_empty()).map(|typed| end(typed, which));
        day.transpose().map_err(|no_end| NoPeriod::Odd(which, no_end))
    };
    let (from, to) = (read(from, End::First)?, read(to, End::Last)?);
    match from.zip(to) {
        Some((from, to)) if to < from => Err(NoPeriod::Reversed),
        _ => Ok((from, to)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::today;

    #[test]
    fn a_period_has_whole_days_of_one_year_each() {
        let check = |from: &str, to: &str, expected: Result<(&str, &str), NoPeriod>| {
            let shown = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
            let got = period(Some(from), Some(to)).map(|(from, to)| (shown(from), shown(to)));
            assert_eq!(got, expected.map(|(from, to)| (from.to_owned(), to.to_owned())), "{from} {to}");
        };
        check("1947", "4/1964", Ok(("1947-01-01", "1964-04-30")));
        check("", " ", Ok(("", "")));
        check("1950..", "..1960", Ok(("1950-01-01", "1960-12-31")));
        check("1960", "1950", Err(NoPeriod::Reversed));
        check("1950", "xyz", Err(NoPeriod::Odd(End::Last, NoEnd::NoTime(NoTime::Unnamed))));
        check("30/4", "", Err(NoPeriod::Odd(End::First, NoEnd::NoTime(NoTime::NoYear))));
        check("sau 30/4", "", Err(NoPeriod::Odd(End::First, NoEnd::NoTime(NoTime::NoYear))));
        check("từ 31/2/2020", "", Err(NoPeriod::Odd(End::First, NoEnd::Time(TimeFault::NoDay))));
        check("trước 1945", "", Err(NoPeriod::Odd(End::First, NoEnd::Open(End::First))));
        check("", "từ 1945", Err(NoPeriod::Odd(End::Last, NoEnd::Open(End::Last))));
        for typed in ["hôm nay", "nay", "today", "Hom Nay"] {
            assert_eq!(end(typed, End::First), Ok(today()), "{typed}");
        }
    }
}
