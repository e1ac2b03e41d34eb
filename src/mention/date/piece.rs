//! Tokens to one end of a date: which reading fits the word or figure that it begins with.

use super::by_moon::civil;
use super::english;
use super::figures::Lead;
use super::parse::Parser;
use super::scan::Kind;
use super::value::{Piece, Share};
use super::words::Word;

impl Parser<'_> {
    /// One end.
    pub(super) fn piece(&self, at: usize) -> Option<(Piece, usize)> {
        let (piece, next) = self.civil_piece(at)?;
        let (piece, next) = self.by_moon(piece, next);
        let said = self.is_civil_before(at) && !self.tells_moon(at..next);
        Some((if said { civil(piece) } else { piece }, next))
    }

    /// One end, of the civil calendar where no word before says otherwise.
    fn civil_piece(&self, at: usize) -> Option<(Piece, usize)> {
        match self.kind(at) {
            Kind::Figure(day, _) => {
                if let Some(read) = self.first_or_last_months(at).or_else(|| self.day_first_date(day, at + 1)) {
                    return Some(read);
                }
                if let Kind::Figure(day @ 1..=31, 1 | 2) = self.kind(at)
                    && self.is(at + 1, Word::Month)
                    && let Some(read) = self.day_in_words(day, at + 1).map(|(piece, next)| self.by_moon(piece, next))
                    && (matches!(read.0, Piece::Day { year: Some(_), .. } | Piece::Lunar(_))
                        || self.query && matches!(read.0, Piece::Day { month: Some(_), .. }))
                {
                    return Some(read);
                }
                if let Some(read) = self.with_month_sign(at) {
                    return Some(read);
                }
                if let Some(read) = self.year_of_era(at, true).or_else(|| self.day_of_new_year(at)) {
                    return Some(read);
                }
                let told = self.follows_time(at) || self.is_feast(at) || self.is_told(at);
                let lead = if told { Lead::Day } else { Lead::Nothing };
                let (piece, next) = self.figures(at, lead)?;
                let day = self.query && matches!(piece, Piece::Day { year: None, .. });
                Some(if lead == Lead::Day || day { self.with_year(piece, next) } else { (piece, next) })
            }
            Kind::OrdinalEn(number) => match self.kind(at + 1) {
                Kind::Word(Word::CenturyEn) if (1..=30).contains(&number) => {
                    Some((Piece::Century { number: number as u8, share: None }, at + 2))
                }
                _ => self.day_first_date(number, at + 1),
            },
            Kind::DecadeEn(first) => Some((english::decade(first, None)?, at + 1)),
            Kind::MonthSign(_) => self.month_sign(at).filter(|(piece, _)| !piece.is_open()),
            Kind::QuarterSign(_) => self.quarter(at).filter(|(piece, _)| !piece.is_open()),
            Kind::Word(word) => self.named_piece(word, at),
            _ => None,
        }
    }

    fn named_piece(&self, word: Word, at: usize) -> Option<(Piece, usize)> {
        match word {
            Word::Day => self.day(at + 1),
            Word::Opening | Word::FullMoon => self.lunar_day(at),
            Word::Month => self.month(at + 1),
            Word::Year if self.is_south(at) => None,
            Word::Year if self.year_by_sign(at).is_some() => self.year_by_sign(at),
            Word::NewYear => self.new_year(at),
            Word::Year => {
                if let Some(read) = self.year_of_era(at + 1, false) {
                    return Some(read);
                }
                let (year, next) = self.year_number(at + 1, false)?;
                // `5 năm 200 đồng chí`, but `Năm 1994 đồng chí nghỉ hưu`
                let counted = year < 1000 && at > 0 && matches!(self.kind(at - 1), Kind::Figure(..));
                (!counted && (year >= 1900 || !self.is_counted(next))).then_some((Piece::Year(year), next))
            }
            Word::NthEn(quarter) if self.is(at + 1, Word::QuarterEn) => {
                let read = self.with_year_en(Piece::Quarter { quarter, year: None }, at + 2);
                (!read.0.is_open()).then_some(read)
            }
            Word::Quarter | Word::QuarterEn => self.quarter(at + 1),
            Word::Early => self.part(Share::Early, at + 1),
            Word::Middle => self.part(Share::Middle, at + 1),
            Word::Late => self.part(Share::Late, at + 1),
            Word::Half => self.half(at + 1),
            Word::Season => self.season(at + 1),
            Word::PartOfSeason(5) if self.is(at + 1, Word::TenDays(0)) => self.ten_days(Share::Late, at + 2),
            Word::PartOfSeason(first) if first == 2 && self.run[at].capital || self.is_pair_of_seasons(at) => {
                self.season(at)
            }
            Word::TenDays(1) if self.is(at + 1, Word::TenDays(0)) => self.ten_days(Share::Early, at + 2),
            Word::TenDays(2) if self.is(at + 1, Word::TenDays(0)) => self.ten_days(Share::Middle, at + 2),
            Word::Those | Word::Decade => self.decade(at),
            Word::Century | Word::The => self.century(at + 1),
            Word::MonthEn(month) => self.month_first_date(month, at),
            Word::EarlyEn => self.part_en(Share::Early, at + 1),
            Word::MidEn => self.part_en(Share::Middle, at + 1),
            Word::LateEn => self.part_en(Share::Late, at + 1),
            Word::SeasonEn(first) => self.season_en(first, at + 1),
            Word::Number(_) => self.first_or_last_months(at),
            _ => None,
        }
    }

    /// `Viet Nam`, `mien nam`: without its mark `nam` is the south too.
    fn is_south(&self, at: usize) -> bool {
        let Some(before) = self.text[..self.run[at].start].strip_suffix(' ') else { return false };
        let ends = |word: &str| {
            before.len() >= word.len()
                && before.as_bytes()[before.len() - word.len()..].eq_ignore_ascii_case(word.as_bytes())
        };
        self.text[self.run[at].start..self.run[at].end].is_ascii() && ["viet", "mien", "phia"].into_iter().any(ends)
    }

    /// `T8/1957`, `Th09 2025`.
    fn month_sign(&self, at: usize) -> Option<(Piece, usize)> {
        let Kind::MonthSign(month) = self.kind(at) else { return None };
        Some(self.with_year(Piece::Month { month, year: None }, at + 1))
    }

    /// `12 Th09 2025`; `at` is at the day.
    fn with_month_sign(&self, at: usize) -> Option<(Piece, usize)> {
        let Kind::Figure(day @ 1..=31, 1 | 2) = self.kind(at) else { return None };
        let (month, next) = self.month_sign(at + 1)?;
        let piece = Piece::Day { day: day as u8, month: month.month(), year: month.year() };
        month.year().map(|_| (piece, next))
    }

    /// `thượng tuần tháng 8 năm 1945`.
    fn ten_days(&self, share: Share, at: usize) -> Option<(Piece, usize)> {
        self.is(at, Word::Month).then(|| self.part(share, at)).flatten()
    }

    /// Whether a word for a time of the day stands before: `chiều 26/6`.
    pub(super) fn follows_time(&self, at: usize) -> bool {
        at > 0 && (self.is(at - 1, Word::Time) || self.is(at - 1, Word::Dawn) || self.is(at - 1, Word::On))
            || at > 1
                && self.is(at - 2, Word::Time)
                && matches!(self.kind(at - 1), Kind::Word(Word::Now | Word::NextDay))
    }

    /// Whether the end at `at` has no word of its own.
    pub(super) fn is_bare(&self, at: usize) -> bool {
        matches!(self.kind(at), Kind::Figure(..))
            && !self.is(at + 1, Word::Month)
            && !matches!(self.kind(at + 1), Kind::MonthSign(_))
            && !matches!(self.kind(at + 1), Kind::Word(Word::MonthEn(_) | Word::Of))
    }

    /// Whether the thing counted follows: `1945 người`.
    pub(super) fn is_counted(&self, at: usize) -> bool {
        let newest = || self.text[self.run[at].end..].starts_with(" nhất");
        (self.is(at, Word::Counted) && !newest() || self.is(at, Word::Study)) && !self.run[at].capital
    }
}
