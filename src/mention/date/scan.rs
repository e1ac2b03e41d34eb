//! Text to runs of tokens that may hold dates: date words, figures and the signs between them.
//!
//! A run ends at the first word or sign that no date holds. Nothing inside a document number is a
//! token. One pass, no allocation but the run that is used again.

use std::ops::Range;

use super::beside::Behind;
use super::words::{Key, MAX_LETTERS, Word, look_up};
use crate::text::{Class, class, code, is_dash, is_letter_or_digit};

/// A word, figure or sign of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A date word.
    Word(Word),
    /// One to four figures: value and how many.
    Figure(u16, u8),
    /// `2020s`, `1990's`.
    DecadeEn(u16),
    /// `20th`.
    OrdinalEn(u16),
    /// `Q1`.
    QuarterSign(u8),
    /// `T8`, `Th09`.
    MonthSign(u8),
    /// A Roman numeral.
    Roman(u8),
    Slash,
    Dash,
    Dot,
    Comma,
    Open,
    Close,
    /// What no date holds: the end of the run.
    Other,
}

/// A token with its place in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    /// Whether nothing parts it from the token before.
    pub glued: bool,
    /// Whether a line end stands before it.
    pub new_line: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
}

/// Reads a text run by run.
pub(super) struct Scanner<'a> {
    pub text: &'a str,
    /// The document numbers that are not read yet.
    pub numbers: &'a [Range<usize>],
    /// Whether words without marks are taken for those with marks.
    pub folded: bool,
    /// How far the text is read.
    pub at: usize,
    /// What was found ahead that a run may hold.
    pub anchor: Option<usize>,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str, numbers: &'a [Range<usize>], folded: bool) -> Self {
        Self { text, numbers, folded, at: 0, anchor: None }
    }

    /// The same at another byte, to look ahead from there.
    pub(super) fn scout(&self, at: usize) -> Self {
        Self { at, ..*self }
    }

    /// Puts the next run into `run`; false at the end of the text. The last token is [`Kind::Other`]
    /// unless the text ends.
    pub(super) fn next_run(&mut self, run: &mut Vec<Token>) -> bool {
        run.clear();
        loop {
            if run.is_empty() && !self.skip() {
                return false;
            }
            let Some(token) = self.next_token(&mut self.gap()) else { return may_hold_date(run) };
            if token.kind != Kind::Other {
                run.push(token);
            } else if may_hold_date(run) {
                run.push(token);
                return true;
            } else {
                run.clear();
            }
        }
    }

    /// What stands before the token that is next: nothing yet that parts it from the last.
    pub(super) fn gap(&self) -> Gap {
        let new_line = self.at.checked_sub(1).is_some_and(|before| self.text.as_bytes()[before] == b'\n');
        Gap { glued: self.at > 0 && !new_line, new_line }
    }

    pub(super) fn next_token(&mut self, gap: &mut Gap) -> Option<Token> {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            let start = self.at;
            match byte {
                // stars are the bold letters of Markdown
                b' ' | b'\t' | b'\r' | b'*' => gap.glued = false,
                b'\n' => {
                    if gap.new_line {
                        self.at += 1;
                        return Some(gap.token(Kind::Other, start, start));
                    }
                    *gap = Gap { new_line: true, glued: false };
                }
                b'0'..=b'9' if self.skip_number() => return Some(gap.token(Kind::Other, start, self.at)),
                b'0'..=b'9' => return Some(self.figure(gap)),
                b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => {
                    if let Some(token) = self.word(gap) {
                        return Some(token);
                    }
                    continue;
                }
                _ => {
                    self.at += 1;
                    return Some(gap.token(sign(byte, gap.new_line), start, self.at));
                }
            }
            self.at += 1;
        }
        None
    }

    /// Passes over the document number that holds this byte, if one does.
    pub(super) fn skip_number(&mut self) -> bool {
        while let [first, rest @ ..] = self.numbers {
            if first.end > self.at {
                if first.start > self.at {
                    return false;
                }
                self.at = first.end;
                return true;
            }
            self.numbers = rest;
        }
        false
    }

    /// Figures, with `s` or `th` behind them; other letters glued on make it something else.
    pub(super) fn figure(&mut self, gap: &Gap) -> Token {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut value = 0u16;
        while let Some(digit @ b'0'..=b'9') = bytes.get(self.at) {
            value = value.saturating_mul(10).saturating_add(u16::from(digit - b'0'));
            self.at += 1;
        }
        let figures = self.at - start;
        let suffix = self.at;
        // the hour of `2021-04-15T07:30` is not part of the day
        let hour =
            figures == 2 && bytes[suffix..].starts_with(b"T") && bytes.get(suffix + 1).is_some_and(u8::is_ascii_digit);
        while !hour && bytes.get(self.at).is_some_and(u8::is_ascii_alphanumeric) {
            self.at += 1;
        }
        let kind = match &bytes[suffix..self.at] {
            _ if figures > 4 => Kind::Other,
            b"" if bytes[self.at..].starts_with(b"'s") && figures == 4 => {
                self.at += 2;
                Kind::DecadeEn(value)
            }
            b"" if self.glued_letter() => Kind::Other,
            b"" => Kind::Figure(value, figures as u8),
            b"s" => Kind::DecadeEn(value),
            b"st" | b"nd" | b"rd" | b"th" if figures <= 2 => Kind::OrdinalEn(value),
            _ => Kind::Other,
        };
        gap.token(kind, start, self.at)
    }

    /// Whether a letter beyond ASCII follows at once.
    fn glued_letter(&self) -> bool {
        let rest = &self.text[self.at..];
        rest.as_bytes().first().is_some_and(|byte| !byte.is_ascii()) && rest.starts_with(is_letter_or_digit)
    }

    /// A word or a sign beyond ASCII; none where it is only space.
    pub(super) fn word(&mut self, gap: &mut Gap) -> Option<Token> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut at = start;
        let mut word = Written::default();
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii_alphabetic() {
                word.push(byte & 31, 0, byte.is_ascii_uppercase());
                at += 1;
                continue;
            }
            if byte.is_ascii_digit() {
                if word.is_unit() {
                    break;
                }
                word.push_figure(byte - b'0');
                at += 1;
                continue;
            }
            if byte.is_ascii() {
                break;
            }
            let letter = self.text[at..].chars().next()?;
            at += letter.len_utf8();
            match class(letter) {
                Class::Letter { plain, marks, capital, .. } => word.push(code(plain), marks, capital),
                Class::Digit => word.push(0, 0, false),
                Class::Mark(marks) => word.marks |= marks,
                Class::Invisible => {}
                _ if word.letters > 0 => {
                    at -= letter.len_utf8();
                    break;
                }
                class => {
                    self.at = at;
                    gap.glued &= class != Class::Blank;
                    return match class {
                        Class::Blank => None,
                        _ if is_dash(letter) => Some(gap.token(sign(b'-', gap.new_line), start, at)),
                        _ => Some(gap.token(Kind::Other, start, at)),
                    };
                }
            }
        }
        self.at = at;
        let kind = match word.kind(self.folded) {
            Kind::Word(Word::Civil) if !self.names_calendar(at) => Kind::Other,
            Kind::Word(Word::By) if !self.leads_to_calendar(at) => Kind::Other,
            kind => kind,
        };
        (word.letters > 0).then(|| Token { capital: word.capital, ..gap.token(kind, start, at) })
    }

    /// Whether `lịch` follows: `dương` alone is part of a name.
    fn names_calendar(&self, at: usize) -> bool {
        let hyphen = usize::from(self.text[at..].starts_with('-'));
        let next = Behind::new(self.text, at + hyphen).next();
        next.is_some_and(|(word, _)| word == "lịch" || word == "lich")
    }

    /// Whether `âm lịch` or `dương lịch` follows.
    fn leads_to_calendar(&self, at: usize) -> bool {
        let next = Behind::new(self.text, at).next();
        next.is_some_and(|(word, range)| {
            ["âm", "am", "dương", "duong"].contains(&&*word) && self.names_calendar(range.end)
        })
    }
}

/// What stands before a token.
#[derive(Clone, Copy, Default)]
pub(super) struct Gap {
    glued: bool,
    new_line: bool,
}

impl Gap {
    fn token(&self, kind: Kind, start: usize, end: usize) -> Token {
        Token { kind, start, end, glued: self.glued, new_line: self.new_line, capital: false }
    }
}

/// A word as it is read letter by letter.
#[derive(Default)]
struct Written {
    key: Key,
    marks: u16,
    letters: usize,
    capital: bool,
    /// The number of one or two figures that it ends in.
    figure: Option<u8>,
    /// Whether figures or foreign letters stand in it.
    mixed: bool,
}

impl Written {
    fn push(&mut self, plain: u8, marks: u16, capital: bool) {
        self.figure = None;
        self.capital |= capital && self.letters == 0;
        self.mixed |= plain == 0;
        self.key = self.key << 5 | Key::from(plain);
        self.marks |= marks;
        self.letters += 1;
    }

    fn push_figure(&mut self, figure: u8) {
        self.figure = match self.figure {
            None if !self.mixed => Some(figure),
            Some(tens @ 0..=9) => Some(10 * tens + figure),
            _ => None,
        };
        self.mixed = true;
    }

    /// Whether a figure may be glued to it.
    fn is_unit(&self) -> bool {
        let known = || look_up(self.key, self.marks, false);
        !self.mixed && self.marks != 0 && self.letters <= 5 && known().is_some_and(Word::takes_figure)
    }

    fn kind(&self, folded: bool) -> Kind {
        if self.mixed {
            let quarter = self.letters == 1 && self.key == Key::from(b'q' & 31);
            let sign =
                |spelling: &[u8]| spelling.iter().fold(0, |key, letter| key << 5 | Key::from(letter & 31)) == self.key;
            let month = self.marks == 0 && (sign(b"t") && self.letters == 1 || sign(b"th") && self.letters == 2);
            return match self.figure {
                Some(figure @ 1..=4) if quarter => Kind::QuarterSign(figure),
                Some(figure @ 1..=12) if month => Kind::MonthSign(figure),
                _ => Kind::Other,
            };
        }
        if self.letters > MAX_LETTERS {
            return Kind::Other;
        }
        if let Some(word) = look_up(self.key, self.marks, folded) {
            return Kind::Word(word);
        }
        let roman = self.marks == 0 && (self.capital || folded);
        roman.then(|| self.roman()).flatten().map_or(Kind::Other, Kind::Roman)
    }

    /// The value of a Roman numeral of I, V and X.
    fn roman(&self) -> Option<u8> {
        let (mut value, mut last) = (0i16, 0);
        for place in (0..self.letters).rev() {
            let figure = match (self.key >> (5 * place) & 31) as u8 | 0x60 {
                b'i' => 1,
                b'v' => 5,
                b'x' => 10,
                _ => return None,
            };
            if figure > last {
                value -= 2 * last;
            }
            value += figure;
            last = figure;
        }
        u8::try_from(value).ok().filter(|value| (1..=39).contains(value))
    }
}

/// Whether a run may hold a date: it has a word or figure of one, and what no date is without.
pub(super) fn may_hold_date(run: &[Token]) -> bool {
    let joined = |tokens: &[Token]| {
        let kinds = [tokens[0].kind, tokens[1].kind, tokens[2].kind];
        matches!(kinds, [Kind::Figure(..), Kind::Slash | Kind::Dash | Kind::Dot, Kind::Figure(..)])
    };
    let tells = run.iter().any(|token| token.kind.tells()) || run.windows(3).any(joined);
    tells && run.iter().any(|token| token.kind.is_dated())
}

impl Kind {
    /// Whether a date has such a token, or figures that a sign joins (`26/6`).
    pub(super) fn tells(self) -> bool {
        match self {
            Kind::Figure(_, 4) | Kind::DecadeEn(_) => true,
            Kind::Word(word) => word.tells(),
            _ => false,
        }
    }

    /// Whether it is a figure, or a word that may make a date without one.
    fn is_dated(self) -> bool {
        match self {
            Kind::Figure(..) | Kind::DecadeEn(_) | Kind::OrdinalEn(_) | Kind::Roman(_) => true,
            Kind::Word(word) => word.is_dated(),
            _ => false,
        }
    }
}

pub(super) fn sign(byte: u8, new_line: bool) -> Kind {
    match byte {
        b'/' => Kind::Slash,
        // at the head of a line it is the mark of an item
        b'-' if new_line => Kind::Other,
        b'-' => Kind::Dash,
        b'.' => Kind::Dot,
        b',' => Kind::Comma,
        b'(' => Kind::Open,
        b')' => Kind::Close,
        _ => Kind::Other,
    }
}
