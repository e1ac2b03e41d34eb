//! The time that a filter asks for to the documents that are out of force in it, as far as the index tells.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, offset};
use rustc_hash::FxHashMap;

use super::planner::Planner;
use super::reading::TypedDate;
use crate::analysis::fold;
use crate::error::Result;
use crate::mention::date::{DateMention, NoTime};
use crate::store::{Bound, BoundKind, Clause, DocumentName, Term, bounds, owners};

/// What is typed for the day on which it is typed, folded.
const TODAY: [&str; 7] = ["nay", "hom nay", "hien nay", "hien tai", "bay gio", "today", "now"];

/// Days that are told from today, folded.
#[cfg(feature = "cli")]
const RELATIVE: [&str; 12] = [
    "hom qua",
    "hom kia",
    "hom truoc",
    "ngay mai",
    "ngay kia",
    "tuan truoc",
    "thang truoc",
    "nam ngoai",
    "nam truoc",
    "nam sau",
    "yesterday",
    "tomorrow",
];

/// How many hours the clock of Vietnam, by which its laws come into force, is ahead of UTC.
const VIETNAM: i8 = 7;

/// The day that it is now in Vietnam.
pub(crate) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::fixed(offset(VIETNAM))).date()
}

/// Whether it is meant as a day that is told from today, which is not reckoned: `hôm-qua`.
#[cfg(feature = "cli")]
pub(crate) fn is_from_today(typed: &str) -> bool {
    RELATIVE.contains(&&*fold(typed).replace(['-', '_'], " "))
}

/// The time that is asked for: a day, month, year or period, or today; no day of any year.
pub(crate) fn typed(value: &str) -> std::result::Result<TypedDate, NoTime> {
    let words: Vec<&str> = value.split_whitespace().collect();
    if !TODAY.contains(&&*fold(&words.join(" "))) {
        return match TypedDate::read(value) {
            Ok(TypedDate { mention, .. }) if mention.yearly.is_some() => Err(NoTime::NoYear),
            read => read,
        };
    }
    let day = Some(today());
    Ok(TypedDate { typed: value.to_owned(), mention: DateMention::period(day, day), is_given: false })
}

impl Planner<'_> {
    /// The passages of documents that were in force on no day of a time: another has replaced, repealed or suspended
    /// them by its first day, they expired by then, or come into force behind its last.
    pub(super) fn out_of_force(&self, time: &TypedDate) -> Result<Clause> {
        if !time.mention.valid {
            return Ok(Clause::Everything.scored(0.0));
        }
        let (from, to) = (time.mention.from.unwrap_or(Date::MIN), time.mention.to.unwrap_or(Date::MAX));
        let mut told: FxHashMap<String, Vec<Bound>> = FxHashMap::default();
        for bound in bounds(self.facts, None)? {
            told.entry(bound.document.canonical.clone()).or_default().push(bound);
        }
        let is_out = |document: &DocumentName| {
            let bounds = told.get(&document.canonical).into_iter().flatten();
            is_out(bounds.filter(|bound| bound.document.may_be(document)), from, to)
        };
        let out: Vec<Term> =
            owners(self.facts)?.into_iter().filter(|(own, _)| is_out(own)).map(|(_, term)| term).collect();
        Ok(if out.is_empty() { Clause::Nothing } else { Clause::AnyOf(out) })
    }
}

/// Whether a document is in force on no day between two, by what is told of it.
fn is_out<'a>(bounds: impl Iterator<Item = &'a Bound>, from: Date, to: Date) -> bool {
    let mut first = None;
    for bound in bounds {
        match (bound.kind, bound.date) {
            (BoundKind::Begins, Some(day)) => first = Some(first.map_or(day, |first: Date| first.min(day))),
            (BoundKind::Begins, None) => {}
            _ if bound.holds_within(from, to) => return true,
            _ => {}
        }
    }
    first.is_some_and(|first| first > to)
}
