//! A run of tokens to the dates in it: one end, or two with what joins them.
//!
//! Each attempt looks at a bounded number of tokens, so that any run takes linear time.

use std::ops::Range;

use crate::text::is_mark;

use super::scan::{Kind, Token};
use super::value::Piece;
use super::words::Word;

/// A date as it is written, before what it does not say is looked for around it.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    pub range: Range<usize>,
    pub first: Piece,
    pub last: Option<Piece>,
    /// `cùng năm` is 0, `năm sau` 1, `năm trước` -1.
    pub shift: Option<i16>,
    /// Whether `đến` stands before: the year may be one of plans.
    pub aim: bool,
    /// Whether it is the day of a paper behind its number.
    pub cited: bool,
    /// Whether figures alone are a day that is kept every year.
    pub kept: bool,
}

impl Raw {
    /// Whether month or year must be taken from the text around.
    pub(super) fn is_open(&self) -> bool {
        self.first.is_open() || self.last.is_some_and(Piece::is_open)
    }

    /// `từ ngày 01/01 đến ngày 31/12`: a rule for every year.
    fn is_every_year(&self) -> bool {
        let day = |day, month| Piece::Day { day, month: Some(month), year: None };
        self.first == day(1, 1) && self.last == Some(day(31, 12))
    }
}

/// No reign, dynasty or life of early years was longer.
const MAX_EARLY_YEARS: u16 = 400;

/// Reads one run.
pub(super) struct Parser<'a> {
    pub text: &'a str,
    pub run: &'a [Token],
    /// Whether the text is a query: its figures need fewer words around them.
    pub query: bool,
    /// Whether words without marks are taken for those with marks.
    pub folded: bool,
    /// Whether the text is English: `09/10/2024` is in September.
    pub english: bool,
}

impl Parser<'_> {
    /// Appends the dates of the run.
    pub(super) fn read(&self, dates: &mut Vec<Raw>) {
        let mut at = 0;
        while at < self.run.len() {
            at = match self.expression(at) {
                Some((raw, next)) => {
                    dates.extend(raw);
                    next.max(at + 1)
                }
                None => at + 1,
            };
        }
    }

    pub(super) fn kind(&self, at: usize) -> Kind {
        self.run.get(at).map_or(Kind::Other, |token| if self.is_item(at) { Kind::Other } else { token.kind })
    }

    pub(super) fn is(&self, at: usize, word: Word) -> bool {
        self.run.get(at).is_some_and(|token| token.kind == Kind::Word(word))
    }

    /// Whether a figure numbers the line that it begins: `2. `, `3) `.
    pub(super) fn is_item(&self, at: usize) -> bool {
        let Some(Token { kind: Kind::Figure(_, 1 | 2), new_line: true, .. }) = self.run.get(at) else { return false };
        self.run.get(at + 1).is_some_and(|sign| sign.glued && matches!(sign.kind, Kind::Dot | Kind::Close))
            && !self.run.get(at + 2).is_some_and(|next| next.glued)
    }

    pub(super) fn month_first(&self) -> bool {
        self.english
    }

    /// The date that begins at token `at`, if any, and the token behind; no date where the words are
    /// those of one that comes back every year.
    fn expression(&self, at: usize) -> Option<(Option<Raw>, usize)> {
        if self.kind(at) != Kind::Open {
            return self.unbracketed(at);
        }
        if let Some(read) = self.early_years(at) {
            return Some(read);
        }
        // brackets that hold nothing but the date belong to it
        let (raw, next) = self.unbracketed(at + 1)?;
        if self.kind(next) != Kind::Close {
            return Some((raw, next));
        }
        let whole = |raw: Raw| Raw { range: self.run[at].start..self.run[next].end, ..raw };
        Some((raw.map(whole), next + 1))
    }

    /// `nhà Tống (960-1279)`: years of fewer than four figures need a name before the bracket at `at`.
    fn early_years(&self, at: usize) -> Option<(Option<Raw>, usize)> {
        let (Kind::Figure(from, 3), Kind::Figure(to, 3 | 4)) = (self.kind(at + 1), self.kind(at + 3)) else {
            return None;
        };
        let years = from < to && to - from <= MAX_EARLY_YEARS;
        if self.kind(at + 2) != Kind::Dash || self.kind(at + 4) != Kind::Close || !years {
            return None;
        }
        let before = self.text[..self.run[at].start].strip_suffix(' ')?;
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let mut letters = word.chars().filter(|c| !is_mark(*c));
        let named = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
        let range = self.run[at].start..self.run[at + 4].end;
        let (first, last) = (Piece::Year(from as i16), Some(Piece::Year(to as i16)));
        named.then_some((Some(Raw { range, first, last, shift: None, aim: false, cited: false, kept: false }), at + 5))
    }

    fn unbracketed(&self, at: usize) -> Option<(Option<Raw>, usize)> {
        if let Some((raw, next)) = self.of_reign(at) {
            return Some((Some(raw), next));
        }
        // in a query a day that comes back is a day of any year
        if let Some(next) = self.yearly(at).filter(|_| !self.query) {
            let range = self.run[at].start..self.run[next - 1].end;
            return Some((
                Some(Raw {
                    range,
                    first: Piece::Yearly,
                    last: None,
                    shift: None,
                    aim: false,
                    cited: false,
                    kept: false,
                }),
                next,
            ));
        }
        if let Some((grain, next)) = self.impossible(at) {
            let (range, first) = (self.run[at].start..self.run[next - 1].end, Piece::Impossible(grain));
            let raw = Raw { range, first, last: None, shift: None, aim: false, cited: false, kept: false };
            return Some((self.query.then_some(raw), next));
        }
        let opening = self.opening(at)?;
        let (first, next) = self.piece(opening.at)?;
        let bare = self.is_bare(opening.at);
        let (first, last, next) = self.to_the_end(first, next, &opening);
        if !opening.accepts(first, last) {
            return None;
        }
        let named = !bare || opening.lead || matches!(last.unwrap_or(first), Piece::Year(..=0));
        let day = || matches!(first, Piece::Day { .. }) && self.is_told(opening.at);
        if !named && !day() && !self.stands_alone(at, next, first, last) {
            return None;
        }
        let closing = self.closing(at, next, first, last, &opening)?;
        let begin = if opening.joined_only && last.is_none() { opening.at } else { closing.start };
        let mut raw = Raw {
            range: self.run[begin].start..self.run[closing.next - 1].end,
            first,
            last,
            shift: None,
            aim: at > 0 && self.is(at - 1, Word::To),
            cited: false,
            kept: bare && self.is_kept(opening.at),
        };
        if !raw.is_open() {
            return Some((Some(raw), closing.next));
        }
        self.open(at, &mut raw, closing.next, &opening)
    }

    /// `hằng năm`, `hàng quý`, `định kỳ`.
    fn yearly(&self, at: usize) -> Option<usize> {
        let unit = matches!(self.kind(at + 1), Kind::Word(Word::Year | Word::Quarter | Word::Month));
        let fixed = self.is(at, Word::Fixed) && self.is(at + 1, Word::Span);
        (self.is(at, Word::Each) && unit || fixed).then_some(at + 2)
    }

    /// What stands before the first end.
    fn opening(&self, at: usize) -> Option<Opening> {
        let word = |n: usize| match self.kind(at + n) {
            Kind::Word(word) => Some(word),
            _ => None,
        };
        let opening = |len: usize| Opening { at: at + len, ..Opening::default() };
        let after_lead = |len: usize| {
            let open = usize::from(self.kind(at + len) == Kind::Open);
            let of = match self.kind(at + len) {
                Kind::Word(Word::Of | Word::From) => 1,
                Kind::Word(Word::Year) | Kind::Comma => 1,
                _ => open,
            };
            Opening { lead: true, paren: open > 0, ..opening(len + of) }
        };
        Some(match (word(0), word(1)) {
            (Some(Word::Term), Some(Word::Span)) | (Some(Word::Stage), Some(Word::SpanOfStage)) => after_lead(2),
            (Some(Word::TimeSpan), Some(Word::Span)) => after_lead(2),
            (Some(Word::Year), Some(Word::Study)) | (Some(Word::Age), Some(Word::Course)) => after_lead(2),
            (Some(Word::TermEn), _) => after_lead(1),
            (Some(Word::From), _) => Opening { joined_only: true, from: true, ..opening(1) },
            (Some(Word::In), _) => {
                let year = matches!(self.kind(at + 1), Kind::Figure(1000..=2999, 4));
                (year && self.is_english(at)).then(|| opening(1))?
            }
            (Some(Word::Current | Word::Time), Some(Word::Now)) if self.kind(at + 2) == Kind::Open => {
                let whole = word(0) == Some(Word::Current) || self.text[self.run[at].start..].starts_with(['h', 'H']);
                whole.then(|| Opening { paren: true, ..opening(3) })?
            }
            (Some(Word::Weekday), _) => self.behind_weekday(at, 1)?,
            (Some(Word::Ordinal), Some(Word::Number(2..=7) | Word::Year)) => self.behind_weekday(at, 2)?,
            (Some(Word::Ordinal), None) if matches!(self.kind(at + 1), Kind::Figure(2..=7, 1)) => {
                self.behind_weekday(at, 2)?
            }
            (Some(Word::Sun), Some(Word::DayOfSun)) => self.behind_weekday(at, 2)?,
            _ => opening(0),
        })
    }

    /// `thứ Ba, ngày 09/12/2025`: only a whole day follows a weekday.
    fn behind_weekday(&self, at: usize, len: usize) -> Option<Opening> {
        let mut next = at + len;
        while matches!(self.kind(next), Kind::Comma | Kind::Dot) && next < at + len + 2 {
            next += 1;
        }
        let day = matches!(self.piece(next), Some((Piece::Day { month: Some(_), .. }, _)));
        day.then(|| Opening { at: next, lead: false, ..Opening::default() })
    }

    /// Whether figures without any word may be a date where they stand.
    fn stands_alone(&self, at: usize, next: usize, first: Piece, last: Option<Piece>) -> bool {
        let dot = usize::from(at > 0 && self.kind(at - 1) == Kind::Dot);
        let labeled = at > dot && self.is(at - 1 - dot, Word::Label);
        let years = matches!(first, Piece::Year(_));
        let open = at > 0 && self.kind(at - 1) == Kind::Open;
        let in_parens = open && (self.kind(next) == Kind::Close || self.ends_open(next));
        if years && (labeled || self.is_counted(next)) || last.is_none() && self.is_ratio(at, next, first) {
            return false;
        }
        let from = self.is(at, Word::From);
        let begins = self.begins_well(at + usize::from(from));
        let dashed = !self.query && at > 0 && self.run[at].glued && self.kind(at - 1) == Kind::Dash;
        let modern = |year: i16| (1800..=2100).contains(&year);
        match (first, last) {
            (Piece::Year(year), None) => {
                let fits = if in_parens || self.query { 1000..=2100 } else { 1900..=2099 };
                begins && !dashed && !self.goes_on_glued(next) && fits.contains(&year)
            }
            (Piece::Year(from_year), Some(Piece::Year(to))) => {
                let wide = in_parens || from || self.query;
                begins && !dashed && (modern(from_year) && modern(to) || wide && (1000..=2100).contains(&to))
            }
            (Piece::Year(year), Some(_)) => begins && !dashed && (modern(year) || in_parens || from),
            (Piece::Bare(..), _) => false,
            (Piece::Day { year: None, .. }, _) => {
                let in_now = open && at > 1 && self.is(at - 2, Word::Now);
                self.follows_time(at)
                    || from && last.is_some()
                    || in_now
                    || self.is_feast(at)
                    || self.is_asked(next, first, labeled)
            }
            // `số 05/06/21` may be anything
            (Piece::Day { .. }, None) => !labeled || !matches!(self.kind(next - 1), Kind::Figure(_, 2)),
            (Piece::Day { .. }, Some(_)) => true,
            _ => !labeled || last.is_some(),
        }
    }

    /// Whether a query may mean a day by figures alone: `30/4`, `8-3`, but not `trang 10-12`, `5-6 người`, `24/7`.
    fn is_asked(&self, next: usize, first: Piece, labeled: bool) -> bool {
        let always = matches!(first, Piece::Day { day: 24, month: Some(7), .. });
        self.query && !labeled && !self.is_counted(next) && !always
    }

    /// Whether a sign and a figure are glued on behind: `2026-06`.
    pub(super) fn goes_on_glued(&self, next: usize) -> bool {
        let behind = self.run.get(next..next + 2).unwrap_or_default();
        matches!(behind, [sign, figure] if sign.glued && figure.glued && sign.kind == Kind::Dash
            && matches!(figure.kind, Kind::Figure(..) | Kind::Other))
    }

    /// `(2020-)`: since then.
    pub(super) fn ends_open(&self, at: usize) -> bool {
        self.kind(at) == Kind::Dash && self.kind(at + 1) == Kind::Close
    }

    /// Where the mention begins and ends with the brackets and words around it.
    fn closing(&self, at: usize, next: usize, first: Piece, last: Option<Piece>, opening: &Opening) -> Option<Closing> {
        if opening.paren {
            if self.kind(next) == Kind::Close {
                return Some(Closing { start: at, next: next + 1 });
            }
            let years = opening.lead && matches!((first, last), (Piece::Year(_), Some(_)));
            return years.then_some(Closing { start: at, next });
        }
        if self.ends_open(next) && last.is_some() {
            return Some(Closing { start: at, next: next + 1 });
        }
        let years = matches!((first, last), (Piece::Year(_), Some(Piece::Year(_))));
        let term = years && self.is(next, Word::TermEn) && self.is_english(next);
        Some(Closing { start: at, next: next + usize::from(term) })
    }

    /// A date that does not say its year: how it takes it from the text around, or that it has none.
    fn open(&self, at: usize, raw: &mut Raw, next: usize, opening: &Opening) -> Option<(Option<Raw>, usize)> {
        if raw.is_every_year() {
            return Some((None, next));
        }
        let of = self.is(next, Word::Of);
        if of && matches!(self.kind(next + 1), Kind::Word(Word::Year | Word::Span | Word::That)) {
            return Some((None, next));
        }
        // a day that comes back is one without a year
        let whole = matches!(raw.first, Piece::Day { month: Some(_), .. });
        if !self.query && !whole && self.yearly(next + usize::from(of || self.kind(next) == Kind::Comma)).is_some() {
            return Some((None, next));
        }
        // `lần 2 ngày 20-8`: what is counted before a day and its month is something else
        let is_day = whole && self.is(opening.at, Word::Day) && !self.is_shared(next);
        let counted = at > 0
            && match self.kind(at - 1) {
                Kind::Word(Word::Each) => true,
                Kind::Figure(..) | Kind::Word(Word::Number(_)) => !is_day,
                _ => false,
            };
        if counted && !matches!(raw.first, Piece::Part { .. }) {
            return None;
        }
        let relative = match (self.kind(next), self.kind(next + 1)) {
            (Kind::Word(Word::Same), Kind::Word(Word::Year)) => Some(0),
            (Kind::Word(Word::Year), Kind::Word(Word::That)) => Some(0),
            (Kind::Word(Word::Year), Kind::Word(Word::After)) => Some(1),
            (Kind::Word(Word::Year), Kind::Word(Word::Before)) => Some(-1),
            _ => None,
        };
        if relative.is_some() {
            raw.shift = relative;
            raw.range.end = self.run[next + 1].end;
            return Some((Some(raw.clone()), next + 2));
        }
        match raw.first {
            Piece::Day { month: None, .. } if raw.last.is_some() => None,
            Piece::Day { month: None, .. } => {
                let ends = matches!(self.kind(next), Kind::Comma | Kind::Close | Kind::Dot);
                (ends || opening.paren).then(|| (Some(raw.clone()), next))
            }
            // `đầu năm` and `đầu năm nay`, `cuối năm sau`
            Piece::Part { .. } if matches!(self.kind(next), Kind::Word(Word::After | Word::Before | Word::That)) => {
                None
            }
            _ => Some((Some(raw.clone()), next)),
        }
    }
}

/// What stands before the first end of a date.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Opening {
    /// The token of the first end.
    pub at: usize,
    /// `nhiệm kỳ`, `giai đoạn`: years behind it are years.
    lead: bool,
    /// A bracket is open.
    paren: bool,
    /// `từ`.
    pub from: bool,
    /// The words before belong to the mention only if it has two ends: `từ`.
    joined_only: bool,
}

impl Opening {
    fn accepts(&self, first: Piece, last: Option<Piece>) -> bool {
        let bare = |piece: Piece| matches!(piece, Piece::Bare(..));
        !bare(first) && !last.is_some_and(bare)
    }
}

struct Closing {
    start: usize,
    next: usize,
}
