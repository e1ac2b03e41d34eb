//! The arguments of a tool to what is wanted: types that deserialize, and their bounds.

use jiff::civil::Date;
use rmcp::model::JsonObject;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::mention::date;
use crate::query::{self, End, NoEnd, NoPeriod, ValueFault, limited};
use crate::voice::tools::Misuse;

/// Characters of an answer where nothing else is asked for.
pub const USUAL_CHARS: usize = 6_000;

/// Characters of an answer at least and at most.
const CHARS: (usize, usize) = (500, 20_000);

/// No answer goes on behind so many.
pub const MAX_OFFSET: usize = 10_000;

/// Reads arguments.
///
/// # Errors
/// They are not those of the tool.
pub fn read<T: DeserializeOwned>(arguments: JsonObject) -> Result<T, Misuse> {
    // some clients send what is left open as null
    let given = arguments.into_iter().filter(|(_, value)| !value.is_null()).collect();
    serde_json::from_value(Value::Object(given)).map_err(|error| Misuse::Arguments { said: error.to_string() })
}

/// How many characters an answer may have.
pub fn chars(wanted: Option<usize>) -> usize {
    wanted.unwrap_or(USUAL_CHARS).clamp(CHARS.0, CHARS.1)
}

/// A count within bounds; the usual one where none is told.
///
/// # Errors
/// It is beyond them.
pub fn count(
    name: &'static str,
    told: Option<usize>,
    usual: usize,
    (least, most): (usize, usize),
) -> Result<usize, Misuse> {
    let count = told.unwrap_or(usual);
    if (least..=most).contains(&count) { Ok(count) } else { Err(Misuse::Count { name, least, most }) }
}

/// How much of an answer was told before.
///
/// # Errors
/// It is too much.
pub fn offset(told: Option<usize>) -> Result<usize, Misuse> {
    count("offset", told, 0, (0, MAX_OFFSET))
}

/// The first and the last day of a period.
///
/// # Errors
/// One is no time, or the period ends before it begins.
pub fn period(from: Option<&str>, to: Option<&str>) -> Result<(Option<Date>, Option<Date>), Misuse> {
    query::period(from, to).map_err(|no_period| {
        let NoPeriod::Odd(end, no_end) = no_period else { return Misuse::Reversed };
        let (name, typed) = match end {
            End::First => ("from", from),
            End::Last => ("to", to),
        };
        let typed = typed.unwrap_or_default().to_owned();
        match no_end {
            NoEnd::NoTime(why) => Misuse::Odd { name, typed, fault: ValueFault::NoTime(why) },
            NoEnd::Time(fault) => Misuse::Time { name, typed, fault },
            NoEnd::Open(_) => Misuse::Open { name, typed },
        }
    })
}

/// A day or period.
///
/// # Errors
/// It is none.
pub fn time(name: &'static str, typed: &str) -> Result<date::DateMention, Misuse> {
    let odd = |fault| Misuse::Odd { name, typed: typed.to_owned(), fault: ValueFault::NoTime(fault) };
    date::read_whole(limited(typed).0).map_err(odd)
}
