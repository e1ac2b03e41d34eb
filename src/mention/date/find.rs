//! Text -> the days and periods that it names.

use std::ops::Range;

use jiff::civil::Date;

use super::mention::DateMention;
use super::own::{self, Own};
use super::parse::{Parser, Raw};
use super::scan::Scanner;
use super::{bound, context, dots, fault, hyphen};
use crate::mention::number;
use crate::text::has_vietnamese_marks;

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
    // no term tells of what was before the first year
    let known = |date: &DateMention| date.from.is_none_or(|day| day.year() >= 1);
    let dates = dates.into_iter().filter(known).collect();
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
    let plain = !has_vietnamese_marks(text);
    let folded = query || plain;
    let mut scanner = Scanner::new(text, numbers, folded);
    let mut run = Vec::new();
    let mut dates = Vec::new();
    let english = plain && !query && is_english(text);
    while scanner.next_run(&mut run) {
        hyphen::leave_out(&mut run);
        Parser { text, run: &run, query, folded, english }.read(&mut dates);
    }
    // the name of a reign may reach beyond its run
    let mut end = 0;
    dates.retain(|date| {
        let apart = date.range.start >= end;
        end = end.max(date.range.end);
        apart
    });
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
