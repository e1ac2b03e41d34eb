//! Text before a number to what stands there: the words of a type, `số`, a verb of issuing.

use super::tables::{LAST_WORDS, MAX_WORDS, TYPES, TypeWords, may_be_last};
use super::words::{Room, Words};
use crate::text::{Class, class, is_dash, is_invisible, is_letter_or_digit};

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

/// Reads what stands before byte `start`.
pub(super) fn read(text: &str, start: usize, room: &mut Room) -> Before {
    let mut before = Before { start, kind: None, capital: false, so: false, head: false, line_end: false, form: false };
    let mut words = Words::before(text, start, REACH, room);
    let mut behind = start;
    // the word that the type ends in
    let mut stem = 0;
    if matches!(words.exact(0), Some("số" | "sô" | "no")) {
        let Some(last) = words.range(0) else { return before };
        let Some(gap) = gap(&text[last.end..start], true) else { return before };
        (before.so, before.line_end, before.start) = (true, gap.line_end, last.start);
        before.head = starts_line(&text[..last.start]) && text[last.start..].starts_with(['S', 's']);
        (stem, behind) = (1, last.start);
    }
    let Some(gap) = words.range(stem).and_then(|last| gap(&text[last.end..behind], false)) else { return before };
    let word = words.exact(stem).unwrap_or_default();
    before.form =
        matches!(word, "mẫu" | "biểu" | "lục" | "bảng" | "qcvn" | "tcvn" | "qcđp" | "iso" | "đơn" | "quyển" | "trang");
    let longest = LAST_WORDS.get(word).copied().unwrap_or_default();
    for count in (1..=longest.min(MAX_WORDS)).rev() {
        let Some((kind, start)) = type_of(text, &mut words, stem, count) else { continue };
        before.kind = Some(kind);
        before.start = start;
        before.capital = text[before.start..].starts_with(char::is_uppercase);
        before.line_end |= gap.line_end;
        // `NGHỊ QUYẾT` in a line of its own, `Số: 17-NQ/TU` in the next
        before.head &= gap.line_end && starts_line(&text[..start]) && text[behind..].starts_with('S');
        before.form = false;
        break;
    }
    before
}

/// Whether the word before byte `start` can lead to a number: false spares most figures a closer look.
pub(super) fn may_lead(text: &str, start: usize, room: &mut Room) -> bool {
    let before = text[..start].trim_end_matches(|c: char| is_blank(c) || matches!(c, ':' | '.'));
    let rest = before.trim_end_matches(is_letter_or_digit);
    let word = &before[rest.len()..];
    // of a decomposed word only the end is seen
    if before.ends_with(is_mark) || rest.ends_with(is_mark) {
        return true;
    }
    let (Some(&first), Some(&last)) = (word.as_bytes().first(), word.as_bytes().last()) else { return false };
    if word.len() > 16 || !may_be_last(first, last) {
        return false;
    }
    let lower = &mut room.spare;
    lower.clear();
    lower.extend(word.chars().flat_map(char::to_lowercase));
    LAST_WORDS.contains(lower.as_str())
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && matches!(class(c), Class::Mark(_) | Class::Invisible)
}

/// The type that `count` words before the number name, the last of them word `last`, if nothing but
/// blanks stands between them; and where they start.
fn type_of(text: &str, words: &mut Words, last: usize, count: usize) -> Option<(TypeWords, usize)> {
    let first = words.range(last + count - 1)?;
    let key = words.phrase(last, count)?;
    let kind = *TYPES.get(key)?;
    let is_abbreviation = count == 1 && !matches!(key, "luật" | "lệnh");
    let mut behind = first.clone();
    for n in (last..last + count - 1).rev() {
        let word = words.range(n)?;
        let between = &text[behind.end..word.start];
        // `Sắc-lệnh`, as papers of 1945 to 1975 have it
        if between.strip_prefix(is_dash) != Some("") {
            gap(between, false)?;
        }
        behind = word;
    }
    let fits = !is_abbreviation || text[first.start..].starts_with(char::is_uppercase);
    fits.then_some((kind, first.start))
}

/// The title of a law whose number follows: `Bộ luật Lao động [số 45/2019/QH14]`: where it starts and its type.
pub(super) fn law_title(text: &str, start: usize, room: &mut Room) -> Option<(usize, TypeWords)> {
    let mut words = Words::before(text, start, TITLE_REACH, room);
    let mut behind = start;
    for n in 0..TITLE_WORDS {
        let word = words.range(n)?;
        if is_parted(&text[word.end..behind]) || begins_with_digit(&text[word.start..]) {
            return None;
        }
        behind = word.start;
        if !words.is_capital(n) && words.exact(n) != Some("luật") {
            continue;
        }
        let is = |words: &mut Words, n: usize, word: &str| words.exact(n) == Some(word);
        let (start, title) = if is(&mut words, n, "luật") && is(&mut words, n + 1, "bộ") {
            (words.range(n + 1)?.start, "bộ luật")
        } else if is(&mut words, n, "luật") && words.is_capital(n) {
            (word.start, "luật")
        } else if n > 0 && is(&mut words, n, "pháp") && is(&mut words, n - 1, "lệnh") {
            (word.start, "pháp lệnh")
        } else {
            continue;
        };
        return Some((start, TYPES.get(title).copied()?));
    }
    None
}

/// The words of the type of a symbol, where others stand between them and `số`: `Báo cáo giải trình,
/// tiếp thu [số 492/BC-UBND]`: where they start and the type.
pub(super) fn distant_type(text: &str, start: usize, kind: &str, room: &mut Room) -> Option<(usize, TypeWords)> {
    let mut words = Words::before(text, start, REACH, room);
    let mut behind = start;
    for n in 0..DISTANT_WORDS {
        let word = words.range(n)?;
        let between = &text[word.end..behind];
        if is_parted(between) || between.contains('|') || begins_with_digit(&text[word.start..]) {
            return None;
        }
        behind = word.start;
        if !words.is_capital(n) {
            continue;
        }
        // an abbreviation is part of another number
        let mut longest = (2..=MAX_WORDS.min(n + 1)).rev();
        if let Some((found, _)) = longest.find_map(|count| type_of(text, &mut words, n + 1 - count, count)) {
            return (found.abbreviation == kind).then_some((word.start, found));
        }
    }
    None
}

/// Whether signs stand between two words that part sentences.
fn is_parted(between: &str) -> bool {
    between.contains(['.', ';', ':', '(', ')', '?', '!'])
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a verb of issuing stands directly before the mention: `ban hành [Kế hoạch số 142]`.
pub(super) fn is_issued(text: &str, start: usize, room: &mut Room) -> bool {
    let mut words = Words::before(text, start, REACH, room);
    let mut behind = start;
    let mut n = 0;
    let mut joined = |words: &mut Words, n: usize| {
        let word = words.range(n).filter(|word| gap(&text[word.end..behind], false).is_some())?;
        behind = word.start;
        Some(())
    };
    while joined(&mut words, n).is_some() {
        let word = words.exact(n).unwrap_or_default();
        match word {
            "các" | "những" | "một" | "bản" => n += 1,
            _ if begins_with_digit(word) => n += 1,
            "ra" | "kí" | "có" => return true,
            "hành" => return joined(&mut words, n + 1).is_some() && words.exact(n + 1) == Some("ban"),
            "qua" => return joined(&mut words, n + 1).is_some() && words.exact(n + 1) == Some("thông"),
            _ => return false,
        }
    }
    false
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
    c.is_whitespace() || matches!(c, '*' | '_') || is_invisible(c)
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
