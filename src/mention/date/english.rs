//! Tokens to dates as English writes them: `September 20, 2024`, `20th of September 2024`,
//! `mid-2019`, `the 1990s`.

use super::figures::Lead;
use super::parse::Parser;
use super::scan::Kind;
use super::value::{Months, Piece, Share};
use super::words::Word;
use crate::text::has_vietnamese_marks;

impl Parser<'_> {
    /// `September 20, 2024`, `September 2024`; `at` is at the month.
    pub(super) fn month_first_date(&self, month: u8, at: usize) -> Option<(Piece, usize)> {
        if !self.run[at].capital && !self.query {
            return None;
        }
        let at = at + 1 + usize::from(self.kind(at + 1) == Kind::Dot);
        let comma = usize::from(matches!(self.kind(at), Kind::Comma | Kind::Word(Word::Of)));
        match self.kind(at) {
            Kind::Figure(day @ 1..=31, 1 | 2) | Kind::OrdinalEn(day @ 1..=31) => {
                let piece = Piece::Day { day: day as u8, month: Some(month), year: None };
                Some(self.with_year_en(piece, at + 1))
            }
            _ => match self.kind(at + comma) {
                Kind::Figure(year @ 1000..=2999, 4) if self.ends_years(at + comma) => {
                    Some((Piece::Month { month, year: Some(year as i16) }, at + comma + 1))
                }
                // May–June 2014
                Kind::Dash | Kind::Word(Word::To) if comma == 0 => match self.kind(at + 1) {
                    Kind::Word(Word::MonthEn(last)) => {
                        let (end, _) = self.month_first_date(last, at + 1)?;
                        let months = matches!(end, Piece::Month { year: Some(_), .. });
                        months.then_some((Piece::Month { month, year: None }, at))
                    }
                    _ => None,
                },
                _ => None,
            },
        }
    }

    /// `20 September 2024`, `20th of September`; `at` is behind the day.
    pub(super) fn day_first_date(&self, day: u16, at: usize) -> Option<(Piece, usize)> {
        let at = at + usize::from(self.is(at, Word::Of));
        let Kind::Word(Word::MonthEn(month)) = self.kind(at) else { return None };
        if !(1..=31).contains(&day) || !self.run[at].capital && !self.query {
            return None;
        }
        let piece = Piece::Day { day: day as u8, month: Some(month), year: None };
        let dot = usize::from(self.kind(at + 1) == Kind::Dot && matches!(self.kind(at + 2), Kind::Figure(_, 4)));
        Some(self.with_year_en(piece, at + 1 + dot))
    }

    /// A day with the year that may follow: `, 2024`.
    pub(super) fn with_year_en(&self, piece: Piece, at: usize) -> (Piece, usize) {
        let comma = usize::from(matches!(self.kind(at), Kind::Comma | Kind::Word(Word::Of)));
        match self.kind(at + comma) {
            Kind::Figure(year, 4) if year > 0 && self.ends_years(at + comma) => {
                (piece.filled(None, Some(year as i16)), at + comma + 1)
            }
            _ => (piece, at),
        }
    }

    pub(super) fn ends_years(&self, at: usize) -> bool {
        self.figures(at, Lead::Month).is_some_and(|(piece, _)| matches!(piece, Piece::Year(_)))
    }

    /// `mid-2019`, `early 1990s`, `late September 2024`; `at` is behind the part.
    pub(super) fn part_en(&self, share: Share, at: usize) -> Option<(Piece, usize)> {
        let at = at + usize::from(self.kind(at) == Kind::Dash);
        let at = at + usize::from(self.is(at, Word::In));
        let at = at + usize::from(self.is(at, Word::The));
        match self.kind(at) {
            Kind::Figure(year @ 1000..=2999, 4) => {
                Some((Piece::Part { months: share.months(), year: Some(year as i16) }, at + 1))
            }
            Kind::DecadeEn(first) => Some((decade(first, Some(share))?, at + 1)),
            Kind::OrdinalEn(number @ 1..=30) if self.is(at + 1, Word::CenturyEn) => {
                Some((Piece::Century { number: number as u8, share: Some(share) }, at + 2))
            }
            Kind::Word(Word::MonthEn(month)) => match self.month_first_date(month, at)? {
                (Piece::Month { month, year }, next) => Some((Piece::PartOfMonth { share, month, year }, next)),
                _ => None,
            },
            _ => None,
        }
    }

    /// `spring 1975`, `spring of 1975`; `at` is behind the season.
    pub(super) fn season_en(&self, first: u8, at: usize) -> Option<(Piece, usize)> {
        let at = at + usize::from(self.is(at, Word::Of) || self.is(at, Word::In));
        match self.kind(at) {
            Kind::Figure(year @ 1000..=2999, 4) => {
                Some((Piece::Part { months: Months(first, first + 2), year: Some(year as i16) }, at + 1))
            }
            _ => None,
        }
    }

    /// Whether the line is in English: it bears no mark of Vietnamese.
    pub(super) fn is_english(&self, at: usize) -> bool {
        let start = self.run[at].start;
        let from = self.text.as_bytes()[..start].iter().rev().take(300).position(|&b| b == b'\n');
        let mut from = start - from.unwrap_or(300.min(start));
        let to = self.text.as_bytes()[start..].iter().take(300).position(|&b| b == b'\n');
        let mut to = (start + to.unwrap_or(300)).min(self.text.len());
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        while !self.text.is_char_boundary(to) {
            to -= 1;
        }
        !has_vietnamese_marks(&self.text[from..to])
    }
}

/// `1990s`, `the 90s`.
pub(super) fn decade(first: u16, share: Option<Share>) -> Option<Piece> {
    let first = match first {
        1000..=2990 => first,
        30..=90 => 1900 + first,
        _ => return None,
    };
    (first % 10 == 0).then_some(Piece::Decade { first: first as i16, share })
}
