//! The head of a text to whether it is a draft, or a paper that only proposes: its number is left empty, it is called a
//! draft, or it is a submission (tờ trình).

use crate::mention::number::{NumberMention, Role};

/// How much of a text is its head, in bytes.
const HEAD: usize = 1500;

/// Longer lines of a head are no headings, in bytes.
const LINE: usize = 160;

/// Lines that begin so call the paper a draft, or one that proposes.
const HEADINGS: [&str; 6] =
    ["DỰ THẢO", "TỜ TRÌNH", "PHIẾU TRÌNH", "BẢN THUYẾT MINH", "BẢN SO SÁNH", "BÁO CÁO ĐÁNH GIÁ TÁC ĐỘNG"];

/// Lines that are this, or go on with the count of the draft.
const DRAFT: &str = "dự thảo";

/// Whether a text only proposes what it says of itself.
pub(super) fn proposes(text: &str, numbers: &[NumberMention]) -> bool {
    let head = numbers.iter().find(|mention| mention.role == Role::Head);
    if head.is_some_and(|mention| mention.number.kind.as_deref() == Some("TTr")) {
        return true;
    }
    let end = (0..=HEAD.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let lines = text[..end].lines().take_while(|line| !opens_body(line));
    lines.filter(|line| line.len() <= LINE).any(|line| is_heading(line) || head.is_none() && is_unnumbered(line))
}

/// Whether the body of a paper begins.
fn opens_body(line: &str) -> bool {
    let line = bare(line);
    ["Căn cứ", "Điều 1", "Theo đề nghị"].iter().any(|words| line.starts_with(words))
}

/// Whether a line calls the paper a draft.
fn is_heading(line: &str) -> bool {
    let line = bare(line);
    if HEADINGS.iter().any(|words| line.starts_with(words)) {
        return true;
    }
    if line.ends_with("DỰ THẢO") || line.to_lowercase() == "văn bản lấy ý kiến" {
        return true;
    }
    let small = line.to_lowercase();
    let rest = small.strip_prefix(DRAFT).map(str::trim);
    rest.is_some_and(|rest| {
        rest.is_empty() || rest.starts_with("lần") || rest.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a line is that of a number that is not given yet: `Số:      /QĐ-UBND`, `Số: ……/2026/QĐ-UBND`.
fn is_unnumbered(line: &str) -> bool {
    let line = bare(line);
    let Some(rest) = ["Số", "SỐ"].iter().find_map(|word| line.strip_prefix(word)) else { return false };
    let rest = rest.trim_start().strip_prefix(':').unwrap_or(rest);
    let symbol = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | '_' | '*' | '\\'));
    symbol.len() < rest.len()
        && symbol.strip_prefix('/').is_some_and(|symbol| symbol.starts_with(char::is_alphanumeric))
}

/// A line without the marks around it.
fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '#' | '(' | ')' | '[' | ']' | '|' | '>'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_say_so_in_their_head() {
        for (head, expected) in [
            ("DỰ THẢO\nSố: 5/2026/QĐ-UBND", true),
            ("**DỰ THẢO LẦN 2**\nNGHỊ ĐỊNH", true),
            ("(Dự thảo lần 3)\nQUYẾT ĐỊNH", true),
            ("Dự thảo 2\nQUYẾT ĐỊNH", true),
            ("UBND TỈNH LAI CHÂU\nSố:      /QĐ-UBND", true),
            ("UBND TỈNH LAI CHÂU\nSố: ……/2026/QĐ-UBND", true),
            ("UBND TỈNH LAI CHÂU\nSố: ..../TT-BTC", true),
            ("SỞ TÀI CHÍNH\nTỜ TRÌNH", true),
            ("UBND TỈNH LAI CHÂU\nSố: 5/QĐ-UBND", false),
            ("Số: \n5/QĐ-UBND", false),
            ("Dự thảo Nghị định đang được lấy ý kiến.", false),
            ("QUYẾT ĐỊNH\nCăn cứ Luật Giá;\nDỰ THẢO", false),
            ("", false),
        ] {
            assert_eq!(proposes(head, &[]), expected, "{head}");
        }
    }
}
