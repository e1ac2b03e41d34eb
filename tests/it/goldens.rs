//! Whole outputs of the program over `corpus/` to goldens, so that a change of them is read.

use serde_json::Value;

use crate::english::english_words;
use crate::support::{Run, corpus_index, golden, program, root};

/// What is typed behind `tracuu`, and the golden that holds what it prints.
const PLAIN: [(&str, &[&str]); 41] = [
    ("search-person.txt", &["search", "Đỗ Văn Thắng", "--limit", "3"]),
    ("search-number.txt", &["search", "142/kh-ldld", "--limit", "3"]),
    ("number.txt", &["number", "142"]),
    ("number-list.txt", &["number", "--list"]),
    ("people.txt", &["people", "--limit", "12"]),
    ("person.txt", &["people", "do van thang", "--limit", "3"]),
    ("person-short.txt", &["people", "ông Sơn"]),
    ("timeline.txt", &["timeline", "--to", "1950"]),
    ("timeline-query.txt", &["timeline", "đại hội công đoàn tỉnh", "--type", "congress"]),
    ("search-abbreviation.txt", &["search", "dai hoi cd tinh lan thu 8", "--limit", "2"]),
    ("search-date.txt", &["search", "--sort", "date", "tháng 4 năm 2021", "--limit", "4"]),
    ("search-impossible-day.txt", &["search", "ngày 31/6/2021"]),
    ("extract.txt", &["extract", "corpus/cao-bang-1946-1954.txt"]),
    ("search-phrase.txt", &["search", "\"đại hội lần thứ hai\"", "--limit", "3"]),
    ("search-unaccented.txt", &["search", "--explain", "bi thu tinh uy 1957", "--limit", "3"]),
    ("search-per-document.txt", &["search", "--per-document", "phong trào thi đua", "--limit", "3"]),
    ("search-nothing.txt", &["search", "xyz:zy", "\"qwerty"]),
    ("inspect-query.txt", &["inspect", "query", "ai là thư ký \"đại hội\" 06-ct/tu -chủ in:*.txt"]),
    ("inspect-tokens.txt", &["inspect", "tokens", "Kế hoạch số 142/KH-LĐLĐ ngày 05/4/2021, TB&XH; hoà thuận"]),
    ("inspect-passages.txt", &["inspect", "passages", "corpus/cao-bang-1955-1975.txt"]),
    ("inspect-mentions.txt", &["inspect", "mentions", "--why", "corpus/cao-bang-1986-1998.txt"]),
    ("inspect-document.txt", &["inspect", "document", "corpus/chi-thi-06-nam-2021.html"]),
    ("show.txt", &["show", "cao-bang-1955-1975.txt:12"]),
    ("eval.txt", &["eval", "tests/queries.jsonl"]),
    ("help.txt", &["--help"]),
    ("help-search.txt", &["search", "--help"]),
    ("help-number.txt", &["number", "--help"]),
    ("help-timeline.txt", &["timeline", "--help"]),
    ("help-people.txt", &["people", "--help"]),
    ("help-extract.txt", &["extract", "--help"]),
    ("help-index.txt", &["help", "index"]),
    ("help-show.txt", &["help", "show"]),
    ("help-eval.txt", &["help", "eval"]),
    ("help-inspect.txt", &["help", "inspect"]),
    ("help-inspect-document.txt", &["help", "inspect", "document"]),
    ("help-inspect-mentions.txt", &["help", "inspect", "mentions"]),
    ("help-status.txt", &["help", "status"]),
    ("help-check.txt", &["help", "check"]),
    ("help-mcp.txt", &["help", "mcp"]),
    ("help-short.txt", &["search", "-h"]),
    ("man.txt", &["man", "search"]),
];

/// The same for JSON.
const JSON: [(&str, &[&str]); 6] = [
    ("search-person.json", &["--json", "search", "do van thang", "--limit", "2"]),
    ("search-number.json", &["--json", "search", "--explain", "--per-document", "số 142/KH-LĐLĐ", "--limit", "2"]),
    ("number.json", &["--json", "number", "06 ct tu", "--limit", "1"]),
    ("people.json", &["--json", "people", "ông Sơn"]),
    ("inspect-mentions.json", &["--json", "inspect", "mentions", "--why", "tests/fixtures/mentions/lo-van-en.txt"]),
    ("inspect-query.json", &["--json", "inspect", "query", "ai là thư ký \"đại hội\" 06-ct/tu -chủ in:*.txt"]),
];

/// Lines of a golden at most.
const MAX_LINES: usize = 40;

/// What cannot be done, or only with a notice.
const WRONG: [&[&str]; 34] = [
    &[],
    &["serach", "x"],
    &["--foo"],
    &["search"],
    &["search", "--limt", "3", "x"],
    &["search", "--limit", "x", "y"],
    &["search", "--limit"],
    &["search", "--sort", "x", "y"],
    &["search", "--sort"],
    &["search", "--from", "abc", "x"],
    &["search", "--from", "30/4", "x"],
    &["search", "--from", "31/2/2021", "x"],
    &["search", "--date", "", "x"],
    &["search", "--number", "x", "y"],
    &["search", "--person", "12", "y"],
    &["search", "a", "--from", "1960", "--to", "1950"],
    &["search", "a", "--batch", "b"],
    &["search", "công đoàn", "--limit", "20000", "--offset", "10000"],
    &["search", "bầu", "in:khong-co.txt"],
    &["status", "x"],
    &["show", "khong-co.txt"],
    &["show", "77/KH-XYZ"],
    &["show", "cao-bang-1955-1975.txt:9999"],
    &["show", "cao-bang"],
    &["number", "x"],
    &["number", "--list", "12"],
    &["people", "12"],
    &["people", "Lê Văn Khôngcó"],
    &["timeline", "--type", "x"],
    &["extract", "/khong-co"],
    &["inspect", "document", "/khong-co"],
    &["index", "/khong-co"],
    &["index", "--threads", "0"],
    &["eval", "README.md"],
];

#[test]
fn plain_outputs_are_as_they_were() {
    for (language, end) in LANGUAGES {
        for (name, arguments) in PLAIN {
            let run = run_in(language, arguments);
            let out: Vec<String> = run.out.lines().map(without_time).collect();
            let kept = &out[..out.len().min(if name.starts_with("help") || name.starts_with("man") {
                usize::MAX
            } else {
                MAX_LINES
            })];
            let mut text = format!("$ tracuu {}\n{}\n", quoted(arguments), kept.join("\n"));
            if kept.len() < out.len() {
                text.push_str(&format!("[and {} lines more]\n", out.len() - kept.len()));
            }
            for line in run.err.lines() {
                text.push_str(&format!("[standard error] {line}\n"));
            }
            text.push_str(&format!("[exit code {}]\n", run.code.unwrap()));
            golden(&name.replace(".txt", end), &text);
        }
    }
}

#[test]
fn what_is_wrong_is_told_in_either_language() {
    for (language, end) in LANGUAGES {
        let mut text = String::new();
        for arguments in WRONG {
            let run = run_in(language, arguments);
            let err: Vec<&str> = run.err.lines().take(2).collect();
            text.push_str(&format!("$ tracuu {}\n{}\n", quoted(arguments), err.join("\n")));
            text.push_str(&format!("[exit code {}]\n", run.code.unwrap()));
        }
        golden(&format!("wrong{end}"), &text);
    }
}

/// How the names of goldens begin that hold text of documents.
const FOUND: &[&str] = &["search", "number", "people", "person", "timeline", "extract", "inspect", "show", "eval"];

/// Words of English messages that no Vietnamese one has stand in nothing that is told in Vietnamese.
#[test]
fn what_is_told_in_vietnamese_holds_no_english() {
    let told = PLAIN.iter().map(|(name, _)| name.replace(".txt", ".vi.txt")).chain(["wrong.vi.txt".to_owned()]);
    for name in told {
        let text = std::fs::read_to_string(root().join("tests/golden").join(&name)).unwrap();
        // what is found is in the language of the documents
        let is_found = FOUND.iter().any(|kind| name.starts_with(kind));
        let is_ours = |line: &&str| line.starts_with("[standard error]") || !is_found;
        let lines: Vec<&str> =
            text.lines().filter(is_ours).map(|line| line.trim_start_matches("[standard error]")).collect();
        assert_eq!(english_words(&lines.join("\n")), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn json_outputs_are_as_they_were() {
    for (name, arguments) in JSON {
        let run = run(arguments);
        assert_eq!(run.err, "", "{name}");
        let values = run.json().into_iter().map(|mut value| {
            steady(&mut value);
            serde_json::to_string_pretty(&value).unwrap() + "\n"
        });
        golden(name, &values.collect::<String>());
    }
}

/// The languages, and how the names of their goldens end.
const LANGUAGES: [(&str, &str); 2] = [("en", ".txt"), ("vi", ".vi.txt")];

/// Runs the program in English.
fn run(arguments: &[&str]) -> Run {
    run_in("en", arguments)
}

/// Runs the program in the folder of the project on an index of `corpus/`, which no golden names.
fn run_in(language: &str, arguments: &[&str]) -> Run {
    let index = corpus_index();
    let index = ["--index", index.path().to_str().unwrap()];
    let mut command = program(root(), &[&index[..], arguments].concat());
    Run::of(command.env("TRACUU_LANG", language).env("NO_COLOR", "1").env("COLUMNS", "80").output().unwrap())
}

/// Arguments as they are typed in a shell.
fn quoted(arguments: &[&str]) -> String {
    let bare = |argument: &str| argument.chars().all(|c| c.is_alphanumeric() || "-_/.:".contains(c));
    let quote = |argument: &&str| if bare(argument) { (*argument).to_owned() } else { format!("'{argument}'") };
    arguments.iter().map(quote).collect::<Vec<_>>().join(" ")
}

/// A line with nothing in it that a clock has measured: neither the figure
/// nor its unit, which a slow machine changes too.
fn without_time(line: &str) -> String {
    let timed = |word: &&str| ["ms", "s", "giây"].contains(word);
    let words: Vec<&str> = line.split(' ').collect();
    match words.iter().position(timed) {
        Some(at) if at > 0 && words[at - 1].replace(',', ".").parse::<f64>().is_ok() => {
            [&words[..at - 1], &["N", "ms"], &words[at + 1..]].concat().join(" ")
        }
        _ => line.to_owned(),
    }
}

/// Takes out what a clock has measured, and the last digits of scores.
fn steady(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if let Some(took) = fields.get_mut("took_ms") {
                *took = 0.into();
            }
            fields.values_mut().for_each(steady);
        }
        Value::Array(values) => values.iter_mut().for_each(steady),
        Value::Number(number) if number.is_f64() => {
            let rounded = number.as_f64().map(|number| (number * 1e3).round() / 1e3);
            *value = rounded.into();
        }
        _ => {}
    }
}
