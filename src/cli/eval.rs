//! Queries whose answers are known to the figures that measure an index, and to whether other weights rank better.

mod set;

use std::collections::BTreeMap;
use std::path::PathBuf;

use anstyle::Style;
use clap::Args;

use self::set::{Answered, Set};
use super::bounded;
use super::help::help;
use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::measure::{Against, Compared, Metrics, against, mean, mean_difference};
use crate::query::Weights;
use crate::snippet::text::clean;
use crate::terminal::row::Row;
use crate::terminal::table::{self, Table};
use crate::voice::{Fault, Language, Told, Topic, Word};
use crate::wire::queries::{OddWeights, weights};
use crate::wire::reports::{ComparedSet, ComparedSets, Evaluated, KindFigures};

/// Bytes of a file of weights, at most.
const MOST_WEIGHTS: u64 = 1 << 20;

/// What all kinds together are called in JSON.
const ALL: &str = "all";

/// What was typed behind `eval`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::EvalExamples))]
pub(super) struct EvalArgs {
    #[arg(required = true, value_name = help(Topic::File), help = help(Topic::EvalQueries))]
    queries: Vec<PathBuf>,
    #[arg(long, help = help(Topic::EvalFold))]
    fold: bool,
    #[arg(long, value_name = help(Topic::File), help = help(Topic::EvalWeights))]
    weights: Option<PathBuf>,
}

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
    let text = bounded::text(file, MOST_WEIGHTS)?;
    let name = file.display().to_string();
    let other = weights(&text).map_err(|odd| {
        let said = match &odd {
            OddWeights::Unknown(name) => session.language.fault(Fault::NoWeight { typed: name }),
            OddWeights::NoNumber(name) => session.language.fault(Fault::NoFigure { name }),
            OddWeights::Said(said) => session.language.quoted(said),
        };
        Failure::refused(Told::WeightsOdd { file: &name, said: &said })
    })?;
    let mut rows = Vec::new();
    for (set, now) in sets.iter().zip(&answered) {
        let then = set.answer(other)?;
        let ranks = |answered: &Answered| -> Vec<f64> {
            answered.queries.iter().map(|(_, query)| query.reciprocal_rank).collect()
        };
        rows.push(Compared::of(&set.name, &ranks(now), &ranks(&then)));
    }
    print_compared(&compared(&rows, session.language), session)?;
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
    let rows = named.chain([(ALL, all)]);
    rows.map(|(kind, queries)| {
        let Metrics { reciprocal_rank, ndcg, recall, success } = mean(&queries);
        let (kind, queries) = (kind.to_owned(), queries.len() as u64);
        KindFigures { kind, queries, mrr_10: reciprocal_rank, ndcg_10: ndcg, recall_10: recall, success_1: success }
    })
    .collect()
}

fn compared(rows: &[Compared], language: Language) -> ComparedSets {
    let sets = rows.iter().map(|row| ComparedSet {
        set: row.set.clone(),
        queries: row.queries,
        mrr_10: row.now,
        changed_mrr_10: row.then,
        difference: row.difference,
        between: row.between,
    });
    let against: Vec<String> = against(rows).iter().map(|against| reason(against, language)).collect();
    let mean_difference = mean_difference(rows);
    ComparedSets { sets: sets.collect(), mean_difference, is_better: against.is_empty(), against }
}

fn reason(against: &Against, language: Language) -> String {
    language.told(match against {
        Against::NoRise => Told::NoRise,
        Against::Fall { set, by } => Told::Fall { set, by: *by },
        Against::Chance => Told::Chance,
    })
}

fn print(evaluated: &Evaluated, session: &mut Session) -> Result<(), Failure> {
    if session.json {
        return session.print_json(evaluated);
    }
    let (language, columns) = (session.language, session.row_columns());
    let out = &mut session.out;
    let wide = evaluated.kinds.iter().map(|row| row.kind.chars().count()).max().unwrap_or(0).max(14);
    let names =
        [(language.word(Word::Queries), 8), ("MRR@10", 8), ("nDCG@10", 9), ("recall@10", 11), ("success@1", 11)];
    let row = |KindFigures { kind, queries, mrr_10, ndcg_10, recall_10, success_1 }: &KindFigures| {
        let kind = clean(if kind == ALL { language.word(Word::All) } else { kind });
        let figures = [mrr_10, ndcg_10, recall_10, success_1].map(|&value| match queries {
            // no query has an answer that could be found
            0 => table::NONE.to_owned(),
            _ => language.decimal(value, 4),
        });
        (kind, [queries.to_string()].into_iter().chain(figures).collect())
    };
    let of = (language.word(Word::Kind), wide);
    Table { of, names: names.to_vec(), rows: evaluated.kinds.iter().map(row).collect() }.print(out, columns)?;
    let Evaluated { without_answer, hits_without_answer, mean_ms, .. } = evaluated;
    if *without_answer > 0 {
        let hits = Told::HitsWithoutAnswer { hits: *hits_without_answer, of: *without_answer };
        Row::of(Style::new(), &language.told(hits)).print(out, 0, columns)?;
    }
    Ok(Row::of(Style::new(), &language.told(Told::MeanTime { ms: *mean_ms })).print(out, 0, columns)?)
}

fn print_compared(compared: &ComparedSets, session: &mut Session) -> Result<(), Failure> {
    if session.json {
        return session.print_json(compared);
    }
    let (language, columns) = (session.language, session.row_columns());
    let out = &mut session.out;
    let wide = compared.sets.iter().map(|set| set.set.chars().count()).max().unwrap_or(0).max(14);
    let words = [Word::Set, Word::Queries, Word::ChangedWeights, Word::Difference, Word::Draws];
    let [set, queries, changed, difference, draws] = words.map(|word| language.word(word));
    let names = [(queries, 8), ("MRR@10", 8), (changed, 9), (difference, 12), (draws, 0)];
    let signed = |value: f64| format!("{}{}", if value < 0.0 { "" } else { "+" }, language.decimal(value, 4));
    let row = |set: &ComparedSet| {
        let [now, then] = [set.mrr_10, set.changed_mrr_10].map(|figure| language.decimal(figure, 4));
        let (difference, [least, most]) = (signed(set.difference), set.between);
        let between = language.told(Told::InDraws { least, most });
        (clean(&set.set), vec![set.queries.to_string(), now, then, difference, between])
    };
    let mean = [String::new(), String::new(), String::new(), signed(compared.mean_difference)];
    let mean = (language.word(Word::Mean).to_owned(), mean.to_vec());
    let rows = compared.sets.iter().map(row).chain([mean]).collect();
    Table { of: (set, wide), names: names.to_vec(), rows }.print(out, columns)?;
    let verdict = Told::Verdict { against: &compared.against.join("; ") };
    Ok(Row::of(Style::new(), &language.told(verdict)).print(out, 0, columns)?)
}
