//! A half typed word to the fuller spellings that its marks allow.

use unicode_normalization::UnicodeNormalization;

use crate::text::{is_mark, push_forms};

/// The marks of the five tones: huyền, sắc, hỏi, ngã, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];

/// More spellings than this are never tried: a syllable has few, a long word is no syllable.
const MAX_SPELLINGS: usize = 400;

/// Exact forms that have all marks of `exact` and more, `exact` itself left out.
///
/// `đo` allows `đỗ`, not `đờ` for `đô`. Words that are too long for a syllable allow none.
pub fn fuller_spellings(exact: &str) -> Vec<String> {
    let letters: Vec<char> = exact.nfd().collect();
    let bases = letters.iter().filter(|c| !is_mark(**c)).count();
    if bases > 7 || letters.iter().any(|c| !c.is_alphabetic() && !is_mark(*c)) {
        return Vec::new();
    }
    let toned = letters.iter().any(|c| TONES.contains(c));
    let mut spellings = vec![(String::new(), toned)];
    for (at, &letter) in letters.iter().enumerate() {
        let marked = letters.get(at + 1).is_some_and(|c| is_mark(*c) && !TONES.contains(c));
        let mut grown = Vec::with_capacity(spellings.len() * 4);
        for (spelling, toned) in &spellings {
            if letter == 'd' {
                grown.push((format!("{spelling}đ"), *toned));
            }
            for shape in shapes(letter, marked) {
                let written = format!("{spelling}{letter}{shape}");
                // a tone stands on a vowel, behind the mark that makes the letter
                let bears = if marked { false } else { "aeiouy".contains(letter) || is_shape(letter) };
                if bears && !toned {
                    grown.extend(TONES.iter().map(|tone| (format!("{written}{tone}"), true)));
                }
                grown.push((written, *toned));
            }
        }
        if grown.len() > MAX_SPELLINGS {
            return Vec::new();
        }
        spellings = grown;
    }
    let mut found: Vec<String> = spellings.into_iter().map(|(spelling, _)| exact_form(&spelling)).collect();
    found.sort();
    found.dedup();
    found.retain(|spelling| spelling != exact);
    found
}

fn is_shape(c: char) -> bool {
    matches!(c, '\u{302}' | '\u{306}' | '\u{31B}')
}

/// The marks that a letter may be meant with; one that bears a mark already is meant as it is.
fn shapes(letter: char, marked: bool) -> &'static [&'static str] {
    match letter {
        'a' if !marked => &["", "\u{302}", "\u{306}"],
        'e' if !marked => &["", "\u{302}"],
        'o' if !marked => &["", "\u{302}", "\u{31B}"],
        'u' if !marked => &["", "\u{31B}"],
        _ => &[""],
    }
}

fn exact_form(decomposed: &str) -> String {
    let (mut exact, mut folded) = (String::new(), String::new());
    push_forms(decomposed, &mut exact, &mut folded);
    exact
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Agreement, agreement};

    #[test]
    fn spellings_have_the_marks_that_were_typed_and_more() {
        for (typed, allowed, not) in [
            ("đo", "đỗ", "dỗ"),
            ("doan", "đoàn", "đoàm"),
            ("duong", "đường", "đượng x"),
            ("nghiêp", "nghiệp", "nghiẹp"),
            ("hoa", "hòa", "hoà"),
        ] {
            let spellings = fuller_spellings(typed);
            assert!(spellings.iter().any(|s| s == allowed), "{typed}: {spellings:?}");
            assert!(!spellings.iter().any(|s| s == typed), "{typed}");
            assert!(spellings.iter().all(|s| agreement(typed, s) == Agreement::Compatible), "{typed}");
            assert!(!spellings.iter().any(|s| s == not), "{typed} {not}");
        }
        assert!(fuller_spellings("nghiêng").len() < MAX_SPELLINGS);
        assert!(fuller_spellings("international").is_empty() && fuller_spellings("qh14").is_empty());
    }
}
