//! Text behind and before a mention to the day of issue and the issuer named in words.

use jiff::civil::Date;

use super::tables::{BEHIND, Behind, TYPES};
use super::words::{Room, Words};
use crate::mention::lists::{ISSUER_ENDS, ISSUER_GOES_ON};

/// How far behind a number its day and issuer are looked for.
const REACH: usize = 200;

/// How far behind the number of a paper's own head its day may stand.
const HEAD_REACH: usize = 320;

/// How far before a verb of issuing its day may stand.
const BEFORE_REACH: usize = 400;

/// How far behind a number that stands alone its surroundings are looked at.
const NEAR: usize = 48;

/// Most words of an issuer.
const ISSUER_WORDS: usize = 14;

/// What follows a number.
#[derive(Clone, Debug, Default)]
pub(super) struct After {
    pub issued: Option<Date>,
    /// As written, with single blanks.
    pub issuer: Option<String>,
}

/// Reads `ngày 23/4/2021 của Bộ Chính trị` or `của Bộ Chính trị ngày …` behind byte `end`.
pub(super) fn read(text: &str, end: usize, room: &mut Room) -> After {
    let text = window_behind(text, end, REACH);
    let mut words = Words::of(text, room);
    let mut after = After::default();
    let mut at = 0;
    let mut behind = 0;
    while words.range(at).is_some_and(|word| is_soft(&text[behind..word.start], true)) {
        at = match words.exact(at).unwrap_or_default() {
            "ban" | "hành" | "kí" | "ra" | "được" if after.issued.is_none() && at < 3 => at + 1,
            "ngày" if after.issued.is_none() => {
                let Some((date, next)) = date(text, &mut words, at + 1) else { break };
                after.issued = Some(date);
                next
            }
            "của" if after.issuer.is_none() => {
                let Some((issuer, next)) = issuer(text, &mut words, at + 1) else { break };
                after.issuer = Some(issuer);
                next
            }
            "khóa" | "khoá" if after.issuer.is_some() => at + 2,
            _ => break,
        };
        behind = words.range(at - 1).map_or(text.len(), |word| word.end);
    }
    after
}

/// The first day behind the number in a paper's own head, beside it or in the next lines.
pub(super) fn head_date(text: &str, end: usize, room: &mut Room) -> Option<Date> {
    let text = window_behind(text, end, HEAD_REACH);
    let mut words = Words::of(text, room);
    // a later day is that of another paper
    let mut first = 0;
    while words.exact(first)? != "ngày" {
        first += 1;
    }
    date(text, &mut words, first + 1).map(|(day, _)| day)
}

/// The last whole day before a verb of issuing, in the same sentence.
pub(super) fn date_before(text: &str, start: usize, room: &mut Room) -> Option<Date> {
    let mut from = start.saturating_sub(BEFORE_REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let sentence = text[from..start].rmatch_indices(['.', ';', '\n']).find(|(at, sign)| {
        let behind = &text[from + at + 1..start];
        let parted = behind.starts_with(char::is_whitespace) && behind.trim_start().starts_with(char::is_uppercase);
        if *sign == "\n" { behind.starts_with('\n') } else { parted || *sign == ";" }
    });
    let text = &text[from + sentence.map_or(0, |(at, _)| at + 1)..start];
    let mut words = Words::of(text, room);
    let mut day = None;
    let mut at = 0;
    while let Some(word) = words.exact(at) {
        let is_day = word == "ngày";
        at += 1;
        day = is_day.then(|| date(text, &mut words, at)).flatten().or(day);
    }
    day.map(|(day, _)| day)
}

/// What the first word behind a number that stands alone says about it, or the sign there.
pub(super) fn behind(text: &str, end: usize, room: &mut Room) -> Option<Behind> {
    let rest = &text[end..];
    let mut letters = rest.chars();
    match letters.next() {
        None | Some('\n' | '\r' | ')' | ';' | '"' | '”' | '»' | '|' | ']' | '*' | '?' | '!') => {
            return Some(Behind::Follows);
        }
        Some('%' | '°' | '+' | '=' | '×' | '(' | '\'' | '’') => return Some(Behind::Counted),
        Some('.' | ',' | ':') => {
            let figure = letters.next().is_some_and(|c| c.is_ascii_digit());
            return Some(if figure { Behind::Counted } else { Behind::Follows });
        }
        _ => {}
    }
    let text = window_behind(text, end, NEAR);
    let mut words = Words::of(text, room);
    let first = words.range(0)?;
    if !is_soft(&text[..first.start], false) {
        return Some(Behind::Follows);
    }
    if words.exact(0) == Some("năm") && words.exact(1).is_some_and(|next| year(next).is_some()) {
        return Some(Behind::Follows);
    }
    // `Chỉ thị 22 Bộ Chính trị`: a name is not counted, and `quyết định 3 Phó Chủ tịch` is no number
    if words.is_capital(0) {
        return None;
    }
    BEHIND.get(words.exact(0)?).copied()
}

/// Whether `của` and a name follow: `Kế hoạch 141 [của Chính phủ]`.
pub(super) fn names_issuer(text: &str, end: usize, room: &mut Room) -> bool {
    let text = window_behind(text, end, NEAR);
    let mut words = Words::of(text, room);
    words.range(0).is_some_and(|of| is_soft(&text[..of.start], false))
        && words.exact(0) == Some("của")
        && words.is_capital(1)
}

/// Whether a gap lets the words about it belong together.
fn is_soft(gap: &str, comma: bool) -> bool {
    gap.chars().all(|c| c.is_whitespace() || matches!(c, '*' | '_' | '(') || comma && c == ',') && !gap.contains("\n\n")
}

/// What stands in the `reach` bytes behind byte `start`.
pub(super) fn window_behind(text: &str, start: usize, reach: usize) -> &str {
    let mut end = (start + reach).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[start..end]
}

fn year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1900..=2099).contains(year))
}

/// The day whose first number is word `at`, and the word behind it.
fn date(text: &str, words: &mut Words, at: usize) -> Option<(Date, usize)> {
    let day: i8 = words.exact(at)?.parse().ok()?;
    let month_at = if words.exact(at + 1)? == "tháng" { at + 2 } else { at + 1 };
    let month = words.exact(month_at)?;
    let month: i8 = month.strip_prefix("tháng").unwrap_or(month).parse().ok()?;
    let year_at = if words.exact(month_at + 1)? == "năm" { month_at + 2 } else { month_at + 1 };
    let year = year(words.exact(year_at)?)?;
    let date = Date::new(year, month, day).ok()?;
    let mut behind = words.range(at)?.end;
    for n in at + 1..=year_at {
        let word = words.range(n)?;
        let gap = text[behind..word.start].trim_matches(|c: char| c.is_whitespace() || c == '*');
        if !matches!(gap, "" | "/" | "-" | "." | "–") {
            return None;
        }
        behind = word.end;
    }
    Some((date, year_at + 1))
}

/// The issuer whose name starts at word `at`, and the word behind it.
fn issuer(text: &str, words: &mut Words, at: usize) -> Option<(String, usize)> {
    let first = words.range(at)?;
    if !words.is_capital(at) {
        return None;
    }
    let mut last = first.clone();
    let mut next = at + 1;
    while let Some(range) = words.range(next).filter(|_| next - at < ISSUER_WORDS) {
        if !text[last.end..range.start].chars().all(char::is_whitespace) {
            break;
        }
        let behind_committee = words.exact(next - 1) == Some("ủy");
        let word = words.exact(next).unwrap_or_default();
        let (and, usual) = (word == "và", ISSUER_GOES_ON.contains(&word));
        let stops = word.starts_with(|c: char| c.is_ascii_digit()) || ISSUER_ENDS.contains(&word);
        // `Ủy ban nhân dân`, but `Chính phủ ban hành`
        let stops = stops && (word != "ban" || !behind_committee);
        let goes_on = if stops {
            // `Sở Giáo dục và Đào tạo`, but not `Ban Bí thư và Nghị quyết 8`
            and && words.is_capital(next + 1) && !names_type(words, next + 1)
        } else {
            usual || words.is_capital(next) || words.is_capital(next - 1)
        };
        if !goes_on {
            break;
        }
        last = range;
        next += 1;
    }
    let words: Vec<&str> = text[first.start..last.end].split_whitespace().collect();
    Some((words.join(" "), next))
}

/// Whether the words from word `at` on begin with those of a type of document.
fn names_type(words: &mut Words, at: usize) -> bool {
    let Some(mut first) = words.exact(at).map(str::to_owned) else { return false };
    if let Some(next) = words.exact(at + 1) {
        first.push(' ');
        first.push_str(next);
    }
    TYPES.contains(&first)
}
