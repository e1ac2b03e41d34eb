//! A name to the same name in one form of its letters, every other sign kept: for names of files, which are not
//! words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name with its letters composed.
pub fn composed(name: &str) -> String {
    if name.is_ascii() { name.to_owned() } else { name.nfc().collect() }
}

/// A name without diacritics and case, `đ` as `d`.
pub fn bare(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    let letters = name.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase);
    letters.map(|letter| if letter == 'đ' { 'd' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_one_form() {
        let check = |name: &str, expected: (&str, &str)| {
            assert_eq!((composed(name).as_str(), bare(name).as_str()), expected, "{name}");
        };
        check("Báo cáo.txt", ("Báo cáo.txt", "bao cao.txt"));
        check("Ba\u{301}o ca\u{301}o.txt", ("Báo cáo.txt", "bao cao.txt"));
        check("Đ-{a,*}/ĐỖ", ("Đ-{a,*}/ĐỖ", "d-{a,*}/do"));
        check("A.TXT", ("A.TXT", "a.txt"));
    }
}
