//! Queries whose answers are known to the figures that measure the current index.

mod metrics;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use self::metrics::{DEPTH, Metrics, mean, measure};
use super::{Failure, Outcome, Session};
use crate::error::Error;
use crate::index::Reader;
use crate::render::json_lines::{GoldQuery, Relevant, gold_query};
use crate::render::reports::{Evaluated, KindFigures};
use crate::search::{Hit, Request, search};

/// Passages that are fetched so that ten documents are among them.
const FETCHED: usize = 100;

/// What was typed behind `eval`.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(super) struct EvalArgs {
    /// A JSON Lines file of queries
    queries: PathBuf,
    /// Take the diacritics off the queries first
    #[arg(long)]
    fold: bool,
}

const HELP: &str = "\
A line of the file is {\"query\", \"kind\", \"relevant\"}. What is relevant is a document's id, or
{\"id\", \"grade\"}, or {\"file\", \"line\", \"grade\"}: a line of a file named without its folder,
line 0 for any. Documents count once, at their best passage.

Examples:
  tracuu eval tests/queries.jsonl
  tracuu eval tests/queries.jsonl --fold --json";

pub(super) fn run(typed: &EvalArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let reader = Reader::open(&session.index)?;
    let text = fs::read_to_string(&typed.queries).map_err(|error| Error::io(&typed.queries, error))?;
    let mut kinds: BTreeMap<String, Vec<Metrics>> = BTreeMap::new();
    let (mut without_answer, mut hits_without_answer, mut queries, mut took_ms) = (0, 0, 0, 0.0);
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let wrong = |reason| {
            let file = typed.queries.display();
            Failure::Refused(format!("{file}:{number}: {reason}: `tracuu eval --help` tells what a line looks like"))
        };
        let mut gold = gold_query(line).map_err(wrong)?;
        if typed.fold {
            gold.query = without_marks(&gold.query);
        }
        let answer = search(&reader, &Request { limit: FETCHED, ..Request::new(&*gold.query) })?;
        queries += 1;
        took_ms += answer.took_ms;
        if gold.relevant.is_empty() {
            without_answer += 1;
            hits_without_answer += u64::from(!answer.hits.is_empty());
        } else {
            kinds.entry(gold.kind.clone()).or_default().push(measure_query(&gold, &answer.hits));
        }
    }
    let evaluated = Evaluated {
        kinds: figures(kinds),
        without_answer,
        hits_without_answer,
        mean_ms: took_ms / f64::from(queries.max(1)),
    };
    print(&evaluated, session)?;
    Ok(Outcome::Done)
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

fn figures(kinds: BTreeMap<String, Vec<Metrics>>) -> Vec<KindFigures> {
    let all: Vec<Metrics> = kinds.values().flatten().copied().collect();
    let named = kinds.into_iter().filter(|(kind, _)| !kind.is_empty());
    let rows = named.chain([("all".to_owned(), all)]);
    rows.map(|(kind, queries)| {
        let Metrics { reciprocal_rank, ndcg, recall, success } = mean(&queries);
        let queries = queries.len() as u64;
        KindFigures { kind, queries, mrr_10: reciprocal_rank, ndcg_10: ndcg, recall_10: recall, success_1: success }
    })
    .collect()
}

fn print(evaluated: &Evaluated, session: &mut Session) -> Result<(), Failure> {
    if session.json {
        return session.print_json(evaluated);
    }
    let out = &mut session.out;
    writeln!(out, "{:<14} {:>7}  MRR@10  nDCG@10  recall@10  success@1", "kind", "queries")?;
    for row in &evaluated.kinds {
        let KindFigures { kind, queries, mrr_10, ndcg_10, recall_10, success_1 } = row;
        let kind = crate::render::text::clean(kind);
        writeln!(out, "{kind:<14} {queries:>7}  {mrr_10:>6.4}  {ndcg_10:>7.4}  {recall_10:>9.4}  {success_1:>9.4}")?;
    }
    let Evaluated { without_answer, hits_without_answer, mean_ms, .. } = evaluated;
    if *without_answer > 0 {
        writeln!(out, "hits for queries without an answer: {hits_without_answer} of {without_answer}")?;
    }
    Ok(writeln!(out, "{mean_ms:.2} ms a query")?)
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
    use crate::index::StoredPassage;

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
