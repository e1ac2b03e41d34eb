//! The lists of words to their entries that no text of this repository has: each list says how many stay, and why.
//!
//! An entry that a single paper asked for, and no text here shows, is no knowledge of the language. Whoever adds one
//! adds a text that has it, or says in `tests/entries.txt` why the list may have one more.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

/// A number in the table that lies farther above the count lets entries in unseen.
const SLACK: usize = 25;

/// A line of the table.
struct Row<'a> {
    part: &'a str,
    most: usize,
}

#[test]
fn no_entry_serves_one_text_alone() {
    let table = fs::read_to_string(root().join("tests/entries.txt")).expect("the table is there");
    let mut rows = rows(&table);
    let mut wrong = Vec::new();
    let mut entries = Vec::new();
    for path in lists() {
        let name = path.strip_prefix(root().join("src")).expect("below src").to_string_lossy().replace('\\', "/");
        let Some(row) = rows.remove(name.as_str()) else {
            wrong.push(format!("src/{name}: give it a row in tests/entries.txt"));
            continue;
        };
        let text = fs::read_to_string(&path).expect("a list can be read");
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let lines: Vec<_> = lines.map(|line| (line.to_owned(), phrases(line, row.part))).collect();
        entries.push((name, row.most, lines));
    }
    let all = entries.iter().flat_map(|(_, _, lines)| lines.iter().flat_map(|(_, phrases)| phrases.clone()));
    let known = phrases_of_texts(&all.collect());
    for (name, most, lines) in entries {
        let is_unused = |phrases: &Vec<String>| !phrases.iter().any(|phrase| known.contains(phrase));
        let unused: Vec<&str> =
            lines.iter().filter(|(_, phrases)| is_unused(phrases)).map(|(line, _)| line.as_str()).collect();
        if unused.len() > most {
            wrong.push(format!(
                "src/{name}: no text of corpus or tests has {} entries, {} may be so: give a test to what is new, or \
                 raise the number in tests/entries.txt where it is plain knowledge of the language. All of them: {}",
                unused.len(),
                most,
                unused.join("; ")
            ));
        } else if most > unused.len() + SLACK {
            wrong.push(format!("tests/entries.txt: {name} may have no more than {} now: lower it", unused.len()));
        }
    }
    wrong.extend(rows.keys().map(|name| format!("tests/entries.txt: src/{name} is not there: take out its row")));
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// The rows of the table by their lists; each has a reason.
fn rows(table: &str) -> BTreeMap<&str, Row<'_>> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let row = |line| {
        let fields: Vec<&str> = str::split(line, '\t').collect();
        let [name, part, most, why] = fields[..] else { panic!("{line}: four fields") };
        assert!(why.split(' ').count() > 2, "{line}: say why");
        (name, Row { part, most: most.parse().expect("a number") })
    };
    lines.map(row).collect()
}

/// The words of an entry, or of each of its forms: what stands in one part of a line.
fn phrases(line: &str, part: &str) -> Vec<String> {
    // `a/b` is either, `[a b]` may be left out
    let plain = |text: &str| {
        let mut depth = 0;
        let mut kept = String::new();
        for word in text.split_inclusive(' ') {
            depth += word.matches('[').count();
            if depth == 0 {
                kept.push_str(word.split('/').next().unwrap_or_default());
                kept.push(' ');
            }
            depth -= word.matches(']').count().min(depth);
        }
        words(if kept.trim().is_empty() { text } else { &kept }).join(" ")
    };
    let behind = |count: usize| line.splitn(count + 1, ['\t', ' ']).last().unwrap_or_default();
    match part {
        "line" => vec![words(line).join(" ")],
        "first" => line.split(['\t', ' ']).take(1).map(|word| words(word).join(" ")).collect(),
        "forms" => line.split(['\t', ';', '|', '=', ',']).map(|form| words(form).join(" ")).collect(),
        count => vec![plain(behind(count.parse().expect("how many marks stand before the words")))],
    }
    .into_iter()
    .filter(|phrase| !phrase.is_empty())
    .collect()
}

/// The phrases that a text of the repository has, of those that are wanted.
fn phrases_of_texts(wanted: &HashSet<String>) -> HashSet<String> {
    // how each begins, so that most words of a text are looked up once
    let begins = |phrase: &String| phrase.match_indices(' ').map(|(at, _)| phrase[..at].to_owned()).collect::<Vec<_>>();
    let beginnings: HashSet<String> = wanted.iter().flat_map(begins).collect();
    let mut files = Vec::new();
    for folder in ["corpus", "tests", "src"] {
        find(&root().join(folder), &mut files);
    }
    let mut found = HashSet::new();
    for text in files.iter().filter_map(|path| shown(path)) {
        for line in text.replace("\\n", "\n").split('\n') {
            let words = words(line);
            for start in 0..words.len() {
                let mut run = String::new();
                for word in &words[start..] {
                    run += word;
                    if wanted.contains(&run) {
                        found.insert(run.clone());
                    }
                    if !beginnings.contains(&run) {
                        break;
                    }
                    run.push(' ');
                }
            }
        }
    }
    found
}

/// What a file shows of the language: of a source its tests, of the other files all but the table of this test.
fn shown(path: &Path) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let below = path.strip_prefix(root()).ok()?.to_string_lossy().replace('\\', "/");
    if below == "tests/entries.txt" || below.contains("/data/") {
        return None;
    }
    if !below.starts_with("src/") || below.contains("/tests") {
        return Some(text);
    }
    text.find("#[cfg(test)]").filter(|_| below.ends_with(".rs")).map(|at| text[at..].to_owned())
}

/// The words of a text in small letters.
fn words(text: &str) -> Vec<String> {
    let text: String = text.nfc().flat_map(char::to_lowercase).collect();
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn lists() -> Vec<PathBuf> {
    let mut files = Vec::new();
    find(&root().join("src"), &mut files);
    files.retain(|path| path.components().any(|part| part.as_os_str() == "data"));
    files
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.map(|entry| entry.expect("the folder can be read").path()) {
        if path.is_dir() {
            find(&path, files);
        } else {
            files.push(path);
        }
    }
    files.sort();
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn entries_are_taken_out_of_their_lines() {
    let check = |line: &str, part: &str, expected: &[&str]| assert_eq!(phrases(line, part), expected, "{line}");
    check("founding verb được xây dựng", "2", &["được xây dựng"]);
    check("active\tthay thế/thế [cho toàn bộ] Thông tư", "1", &["thay thế thông tư"]);
    check("Quận ủy", "line", &["quận ủy"]);
    check("ngày day 5", "first", &["ngày"]);
    check("tìm = tra cứu, hỏi", "forms", &["tìm", "tra cứu", "hỏi"]);
}
