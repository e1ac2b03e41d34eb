//! A block of text to its pieces.

use std::ops::Range;

use super::lexed::{Gap, Lexed, Words, is_margin};
use super::mention::Paper;
use super::piece::{Days, Kind, Named, Piece, Sign, Source, item, marks_item};
use super::rules::{Says, TABLE};
use super::{part, title};
use crate::mention::date::{DateMention, Grain};
use crate::mention::number::{NumberMention, Role};
use crate::text::{closes_quote, is_quote};

/// Room for the words and pieces of a block, to be used again.
#[derive(Default)]
pub(super) struct Lexer {
    pub words: Words,
    pub pieces: Vec<Piece>,
}

impl Lexer {
    /// Reads a block; the documents in it are put behind those of `named`.
    pub(super) fn read(&mut self, source: &Source<'_>, block: Range<usize>, named: &mut Vec<Named>) {
        self.pieces.clear();
        self.words.read(source.text, &block);
        self.pieces.reserve(self.words.words.len());
        let mut numbers = source.numbers.partition_point(|number| number.range.end <= block.start);
        let mut dates = source.dates.partition_point(|date| date.range.start < block.start);
        let (mut n, mut behind) = (0, block.start);
        while let Some(&Lexed { word, gap }) = self.words.words.get(n) {
            while source.numbers.get(numbers).is_some_and(|number| number.range.end <= word.start) {
                numbers += 1;
            }
            while source.dates.get(dates).is_some_and(|date| date.range.end <= word.start) {
                dates += 1;
            }
            if behind <= word.start {
                self.signs(source.text, behind..word.start, gap);
            }
            // the sign of an item is no word of it
            if let Some(Piece { kind: Kind::Item(Sign::Letter | Sign::Figure), range }) = self.pieces.last()
                && range.end == word.start
            {
                behind = word.end + source.text[word.end..].chars().next().map_or(0, char::len_utf8);
                n += 1;
                continue;
            }
            let number = source.numbers.get(numbers).filter(|number| number.range.start <= word.start);
            let (kind, count, end) = if let Some(number) = number {
                let members = source.numbers[numbers..].iter().take_while(|next| next.range == number.range).count();
                let first = named.len();
                named.extend(source.numbers[numbers..numbers + members].iter().map(of_number));
                numbers += members;
                let kind = if number.role == Role::Head { Kind::Head(first) } else { Kind::Papers(first..named.len()) };
                (kind, self.words.until(n, number.range.end), number.range.end)
            } else {
                self.piece(source, n, &mut numbers, &mut dates, named)
            };
            self.pieces.push(Piece { kind, range: word.start..end });
            behind = end;
            n += count.max(1);
        }
        if behind < block.end {
            self.signs(source.text, behind..block.end, Gap::default());
        }
    }

    /// What begins with the `n`th word, that is in no number: its kind, how many words it has, where it ends.
    fn piece(
        &self,
        source: &Source<'_>,
        n: usize,
        numbers: &mut usize,
        dates: &mut usize,
        named: &mut Vec<Named>,
    ) -> (Kind, usize, usize) {
        let word = self.words.words[n].word;
        if let Some(date) = source.dates.get(*dates).filter(|date| date.range.start <= word.start)
            && let Some(kind) = day(date)
        {
            return (kind, self.words.until(n, date.range.end), date.range.end);
        }
        let plain = || if word.key == TABLE.join.and { Kind::And } else { Kind::Word(word.key) };
        if !TABLE.begins.has(word.key) {
            return (plain(), 1, word.end);
        }
        let end_of = |count: usize| self.words.words[n + count - 1].word.end;
        if TABLE.laws.longest(self.words.phrase(n)).is_some()
            && TABLE.says.longest(self.words.phrase(n)).is_none()
            && let Some(read) = title::read(&self.words, source, n, numbers, dates, named)
        {
            return read;
        }
        if let Some(count) = part::read(&self.words, source.text, n) {
            return (Kind::Part, count, end_of(count));
        }
        let number = source.numbers.get(*numbers).map_or(usize::MAX, |number| number.range.start);
        // `các Nghị định số …` names documents and no class of them
        let names = |count: usize| number < end_of(count);
        if let Some((says, count)) = TABLE.says.longest(self.words.phrase(n)).filter(|(_, count)| !names(*count)) {
            let kind = match says {
                Says::Rule(rule) => Kind::Rule(rule),
                Says::This => Kind::This,
                Says::Agent => Kind::Agent,
                Says::Force => Kind::Force,
                Says::Class => Kind::Class,
            };
            return (kind, count, end_of(count));
        }
        (plain(), 1, word.end)
    }

    /// The pieces for the signs between two words.
    fn signs(&mut self, text: &str, range: Range<usize>, gap: Gap) {
        let between = &text[range.clone()];
        if between == " " {
            return;
        }
        let mut line_start = range.start == 0 || text[..range.start].ends_with('\n');
        let mut ended = false;
        let mut at = range.start;
        while at < range.end {
            let Some(sign) = text[at..].chars().next() else { break };
            let end = at + sign.len_utf8();
            let rest = &text[end..];
            let kind = match sign {
                ',' => Some(Kind::Comma),
                ';' => Some(Kind::Semicolon),
                ':' => Some(Kind::Colon),
                '(' | '[' => Some(Kind::Open),
                ')' | ']' => Some(Kind::Close),
                _ if is_quote(sign) => Some(Kind::Quote),
                '|' => Some(Kind::Cell),
                _ if line_start && marks_item(sign) => Some(Kind::Item(Sign::Dash)),
                '.' | '?' | '!' if ends_sentence(rest) => Some(Kind::Stop),
                _ => None,
            };
            if let Some(kind) = kind {
                self.pieces.push(Piece { kind, range: at..end });
            }
            if sign == '\n' {
                if !ended {
                    self.line_end(text, at..range.end, gap.lines > 1);
                }
                ended = true;
                line_start = true;
            } else if !is_margin(sign) {
                line_start = false;
            }
            at = end;
        }
        // `a)` and `1.` begin behind a line end
        if line_start && let Some((sign, _)) = item(&text[range.end..]) {
            self.pieces.push(Piece { kind: Kind::Item(sign), range: range.end..range.end });
        }
    }

    /// A paragraph ends with a line where the line is whole, or the next one begins something.
    fn line_end(&mut self, text: &str, range: Range<usize>, blank: bool) {
        if matches!(self.pieces.last(), Some(Piece { kind: Kind::Break { .. }, .. })) {
            return;
        }
        let last = text[..range.start].chars().rev().take(8).find(|c| !is_margin(*c));
        let next = &text[range.end..];
        let marked = text[range.clone()].contains(['|', '#']) || is_row(text, range.start) || is_row(text, range.end);
        let open = matches!(last, Some(',' | ';' | ':'));
        let dash = text[range.clone()].trim_start().starts_with(marks_item);
        let based = OPENINGS.iter().any(|words| next.starts_with(words));
        let begins =
            marked || dash || based || item(next).is_some() || is_chapter(next) || is_heading(&text[..range.start]);
        let whole = matches!(last, Some('.' | ';' | ':' | '!' | '?' | '|' | ')'));
        let small = next.starts_with(char::is_lowercase) && item(next).is_none();
        if blank && !small || begins || whole && !small {
            let letters = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || closes_quote(c));
            let loose = blank && letters(last) && next.starts_with(char::is_uppercase) && is_capitals(next);
            self.pieces.push(Piece { kind: Kind::Break { goes_on: open || loose }, range });
        }
    }
}

/// Whether the line with a byte is a row of a table: of three cells at least, or beside another.
fn is_row(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let borders = |line: &str| line.matches(" | ").count();
    let mut lines = text[line..].lines();
    match lines.next().map_or(0, borders) {
        0 => false,
        1 => {
            lines.next().is_some_and(|next| borders(next) > 0)
                || text[..line].trim_end().lines().next_back().is_some_and(|before| borders(before) > 0)
        }
        _ => true,
    }
}

/// Whether a text ends with a line that is the heading of an article: `Điều 2. Hiệu lực thi hành`.
fn is_heading(text: &str) -> bool {
    const HEADINGS: [&str; 5] =
        ["hiệu lực thi hành", "điều khoản thi hành", "tổ chức thực hiện", "trách nhiệm thi hành", "hiệu lực"];
    let line = text.rsplit('\n').next().unwrap_or_default();
    if line.len() > 80 {
        return false;
    }
    let name = line.trim_matches(|c: char| !c.is_alphabetic());
    let name = name.strip_prefix("Điều").map_or(name, |rest| rest.trim_start_matches(|c: char| !c.is_alphabetic()));
    HEADINGS.contains(&&*name.to_lowercase())
}

/// Whether a line begins with the Roman figure of a heading: `II. VĂN BẢN CÒN HIỆU LỰC`.
fn is_chapter(line: &str) -> bool {
    let rest = line.trim_start_matches(['I', 'V', 'X']);
    rest.len() < line.len() && rest.starts_with(". ")
}

/// Words that begin a paragraph, whatever ends the line before.
const OPENINGS: [&str; 20] = [
    "Căn cứ",
    "CĂN CỨ",
    "Theo đề nghị",
    "Xét đề nghị",
    "Thực hiện",
    "Triển khai",
    "Trả lời",
    "Phúc đáp",
    "Đính chính",
    "Cụ thể hóa",
    "Danh mục văn bản",
    "Danh mục các văn bản",
    "DANH MỤC",
    "Các văn bản",
    "Từ ngày",
    "Từ 1",
    "Kể từ",
    "Bãi bỏ",
    "Thay thế",
    "Đình chỉ",
];

/// Whether the first word is all of capitals, as the lines of a heading are.
fn is_capitals(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    !word.chars().any(char::is_lowercase)
}

/// The day or period that a text names.
fn day(date: &DateMention) -> Option<Kind> {
    let is_period = date.grain == Grain::Period && date.to.is_some();
    match date.from {
        Some(first) if date.valid => {
            let is_yearless = date.inferred && date.grain == Grain::Day;
            Some(Kind::Day(Days { first, last: date.to.unwrap_or(first), is_period, is_yearless }))
        }
        // where the day of one end is none, the interval ends with its month
        from if is_period => Some(Kind::NoDay(from.filter(|first| *first != first.last_of_month()))),
        None if !date.valid || date.yearly.is_some() => Some(Kind::NoDay(None)),
        Some(_) => Some(Kind::NoDay(None)),
        None => None,
    }
}

fn of_number(mention: &NumberMention) -> Named {
    Named { paper: Paper::Number(mention.number.clone()), range: mention.range.clone(), amends: Vec::new() }
}

/// Whether a sentence ends before `rest`.
fn ends_sentence(rest: &str) -> bool {
    let passed = ['*', '_', '”', '"', ')', '/', '.', ' ', '\t', '\r', '\u{A0}'];
    let next = rest.chars().take(12).find(|c| !passed.contains(c));
    let parted = !rest.starts_with(char::is_alphanumeric);
    parted && !next.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';'))
}
