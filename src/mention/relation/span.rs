//! A stretch of time in words (`6 tháng`, `bốn mươi lăm ngày`, `10 ngày làm việc`) to the day that lies so far behind
//! another.
//!
//! The first day is not counted, weeks, months and years end on the day of the same name, and where the last month has
//! none on its own last day: Bộ luật Dân sự 2015 (91/2015/QH13), Điều 147 khoản 2 and Điều 148 khoản 2 đến 5; half a year
//! is six months and half a month fifteen days: Điều 146. Working days are those from Monday to Friday; holidays are
//! those of each year, and not known here.

use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::piece::{Kind, Piece};
use crate::mention::numeral::numeral;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    WorkingDay,
    Week,
    Month,
    Year,
}

impl Unit {
    /// Each with what a rule has for it.
    const ALL: [(Self, &'static str); 5] = [
        (Self::WorkingDay, "wd (Mon-Fri)"),
        (Self::Day, "d"),
        (Self::Week, "w"),
        (Self::Month, "m"),
        (Self::Year, "y"),
    ];
}

/// So many of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub figure: i32,
    pub unit: Unit,
}

/// Most words of a number: `chín trăm chín mươi chín`.
const NUMBER: usize = 5;

/// Most pieces between brackets: `(một trăm hai mươi)`.
const ASIDE: usize = 8;

/// Longer stretches are none of a document.
const MOST: i32 = 10_000;

impl Stretch {
    /// No time at all.
    pub(super) const NONE: Self = Self { figure: 0, unit: Unit::Day };

    /// The stretch that pieces begin with, and how many they are. The words in brackets behind a figure say it again:
    /// `05 (năm) tháng`.
    pub(super) fn read(pieces: &[Piece], text: &str) -> Option<(Self, usize)> {
        let (figure, words) = if pieces.first()?.is_word("nửa") { (None, 1) } else { number(pieces, text)? };
        let mut at = words + aside(&pieces[words..]);
        let unit = pieces.get(at)?;
        at += 1;
        let works = || matches!(&pieces[at..], [one, two, ..] if one.is_word("làm") && two.is_word("việc"));
        let (figure, unit) = match figure {
            Some(figure) if unit.is_word("ngày") && works() => {
                at += 2;
                (figure, Unit::WorkingDay)
            }
            Some(figure) if unit.is_word("ngày") => (figure, Unit::Day),
            Some(figure) if unit.is_word("tuần") => (figure, Unit::Week),
            Some(figure) if unit.is_word("tháng") => (figure, Unit::Month),
            Some(figure) if unit.is_word("năm") => (figure, Unit::Year),
            None if unit.is_word("tháng") => (15, Unit::Day),
            None if unit.is_word("năm") => (6, Unit::Month),
            _ => return None,
        };
        // `một năm rưỡi`
        if pieces.get(at).is_some_and(|next| next.is_word("rưỡi")) {
            return None;
        }
        at += aside(&pieces[at..]);
        (1..=MOST).contains(&figure).then_some((Self { figure, unit }, at))
    }

    /// What a rule says of it: `+45d`, `+6m`.
    pub(super) fn of_rule(rule: &str) -> Option<Self> {
        let (_, behind) = rule.split_once('+')?;
        let end = behind.bytes().take_while(u8::is_ascii_digit).count();
        let (figure, unit) = behind.split_at(end);
        let (unit, _) = Unit::ALL.into_iter().find(|(_, code)| *code == unit)?;
        Some(Self { figure: figure.parse().ok()?, unit })
    }

    /// It as a rule says it.
    pub(super) fn rule(self) -> String {
        let code = Unit::ALL.iter().find(|(unit, _)| *unit == self.unit).map_or("", |(_, code)| code);
        format!("+{}{code}", self.figure)
    }

    /// The day that lies so far behind another; none behind the end of the calendar.
    pub(super) fn behind(self, day: Date) -> Option<Date> {
        let span = match self.unit {
            Unit::WorkingDay => return working_days(day, self.figure),
            Unit::Day => Span::new().try_days(self.figure),
            Unit::Week => Span::new().try_weeks(self.figure),
            Unit::Month => Span::new().try_months(self.figure),
            Unit::Year => Span::new().try_years(self.figure),
        };
        day.checked_add(span.ok()?).ok()
    }
}

/// So many days from Monday to Friday behind a day.
fn working_days(day: Date, figure: i32) -> Option<Date> {
    let mut day = day;
    for _ in 0..figure {
        day = day.tomorrow().ok()?;
        while matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            day = day.tomorrow().ok()?;
        }
    }
    Some(day)
}

/// The number that pieces begin with, in figures or in words, and how many they are. A unit must follow, so that of
/// `năm năm` the first is the number.
fn number(pieces: &[Piece], text: &str) -> Option<(Option<i32>, usize)> {
    let is_word = |piece: &&Piece| matches!(piece.kind, Kind::Word(_));
    let words = pieces.iter().take(NUMBER).take_while(is_word).count();
    let read = |count: usize| {
        let words: Vec<String> = pieces[..count].iter().map(|piece| text[piece.range.clone()].to_lowercase()).collect();
        // `v`, `x` are numbers of chapters
        let roman = count == 1 && words[0].bytes().all(|byte| b"ivxlcdm".contains(&byte));
        let value = numeral(&words.join(" ")).filter(|_| !roman);
        value.and_then(|value| i32::try_from(value).ok())
    };
    let counts = |count: usize| {
        let behind = &pieces[count..];
        let unit = behind.get(aside(behind));
        unit.is_some_and(|unit| ["ngày", "tuần", "tháng", "năm"].iter().any(|word| unit.is_word(word)))
    };
    let found = (1..=words).find_map(|count| read(count).filter(|_| counts(count)).map(|figure| (figure, count)));
    found.map(|(figure, count)| (Some(figure), count))
}

/// How many pieces stand in brackets here, with the brackets.
fn aside(pieces: &[Piece]) -> usize {
    if !matches!(pieces.first(), Some(Piece { kind: Kind::Open, .. })) {
        return 0;
    }
    pieces.iter().take(ASIDE).position(|piece| piece.kind == Kind::Close).map_or(0, |close| close + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_end_on_the_day_of_the_same_name() {
        let check = |rule: &str, day: &str, expected: &str| {
            let stretch = Stretch::of_rule(rule).expect("a stretch");
            assert_eq!(format!("signing{}", stretch.rule()), rule);
            let end = stretch.behind(day.parse().expect("a day")).map(|day| day.to_string());
            assert_eq!(end.as_deref(), Some(expected), "{rule} {day}");
        };
        check("signing+45d", "2019-08-31", "2019-10-15");
        check("signing+6m", "2019-08-31", "2020-02-29");
        check("signing+6m", "2018-08-31", "2019-02-28");
        check("signing+1m", "2020-04-30", "2020-05-30");
        check("signing+1y", "2020-02-29", "2021-02-28");
        check("signing+2w", "2019-12-25", "2020-01-08");
        // a Saturday, a Friday
        check("signing+10wd (Mon-Fri)", "2019-08-31", "2019-09-13");
        check("signing+1wd (Mon-Fri)", "2024-05-10", "2024-05-13");
        assert_eq!(Stretch::of_rule("signing"), None);
        assert_eq!(Stretch::of_rule("with this+6"), None);
        assert_eq!(Stretch { figure: 9, unit: Unit::Year }.behind(Date::MAX), None);
    }
}
