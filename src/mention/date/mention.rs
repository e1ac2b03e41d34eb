//! A day or period that a text names -> its days, and what the words around make of it.

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::grain::Grain;
use super::yearly::Yearly;

/// A day or period that a text names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMention {
    /// Bytes of the text, on character boundaries.
    pub range: Range<usize>,
    /// First day; none for lunar days of a year that is not told, for days whose year the text does not tell and where the period has no
    /// beginning (`trước năm 1945`, in queries only).
    pub from: Option<Date>,
    /// Last day, the first included in any case; none too where the period is open (`đến nay`).
    pub to: Option<Date>,
    /// The days of any year, where the text tells no year.
    pub(crate) yearly: Option<Yearly>,
    /// What is named.
    pub grain: Grain,
    /// False where the day does not exist (`31/6/2021`): the interval ends with the month. In a query for what else
    /// cannot be, without interval.
    pub valid: bool,
    /// Whether year or end are taken from the text around.
    pub inferred: bool,
    /// Whether it is told by the lunar calendar or by a reign: an interval is converted.
    pub lunar: bool,
    /// What the words around make of it in a text: the end or beginning of a period, and not the time of something.
    pub bound: Option<Bound>,
}

impl DateMention {
    /// A period that stands in no text, open where an end is not given.
    pub(crate) fn period(from: Option<Date>, to: Option<Date>) -> Self {
        let (range, grain) = (0..0, Grain::Period);
        Self { range, from, to, yearly: None, grain, valid: true, inferred: false, lunar: false, bound: None }
    }

    /// A period that stands in no text, called a year, month or day where it is a whole one.
    pub(crate) fn spanning(from: Option<Date>, to: Option<Date>) -> Self {
        Self { grain: Grain::between(from, to), ..Self::period(from, to) }
    }

    /// The time that a text tells with it: the open period where it only bounds one.
    pub(crate) fn told(&self) -> Self {
        match self.bound {
            Some(Bound::Before) => self.clone().bounded(Bound::Before, Some(Bound::Until)),
            Some(Bound::After) => self.clone().bounded(Bound::After, Some(Bound::Since)),
            _ => self.clone(),
        }
    }

    /// Whether the text tells a period without an end or a beginning (`trước năm 1945`, `từ 1998 đến nay`): nothing
    /// is of the year where it begins or ends.
    pub fn is_open(&self) -> bool {
        match self.bound {
            Some(Bound::Before | Bound::After) => true,
            Some(Bound::Since) => self.grain == Grain::Period,
            Some(Bound::Until) => self.from.is_none(),
            None => false,
        }
    }

    /// The day beside a month, year or longer time that it lies outside of: `trước năm 1945` tells of no day of 1945.
    /// What is due before a day names that day.
    pub(crate) fn edge(&self) -> Option<Date> {
        match self.bound.filter(|_| self.from != self.to)? {
            Bound::Before => self.told().to,
            Bound::After => self.told().from,
            Bound::Until | Bound::Since => None,
        }
    }

    /// Whether its days are not those of the text, but the civil ones that those fell on.
    pub fn is_converted(&self) -> bool {
        self.lunar && self.from.is_some()
    }

    /// Whether it tells a time that can be looked for, or a day that does not exist.
    pub(crate) fn tells_time(&self) -> bool {
        self.from.is_some() || self.to.is_some() || self.yearly.is_some() || !self.valid
    }
}

/// What a date bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    /// All before it.
    Before,
    /// All up to it, itself included.
    Until,
    /// All from it on, itself included.
    Since,
    /// All behind it.
    After,
}

impl Bound {
    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Bound::Before => "before",
            Bound::Until => "until",
            Bound::Since => "since",
            Bound::After => "after",
        }
    }
}
