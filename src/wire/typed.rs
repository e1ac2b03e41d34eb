//! What is typed as a time to its days, or to what a language says of it.

use jiff::civil::Date;

use crate::mention::date::{self, DateMention, NoTime};
use crate::query::Notice;
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
        let day = time(typed, language)?.from.ok_or_else(|| language.fault(Fault::NoFirstDay { typed }))?;
        Ok(Self { day, typed: typed.to_owned() })
    }

    /// The last day of what was typed as a time: `1947` is 31 December.
    ///
    /// # Errors
    /// What is said of it.
    pub fn last(typed: &str, language: Language) -> Result<Self, String> {
        let day = time(typed, language)?.to.ok_or_else(|| language.fault(Fault::NoLastDay { typed }))?;
        Ok(Self { day, typed: typed.to_owned() })
    }

    /// The day.
    pub fn day(&self) -> Date {
        self.day
    }
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
    match (from, to) {
        (Some(from), Some(to)) if to.day < from.day => {
            let [from, to] = [from, to].map(|bound| cut(&bound.typed, SHOWN));
            Err(language.fault(Fault::Reversed { from: &from, to: &to }))
        }
        _ => Ok((from.map(Bound::day), to.map(Bound::day))),
    }
}

/// What is typed as a time, though it may be none of the calendar.
///
/// # Errors
/// What is said of what is no time.
pub fn possible(typed: &str, language: Language) -> Result<DateMention, String> {
    date::read_whole(typed).map_err(|no_time| {
        let typed = &cut(typed, SHOWN);
        language.fault(match no_time {
            NoTime::Unnamed => Fault::NoTime { typed },
            NoTime::Unread => Fault::UnreadTime { typed },
        })
    })
}

fn time(typed: &str, language: Language) -> Result<DateMention, String> {
    let told = possible(typed, language)?;
    match (told.yearly, told.fault()) {
        (Some(_), _) => Err(language.fault(Fault::NoYear { typed })),
        (None, Some(fault)) => {
            let voice = language.voice(Listener::CommandLine);
            Err(voice.notice(&Notice::Time { typed: typed.to_owned(), fault }))
        }
        (None, None) => Ok(told),
    }
}
