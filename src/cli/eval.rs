//! Queries whose answers are known to the figures that measure an index, and to whether other weights rank better.

mod set;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use self::set::{Answered, Set};
use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::error::Error;
use crate::measure::{Against, Compared, Metrics, against, mean, mean_difference};
use crate::query::Weights;
use crate::snippet::text::clean;
use crate::wire::queries::weights;
use crate::wire::reports::{ComparedSet, ComparedSets, Evaluated, KindFigures};

/// What was typed behind `eval`.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(super) struct EvalArgs {
    /// JSON Lines files of queries, or folders of `queries.jsonl` and the `index` that answers them
    #[arg(required = true)]
    queries: Vec<PathBuf>,
    /// Take the diacritics off the queries first
    #[arg(long)]
    fold: bool,
    /// Compare with other weights of ranking: a JSON file of those that change
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
}

const HELP: &str = "\
A line of the file is {\"query\", \"kind\", \"relevant\"}. What is relevant is a document's id, or
{\"id\", \"grade\"}, or {\"file\", \"line\", \"grade\"}: a line of a file named without its folder,
line 0 for any. Documents count once, at their best passage.

Of several sets each is a row. With --weights each row has the difference that other weights make
and between what it lies in 95 of 100 draws of the queries. They are better if the mean over the
sets rises, no set falls by more than 0.003, and the difference of one set lies above 0 for sure.

Examples:
  tracuu eval tests/queries.jsonl
  tracuu eval tests/queries.jsonl --fold --json
  tracuu eval sets/law sets/people --weights new.json      where new.json is {\"k1\": 0.7}";

pub(super) fn run(typed: &EvalArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let sets = typed.queries.iter().map(|path| Set::open(path, &session.index, typed.fold));
    let sets = sets.collect::<Result<Vec<_>, _>>()?;
    let answered = sets.iter().map(|set| set.answer(Weights::default())).collect::<Result<Vec<_>, _>>()?;
    let Some(file) = &typed.weights else {
        let mut kinds: BTreeMap<&str, Vec<Metrics>> = BTreeMap::new();
        for (set, answered) in sets.iter().zip(&answered) {
            for (kind, metrics) in &answered.queries {
                kinds.entry(if sets.len() > 1 { &set.name } else { kind }).or_default().push(*metrics);
            }
        }
        print(&evaluated(kinds, &answered), session)?;
        return Ok(Outcome::Done);
    };
    let text = fs::read_to_string(file).map_err(|error| Error::io(file, error))?;
    let wrong = |reason| Failure::Refused(format!("{}: {reason}: leave out the weights that stay", file.display()));
    let other = weights(&text).map_err(wrong)?;
    let mut rows = Vec::new();
    for (set, now) in sets.iter().zip(&answered) {
        let then = set.answer(other)?;
        let ranks = |answered: &Answered| -> Vec<f64> {
            answered.queries.iter().map(|(_, query)| query.reciprocal_rank).collect()
        };
        rows.push(Compared::of(&set.name, &ranks(now), &ranks(&then)));
    }
    print_compared(&compared(&rows), session)?;
    Ok(Outcome::Done)
}

fn evaluated(kinds: BTreeMap<&str, Vec<Metrics>>, answered: &[Answered]) -> Evaluated {
    let sum = |figure: fn(&Answered) -> u64| answered.iter().map(figure).sum::<u64>();
    let without_answer = sum(|set| set.without_answer);
    let queries = sum(|set| set.queries.len() as u64) + without_answer;
    let took_ms: f64 = answered.iter().map(|set| set.took_ms).sum();
    Evaluated {
        kinds: figures(kinds),
        without_answer,
        hits_without_answer: sum(|set| set.hits_without_answer),
        mean_ms: took_ms / queries.max(1) as f64,
    }
}

fn figures(kinds: BTreeMap<&str, Vec<Metrics>>) -> Vec<KindFigures> {
    let all: Vec<Metrics> = kinds.values().flatten().copied().collect();
    let named = kinds.into_iter().filter(|(kind, _)| !kind.is_empty());
    let rows = named.chain([("all", all)]);
    rows.map(|(kind, queries)| {
        let Metrics { reciprocal_rank, ndcg, recall, success } = mean(&queries);
        let (kind, queries) = (kind.to_owned(), queries.len() as u64);
        KindFigures { kind, queries, mrr_10: reciprocal_rank, ndcg_10: ndcg, recall_10: recall, success_1: success }
    })
    .collect()
}

fn compared(rows: &[Compared]) -> ComparedSets {
    let sets = rows.iter().map(|row| ComparedSet {
        set: row.set.clone(),
        queries: row.queries,
        mrr_10: row.now,
        changed_mrr_10: row.then,
        difference: row.difference,
        between: row.between,
    });
    let against: Vec<String> = against(rows).iter().map(reason).collect();
    let mean_difference = mean_difference(rows);
    ComparedSets { sets: sets.collect(), mean_difference, is_better: against.is_empty(), against }
}

fn reason(against: &Against) -> String {
    match against {
        Against::NoRise => "the mean over the sets does not rise".to_owned(),
        Against::Fall { set, by } => format!("{set} falls by {by:.4}"),
        Against::Chance => "each difference may be chance".to_owned(),
    }
}

fn print(evaluated: &Evaluated, session: &mut Session) -> Result<(), Failure> {
    if session.json {
        return session.print_json(evaluated);
    }
    let out = &mut session.out;
    let wide = evaluated.kinds.iter().map(|row| row.kind.chars().count()).max().unwrap_or(0).max(14);
    writeln!(out, "{:<wide$} {:>7}  MRR@10  nDCG@10  recall@10  success@1", "kind", "queries")?;
    for row in &evaluated.kinds {
        let KindFigures { kind, queries, mrr_10, ndcg_10, recall_10, success_1 } = row;
        let kind = clean(kind);
        writeln!(out, "{kind:<wide$} {queries:>7}  {mrr_10:>6.4}  {ndcg_10:>7.4}  {recall_10:>9.4}  {success_1:>9.4}")?;
    }
    let Evaluated { without_answer, hits_without_answer, mean_ms, .. } = evaluated;
    if *without_answer > 0 {
        writeln!(out, "hits for queries without an answer: {hits_without_answer} of {without_answer}")?;
    }
    Ok(writeln!(out, "{mean_ms:.2} ms a query")?)
}

fn print_compared(compared: &ComparedSets, session: &mut Session) -> Result<(), Failure> {
    if session.json {
        return session.print_json(compared);
    }
    let out = &mut session.out;
    let wide = compared.sets.iter().map(|set| set.set.chars().count()).max().unwrap_or(0).max(14);
    writeln!(out, "{:<wide$} {:>7}  MRR@10  changed  difference  in 95 of 100 draws", "set", "queries")?;
    for set in &compared.sets {
        let name = clean(&set.set);
        let (queries, [now, then]) = (set.queries, [set.mrr_10, set.changed_mrr_10]);
        let (difference, [least, most]) = (set.difference, set.between);
        writeln!(
            out,
            "{name:<wide$} {queries:>7}  {now:>6.4}  {then:>7.4}  {difference:>+10.4}  {least:>+8.4} to {most:>+.4}"
        )?;
    }
    let mean = compared.mean_difference;
    writeln!(out, "{:<wide$} {:>7}  {:>6}  {:>7}  {mean:>+10.4}", "mean", "", "", "")?;
    let verdict = match compared.against.as_slice() {
        [] => "better".to_owned(),
        against => format!("not better: {}", against.join("; ")),
    };
    Ok(writeln!(out, "the changed weights are {verdict}")?)
}
