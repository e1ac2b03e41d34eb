//! Bytes of values with commas, semicolons or tabs between them (.csv, .tsv) -> a line for each row, by RFC 4180.

use super::content::Content;
use super::encoding::decode;
use super::limits::Limits;
use super::sheet::CELL_GAP;
use super::unreadable::Unreadable;

/// What may stand between values, the likeliest first.
const GAPS: [char; 4] = [',', ';', '\t', '|'];

/// The first line of some files, which tells what stands between the values of the others.
const TOLD: &str = "sep=";

/// Rows that are looked at to tell what stands between values.
const SAMPLE_ROWS: usize = 50;

/// Reads values.
pub(super) fn parse(bytes: Vec<u8>, _: &Limits) -> Result<Content, Unreadable> {
    let decoded = decode(bytes, None)?.repaired();
    let decision = Some(decoded.decision);
    Ok(Content { text: lines(&decoded.text), notices: decoded.notices, decision, ..Content::default() })
}

fn lines(text: &str) -> String {
    let text = text.trim_start_matches('\u{FEFF}');
    let (gap, text) = match text.get(..TOLD.len()).filter(|start| start.eq_ignore_ascii_case(TOLD)) {
        Some(start) => {
            let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
            (line[start.len()..].chars().next().unwrap_or(','), rest)
        }
        None => (gap_of(text), text),
    };
    let mut out = String::with_capacity(text.len());
    let mut is_first = true;
    for value in Values::of(text, gap) {
        if !value.text.is_empty() {
            out.push_str(if std::mem::take(&mut is_first) { "" } else { CELL_GAP });
            out.push_str(&value.text);
        }
        if value.ends_row {
            out.push('\n');
            is_first = true;
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// What stands between the values: what as many rows as possible have as often as the first.
fn gap_of(text: &str) -> char {
    let fit = |gap: char| {
        let mut counts = Vec::new();
        let mut count = 0_usize;
        for value in Values::of(text, gap) {
            count += 1;
            if value.ends_row {
                counts.push(std::mem::take(&mut count));
            }
            if counts.len() >= SAMPLE_ROWS {
                break;
            }
        }
        let first = counts.first().copied().unwrap_or(0);
        if first < 2 { (0, 0) } else { (counts.iter().filter(|count| **count == first).count(), first) }
    };
    let best = GAPS.into_iter().rev().max_by_key(|gap| fit(*gap));
    best.unwrap_or(GAPS[0])
}

/// A value, its blanks as one.
struct Value {
    text: String,
    ends_row: bool,
}

/// The values of a text, in order.
struct Values<'t> {
    rest: &'t str,
    gap: char,
    is_done: bool,
}

impl<'t> Values<'t> {
    fn of(rest: &'t str, gap: char) -> Self {
        Self { rest, gap, is_done: rest.is_empty() }
    }
}

impl Iterator for Values<'_> {
    type Item = Value;

    fn next(&mut self) -> Option<Value> {
        if self.is_done {
            return None;
        }
        let mut text = String::new();
        let quoted = self.rest.strip_prefix('"').and_then(|inner| unquoted(inner, self.gap));
        if let Some((value, rest)) = quoted {
            text = value;
            self.rest = rest;
        }
        let end = self.rest.find([self.gap, '\n']).unwrap_or(self.rest.len());
        text.push_str(&self.rest[..end]);
        let mark = self.rest[end..].chars().next();
        self.rest = &self.rest[end + mark.map_or(0, char::len_utf8)..];
        self.is_done = mark.is_none() || (mark == Some('\n') && self.rest.is_empty());
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Value { text, ends_row: mark != Some(self.gap) })
    }
}

/// The value up to its closing quote, and what stands behind that; nothing if none closes it before a gap or a line end.
fn unquoted(inner: &str, gap: char) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut rest = inner;
    loop {
        let (before, behind) = rest.split_once('"')?;
        value.push_str(before);
        match behind.strip_prefix('"') {
            Some(more) => {
                value.push('"');
                rest = more;
            }
            None if behind.is_empty() || behind.starts_with([gap, '\n']) => return Some((value, behind)),
            None => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_told_apart() {
        let check = |text: &str, expected: &str| {
            let content = parse(text.as_bytes().to_vec(), &Limits::default()).unwrap();
            assert_eq!(content.text, expected, "{text}");
        };
        check("", "");
        check("a", "a");
        check("STT,Họ tên,Ngày sinh\r\n1,An,02/09/1945\r\n", "STT | Họ tên | Ngày sinh\n1 | An | 02/09/1945");
        check("STT;Lương\n1;1.234,5\n2;5,5", "STT | Lương\n1 | 1.234,5\n2 | 5,5");
        check("a\tb, c\td\ne\tf\tg", "a | b, c | d\ne | f | g");
        check("\"a, b\",\"c \"\"d\"\"\",\"e\nf\"\n1,2,3", "a, b | c \"d\" | e f\n1 | 2 | 3");
        check("sep=;\na;b,c", "a | b,c");
        check("a,,b\n,,\nc,,", "a | b\n\nc");
        check("5\" ống,2\n\"mở,3", "5\" ống | 2\n\"mở | 3");
        check("Một câu, không phải bảng.\nCâu hai.", "Một câu | không phải bảng.\nCâu hai.");
    }

    #[test]
    fn old_encodings_are_read() {
        let bytes = b"H\xE4 t\xAAn,Qu\xAA\nNguy\xD4n V\xA8n An,\xA7\xE5ng Anh".to_vec();
        let content = parse(bytes, &Limits::default()).unwrap();
        assert!(content.text.starts_with("Họ tên | Quê\nNguyễn Văn An | Đồng Anh"), "{}", content.text);
    }
}
