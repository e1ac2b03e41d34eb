//! A short line to what it may be: title, name, signature, date; nothing looks at its neighbors.

use super::letter;
use super::mark;

/// Longer titles are cut off at a blank.
const MAX_TITLE_CHARS: usize = 200;

/// Whether all of the block is bold, once.
pub(super) fn is_bold(slice: &str) -> bool {
    slice
        .strip_prefix("**")
        .and_then(|rest| rest.trim_end_matches(' ').strip_suffix("**"))
        .is_some_and(|inner| !inner.replace("****", "").contains("**"))
}

/// Whether capitals are a title and no formula, list or telephone number.
pub(super) fn is_capital_title(body: &str) -> bool {
    let digits = body.bytes().filter(u8::is_ascii_digit).count();
    letter::is_capitals(body)
        && !body.ends_with([',', ';', '-', '+', '='])
        && body.chars().filter(|c| c.is_alphabetic()).count() > digits.max(3)
}

/// Whether the line opens a signature: `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.`.
pub(super) fn is_signature(body: &str) -> bool {
    let (word, rest) = body.split_once(['.', '/', ' ']).unwrap_or((body, ""));
    matches!(word, "TM" | "T" | "KT" | "TL" | "TUQ" | "Q") && !rest.is_empty()
}

/// Whether a line of capitals names an office: it issues or signs the paper.
pub(super) fn is_office(body: &str) -> bool {
    const OFFICES: [&str; 18] = [
        "chu tich",
        "pho chu tich",
        "bo truong",
        "thu truong",
        "thu tuong",
        "cuc truong",
        "truong ban",
        "pho truong ban",
        "giam doc",
        "tong giam doc",
        "tong cuc truong",
        "bi thu",
        "thu ky",
        "ban thuong vu",
        "ban chap hanh",
        "hoi dong nhan dan",
        "uy ban nhan dan",
        "thong doc",
    ];
    OFFICES.iter().any(|word| letter::after_folded(body, word).is_some())
}

/// Whether the block looks like a person's name: two to six capitalized
/// syllables that are not all capitals.
pub(super) fn is_name(body: &str) -> bool {
    let mut count = 0;
    for word in body.split_whitespace() {
        count += 1;
        if count > 6 || !word.starts_with(char::is_uppercase) || !word.ends_with(char::is_alphabetic) {
            return false;
        }
    }
    count >= 2 && !letter::is_capitals(body)
}

/// Whether a short line is a date, a source, an author or the name of a picture.
pub(super) fn is_dateline(body: &str) -> bool {
    const WORDS: [&str; 12] =
        ["can cu", "ngay", "anh", "nguon", "photo", "source", "tac gia", "theo", "by", "tin", "cap nhat", "bai"];
    WORDS.iter().any(|word| letter::after_folded(body, word).is_some())
        || body.contains(" ngày ") && body.contains(',')
        || body.contains("//")
}

/// A title: one line, without mark-up, not too long.
pub(super) fn clean(slice: &str) -> String {
    let mut title = String::with_capacity(slice.len().min(4 * MAX_TITLE_CHARS));
    let mut chars = 0;
    for word in letter::strip_markup(slice).split_whitespace() {
        let word = word.trim_matches('*');
        let width = word.chars().count() + 1;
        if chars + width > MAX_TITLE_CHARS && chars > 0 {
            break;
        }
        let note = mark::note_number(word).is_some_and(|(_, end)| end == word.len());
        if note || word.bytes().all(|byte| byte == b'|') {
            continue;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.extend(word.chars().take(MAX_TITLE_CHARS));
        chars += width;
    }
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_lines_apart() {
        for (line, expected) in [
            ("Lê Văn Ba", "name"),
            ("LÊ VĂN BA", "capitals"),
            ("TM. BAN CHẤP HÀNH", "capitals signature"),
            ("CHỦ TỊCH", "capitals office"),
            ("Ngày 2/3/2021", "dateline"),
            ("N-NO3, H2S,", ""),
            ("**Tên đậm**", "bold"),
            ("**Tên** và **tên**", ""),
        ] {
            let found = [
                (is_name(line), "name"),
                (is_capital_title(line), "capitals"),
                (is_signature(line), "signature"),
                (is_office(line), "office"),
                (is_dateline(line), "dateline"),
                (is_bold(line), "bold"),
            ];
            let found: Vec<&str> = found.iter().filter(|f| f.0).map(|f| f.1).collect();
            assert_eq!(found.join(" "), expected, "{line}");
        }
    }

    #[test]
    fn cleans_titles() {
        for (slice, expected) in
            [("## **Chương\n  I** \n\n|\n**CHUNG** [13]", "Chương I CHUNG"), ("1. *Tên* gọi:", "1. Tên gọi:")]
        {
            assert_eq!(clean(slice), expected);
        }
        assert!(clean(&"từ ".repeat(100)).chars().count() <= MAX_TITLE_CHARS);
    }
}
