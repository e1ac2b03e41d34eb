//! The pieces that a text is read in: the documents, verbs, parts and days in it, and what parts them.

use std::ops::Range;

use jiff::civil::Date;

use super::lexed::is_margin;
use super::mention::{Paper, Titled};
use super::rules::Rule;
use crate::mention::abbreviation::AbbreviationMention;
use crate::mention::date::DateMention;
use crate::mention::number::NumberMention;
use crate::text::{self, is_bullet, is_dash};

/// A piece of a block.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub kind: Kind,
    pub range: Range<usize>,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// Documents by their index among those of the text: one, or the members of a list.
    Papers(Range<usize>),
    /// The number in the head of the paper itself.
    Head(usize),
    /// `Thông tư này`
    This,
    Rule(Rule),
    Agent,
    Force,
    /// Words for a class of documents.
    Class,
    /// `khoản 2 Điều 5`
    Part,
    /// A day, month, year or period.
    Day(Days),
    /// A day that no calendar has or whose year is not told: of a period the first day, where that can be.
    NoDay(Option<Date>),
    Word(u64),
    Comma,
    Semicolon,
    And,
    Colon,
    /// The end of a sentence.
    Stop,
    /// The end of a paragraph, with whether the next one goes on with it.
    Break {
        goes_on: bool,
    },
    /// A sign of an item of a list: `a)`, `1.`, `-`.
    Item(Sign),
    Open,
    Close,
    Quote,
    /// The border of a cell.
    Cell,
}

/// The days that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    pub first: Date,
    pub last: Date,
    /// Whether both ends are named: `từ ngày … đến ngày …`, and no year or month.
    pub is_period: bool,
    /// Whether the year is taken from the text around.
    pub is_yearless: bool,
}

/// The kind of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Letter,
    Figure,
    Dash,
    /// `Điều 5.`
    Article,
}

/// A document that a text names.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub paper: Paper,
    pub range: Range<usize>,
    /// The documents that its own title says that it amends, as indices.
    pub amends: Vec<usize>,
}

/// What pieces are made of.
pub(super) struct Source<'a> {
    pub text: &'a str,
    pub numbers: &'a [NumberMention],
    pub dates: &'a [DateMention],
    pub shorts: &'a [AbbreviationMention],
}

impl Piece {
    pub(super) fn is_word(&self, word: &str) -> bool {
        matches!(self.kind, Kind::Word(key) if key == text::key(word))
    }
}

/// Whether a piece is a day, or words for a time.
pub(super) fn is_day(piece: &Piece) -> bool {
    matches!(piece.kind, Kind::Day(_) | Kind::NoDay(_))
}

/// Whether an item begins with it, at the head of a line.
pub(super) fn marks_item(c: char) -> bool {
    c == '+' || is_dash(c) || is_bullet(c)
}

/// The sign of an item at the head of a line, and its length.
pub(super) fn item(line: &str) -> Option<(Sign, usize)> {
    if line.starts_with(marks_item) {
        return Some((Sign::Dash, 1));
    }
    let figures = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&figures) && line[figures..].starts_with(['.', ')']) {
        let parted = !line[figures + 1..].starts_with(|c: char| c.is_ascii_digit());
        return parted.then_some((Sign::Figure, figures + 1));
    }
    let mut letters = line.chars();
    let letter = letters.next()?;
    if letter.is_lowercase() && letters.next() == Some(')') {
        return Some((Sign::Letter, letter.len_utf8() + 1));
    }
    let rest = line.strip_prefix("Điều")?.trim_start_matches(|c| is_margin(c) || c == '\n');
    let figures = rest.bytes().take_while(u8::is_ascii_digit).count();
    let letter = rest[figures..].chars().next().filter(|c| c.is_lowercase()).map_or(0, char::len_utf8);
    let behind = rest[figures + letter..].chars().next();
    // `Điều 14, 18 Quyết định …` is none
    (figures > 0 && behind.is_none_or(|c| matches!(c, '.' | ':' | '*' | '\n' | '\r'))).then_some((Sign::Article, 4))
}

/// A document by its title.
pub(super) fn titled(kind: &str, title: String, date: Option<String>, range: Range<usize>) -> Named {
    let kind = kind.to_owned();
    Named { paper: Paper::Titled(Titled { kind, title, date }), range, amends: Vec::new() }
}
