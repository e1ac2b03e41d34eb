//! What the benchmarks share: the text they run over and the queries made of it.
//!
//! The text is `corpus/` many times over, or the JSON Lines file that `TRACUU_BENCH` names.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use tracuu::archive::{Archive, Extracted};
use tracuu::corpus::{self, Document, Manner};
use tracuu::stages::{self, divide};

/// How many times the documents of `corpus/` are repeated, with numbers of their own.
const REPEATS: usize = 60;

/// The JSON Lines file that is indexed.
pub fn source() -> PathBuf {
    if let Some(path) = std::env::var_os("TRACUU_BENCH") {
        return path.into();
    }
    let path = std::env::temp_dir().join(format!("tracuu-bench-{}.jsonl", std::process::id()));
    let mut lines = String::new();
    for (n, document) in (0..REPEATS).flat_map(|n| documents(Path::new("corpus")).into_iter().map(move |d| (n, d))) {
        // texts that differ, so that a term is not in all documents or in none
        let text = document.text.replace("19", &format!("{}", 19 + n));
        let line = serde_json::json!({"id": format!("{}#{n}", document.id), "text": text});
        lines.push_str(&format!("{line}\n"));
    }
    fs::write(&path, lines).expect("the temporary folder can be written");
    path
}

/// The documents under a path.
pub fn documents(path: &Path) -> Vec<Document> {
    let mut documents = Vec::new();
    Archive::extract(&[path.to_owned()], &Manner::default(), &corpus::Limits::default(), &mut |came| {
        if let Extracted::Document(document, _) = came {
            documents.push(document);
        }
        std::ops::ControlFlow::Continue(())
    });
    documents
}

/// The passages that the index is made of, as plain texts.
pub fn passages(path: &Path) -> Vec<String> {
    let cut = |document: &Document| {
        let division = divide(document, &stages::Limits::default());
        division.passages.into_iter().map(|passage| document.text[passage.range].to_owned()).collect::<Vec<_>>()
    };
    documents(path).iter().flat_map(cut).collect()
}

/// Queries of one kind, made of the text itself: runs of its words.
pub struct Queries {
    /// What kind they are.
    pub kind: &'static str,
    /// The queries as typed.
    pub lines: Vec<String>,
    /// The same words as the bare index needs them: with their diacritics, or it finds nothing.
    pub bare: Vec<String>,
    /// Whether they are phrases.
    pub phrase: bool,
}

/// Short, long, phrase and unaccented queries, the same for the same passages.
pub fn queries(passages: &[String]) -> Vec<Queries> {
    let long = |words: usize| -> Vec<String> {
        let step = (passages.len() / 200).max(1);
        let from = |text: &String| -> Option<String> {
            let all: Vec<&str> = text.split_whitespace().collect();
            let start = (all.len().checked_sub(words)?) / 2;
            Some(all[start..start + words].join(" ").replace('"', ""))
        };
        passages.iter().step_by(step).filter_map(from).take(200).collect()
    };
    let short = long(3);
    let unaccented = short.iter().map(|line| stages::fold(line)).collect();
    let same = |kind, lines: Vec<String>, phrase| Queries { kind, bare: lines.clone(), lines, phrase };
    vec![
        same("short", short.clone(), false),
        same("long", asked().unwrap_or_else(|| long(20)), false),
        same("phrase", short.clone(), true),
        Queries { kind: "unaccented", lines: unaccented, bare: short, phrase: false },
    ]
}

/// The questions of the JSON Lines file that `TRACUU_BENCH_QUERIES` names.
fn asked() -> Option<Vec<String>> {
    let file = fs::File::open(std::env::var_os("TRACUU_BENCH_QUERIES")?).ok()?;
    let question = |line: String| -> Option<String> {
        let line: serde_json::Value = serde_json::from_str(&line).ok()?;
        Some(line.get("query")?.as_str()?.to_owned())
    };
    Some(BufReader::new(file).lines().map_while(Result::ok).filter_map(question).take(200).collect())
}
