//! What stands behind `có hiệu lực` and `hết hiệu lực` to the day, or the rule by which it is reckoned: from the
//! signing, the issue, the passing or the printing in the gazette (Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15,
//! Điều 53), or from the coming into force of a document.

use jiff::civil::Date;

use super::piece::{Days, Kind, Piece};
use super::rules::TABLE;
use super::span::Stretch;

/// When something comes into force or ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    pub day: Option<Date>,
    pub rule: Option<String>,
    /// How long behind the day of the rule.
    pub stretch: Option<Stretch>,
    /// How long it lasts: `trong 6 tháng`.
    pub during: Option<Stretch>,
    /// The last day, where an end is told: `đến hết ngày`, `sau ngày`.
    pub last: Option<Date>,
    /// Whether what is told begins behind that day or ends with it, as the verb has it: `sau ngày`.
    pub is_after: bool,
    /// Whether the year of the day is not written.
    pub is_yearless: bool,
    /// Whether what stands there names no day that can be reckoned: `ngày 31/2`, `sau ít nhất 6 tháng`, `trước ngày`.
    pub unreckoned: bool,
    /// Whether it depends on what may never be: `nếu`.
    pub conditional: bool,
    /// The document with whose coming into force it does, by its index among the named ones.
    pub with: Option<usize>,
    /// Whether it does so with the document at hand.
    pub with_this: bool,
    /// How many pieces tell it.
    pub count: usize,
}

/// Most pieces between the verb and the day.
const REACH: usize = 14;

/// What stands before a stretch of time that it is: `sau thời hạn 30 ngày`.
const LEADS: [&str; 3] = ["thời", "hạn", "gian"];

impl When {
    /// Without a day that can be reckoned, told in so many pieces.
    fn unreckoned(count: usize) -> Self {
        Self { unreckoned: true, count, ..Self::default() }
    }

    /// With the coming into force of a document, or so long behind it.
    fn with(mut self, with: Option<usize>, count: usize) -> Self {
        let behind = self.stretch.map(Stretch::rule).unwrap_or_default();
        self.rule = Some(format!("with this{behind}"));
        (self.with, self.with_this, self.count) = (with, with.is_none(), count);
        self
    }
}

/// What stands before a stretch of time of which only a bound is told: `sau ít nhất 6 tháng`.
const ABOUT: [&str; 6] = ["ít", "nhất", "tối", "thiểu", "khoảng", "hơn"];

/// Reads the day behind the verb, which may lead to the last day itself: `áp dụng đến`.
pub(super) fn read(pieces: &[Piece], text: &str, leads_to_end: bool) -> Option<When> {
    let mut is_vague = false;
    let when = reckon(pieces, text, leads_to_end, &mut is_vague)?;
    let vague = || When { stretch: when.stretch, ..When::unreckoned(when.count) };
    Some(if is_vague { vague() } else { when })
}

fn reckon(pieces: &[Piece], text: &str, leads_to_end: bool, is_vague: &mut bool) -> Option<When> {
    let mut when = When::default();
    let mut at = 0;
    let (mut behind, mut before) = (false, false);
    let mut ends = leads_to_end;
    while let Some(piece) = pieces.get(at).filter(|_| at < REACH) {
        match &piece.kind {
            // `trước ngày …` names no day
            Kind::Day(_) if before && !ends => return Some(When::unreckoned(at + 1)),
            Kind::Day(Days { first, .. }) if before => {
                when.last = first.yesterday().ok();
                when.count = at + 1;
                return Some(when);
            }
            Kind::Day(days) if ends || behind && when.stretch.is_none() => {
                when.last = Some(days.last);
                when.is_after = !ends;
                when.is_yearless = days.is_yearless;
                when.count = at + 1;
                return Some(when);
            }
            // `vào cuối năm 2027` names no day
            Kind::Day(days) if is_vague_time(days, &pieces[..=at], text) => return Some(When::unreckoned(at + 1)),
            Kind::Day(Days { first, last, is_period, is_yearless }) => {
                // `sau 6 tháng kể từ ngày …`
                when.day = match when.stretch {
                    Some(stretch) => stretch.behind(*first),
                    None => Some(*first),
                };
                when.unreckoned = when.day.is_none();
                when.is_yearless = *is_yearless;
                // `từ năm học 2003 - 2004` tells no end
                let is_term =
                    text[piece.range.clone()].starts_with("năm học") || at > 0 && pieces[at - 1].is_word("học");
                when.last = (*is_period && !is_term).then_some(*last);
                when.count = at + 1;
                return Some(until(when, &pieces[at + 1..], text));
            }
            // of `từ ngày 1/10/2019 đến ngày 31/2/2021` the first end stands
            Kind::NoDay(Some(first)) if !ends && !behind && !before => {
                when.day = Some(*first);
                when.count = at + 1;
                return Some(when);
            }
            Kind::NoDay(_) => return Some(When::unreckoned(at + 1)),
            // what stands in another cell of a row, or behind a comma, is another thing
            Kind::Papers(_) if at > 0 && matches!(pieces[at - 1].kind, Kind::Cell | Kind::Comma) => break,
            Kind::This | Kind::Head(_) | Kind::Papers(_) if before => return Some(When::unreckoned(at + 1)),
            // `đến ngày Nghị định này có hiệu lực` tells no day
            Kind::This | Kind::Head(_) | Kind::Papers(_) if ends => return None,
            Kind::This | Kind::Head(_) => return Some(when.with(None, at + 1)),
            Kind::Papers(papers) => return Some(when.with(Some(papers.start), at + 1)),
            // `sau 6 tháng kể từ ngày có hiệu lực`
            Kind::Force if when.stretch.is_some() => return Some(when.with(None, at + 1)),
            Kind::Word(key) if *key == TABLE.join.after => {
                behind = true;
                let rest = &pieces[at + 1..];
                let is_led = |piece: &&Piece| LEADS.iter().chain(&ABOUT).any(|word| piece.is_word(word));
                let led = rest.iter().take_while(is_led).count();
                *is_vague |= rest[..led].iter().any(|piece| ABOUT.iter().any(|word| piece.is_word(word)));
                match Stretch::read(&rest[led..], text) {
                    Some((stretch, count)) => {
                        when.stretch = Some(stretch);
                        at += led + count;
                    }
                    None if leads_to_day(rest, text) => {}
                    None => return Some(When::unreckoned(at + 1)),
                }
            }
            Kind::Word(_) if at == 0 && piece.is_word("trong") => {
                let rest = &pieces[1..];
                let led = rest.iter().take_while(|piece| LEADS.iter().any(|word| piece.is_word(word))).count();
                let (stretch, count) = Stretch::read(&rest[led..], text)?;
                when.during = Some(stretch);
                at += led + count;
            }
            Kind::Word(_) if piece.is_word("trước") => before = true,
            Kind::Word(_) if piece.is_word("nếu") => {
                return Some(When { conditional: true, ..When::unreckoned(at + 1) });
            }
            // `khi Thông tư này có hiệu lực`, `khi có hướng dẫn mới`
            Kind::Word(_) if piece.is_word("khi") && !ends => {
                if !matches!(pieces.get(at + 1).map(|piece| &piece.kind), Some(Kind::This | Kind::Papers(_))) {
                    return Some(When { conditional: true, ..When::unreckoned(at + 1) });
                }
            }
            Kind::Word(key) if *key == TABLE.join.to || *key == TABLE.join.end => ends = true,
            Kind::Word(_) if is_clock(&pieces[at..], text) => {
                ends |= text[piece.range.clone()].starts_with("24");
                at += 1;
            }
            Kind::Word(key) if TABLE.since.contains(key) => {
                if let Some((base, count)) = base(&pieces[at..]).filter(|_| !ends) {
                    let behind = when.stretch.map(Stretch::rule).unwrap_or_default();
                    when.rule = Some(format!("{base}{behind}"));
                    when.count = at + count;
                    return Some(until(when, &pieces[at + count..], text));
                }
            }
            Kind::Word(_) if when.stretch.is_some() && ["tính", "được"].iter().any(|word| piece.is_word(word)) => {
            }
            Kind::Comma | Kind::Open | Kind::Close | Kind::Cell | Kind::Colon => {}
            Kind::Break { goes_on: true } if at == 0 || pieces[at - 1].kind == Kind::Colon => {}
            _ => break,
        }
        at += 1;
    }
    // so long, or so long behind a day that is not told
    if when.during.is_some() {
        return Some(When { during: when.during, ..When::unreckoned(at.min(pieces.len())) });
    }
    when.stretch.map(|_| When { stretch: when.stretch, ..When::unreckoned(at.min(pieces.len())) })
}

/// Whether a month or year is named in which something is, and not from which on.
fn is_vague_time(days: &Days, pieces: &[Piece], text: &str) -> bool {
    let words = || pieces.iter().map(|piece| text[piece.range.clone()].to_lowercase());
    days.first != days.last && !days.is_period && pieces.len() > 1 && !words().any(|word| word.contains("từ"))
}

/// Whether a day is named here, or words that lead to one.
fn leads_to_day(pieces: &[Piece], text: &str) -> bool {
    match pieces.first().map(|piece| &piece.kind) {
        Some(Kind::Day(_) | Kind::NoDay(_)) => true,
        Some(Kind::Word(key)) => TABLE.since.contains(key) || pieces[0].is_word("khi") || is_clock(pieces, text),
        _ => false,
    }
}

/// From which day on something is reckoned: `ngày ký`, `ngày ban hành`; and in how many pieces.
fn base(pieces: &[Piece]) -> Option<(&'static str, usize)> {
    let [day, rest @ ..] = pieces else { return None };
    if !day.is_word("ngày") {
        return None;
    }
    let passive = usize::from(rest.first().is_some_and(|piece| piece.is_word("được")));
    let rest = &rest[passive..];
    let is = |at: usize, word: &str| rest.get(at).is_some_and(|piece| piece.is_word(word));
    let name = if is(0, "ký") || is(0, "kí") {
        "signing"
    } else if is(0, "ban") && is(1, "hành") {
        "issue"
    } else if is(0, "thông") && is(1, "qua") {
        "passing"
    } else if is_gazette(rest) {
        "gazette"
    } else {
        return None;
    };
    Some((name, 2 + passive))
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

/// `đến hết ngày …` behind the first day; what cannot be leaves the first day alone.
fn until(mut when: When, pieces: &[Piece], text: &str) -> When {
    let (mut at, mut before) = (0, false);
    while let Some(piece) = pieces.get(at).filter(|_| at < 8) {
        match &piece.kind {
            Kind::Day(days) if at > 0 => {
                when.last = if before { days.first.yesterday().ok() } else { Some(days.last) };
                when.count += at + 1;
                break;
            }
            Kind::Word(key) if TABLE.until.contains(key) => {}
            // `đến trước ngày …`, `đến 0 giờ ngày …`
            Kind::Word(_) if at > 0 && piece.is_word("trước") => before = true,
            Kind::Word(_) if at > 0 && is_clock(&pieces[at..], text) => {
                before |= !text[piece.range.clone()].starts_with("24");
                at += 1;
            }
            Kind::Comma | Kind::And => {}
            _ => break,
        }
        at += 1;
    }
    when
}
