//! A number that counts days, as workbooks keep times -> the day and the time of the day.

use jiff::Span;
use jiff::civil::{Date, date};

const SECONDS_A_DAY: f64 = 86_400.0;

/// The last day that workbooks know, in the year 9999.
const LAST_DAY: f64 = 2_958_465.0;

/// Workbooks take 1900 for a leap year: this is the day after that February.
const MARCH_1900: f64 = 61.0;

/// Days between the two calendars that workbooks have.
const DAYS_TO_1904: f64 = 1462.0;

/// A point in time.
pub(super) struct Moment {
    pub day: Date,
    pub hour: i64,
    pub minute: i64,
    /// With its fraction.
    pub second: f64,
    /// Seconds since the calendar of the workbook began.
    pub elapsed: f64,
}

/// The moment that a number stands for, to the nearest of so many parts of a second; `None` before the calendar begins and after it ends.
pub(super) fn moment(number: f64, is_from_1904: bool, decimals: usize) -> Option<Moment> {
    let number = if is_from_1904 { number + DAYS_TO_1904 } else { number };
    if !(0.0..=LAST_DAY + 1.0).contains(&number) {
        return None;
    }
    let parts = 10_f64.powi(i32::try_from(decimals.min(6)).unwrap_or(0));
    let elapsed = (number * SECONDS_A_DAY * parts).round() / parts;
    let days = (elapsed / SECONDS_A_DAY).floor();
    let seconds = elapsed - days * SECONDS_A_DAY;
    let shift = if (1.0..MARCH_1900).contains(&days) { 1.0 } else { 0.0 };
    let start = date(1899, 12, 30);
    let day = start.checked_add(Span::new().try_days((days + shift) as i64).ok()?).ok()?;
    let whole = seconds.floor();
    let minutes = (whole as i64) / 60;
    let elapsed = if is_from_1904 { elapsed - DAYS_TO_1904 * SECONDS_A_DAY } else { elapsed };
    Some(Moment { day, hour: minutes / 60, minute: minutes % 60, second: seconds - (minutes * 60) as f64, elapsed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_days() {
        let check = |number: f64, is_from_1904: bool, expected: &str| {
            let moment = moment(number, is_from_1904, 0).unwrap();
            assert_eq!(format!("{} {}:{}:{}", moment.day, moment.hour, moment.minute, moment.second), expected);
        };
        check(1.0, false, "1900-01-01 0:0:0");
        check(59.0, false, "1900-02-28 0:0:0");
        check(61.0, false, "1900-03-01 0:0:0");
        check(44562.75, false, "2022-01-01 18:0:0");
        check(44_562.999_999_99, false, "2022-01-02 0:0:0");
        check(43100.0, true, "2022-01-01 0:0:0");
        check(2_958_465.0, false, "9999-12-31 0:0:0");
        assert!(moment(-1.0, false, 0).is_none() && moment(f64::NAN, false, 0).is_none());
        assert!(moment(1e300, false, 0).is_none());
    }
}
