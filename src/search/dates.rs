//! The days and periods of a passage and one that is looked for to how well they fit.

use crate::query::{Closeness, PlannedDate, Weights};
use crate::store::Interval;

/// How well a passage fits a date, from 0 to about 1: best by the same interval, then by one inside
/// it, then by one that holds it, the closer the better.
pub(super) fn fit(wanted: &PlannedDate, intervals: &[Interval], weights: &Weights) -> f32 {
    let by = &weights.closeness;
    let fits = intervals
        .iter()
        .map(|interval| closeness(wanted.interval, *interval, by) * if interval.aside { weights.aside } else { 1.0 })
        .filter(|fit| *fit > 0.0);
    let (mut best, mut count) = (0.0_f32, 0_u8);
    for fit in fits {
        best = best.max(fit);
        count = count.saturating_add(1);
    }
    best + by.further * f32::from(count.min(4).saturating_sub(1)) * best
}

/// A time of this many days is close to one of them.
const CLOSE_DAYS: u32 = 31;

/// Whether a time fits one that is looked for and is not much longer.
pub(super) fn is_close(wanted: Interval, written: Interval) -> bool {
    let Overlap { wanted: days, written: length, .. } = Overlap::of(wanted, written);
    fit_of(wanted, written) > 0.0 && length <= CLOSE_DAYS.max(days.saturating_mul(2))
}

/// Whether a time that is looked for and one that is written have a day in common.
pub fn overlap(wanted: Interval, written: Interval) -> bool {
    fit_of(wanted, written) > 0.0
}

/// What is told of a time so many times longer than the one that is looked for tells little of that.
const TOO_LONG: u32 = 10;

/// Whether a time that is written answers one that is looked for: they overlap, and it is not much too long.
pub fn answers(wanted: Interval, written: Interval) -> bool {
    let Overlap { wanted: days, written: length, .. } = Overlap::of(wanted, written);
    overlap(wanted, written) && length <= CLOSE_DAYS.max(days.saturating_mul(TOO_LONG))
}

fn fit_of(wanted: Interval, written: Interval) -> f32 {
    closeness(wanted, written, &Closeness::default())
}

/// How well a time fits one that is looked for, of the same kind or another.
fn closeness(wanted: Interval, written: Interval, by: &Closeness) -> f32 {
    let overlap = Overlap::of(wanted, written);
    // a day that does not exist is looked for in print only
    if !wanted.valid && written.valid {
        return 0.0;
    }
    if wanted.is_open() && written.bounds(&wanted) {
        return 1.0;
    }
    let Overlap { wanted: days, written: length, shared } = overlap;
    let times = length as f32 / days as f32;
    let touches = wanted.from == written.from || wanted.to == written.to;
    match () {
        () if shared == 0 => 0.0,
        () if shared == days && shared == length => 1.0,
        // in an open period any does, and what begins or ends with it fits better
        () if shared == length && wanted.is_open() && !touches => by.in_open,
        () if shared == length => by.inside,
        () if shared == days => (by.around - by.tenfold * times.log10()).max(by.least),
        () => (by.shared + by.share * shared as f32 / days as f32) / times.max(1.0).sqrt(),
    }
}

/// How many days two times have, and how many of them together.
struct Overlap {
    wanted: u32,
    written: u32,
    shared: u32,
}

impl Overlap {
    fn of(wanted: Interval, written: Interval) -> Self {
        if !wanted.yearly {
            let shared = if written.yearly { 0 } else { wanted.shared(&written) };
            return Self { wanted: wanted.days(), written: written.days(), shared };
        }
        let days: Vec<u32> = wanted.days_of_year().collect();
        let (mut length, mut shared) = (0, 0);
        for day in written.days_of_year() {
            length += 1;
            shared += u32::from(days.contains(&day));
        }
        Self { wanted: days.len() as u32, written: length, shared }
    }
}

/// When a passage is dated for whoever sorts by time: the first day of what fits best what is looked
/// for, else the earliest that it names.
pub(super) fn first(wanted: &[PlannedDate], intervals: &[Interval]) -> Option<u32> {
    let fit = |interval: &Interval| wanted.iter().map(|wanted| fit_of(wanted.interval, *interval)).fold(0.0, f32::max);
    let dated = || intervals.iter().filter(|interval| !interval.yearly);
    let fitting = dated().map(|interval| (fit(interval), interval.from)).filter(|(fit, _)| *fit > 0.0);
    let best = fitting.max_by(|(a, one), (b, two)| a.total_cmp(b).then_with(|| two.cmp(one)));
    best.map(|(_, from)| from).or_else(|| dated().map(|interval| interval.from).min())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::mention::Mentions;
    use crate::mention::date::find_in_query;

    fn asked(query: &str) -> Interval {
        Interval::of(&find_in_query(query)[0]).expect("it tells a time")
    }

    fn bounded(text: &str) -> Interval {
        Interval::of(&Mentions::of(text, None).dates[0]).expect("it has a first day")
    }

    #[test]
    fn closer_periods_fit_better() {
        let interval = |text: &str| Interval::of(&Mentions::of(text, None).dates[0]).expect("it has a first day");
        let day = Interval::day(date(1960, 3, 26));
        let order =
            ["ngày 26/3/1960", "từ ngày 24 đến 28/3/1960", "tháng 3/1960", "năm 1960", "1957 - 1965", "1946-1999"];
        let fits: Vec<f32> = order.iter().map(|text| fit_of(day, interval(text))).collect();
        assert!(fits.windows(2).all(|two| two[0] > two[1]), "{fits:?}");
        let year = interval("năm 1960");
        let order = ["năm 1960", "ngày 26/3/1960", "1960 - 1961", "1957 - 1965", "ngày 1/1/1961"];
        let fits: Vec<f32> = order.iter().map(|text| fit_of(year, interval(text))).collect();
        assert!(fits.windows(2).all(|two| two[0] > two[1]) && fits[4] == 0.0, "{fits:?}");
        let day = asked("30/4");
        let order = ["Dịp 30/4 nghỉ.", "Từ ngày 28/4 đến 02/5/2021 nghỉ.", "Tháng 4/1975 nghỉ."];
        let fits: Vec<f32> = order.iter().map(|text| fit_of(day, interval(text))).collect();
        assert!(fits[0] == 1.0 && fits[0] > fits[1] && fits[1] > 0.0 && fits[2] == 0.0, "{fits:?}");
        assert_eq!(fit_of(day, interval("Ngày 30/4/1975 nghỉ.")), 1.0);
        assert_eq!(fit_of(asked("ngày 30/4/1975"), interval("Dịp 30/4 nghỉ.")), 0.0);
        let open = asked("trước năm 1945");
        let order = ["trước năm 1945", "năm 1938", "thế kỷ XX", "năm 1945"];
        let fits: Vec<f32> = order.iter().map(|text| fit_of(open, bounded(text))).collect();
        assert!(fits.windows(2).all(|two| two[0] > two[1]) && fits[3] == 0.0, "{fits:?}");
        let open = asked("từ năm 1967");
        let order = ["từ năm 1967", "năm 1967", "năm 1980", "1960 - 1970"];
        let fits: Vec<f32> = order.iter().map(|text| fit_of(open, bounded(text))).collect();
        assert!(fits.windows(2).all(|two| two[0] > two[1]) && fits[3] > 0.0, "{fits:?}");
        let year = asked("1960");
        assert!(answers(year, interval("1957 - 1965")) && !answers(year, interval("thế kỷ XX")));
        assert!(overlap(year, interval("thế kỷ XX")) && !answers(year, interval("năm 1961")));
        assert_eq!(fit_of(interval("ngày 31/6/2021"), interval("ngày 30/6/2021")), 0.0);
        assert_eq!(fit_of(interval("ngày 31/6/2021"), interval("31/6/2021")), 1.0);
    }

    #[test]
    fn long_times_are_neither_close_nor_an_answer() {
        // a month, twice as many days, ten times as many
        for (query, text, close, answer) in [
            ("ngày 26/3/1960", "Tháng 3/1960 họp.", true, true),
            ("ngày 26/3/1960", "Từ ngày 1/3 đến ngày 1/4/1960 họp.", false, false),
            ("ngày 26/3/1960", "Ngày 27/3/1960 họp.", false, false),
            ("năm 1960", "Năm 1960 - 1961 họp.", true, true),
            ("năm 1960", "Từ năm 1959 đến năm 1961 họp.", false, true),
            ("năm 1960", "Từ năm 1956 đến năm 1966 họp.", false, false),
            ("năm 1960", "Ngày 1/1/1961 họp.", false, false),
        ] {
            let (wanted, written) = (asked(query), bounded(text));
            assert_eq!((is_close(wanted, written), answers(wanted, written)), (close, answer), "{query} {text}");
        }
    }

    #[test]
    fn four_times_that_fit_count_beside_the_best() {
        let wanted = PlannedDate { at: None, interval: asked("năm 1960"), rarity: 1.0 };
        let weights = Weights::default();
        for (times, further) in [(0, 0.0), (1, 0.0), (2, 1.0), (4, 3.0), (5, 3.0)] {
            let expected = if times > 0 { 1.0 + weights.closeness.further * further } else { 0.0 };
            // what does not fit counts nothing
            let mut intervals = vec![wanted.interval; times];
            intervals.push(asked("năm 1970"));
            assert_eq!(fit(&wanted, &intervals, &weights), expected, "{times}");
        }
    }

    #[test]
    fn passages_are_dated_by_what_fits_best() {
        for (query, text, expected) in [
            ("năm 1960", "Năm 1957 họp, ngày 26/3/1960 họp, năm 1960 họp.", Some("năm 1960")),
            ("năm 1960", "Ngày 26/4/1960 họp, ngày 26/3/1960 họp.", Some("ngày 26/3/1960")),
            ("năm 1960", "Năm 1975 họp, năm 1957 họp.", Some("năm 1957")),
            ("năm 1960", "Dịp 30/4 họp; dịp 1/5 nghỉ.", None),
            ("năm 1960", "Dịp 30/4 họp.\n\nNăm 1961 nghỉ.", Some("năm 1961")),
            ("năm 1960", "Họp.", None),
        ] {
            let wanted = PlannedDate { at: None, interval: asked(query), rarity: 1.0 };
            let written = Mentions::of(text, None).dates;
            let intervals: Vec<Interval> = written.iter().filter_map(Interval::of).collect();
            assert_eq!(first(&[wanted], &intervals), expected.map(|day| asked(day).from), "{text}");
        }
    }
}
