//! A count to its digits in groups of three, a size to its unit, a day to its form in ISO 8601.

#[cfg(feature = "cli")]
use jiff::civil::Date;

/// The digits of a count with a sign between its thousands.
pub(super) fn grouped(count: u64, sign: char) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(sign);
        }
        text.push(digit);
    }
    text
}

/// A day in ISO 8601: the year before the first is `0000`, the one before that `-0001`.
#[cfg(feature = "cli")]
pub(crate) fn iso(day: Date) -> String {
    format!("{}-{:02}-{:02}", iso_year(day.year()), day.month(), day.day())
}

/// A year in ISO 8601, of four digits.
#[cfg(feature = "cli")]
pub(crate) fn iso_year(year: i16) -> String {
    if year < 0 { format!("-{:04}", -i32::from(year)) } else { format!("{year:04}") }
}

/// A size and the unit that leaves one to three digits before the point; no unit below a thousand bytes.
#[cfg(feature = "cli")]
pub(super) fn scaled(bytes: u64) -> (f64, &'static str) {
    const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];
    let mut size = bytes as f64;
    let mut unit = "";
    for larger in UNITS {
        if size < if unit.is_empty() { 1000.0 } else { 999.95 } {
            break;
        }
        (size, unit) = (size / 1000.0, larger);
    }
    (size, unit)
}
