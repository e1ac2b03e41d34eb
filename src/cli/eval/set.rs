//! A set of queries whose answers are known and an index to the figures of each query.

use std::fs;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::archive::Archive;
use crate::cli::outcome::Failure;
use crate::error::Error;
use crate::measure::{DEPTH, Metrics, measure};
use crate::query::Weights;
use crate::search::{Hit, Request};
use crate::wire::queries::{GoldQuery, Relevant, gold_query};

/// Passages that are fetched so that ten documents are among them.
const FETCHED: usize = 100;

/// Queries whose answers are known, with the index that answers them.
pub(super) struct Set {
    /// What it is called: the name of its folder or file.
    pub(super) name: String,
    queries: Vec<GoldQuery>,
    archive: Archive,
}

/// How an index answers a set.
#[derive(Default)]
pub(super) struct Answered {
    /// The kind and the figures of each query that has an answer, in order.
    pub(super) queries: Vec<(String, Metrics)>,
    /// How many queries have no answer.
    pub(super) without_answer: u64,
    /// How many of those got hits all the same.
    pub(super) hits_without_answer: u64,
    /// How long all of them took, in milliseconds.
    pub(super) took_ms: f64,
}

impl Set {
    /// Reads a file of queries for the index in `index`, or a folder of `queries.jsonl` and its own `index`.
    pub(super) fn open(path: &Path, index: &Path, fold: bool) -> Result<Self, Failure> {
        let (file, index): (PathBuf, PathBuf) = match path.is_dir() {
            true => (path.join("queries.jsonl"), path.join("index")),
            false => (path.to_owned(), index.to_owned()),
        };
        let archive = Archive::open(index)?;
        let text = fs::read_to_string(&file).map_err(|error| Error::io(&file, error))?;
        let mut queries = Vec::new();
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
            let wrong = |reason| {
                let file = file.display();
                Failure::Refused(format!(
                    "{file}:{number}: {reason}: `tracuu eval --help` tells what a line looks like"
                ))
            };
            let mut gold = gold_query(line).map_err(wrong)?;
            if fold {
                gold.query = without_marks(&gold.query);
            }
            queries.push(gold);
        }
        if queries.is_empty() {
            let file = file.display();
            return Err(Failure::Refused(format!(
                "{file} holds no queries: `tracuu eval --help` tells what they look like"
            )));
        }
        let name = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Ok(Self { name, queries, archive })
    }

    /// Asks all queries.
    pub(super) fn answer(&self, weights: Weights) -> Result<Answered, Failure> {
        let mut answered = Answered::default();
        for gold in &self.queries {
            let request = Request::new(&*gold.query).limit(FETCHED).weights(weights);
            let answer = self.archive.search(&request)?;
            answered.took_ms += answer.took_ms;
            if gold.relevant.is_empty() {
                answered.without_answer += 1;
                answered.hits_without_answer += u64::from(!answer.hits.is_empty());
            } else {
                answered.queries.push((gold.kind.clone(), measure_query(gold, &answer.hits)));
            }
        }
        Ok(answered)
    }
}

fn measure_query(gold: &GoldQuery, hits: &[Hit]) -> Metrics {
    let mut relevant: Vec<&Relevant> = Vec::new();
    for answer in &gold.relevant {
        if !relevant.contains(&answer) {
            relevant.push(answer);
        }
    }
    let by_line = relevant.iter().any(|answer| matches!(answer, Relevant::Line { .. }));
    let mut docs: Vec<&str> = Vec::new();
    let mut held = Vec::new();
    for hit in hits {
        let again = docs.contains(&&*hit.passage.doc);
        docs.push(&hit.passage.doc);
        // where lines are asked for every passage counts, else every document
        if by_line || !again {
            held.push((0..relevant.len()).filter(|&answer| holds(hit, relevant[answer])).collect());
        }
        if held.len() == DEPTH {
            break;
        }
    }
    let grades: Vec<u32> = relevant.iter().map(|answer| answer.grade()).collect();
    measure(&held, &grades)
}

fn holds(hit: &Hit, answer: &Relevant) -> bool {
    let passage = &hit.passage;
    match answer {
        Relevant::Document(id) | Relevant::Graded { id, .. } => *id == passage.doc,
        Relevant::Line { file, line, .. } => {
            let name = passage.doc.rsplit('/').next().unwrap_or_default();
            name == file && (*line == 0 || (passage.lines.0..=passage.lines.1).contains(line))
        }
    }
}

/// A query as someone types it who leaves all diacritics out; case and signs stay.
fn without_marks(query: &str) -> String {
    let letters = query.nfd().filter(|letter| !is_combining_mark(*letter)).nfc();
    letters
        .map(|letter| {
            if letter == 'đ' {
                'd'
            } else if letter == 'Đ' {
                'D'
            } else {
                letter
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::StoredPassage;

    fn hit(doc: &str, lines: (u32, u32)) -> Hit {
        let passage = StoredPassage { doc: doc.to_owned(), lines, ..StoredPassage::default() };
        let (parts, highlights) = Default::default();
        Hit { rank: 1, score: 1.0, parts, passage, highlights, more_in_document: 0 }
    }

    #[test]
    fn both_forms_of_gold_are_measured() {
        let check = |relevant: &str, hits: &[Hit], rank: f64, recall: f64| {
            let gold = gold_query(&format!("{{\"query\": \"a\", \"relevant\": {relevant}}}")).expect("gold");
            let Metrics { reciprocal_rank, recall: found, .. } = measure_query(&gold, hits);
            assert_eq!((reciprocal_rank, found), (rank, recall), "{relevant}");
        };
        let hits = [hit("d/a.txt", (1, 4)), hit("d/a.txt", (5, 9)), hit("d/b.txt", (1, 1))];
        check(r#"["d/b.txt", "d/c.txt"]"#, &hits, 0.5, 0.5);
        check(r#"[{"file": "b.txt", "line": 1, "grade": 2}]"#, &hits, 1.0 / 3.0, 1.0);
        check(r#"[{"file": "a.txt", "line": 7, "grade": 2}]"#, &hits, 0.5, 1.0);
        check(r#"[{"file": "a.txt", "line": 0, "grade": 1}]"#, &hits, 1.0, 1.0);
        check(r#"[{"file": "a.txt", "line": 10, "grade": 1}]"#, &hits, 0.0, 0.0);
    }

    #[test]
    fn folding_takes_diacritics_only() {
        assert_eq!(without_marks("Đỗ Văn \"Thắng\" -be\u{302}\u{323}nh 06-CT/TƯ"), "Do Van \"Thang\" -benh 06-CT/TU");
    }
}
