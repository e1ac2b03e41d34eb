//! Text to days and periods: closed intervals of civil days, each with its grain.
//!
//! The whole expression is one mention (`từ ngày 11/5 đến 13/5/2021`), time of day left out. Numbers
//! of documents, sums, ratios and durations are no dates; a day that comes back every year has no year.

mod beside;
mod bound;
mod context;
mod dots;
mod english;
mod fault;
mod feast;
mod figures;
mod joint;
mod lending;
pub(super) mod letters;
mod own;
mod parse;
mod piece;
mod scan;
mod skip;
mod spoken;
#[cfg(test)]
mod tests;
mod unit;
mod value;
mod whole;
mod words;
mod yearly;

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use self::bound::{Bound, bound};
use self::own::Own;
use self::parse::{Parser, Raw};
use self::scan::Scanner;
pub use self::whole::{NoTime, read_whole};
pub use self::yearly::{MonthDay, Yearly};
use super::number;

/// A day or period that a text names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMention {
    /// Bytes of the text, on character boundaries.
    pub range: Range<usize>,
    /// First day; none for lunar days, for days whose year the text does not tell and where the period has no
    /// beginning (`trước năm 1945`, in queries only).
    pub from: Option<Date>,
    /// Last day, the first included in any case; none too where the period is open (`đến nay`).
    pub to: Option<Date>,
    /// The days of any year, where the text tells no year.
    pub yearly: Option<Yearly>,
    /// What is named.
    pub grain: Grain,
    /// False where the day does not exist (`31/6/2021`): the interval ends with the month. In a query for what else
    /// cannot be, without interval.
    pub valid: bool,
    /// Whether year or end are taken from the text around.
    pub inferred: bool,
    /// Whether it is a day of the lunar calendar, which has no interval here.
    pub lunar: bool,
    /// What the words around make of it in a text: the end or beginning of a period, and not the time of something.
    pub bound: Option<Bound>,
}

impl DateMention {
    /// A period that stands in no text, open where an end is not given.
    pub fn period(from: Option<Date>, to: Option<Date>) -> Self {
        let (range, grain) = (0..0, Grain::Period);
        Self { range, from, to, yearly: None, grain, valid: true, inferred: false, lunar: false, bound: None }
    }

    /// The time that a text tells with it: the open period where it only bounds one.
    pub fn told(&self) -> Self {
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

    /// Whether it tells a time that can be looked for, or a day that does not exist.
    pub fn tells_time(&self) -> bool {
        self.from.is_some() || self.to.is_some() || self.yearly.is_some() || !self.valid
    }
}

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

/// All dates of `text`, in order, none inside another, and the day of the document itself.
///
/// `numbers` are the ranges of the document numbers in it, in order: nothing inside is a date.
/// `published` is the day of the document where it is known better than from its own head; `đến nay`
/// ends there.
pub fn find(text: &str, numbers: &[Range<usize>], published: Option<Date>) -> (Vec<DateMention>, Option<Date>) {
    let dates = read(text, numbers, Source::Document);
    let own = published.map(|day| Own { day, tells_months: true }).or_else(|| {
        let head = dates.partition_point(|date| date.range.start < own::HEAD);
        own::own(cut(text), &context::resolve(text, &dates[..head], None))
    });
    let mut found = context::resolve(text, &dates, own);
    bound::mark(text, &mut found);
    (found, own.map(|own| own.day))
}

/// The dates of a query, with or without diacritics: `ngay 4 thang 4 nam 1947`, `1957`, `17-02-1979`; days without
/// a year (`30/4`), open periods (`trước năm 1945`) and periods with dots (`1950..1960`) too.
pub fn find_in_query(text: &str) -> Vec<DateMention> {
    dots::joined(text, between_dots)
}

fn between_dots(text: &str) -> Vec<DateMention> {
    let numbers: Vec<Range<usize>> = number::find(text).into_iter().map(|number| number.range).collect();
    let dates = context::resolve(text, &read(text, &numbers, Source::Query), None);
    bound::opened(text, fault::joined(text, dates))
}

/// The head of a text and as much as the last of its dates may need.
fn cut(text: &str) -> &str {
    let mut end = text.len().min(2 * own::HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Where a text comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Document,
    Query,
}

fn read(text: &str, numbers: &[Range<usize>], source: Source) -> Vec<Raw> {
    let query = source == Source::Query;
    let plain = !letters::has_marks(text);
    let mut scanner = Scanner::new(text, numbers, query || plain);
    let mut run = Vec::new();
    let mut dates = Vec::new();
    let english = plain && !query && is_english(text);
    while scanner.next_run(&mut run) {
        Parser { text, run: &run, query, english }.read(&mut dates);
    }
    for date in &mut dates {
        let number = numbers[..numbers.partition_point(|number| number.end <= date.range.start)].last();
        date.cited = number.is_some_and(|number| follows_number(&text[number.end..date.range.start]));
    }
    dates
}

/// Whether only the issuer stands between a document number and the day behind it: ` của Bộ Chính trị `.
fn follows_number(between: &str) -> bool {
    const REACH: usize = 80;
    let gap = between.trim();
    between.len() <= REACH
        && (matches!(gap, "" | "(" | ",") || gap.starts_with("của ") && !gap.contains(['.', ';', ',', ':']))
}

/// Whether a text without marks is English: it has the words of every English sentence.
fn is_english(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_ascii_alphabetic()).take(2000);
    words.any(|word| matches!(word, "the" | "of" | "and" | "on" | "The" | "On"))
}
