//! Bytes of Markdown -> its text as it stands and the lines that are headings.
//!
//! The markup stays, so that lines and columns are those of the file.

use super::content::Content;
use super::document::Heading;
use super::encoding::decode;
use super::limits::Limits;
use super::unreadable::Unreadable;

/// Reads Markdown.
pub(super) fn parse(bytes: Vec<u8>, _: &Limits) -> Result<Content, Unreadable> {
    let decoded = decode(bytes, None)?.repaired();
    Ok(Content {
        headings: headings(&decoded.text),
        text: decoded.text,
        notices: decoded.notices,
        decision: Some(decoded.decision),
        ..Content::default()
    })
}

/// A code fence: its character and how often it stands.
type Fence = (char, usize);

/// Finds `# Heading` and one line underlined with `===` or `---`, by the rules of CommonMark 0.31
/// §4.2 and §4.3, outside front matter and code fences.
fn headings(text: &str) -> Vec<Heading> {
    let mut headings = Vec::new();
    let mut fence: Option<Fence> = None;
    let mut paragraph_lines = 0;
    let front = front_matter_lines(text);
    for (index, line) in text.lines().enumerate().skip(front) {
        let line_number = index + 1;
        if let Some(open) = fence {
            if closes(open, line) {
                fence = None;
            }
            continue;
        }
        let lines_before = std::mem::take(&mut paragraph_lines);
        let Some(line) = outdented(line) else {
            // Indented text goes on with a paragraph, otherwise it is code.
            paragraph_lines = if lines_before > 0 { lines_before + 1 } else { 0 };
            continue;
        };
        if let Some(open) = fence_of(line) {
            fence = Some(open);
        } else if let Some(level) = hashes(line) {
            headings.push(Heading { line: line_number, level });
        } else if let (1, Some(level)) = (lines_before, underline(line)) {
            headings.push(Heading { line: index, level });
        } else if is_paragraph(line) {
            paragraph_lines = lines_before + 1;
        }
    }
    headings
}

fn front_matter_lines(text: &str) -> usize {
    let mut lines = text.lines().map(str::trim_end);
    if lines.next() != Some("---") {
        return 0;
    }
    lines.position(|line| line == "---" || line == "...").map_or(0, |position| position + 2)
}

/// The line without up to three spaces; `None` if more stand before it.
fn outdented(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(' ');
    (line.len() - rest.len() < 4 && !rest.starts_with('\t')).then_some(rest)
}

fn fence_of(line: &str) -> Option<Fence> {
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = line.trim_start_matches(mark);
    let count = line.len() - rest.len();
    (count >= 3 && !(mark == '`' && rest.contains('`'))).then_some((mark, count))
}

fn closes((mark, count): Fence, line: &str) -> bool {
    outdented(line).is_some_and(|line| {
        let rest = line.trim_start_matches(mark);
        line.len() - rest.len() >= count && rest.trim().is_empty()
    })
}

fn hashes(line: &str) -> Option<u8> {
    let rest = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - rest.len()).ok()?;
    let has_text = rest.starts_with([' ', '\t']) && !rest.trim_matches([' ', '\t', '#']).is_empty();
    ((1..=6).contains(&level) && has_text).then_some(level)
}

fn underline(line: &str) -> Option<u8> {
    let line = line.trim_end();
    let all = |mark| !line.is_empty() && line.chars().all(|c| c == mark);
    match () {
        () if all('=') => Some(1),
        () if all('-') => Some(2),
        () => None,
    }
}

/// Whether the line may be the text above an underline: no list, quote, table or rule.
fn is_paragraph(line: &str) -> bool {
    let is_rule = line.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | ' ' | '\t'));
    let after_digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered =
        after_digits.len() < line.len() && (after_digits.starts_with(". ") || after_digits.starts_with(") "));
    let opens_block = ["- ", "* ", "+ ", ">", "|"].iter().any(|mark| line.starts_with(mark));
    !(is_rule || is_numbered || opens_block)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_found_where_commonmark_has_them() {
        let check = |text: &str, expected: &[(usize, u8)]| {
            let got: Vec<_> = headings(text).iter().map(|h| (h.line, h.level)).collect();
            assert_eq!(got, expected, "{text:?}");
        };
        check("", &[]);
        check("# Chương I\n\n###### Điều 1\n####### no\n#no\n#\n## ##", &[(1, 1), (3, 6)]);
        check("   # A\n    # code\n\t# code\n#\tB", &[(1, 1), (4, 1)]);
        check("Chương I\n===\n\nMục 1\n---\n", &[(1, 1), (4, 2)]);
        check("một\nhai\n---\nba\n", &[]);
        check("\n---\n\n===\n", &[]);
        check("- một\n---\n> hai\n---\n1. ba\n---\n| a |\n---\n***\n---", &[]);
        check("```sh\n# no\n```\n# A\n~~~~\n# no\n~~~\n# no\n~~~~\n# B", &[(4, 1), (10, 1)]);
        check("`a` ``` b\n# A", &[(2, 1)]);
        check("```\n# no\nto the end", &[]);
        check("---\ntitle: A\n---\n# B\n", &[(4, 1)]);
        check("---\n# A\nno front matter", &[(2, 1)]);
        check("Năm 2021.\n    indented\n---\n", &[]);
    }

    #[test]
    fn the_text_stays_as_it_is() {
        let content = parse("# Đề *mục*\r\n\r\n[a](b)".into(), &Limits::default()).unwrap();
        assert_eq!(content.text, "# Đề *mục*\n\n[a](b)");
        assert_eq!(content.headings, [Heading { line: 1, level: 1 }]);
    }
}
