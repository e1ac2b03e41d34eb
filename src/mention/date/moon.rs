//! A day of the Vietnamese lunar calendar to the civil day, by the new moons and the course of the sun.
//!
//! The rules are those that the calendar has had since 1813: a month begins on the day of the new moon, the month of the
//! winter solstice is the eleventh, and of thirteen months from one such month to the next the first is a leap month in
//! which the sun enters no sign. Series: J. Meeus, Astronomical Algorithms (1998), chapters 25 and 49.

use jiff::Span;
use jiff::civil::Date;

/// The years of which days are worked out: calendars before were reckoned otherwise.
const YEARS: std::ops::RangeInclusive<i16> = 1813..=2199;

/// From the winter solstice of this year on the calendar is reckoned by the time of the seventh zone, before by that of
/// the eighth: so it was laid down in the North for 1968, in the South eight years later.
const SEVENTH_ZONE: i16 = 1967;

/// The first of January 2000, and its Julian day.
const EPOCH: (Date, i64) = (Date::constant(2000, 1, 1), 2_451_545);

/// The mean month in days.
const MONTH: f64 = 29.530_588_861;

/// The Julian day of the mean new moon that new moons are counted from.
const FIRST_MOON: f64 = 2_451_550.097_66;

/// The terms of a new moon: its part of a day, then how often the anomalies of sun and moon and the argument of
/// latitude are taken.
const TERMS: [(f64, [i8; 3]); 24] = [
    (-0.407_20, [0, 1, 0]),
    (0.172_41, [1, 0, 0]),
    (0.016_08, [0, 2, 0]),
    (0.010_39, [0, 0, 2]),
    (0.007_39, [-1, 1, 0]),
    (-0.005_14, [1, 1, 0]),
    (0.002_08, [2, 0, 0]),
    (-0.001_11, [0, 1, -2]),
    (-0.000_57, [0, 1, 2]),
    (0.000_56, [1, 2, 0]),
    (-0.000_42, [0, 3, 0]),
    (0.000_42, [1, 0, 2]),
    (0.000_38, [1, 0, -2]),
    (-0.000_24, [-1, 2, 0]),
    (-0.000_07, [2, 1, 0]),
    (0.000_04, [0, 2, -2]),
    (0.000_04, [3, 0, 0]),
    (0.000_03, [1, 1, -2]),
    (0.000_03, [0, 2, 2]),
    (-0.000_03, [1, 1, 2]),
    (0.000_03, [-1, 1, 2]),
    (-0.000_02, [-1, 1, -2]),
    (-0.000_02, [1, 3, 0]),
    (0.000_02, [0, 4, 0]),
];

/// The terms of the planets: angle, how fast it grows with every moon, part of a day.
const PLANETS: [[f64; 3]; 6] = [
    [299.77, 0.107_408, 0.000_325],
    [251.88, 0.016_321, 0.000_165],
    [251.83, 26.651_886, 0.000_164],
    [349.42, 36.412_478, 0.000_126],
    [84.66, 18.206_239, 0.000_110],
    [141.74, 53.303_771, 0.000_062],
];

/// First and last day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Month {
    pub first: Date,
    pub last: Date,
}

/// The days of a month of a lunar year, which has the number of the civil year in which it begins; none where there is no
/// such month or the calendar of that time was another.
pub(super) fn month(year: i16, month: u8, leap: bool) -> Option<Month> {
    if !YEARS.contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    // months are counted from the one of the winter solstice before
    let (winter, place) = if month >= 11 { (year, month - 11) } else { (year - 1, month + 1) };
    let zone = if winter >= SEVENTH_ZONE { 7.0 } else { 8.0 };
    let place = i64::from(place);
    let first = winter_moon(winter, zone);
    let leap_place = leap_place(first, winter_moon(winter + 1, zone), zone);
    let moon = match (leap, leap_place) {
        (true, Some(at)) if at == place + 1 => first + at,
        (true, _) => return None,
        (false, Some(at)) if place >= at => first + place + 1,
        (false, _) => first + place,
    };
    let days = moon_day(moon, zone)..moon_day(moon + 1, zone);
    Some(Month { first: date(days.start)?, last: date(days.end - 1)? })
}

/// Which of the months from one winter solstice to the next is a leap month.
fn leap_place(first: i64, next: i64, zone: f64) -> Option<i64> {
    let sign = |moon: i64| (longitude(midnight(moon_day(moon, zone), zone)) / 30.0) as u8;
    (next - first > 12).then(|| (1..13).find(|at| sign(first + at) == sign(first + at + 1))).flatten()
}

/// The new moon that the month of the winter solstice of a year begins with.
fn winter_moon(year: i16, zone: f64) -> i64 {
    let guess = EPOCH.1 as f64 + (f64::from(year) - 2000.0) * 365.2425 + 355.0;
    let nearer = |day: f64| {
        let left = (270.0 - longitude(day) + 540.0).rem_euclid(360.0) - 180.0;
        day + left * 365.2422 / 360.0
    };
    let solstice = (0..5).fold(guess, |day, _| nearer(day));
    let day = local_day(solstice, zone);
    let moon = ((solstice - FIRST_MOON) / MONTH).round() as i64;
    if moon_day(moon, zone) <= day { if moon_day(moon + 1, zone) <= day { moon + 1 } else { moon } } else { moon - 1 }
}

/// The day, by its Julian number, on which a new moon falls where the clock is so many hours ahead.
fn moon_day(moon: i64, zone: f64) -> i64 {
    local_day(new_moon(moon), zone)
}

fn local_day(time: f64, zone: f64) -> i64 {
    (time + 0.5 + zone / 24.0).floor() as i64
}

/// When a day begins, in universal time.
fn midnight(day: i64, zone: f64) -> f64 {
    day as f64 - 0.5 - zone / 24.0
}

/// When a new moon is, as a Julian day of universal time.
fn new_moon(moon: i64) -> f64 {
    let k = moon as f64;
    let t = k / 1236.85;
    let (t2, t3, t4) = (t * t, t * t * t, t * t * t * t);
    let mean = FIRST_MOON + MONTH * k + 0.000_154_37 * t2 - 0.000_000_150 * t3 + 0.000_000_000_73 * t4;
    let flattening = 1.0 - 0.002_516 * t - 0.000_007_4 * t2;
    let sun = 2.5534 + 29.105_356_70 * k - 0.000_001_4 * t2 - 0.000_000_11 * t3;
    let moon = 201.5643 + 385.816_935_28 * k + 0.010_758_2 * t2 + 0.000_012_38 * t3 - 0.000_000_058 * t4;
    let latitude = 160.7108 + 390.670_502_84 * k - 0.001_611_8 * t2 - 0.000_002_27 * t3 + 0.000_000_011 * t4;
    let node = 124.7746 - 1.563_755_88 * k + 0.002_067_2 * t2 + 0.000_002_15 * t3;
    let terms = TERMS.iter().map(|(part, [of_sun, of_moon, of_latitude])| {
        let angle = f64::from(*of_sun) * sun + f64::from(*of_moon) * moon + f64::from(*of_latitude) * latitude;
        part * flattening.powi(i32::from(of_sun.unsigned_abs().min(2))) * sine(angle)
    });
    let planets = PLANETS.iter().map(|[angle, growth, part]| part * sine(angle + growth * k));
    mean + terms.sum::<f64>() - 0.000_17 * sine(node) + planets.sum::<f64>() - clock_error(t)
}

/// The longitude of the sun in degrees.
fn longitude(time: f64) -> f64 {
    let t = (time - 2_451_545.0) / 36_525.0;
    let t = t + clock_error(t) / 36_525.0;
    let mean = 280.466_46 + 36_000.769_83 * t + 0.000_303_2 * t * t;
    let anomaly = 357.529_11 + 35_999.050_29 * t - 0.000_153_7 * t * t;
    let center = (1.914_602 - 0.004_817 * t - 0.000_014 * t * t) * sine(anomaly)
        + (0.019_993 - 0.000_101 * t) * sine(2.0 * anomaly)
        + 0.000_289 * sine(3.0 * anomaly);
    (mean + center - 0.005_69 - 0.004_78 * sine(125.04 - 1934.136 * t)).rem_euclid(360.0)
}

/// By how much, in days, an even time runs ahead of that of the turning earth, so many centuries after 2000.
fn clock_error(t: f64) -> f64 {
    let since_1820 = t + 1.8;
    (-20.0 + 32.0 * since_1820 * since_1820).max(0.0) / 86_400.0
}

fn sine(degrees: f64) -> f64 {
    degrees.to_radians().sin()
}

fn date(day: i64) -> Option<Date> {
    EPOCH.0.checked_add(Span::new().try_days(day - EPOCH.1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i16, month: u8, day: i64) -> String {
        let first = super::month(year, month, false).expect("there is such a month").first;
        (first + Span::new().days(day - 1)).to_string()
    }

    #[test]
    fn well_known_days_are_those_of_the_calendar() {
        for (expected, (year, month, of_month)) in [
            // the first day of the year, where that of other zones is another too
            ("1930-01-30", (1930, 1, 1)),
            ("1945-02-13", (1945, 1, 1)),
            ("1946-02-02", (1946, 1, 1)),
            ("1954-02-03", (1954, 1, 1)),
            ("1968-01-29", (1968, 1, 1)),
            ("1969-02-16", (1969, 1, 1)),
            ("1975-02-11", (1975, 1, 1)),
            ("1985-01-21", (1985, 1, 1)),
            ("1990-01-27", (1990, 1, 1)),
            ("2000-02-05", (2000, 1, 1)),
            ("2007-02-17", (2007, 1, 1)),
            ("2020-01-25", (2020, 1, 1)),
            ("2021-02-12", (2021, 1, 1)),
            ("2023-01-22", (2023, 1, 1)),
            ("2024-02-10", (2024, 1, 1)),
            ("2025-01-29", (2025, 1, 1)),
            ("2030-02-02", (2030, 1, 1)),
            // other days
            ("2024-04-18", (2024, 3, 10)),
            ("2023-04-29", (2023, 3, 10)),
            ("2023-09-29", (2023, 8, 15)),
            ("2024-08-18", (2024, 7, 15)),
            ("2024-02-02", (2023, 12, 23)),
            ("2021-01-30", (2020, 12, 18)),
        ] {
            assert_eq!(day(year, month, of_month), expected, "{of_month}/{month} {year}");
        }
    }

    #[test]
    fn leap_months_are_those_of_the_calendar() {
        let leap = |year: i16| (1..=12).find(|month| super::month(year, *month, true).is_some());
        for (year, expected) in [
            (1985, Some(2)),
            (1984, None),
            (1987, Some(7)),
            (2001, Some(4)),
            (2004, Some(2)),
            (2006, Some(7)),
            (2009, Some(5)),
            (2012, Some(4)),
            (2014, Some(9)),
            (2017, Some(6)),
            (2020, Some(4)),
            (2021, None),
            (2022, None),
            (2023, Some(2)),
            (2024, None),
            (2025, Some(6)),
            (2028, Some(5)),
            (2033, Some(11)),
        ] {
            assert_eq!(leap(year), expected, "{year}");
        }
    }

    #[test]
    fn months_follow_each_other_and_have_29_or_30_days() {
        let mut next: Option<Date> = None;
        for year in YEARS {
            for (number, leap) in (1..=12).flat_map(|month| [(month, false), (month, true)]) {
                let Some(month) = super::month(year, number, leap) else { continue };
                let days = month.first.until(month.last).expect("days").get_days() + 1;
                assert!((29..=30).contains(&days), "{year} {number}: {days}");
                // the zone changes with a month
                let follows = next.is_none_or(|next| next == month.first) || (year, number) == (SEVENTH_ZONE, 11);
                assert!(follows, "{year} {number} {leap}");
                next = month.last.tomorrow().ok();
            }
        }
        assert_eq!(super::month(1812, 1, false), None);
        assert_eq!(super::month(2024, 13, false), None);
    }
}
