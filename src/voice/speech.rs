//! A language to what is said in it at the command line.

use std::time::Duration;

use jiff::civil::Date;

use super::known::in_vietnamese;
use super::language::Language;
use super::said::{Fault, Noun, Step, Time, Word};
use super::told::Told;
use super::topic::Topic;
use super::{english, vietnamese};
use crate::query::Piece;

impl Language {
    /// A sentence, or a line of what is printed.
    pub(crate) fn told(self, told: Told) -> String {
        match self {
            Self::English => english::told::told(told),
            Self::Vietnamese => vietnamese::told::told(told),
        }
    }

    /// What is wrong with what was typed.
    pub(crate) fn fault(self, fault: Fault) -> String {
        match self {
            Self::English => english::usage::usage(fault),
            Self::Vietnamese => vietnamese::usage::usage(fault),
        }
    }

    /// What help says of something.
    pub(crate) fn help(self, topic: Topic) -> &'static str {
        match self {
            Self::English => english::help::help(topic),
            Self::Vietnamese => vietnamese::help::help(topic),
        }
    }

    /// A label, or the head of a column.
    pub(crate) fn word(self, word: Word) -> &'static str {
        match self {
            Self::English => english::word::word(word),
            Self::Vietnamese => vietnamese::word::word(word),
        }
    }

    /// What is called so in JSON and in the values of options: `congress`, `đại hội`.
    pub(crate) fn name(self, code: &str) -> &str {
        match self {
            Self::English => code,
            Self::Vietnamese => vietnamese::names(code).next().unwrap_or(code),
        }
    }

    /// A number and its noun.
    pub(crate) fn count(self, count: u64, noun: Noun) -> String {
        match self {
            Self::English => english::figures::count(count, noun),
            Self::Vietnamese => vietnamese::figures::count(count, noun),
        }
    }

    /// A number with a sign between its thousands.
    pub(crate) fn number(self, number: u64) -> String {
        match self {
            Self::English => english::figures::number(number),
            Self::Vietnamese => vietnamese::counts::number(number),
        }
    }

    /// A fraction with so many digits.
    pub(crate) fn decimal(self, value: f64, digits: usize) -> String {
        match self {
            Self::English => format!("{value:.digits$}"),
            Self::Vietnamese => vietnamese::figures::decimal(value, digits),
        }
    }

    /// A size in the unit that leaves one to three digits before the point.
    pub(crate) fn size(self, bytes: u64) -> String {
        match self {
            Self::English => english::figures::size(bytes),
            Self::Vietnamese => vietnamese::figures::size(bytes),
        }
    }

    /// How long ago something was.
    pub(crate) fn ago(self, time: Duration) -> String {
        match self {
            Self::English => english::figures::ago(time),
            Self::Vietnamese => vietnamese::figures::ago(time),
        }
    }

    /// A day or period; empty where there is neither.
    pub(crate) fn time(self, time: &Time) -> String {
        match self {
            Self::English => english::figures::time(time),
            Self::Vietnamese => vietnamese::figures::time(time),
        }
    }

    /// A day.
    pub(crate) fn day(self, day: Date) -> String {
        self.time(&Time { from: Some(day), to: Some(day), ..Time::default() })
    }

    /// The days in ISO form from which on, and until which, something holds.
    pub(crate) fn held_days(self, date: &str, until: Option<&str>) -> String {
        let until = until.and_then(|until| until.parse().ok());
        match (date.parse(), until) {
            (Ok(from), Some(until)) => self.time(&Time { from: Some(from), to: Some(until), ..Time::default() }),
            (Ok(from), None) => self.day(from),
            (Err(_), _) => date.to_owned(),
        }
    }

    /// A day in ISO form of what is told of a document: of the end of its force (`expires`), which side of it the
    /// day is on.
    pub(crate) fn force_day(self, date: &str, what: &str, last_day: bool) -> String {
        match date.parse() {
            Ok(date) if last_day => self.told(Told::LastDay(date)),
            Ok(date) if what == "expires" => self.told(Told::FirstDayWithout(date)),
            Ok(date) => self.day(date),
            Err(_) => date.to_owned(),
        }
    }

    /// What a bar of a timeline stands for, by its first day.
    pub(crate) fn step(self, step: Step, day: Date) -> String {
        match self {
            Self::English => english::figures::step(step, day),
            Self::Vietnamese => vietnamese::figures::step(step, day),
        }
    }

    /// A piece of a query as it may be typed.
    pub(crate) fn asked(self, asked: &Piece) -> String {
        match self {
            Self::English => asked.to_string(),
            Self::Vietnamese => vietnamese::notice::asked_text(asked),
        }
    }

    /// A day that no calendar has, as it was written.
    pub(crate) fn no_such_day(self, written: &str) -> String {
        match self {
            Self::English => english::figures::no_such_day(written),
            Self::Vietnamese => vietnamese::figures::no_such_day(written),
        }
    }

    /// What the system says of a failure.
    pub(crate) fn system(self, error: &std::io::Error) -> String {
        match self {
            Self::English => error.to_string(),
            Self::Vietnamese => vietnamese::system::io(error),
        }
    }

    /// What somebody says who speaks English alone.
    pub(crate) fn quoted(self, said: &str) -> String {
        match self {
            Self::English => english::said::said(said),
            Self::Vietnamese => in_vietnamese(said).unwrap_or_else(|| format!("“{said}”")),
        }
    }
}

/// The verb that a word in Vietnamese means, with diacritics or without.
pub(crate) fn verb_of(word: &str) -> Option<&'static str> {
    vietnamese::verb_of(word)
}

/// What may be typed in Vietnamese for a value of an option; the first is how it is called.
pub(crate) fn vietnamese_names(code: &str) -> impl Iterator<Item = &'static str> {
    vietnamese::names(code)
}
