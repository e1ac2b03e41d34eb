//! Counts, sizes and times in English: `1,234 documents`, `3.4 MB`, `2 hours ago`, `1955..1960`.

use std::time::Duration;

use jiff::civil::Date;

use crate::mention::date::Grain;
use crate::voice::figures::{grouped, iso, iso_year, scaled};
use crate::voice::said::{Noun, Step, Time};

/// A number with commas between its thousands.
pub fn number(count: u64) -> String {
    grouped(count, ',')
}

/// A number and its noun.
pub fn count(count: u64, noun: Noun) -> String {
    let noun = match noun {
        Noun::Document => "document",
        Noun::Passage => "passage",
        Noun::File => "file",
        Noun::Line => "line",
        Noun::Letter => "letter",
        Noun::Page => "page",
        Noun::Segment => "segment",
    };
    plural(count, noun)
}

/// A number and its noun, which takes an `s` unless there is one of it.
pub fn plural(count: u64, noun: &str) -> String {
    format!("{} {noun}{}", number(count), if count == 1 { "" } else { "s" })
}

/// A size in the unit that leaves one to three digits before the point.
pub fn size(bytes: u64) -> String {
    match scaled(bytes) {
        (_, "") => format!("{bytes} B"),
        (size, unit) => format!("{size:.1} {unit}"),
    }
}

/// How long something took.
pub fn time_taken(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds < 0.1 => format!("{:.1} ms", seconds * 1e3),
        seconds if seconds < 120.0 => format!("{seconds:.1} s"),
        seconds => format!("{:.0} min", seconds / 60.0),
    }
}

/// How long something may still take.
pub fn time_left(seconds: u64) -> String {
    match seconds {
        0..120 => format!("{seconds} s left"),
        120..7200 => format!("{} min left", seconds / 60),
        _ => format!("{} h left", number(seconds / 3600)),
    }
}

/// How long ago something was.
pub fn ago(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..60 => "just now".to_owned(),
        60..3600 => format!("{} ago", plural(seconds / 60, "minute")),
        3600..86_400 => format!("{} ago", plural(seconds / 3600, "hour")),
        _ => format!("{} ago", plural(seconds / 86_400, "day")),
    }
}

/// A day, a whole month or a whole year, or two with two dots between, as ISO 8601 has them; empty where there is
/// neither.
pub fn time(time: &Time) -> String {
    let interval = match (time.from, time.to) {
        (None, None) => time.yearly.map(|days| days.to_string()).unwrap_or_default(),
        (Some(from), Some(to)) if from == to => iso(from),
        (Some(from), Some(to)) if from == from.first_of_month() && to == to.last_of_month() => whole(from, to),
        (from, to) => {
            let shown = |day: Option<Date>, grain: Option<Grain>| match (day, grain) {
                (Some(day), Some(Grain::PartOfYear | Grain::Month)) => step(Step::Month, day),
                (Some(day), Some(Grain::Year)) => step(Step::Year, day),
                (day, _) => day.map(iso).unwrap_or_default(),
            };
            format!("{}..{}", shown(from, time.ends.0), shown(to, time.ends.1))
        }
    };
    let interval = if time.inferred { format!("~{interval}") } else { interval };
    match time.from.filter(|from| time.impossible && time.to == Some(*from)) {
        // the day that is known is not the one that was written
        Some(day) => misdated(&step(Step::Month, day)),
        None if time.impossible => misdated(&interval),
        None => interval,
    }
}

/// What is known of a time that was written with a day that no calendar has.
pub(super) fn misdated(known: &str) -> String {
    format!("{known} (written with a day that does not exist)").trim_start().to_owned()
}

/// A day that no calendar has, as it was written.
pub fn no_such_day(written: &str) -> String {
    format!("{written} (no such day)").trim_start().to_owned()
}

/// The years or months from the first day to the last, both whole.
fn whole(from: Date, to: Date) -> String {
    let years = from == from.first_of_year() && to == to.last_of_year();
    let shown = |day: Date| {
        let day = iso(day);
        day[..day.len() - if years { "-01-01".len() } else { "-01".len() }].to_owned()
    };
    let (first, last) = (shown(from), shown(to));
    if first == last { first } else { format!("{first}..{last}") }
}

/// What a bar stands for, by its first day.
pub fn step(step: Step, day: Date) -> String {
    match step {
        Step::Year => iso_year(day.year()),
        Step::Month => format!("{}-{:02}", iso_year(day.year()), day.month()),
        Step::Decade => format!("{}s", iso_year(day.year().div_euclid(10) * 10)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_years_and_months_are_called_so() {
        let day = |day: &str| day.parse::<Date>().ok();
        for (from, to, expected) in [
            ("1955-01-01", "1955-12-31", "1955"),
            ("1929-01-01", "1935-12-31", "1929..1935"),
            ("1957-04-01", "1957-04-30", "1957-04"),
            ("1956-02-01", "1956-02-29", "1956-02"),
            ("1963-07-01", "1972-04-30", "1963-07..1972-04"),
            ("1963-07-01", "1963-12-31", "1963-07..1963-12"),
            ("1963-01-01", "1972-04-30", "1963-01..1972-04"),
            ("0043-01-01", "0043-12-31", "0043"),
            ("-000178-01-01", "-000178-12-31", "-0178"),
            ("1957-04-24", "1957-04-24", "1957-04-24"),
            ("1957-04-01", "1957-04-24", "1957-04-01..1957-04-24"),
            ("1957-01-02", "1957-12-31", "1957-01-02..1957-12-31"),
            ("1962-03-16", "", "1962-03-16.."),
            ("1962-01-01", "", "1962-01-01.."),
            ("", "1962-12-31", "..1962-12-31"),
            ("", "", ""),
        ] {
            assert_eq!(time(&Time { from: day(from), to: day(to), ..Time::default() }), expected);
        }
        let year = Time { from: day("1955-01-01"), to: day("1955-12-31"), ..Time::default() };
        assert_eq!(time(&Time { inferred: true, ..year }), "~1955");
    }
}
