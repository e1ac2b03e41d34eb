//! What is typed as a time to its days, or to what a language says of it.

use jiff::civil::Date;

use crate::mention::date::{self, DateMention, NoTime};
use crate::query::{self, End, NoEnd, NoPeriod, Notice};
use crate::snippet::text::cut;
use crate::voice::{Fault, Language, Listener};

/// Columns of a refused value that a message repeats.
pub const SHOWN: usize = 60;

/// The day with which a period begins or ends, and what was typed as it.
#[derive(Clone, Debug)]
pub struct Bound {
    day: Date,
    typed: String,
}

impl Bound {
    /// The first day of what was typed as a time: `1947` is 1 January.
    ///
    /// # Errors
    /// What is said of it.
    pub fn first(typed: &str, language: Language) -> Result<Self, String> {
        Self::end(typed, End::First, language)
    }

    /// The last day of what was typed as a time: `1947` is 31 December.
    ///
    /// # Errors
    /// What is said of it.
    pub fn last(typed: &str, language: Language) -> Result<Self, String> {
        Self::end(typed, End::Last, language)
    }

    fn end(typed: &str, end: End, language: Language) -> Result<Self, String> {
        let day = query::end(typed, end).map_err(|no_end| told(typed, no_end, language))?;
        Ok(Self { day, typed: typed.to_owned() })
    }

    /// The day.
    pub fn day(&self) -> Date {
        self.day
    }
}

/// The first and the last day of what was typed as a time in which something may be: `1947` is the whole year.
///
/// # Errors
/// What is said of it.
pub fn days(typed: &str, language: Language) -> Result<(Date, Date), String> {
    query::days(typed).map_err(|no_end| told(typed, no_end, language))
}

/// The days of a period.
///
/// # Errors
/// What is said of one whose last day lies before its first.
pub fn period(
    from: Option<&Bound>,
    to: Option<&Bound>,
    language: Language,
) -> Result<(Option<Date>, Option<Date>), String> {
    let typed = |bound: Option<&Bound>| bound.map(|bound| cut(&bound.typed, SHOWN)).unwrap_or_default();
    query::period(from.map(|from| &*from.typed), to.map(|to| &*to.typed)).map_err(|no_period| match no_period {
        NoPeriod::Reversed => language.fault(Fault::Reversed { from: &typed(from), to: &typed(to) }),
        NoPeriod::Odd(end, no_end) => told(&typed(if end == End::First { from } else { to }), no_end, language),
    })
}

/// What is said of what is no end of a period.
fn told(typed: &str, no_end: NoEnd, language: Language) -> String {
    match no_end {
        NoEnd::NoTime(why) => no_time(typed, why, language),
        NoEnd::Open(End::First) => language.fault(Fault::NoFirstDay { typed }),
        NoEnd::Open(End::Last) => language.fault(Fault::NoLastDay { typed }),
        NoEnd::Time(fault) => {
            language.voice(Listener::CommandLine).notice(&Notice::Time { typed: typed.to_owned(), fault })
        }
    }
}

/// What is said of what is no time.
pub fn no_time(typed: &str, why: NoTime, language: Language) -> String {
    let typed = &cut(typed, SHOWN);
    language.fault(match why {
        NoTime::Unnamed => Fault::NoTime { typed },
        NoTime::Unread => Fault::UnreadTime { typed },
        NoTime::NoYear => Fault::NoYear { typed },
    })
}

/// What is typed as a time, though it may be none of the calendar.
///
/// # Errors
/// What is said of what is no time.
pub fn possible(typed: &str, language: Language) -> Result<DateMention, String> {
    date::read_whole(typed).map_err(|why| no_time(typed, why, language))
}
