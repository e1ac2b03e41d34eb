//! Questions in English to the Vietnamese words that papers have for them.

use super::stopwords;
use crate::analysis::fold;
use crate::text::syllable::is_folded_syllable;

/// Entries have at most this many words.
const MAX_WORDS: usize = 4;

/// Fewer English words than this may stand in a query in Vietnamese.
const LEAST_KNOWN: usize = 2;

/// What Vietnamese papers write for an English word or phrase: where it stands in the text of all forms, parted by
/// `|`, and how long it is.
struct Forms(u32, u16);

impl Forms {
    fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        let start = self.0 as usize;
        ALL_FORMS.get(start..start + usize::from(self.1)).unwrap_or_default().split('|')
    }
}

// LISTED: English words and phrases as they are listed; STEMS: the same by their stems
include!(concat!(env!("OUT_DIR"), "/english.rs"));

/// The forms for a phrase as it was typed, in small letters; with other endings where it is not listed so.
fn forms(typed: &str) -> Option<&'static Forms> {
    LISTED.get(typed).or_else(|| STEMS.get(&fold(typed)))
}

/// Whether a query of these words, in small letters, is in English: its small words tell, or most of its words do.
pub(super) fn is_english(words: &[String], marked: bool) -> bool {
    let small = words.iter().filter(|word| stopwords::is_english(word)).count();
    match small {
        0 => !marked && is_mostly_known(words),
        1 => !marked,
        _ => true,
    }
}

/// Whether at least half of the words are no Vietnamese syllables, and the Vietnamese for several of those is known, or
/// for all there are.
fn is_mostly_known(words: &[String]) -> bool {
    let foreign: Vec<&String> = words.iter().filter(|word| !is_folded_syllable(word)).collect();
    if foreign.is_empty() || foreign.len() * 2 < words.len() {
        return false;
    }
    let known = foreign.iter().filter(|word| is_known(word)).count();
    known >= LEAST_KNOWN.min(words.len())
}

/// Whether the Vietnamese for an English word is known.
pub(super) fn is_known(word: &str) -> bool {
    forms(&word.to_lowercase()).is_some()
}

/// What is written for the longest English phrase that begins with words, given in exact and in folded form, and how
/// many of them it has.
pub(super) fn translations(exact: &[&str], folded: &[&str]) -> Option<(usize, Vec<&'static str>)> {
    let longest = MAX_WORDS.min(exact.len()).min(folded.len());
    (1..=longest).rev().find_map(|count| {
        let listed = LISTED.get(&exact[..count].join(" "));
        let forms = listed.or_else(|| STEMS.get(&folded[..count].join(" ")))?;
        Some((count, forms.iter().collect()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_entry_is_english_and_has_forms() {
        let lines = include_str!("data/english.txt").lines().filter(|line| !line.starts_with('#'));
        let keys: Vec<&str> = lines.map(|line| line.split('\t').next().unwrap_or_default()).collect();
        assert!(keys.is_sorted_by(|one, next| one < next), "sorted, none twice");
        assert!(keys.len() > 3_000);
        for english in keys {
            assert!(english.split(' ').count() <= MAX_WORDS, "{english}");
            assert!(forms(english).is_some_and(|forms| forms.iter().count() <= 3), "{english}");
        }
    }

    #[test]
    fn english_is_told_by_its_words() {
        let check = |query: &str, marked, expected| {
            let words: Vec<String> = query.split(' ').map(str::to_owned).collect();
            assert_eq!(is_english(&words, marked), expected, "{query}");
        };
        check("who is the chairman of hanoi", false, true);
        check("minimum wage region", false, true);
        check("luong toi thieu vung", false, false);
        check("bank of america ở hà nội", true, false);
        check("bhxh bhyt", false, false);
    }

    #[test]
    fn the_longest_phrase_is_translated() {
        let translated = |words: &[&str]| {
            let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
            translations(words, &folded.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let words = ["trade", "union", "tuesday"];
        assert_eq!(translated(&words).map(|(count, forms)| (count, forms[0])), Some((2, "công đoàn")));
        let forms = |word| translated(&[word]).map(|(_, forms)| forms[0]);
        assert_eq!((forms("factories"), forms("zzz")), (forms("factory"), None));
        assert_ne!(forms("news"), forms("new"), "as it is listed before its stem");
    }
}
