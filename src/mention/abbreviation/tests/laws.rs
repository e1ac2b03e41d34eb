//! The laws that hold for all texts.

use proptest::prelude::*;

use super::super::mention::written;
use super::super::*;

fn check(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for found in find(text) {
        prop_assert!(found.range.start >= end, "in order and apart: {:?} in {:?}", found, text);
        end = found.range.end;
        let cut = written(&text[found.range.clone()]);
        prop_assert!(cut.contains(&found.short), "{:?} in {:?}", found.short, cut);
        prop_assert!(cut.contains(&found.long), "{:?} in {:?}", found.long, cut);
        prop_assert!(found.long.len() > found.short.len(), "{:?}", found);
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,80}") {
        check(&text)?;
    }

    #[test]
    fn text_of_the_field_is_read(pieces in proptest::collection::vec(proptest::sample::select(vec![
        "Liên đoàn", " ", " ", "Lao động", "(", ")", "LĐLĐ", "\n", "\n\n", "viết tắt", "gọi tắt", " là ", "của", "sau đây", ",", "-", "–", "&",
        "TB&XH", "LĐ", "\u{301}", "\u{200B}", "tắt", "ta\u{306}\u{301}t", "“", "”", "*", "QH14", "14", "Đ/c", "đồng chí", "UBND", ":", "|", "\t",
        ".", "Cty", "công ty", "Ủy ban", "nhân dân", "CNV", "c",
    ]), 0..24)) {
        check(&pieces.concat())?;
    }

    #[test]
    fn what_is_abbreviated_is_found(
        words in proptest::collection::vec(proptest::sample::select(vec![
            "Ủy", "ban", "nhân", "đoàn", "Lao", "động", "tỉnh", "quản", "lý", "sản", "sách", "Ương",
        ]), 3..8),
        line_end: bool,
        turned: bool,
    ) {
        let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
        let short = initials.to_uppercase().replace(['Ủ', 'Ư'], "U");
        let long = words.join(" ");
        let blank = if line_end { "\n" } else { " " };
        let text = if turned { format!("là {short}{blank}({long})") } else { format!("xx {long}{blank}({short})") };
        let found = find(&text);
        prop_assert_eq!(found.len(), 1, "{}", text);
        prop_assert_eq!((&found[0].short, &found[0].long), (&short, &long));
    }
}
