//! A set of queries whose answers are known and an index to the figures of each query.

use std::path::{Path, PathBuf};

use crate::archive::Archive;
use crate::cli::bounded;
use crate::cli::chosen::chosen;
use crate::cli::outcome::Failure;
use crate::measure::{GoldQuery, Metrics};
use crate::query::Weights;
use crate::search::Request;
use crate::voice::Told;
use crate::wire::queries::gold_query;

/// Bytes of a file of queries, at most.
const MOST: u64 = 256 << 20;

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
        let text = bounded::text(&file, MOST)?;
        let mut queries = Vec::new();
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
            let wrong = |reason: String| {
                let (file, said) = (file.display().to_string(), chosen().quoted(&reason));
                Failure::refused(Told::GoldOdd { file: &file, line: number, said: &said })
            };
            let gold = gold_query(line).map_err(wrong)?;
            queries.push(if fold { gold.without_marks() } else { gold });
        }
        if queries.is_empty() {
            return Err(Failure::refused(Told::NoQueries { file: &file.display().to_string() }));
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
            if !gold.evidence.is_empty() {
                answered.queries.push((gold.kind.clone(), gold.measure_direct(&answer.answers)));
            } else if gold.relevant.is_empty() {
                answered.without_answer += 1;
                answered.hits_without_answer += u64::from(!answer.hits.is_empty());
            } else {
                answered.queries.push((gold.kind.clone(), gold.measure(&answer.hits)));
            }
        }
        Ok(answered)
    }
}
