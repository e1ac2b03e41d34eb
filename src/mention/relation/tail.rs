//! What stands behind `có hiệu lực` and `hết hiệu lực` to the day, or the rule by which it is reckoned.

use jiff::Span;
use jiff::civil::Date;

use super::piece::{Days, Kind, Piece};
use super::rules::TABLE;

/// When something comes into force or ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    pub day: Option<Date>,
    pub rule: Option<String>,
    /// Days after the day of the rule.
    pub days: i32,
    /// The last day, where an end is told: `đến hết ngày`, `sau ngày`.
    pub last: Option<Date>,
    /// Whether what is told begins behind that day or ends with it, as the verb has it: `sau ngày`.
    pub is_after: bool,
    /// The document with whose coming into force it does, by its index among the named ones.
    pub with: Option<usize>,
    /// Whether it does so with the document at hand.
    pub with_this: bool,
    /// How many pieces tell it.
    pub count: usize,
}

/// Most pieces between the verb and the day.
const REACH: usize = 14;

/// Reads the day behind the verb, which may lead to the last day itself: `áp dụng đến`.
pub(super) fn read(pieces: &[Piece], text: &str, leads_to_end: bool) -> Option<When> {
    let mut when = When::default();
    let mut at = 0;
    let mut behind = false;
    let mut figure = None;
    let mut ends = leads_to_end;
    while let Some(piece) = pieces.get(at).filter(|_| at < REACH) {
        match &piece.kind {
            Kind::Day(Days { last, .. }) if ends || behind && figure.is_none() => {
                when.last = Some(*last);
                when.is_after = !ends;
                when.count = at + 1;
                return Some(when);
            }
            Kind::Day(Days { first, last, is_period }) => {
                // `sau 6 tháng kể từ ngày …`
                when.day = match figure {
                    Some(figure) => reckoned(*first, figure, &pieces[..at]),
                    None => Some(*first),
                };
                when.last = is_period.then_some(*last);
                when.count = at + 1;
                return Some(until(when, &pieces[at + 1..]));
            }
            // `đến ngày Nghị định này có hiệu lực` tells no day
            Kind::This | Kind::Head(_) | Kind::Papers(_) if ends => return None,
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
            Kind::Word(key) if *key == TABLE.join.to || *key == TABLE.join.end => ends = true,
            Kind::Word(_) if is_clock(&pieces[at..], text) => {
                ends |= text[piece.range.clone()].starts_with("24");
                at += 1;
            }
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
                if let Some(base) = base.filter(|_| !ends) {
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

/// So many days, months or years behind a day.
fn reckoned(day: Date, figure: i32, pieces: &[Piece]) -> Option<Date> {
    let unit = pieces.iter().find_map(|piece| ["ngày", "tháng", "năm"].into_iter().find(|unit| piece.is_word(unit)))?;
    let span = match unit {
        "ngày" => Span::new().try_days(figure),
        "tháng" => Span::new().try_months(figure),
        _ => Span::new().try_years(figure),
    };
    day.checked_add(span.ok()?).ok()
}

/// Whether `0 giờ` or `24 giờ` of a day stands here.
fn is_clock(pieces: &[Piece], text: &str) -> bool {
    let [hour, word, ..] = pieces else { return false };
    matches!(&text[hour.range.clone()], "0" | "00" | "24") && word.is_word("giờ")
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
            Kind::Day(days) if at > 0 => {
                when.last = Some(days.last);
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
