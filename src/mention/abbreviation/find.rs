//! Text -> the definitions of abbreviations in it.

use super::mention::{AbbreviationMention, Definition};
use super::short::Short;
use super::words::{self, closed, is_defining};
use super::{initials, phrase};
use crate::mention::scan::position;

/// All definitions of abbreviations in `text`, in order.
///
/// `Liên đoàn Lao động (LĐLĐ)`, `LĐLĐ (Liên đoàn Lao động)`, `… (sau đây viết tắt là LĐLĐ)`, `LĐLĐ
/// là viết tắt của …`, and lists of `LĐLĐ: Liên đoàn Lao động` with a line for each.
pub fn find(text: &str) -> Vec<AbbreviationMention> {
    let mut mentions: Vec<AbbreviationMention> = Vec::new();
    let mut read = |definition: Option<Definition>| {
        let definition = definition.filter(Definition::is_longer)?;
        let end = definition.range.end;
        mentions.push(definition.mention(text));
        Some(end)
    };
    let mut free = read(read_line(text, 0, 0)).unwrap_or(0);
    let mut at = free;
    while let Some(anchor) = next_anchor(text.as_bytes(), at) {
        at = anchor + 1;
        let definition = match text.as_bytes()[anchor] {
            b'(' => read_bracket(text, anchor, free),
            b'\n' => read_line(text, at, free),
            _ if phrase::may_be_at(text, anchor) => phrase::read(text, anchor, free),
            _ => None,
        };
        if let Some(end) = read(definition) {
            at = at.max(end);
            free = end;
        }
    }
    mentions
}

/// The next bracket, line end, or last byte of an `ắ` before a `t` (that of `tắt`, composed or not).
fn next_anchor(bytes: &[u8], from: usize) -> Option<usize> {
    position(bytes, from, |byte, next| {
        (byte == b'(') | (byte == b'\n') | ((byte == 0xAF) | (byte == 0x81)) & (next == b't')
    })
}

/// The definition by the bracket that opens at byte `open`; nothing before byte `from` belongs to it.
fn read_bracket(text: &str, open: usize, from: usize) -> Option<Definition> {
    short_inside(text, open, from).or_else(|| long_inside(text, open, from))
}

fn short_inside(text: &str, open: usize, from: usize) -> Option<Definition> {
    let short = Short::first_of(text, open + 1)?;
    let end = closed(text, short.range.end)?;
    let long = initials::before(text, open, from, &short)?;
    Some(Definition { range: long.start..end, short: short.range, long })
}

fn long_inside(text: &str, open: usize, from: usize) -> Option<Definition> {
    let short = Short::last_of(text, open, from)?;
    let long = initials::behind(text, open + 1, &short)?;
    let end = closed(text, initials::skip_tail(text, long.end))?;
    Some(Definition { range: short.range.start..end, short: short.range, long })
}

/// The definition that fills the line at byte `start`: `- BCH: Ban Chấp hành;`
fn read_line(text: &str, start: usize, from: usize) -> Option<Definition> {
    if start < from {
        return None;
    }
    let first = words::skip_bullet(text, start);
    if !text[first..].starts_with(|c: char| c.is_uppercase() || words::is_quote(c)) {
        return None;
    }
    let range = Short::range_at(text, first);
    let rest = &text[range.end..];
    let sign = rest.trim_start_matches(['*', ' ', '\u{A0}', '\t']);
    let tab = rest.starts_with('\t') && !sign.starts_with(is_defining);
    let long_at = text.len() - if tab { sign.len() } else { sign.strip_prefix(is_defining)?.len() };
    let short = Short::of(text, range)?;
    let long = initials::behind(text, long_at, &short)?;
    let after = text[long.end..].trim_start_matches([' ', '\u{A0}', '.', ';', ',', '|', '*', '\t', '\r']);
    let fills = after.is_empty() || after.starts_with('\n');
    let range = short.range.start..long.end;
    fills.then_some(Definition { range, short: short.range, long })
}
