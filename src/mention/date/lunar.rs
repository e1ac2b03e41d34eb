//! A day, a month or a year of the lunar calendar to its civil days.

use jiff::Span;
use jiff::civil::Date;

use super::grain::Grain;
use super::moon;

/// A day, a month or a year of the lunar calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lunar {
    pub day: Option<u8>,
    pub month: Option<u8>,
    /// `tháng 2 nhuận`.
    pub leap: bool,
    pub year: LunarYear,
}

/// The year of a lunar day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum LunarYear {
    #[default]
    Untold,
    /// That of the civil year in which it begins.
    Number(i16),
    /// Its place in the cycle of sixty, from 0: `Mậu Thân`.
    Sign(u8),
}

/// How many years the place of a year of the cycle may lie from another year that the text tells.
const NEAR_YEARS: i16 = 12;

impl Lunar {
    /// First and last day of a month of which the calendar is known, or the day of it, and whether there is such a day.
    pub(super) fn days(self) -> Option<(Date, Date, bool)> {
        let LunarYear::Number(year) = self.year else { return None };
        let month = moon::month(year, self.month?, self.leap)?;
        let Some(day) = self.day else { return Some((month.first, month.last, true)) };
        let found = month.first.checked_add(Span::new().days(i64::from(day) - 1)).ok()?;
        let date = found.min(month.last);
        Some((date, date, found == date))
    }

    pub(super) fn grain(self) -> Grain {
        let is_unknown = matches!(self.year, LunarYear::Number(_)) && self.days().is_none();
        match (self.day, self.month) {
            (_, Some(_)) if is_unknown => Grain::Year,
            (Some(_), _) => Grain::Day,
            (None, Some(_)) => Grain::Month,
            _ => Grain::Year,
        }
    }

    /// The same with the year of its sign that lies nearest to another, if that is near; a day or month without any takes
    /// that of its sentence.
    pub(super) fn near(self, year: i16, in_sentence: bool) -> Option<Self> {
        let sign = match self.year {
            LunarYear::Sign(sign) => sign,
            LunarYear::Untold if in_sentence && self.month.is_some() => {
                return Some(Self { year: LunarYear::Number(year), ..self });
            }
            _ => return None,
        };
        let ahead = (i16::from(sign) - i16::from(sign_of(year))).rem_euclid(60);
        let away = if ahead > 30 { ahead - 60 } else { ahead };
        (away.abs() <= NEAR_YEARS).then_some(Self { year: LunarYear::Number(year + away), ..self })
    }
}

/// The place of a year in the cycle of sixty: 4 was the first of one.
pub(super) fn sign_of(year: i16) -> u8 {
    (year - 4).rem_euclid(60) as u8
}
