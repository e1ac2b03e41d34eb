//! What stands behind `có hiệu lực` and `hết hiệu lực` to the day, or the rule by which it is reckoned.

use jiff::civil::Date;

use super::piece::{Kind, Piece};
use super::rules::TABLE;

/// When something comes into force or ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    pub day: Option<Date>,
    pub rule: Option<String>,
    /// Days after the day of the rule.
    pub days: i32,
    /// The last day, where a period is told.
    pub until: Option<Date>,
    /// The document with whose coming into force it does, by its index among the named ones.
    pub with: Option<usize>,
    /// Whether it does so with the document at hand.
    pub with_this: bool,
    /// How many pieces tell it.
    pub count: usize,
}

/// Most pieces between the verb and the day.
const REACH: usize = 14;

/// Reads the day behind the verb.
pub(super) fn read(pieces: &[Piece], text: &str) -> Option<When> {
    let mut when = When::default();
    let mut at = 0;
    let mut behind = false;
    let mut figure = None;
    while let Some(piece) = pieces.get(at).filter(|_| at < REACH) {
        match &piece.kind {
            Kind::Day(from, to) => {
                when.day = Some(*from);
                when.until = *to;
                when.count = at + 1;
                return Some(until(when, &pieces[at + 1..]));
            }
            Kind::This | Kind::Head(_) => {
                when.with_this = true;
                when.rule = Some("with this".to_owned());
                when.count = at + 1;
                return Some(when);
            }
            Kind::Papers(papers) => {
                when.with = Some(papers.start);
                when.rule = Some("with this".to_owned());
                when.count = at + 1;
                return Some(when);
            }
            Kind::Word(key) if *key == TABLE.join.after => behind = true,
            Kind::Word(key) if TABLE.since.contains(key) => {
                let base = match &pieces[at..] {
                    [day, word, ..] if day.is_word("ngày") && (word.is_word("ký") || word.is_word("kí")) => {
                        Some("signing")
                    }
                    [day, first, second, ..]
                        if day.is_word("ngày") && first.is_word("ban") && second.is_word("hành") =>
                    {
                        Some("issue")
                    }
                    [day, first, second, ..]
                        if day.is_word("ngày") && first.is_word("thông") && second.is_word("qua") =>
                    {
                        Some("passing")
                    }
                    [day, rest @ ..] if day.is_word("ngày") && is_gazette(rest) => Some("gazette"),
                    _ => None,
                };
                if let Some(base) = base {
                    when.days = if behind { figure.unwrap_or_default() } else { 0 };
                    let days = if when.days > 0 { format!("+{}d", when.days) } else { String::new() };
                    when.rule = Some(format!("{base}{days}"));
                    when.count = at + 2;
                    return Some(until(when, &pieces[at + 2..]));
                }
            }
            Kind::Word(0) if behind && figure.is_none() => figure = text[piece.range.clone()].parse().ok(),
            Kind::Comma | Kind::Open | Kind::Close | Kind::Cell | Kind::Colon => {}
            // `15 (mười lăm) ngày`
            Kind::Word(_) if behind => {}
            Kind::Break { goes_on: true } if at == 0 || pieces[at - 1].kind == Kind::Colon => {}
            _ => return None,
        }
        at += 1;
    }
    None
}

/// Whether `đăng Công báo` stands here.
fn is_gazette(pieces: &[Piece]) -> bool {
    let near = &pieces[..pieces.len().min(4)];
    near.windows(2).any(|pair| pair[0].is_word("công") && pair[1].is_word("báo"))
}

/// `đến hết ngày …` behind the first day.
fn until(mut when: When, pieces: &[Piece]) -> When {
    let mut at = 0;
    while let Some(piece) = pieces.get(at).filter(|_| at < 6) {
        match &piece.kind {
            Kind::Day(day, _) if at > 0 => {
                when.until = Some(*day);
                when.count += at + 1;
                break;
            }
            Kind::Word(key) if TABLE.until.contains(key) => {}
            Kind::Comma | Kind::And => {}
            _ => break,
        }
        at += 1;
    }
    when
}
