//! Figures without `ngày` and without a year to whether what stands around makes them a day: `vào 20-8`, `(15/9)`.
//!
//! A score, a fraction, a share and the number of a house or a room have the same figures.

use super::beside::{Before, Behind};
use super::parse::Parser;
use super::scan::Kind;
use super::words::Word;

/// Most days in a row: `10/8, 12/8 và 13/8/2020`.
const ROW: usize = 8;

/// Days of a month that are seldom goals, games or parts of something.
const LATE_DAYS: std::ops::RangeInclusive<u16> = 13..=31;

/// Words that go on with a sentence behind a day, and are counted by nothing before them.
const GOES_ON: [&str; 20] = [
    "đến", "tới", "và", "tại", "ở", "vì", "do", "nhưng", "thì", "đã", "sẽ", "được", "bị", "để", "khi", "mới", "vẫn",
    "theo", "ông", "bà",
];

/// Words near a score or a share.
const SCORES: [&str; 8] = ["thắng", "thua", "hòa", "dẫn", "gỡ", "điểm", "hiệp", "lệ"];

/// Words near what stands in brackets and is no day.
const PLACES: [&str; 15] = [
    "số", "nhà", "ngõ", "ngách", "hẻm", "phòng", "lô", "thửa", "đạt", "vượt", "phiếu", "hoạch", "tiêu", "quyết", "lớp",
];

/// Words of times, and the last words of what happens on a day: `đêm 30-3-54`, `khánh thành 25-3-58`.
const TIMED: [&str; 48] = [
    "ngày", "hôm", "từ", "đến", "tới", "vào", "sáng", "trưa", "chiều", "tối", "đêm", "hồi", "lúc", "trước", "sau",
    "trong", "qua", "thành", "lập", "đời", "sinh", "mất", "trần", "chết", "cưới", "hôn", "hạ", "ký", "họp", "bắt",
    "công", "trương", "giảng", "mạc", "hành", "phóng", "đi", "về", "ra", "chức", "ngũ", "nạp", "hưu", "xong", "mắt",
    "dịch", "ngừng", "nay",
];

/// How many words before a day may tell of a score, and before a bracket of a place.
const NEAR: usize = 4;

/// What stands behind a day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rest {
    /// The end of a clause.
    Ends,
    /// A word that is counted by nothing.
    GoesOn,
    /// What may be counted: `3/4 diện tích`.
    Thing,
}

impl Parser<'_> {
    /// Whether what stands around tells that the figures at token `at` are a day.
    pub(super) fn is_told(&self, at: usize) -> bool {
        if self.query {
            return false;
        }
        let Some((day, month)) = self.pair(at).filter(|_| !self.is_longer(at)) else { return self.is_list(at) };
        let behind = at + 3;
        if self.is_in_row(at) {
            return true;
        }
        let rest = self.rest(behind);
        let counted = self.is_counted(behind) && rest != Rest::GoesOn;
        if counted || self.is_shared(behind) || (day, month) == (24, 7) {
            return false;
        }
        let late = LATE_DAYS.contains(&day) && day > month;
        if at > 0 && self.kind(at - 1) == Kind::Open && self.kind(behind) == Kind::Close {
            let told = at > 1 && matches!(self.kind(at - 2), Kind::Word(Word::NextDay | Word::Now | Word::Time));
            return (told || late) && !self.is_near(at - 1, &SCORES) && !self.is_near(at - 1, &PLACES);
        }
        if let Some(is_day) = self.is_first_of_period(at) {
            return is_day;
        }
        if !self.follows_preposition(at) || self.is_near(at - 1, &SCORES) {
            return false;
        }
        let at_once = !matches!(self.kind(at - 1), Kind::Word(Word::From | Word::To));
        late || rest == Rest::GoesOn || rest == Rest::Ends && (at_once || day > month)
    }

    /// The end in figures behind another: what `ngày` or a preposition before the first says holds for it too.
    pub(super) fn member(&self, first: usize, at: usize) -> Option<(super::value::Piece, usize)> {
        let (day, month) = self.pair(at).filter(|_| !self.is_longer(at) && !self.query)?;
        let next = at + 3;
        if self.is_counted(next) || self.is_shared(next) {
            return None;
        }
        let named = self.is(first, Word::Day) || self.follows_time(first) || first > 0 && self.is(first - 1, Word::Day);
        let fits = day > month || self.rest(next) != Rest::Thing;
        if !(named || fits && (self.follows_preposition(first) || self.is_list(first) || self.pair(first).is_some())) {
            return None;
        }
        self.figures(at, super::figures::Lead::Member).map(|(piece, next)| self.with_year(piece, next))
    }

    /// Whether a word for a time stands before: `vào 20-8`, `từ 18-3`, `sáng mai 27-7`.
    pub(super) fn follows_preposition(&self, at: usize) -> bool {
        let word = |back: usize| at.checked_sub(back).map(|at| self.kind(at));
        match word(1) {
            Some(Kind::Word(Word::From | Word::To | Word::Closing(3) | Word::Before | Word::After | Word::Time)) => {
                true
            }
            Some(Kind::Word(Word::NextDay | Word::Now)) => matches!(word(2), Some(Kind::Word(Word::Time))),
            _ => false,
        }
    }

    /// Whether it is one of two days, where two may be: `từ 18-3 đến 22-5-2020`, `27-6 đến 6-7`.
    fn is_first_of_period(&self, at: usize) -> Option<bool> {
        let joint = at + 3;
        let next = match self.kind(joint) {
            Kind::Word(Word::To) => joint + 1 + usize::from(self.is(joint + 1, Word::All)),
            Kind::Dash => joint + 1,
            _ => return None,
        };
        if self.is(next, Word::Day) {
            return self.pair(next + 1).map(|_| true);
        }
        let from = at > 0 && self.is(at - 1, Word::From);
        match (self.pair(at), self.pair(next)) {
            (Some(_), Some(_)) if self.is_whole(next) => Some(true),
            (Some(first), Some(last)) => {
                let falls = first.0 > first.1 || last.0 > last.1;
                Some(from && !self.is_counted(next + 3) && (falls || self.rest(next + 3) != Rest::Thing))
            }
            // `10-12 đến 12-15 triệu`
            _ => self.is_range_of_figures(next).then_some(false),
        }
    }

    /// Whether it is one of days in a row of which the first has a word or the last a year.
    fn is_in_row(&self, at: usize) -> bool {
        let joined = |at: usize| matches!(self.kind(at + 3), Kind::Word(Word::And) | Kind::Comma);
        let mut first = at;
        for _ in 0..ROW {
            let Some(before) = first.checked_sub(4) else { break };
            if self.pair(before).is_none() || self.is_longer(before) || !joined(before) {
                break;
            }
            first = before;
        }
        if first < at && (first > 0 && self.is(first - 1, Word::Day) || self.follows_time(first)) {
            return !self.is_counted(at + 3) && !self.is_shared(at + 3);
        }
        let mut last = at;
        for _ in 0..ROW {
            if !joined(last) || self.pair(last + 4).is_none() {
                break;
            }
            last += 4;
            if self.is_longer(last) {
                return self.is_whole(last);
            }
        }
        false
    }

    /// `22, 23, 24-7`: days one behind the other and a month that none of them can be.
    fn is_list(&self, at: usize) -> bool {
        let Kind::Figure(first @ 1..=31, 1 | 2) = self.kind(at) else { return false };
        let labeled = at > 0 && (self.is(at - 1, Word::Label) || self.is(at - 1, Word::Counted));
        let (mut last, mut count) = (at, 0);
        while count < ROW && matches!(self.kind(last + 1), Kind::Comma | Kind::Word(Word::And)) {
            count += 1;
            last += 2;
            if self.kind(last) != Kind::Figure(first + count as u16, 2) {
                return false;
            }
        }
        let named = self.follows_preposition(at) || count > 1;
        let thing = || matches!(self.word_before(at), Some(word) if !word.starts_with(char::is_uppercase));
        let is_month = matches!(self.pair(last), Some((day, month)) if LATE_DAYS.contains(&day) && day > month);
        let ends = is_month && !self.is_longer(last) && !self.is_counted(last + 3);
        count > 0 && named && ends && !labeled && (self.follows_preposition(at) || !thing())
    }

    /// The word right before, with nothing but a blank between.
    fn word_before(&self, at: usize) -> Option<&str> {
        let (_, range) = Before::new(self.text, self.run[at].start).next()?;
        Some(&self.text[range])
    }

    /// Day and month in figures that a sign joins.
    fn pair(&self, at: usize) -> Option<(u16, u16)> {
        let (Kind::Figure(day @ 1..=31, 1 | 2), Kind::Figure(month @ 1..=12, 1 | 2)) =
            (self.kind(at), self.kind(at + 2))
        else {
            return None;
        };
        let glued = self.run.get(at + 1..at + 3)?.iter().all(|token| token.glued);
        (glued && matches!(self.kind(at + 1), Kind::Slash | Kind::Dash)).then_some((day, month))
    }

    /// Whether sign and figure go on behind day and month.
    fn is_longer(&self, at: usize) -> bool {
        let glued = |at: usize| self.run.get(at).is_some_and(|token| token.glued);
        let sign = matches!(self.kind(at + 3), Kind::Slash | Kind::Dash | Kind::Dot);
        sign && glued(at + 3) && glued(at + 4) && matches!(self.kind(at + 4), Kind::Figure(..))
    }

    /// `12-15`, which is no day and month.
    fn is_range_of_figures(&self, at: usize) -> bool {
        let figure = |at: usize| matches!(self.kind(at), Kind::Figure(..));
        figure(at) && self.kind(at + 1) == Kind::Dash && self.run[at + 1].glued && figure(at + 2)
    }

    /// Whether a year follows day and month.
    fn is_whole(&self, at: usize) -> bool {
        self.is_longer(at) && matches!(self.kind(at + 4), Kind::Figure(1000..=2999, 4))
            || self.pair(at).is_some()
                && self.is(at + 3, Word::Year)
                && matches!(self.kind(at + 4), Kind::Figure(1000..=2999, 4))
    }

    /// What stands from token `next` on.
    fn rest(&self, next: usize) -> Rest {
        let end = self.run[next - 1].end;
        let rest = self.text[end..].trim_start_matches([' ', '\t', '\u{A0}']);
        if !rest.starts_with(|c: char| c.is_alphanumeric()) {
            let share = rest.starts_with(['%', '/', '‰']);
            return if share { Rest::Thing } else { Rest::Ends };
        }
        match Behind::new(self.text, end).next() {
            Some((_, range)) if self.text[range.clone()].starts_with(char::is_uppercase) => Rest::GoesOn,
            Some((word, _)) if self.is_one_of(&word, &GOES_ON) => Rest::GoesOn,
            _ => Rest::Thing,
        }
    }

    /// Whether the figures before token `next` count what follows.
    pub(super) fn counts(&self, next: usize) -> bool {
        self.rest(next) == Rest::Thing
    }

    /// Whether the figures at token `at` follow a word of time, or of what happens on a day, in a sentence in which nothing
    /// near tells of a score, a house or a number, and end a clause or are followed by a word that they do not count.
    pub(super) fn follows_word(&self, at: usize) -> bool {
        let Some((word, range)) = Before::new(self.text, self.run[at].start).next() else { return false };
        let small = self.text[range].starts_with(char::is_lowercase) && self.is_one_of(&word, &TIMED);
        small && !self.is_near(at, &SCORES) && self.rest(at + 5) != Rest::Thing
    }

    /// Whether the year in figures at token `at`, behind a comma, is no count: `tháng 5, 1200 đoàn viên`.
    pub(super) fn closes_year(&self, at: usize) -> bool {
        !self.is_counted(at + 1) && (self.is_joint(at + 1) || self.rest(at + 1) != Rest::Thing)
    }

    fn is_joint(&self, at: usize) -> bool {
        matches!(self.kind(at), Kind::Word(Word::To | Word::And) | Kind::Dash)
    }

    /// Whether one of these words stands near before token `at`.
    fn is_near(&self, at: usize, words: &[&str]) -> bool {
        let start = self.run[at].start;
        Before::new(self.text, start).take(NEAR).any(|(word, _)| self.is_one_of(&word, words))
    }
}
