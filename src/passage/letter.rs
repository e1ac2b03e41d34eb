//! Characters to what the cutter asks of them: base letter, case; NFC and NFD answer alike.

use crate::text::{closes_bracket, closes_quote, plain};

/// The rest of `text` after the folded words of `prefix`, if it starts with
/// them; runs of white space count as one blank, and a word must end there.
pub(super) fn after_folded<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let mut chars = text.char_indices().peekable();
    for wanted in prefix.chars() {
        let found = chars.find_map(|(_, c)| plain(c))?;
        if wanted == ' ' {
            if !found.is_whitespace() {
                return None;
            }
            while chars.next_if(|&(_, c)| c.is_whitespace()).is_some() {}
        } else if found != wanted {
            return None;
        }
    }
    while chars.next_if(|&(_, c)| plain(c).is_none()).is_some() {}
    match chars.peek() {
        Some(&(_, c)) if c.is_alphanumeric() => None,
        Some(&(at, _)) => Some(&text[at..]),
        None => Some(""),
    }
}

/// `text` folded, its runs of white space as one blank each.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().filter_map(plain) {
        if !c.is_whitespace() {
            folded.push(c);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded
}

/// Whether all letters of `text` are capitals, and at least two of them.
pub(super) fn is_capitals(text: &str) -> bool {
    let mut letters = 0;
    for c in text.chars() {
        if c.is_lowercase() {
            return false;
        }
        letters += u32::from(c.is_uppercase());
    }
    letters >= 2
}

/// `text` without blanks and Markdown emphasis, heading and quote marks around it.
pub(super) fn strip_markup(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '#' | '>'))
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '#'))
}

/// The last character before closing quotes, brackets and mark-up.
pub(super) fn last_char(text: &str) -> Option<char> {
    text.chars().rev().find(|&c| !is_closer(c) && !c.is_whitespace())
}

/// Whether `c` may stand between a sentence mark and the blank after it.
pub(super) fn is_closer(c: char) -> bool {
    closes_quote(c) || closes_bracket(c) || matches!(c, '*' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_folded_words() {
        for (text, words, rest) in [
            ("Điều 3. Tên", "dieu", Some(" 3. Tên")),
            ("ĐIÊ\u{300}U 3", "dieu", Some(" 3")),
            ("Điềuu 3", "dieu", None),
            ("Độc  lập", "doc lap", Some("")),
            ("Độc", "doc lap", None),
        ] {
            assert_eq!(after_folded(text, words), rest, "{text}");
        }
        assert_eq!(folded("ĐỘC  lâ\u{323}p\n- Tự"), "doc lap - tu");
    }

    #[test]
    fn sees_capitals() {
        assert!(is_capitals("ĐỀ CƯƠNG (1946–1954)"));
        assert!(!is_capitals("ĐỀ CƯƠNG của"));
        assert!(!is_capitals("A. 12"));
    }
}
