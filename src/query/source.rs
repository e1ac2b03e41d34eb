//! The words of a query to those that only name the law it asks of: `theo Bộ luật Dân sự 2015, …`.
//!
//! They say where the answer stands, not what it says: the articles of a law seldom name it. The year
//! behind the name of a law is no time.

use std::ops::Range;

/// More words than this are no name of a law.
const MAX_WORDS: usize = 12;

/// What a law is called, folded. Decrees and circulars are named by their numbers.
const TYPES: [&[&str]; 4] = [&["bo", "luat"], &["luat"], &["phap", "lenh"], &["hien", "phap"]];

/// What leads from a question to the law it asks of, folded.
const LEADS: [&str; 6] = ["theo", "trong", "tai", "cua", "tu", "cu"];

/// A word of a query with its place in it.
pub(super) struct Placed<'a> {
    pub(super) folded: &'a str,
    pub(super) range: Range<usize>,
}

/// The laws that a query asks of, as ranges of its words; none where it says nothing else.
pub(super) fn find(text: &str, words: &[Placed]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match source(text, words, at) {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += 1,
        }
    }
    let named: usize = found.iter().map(Range::len).sum();
    if named < words.len() { found } else { Vec::new() }
}

/// Where the name of a law ends that begins at a word.
fn source(text: &str, words: &[Placed], at: usize) -> Option<usize> {
    let starts = |of: &&&[&str]| words[at..].iter().map(|word| word.folded).take(of.len()).eq(of.iter().copied());
    let before = at.checked_sub(1).map(|before| words[before].folded);
    // `pháp luật` is no law
    if matches!(before, Some("phap" | "bo")) {
        return None;
    }
    let name = at + TYPES.iter().find(starts)?.len();
    let is_led = before.is_some_and(|before| LEADS.contains(&before));
    let last = words.len().min(at + MAX_WORDS);
    for end in name + 1..=last {
        let word = words[end - 1].folded;
        if is_year(word) {
            return Some(end);
        }
        if word.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let behind = &text[words[end - 1].range.end..];
        let is_cut = behind.trim_start().starts_with([',', ';', ':', '?', '.']);
        let is_ruling = words[end..].first().is_some_and(|next| next.folded == "qui")
            && words[end..].get(1).is_some_and(|next| next.folded == "dinh");
        if is_led && (is_cut || behind.trim().is_empty()) || is_ruling && (at == 0 || is_led) {
            return Some(end);
        }
        if is_cut {
            return None;
        }
    }
    None
}

/// A year in which a law of today may be made.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: u16| (1945..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analysis;

    #[test]
    fn laws_are_told_from_what_is_asked_of_them() {
        let check = |query: &str, expected: &[&str]| {
            let analysis = Analysis::of(query);
            let tokens: Vec<_> = analysis.words().collect();
            let place = |token: &crate::analysis::Token| token.start..token.end;
            let words: Vec<Placed> =
                tokens.iter().map(|token| Placed { folded: token.folded, range: place(token) }).collect();
            let found: Vec<&str> = find(query, &words)
                .into_iter()
                .map(|range| &query[words[range.start].range.start..words[range.end - 1].range.end])
                .collect();
            assert_eq!(found, expected, "{query}");
        };
        check("Theo Bộ luật Lao động năm 2019, thử việc là gì?", &["Bộ luật Lao động năm 2019"]);
        check("theo luat dat dai 2013 thi dat trong cay lau nam la gi", &["luat dat dai 2013"]);
        check("Luật Bảo vệ và phát triển rừng quy định gì về chủ rừng", &["Luật Bảo vệ và phát triển rừng"]);
        check("chủ rừng là ai theo Luật Lâm nghiệp", &["Luật Lâm nghiệp"]);
        check("Căn cứ Hiến pháp 1946, ai bầu Chủ tịch nước", &["Hiến pháp 1946"]);
        check("luật đất đai 2013", &[]);
        check("luật lao động 45/2019", &[]);
        check("vi phạm pháp luật năm 2013, xử lý thế nào", &[]);
        check("lớp tập huấn luật lao động ở huyện", &[]);
        check("luật", &[]);
    }
}
