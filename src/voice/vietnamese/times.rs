//! Days and periods in Vietnamese, as papers write them: `23/4/2021`, `năm 1955`, `từ 24 đến 28/3/1960`.

use jiff::civil::Date;

/// What lies between two days, as far as they are given; empty where neither is.
pub fn between(from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (None, None) => String::new(),
        (Some(from), Some(to)) => period(from, to),
        (Some(from), None) => format!("từ {}", start(from)),
        (None, Some(to)) => format!("đến {}", end(to)),
    }
}

/// `23/4/2021`.
pub fn day(day: Date) -> String {
    format!("{}/{}/{}", day.day(), day.month(), year(day.year()))
}

/// A day, month, quarter, year, or what lies between two of these.
fn period(from: Date, to: Date) -> String {
    let same_year = from.year() == to.year();
    if from == to {
        return day(from);
    }
    if !is_start_of_month(from) || !is_end_of_month(to) {
        return match (same_year, same_year && from.month() == to.month()) {
            (_, true) => format!("từ {} đến {}", from.day(), day(to)),
            (true, _) => format!("từ {}/{} đến {}", from.day(), from.month(), day(to)),
            _ => format!("từ {} đến {}", day(from), day(to)),
        };
    }
    let is_years = from.month() == 1 && to.month() == 12;
    match (same_year, is_years) {
        (true, true) => format!("năm {}", year(from.year())),
        (false, true) => format!("từ năm {} đến năm {}", year(from.year()), year(to.year())),
        _ if from.month() == to.month() && same_year => format!("tháng {}", month(to)),
        _ => match quarter(from, to) {
            Some(quarter) => format!("quý {quarter}/{}", year(to.year())),
            None if same_year => format!("từ tháng {} đến tháng {}", from.month(), month(to)),
            None => format!("từ tháng {} đến tháng {}", month(from), month(to)),
        },
    }
}

/// Where a period begins that has no end.
pub fn start(from: Date) -> String {
    match (from.month(), from.day()) {
        (1, 1) => format!("năm {}", year(from.year())),
        (_, 1) => format!("tháng {}", month(from)),
        _ => day(from),
    }
}

/// The day, month or year with which a period ends.
pub fn last(to: Date) -> String {
    match (to.month(), is_end_of_month(to)) {
        (12, true) => format!("năm {}", year(to.year())),
        (_, true) => format!("tháng {}", month(to)),
        _ => day(to),
    }
}

/// Where a period ends that has no beginning.
fn end(to: Date) -> String {
    if is_end_of_month(to) { format!("hết {}", last(to)) } else { last(to) }
}

/// The quarter that lies between two days, in Roman numerals.
fn quarter(from: Date, to: Date) -> Option<&'static str> {
    match (from.month(), to.month()) {
        _ if from.year() != to.year() => None,
        (1, 3) => Some("I"),
        (4, 6) => Some("II"),
        (7, 9) => Some("III"),
        (10, 12) => Some("IV"),
        _ => None,
    }
}

/// `4/1964`.
pub fn month(day: Date) -> String {
    format!("{}/{}", day.month(), year(day.year()))
}

/// The year; one before the year 1 as years before Christ.
pub fn year(year: i16) -> String {
    if year < 1 { format!("{} TCN", 1 - i32::from(year)) } else { year.to_string() }
}

fn is_start_of_month(day: Date) -> bool {
    day.day() == 1
}

fn is_end_of_month(day: Date) -> bool {
    day.day() == day.days_in_month()
}
