//! One end of a period, as it is written, to its interval of civil days.

use jiff::civil::Date;

use super::grain::Grain;
use super::lunar::{Lunar, LunarYear};

/// What is named: a day, a month, a part of a year. Years and months that are not said are `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A figure that may be a day, a month or a year: value and how many figures.
    Bare(u16, u8),
    Day {
        day: u8,
        month: Option<u8>,
        year: Option<i16>,
    },
    Month {
        month: u8,
        year: Option<i16>,
    },
    Year(i16),
    Quarter {
        quarter: u8,
        year: Option<i16>,
    },
    Part {
        months: Months,
        year: Option<i16>,
    },
    PartOfMonth {
        share: Share,
        month: u8,
        year: Option<i16>,
    },
    Decade {
        first: i16,
        share: Option<Share>,
    },
    Century {
        number: u8,
        share: Option<Share>,
    },
    /// Of the lunar calendar.
    Lunar(Lunar),
    /// `thế kỷ III TCN`.
    CenturyBefore(u8),
    /// `đến nay`.
    Now,
    /// `tháng 13/2020`: none that there is.
    Impossible(Grain),
    /// `hằng năm`, `định kỳ`: what its sentence tells without a year comes back every year.
    Yearly,
}

/// First and last month of a part of a year; 13 is January of the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Months(pub u8, pub u8);

/// Which share of a span: a third (đầu, giữa, cuối) or a half (nửa đầu, nửa cuối).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Share {
    Early,
    Middle,
    Late,
    FirstHalf,
    SecondHalf,
}

impl Share {
    /// Of a year: thirds are January to April, May to August, September to December.
    pub(super) fn months(self) -> Months {
        let (first, last) = self.of(1, 12);
        Months(first as u8, last as u8)
    }

    /// First and last of the share of so many things numbered from `first`.
    fn of(self, first: i16, count: i16) -> (i16, i16) {
        let third = |n: i16| first + (count * n + 1) / 3;
        match self {
            Share::Early => (first, third(1) - 1),
            Share::Middle => (third(1), third(2) - 1),
            Share::Late => (third(2), first + count - 1),
            Share::FirstHalf => (first, first + count / 2 - 1),
            Share::SecondHalf => (first + count / 2, first + count - 1),
        }
    }
}

/// Closed interval of civil days; `valid` is false where a day that does not exist was cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Interval {
    pub from: Date,
    pub to: Date,
    pub valid: bool,
}

impl Piece {
    /// The year, where it is said.
    pub(super) fn year(self) -> Option<i16> {
        match self {
            Piece::Day { year, .. }
            | Piece::Month { year, .. }
            | Piece::Quarter { year, .. }
            | Piece::Part { year, .. }
            | Piece::PartOfMonth { year, .. } => year,
            Piece::Year(year) | Piece::Lunar(Lunar { year: LunarYear::Number(year), .. }) => Some(year),
            _ => None,
        }
    }

    /// The month, where it is said.
    pub(super) fn month(self) -> Option<u8> {
        match self {
            Piece::Day { month, .. } => month,
            Piece::Month { month, .. } | Piece::PartOfMonth { month, .. } => Some(month),
            _ => None,
        }
    }

    /// The same with year and month filled in where they are not said.
    pub(super) fn filled(self, missing_month: Option<u8>, missing_year: Option<i16>) -> Self {
        let or = |year: Option<i16>| year.or(missing_year);
        match self {
            Piece::Day { day, month, year } => Piece::Day { day, month: month.or(missing_month), year: or(year) },
            Piece::Month { month, year } => Piece::Month { month, year: or(year) },
            Piece::Quarter { quarter, year } => Piece::Quarter { quarter, year: or(year) },
            Piece::Part { months, year } => Piece::Part { months, year: or(year) },
            Piece::PartOfMonth { share, month, year } => Piece::PartOfMonth { share, month, year: or(year) },
            _ => self,
        }
    }

    /// Whether only a year is wanting, or a month and a year.
    pub(super) fn is_open(self) -> bool {
        match self {
            Piece::Day { month, year, .. } => month.is_none() || year.is_none(),
            Piece::Month { year, .. }
            | Piece::Quarter { year, .. }
            | Piece::Part { year, .. }
            | Piece::PartOfMonth { year, .. } => year.is_none(),
            _ => false,
        }
    }

    /// First and last day; none where it is not known.
    pub(super) fn interval(self) -> Option<Interval> {
        let months = |year: i16, first: u8, last: u8| {
            let from = clipped(year, first, 1)?.0;
            // the winter of 9999 ends with the calendar
            let (year, last) = if last > 12 && year < 9999 { (year + 1, last - 12) } else { (year, last.min(12)) };
            Some(Interval { from, to: clipped(year, last, 31)?.0, valid: true })
        };
        match self {
            Piece::Day { day, month: Some(month), year: Some(year) } => {
                let (date, valid) = clipped(year, month, day)?;
                Some(Interval { from: date, to: date, valid })
            }
            Piece::Month { month, year: Some(year) } => months(year, month, month),
            Piece::Year(year) => months(year, 1, 12),
            Piece::Quarter { quarter, year: Some(year) } => months(year, 3 * quarter - 2, 3 * quarter),
            Piece::Part { months: Months(first, last), year: Some(year) } => months(year, first, last),
            Piece::PartOfMonth { share, month, year: Some(year) } => {
                let (first, last) = share.of(1, 30);
                let (first, last) = (first as u8, if last == 30 { 31 } else { last as u8 });
                let (from, to) = (clipped(year, month, first)?.0, clipped(year, month, last)?.0);
                Some(Interval { from, to, valid: true })
            }
            Piece::Decade { first, share } => years(first, 10, share),
            Piece::Century { number, share } => years(i16::from(number) * 100 - 99, 100, share),
            // the first year before is 0
            Piece::CenturyBefore(number) => years(1 - 100 * i16::from(number), 100, None),
            Piece::Lunar(lunar) => match lunar.days() {
                Some((from, to, valid)) => Some(Interval { from, to, valid }),
                // of a time whose calendar is not known the year is
                None => self.year().and_then(|year| Piece::Year(year).interval()),
            },
            _ => None,
        }
    }

    /// The grain of this alone.
    pub(super) fn grain(self) -> Grain {
        match self {
            Piece::Impossible(grain) => grain,
            Piece::Lunar(lunar) => lunar.grain(),
            Piece::Day { .. } => Grain::Day,
            Piece::Month { .. } => Grain::Month,
            Piece::Year(_) => Grain::Year,
            Piece::Quarter { .. } => Grain::Quarter,
            Piece::Part { .. } => Grain::PartOfYear,
            Piece::PartOfMonth { .. } => Grain::PartOfMonth,
            Piece::Decade { .. } => Grain::Decade,
            Piece::Century { .. } | Piece::CenturyBefore(_) => Grain::Century,
            Piece::Bare(..) | Piece::Now | Piece::Yearly => Grain::Period,
        }
    }
}

/// The year that all of a date lies in.
pub(super) fn single_year(first: Piece, last: Option<Piece>) -> Option<i16> {
    let year = first.year()?;
    match last {
        None => Some(year),
        Some(last) => last.year().filter(|&other| other == year),
    }
}

fn years(first: i16, count: i16, share: Option<Share>) -> Option<Interval> {
    let (first, last) = share.map_or((first, first + count - 1), |share| share.of(first, count));
    Some(Interval { from: clipped(first, 1, 1)?.0, to: clipped(last, 12, 31)?.0, valid: true })
}

/// The day, or the last of its month where there is no such day, and whether there is.
fn clipped(year: i16, month: u8, day: u8) -> Option<(Date, bool)> {
    let first = (-9998..=9999).contains(&year).then(|| Date::new(year, month as i8, 1).ok()).flatten()?;
    let valid = (1..=first.days_in_month()).contains(&(day as i8));
    Some((if valid { Date::new(year, month as i8, day as i8).ok()? } else { first.last_of_month() }, valid))
}
