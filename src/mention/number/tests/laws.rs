//! The laws that hold for all texts.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::super::value::Key;
use super::super::*;

/// Numbers of all forms, as state, Party and old papers have them.
fn numbers() -> impl Strategy<Value = (u32, Option<u16>, &'static str, &'static str)> {
    let kinds = proptest::sample::select(vec!["KH", "QĐ", "NQ", "CT", "TB", "CTr", "KHPH", "HD"]);
    let issuers = proptest::sample::select(vec!["LĐLĐ", "TW", "TU", "UBND", "TTg", "HĐBT", "CP"]);
    (1u32..99_999, proptest::option::of(1945u16..2050), kinds, issuers)
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,80}") {
        for mention in find(&text).into_iter().chain(find_in_query(&text)) {
            prop_assert!(!text[mention.range].is_empty());
        }
    }

    #[test]
    fn text_of_the_field_is_read_back(pieces in proptest::collection::vec(proptest::sample::select(vec![
        "Kế hoạch", "số", "Số:", "142", "06", "/", "-", "–", " ", "\n", "KH", "LĐLĐ", "TU", "QH14", "2019", ",", "và", "ngày", "23/4/2021",
        "của", "Bộ Chính trị", "QĐ", "Luật", "ban hành", "\u{301}", "\u{200B}", "&", "12a", "*", ".", "Nghị quyết", "TU\u{302}", "TƯ", "U\u{31B}",
    ]), 0..16)) {
        let text = pieces.concat();
        for mention in find(&text).into_iter().chain(find_in_query(&text)) {
            prop_assert!(!text[mention.range].is_empty());
            let canonical = mention.number.canonical();
            let read = find_in_query(&canonical);
            prop_assert_eq!(read.len(), 1, "{} from {:?}", canonical, text);
            prop_assert_eq!(read[0].number.key(), mention.number.key(), "{} from {:?}", canonical, text);
        }
    }

    #[test]
    fn all_spellings_have_one_key((number, year, kind, issuer) in numbers(), zeros in 0usize..3, swap: bool, dash in "[-–‑]", blank in " ?", lower: bool, plain: bool) {
        let number = format!("{}{number}", "0".repeat(zeros.min(6 - number.to_string().len())));
        let year = year.map_or(String::new(), |year| format!("/{year}"));
        let standard = format!("{number}{year}/{kind}-{issuer}");
        let (first, second) = if swap { (issuer, kind) } else { (kind, issuer) };
        let mut spelling = format!("{number}{year}/{first}{dash}{blank}{second}");
        if plain {
            spelling = crate::analysis::fold(&spelling).to_uppercase();
        }
        if lower {
            spelling = spelling.to_lowercase();
        }
        let keys: Vec<Key> = find_in_query(&spelling).iter().map(|mention| mention.number.key()).collect();
        prop_assert_eq!(keys, vec![find(&standard).swap_remove(0).number.key()], "{}", spelling);
    }

    #[test]
    fn the_words_of_a_type_are_its_abbreviation((number, year, kind, issuer) in numbers(), decomposed: bool, so: bool) {
        let year = year.map_or(String::new(), |year| format!("/{year}"));
        let words = type_name(kind).expect("a type");
        let text = format!("{words} {}{number}{year}/{issuer}", if so { "số " } else { "" });
        let text = if decomposed { text.nfd().collect() } else { text };
        let keys: Vec<Key> = find(&text).iter().map(|mention| mention.number.key()).collect();
        prop_assert_eq!(keys, vec![find(&format!("{number}{year}/{kind}-{issuer}")).swap_remove(0).number.key()], "{}", text);
    }

    #[test]
    fn digits_are_never_fuzzy((number, year, kind, issuer) in numbers(), other in 1u32..99_999) {
        prop_assume!(number != other);
        let year = year.map_or(String::new(), |year| format!("/{year}"));
        let read = |number: u32| read(&format!("{number}{year}/{kind}-{issuer}")).expect("a number");
        prop_assert_eq!(read(number).fit(&read(other)), None);
    }
}
