//! Tokens that begin with the word of a unit to what they name: `ngày 27 tháng 02 năm 2017`,
//! `quý I/2021`, `cuối năm 1951`, `thập niên 90`.

use super::english::decade;
use super::figures::{Lead, PAST, century_of};
use super::lunar::{Lunar, LunarYear};
use super::parse::Parser;
use super::scan::Kind;
use super::value::{Months, Piece, Share};
use super::words::Word;

/// On which side of the first year of our era a year lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Era {
    Before,
    After,
}

/// The first month of the season behind the one that begins in `first`.
fn next_season(first: u8) -> u8 {
    if first == 11 { 2 } else { first + 3 }
}

impl Parser<'_> {
    /// `ngày 4/4/1947`, `ngày 27 tháng 02 năm 2017`, `ngày mười bảy tháng tư`; `at` is behind `ngày`.
    pub(super) fn day(&self, at: usize) -> Option<(Piece, usize)> {
        if matches!(self.kind(at), Kind::Word(Word::Opening | Word::FullMoon)) {
            return self.lunar_day(at);
        }
        if let Some((piece, next)) = self.figures(at, Lead::Day) {
            return match piece {
                Piece::Day { year: None, .. } => Some(self.with_year(piece, next)),
                Piece::Bare(day @ 1..=31, 1 | 2) if self.is(next, Word::NewYear) => {
                    Some(self.of_new_year(day, next + 1))
                }
                Piece::Bare(day @ 1..=31, 1 | 2) => self.day_in_words(day, next),
                Piece::Day { .. } | Piece::Month { .. } => Some((piece, next)),
                _ => None,
            };
        }
        let (day, next) = match self.spoken(at) {
            Some(read) => read,
            None if self.is(at, Word::Year) && self.is(at + 1, Word::Month) => (5, at + 1),
            None => return None,
        };
        ((1..=31).contains(&day) && self.is(next, Word::Month)).then(|| self.day_in_words(day, next)).flatten()
    }

    /// A day with the month that may follow in words.
    pub(super) fn day_in_words(&self, day: u16, at: usize) -> Option<(Piece, usize)> {
        let comma =
            usize::from(self.kind(at) == Kind::Comma && self.is(at + 1, Word::Month) && !self.is_month_alone(at));
        if self.is(at + comma, Word::Month) {
            match self.month_number(at + comma + 1) {
                Some((Some(month), next)) => {
                    let piece = Piece::Day { day: day as u8, month: Some(month), year: None };
                    return Some(self.with_year(piece, next));
                }
                Some((None, next)) => return Some(self.in_lunar_month(Some(day as u8), next)),
                None if comma == 0 => return None,
                None => {}
            }
        }
        Some((Piece::Day { day: day as u8, month: None, year: None }, at))
    }

    /// `ngày 5, tháng 6 năm 1969` is one day, in `ngày 5, tháng 6/1969` too.
    fn is_month_alone(&self, comma: usize) -> bool {
        self.run[comma + 1].new_line
    }

    /// `mùng 3 tháng Giêng`, `rằm tháng Bảy`, `mùng 3 Tết`; a month in figures with a year is civil.
    pub(super) fn lunar_day(&self, at: usize) -> Option<(Piece, usize)> {
        let civil = |piece: &(Piece, usize)| matches!(piece.0, Piece::Day { month: Some(_), year: Some(_), .. });
        let (day, next) = match self.kind(at) {
            Kind::Word(Word::FullMoon) => (15, at + 1),
            _ => match self.figures(at + 1, Lead::Day) {
                Some((piece @ Piece::Day { .. }, next)) => return Some(self.with_year(piece, next)),
                Some((Piece::Bare(day @ 1..=31, _), next)) => (day, next),
                _ => self.spoken(at + 1).filter(|(day, _)| (1..=31).contains(day))?,
            },
        };
        let full = self.is(at, Word::FullMoon);
        if let Some(read) = self.day_in_words(day, next).filter(|read| !full && civil(read)) {
            return Some(read);
        }
        if self.is(next, Word::NewYear) {
            return Some(self.of_new_year(day, next + 1));
        }
        if !self.is(next, Word::Month) {
            return None;
        }
        let (month, behind) = self.month_number(next + 1)?;
        let month = month.or_else(|| self.lunar_month(behind - 1));
        Some(self.moon_year(Lunar { day: Some(day as u8), month, ..Lunar::default() }, behind))
    }

    /// A day of `Giêng` or `Chạp`, or the month; a year in figures behind is that of the civil calendar, as papers have
    /// called January and December so: `ngày 6 tháng giêng năm 1946`. `at` is behind the month.
    fn in_lunar_month(&self, day: Option<u8>, at: usize) -> (Piece, usize) {
        let month = self.lunar_month(at - 1);
        let civil = self.year_behind(at).filter(|(year, next)| *year >= 1900 && self.moon_end(*next).is_none());
        match (civil, month, day) {
            (Some((year, next)), Some(month), Some(day)) => {
                (Piece::Day { day, month: Some(month), year: Some(year) }, next)
            }
            (Some((year, next)), Some(month), None) => (Piece::Month { month, year: Some(year) }, next),
            _ => self.moon_year(Lunar { day, month, ..Lunar::default() }, at),
        }
    }

    /// `Giêng`, `Chạp`.
    fn lunar_month(&self, at: usize) -> Option<u8> {
        match self.kind(at) {
            Kind::Word(Word::LunarMonth(month)) => Some(month),
            _ => None,
        }
    }

    /// `tháng 4 năm 1964`, `tháng 4/1964`, `tháng Tám năm 1945`; `at` is behind `tháng`.
    pub(super) fn month(&self, at: usize) -> Option<(Piece, usize)> {
        let (piece, next) = match self.figures(at, Lead::Month) {
            Some((Piece::Bare(month @ 1..=12, 1 | 2), next)) => {
                self.with_year(Piece::Month { month: month as u8, year: None }, next)
            }
            Some((piece @ Piece::Month { .. }, next)) => (piece, next),
            Some(_) => return None,
            None => {
                let (month, next) = self.month_number(at)?;
                let Some(month) = month else { return Some(self.in_lunar_month(None, next)) };
                // without a year the word is part of a name: cách mạng tháng Tám
                let read = self.with_year(Piece::Month { month, year: None }, next);
                let by_moon = matches!(self.by_moon(read.0, read.1), (Piece::Lunar(_), _));
                (by_moon || read.0.year().is_some()).then_some(read)?
            }
        };
        Some((piece, next))
    }

    /// The month behind `tháng`: none of the civil year for Giêng and Chạp.
    fn month_number(&self, at: usize) -> Option<(Option<u8>, usize)> {
        match self.kind(at) {
            Kind::Figure(month @ 1..=12, 1 | 2) if !self.is_item(at) => Some((Some(month as u8), at + 1)),
            Kind::Word(Word::LunarMonth(_)) => Some((None, at + 1)),
            // `tháng XII năm 1946`
            Kind::Roman(month @ 1..=12) => Some((Some(month), at + 1)),
            // năm is a five where the year follows
            Kind::Word(Word::Year) if self.is(at + 1, Word::Year) => Some((Some(5), at + 1)),
            _ => {
                let (month, next) = self.spoken(at)?;
                (1..=12).contains(&month).then_some((Some(month as u8), next))
            }
        }
    }

    /// A day or month with the year that may follow: ` năm 1964`, `/1964`, `, năm 1964`.
    pub(super) fn with_year(&self, piece: Piece, at: usize) -> (Piece, usize) {
        match self.year_behind(at) {
            Some((year, next)) => (piece.filled(None, Some(year)), next),
            None => (piece, at),
        }
    }

    pub(super) fn year_behind(&self, at: usize) -> Option<(i16, usize)> {
        let comma = usize::from(self.kind(at) == Kind::Comma);
        match self.kind(at + comma) {
            Kind::Word(Word::Year) => self.year_number(at + comma + 1, true),
            Kind::Slash | Kind::Dash if comma == 0 => match self.kind(at + 1) {
                Kind::Figure(year, 4) if self.run[at + 1].glued && year > 0 => Some((year as i16, at + 2)),
                _ => None,
            },
            Kind::Figure(year @ 1900..=2099, 4) if comma == 0 => Some((year as i16, at + 1)),
            // `20 tháng 10, 1920`
            Kind::Figure(year @ 1000..=2099, 4)
                if comma == 1 && self.ends_years(at + 1) && self.closes_year(at + 1) =>
            {
                Some((year as i16, at + 2))
            }
            _ => None,
        }
    }

    /// The year behind `năm`. Two figures (`tháng 8 năm 45`) only where a month stands before: else they are as often those
    /// of the first century.
    pub(super) fn year_number(&self, at: usize, after_month: bool) -> Option<(i16, usize)> {
        let (year, next) = match self.figures(at, Lead::Nothing) {
            Some((Piece::Year(year), next)) => (year, next),
            Some((Piece::Bare(year @ PAST..=99, 2), next)) if after_month => (century_of(year) as i16, next),
            Some((Piece::Bare(year, 3), next)) => (year as i16, next),
            Some(_) => return None,
            None => self.spoken(at).filter(|(year, _)| *year >= 1000).map(|(year, next)| (year as i16, next))?,
        };
        (year > 0 && !self.is_before_christ(next)).then_some((year, next))
    }

    fn is_before_christ(&self, at: usize) -> bool {
        matches!(self.era(at), Some((Era::Before, _)))
    }

    /// `179 TCN`, `năm 111 trước Công nguyên`, `năm 40 sau Công nguyên`; `at` is at the figures.
    pub(super) fn year_of_era(&self, at: usize, bare: bool) -> Option<(Piece, usize)> {
        let Kind::Figure(year @ 1.., count) = self.kind(at) else { return None };
        let year = i16::try_from(year).ok().filter(|year| *year < 9999 && (count > 1 || !bare))?;
        let (year, next) = match self.era(at + 1)? {
            (Era::Before, next) => (1 - year, next),
            (Era::After, next) => (year, next),
        };
        // `14 TCN 12-2002` is a standard
        let standard = bare && matches!(self.kind(next), Kind::Figure(..));
        (!standard && self.begins_well(at)).then_some((Piece::Year(year), next))
    }

    /// `TCN`, `trước Công nguyên`, `sau Công nguyên`.
    fn era(&self, at: usize) -> Option<(Era, usize)> {
        let common = || self.is(at + 1, Word::Common) && self.is(at + 2, Word::Era);
        Some(match self.kind(at) {
            Kind::Word(Word::BeforeChrist) => (Era::Before, at + 1),
            Kind::Word(Word::AfterChrist) => (Era::After, at + 1),
            Kind::Word(Word::Before) if common() => (Era::Before, at + 3),
            Kind::Word(Word::After) if common() => (Era::After, at + 3),
            _ => return None,
        })
    }

    /// `quý I/2021`, `quý 1 năm 2021`, `Q1 2021`; `at` is at the number.
    pub(super) fn quarter(&self, at: usize) -> Option<(Piece, usize)> {
        let (quarter, next) = match self.kind(at) {
            Kind::Roman(quarter) | Kind::QuarterSign(quarter) => (u16::from(quarter), at + 1),
            Kind::Figure(quarter, 1 | 2) if !self.is_item(at) => (quarter, at + 1),
            _ => self.spoken(at)?,
        };
        if !(1..=4).contains(&quarter) {
            return None;
        }
        let of = usize::from(self.is(next, Word::Of) && matches!(self.kind(next + 1), Kind::Figure(_, 4)));
        Some(self.with_year(Piece::Quarter { quarter: quarter as u8, year: None }, next + of))
    }

    /// `cuối năm 1951`, `đầu tháng 5/2021`, `giữa những năm 60`, `cuối 1951`; `at` is behind the part.
    pub(super) fn part(&self, share: Share, at: usize) -> Option<(Piece, usize)> {
        match self.kind(at) {
            Kind::Word(Word::Year) => {
                if let Some((year, next)) = self.year_number(at + 1, true) {
                    return Some((Piece::Part { months: share.months(), year: Some(year) }, next));
                }
                // `cuối năm Quý Sửu (1853)`
                match self.year_by_sign(at) {
                    Some((Piece::Lunar(Lunar { year: LunarYear::Number(year), .. }), next)) => {
                        return Some((Piece::Part { months: share.months(), year: Some(year) }, next));
                    }
                    Some(of_sign) => return Some(of_sign),
                    None => {}
                }
                let of_other = matches!(
                    self.kind(at + 1),
                    Kind::Word(Word::Now | Word::Ordinal | Word::Counted) | Kind::Figure(..) | Kind::Roman(_)
                );
                (!of_other).then_some((Piece::Part { months: share.months(), year: None }, at + 1))
            }
            Kind::Word(Word::Month) => match self.month(at + 1).map(|(piece, next)| self.by_moon(piece, next))? {
                (Piece::Month { month, year }, next) => Some((Piece::PartOfMonth { share, month, year }, next)),
                _ => None,
            },
            Kind::Word(Word::Those | Word::Decade) => match self.decade(at)? {
                (Piece::Decade { first, .. }, next) => Some((Piece::Decade { first, share: Some(share) }, next)),
                _ => None,
            },
            Kind::Word(Word::Century) => match self.century(at + 1)? {
                (Piece::Century { number, .. }, next) => Some((Piece::Century { number, share: Some(share) }, next)),
                _ => None,
            },
            Kind::Figure(1000..=2100, 4) => match self.figures(at, Lead::Nothing)? {
                (Piece::Year(year), next) => Some((Piece::Part { months: share.months(), year: Some(year) }, next)),
                _ => None,
            },
            _ => None,
        }
    }

    /// `nửa đầu năm 2020`, `nửa sau thế kỷ XIX`; `at` is behind `nửa`.
    pub(super) fn half(&self, at: usize) -> Option<(Piece, usize)> {
        match self.kind(at) {
            Kind::Word(Word::Early | Word::Before) => self.part(Share::FirstHalf, at + 1),
            Kind::Word(Word::Late | Word::After) => self.part(Share::SecondHalf, at + 1),
            _ => None,
        }
    }

    /// `6 tháng đầu năm 2021`; `at` is at the figure.
    pub(super) fn first_or_last_months(&self, at: usize) -> Option<(Piece, usize)> {
        let (count, next) = match self.kind(at) {
            Kind::Figure(count, 1 | 2) => (count, at + 1),
            _ => self.spoken(at)?,
        };
        if !self.is(next, Word::Month) || !(1..=12).contains(&count) {
            return None;
        }
        let months = match self.kind(next + 1) {
            Kind::Word(Word::Early) => Months(1, count as u8),
            Kind::Word(Word::Late) => Months(13 - count as u8, 12),
            _ => return None,
        };
        self.months_of_year(months, next + 2)
    }

    fn months_of_year(&self, months: Months, at: usize) -> Option<(Piece, usize)> {
        if !self.is(at, Word::Year) {
            return None;
        }
        Some(match self.year_number(at + 1, true) {
            Some((year, next)) => (Piece::Part { months, year: Some(year) }, next),
            None => (Piece::Part { months, year: None }, at + 1),
        })
    }

    /// The season that follows the one at `at`, and where it ends.
    fn second_season(&self, at: usize) -> Option<(u8, usize)> {
        let Kind::Word(Word::PartOfSeason(first)) = self.kind(at) else { return None };
        let next = at + 1 + usize::from(self.kind(at + 1) == Kind::Dash);
        let Kind::Word(Word::PartOfSeason(last)) = self.kind(next) else { return None };
        (last == next_season(first)).then_some((last, next + 1))
    }

    pub(super) fn is_pair_of_seasons(&self, at: usize) -> bool {
        self.second_season(at).is_some()
    }

    /// `mùa xuân năm 1975`, `xuân 1975`; `at` is at the season.
    pub(super) fn season(&self, at: usize) -> Option<(Piece, usize)> {
        let Kind::Word(Word::PartOfSeason(first)) = self.kind(at) else { return None };
        let (months, behind) = match self.second_season(at) {
            // `thu đông 1947`, `đông - xuân 1953 - 1954`
            Some((last, behind)) => (Months(first, if last < first { last + 14 } else { last + 2 }), behind),
            None => (Months(first, first + 2), at + 1),
        };
        let (year, next) = match self.kind(behind) {
            Kind::Word(Word::Year) => self.year_number(behind + 1, true)?,
            Kind::Figure(year @ 1000..=2100, 4) => (year as i16, behind + 1),
            _ => return None,
        };
        let piece = Piece::Part { months, year: Some(year) };
        // a winter and its spring are of two years
        let second = match (self.kind(next), self.kind(next + 1)) {
            (Kind::Dash, Kind::Figure(second, 4)) => second as i16,
            (Kind::Dash, Kind::Figure(second @ 0..=99, 2)) => year - year % 100 + second as i16,
            _ => return Some((piece, next)),
        };
        let both = months.1 > 13 && second == year + 1;
        Some((piece, if both { next + 2 } else { next }))
    }

    /// `những năm 60`, `những năm 1990`, `thập niên 90`; other years behind `những năm` are years.
    pub(super) fn decade(&self, at: usize) -> Option<(Piece, usize)> {
        let those = self.is(at, Word::Those);
        if !(those && self.is(at + 1, Word::Year) || self.is(at, Word::Decade) && self.is_age(at + 1)) {
            return None;
        }
        if let Kind::DecadeEn(first) = self.kind(at + 2) {
            return Some((decade(first, None)?, at + 3));
        }
        let (piece, next) = self.figures(at + 2, Lead::Nothing)?;
        let first = match piece {
            Piece::Bare(first, 2) if first % 10 == 0 => first as i16,
            Piece::Year(year) if year % 10 == 0 && !self.is_range_of_years(next) => {
                return Some((Piece::Decade { first: year, share: None }, next));
            }
            Piece::Year(_) if those => return Some((piece, next)),
            _ => return None,
        };
        let of = usize::from(self.is(next, Word::Of));
        if self.is(next + of, Word::Century)
            && let Some((Piece::Century { number, .. }, next)) = self.century(next + of + 1)
        {
            return Some((Piece::Decade { first: i16::from(number) * 100 - 100 + first, share: None }, next));
        }
        // without a century the last one is meant that is past
        let first = if first >= 30 { 1900 + first } else { 2000 + first };
        Some((Piece::Decade { first, share: None }, next))
    }

    fn is_range_of_years(&self, at: usize) -> bool {
        matches!(self.kind(at), Kind::Dash | Kind::Word(Word::To))
            && matches!(self.kind(at + 1), Kind::Figure(_, 2 | 4))
    }

    /// `thế kỷ XIX`, `thế kỷ thứ 18`; `at` is behind `thế`.
    pub(super) fn century(&self, at: usize) -> Option<(Piece, usize)> {
        if !self.is_age(at) {
            return None;
        }
        let at = at + 1 + usize::from(self.is(at + 1, Word::Ordinal));
        let (number, next) = match self.kind(at) {
            Kind::Roman(number) => (u16::from(number), at + 1),
            Kind::Figure(number, 1 | 2) => (number, at + 1),
            _ => self.spoken(at)?,
        };
        let piece = Piece::Century { number: number as u8, share: None };
        let fits = (1..=30).contains(&number);
        fits.then(|| match self.era(next) {
            Some((Era::Before, next)) => (Piece::CenturyBefore(number as u8), next),
            Some((Era::After, next)) => (piece, next),
            None => (piece, next),
        })
    }

    /// `kỷ`, `niên`, and `ky` without its marks, which may be `kỳ` too.
    fn is_age(&self, at: usize) -> bool {
        let plain = |at: usize| self.text[self.run[at].start..self.run[at].end].is_ascii();
        self.is(at, Word::Age) || self.is(at, Word::Span) && plain(at)
    }
}
