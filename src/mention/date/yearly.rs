//! Days without a year to the days of any year: they come back every year.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::value::Piece;

/// A day that any year has, or several in a row; the last may stand in the next year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Yearly {
    /// The first day.
    pub first: MonthDay,
    /// The last, the first included.
    pub last: MonthDay,
}

/// A day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MonthDay {
    /// From 1 to 12.
    pub month: i8,
    /// From 1 to 31.
    pub day: i8,
}

/// A leap year: it has every day that any year has.
const LEAP: i16 = 4;

/// What both ends of a date without a year are.
pub(super) enum WithoutYear {
    Days(Yearly),
    /// `31/2`.
    NoSuchDay,
    /// The end is no day.
    Other,
}

impl WithoutYear {
    /// Of the ends as they are written.
    pub(super) fn of(first: Piece, last: Option<Piece>) -> Self {
        let day = |piece| match piece {
            Piece::Day { day, month: Some(month), year: None } => Some(MonthDay { month: month as i8, day: day as i8 }),
            _ => None,
        };
        match (day(first), day(last.unwrap_or(first))) {
            (Some(first), Some(last)) if first.exists() && last.exists() => Self::Days(Yearly { first, last }),
            (Some(_), Some(_)) => Self::NoSuchDay,
            _ => Self::Other,
        }
    }
}

impl Yearly {
    /// The same days of a leap year; where the last stands in the next year it is the earlier one.
    pub fn in_leap_year(self) -> (Date, Date) {
        let day = |day: MonthDay| day.in_leap_year().unwrap_or(Date::MIN);
        (day(self.first), day(self.last))
    }
}

impl MonthDay {
    /// That of a date.
    pub fn of(date: Date) -> Self {
        Self { month: date.month(), day: date.day() }
    }

    /// The same day of a leap year.
    pub fn in_leap_year(self) -> Option<Date> {
        Date::new(LEAP, self.month, self.day).ok()
    }

    fn exists(self) -> bool {
        self.in_leap_year().is_some()
    }
}

impl fmt::Display for MonthDay {
    /// As ISO 8601 had it: `--04-30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "--{:02}-{:02}", self.month, self.day)
    }
}

impl fmt::Display for Yearly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.first == self.last {
            true => write!(f, "{}", self.first),
            false => write!(f, "{}/{}", self.first, self.last),
        }
    }
}
