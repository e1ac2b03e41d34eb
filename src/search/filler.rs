//! A passage to whether it says nothing itself: headlines, questions, links and tables of contents repeat the words of
//! a query and answer nothing.

use memchr::memmem;

use crate::analysis::fold;
use crate::store::StoredPassage;

/// How lines begin that only lead elsewhere, folded.
const LINKS: [&str; 12] = [
    "xem them",
    "xem chi tiet",
    "doc them",
    "tham khao",
    "tai ve",
    "tai file",
    "tin lien quan",
    "bai lien quan",
    "bai viet lien quan",
    "tu khoa",
    "tags",
    "see also",
];

/// Whether so much of a passage is filler.
pub(super) fn is_filler(passage: &StoredPassage, most: f32) -> bool {
    let headings: Vec<&str> = passage.section.iter().chain([&passage.title]).map(|heading| bare(heading)).collect();
    let (mut filler, mut all) = (0, 0);
    // what is listed under `Xem thêm` leads elsewhere too
    let mut lists_links = passage.section.last().is_some_and(|heading| heads_links(heading));
    for written in passage.text.lines() {
        let line = bare(written);
        let is_item = written.trim_start().starts_with(['-', '*', '+', '•']);
        lists_links = match written.starts_with('#') {
            true => heads_links(written),
            false => lists_links && (is_item || line.is_empty()),
        };
        all += line.len();
        let is_filler = headings.contains(&line) || leads_elsewhere(line) || lists_links;
        filler += if is_filler { line.len() } else { asked(line) };
    }
    all > 0 && filler as f32 >= most * all as f32
}

/// A line without the signs that mark it as heading, item or bold.
fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '#' | '>' | '-' | '+' | '•' | '|'))
}

fn leads_elsewhere(line: &str) -> bool {
    // of a table of contents: dots up to the page
    let has = |dots: &str| memmem::find(line.as_bytes(), dots.as_bytes()).is_some();
    has("....") || has("……") || (may_be_link(line) && is_link(line))
}

/// Whether a heading says no more than that links follow, with what a wiki has behind it: `Xem thêm [sửa]`.
fn heads_links(heading: &str) -> bool {
    let said = bare(heading.split('[').next().unwrap_or_default());
    may_be_link(said) && said.len() < 64 && LINKS.contains(&fold(said).as_str())
}

/// Whether a line begins with a letter that a link begins with: most are told by it alone.
fn may_be_link(line: &str) -> bool {
    let first = line.chars().find(|c| c.is_alphanumeric());
    first
        .is_some_and(|first| !first.is_ascii() || LINKS.iter().any(|link| link.starts_with(first.to_ascii_lowercase())))
}

fn is_link(line: &str) -> bool {
    let start: String = line.chars().take(24).collect();
    let start = fold(&start);
    LINKS.iter().any(|link| start.starts_with(link))
}

/// How many bytes of a line belong to sentences that ask.
fn asked(line: &str) -> usize {
    if !line.contains('?') {
        return 0;
    }
    let sentences = line.split_inclusive(['?', '!']).flat_map(|part| {
        let start = part.rfind(". ").map_or(0, |stop| stop + 2);
        [&part[..start], &part[start..]]
    });
    sentences.filter(|sentence| sentence.ends_with('?')).map(str::len).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fillers_are_told_from_answers() {
        for (text, expected) in [
            ("**Ai được nghỉ?**", true),
            ("Được nghỉ mấy ngày? ", true),
            ("Được nghỉ mấy ngày? Nghỉ ai trả lương?", true),
            ("Được nghỉ mấy ngày? Ba ngày, có hưởng lương.", false),
            ("Nghỉ ba ngày.", false),
            ("## Nghỉ lễ của kho", true),
            ("# Nghỉ lễ của kho\n\nKho nghỉ ba ngày, ai trực thì nghỉ bù.", false),
            ("*Xem thêm: Kho nghỉ lễ ra sao*", true),
            ("## Xem thêm [sửa]- Kho nghỉ lễ\n- Nghỉ bù\n\n- Nghỉ phép", true),
            ("## Nghỉ phép\n- Kho nghỉ ba ngày\n- Ai trực thì nghỉ bù", false),
            ("Xem thêm:\n- Kho nghỉ ba ngày, ai trực thì nghỉ bù", false),
            ("## Tham khảo giá\n- Kho nghỉ ba ngày\n- Ai trực thì nghỉ bù", false),
            ("## Xem thêm\n- Nghỉ bù\nKho nghỉ ba ngày, ai trực thì nghỉ bù.", false),
            ("Chương I. Nghỉ lễ ........ 5\nChương II. Nghỉ bù ....... 9", true),
            ("", false),
        ] {
            let (title, text) = ("Nghỉ lễ của kho".to_owned(), text.to_owned());
            let passage = StoredPassage { title, text, ..StoredPassage::default() };
            assert_eq!(is_filler(&passage, 0.8), expected, "{}", passage.text);
        }
    }
}
