//! Text before a number to what stands there: the words of a type, `số`, a verb of issuing.

use super::tables::{LAST_WORDS, MAX_WORDS, TYPES, TypeWords};
use crate::analysis::Analysis;

/// What stands directly before a number.
#[derive(Clone, Debug)]
pub(super) struct Before {
    /// Where the mention starts: at the type, else at `số`, else at the number.
    pub start: usize,
    pub kind: Option<TypeWords>,
    /// Whether the type starts with a capital.
    pub capital: bool,
    pub so: bool,
    /// `Số:` where a line, or a column of it, starts.
    pub head: bool,
    /// Whether a line end stands between the type and the number.
    pub line_end: bool,
    /// `Mẫu số 01/ĐKTĐ`, `QCVN 01/BYT`: forms and standards.
    pub form: bool,
}

/// How far before a number its type is looked for.
const REACH: usize = 96;

/// How far before a law's number its title may start.
const TITLE_REACH: usize = 240;

/// Most words of a law's title.
const TITLE_WORDS: usize = 30;

/// Most words from that of a type to `số`.
const DISTANT_WORDS: usize = 8;

struct Word<'a> {
    start: usize,
    end: usize,
    exact: &'a str,
}

/// Reads what stands before byte `start`.
pub(super) fn read(text: &str, start: usize, scratch: &mut Analysis) -> Before {
    let mut before = Before { start, kind: None, capital: false, so: false, head: false, line_end: false, form: false };
    let Some(words) = words_before(text, start, REACH, scratch) else { return before };
    let mut words = words.as_slice();
    let mut behind = start;
    if let Some((last, rest)) = words.split_last().filter(|(last, _)| matches!(last.exact, "số" | "sô" | "no")) {
        let Some(gap) = gap(&text[last.end..start], true) else { return before };
        (before.so, before.line_end, before.start) = (true, gap.line_end, last.start);
        before.head = starts_line(&text[..last.start]) && text[last.start..].starts_with(['S', 's']);
        (words, behind) = (rest, last.start);
    }
    let Some(gap) = words.last().and_then(|last| gap(&text[last.end..behind], false)) else { return before };
    let stem = words.last().map_or("", |last| last.exact);
    before.form =
        matches!(stem, "mẫu" | "biểu" | "lục" | "bảng" | "qcvn" | "tcvn" | "qcđp" | "iso" | "đơn" | "quyển" | "trang");
    for count in (1..=MAX_WORDS.min(words.len())).rev() {
        let candidate = &words[words.len() - count..];
        let Some(kind) = type_of(text, candidate) else { continue };
        before.kind = Some(kind);
        before.start = candidate[0].start;
        before.capital = text[before.start..].starts_with(char::is_uppercase);
        before.line_end |= gap.line_end;
        (before.head, before.form) = (false, false);
        break;
    }
    before
}

/// Whether the word before byte `start` can lead to a number: false spares most figures a closer look.
pub(super) fn may_lead(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end_matches(|c: char| is_blank(c) || matches!(c, ':' | '.'));
    let word =
        before.len() - before.chars().rev().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
    let word = &before[word..];
    // of a decomposed word only the end is seen
    let whole = !before.ends_with(is_mark) && !before[..before.len() - word.len()].ends_with(is_mark);
    !whole || !word.is_empty() && word.len() <= 16 && LAST_WORDS.contains(word.to_lowercase().as_str())
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200D}' | '\u{AD}')
}

/// The type that these words name, if nothing but blanks stands between them.
fn type_of(text: &str, words: &[Word]) -> Option<TypeWords> {
    let mut key = String::with_capacity(32);
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word.exact);
    }
    let kind = *TYPES.get(key.as_str())?;
    let joined = words.windows(2).all(|pair| gap(&text[pair[0].end..pair[1].start], false).is_some());
    let is_abbreviation = words.len() == 1 && !matches!(key.as_str(), "luật" | "lệnh");
    let written = &text[words[0].start..words[0].end];
    (joined && (!is_abbreviation || written.starts_with(char::is_uppercase))).then_some(kind)
}

/// The title of a law whose number follows: `Bộ luật Lao động [số 45/2019/QH14]`: where it starts and its type.
pub(super) fn law_title(text: &str, start: usize, scratch: &mut Analysis) -> Option<(usize, TypeWords)> {
    let words = words_before(text, start, TITLE_REACH, scratch)?;
    let mut behind = start;
    for (n, word) in words.iter().enumerate().rev().take(TITLE_WORDS) {
        let parts_words = |c: char| matches!(c, '.' | ';' | ':' | '(' | ')' | '?' | '!');
        if text[word.end..behind].contains(parts_words) || word.exact.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        behind = word.start;
        if !text[word.start..].starts_with(char::is_uppercase) && word.exact != "luật" {
            continue;
        }
        let both = n.checked_sub(1).map(|before| format!("{} {}", words[before].exact, word.exact));
        match (word.exact, both.as_deref()) {
            ("luật", Some("bộ luật")) => return Some((words[n - 1].start, TYPES.get("bộ luật").copied()?)),
            ("luật", _) if text[word.start..].starts_with('L') => {
                return Some((word.start, TYPES.get("luật").copied()?));
            }
            ("pháp", _) if words.get(n + 1).is_some_and(|next| next.exact == "lệnh") => {
                return Some((word.start, TYPES.get("pháp lệnh").copied()?));
            }
            _ => {}
        }
    }
    None
}

/// The words of the type of a symbol, where others stand between them and `số`: `Báo cáo giải trình,
/// tiếp thu [số 492/BC-UBND]`: where they start and the type.
pub(super) fn distant_type(text: &str, start: usize, kind: &str, scratch: &mut Analysis) -> Option<(usize, TypeWords)> {
    let words = words_before(text, start, REACH, scratch)?;
    let mut behind = start;
    for (n, word) in words.iter().enumerate().rev().take(DISTANT_WORDS) {
        let parts_words = |c: char| matches!(c, '.' | ';' | ':' | '(' | ')' | '?' | '!' | '|');
        if text[word.end..behind].contains(parts_words) || word.exact.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        behind = word.start;
        // an abbreviation is part of another number
        let longest = (2..=MAX_WORDS.min(words.len() - n)).rev();
        let found = longest.filter_map(|count| type_of(text, &words[n..n + count])).next();
        if let Some(found) = found.filter(|_| text[word.start..].starts_with(char::is_uppercase)) {
            return (found.abbreviation == kind).then_some((word.start, found));
        }
    }
    None
}

/// Whether a verb of issuing stands directly before the mention: `ban hành [Kế hoạch số 142]`.
pub(super) fn is_issued(text: &str, start: usize, scratch: &mut Analysis) -> bool {
    let Some(words) = words_before(text, start, REACH, scratch) else { return false };
    let mut behind = start;
    let mut verb = Vec::with_capacity(2);
    for word in words.iter().rev() {
        if gap(&text[word.end..behind], false).is_none() {
            break;
        }
        behind = word.start;
        let counts = matches!(word.exact, "các" | "những" | "một" | "bản")
            || word.exact.starts_with(|c: char| c.is_ascii_digit());
        if verb.is_empty() && counts {
            continue;
        }
        verb.push(word.exact);
        if verb.len() == 2 {
            break;
        }
    }
    matches!(verb.as_slice(), ["hành", "ban"] | ["qua", "thông"] | ["ra" | "ký" | "có", ..])
}

/// The words of the last `reach` bytes before `start`.
fn words_before<'a>(text: &str, start: usize, reach: usize, scratch: &'a mut Analysis) -> Option<Vec<Word<'a>>> {
    let mut from = start.saturating_sub(reach);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    // a word cut in two says nothing
    if from > 0 {
        from += text[from..start].find(|c: char| !c.is_alphanumeric())?;
    }
    scratch.read(&text[from..start]);
    let scratch: &'a Analysis = scratch;
    Some(
        scratch
            .words()
            .map(|word| Word { start: from + word.start, end: from + word.end, exact: word.exact })
            .collect(),
    )
}

struct Gap {
    line_end: bool,
}

/// What may stand between the words of a mention: blanks, marks of emphasis, one line end.
fn gap(between: &str, colon: bool) -> Option<Gap> {
    let mut gap = Gap { line_end: false };
    for c in between.chars() {
        match c {
            '\n' if gap.line_end => return None,
            '\n' => gap.line_end = true,
            _ if is_blank(c) => {}
            ':' | '.' if colon => {}
            _ => return None,
        }
    }
    Some(gap)
}

/// A blank, a mark of emphasis, or what is not seen.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_' | '\u{200B}'..='\u{200D}' | '\u{AD}' | '\u{FEFF}')
}

/// Whether a line, or a column of a table, starts behind `before`.
fn starts_line(before: &str) -> bool {
    let mut blanks = 0;
    for c in before.chars().rev() {
        match c {
            '\n' | '|' | '\t' => return true,
            ' ' | '\u{A0}' if blanks == 2 => return true,
            ' ' | '\u{A0}' => blanks += 1,
            '*' | '_' | '#' | '>' | '\r' | '\u{FEFF}' => {}
            _ => return false,
        }
    }
    true
}
