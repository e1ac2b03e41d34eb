//! Values to what people read of them: times, places, offices.

use std::time::SystemTime;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::directory::Office;
use crate::mention::DateMention;
use crate::snippet::text::clean_line;
use crate::voice::page::Words;
use crate::wire::times::TimeFields;

/// A day, with what is not told of it.
pub fn time(mention: Option<&DateMention>, words: &Words) -> String {
    let told = (words.when)(&TimeFields::of(mention).time());
    if told.is_empty() { words.undated.to_owned() } else { told }
}

/// When something was done, in the time zone of the machine.
pub fn moment(time: SystemTime, words: &Words) -> String {
    let Ok(time) = Timestamp::try_from(time) else { return String::new() };
    let zoned = time.to_zoned(TimeZone::system());
    format!("{} {:02}:{:02}", words.day(zoned.date()), zoned.hour(), zoned.minute())
}

/// An office with its time.
pub fn office(office: &Office, words: &Words) -> String {
    let role = clean_line(&office.role);
    let when = (words.when)(&TimeFields::of_office(office).time());
    if when.is_empty() { role } else { format!("{role} ({when})") }
}

/// The last name of a path.
pub fn name_of(id: &str) -> &str {
    id.rsplit('/').next().unwrap_or(id)
}
