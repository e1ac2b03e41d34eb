//! The numbers and dates of a text, in which no name begins.

use std::ops::Range;

use jiff::civil::Date;

use super::date::{self, DateMention, Grain};
use super::number::{self, NumberMention};

/// What a text is read for before its names.
pub(super) struct Taken {
    pub(super) numbers: Vec<NumberMention>,
    pub(super) dates: Vec<DateMention>,
    /// The day of the document itself.
    pub(super) published: Option<Date>,
    /// The bytes of numbers and dates, in order.
    pub(super) ranges: Vec<Range<usize>>,
}

impl Taken {
    /// `stated` is the date of the document where its format states one, as it is written.
    pub(super) fn of(text: &str, stated: Option<&str>) -> Self {
        let stated = stated.and_then(|stated| {
            let dates = date::find_in_query(stated);
            dates.into_iter().find(|date| date.grain == Grain::Day && date.valid)?.from
        });
        let numbers = number::find(text);
        let mut ranges: Vec<Range<usize>> = numbers.iter().map(|mention| mention.range.clone()).collect();
        ranges.dedup();
        let (dates, published) = date::find(text, &ranges, stated);
        ranges.extend(dates.iter().map(|date| date.range.clone()));
        ranges.sort_by_key(|range| range.start);
        Self { numbers, dates, published, ranges }
    }
}
