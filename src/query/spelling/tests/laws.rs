//! The laws that hold for all words.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::super::*;
use crate::text::syllable::is_syllable;

fn words() -> impl Strategy<Value = String> {
    "\\PC{0,12}|[a-zA-Z]{0,12}|[aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệốồổỗộ]{1,8}|[a-z]{1,7}[0-9]{0,3}[a-z]{0,3}|\
     (ng|th|tr|gi|qu|đ|n|l)(oa|uyê|ươ|iê|â|ó|ị|u)(n|ng|c|t|)"
}

proptest! {
    #[test]
    fn candidates_are_other_words_that_can_be(word in words(), folded_only: bool) {
        let found = candidates(&word, folded_only);
        prop_assert!(found.len() <= MAX_CANDIDATES);
        prop_assert!(found.is_sorted_by(|a, b| a.cost <= b.cost));
        let own = exact(&word).unwrap_or_default();
        let plain = !is_syllable(&word) && !is_folded_syllable(&unmarked(&word));
        for candidate in &found {
            let form = &candidate.form;
            prop_assert!(form != &own && (!folded_only || form != &unmarked(&word)));
            prop_assert!(form.chars().all(char::is_alphabetic), "{}", form);
            prop_assert_eq!(Some(form.clone()), exact(form));
            let valid = if folded_only { is_folded_syllable(form) } else { is_syllable(form) };
            prop_assert!(valid || plain && form.is_ascii(), "{} for {}", form, word);
            prop_assert!(candidate.cost > 0.0);
        }
        let forms: std::collections::HashSet<&str> = found.iter().map(|candidate| candidate.form.as_str()).collect();
        prop_assert_eq!(forms.len(), found.len());
    }

    #[test]
    fn case_and_normalization_do_not_count(word in words(), folded_only: bool) {
        let lower = word.to_lowercase();
        prop_assert_eq!(candidates(&lower.nfc().collect::<String>(), folded_only), candidates(&lower.nfd().collect::<String>(), folded_only));
    }

    #[test]
    fn keys_are_decoded_once(word in words()) {
        if let Some(meant) = typed(&word) {
            prop_assert!(is_syllable(&meant) && meant != word);
            prop_assert_eq!(typed(&meant), None);
        }
    }

    #[test]
    fn pieces_make_the_word(word in words(), other in words()) {
        for (first, second) in splits(&word) {
            prop_assert_eq!(format!("{first}{second}"), word.as_str());
        }
        if let Some(whole) = joined(&word, &other) {
            prop_assert_eq!(whole, format!("{word}{other}"));
        }
    }
}
