//! The first characters of a line to its mark: what kind of line they announce.

use super::letter;
use crate::text::{closes_quote, is_bullet, is_dash, opens_quote, plain};

/// What a line starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A capital, a digit, a quote: nothing special.
    Plain,
    /// A lower-case letter: the rest of a sentence.
    Lower,
    /// `.`, `,`, `;`, `)`: the end of what stands above.
    Tail,
    /// `-`, `+`, `•`.
    Bullet,
    /// `1.`, `2.1.`, `IV.`, `a)`, `(1)`.
    Item,
    /// `Điều 3`, `Chương II`, `Phần thứ nhất`.
    Keyword,
    /// `#` of Markdown.
    Hash,
    /// `|`: a row or a cell of a table.
    Table,
    /// A line of dashes, underscores or stars.
    Rule,
    /// U+FFFD, `[1]`, `[^1]:`: perhaps a footnote.
    Note,
}

/// Words that, with a number, head a part of a paper (folded), and their rank.
const KEYWORDS: [(&str, u8); 12] = [
    ("phan", 10),
    ("part", 10),
    ("chuong", 11),
    ("chapter", 11),
    ("phu luc", 10),
    ("appendix", 10),
    ("muc", 12),
    ("section", 12),
    ("tieu muc", 13),
    ("dieu", 18),
    ("article", 18),
    ("bai", 11),
];

/// The numbers after `thứ` (folded).
const ORDINALS: [&str; 10] = ["nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"];

/// The mark of a line without blanks around it.
pub(super) fn of(line: &str) -> Mark {
    let bytes = line.as_bytes();
    match bytes.first() {
        None => return Mark::Plain,
        Some(b'|') => return Mark::Table,
        Some(b'#') if line.trim_start_matches('#').starts_with(' ') => return Mark::Hash,
        Some(b'-' | b'_' | b'*' | b'=') if is_rule(line) => return Mark::Rule,
        Some(b'-' | b'+') => return Mark::Bullet,
        Some(b'*') if bytes.get(1) == Some(&b' ') => return Mark::Bullet,
        Some(b'.' | b',' | b';' | b')' | b']' | b'!' | b'?' | b'%') => return Mark::Tail,
        Some(b'[') if note_number(line).is_some() => return Mark::Note,
        _ => {}
    }
    let body = letter::strip_markup(line);
    let Some(first) = body.chars().next() else {
        return Mark::Rule;
    };
    match first {
        '\u{fffd}' => Mark::Note,
        '…' => Mark::Tail,
        _ if closes_quote(first) && !opens_quote(first) => Mark::Tail,
        _ if is_dash(first) || is_bullet(first) => Mark::Bullet,
        _ if item(body).is_some() => Mark::Item,
        _ if keyword(body).is_some() => Mark::Keyword,
        c if c.is_lowercase() => Mark::Lower,
        _ => Mark::Plain,
    }
}

fn is_rule(line: &str) -> bool {
    line.len() >= 3 && line.bytes().all(|byte| matches!(byte, b'-' | b'_' | b'*' | b'=' | b' '))
}

/// How an item is numbered, from the outside in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbering {
    /// `A.`
    Letter,
    /// `IV.`
    Roman,
    /// `3.`, with its value.
    Number(u32),
    /// `2.1.`, with its depth of 2 or more.
    Decimal(u8),
    /// `a)`, `(1)`, `đ.`: an item, never a heading.
    Inner,
}

/// The numbering at the start of `text`, and the text after it.
pub(super) fn item(text: &str) -> Option<(Numbering, &str)> {
    let bytes = text.as_bytes();
    match bytes.first()? {
        b'(' => {
            let close = bytes.iter().take(6).position(|&byte| byte == b')')?;
            let label = &text[1..close];
            let short = label.chars().count() == 1 || label.bytes().all(|b| b.is_ascii_digit());
            (short && !label.is_empty()).then(|| (Numbering::Inner, text[close + 1..].trim_start()))
        }
        b'0'..=b'9' => number(text),
        _ => {
            let end = text.char_indices().take(8).find(|(_, c)| matches!(c, '.' | ')' | '/' | ' '))?;
            let label = &text[..end.0];
            let rest = &text[end.0..];
            let dashed = rest.trim_start().strip_prefix(is_dash).filter(|_| is_roman(label));
            let rest = match end.1 {
                ' ' => dashed?,
                _ => &rest[1..],
            };
            let apart = rest.starts_with(char::is_whitespace) || rest.starts_with('*');
            let first = label.chars().next()?;
            let kind = match end.1 {
                ')' if label.chars().count() == 1 => Numbering::Inner,
                ')' => return None,
                _ if is_roman(label) => Numbering::Roman,
                _ if label.len() == 1 && first.is_ascii_uppercase() => Numbering::Letter,
                _ if matches!(label, "a" | "b" | "c" | "d" | "đ" | "e" | "g" | "h" | "i" | "k") => Numbering::Inner,
                _ => return None,
            };
            apart.then(|| (kind, rest.trim_start()))
        }
    }
}

fn number(text: &str) -> Option<(Numbering, &str)> {
    let bytes = text.as_bytes();
    let (mut at, mut depth, mut value) = (0, 0u8, 0);
    loop {
        let digits = bytes[at..].iter().take(4).take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 {
            break;
        }
        if digits > 3 || depth > 0 && digits > 2 {
            return None;
        }
        value = text[at..at + digits].parse().ok()?;
        depth = depth.saturating_add(1);
        at += digits;
        if bytes.get(at) != Some(&b'.') {
            break;
        }
        at += 1;
    }
    let closed = bytes[at - 1] == b'.';
    let rest = match bytes.get(at) {
        Some(b')' | b'/') if !closed && depth == 1 => &text[at + 1..],
        _ if closed || depth > 1 => &text[at..],
        _ => return None,
    };
    let kind = match depth {
        1 if bytes.get(at) == Some(&b')') => Numbering::Inner,
        1 => Numbering::Number(value),
        _ => Numbering::Decimal(depth),
    };
    let after = rest.trim_start();
    let apart = after.len() < rest.len() || rest.starts_with('*');
    let sure = closed || matches!(kind, Numbering::Inner | Numbering::Number(_));
    (apart && (sure || after.starts_with(char::is_uppercase))).then_some((kind, after))
}

/// Whether `label` is a roman number of a heading: I to XXXIX.
fn is_roman(label: &str) -> bool {
    let tens = label.trim_start_matches('X');
    label.len() - tens.len() <= 3
        && !label.is_empty()
        && matches!(tens, "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX")
}

/// A heading word with its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Keyword<'a> {
    /// Smaller is further out.
    pub rank: u8,
    /// `Điều 3`, without what follows.
    pub label: &'a str,
    /// The title after the number and its mark; empty if there is none.
    pub title: &'a str,
}

/// The heading word at the start of `text`, if its number ends there or is
/// followed by a mark or by capitals: `Điều 5 của Luật` is running text.
pub(super) fn keyword(text: &str) -> Option<Keyword<'_>> {
    let (after, rank) = heading_word(text)?;
    let after = after.trim_start();
    let digits = after.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(after.len());
    let label = &after[..digits];
    let whole = !after[digits..].starts_with(char::is_alphanumeric);
    let numbered = whole
        && !label.is_empty()
        && (is_roman(label) || label.as_bytes()[0].is_ascii_digit() || label.len() == 1 && rank < 18);
    let rest = if numbered {
        &after[digits..]
    } else {
        let after = letter::after_folded(after, "thu")?.trim_start();
        ORDINALS.iter().find_map(|word| letter::after_folded(after, word))?
    };
    let label = text[..text.len() - rest.len()].trim_end();
    let bare = rest.trim_start_matches(['*', '_', ' ']);
    let title = bare.strip_prefix(|c| matches!(c, '.' | ':' | '/') || is_dash(c));
    let heading = match title {
        Some(title) => !title.starts_with(|c: char| c.is_ascii_digit()),
        None => bare.is_empty() || bare.starts_with('\n') || letter::is_capitals(bare),
    };
    heading.then(|| Keyword { rank, label, title: title.unwrap_or(bare).trim() })
}

/// Whether a line is a heading word alone, its number being on the next line.
pub(super) fn is_keyword_alone(line: &str) -> bool {
    line.len() < 24 && heading_word(letter::strip_markup(line)).is_some_and(|(after, _)| after.trim().is_empty())
}

fn heading_word(text: &str) -> Option<(&str, u8)> {
    let first = text.chars().next()?;
    if !first.is_uppercase() {
        return None;
    }
    let first = u8::try_from(plain(first)?).ok()?;
    let mut words = KEYWORDS.iter().filter(|(word, _)| word.as_bytes()[0] == first);
    let (rest, rank) = words.find_map(|&(word, rank)| Some((letter::after_folded(text, word)?, rank)))?;
    // `Mức 1:` is no `Mục 1:`.
    let word = &text[..text.len() - rest.len()];
    let level = rank == 12 && word.len() < 7 && !word.contains(['ụ', 'Ụ', '\u{323}']);
    (!level).then_some((rest, rank))
}

/// The number of a footnote mark `[1]` or `[^1]:` at the start of a line, and
/// the bytes it takes.
pub(super) fn note_number(text: &str) -> Option<(u32, usize)> {
    let inner = text.strip_prefix('[')?;
    let inner = inner.strip_prefix('^').unwrap_or(inner);
    let digits = inner.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let value = inner.get(..digits)?.parse().ok()?;
    inner[digits..].starts_with(']').then(|| (value, text.len() - inner.len() + digits + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_lines() {
        for (line, expected) in [
            ("- Đổi mới", Mark::Bullet),
            ("-----", Mark::Rule),
            ("** **", Mark::Rule),
            (". Đồng chí", Mark::Tail),
            ("...", Mark::Tail),
            ("thành viên", Mark::Lower),
            ("được", Mark::Lower),
            ("đ) Tổ chức", Mark::Item),
            ("2.1. Mục tiêu", Mark::Item),
            ("12/2020/NĐ-CP ngày", Mark::Plain),
            ("2024. Sau đó", Mark::Plain),
            ("1.200 đồng", Mark::Plain),
            ("IV. KẾT LUẬN", Mark::Item),
            ("V/v tổ chức", Mark::Plain),
            ("**Điều 3.** Tên", Mark::Keyword),
            ("Điều 3 của Luật này", Mark::Plain),
            ("ĐIÊ\u{300}U 3. TÊN", Mark::Keyword),
            ("Phần thứ nhất", Mark::Keyword),
            ("\u{fffd} Ghi chú", Mark::Note),
            ("[12] Ghi chú", Mark::Note),
            ("| a | b |", Mark::Table),
            ("## Tên", Mark::Hash),
            ("(1) Việc đầu", Mark::Item),
            ("(BCH).", Mark::Plain),
        ] {
            assert_eq!(of(line), expected, "{line}");
        }
    }

    #[test]
    fn reads_keywords() {
        let read = |text| keyword(text).map(|found| (found.label, found.title));
        assert_eq!(read("Điều 12a. Tên gọi"), Some(("Điều 12a", "Tên gọi")));
        assert_eq!(read("Chương II QUY ĐỊNH CHUNG"), Some(("Chương II", "QUY ĐỊNH CHUNG")));
        assert_eq!(read("Chương II"), Some(("Chương II", "")));
        assert_eq!(read("Mục 3 Chương IV của Luật"), None);
        assert_eq!(read("Phần lớn công nhân"), None);
        assert_eq!(read("MỤC THỦ TỤC CHUNG"), None);
        assert_eq!(read("BÃI BỎ QUYẾT ĐỊNH"), None);
        assert_eq!(read("Mức 1: cao"), None);
        assert_eq!(read("Mục 1: Chung"), Some(("Mục 1", "Chung")));
    }
}
