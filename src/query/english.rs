//! Questions in English to the Vietnamese words that papers have for them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::stopwords;
use crate::analysis::fold;
use crate::analysis::syllable::is_folded_syllable;

/// Entries have at most this many words.
const MAX_WORDS: usize = 4;

/// Fewer English words than this may stand in a query in Vietnamese.
const LEAST_KNOWN: usize = 2;

/// English words and phrases with what Vietnamese papers write: as they are listed, and by their stems.
struct Glossary {
    listed: FxHashMap<&'static str, Vec<&'static str>>,
    stems: FxHashMap<String, &'static str>,
}

static GLOSSARY: LazyLock<Glossary> = LazyLock::new(|| {
    let lines = include_str!("data/english.txt").lines().filter(|line| !line.starts_with('#'));
    let entries: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once('\t')).collect();
    let mut stems = FxHashMap::default();
    for (english, _) in &entries {
        stems.entry(fold(english)).or_insert(*english);
    }
    Glossary {
        listed: entries.into_iter().map(|(english, forms)| (english, forms.split('|').collect())).collect(),
        stems,
    }
});

impl Glossary {
    /// The forms for a phrase as it was typed, in small letters; with other endings where it is not listed so.
    fn get(&self, typed: &str) -> Option<&[&'static str]> {
        let listed = |english: &str| self.listed.get(english).map(|forms| &**forms);
        listed(typed).or_else(|| listed(self.stems.get(&fold(typed))?))
    }
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
    GLOSSARY.get(&word.to_lowercase()).is_some()
}

/// What is written for the longest English phrase that begins with these words, in small letters, and how many words
/// it has.
pub(super) fn translations(words: &[&str]) -> Option<(usize, &'static [&'static str])> {
    (1..=MAX_WORDS.min(words.len())).rev().find_map(|count| Some((count, GLOSSARY.get(&words[..count].join(" "))?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_entry_is_english_and_has_forms() {
        let lines = include_str!("data/english.txt").lines().filter(|line| !line.starts_with('#'));
        let keys: Vec<&str> = lines.map(|line| line.split('\t').next().unwrap_or_default()).collect();
        assert!(keys.is_sorted_by(|one, next| one < next), "sorted, none twice");
        for (english, forms) in &GLOSSARY.listed {
            assert!(english.split(' ').count() <= MAX_WORDS, "{english}");
            assert!(forms.len() <= 3 && forms.iter().all(|form| *form == form.trim() && !form.is_empty()), "{english}");
        }
        assert!(GLOSSARY.listed.len() > 3_000);
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
        let words = ["trade", "union", "tuesday"];
        assert_eq!(translations(&words).map(|(count, forms)| (count, forms[0])), Some((2, "công đoàn")));
        let forms = |word| translations(&[word]).map(|(_, forms)| forms[0]);
        assert_eq!((forms("factories"), forms("zzz")), (forms("factory"), None));
        assert_ne!(forms("news"), forms("new"), "as it is listed before its stem");
    }
}
