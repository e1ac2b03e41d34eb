//! Figures with signs between them to a date: `17/5/2021`, `02-04-2021`, `4.4.1947`, `5/2008`.
//!
//! Figures that go on in another way (`45/2019/QH14`, `1.200`, `24/7/365/1`) are none.

use super::parse::Parser;
use super::scan::Kind;
use super::value::Piece;
use super::words::Word;

/// What stands before the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    Nothing,
    /// `ngày`, or a word for a time of the day.
    Day,
    /// `tháng`.
    Month,
    /// Another day before: signs stand close.
    Member,
}

/// One figure with its token.
#[derive(Clone, Copy)]
struct Figure {
    value: u16,
    count: u8,
    at: usize,
}

impl Figure {
    fn is_day(self) -> bool {
        self.count <= 2 && (1..=31).contains(&self.value)
    }

    fn is_month(self) -> bool {
        self.count <= 2 && (1..=12).contains(&self.value)
    }

    fn is_year(self) -> bool {
        self.count == 4 && self.value > 0
    }
}

impl Parser<'_> {
    /// The date in figures at token `at`, and the token behind it.
    pub(super) fn figures(&self, at: usize, lead: Lead) -> Option<(Piece, usize)> {
        if let Some(read) = self.with_roman_month(at) {
            return Some(read);
        }
        let first = self.figure(at)?;
        let pair = self.chained(first, lead);
        let triple = pair.and_then(|(sign, second)| {
            let (next_sign, third) = self.chained(second, lead)?;
            (next_sign == sign).then_some(third)
        });
        let (piece, last) = match (pair, triple) {
            (Some((_, second)), Some(third)) => match self.of_three(first, second, third, lead) {
                Some(piece) => (piece, third),
                None => self.of_two_or_one(first, pair, lead)?,
            },
            _ => self.of_two_or_one(first, pair, lead)?,
        };
        (self.ends_well(last.at) && self.begins_well(at)).then_some((piece, last.at + 1))
    }

    /// `19-XII-1946`, `2/IX/1945`.
    fn with_roman_month(&self, at: usize) -> Option<(Piece, usize)> {
        let (Kind::Figure(day @ 1..=31, 1 | 2), Kind::Roman(month @ 1..=12), Kind::Figure(year @ 1000..=2999, 4)) =
            (self.kind(at), self.kind(at + 2), self.kind(at + 4))
        else {
            return None;
        };
        let sign = self.kind(at + 1);
        let joined = matches!(sign, Kind::Slash | Kind::Dash | Kind::Dot) && self.kind(at + 3) == sign;
        let whole = joined && self.is_glued(at + 1, at + 4) && self.begins_well(at) && self.ends_well(at + 4);
        let piece = Piece::Day { day: day as u8, month: Some(month), year: Some(year as i16) };
        whole.then_some((piece, at + 5))
    }

    fn figure(&self, at: usize) -> Option<Figure> {
        match self.kind(at) {
            Kind::Figure(value, count) => Some(Figure { value, count, at }),
            _ => None,
        }
    }

    /// The sign and the figure behind `figure`; only `/` and, between the parts of a named day, `-`
    /// may have blanks beside them.
    fn chained(&self, figure: Figure, lead: Lead) -> Option<(Kind, Figure)> {
        let sign = self.kind(figure.at + 1);
        let next = self.figure(figure.at + 2)?;
        let glued = self.run[figure.at + 1].glued && self.run[figure.at + 2].glued;
        let loose = sign == Kind::Slash || lead == Lead::Day;
        let broken = self.run[figure.at + 2].new_line && !glued && next.count < 4;
        (matches!(sign, Kind::Slash | Kind::Dash | Kind::Dot) && (glued || loose && !broken)).then_some((sign, next))
    }

    fn of_three(&self, a: Figure, b: Figure, c: Figure, lead: Lead) -> Option<Piece> {
        let glued = self.is_glued(a.at + 1, c.at);
        let (day, month, year) = if a.is_year() && glued {
            (c, b, a)
        } else if c.is_year() || c.count == 3 && lead == Lead::Day {
            match (b.is_month() && a.is_day(), a.is_month() && b.is_day()) {
                (true, true) if self.month_first() => (b, a, c),
                (true, _) => (a, b, c),
                (false, true) => (b, a, c),
                (false, false) => return None,
            }
        } else if c.count == 2 && glued && self.may_be_short(a.at, c.value, lead) {
            let year = Figure { value: century_of(c.value), ..c };
            (a, b, year)
        } else {
            return None;
        };
        (day.is_day() && month.is_month() && (glued || year.value >= 1000)).then_some(Piece::Day {
            day: day.value as u8,
            month: Some(month.value as u8),
            year: Some(year.value as i16),
        })
    }

    /// Whether day, month and a year of two figures may stand at a token without words before them: `khánh thành 25-3-58`,
    /// but no score, number of a house or of a phone.
    fn may_be_short(&self, at: usize, year: u16, lead: Lead) -> bool {
        let close = || self.kind(at + 1) == Kind::Dash && (PAST..100).contains(&year);
        let named = lead == Lead::Day || self.query || self.kind(at + 1) == Kind::Slash;
        named || close() && lead == Lead::Nothing && self.follows_word(at)
    }

    fn of_two_or_one(&self, a: Figure, pair: Option<(Kind, Figure)>, lead: Lead) -> Option<(Piece, Figure)> {
        if let Some((sign, b)) = pair.filter(|(_, b)| self.is_glued(a.at + 1, b.at)) {
            let named = sign == Kind::Slash || lead != Lead::Nothing || self.query && sign == Kind::Dash;
            let modern = (1800..=2100).contains(&b.value);
            let month = a.is_month() && b.is_year() && (lead != Lead::Nothing || modern && sign != Kind::Dot);
            // `tháng 5-75`, `tháng 5/75`
            let short = a.is_month() && lead == Lead::Month && b.count == 2 && b.value >= PAST && sign != Kind::Dot;
            // `lương tháng 8-40 triệu`
            let counts = || sign == Kind::Dash && self.counts(b.at + 1);
            if month || short && !self.goes_on(b.at) && !counts() {
                let year = if short { century_of(b.value) } else { b.value };
                return Some((Piece::Month { month: a.value as u8, year: Some(year as i16) }, b));
            }
            let day = a.is_day() && b.is_month() && lead != Lead::Month && named && !self.goes_on(b.at);
            if day {
                let day = Piece::Day { day: a.value as u8, month: Some(b.value as u8), year: None };
                return Some((day, b));
            }
            if sign != Kind::Dash {
                return None;
            }
        }
        let piece = if a.is_year() { Piece::Year(a.value as i16) } else { Piece::Bare(a.value, a.count) };
        Some((piece, a))
    }

    /// Whether another sign and figure follow, or the words of a month: `5-6/4`, `5-6 tháng 4`.
    fn goes_on(&self, at: usize) -> bool {
        let joined = matches!(self.kind(at + 1), Kind::Slash | Kind::Dash | Kind::Dot) && self.run[at + 1].glued;
        joined && self.figure(at + 2).is_some_and(|next| self.run[next.at].glued && self.kind(at + 1) != Kind::Dash)
            || self.is(at + 1, Word::Month)
    }

    fn is_glued(&self, from: usize, to: usize) -> bool {
        self.run[from..=to].iter().all(|token| token.glued)
    }

    /// Whether nothing glued on in front makes the figures part of something else.
    pub(super) fn begins_well(&self, at: usize) -> bool {
        let token = self.run[at];
        let Some(&before) = self.text.as_bytes()[..token.start].last() else { return true };
        let unit = |before: usize| matches!(self.kind(before), Kind::Word(Word::Day | Word::Month | Word::Year));
        !token.glued
            || at > 0 && unit(at - 1)
            || matches!(before, b'(' | b'[' | b'"' | b'\'' | b'*' | b'|' | b'-' | b';' | b'>' | b',' | b')' | b']')
            || before >= 0x80
    }

    /// Whether nothing glued on behind makes the figures part of something else.
    pub(super) fn ends_well(&self, at: usize) -> bool {
        let rest = &self.text.as_bytes()[self.run[at].end..];
        let alnum = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
        match rest {
            [b'/' | b'_', ..] => !alnum(rest.get(1)),
            [b'.' | b',' | b':', ..] => !rest.get(1).is_some_and(u8::is_ascii_digit),
            [b'-', ..] => !rest.get(1).is_some_and(u8::is_ascii_alphabetic) || self.is_glued_word(at + 2),
            [b'%' | b'@' | b'$' | b'=' | b'+', ..] => false,
            _ => true,
        }
    }

    /// `2018-present`, `1988-nay`.
    fn is_glued_word(&self, at: usize) -> bool {
        matches!(self.kind(at), Kind::Word(_) | Kind::Roman(_))
    }
}

/// Two figures from here on are a year of the last century.
pub(super) const PAST: u16 = 30;

/// The year meant by two figures: `75` is 1975, `21` is 2021.
pub(super) fn century_of(value: u16) -> u16 {
    if value >= PAST { 1900 + value } else { 2000 + value }
}
