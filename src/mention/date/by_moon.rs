//! Tokens to days, months and years of the lunar calendar: `rằm tháng Bảy`, `mùng 3 Tết Mậu Thân`, `10-3 (âm lịch)`; with
//! `dương lịch` beside it a day is civil, whatever its month is called.
//!
//! A day whose year is told has the civil day that it fell on; a year of the cycle of sixty needs another beside it.

use super::lunar::{Lunar, LunarYear, sign_of};
use super::parse::Parser;
use super::scan::Kind;
use super::value::Piece;
use super::words::Word;

/// Tý, the first of the twelve.
const RAT: i16 = 0;

/// Tỵ, the sixth, which has the same letters.
const SNAKE: i16 = 5;

impl Parser<'_> {
    /// A civil end as a lunar one where the words behind say so: `âm lịch`, `năm Mậu Thân`.
    pub(super) fn by_moon(&self, piece: Piece, at: usize) -> (Piece, usize) {
        if let Some(read) = self.by_sun(piece, at) {
            return read;
        }
        let (day, month, year) = match piece {
            Piece::Day { day, month: Some(month), year } => (Some(day), month, year),
            Piece::Month { month, year } => (None, month, year),
            _ => return (piece, at),
        };
        let leap = usize::from(self.is(at, Word::Leap) && year.is_none());
        let told = self.moon_end(at + leap);
        let signed = || {
            let sign = at + leap + usize::from(self.is(at + leap, Word::Year));
            year.is_none() && self.sign(sign).is_some()
        };
        if told.is_none() && leap == 0 && !signed() {
            return (piece, at);
        }
        let year = year.map_or(LunarYear::Untold, LunarYear::Number);
        self.moon_year(Lunar { day, month: Some(month), leap: leap > 0, year }, at + leap)
    }

    /// A day or month that the words behind say to be civil, with the year that may follow: `dương lịch`.
    fn by_sun(&self, piece: Piece, at: usize) -> Option<(Piece, usize)> {
        let told = self.calendar_end(at, Self::civil_calendar)?;
        let year = self.year_behind(told);
        Some(match (civil(piece), year) {
            (Piece::Day { day, month: Some(month), year: None }, Some((year, next))) => {
                (Piece::Day { day, month: Some(month), year: Some(year) }, next)
            }
            (Piece::Month { month, year: None }, Some((year, next))) => {
                (Piece::Month { month, year: Some(year) }, next)
            }
            (piece, _) => (piece, at),
        })
    }

    /// Whether `dương lịch` stands before a day: `theo dương lịch, ngày 6 tháng giêng`.
    pub(super) fn is_civil_before(&self, at: usize) -> bool {
        let signs = (0..2).take_while(|back| {
            at.checked_sub(1 + back).is_some_and(|at| matches!(self.kind(at), Kind::Comma | Kind::Close))
        });
        let end = at - signs.count();
        // `5/2/2000 dương lịch, mùng 1 tháng giêng âm lịch`: said of the date before
        let of_another =
            end > 2 && matches!(self.kind(end - 3), Kind::Figure(..) | Kind::Close | Kind::Word(Word::Branch(_)));
        end >= 2 && self.is(end - 2, Word::Civil) && self.is(end - 1, Word::Calendar) && !of_another
    }

    /// Whether the words of a date themselves say that it is lunar: `âm lịch`, a year of the cycle.
    pub(super) fn tells_moon(&self, words: std::ops::Range<usize>) -> bool {
        words.into_iter().any(|at| matches!(self.kind(at), Kind::Word(Word::Moon | Word::MoonMark | Word::Branch(_))))
    }

    /// A lunar day or month with the year that may follow, and the words for the calendar on either side of that.
    pub(super) fn moon_year(&self, lunar: Lunar, at: usize) -> (Piece, usize) {
        let leap = usize::from(!lunar.leap && self.is(at, Word::Leap));
        let lunar = Lunar { leap: lunar.leap || leap > 0, ..lunar };
        let mut next = self.moon_end(at + leap).unwrap_or(at + leap);
        if lunar.year != LunarYear::Untold {
            return (Piece::Lunar(lunar), next);
        }
        let Some((year, behind)) = self.lunar_year(next) else { return (Piece::Lunar(lunar), next) };
        next = self.moon_end(behind).unwrap_or(behind);
        (Piece::Lunar(Lunar { year, ..lunar }), next)
    }

    /// `năm Mậu Thân (1968)`, `Mậu Thân 1968`, `năm 1968`.
    fn lunar_year(&self, at: usize) -> Option<(LunarYear, usize)> {
        let at = at + usize::from(self.kind(at) == Kind::Comma && self.is(at + 1, Word::Year));
        match self.sign(at + usize::from(self.is(at, Word::Year))) {
            Some((sign, next)) => Some(match self.year_of_sign(sign, next) {
                Some((year, next)) => (LunarYear::Number(year), next),
                None => (LunarYear::Sign(sign), next),
            }),
            None => self.year_behind(at).map(|(year, next)| (LunarYear::Number(year), next)),
        }
    }

    /// The figures behind a year of the cycle, where they are of that place: `(1968)`, `- 1968`, `1968`.
    fn year_of_sign(&self, sign: u8, at: usize) -> Option<(i16, usize)> {
        let open = self.kind(at) == Kind::Open;
        let lead = usize::from(open || matches!(self.kind(at), Kind::Comma | Kind::Dash));
        let lead = lead + usize::from(self.is(at + lead, Word::Year));
        let Kind::Figure(year, 3 | 4) = self.kind(at + lead) else { return None };
        let next = at + lead + 1;
        let closes = !open || self.kind(next) == Kind::Close;
        let year = i16::try_from(year).ok().filter(|year| closes && sign_of(*year) == sign)?;
        Some((year, next + usize::from(open)))
    }

    /// A year of the cycle of sixty: `Mậu Thân`.
    fn sign(&self, at: usize) -> Option<(u8, usize)> {
        let stem = match self.kind(at) {
            Kind::Word(Word::Stem(stem)) => stem,
            Kind::Word(Word::Age) => 5,
            Kind::Word(Word::Quarter) => 9,
            _ => return None,
        };
        let Kind::Word(Word::Branch(branch)) = self.kind(at + 1) else { return None };
        let (stem, mut branch) = (i16::from(stem), i16::from(branch));
        // `Ất Ty`, `Ất Tý`: only the sixth goes with such a stem, whichever mark is set on these letters
        if branch == RAT && stem % 2 != 0 {
            branch = SNAKE;
        }
        let capital = self.query || self.run[at].capital && self.run[at + 1].capital;
        // the place is that of the stem among ten and of the branch among twelve
        let sign = (6 * stem - 5 * branch).rem_euclid(60) as u8;
        (capital && (stem - branch) % 2 == 0).then_some((sign, at + 2))
    }

    /// `năm Mậu Thân (1968)`; `at` is at `năm`.
    pub(super) fn year_by_sign(&self, at: usize) -> Option<(Piece, usize)> {
        self.sign(at + 1)?;
        Some(self.moon_year(Lunar::default(), at))
    }

    /// `Tết Mậu Thân 1968`; `at` is at `Tết`.
    pub(super) fn new_year(&self, at: usize) -> Option<(Piece, usize)> {
        self.sign(at + 1)?;
        Some(self.of_new_year(1, at + 1))
    }

    /// `mùng 3 Tết`, `30 Tết`; `at` is behind `Tết`.
    pub(super) fn of_new_year(&self, day: u16, at: usize) -> (Piece, usize) {
        let month = if day > 20 { 12 } else { 1 };
        let read = self.moon_year(Lunar { day: Some(day as u8), month: Some(month), ..Lunar::default() }, at);
        match read {
            // the last days of a year stand before the feast that has the name of the next
            (Piece::Lunar(lunar), next) if month == 12 => {
                let year = match lunar.year {
                    LunarYear::Number(year) => LunarYear::Number(year - 1),
                    LunarYear::Sign(sign) => LunarYear::Sign((sign + 59) % 60),
                    LunarYear::Untold => LunarYear::Untold,
                };
                (Piece::Lunar(Lunar { year, ..lunar }), next)
            }
            _ => read,
        }
    }

    /// `30 Tết`; `at` is at the day.
    pub(super) fn day_of_new_year(&self, at: usize) -> Option<(Piece, usize)> {
        let Kind::Figure(day @ 23..=30, 2) = self.kind(at) else { return None };
        let read = self.is(at + 1, Word::NewYear).then(|| self.of_new_year(day, at + 2))?;
        matches!(read.0, Piece::Lunar(Lunar { year: LunarYear::Number(_), .. })).then_some(read)
    }

    /// The token behind `âm lịch`, `ÂL`, with brackets or without.
    pub(super) fn moon_end(&self, at: usize) -> Option<usize> {
        self.calendar_end(at, Self::moon_calendar)
    }

    fn moon_calendar(&self, at: usize) -> Option<usize> {
        match (self.kind(at), self.kind(at + 1)) {
            (Kind::Word(Word::Moon), Kind::Word(Word::Calendar)) => Some(at + 2),
            (Kind::Word(Word::MoonMark), _) => Some(at + 1),
            _ => None,
        }
    }

    fn civil_calendar(&self, at: usize) -> Option<usize> {
        (self.is(at, Word::Civil) && self.is(at + 1, Word::Calendar)).then_some(at + 2)
    }

    /// The token behind the name of a calendar, with `theo` before or not, with brackets or without.
    fn calendar_end(&self, at: usize, calendar: impl Fn(&Self, usize) -> Option<usize>) -> Option<usize> {
        let open = usize::from(self.kind(at) == Kind::Open);
        let next = calendar(self, at + open + usize::from(self.is(at + open, Word::By)))?;
        match open {
            0 => Some(next),
            _ => (self.kind(next) == Kind::Close).then_some(next + 1),
        }
    }
}

/// A lunar day or month as the one of that name in the civil calendar, where there is such a one.
pub(super) fn civil(piece: Piece) -> Piece {
    let Piece::Lunar(Lunar { day, month: Some(month), leap: false, year }) = piece else { return piece };
    let year = match year {
        LunarYear::Untold => None,
        LunarYear::Number(year) => Some(year),
        LunarYear::Sign(_) => return piece,
    };
    match day {
        Some(day) => Piece::Day { day, month: Some(month), year },
        None => Piece::Month { month, year },
    }
}
