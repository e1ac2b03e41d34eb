//! All that can be said, in both languages side by side, to one golden; and what a Vietnamese sentence may hold.

mod samples;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use self::samples::samples;
use super::{Language, Topic};
use crate::text::syllable::Syllable;

/// A name, and what it is in Vietnamese and English.
struct Sample {
    name: String,
    vietnamese: String,
    english: String,
}

impl Sample {
    fn of(value: &dyn std::fmt::Debug, kind: &str, say: &dyn Fn(Language) -> String) -> Self {
        let variant = format!("{value:?}");
        let variant: String = variant.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let name = format!("{kind}::{variant}");
        Self { name, vietnamese: say(Language::Vietnamese), english: say(Language::English) }
    }
}

#[test]
fn both_languages_say_the_same_side_by_side() {
    let mut text = String::new();
    for Sample { name, vietnamese, english } in samples() {
        let lines = |said: &str| said.trim_end().replace('\n', "\n     ");
        text.push_str(&format!("{name}\n  vi {}\n  en {}\n", lines(&vietnamese), lines(&english)));
    }
    golden("voice.txt", &text);
}

#[test]
fn every_message_has_a_sample() {
    let told: BTreeSet<String> = samples().into_iter().map(|sample| sample.name).collect();
    let mut missing = Vec::new();
    for (kind, file) in [
        ("Told", "voice/told.rs"),
        ("Fault", "voice/said.rs"),
        ("Word", "voice/said.rs"),
        ("Topic", "voice/topic.rs"),
        ("Misuse", "voice/tools.rs"),
        ("Error", "error.rs"),
        ("Flaw", "error.rs"),
        ("Absence", "error.rs"),
        ("Notice", "query/notice.rs"),
        ("ValueFault", "query/notice.rs"),
        ("RunNotice", "ingest/notice.rs"),
        ("Oddity", "corpus/oddity.rs"),
        ("Unreadable", "corpus/unreadable.rs"),
        ("Damage", "corpus/unreadable.rs"),
        ("Foreign", "corpus/unreadable.rs"),
        ("LineFault", "corpus/unreadable.rs"),
        ("Crash", "corpus/unreadable.rs"),
        ("Reason", "corpus/skipped.rs"),
        ("Double", "corpus/skipped.rs"),
        ("Closed", "corpus/skipped.rs"),
    ] {
        missing.extend(variants(kind, file).into_iter().filter(|name| !told.contains(name)));
    }
    assert_eq!(missing, Vec::<String>::new(), "give each a sample in src/voice/tests/samples.rs");
}

/// The variants of an enum, as its file has them.
fn variants(kind: &str, file: &str) -> Vec<String> {
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(file)).expect("it is there");
    let start = source.find(&format!("enum {kind}")).expect("the file has the enum");
    let lines = source[start..].lines().skip(1).take_while(|line| *line != "}");
    let variant = |line: &str| {
        let name: String = line.strip_prefix("    ")?.chars().take_while(|c| c.is_alphanumeric()).collect();
        name.starts_with(|c: char| c.is_ascii_uppercase()).then(|| format!("{kind}::{name}"))
    };
    lines.filter_map(variant).collect()
}

/// What stands in Vietnamese sentences and is no Vietnamese: names of formats, programs and units, and what JSON has.
const NAMES: &str = "index search show help timeline status eval inspect number people extract watch json lang never \
    always auto relevance date name mentions year month decade corpus tracuu id ID byte NUL UTF ASCII Latin Unicode \
    JSON Lines MiB MIB MB kB ms PDF PDFs Word OpenDocument Outlook WinRAR Zip gzip xlsx xls pptx ppt msg gz rar png jpg \
    tesseract pdftoppm shell Shell SHELL bash elvish fish powershell zsh Ctrl COLUMNS TRACUU_LANG TRACUU_INDEX TRACUU_CONFIG TOML NO_COLOR mkdir \
    doc pdf vni vi en KH LĐLĐ CT TU query kind relevant grade file line congress person text title tr echo serve \
    token web API HTTP HTTPS https curl URL MS proxy TCN TRACUU_CA ApiKey OpenSearch LZMA";

#[test]
fn vietnamese_holds_no_english() {
    let names: BTreeSet<&str> = NAMES.split_whitespace().collect();
    let mut wrong = Vec::new();
    for Sample { name, vietnamese, .. } in samples() {
        let told = without_code(&vietnamese);
        let words = told.split(|c: char| !c.is_alphabetic() && c != '_').filter(|word| word.chars().count() > 1);
        let is_odd = |word: &&str| {
            let parts: Vec<&str> = word.split('_').collect();
            !names.contains(word) && !parts.iter().all(|part| Syllable::meant(&part.to_lowercase()).is_some())
        };
        let odd: Vec<&str> = words.filter(is_odd).collect();
        if !odd.is_empty() {
            wrong.push(format!("{name}: {}", odd.join(" ")));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// A sentence without what is quoted, options, paths and what is typed.
fn without_code(said: &str) -> String {
    let mut kept = String::new();
    for line in said.lines() {
        // the first column of examples is what is typed
        let line = match line.find("tracuu ") {
            Some(at) if line.starts_with("  ") => &line[..at],
            _ => line,
        };
        let mut is_code = false;
        for piece in line.split(['`', '"', '“', '”']) {
            if !is_code {
                let words = piece
                    .split(' ')
                    .filter(|word| !word.contains(['/', '=', '{', '\'', '*']) && !word.starts_with('-'));
                words.filter(|word| !word.contains('.') || word.ends_with('.')).for_each(|word| {
                    kept.push(' ');
                    kept.push_str(word);
                });
            }
            is_code = !is_code;
        }
    }
    kept
}

/// Compares a text with the file of this name in `tests/golden`, or rewrites that where `TRACUU_BLESS` is set.
fn golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("TRACUU_BLESS").is_some() {
        fs::write(&path, text).expect("the folder is there");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let differing = kept.lines().zip(text.lines()).find(|(old, new)| old != new);
    assert!(kept == text, "tests/golden/{name} differs: {differing:?}; `TRACUU_BLESS=1 cargo test` rewrites it");
}

#[test]
fn help_names_each_topic_in_both_languages() {
    for sample in samples().iter().filter(|sample| sample.name.starts_with("Topic::")) {
        assert!(!sample.vietnamese.is_empty() && !sample.english.is_empty(), "{}", sample.name);
    }
    assert_eq!(Language::English.help(Topic::AnyVerb), "COMMAND");
}
