//! A name to the same name in one form of its letters, every other sign kept: for names of files, which are not
//! words.

use unicode_normalization::UnicodeNormalization;

use crate::text::{Class, class};

/// A name with its letters composed.
pub fn composed(name: &str) -> String {
    if name.is_ascii() { name.to_owned() } else { name.nfc().collect() }
}

/// A name without diacritics and case, `đ` as `d`.
pub fn bare(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    let bare = |sign: char| match class(sign) {
        Class::Letter { plain, .. } => Some(plain),
        Class::Mark(_) => None,
        _ => Some(sign),
    };
    name.nfd().filter_map(bare).collect()
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
