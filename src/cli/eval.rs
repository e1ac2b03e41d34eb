//! Queries whose answers are known to the figures that measure an index, and to whether other weights rank better.

mod set;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use self::set::{Answered, Set};
use super::bounded;
use super::help::help;
use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::measure::{Against, Compared, Metrics, against, mean, mean_difference};
use crate::query::Weights;
use crate::snippet::text::clean;
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
    let (language, out) = (session.language, &mut session.out);
    let decimal = |value: f64| language.decimal(value, 4);
    let wide = evaluated.kinds.iter().map(|row| row.kind.chars().count()).max().unwrap_or(0).max(14);
    let (kind, queries) = (language.word(Word::Kind), language.word(Word::Queries));
    writeln!(out, "{kind:<wide$} {queries:>7}  MRR@10  nDCG@10  recall@10  success@1")?;
    for row in &evaluated.kinds {
        let KindFigures { kind, queries, mrr_10, ndcg_10, recall_10, success_1 } = row;
        let kind = clean(if kind == ALL { language.word(Word::All) } else { kind });
        let [mrr, ndcg, recall, success] = [mrr_10, ndcg_10, recall_10, success_1].map(|&value| match queries {
            // no query has an answer that could be found
            0 => "–".to_owned(),
            _ => decimal(value),
        });
        writeln!(out, "{kind:<wide$} {queries:>7}  {mrr:>6}  {ndcg:>7}  {recall:>9}  {success:>9}")?;
    }
    let Evaluated { without_answer, hits_without_answer, mean_ms, .. } = evaluated;
    if *without_answer > 0 {
        let hits = Told::HitsWithoutAnswer { hits: *hits_without_answer, of: *without_answer };
        writeln!(out, "{}", language.told(hits))?;
    }
    Ok(writeln!(out, "{}", language.told(Told::MeanTime { ms: *mean_ms }))?)
}

fn print_compared(compared: &ComparedSets, session: &mut Session) -> Result<(), Failure> {
    if session.json {
        return session.print_json(compared);
    }
    let (language, out) = (session.language, &mut session.out);
    let wide = compared.sets.iter().map(|set| set.set.chars().count()).max().unwrap_or(0).max(14);
    let words = [Word::Set, Word::Queries, Word::ChangedWeights, Word::Difference, Word::Draws];
    let [set, queries, changed, difference, draws] = words.map(|word| language.word(word));
    writeln!(out, "{set:<wide$} {queries:>7}  MRR@10  {changed:>7}  {difference:>10}  {draws}")?;
    let signed = |value: f64| format!("{}{}", if value < 0.0 { "" } else { "+" }, language.decimal(value, 4));
    for set in &compared.sets {
        let name = clean(&set.set);
        let (queries, [now, then]) = (set.queries, [set.mrr_10, set.changed_mrr_10].map(|v| language.decimal(v, 4)));
        let (difference, [least, most]) = (signed(set.difference), set.between);
        let between = language.told(Told::InDraws { least, most });
        writeln!(out, "{name:<wide$} {queries:>7}  {now:>6}  {then:>7}  {difference:>10}  {between}")?;
    }
    let (label, mean) = (language.word(Word::Mean), signed(compared.mean_difference));
    writeln!(out, "{label:<wide$} {:>7}  {:>6}  {:>7}  {mean:>10}", "", "", "")?;
    let verdict = Told::Verdict { against: &compared.against.join("; ") };
    Ok(writeln!(out, "{}", language.told(verdict))?)
}
