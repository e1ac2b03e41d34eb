//! How long a time is that a text names: a day, a year, a century.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grain {
    /// `17/5/2021`.
    Day,
    /// `đầu tháng 5/2021`: days 1 to 10, 11 to 20, 21 to the last.
    PartOfMonth,
    /// `tháng 5 năm 2021`.
    Month,
    /// `quý II/2021`.
    Quarter,
    /// `đầu năm 1953`: thirds of the year; `mùa xuân năm 1975`: February to April, and so on.
    PartOfYear,
    /// `năm 1952`.
    Year,
    /// `thập niên 90`.
    Decade,
    /// `thế kỷ XIX`: from 1801 to 1900.
    Century,
    /// Everything with two ends: `nhiệm kỳ 2020 - 2025`.
    Period,
}

impl Grain {
    /// That of a whole year, month or day, else a period.
    pub(crate) fn between(from: Option<Date>, to: Option<Date>) -> Self {
        let Some((from, to)) = from.zip(to) else { return Grain::Period };
        match (from, to) {
            _ if from == to => Grain::Day,
            _ if (from, to) == (from.first_of_month(), from.last_of_month()) => Grain::Month,
            _ if (from, to) == (from.first_of_year(), from.last_of_year()) => Grain::Year,
            _ => Grain::Period,
        }
    }

    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Grain::Day => "day",
            Grain::PartOfMonth => "part-of-month",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::PartOfYear => "part-of-year",
            Grain::Year => "year",
            Grain::Decade => "decade",
            Grain::Century => "century",
            Grain::Period => "period",
        }
    }
}
