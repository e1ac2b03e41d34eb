//! Numerals and their values, and words that are none.

use proptest::prelude::*;

use super::*;

#[test]
fn numerals_are_read_in_every_form() {
    for (token, value) in [
        ("8", 8),
        ("08", 8),
        ("0", 0),
        ("VIII", 8),
        ("viii", 8),
        ("Ⅷ", 8),
        ("XV", 15),
        ("XIV", 14),
        ("I", 1),
        ("MMXXI", 2021),
        ("XCIX", 99),
        ("nhất", 1),
        ("thứ", u32::MAX),
        ("một", 1),
        ("nhì", 2),
        ("hai", 2),
        ("ba", 3),
        ("tư", 4),
        ("bốn", 4),
        ("năm", 5),
        ("sáu", 6),
        ("bảy", 7),
        ("bẩy", 7),
        ("tám", 8),
        ("TÁM", 8),
        ("tam", 8),
        ("ta\u{301}m", 8),
        ("tấm", u32::MAX),
        ("chín", 9),
        ("mười", 10),
        ("mười một", 11),
        ("mười hai", 12),
        ("mười  hai", 12),
        ("muoi hai", 12),
        ("mười tư", 14),
        ("mười lăm", 15),
        ("mười năm", u32::MAX),
        ("mười mốt", u32::MAX),
        ("hai mươi", 20),
        ("hai mươi mốt", 21),
        ("hai muoi mot", 21),
        ("hai mươi tư", 24),
        ("ba mươi lăm", 35),
        ("ba mươi năm", u32::MAX),
        ("bảy mươi chín", 79),
        ("một trăm", 100),
        ("một trăm linh năm", 105),
        ("một trăm lẻ tư", 104),
        ("hai trăm mười ba", 213),
        ("chín trăm chín mươi chín", 999),
        ("IIX", u32::MAX),
        ("VIIII", u32::MAX),
        ("IC", u32::MAX),
        ("Vi", u32::MAX),
        ("QH", u32::MAX),
        ("", u32::MAX),
        ("-1", u32::MAX),
        ("1.200", u32::MAX),
        ("12345678901", u32::MAX),
        ("hai trăm trăm", u32::MAX),
        ("mươi mươi", u32::MAX),
        ("công", u32::MAX),
    ] {
        assert_eq!(numeral(token), Some(value).filter(|value| *value < u32::MAX), "{token}");
    }
}

#[test]
fn words_before_numerals_are_known_in_both_forms() {
    for (word, expected) in
        [("thứ", true), ("thu", true), ("khóa", true), ("quí", true), ("qui", true), ("thư", false), ("của", false)]
    {
        assert_eq!(leads_numeral(word), expected, "{word}");
    }
}

proptest! {
    #[test]
    fn any_token_is_read(token in "\\PC{0,20}|[IVXLCDM]{0,16}|(một|hai|mươi|mười|trăm|linh|tư|lăm| ){0,9}") {
        numeral(&token);
    }

    #[test]
    fn roman_figures_read_back(value in 1u32..4000) {
        let roman = to_roman(value);
        prop_assert_eq!(numeral(&roman), Some(value));
        prop_assert_eq!(numeral(&roman.to_lowercase()), Some(value));
        prop_assert_eq!(numeral(&value.to_string()), Some(value));
    }
}
