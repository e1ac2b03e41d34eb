//! Words of English that stand in nothing that is told in Vietnamese.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use crate::support::root;

/// The verbs, which are called so in either language.
const VERBS: [&str; 16] = [
    "index",
    "search",
    "number",
    "people",
    "timeline",
    "show",
    "extract",
    "check",
    "mcp",
    "eval",
    "inspect",
    "status",
    "serve",
    "completions",
    "man",
    "help",
];

/// The stages that `inspect` shows.
const STAGES: [&str; 7] = ["document", "passages", "mentions", "tokens", "query", "abbreviations", "index"];

/// The words of English messages that no Vietnamese message has.
static ENGLISH: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let all = fs::read_to_string(root().join("tests/golden/voice.txt")).unwrap();
    let of = |sign: &str| -> BTreeSet<String> {
        let mut told = String::new();
        let mut is_wanted = false;
        for line in all.lines() {
            is_wanted = line.starts_with(sign) || (is_wanted && line.starts_with("     "));
            if is_wanted {
                told.push_str(line.strip_prefix(sign).unwrap_or(line));
                told.push('\n');
            }
        }
        words(&told)
    };
    let english: BTreeSet<String> = of("  en ").difference(&of("  vi ")).cloned().collect();
    assert!(english.len() > 500 && english.contains("nobody"), "{}", english.len());
    english
});

/// The words of a text that only an English message has.
pub fn english_words(text: &str) -> Vec<String> {
    let is_name = |word: &str| VERBS.contains(&word) || STAGES.contains(&word);
    words(text).intersection(&ENGLISH).filter(|word| !is_name(word)).cloned().collect()
}

/// Words of three letters and more that are no part of what is typed, named or quoted.
fn words(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in text.lines() {
        let line = line.split("tracuu ").next().unwrap_or_default();
        let line = if line.starts_with('.') { "" } else { line };
        // what the system or a parser says is quoted whole
        let ours: String = line.split('“').map(|piece| piece.split_once('”').map_or(piece, |(_, rest)| rest)).collect();
        let told = ours.split(['`', '"']).step_by(2).flat_map(|piece| piece.split([' ', ',', ':', ';', '(', ')']));
        let word = |word: &&str| word.chars().count() > 2 && word.chars().all(|c| c.is_ascii_lowercase());
        found.extend(told.filter(word).map(str::to_owned));
    }
    found
}
