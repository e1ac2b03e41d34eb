//! The folded words of a query to the places and organizations among them, which count as phrases.
//!
//! Known places and the long forms that short forms stand for, with the words of a unit before a
//! place (`huyện Bảo Lạc`) and the place behind an organization (`công an tỉnh Bắc Kạn`).

use std::ops::Range;

use crate::mention::abbreviation::longest_at;

/// Shorter long forms are words (`chủ tịch`).
const LEAST: usize = 3;

/// No known place has more words.
const MAX_PLACE: usize = 5;

// KNOWN: known places of two and more words; UNITS: words before the name of a place (`tinh`, `thi xa`); both folded
include!(concat!(env!("OUT_DIR"), "/places.rs"));

/// What bears the name of somebody, folded: the name behind it is no person.
const BEARERS: [&[&str]; 16] = [
    &["duong"],
    &["pho"],
    &["truong"],
    &["cau"],
    &["lang"],
    &["thon"],
    &["dai", "lo"],
    &["benh", "vien"],
    &["cong", "vien"],
    &["quang", "truong"],
    &["san", "bay"],
    &["nha", "may"],
    &["hoc", "vien"],
    &["giai", "thuong"],
    &["quy", "hoc", "bong"],
    &["chien", "dich"],
];

/// Whether what stands behind these folded words is the name of a place or an institution: `đường`, `thành phố`.
pub fn leads(before: &[&str]) -> bool {
    let unit = |count: usize| UNITS.contains(&before[before.len() - count..].join(" "));
    BEARERS.iter().any(|bearer| before.ends_with(bearer)) || (1..=before.len().min(2)).any(unit)
}

/// Places and organizations among folded words, as ranges of them, in order and apart from each other.
pub fn find_in_query(words: &[&str]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let organization = longest_at(&words[at..]).map_or(0, |(count, _)| if count >= LEAST { count } else { 0 });
        let end = at + organization;
        let end = end + place(&words[end..]);
        if end > at {
            found.push(at..end);
        }
        at = end.max(at + 1);
    }
    found
}

/// How many words the place has that words begin with; 0 if they begin with none.
fn place(words: &[&str]) -> usize {
    let units =
        (1..=2).rev().find(|&units| units < words.len() && UNITS.contains(&words[..units].join(" "))).unwrap_or(0);
    let known = |count: &usize| KNOWN.contains(&words[units..units + count].join(" "));
    let longest = MAX_PLACE.min(words.len() - units);
    (2..=longest).rev().find(known).map_or(0, |count| units + count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fold;

    #[test]
    fn places_and_organizations_are_phrases() {
        let check = |query: &str, expected: &[&str]| {
            let folded = fold(query);
            let words: Vec<&str> = folded.split(' ').collect();
            let found: Vec<String> = find_in_query(&words).into_iter().map(|range| words[range].join(" ")).collect();
            assert_eq!(found, expected, "{query}");
        };
        check("chủ tịch liên đoàn lao động tỉnh bắc kạn 2021", &["lien doan lao dong tinh bac kan"]);
        check("trường học ở huyện na rì", &["huyen na ri"]);
        check("đại hội cà mau và an giang", &["ca mau", "an giang"]);
        check("họp bàn về thị xã", &[]);
        check("", &[]);
    }

    #[test]
    fn what_bears_a_name_is_no_person() {
        let check = |before: &str, expected: bool| {
            let folded = fold(before);
            assert_eq!(leads(&folded.split(' ').collect::<Vec<_>>()), expected, "{before}");
        };
        check("nhà ở đường", true);
        check("thành phố", true);
        check("bệnh viện", true);
        check("xã", true);
        check("đồng chí", false);
        check("bí thư tỉnh ủy", false);
        check("", false);
    }
}
