//! One end and what follows it to both ends of a period: `đến`, `-`, `và`, lists of days.
//!
//! What one end does not say it takes from the other.

use super::lunar::Lunar;
use super::parse::{Opening, Parser};
use super::scan::Kind;
use super::value::{Piece, Share};
use super::words::Word;

/// Most members of a list (`26, 27/4/2021`).
const MAX_MEMBERS: usize = 12;

/// What joins two ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// `đến`, `-`.
    Range,
    /// `,`, `và`.
    List,
    /// Nothing but a blank: `cuối năm 1951 đầu năm 1952`.
    Beside,
}

impl Parser<'_> {
    /// Reads on behind the first end as long as ends follow that belong to it.
    pub(super) fn to_the_end(&self, first: Piece, next: usize, opening: &Opening) -> (Piece, Option<Piece>, usize) {
        let (mut first, mut last, mut next) = (first, None, next);
        for _ in 0..MAX_MEMBERS {
            let end: Piece = last.unwrap_or(first);
            let apart = self.kind(next) == Kind::Comma && matches!(end, Piece::Day { year: None, .. });
            if let Some(now) = self.now_behind(next).filter(|_| !apart) {
                return (first, Some(Piece::Now), now);
            }
            let Some((read, joint, after)) = self.next_end(end, next, opening) else { break };
            let Some((left, right)) = join(end, read, joint) else { break };
            match last {
                // the first of a list learns month and year from the last
                Some(_) => first = first.filled(right.month(), right.year()).of_unit(left),
                None => first = left,
            }
            last = Some(right);
            next = after;
            if joint != Joint::List {
                break;
            }
        }
        // a list of days that no month closes is only its first figure
        if matches!(last, Some(Piece::Bare(..))) {
            return (Piece::Bare(0, 0), None, next);
        }
        (first, last, next)
    }

    /// `đến nay`, `to now`, `- nay`.
    fn now_behind(&self, at: usize) -> Option<usize> {
        let at = at + usize::from(self.kind(at) == Kind::Comma);
        let at = at + usize::from(self.is(at, Word::Closing(4)));
        if !matches!(self.kind(at), Kind::Word(Word::To) | Kind::Dash) {
            return None;
        }
        if self.ends_open(at) {
            return Some(at);
        }
        match (self.kind(at + 1), self.kind(at + 2)) {
            (Kind::Word(Word::Now | Word::NowEn), _) => Some(at + 2),
            (Kind::Word(Word::Current | Word::Day), Kind::Word(Word::Now)) => Some(at + 3),
            (Kind::Word(Word::The), Kind::Word(Word::NowEn)) => Some(at + 3),
            _ => None,
        }
    }

    /// The joint at `at` and the end behind it.
    fn next_end(&self, end: Piece, at: usize, opening: &Opening) -> Option<(Piece, Joint, usize)> {
        if matches!(end, Piece::Now | Piece::Lunar(_)) {
            return None;
        }
        let comma = usize::from(self.kind(at) == Kind::Comma);
        let (joint, behind) = match self.kind(at) {
            Kind::Dash => (Joint::Range, at + 1 + usize::from(self.kind(at + 1) == Kind::Dash)),
            Kind::Comma if self.is(at + 1, Word::Dawn) => self.joint_words(at + 1)?,
            Kind::Comma if !self.is(at + 1, Word::To) && !self.is(at + 1, Word::Closing(1)) => {
                match self.kind(at + 1) {
                    Kind::Word(Word::And) => (Joint::List, at + 2),
                    _ => (Joint::List, at + 1),
                }
            }
            Kind::Comma if !opening.from => return None,
            _ => match self.joint_words(at + comma) {
                Some(read) => read,
                None => (Joint::Beside, at),
            },
        };
        let worded = matches!(self.kind(behind), Kind::Word(_));
        let figure = matches!(end, Piece::Bare(..));
        // `Điều 5 - ngày 17/5/2021`, `số 5, 10/4/1975`: only from a word for it a figure is a day
        let day = opening.from || self.follows_time(opening.at) || self.is_told(opening.at);
        if figure && !day && (worded || joint == Joint::List) {
            return None;
        }
        let (piece, next) = match (end, self.kind(behind)) {
            (Piece::Quarter { year: None, .. }, Kind::Roman(_)) => return self.next_quarter(behind, joint),
            (Piece::Century { share, .. }, Kind::Roman(number)) => (Piece::Century { number, share }, behind + 1),
            (Piece::Day { .. } | Piece::Bare(..), Kind::Figure(..)) => match self.member(opening.at, behind) {
                Some(read) => read,
                None => self.piece(behind)?,
            },
            _ => self.piece(behind)?,
        };
        let (piece, next) = match (end, piece) {
            // September 20-22, 2024
            (Piece::Day { month: Some(month), year: None, .. }, Piece::Bare(day @ 1..=31, 1 | 2)) => {
                let (piece, after) =
                    self.with_year_en(Piece::Day { day: day as u8, month: Some(month), year: None }, next);
                piece.year().map(|_| (piece, after)).unwrap_or((Piece::Bare(day, 2), next))
            }
            (Piece::Month { year: None, .. } | Piece::Quarter { year: None, .. }, Piece::Bare(n, count)) => {
                let read = match end {
                    Piece::Month { .. } if (1..=12).contains(&n) => Piece::Month { month: n as u8, year: None },
                    Piece::Quarter { .. } if (1..=4).contains(&n) => Piece::Quarter { quarter: n as u8, year: None },
                    _ => Piece::Bare(n, count),
                };
                let (read, after) = self.with_year(read, next);
                // `trong tháng 5, 10 đơn vị`
                (joint == Joint::Range || read.year().is_some()).then_some((read, after))?
            }
            _ => (piece, next),
        };
        let own = joint == Joint::List && (worded || !figure && !self.is_bare(behind));
        let own = own && !matches!((end, piece), (Piece::Day { month: None, .. }, _));
        (!own).then_some((piece, joint, next)).or_else(|| self.closes_list(end, piece, next))
    }

    /// `quý I, II năm 2021`.
    fn next_quarter(&self, at: usize, joint: Joint) -> Option<(Piece, Joint, usize)> {
        let (piece, next) = self.quarter(at)?;
        Some((piece, joint, next))
    }

    /// `ngày 25 và ngày 26/4/2021`: the second has its own word, the first no month.
    fn closes_list(&self, end: Piece, piece: Piece, next: usize) -> Option<(Piece, Joint, usize)> {
        let day = matches!((end, piece), (Piece::Day { month: None, .. }, Piece::Day { month: Some(_), .. }));
        let parts = are_late_and_early(end, piece);
        let joint = if parts { Joint::Range } else { Joint::List };
        (day || parts).then_some((piece, joint, next))
    }

    /// `đến`, `cho đến hết`, `và kết thúc vào`, `và`.
    fn joint_words(&self, at: usize) -> Option<(Joint, usize)> {
        match self.kind(at) {
            Kind::Word(Word::To) => Some((Joint::Range, at + 1 + usize::from(self.is(at + 1, Word::All)))),
            Kind::Word(Word::Closing(4)) if self.is(at + 1, Word::To) => self.joint_words(at + 1),
            // `đêm 19 rạng ngày 20`
            Kind::Word(Word::Dawn) => Some((Joint::Range, at + 1 + usize::from(self.is(at + 1, Word::Time)))),
            Kind::Word(Word::And | Word::Closing(1)) => {
                let close = at + usize::from(self.is(at, Word::And));
                if self.is(close, Word::Closing(1)) && self.is(close + 1, Word::Closing(2)) {
                    return Some((Joint::Range, close + 2 + usize::from(self.is(close + 2, Word::Closing(3)))));
                }
                (close > at).then_some((Joint::List, close))
            }
            _ => None,
        }
    }
}

impl Piece {
    /// A figure as what `other` is: the day of a day, the month of a month.
    fn of_unit(self, other: Piece) -> Piece {
        match (self, other) {
            (Piece::Bare(day @ 1..=31, 1 | 2), Piece::Day { month, year, .. }) => {
                Piece::Day { day: day as u8, month, year }
            }
            _ => self,
        }
    }
}

/// `cuối năm 1951 đầu năm 1952`, `cuối tháng 9, đầu tháng 10`: one period without a word between.
fn are_late_and_early(a: Piece, b: Piece) -> bool {
    match (a, b) {
        (Piece::Part { months: a, .. }, Piece::Part { months: b, .. }) => {
            a == Share::Late.months() && b == Share::Early.months()
        }
        (Piece::PartOfMonth { share: a, .. }, Piece::PartOfMonth { share: b, .. }) => {
            a == Share::Late && b == Share::Early
        }
        (Piece::Decade { share: a, .. }, Piece::Decade { share: b, .. }) => {
            a == Some(Share::Late) && b == Some(Share::Early)
        }
        (Piece::Century { share: a, .. }, Piece::Century { share: b, .. }) => {
            a == Some(Share::Late) && b == Some(Share::Early)
        }
        _ => false,
    }
}

/// Two years of which only the second says that they are before the first of our era.
fn before_christ(from: i16, to: i16) -> Option<(Piece, Piece)> {
    let from = 1 - from;
    (from < to).then_some((Piece::Year(from), Piece::Year(to)))
}

/// Both ends, each with what only the other says; none where they do not belong together.
fn join(a: Piece, b: Piece, joint: Joint) -> Option<(Piece, Piece)> {
    if joint == Joint::Beside {
        return are_late_and_early(a, b).then(|| fill(a, b)).flatten();
    }
    match (a, b) {
        (Piece::Bare(n @ 1..=31, 1 | 2), Piece::Day { month: Some(_), .. }) => {
            fill(Piece::Day { day: n as u8, month: None, year: None }, b)
        }
        (Piece::Bare(day @ 1..=31, 1 | 2), Piece::Lunar(lunar)) if lunar.day.is_some() => {
            Some((Piece::Lunar(Lunar { day: Some(day as u8), ..lunar }), b))
        }
        // `179 – 111 TCN`
        (Piece::Bare(year, _), Piece::Year(to @ ..=0)) if joint == Joint::Range => before_christ(year as i16, to),
        (Piece::Year(year), Piece::Year(to @ ..=0)) if joint == Joint::Range && year > 0 => before_christ(year, to),
        (Piece::Bare(n @ 1..=12, 1 | 2), Piece::Month { .. }) if joint == Joint::Range => {
            fill(Piece::Month { month: n as u8, year: None }, b)
        }
        // the list goes on: `24, 25, 26/4`
        (Piece::Bare(1..=31, 1 | 2), Piece::Bare(1..=31, 1 | 2)) if joint == Joint::List => Some((a, b)),
        (Piece::Day { day, month: None, year: None }, Piece::Bare(n @ 1..=31, 1 | 2)) if u16::from(day) < n => {
            Some((a, Piece::Day { day: n as u8, month: None, year: None }))
        }
        (Piece::Day { month, .. }, Piece::Day { month: next, .. }) => {
            (joint == Joint::Range || month.is_none() && next.is_some()).then(|| fill(a, b)).flatten()
        }
        (Piece::Year(from), Piece::Year(to)) => {
            (from < to && (joint == Joint::Range || to - from == 1)).then_some((a, b))
        }
        (Piece::Year(from), Piece::Bare(n, 2)) => {
            let to = from - from % 100 + n as i16;
            (from < to && joint == Joint::Range).then_some((a, Piece::Year(to)))
        }
        (Piece::Decade { first, .. }, Piece::Year(next)) if next % 10 == 0 && first < next => {
            Some((a, Piece::Decade { first: next, share: None }))
        }
        (Piece::Decade { first, .. }, Piece::Bare(n, 2)) if n % 10 == 0 => {
            let to = first - first % 100 + n as i16;
            (first < to).then_some((a, Piece::Decade { first: to, share: None }))
        }
        (Piece::Century { number, .. }, Piece::Bare(n, 1 | 2)) => {
            (u16::from(number) < n && n <= 30).then_some((a, Piece::Century { number: n as u8, share: None }))
        }
        (Piece::Lunar(_) | Piece::Now | Piece::Bare(..), _) | (_, Piece::Lunar(_) | Piece::Now | Piece::Bare(..)) => {
            None
        }
        (Piece::Month { year: None, .. }, Piece::Month { .. })
        | (Piece::Quarter { year: None, .. }, Piece::Quarter { .. }) => fill(a, b),
        _ if joint == Joint::Range => fill(a, b),
        _ => None,
    }
}

/// Fills month and year of each end from the other; none where the second would end first.
fn fill(a: Piece, b: Piece) -> Option<(Piece, Piece)> {
    let (month, year) = (b.month(), b.year());
    let mut left = a.filled(month, year);
    let right = b.filled(a.month(), a.year());
    // from 25/12 to 5/1/2022
    if a.year().is_none()
        && let (Some(first), Some(last), Some(year)) = (left.month(), right.month(), year)
        && first > last
    {
        left = a.filled(month, Some(year - 1));
    }
    match (left.interval(), right.interval()) {
        (Some(from), Some(to)) if from.from > to.to => None,
        _ => Some((left, right)),
    }
}
