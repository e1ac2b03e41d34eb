//! Counts, sizes and times in Vietnamese: `1.234 văn bản`, `3,4 MB`, `2 giờ trước`, `từ 24 đến 28/3/1960`.

use std::time::Duration;

use jiff::civil::Date;

use super::counts::number;
use super::times::{between, last, month, start, year};
use crate::mention::date::{Grain, MonthDay, Yearly};
use crate::voice::figures::scaled;
use crate::voice::said::{Noun, Step, Time};

/// A number and its noun.
pub fn count(count: u64, noun: Noun) -> String {
    let noun = match noun {
        Noun::Document => "văn bản",
        Noun::Passage => "đoạn",
        Noun::File => "tệp",
        Noun::Line => "dòng",
        Noun::Letter => "chữ cái",
        Noun::Page => "trang",
        Noun::Segment => "phần",
    };
    format!("{} {noun}", number(count))
}

/// A number with a comma before so many digits.
pub fn decimal(value: f64, digits: usize) -> String {
    format!("{value:.digits$}").replace('.', ",")
}

/// A size in the unit that leaves one to three digits before the comma.
pub fn size(bytes: u64) -> String {
    match scaled(bytes) {
        (_, "") => format!("{bytes} byte"),
        (size, unit) => format!("{} {unit}", decimal(size, 1)),
    }
}

/// How long something took.
pub fn time_taken(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds < 0.1 => format!("{} ms", decimal(seconds * 1e3, 1)),
        seconds if seconds < 120.0 => format!("{} giây", decimal(seconds, 1)),
        seconds => format!("{} phút", decimal(seconds / 60.0, 0)),
    }
}

/// How long something may still take.
pub fn time_left(seconds: u64) -> String {
    match seconds {
        0..120 => format!("còn {seconds} giây"),
        120..7200 => format!("còn {} phút", seconds / 60),
        _ => format!("còn {} giờ", number(seconds / 3600)),
    }
}

/// How long ago something was.
pub fn ago(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..60 => "vừa xong".to_owned(),
        60..3600 => format!("{} phút trước", seconds / 60),
        3600..86_400 => format!("{} giờ trước", seconds / 3600),
        _ => format!("{} ngày trước", number(seconds / 86_400)),
    }
}

/// A day or period as papers write it; empty where there is neither.
pub fn time(time: &Time) -> String {
    let interval = match (time.from, time.to) {
        (None, None) => time.yearly.map(yearly).unwrap_or_default(),
        _ if [time.ends.0, time.ends.1].into_iter().flatten().any(is_part) => between_parts(time),
        (Some(from), Some(to)) => part(time.grain, from, to).unwrap_or_else(|| between(time.from, time.to)),
        (from, to) => between(from, to),
    };
    match (time.impossible, time.inferred) {
        (false, false) => interval,
        (false, true) => format!("{interval} (suy ra)"),
        // the day that is known is not the one that was written
        (true, _) => match time.from.filter(|from| time.to == Some(*from)) {
            Some(day) => misdated(&format!("tháng {}", month(day))),
            None => misdated(&interval),
        },
    }
}

/// A part of a year or month as it is called: no text that says `đầu năm 1953` tells its months.
fn part(grain: Option<Grain>, from: Date, to: Date) -> Option<String> {
    let name = match (grain?, from.month(), to.month()) {
        (Grain::PartOfYear, 1, 4) => "đầu",
        (Grain::PartOfYear, 5, 8) => "giữa",
        (Grain::PartOfYear, 9, 12) => "cuối",
        (Grain::PartOfMonth, _, _) => match from.day() {
            1 => "đầu",
            11 => "giữa",
            21 => "cuối",
            _ => return None,
        },
        _ => return None,
    };
    Some(match grain? {
        Grain::PartOfYear => format!("{name} năm {}", year(from.year())),
        _ => format!("{name} tháng {}", month(from)),
    })
}

fn is_part(grain: Grain) -> bool {
    matches!(grain, Grain::PartOfYear | Grain::PartOfMonth)
}

/// A term whose beginning or end is told as a part of a year or month: `từ năm 2008 đến đầu năm 2016`.
fn between_parts(time: &Time) -> String {
    let (begun, ended) = time.ends;
    let part_to = |to: Date| match ended? {
        Grain::PartOfYear => part(ended, to.first_of_year().with().month((to.month() - 3).max(1)).build().ok()?, to),
        _ => part(ended, to.with().day(((to.day() - 1) / 10 * 10 + 1).min(21)).build().ok()?, to),
    };
    let part_from = |from: Date| match begun? {
        Grain::PartOfYear => part(begun, from, from.with().month((from.month() + 3).min(12)).build().ok()?),
        _ => part(begun, from, from),
    };
    let from = time.from.map(|from| part_from(from).unwrap_or_else(|| start(from)));
    let to = time.to.map(|to| part_to(to).unwrap_or_else(|| last(to)));
    match (from, to) {
        (Some(from), Some(to)) => format!("từ {from} đến {to}"),
        (Some(from), None) => format!("từ {from}"),
        (None, to) => format!("đến {}", to.unwrap_or_default()),
    }
}

/// What is known of a time that was written with a day that no calendar has.
fn misdated(known: &str) -> String {
    format!("{known} (văn bản ghi ngày không có trong lịch)").trim_start().to_owned()
}

/// A day that no calendar has, as it was written.
pub fn no_such_day(written: &str) -> String {
    format!("{written} (không có ngày này)").trim_start().to_owned()
}

/// What a bar stands for, by its first day.
pub fn step(step: Step, day: Date) -> String {
    match step {
        Step::Year => year(day.year()),
        Step::Month => format!("{}/{}", day.month(), year(day.year())),
        Step::Decade => {
            let first = day.year().div_euclid(10) * 10;
            format!("{}–{}", year(first), year(first + 9))
        }
    }
}

/// Days of any year.
fn yearly(Yearly { first, last }: Yearly) -> String {
    let day = |MonthDay { month, day }: MonthDay| format!("{day}/{month}");
    match (first == last, first.month == last.month) {
        (true, _) => day(first),
        (_, true) => format!("từ {} đến {}", first.day, day(last)),
        _ => format!("từ {} đến {}", day(first), day(last)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::date::find_in_query;

    #[test]
    fn times_are_written_as_papers_write_them() {
        let check = |text: &str, expected: &str| {
            let dates = find_in_query(text);
            let date = dates.last().expect("it is a time");
            let grain = Some(date.grain);
            let asked = Time { from: date.from, to: date.to, yearly: date.yearly, grain, ..Time::default() };
            assert_eq!(time(&Time { inferred: date.inferred, impossible: !date.valid, ..asked }), expected, "{text}");
        };
        check("ngày 04/4/1947", "4/4/1947");
        check("năm 1955", "năm 1955");
        check("tháng 4 năm 1964", "tháng 4/1964");
        check("quý 2/2021", "quý II/2021");
        check("1986 - 1990", "từ năm 1986 đến năm 1990");
        check("từ ngày 24 đến 28/3/1960", "từ 24 đến 28/3/1960");
        check("từ ngày 24/3 đến 2/4/1960", "từ 24/3 đến 2/4/1960");
        check("từ 24/12/1960 đến 3/1/1961", "từ 24/12/1960 đến 3/1/1961");
        check("từ tháng 4 đến tháng 5/1960", "từ tháng 4 đến tháng 5/1960");
        check("từ tháng 1 đến tháng 4/1960", "từ tháng 1 đến tháng 4/1960");
        check("đầu năm 1947", "đầu năm 1947");
        check("giữa năm 1947", "giữa năm 1947");
        let term = |begun, ended| {
            let dates = [begun, ended].map(|text| find_in_query(text).pop());
            let [from, to] = dates;
            let ends = (from.as_ref().map(|date| date.grain), to.as_ref().map(|date| date.grain));
            let (from, to) = (from.and_then(|date| date.from), to.and_then(|date| date.to));
            time(&Time { from, to, ends, grain: Some(Grain::Period), ..Time::default() })
        };
        assert_eq!(term("tháng 6/2008", "đầu năm 2016"), "từ tháng 6/2008 đến đầu năm 2016");
        assert_eq!(term("cuối năm 1974", ""), "từ cuối năm 1974");
        assert_eq!(term("", "cuối tháng 3/1974"), "đến cuối tháng 3/1974");
        assert_eq!(term("giữa năm 1970", "năm 1974"), "từ giữa năm 1970 đến năm 1974");
        check("cuối năm 1947", "cuối năm 1947");
        check("mùa xuân năm 1975", "từ tháng 2 đến tháng 4/1975");
        check("cuối tháng 2/1947", "cuối tháng 2/1947");
        check("trước năm 1945", "đến hết năm 1944");
        check("từ năm 1975", "từ năm 1975");
        check("ngày 30/4", "30/4");
        check("ngày 31/6/2021", "tháng 6/2021 (văn bản ghi ngày không có trong lịch)");
        check("năm 1965 họp, ngày 15/3", "15/3/1965 (suy ra)");
    }

    #[test]
    fn figures_have_points_and_commas() {
        assert_eq!((number(1200), number(999)), ("1.200".to_owned(), "999".to_owned()));
        assert_eq!((size(12), size(3_400_000)), ("12 byte".to_owned(), "3,4 MB".to_owned()));
        assert_eq!(time_taken(Duration::from_micros(6040)), "6,0 ms");
        assert_eq!(time_taken(Duration::from_millis(1500)), "1,5 giây");
        assert_eq!(ago(Duration::from_secs(7200)), "2 giờ trước");
        let first = Date::constant(1955, 1, 1);
        let steps = [Step::Year, Step::Month, Step::Decade].map(|by| step(by, first));
        assert_eq!(steps, ["1955", "1/1955", "1950–1959"]);
        let before = Date::constant(-178, 1, 1);
        let steps = [Step::Year, Step::Month, Step::Decade].map(|by| step(by, before));
        assert_eq!(steps, ["179 TCN", "1/179 TCN", "181 TCN–172 TCN"]);
    }
}
