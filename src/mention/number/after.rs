//! Text behind and before a mention to the day of issue and the issuer named in words.

use jiff::civil::Date;

use super::tables::{BEHIND, Behind, TYPES};
use crate::analysis::{Analysis, Token};

/// How far behind a number its day and issuer are looked for.
const REACH: usize = 200;

/// How far behind the number of a paper's own head its day may stand.
const HEAD_REACH: usize = 320;

/// How far before a verb of issuing its day may stand.
const BEFORE_REACH: usize = 400;

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
pub(super) fn read(text: &str, end: usize, scratch: &mut Analysis) -> After {
    let text = window_behind(text, end, REACH);
    scratch.read(text);
    let words: Vec<Token> = scratch.words().take(40).collect();
    let mut after = After::default();
    let mut at = 0;
    let mut behind = 0;
    while at < words.len() && is_soft(&text[behind..words[at].start], true) {
        match words[at].exact {
            "ban" | "hành" | "ký" | "ra" | "được" if after.issued.is_none() && at < 3 => {}
            "ngày" if after.issued.is_none() => {
                let Some((date, next)) = date(text, &words, at + 1) else { break };
                after.issued = Some(date);
                at = next - 1;
            }
            "của" if after.issuer.is_none() => {
                let Some((issuer, next)) = issuer(text, &words, at + 1) else { break };
                after.issuer = Some(issuer);
                at = next - 1;
            }
            "khóa" | "khoá" if after.issuer.is_some() => at += 1,
            _ => break,
        }
        behind = words.get(at).map_or(text.len(), |word| word.end);
        at += 1;
    }
    after
}

/// The first day behind the number in a paper's own head, beside it or in the next lines.
pub(super) fn head_date(text: &str, end: usize, scratch: &mut Analysis) -> Option<Date> {
    let text = window_behind(text, end, HEAD_REACH);
    scratch.read(text);
    let words: Vec<Token> = scratch.words().collect();
    // a later day is that of another paper
    let first = words.iter().position(|word| word.exact == "ngày")?;
    date(text, &words, first + 1).map(|(day, _)| day)
}

/// The last whole day before a verb of issuing, in the same sentence.
pub(super) fn date_before(text: &str, start: usize, scratch: &mut Analysis) -> Option<Date> {
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
    scratch.read(text);
    let words: Vec<Token> = scratch.words().collect();
    let days = (0..words.len()).rev().filter(|&at| words[at].exact == "ngày");
    days.filter_map(|at| date(text, &words, at + 1)).map(|(day, _)| day).next()
}

/// What the first word behind a number that stands alone says about it, or the sign there.
pub(super) fn behind(text: &str, end: usize, scratch: &mut Analysis) -> Option<Behind> {
    let rest = &text[end..];
    let mut letters = rest.chars();
    match letters.next() {
        None | Some('\n' | '\r' | ')' | ';' | '"' | '”' | '|' | ']' | '*' | '?' | '!') => {
            return Some(Behind::Follows);
        }
        Some('%' | '°' | '+' | '=' | '×' | '(' | '\'' | '’') => return Some(Behind::Counted),
        Some('.' | ',' | ':') => {
            let figure = letters.next().is_some_and(|c| c.is_ascii_digit());
            return Some(if figure { Behind::Counted } else { Behind::Follows });
        }
        _ => {}
    }
    let text = window_behind(text, end, 48);
    scratch.read(text);
    let mut words = scratch.words();
    let first = words.next()?;
    if !is_soft(&text[..first.start], false) {
        return Some(Behind::Follows);
    }
    if first.exact == "năm" && words.next().is_some_and(|next| year(next.exact).is_some()) {
        return Some(Behind::Follows);
    }
    // `Chỉ thị 22 Bộ Chính trị`: a name is not counted, and `quyết định 3 Phó Chủ tịch` is no number
    if text[first.start..].starts_with(char::is_uppercase) {
        return None;
    }
    BEHIND.get(first.exact).copied()
}

/// Whether `của` and a name follow: `Kế hoạch 141 [của Chính phủ]`.
pub(super) fn names_issuer(text: &str, end: usize, scratch: &mut Analysis) -> bool {
    let text = window_behind(text, end, 48);
    scratch.read(text);
    let words: Vec<Token> = scratch.words().take(2).collect();
    matches!(&words[..], [of, name] if of.exact == "của"
        && is_soft(&text[..of.start], false)
        && text[name.start..].starts_with(char::is_uppercase))
}

/// Whether a gap lets the words about it belong together.
fn is_soft(gap: &str, comma: bool) -> bool {
    gap.chars().all(|c| c.is_whitespace() || matches!(c, '*' | '_' | '(') || comma && c == ',') && !gap.contains("\n\n")
}

fn window_behind(text: &str, start: usize, reach: usize) -> &str {
    let mut end = (start + reach).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[start..end]
}

fn year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1900..=2099).contains(year))
}

/// The day whose first number is `words[at]`, and the word behind it.
fn date(text: &str, words: &[Token], at: usize) -> Option<(Date, usize)> {
    let word = |n: usize| words.get(n).map(|word| word.exact);
    let joined = |n: usize| {
        let gap = text[words[n - 1].end..words[n].start].trim_matches(|c: char| c.is_whitespace() || c == '*');
        matches!(gap, "" | "/" | "-" | "." | "–")
    };
    let day: i8 = word(at)?.parse().ok()?;
    let month_at = if word(at + 1)? == "tháng" { at + 2 } else { at + 1 };
    let month = word(month_at)?;
    let month: i8 = month.strip_prefix("tháng").unwrap_or(month).parse().ok()?;
    let year_at = if word(month_at + 1)? == "năm" { month_at + 2 } else { month_at + 1 };
    let year = year(word(year_at)?)?;
    let date = Date::new(year, month, day).ok()?;
    (at + 1..=year_at).all(joined).then_some((date, year_at + 1))
}

/// The issuer whose name starts at `words[at]`, and the word behind it.
fn issuer(text: &str, words: &[Token], at: usize) -> Option<(String, usize)> {
    let first = words.get(at)?;
    if !text[first.start..].starts_with(char::is_uppercase) {
        return None;
    }
    let mut next = at + 1;
    while next < words.len() && next - at < ISSUER_WORDS {
        let word = words[next].exact;
        let blank = text[words[next - 1].end..words[next].start].chars().all(char::is_whitespace);
        let stops = word.starts_with(|c: char| c.is_ascii_digit()) || ISSUER_ENDS.contains(&word);
        let is_capital = |word: &Token| text[word.start..].starts_with(char::is_uppercase);
        // `Sở Giáo dục và Đào tạo`, but not `Ban Bí thư và Nghị quyết 8`
        let names = words.get(next + 1).is_some_and(is_capital) && !names_type(&words[next + 1..]);
        let goes_on = is_capital(&words[next]) || is_capital(&words[next - 1]) || ISSUER_GOES_ON.contains(&word);
        if !blank || if stops { word != "và" || !names } else { !goes_on } {
            break;
        }
        next += 1;
    }
    let words: Vec<&str> = text[first.start..words[next - 1].end].split_whitespace().collect();
    Some((words.join(" "), next))
}

/// Whether words begin with those of a type of document.
fn names_type(words: &[Token]) -> bool {
    let first: Vec<&str> = words.iter().take(2).map(|word| word.exact).collect();
    TYPES.contains_key(&first.join(" "))
}

/// Words in small letters that the name of an issuer goes on with behind others of that kind.
const ISSUER_GOES_ON: [&str; 24] = [
    "nhân",
    "dân",
    "tỉnh",
    "thành",
    "phố",
    "huyện",
    "quận",
    "thị",
    "xã",
    "phường",
    "trung",
    "ương",
    "nước",
    "lao",
    "động",
    "bộ",
    "đảng",
    "cơ",
    "quan",
    "liên",
    "tịch",
    "đoàn",
    "viên",
    "chức",
];

/// Words that no issuer's name goes on with.
const ISSUER_ENDS: [&str; 36] = [
    "về", "ngày", "năm", "tháng", "khóa", "khoá", "đã", "được", "là", "và", "để", "trong", "do", "có", "quy", "ban",
    "nhằm", "đối", "với", "theo", "tại", "từ", "ra", "cho", "nêu", "chỉ", "sẽ", "cũng", "đến", "mà", "thì", "hay",
    "hoặc", "sửa", "như", "này",
];
