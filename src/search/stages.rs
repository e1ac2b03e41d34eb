//! A plan to ranked passages: the engine finds candidates, they are ranked by themselves, the better ones with what
//! stands around them, and the best are looked at closely.

use super::asked::Asked;
use super::candidates::{self, Candidate, Found};
use super::rank::{self, Averages, Parts};
use super::together::{self, Others, Together};
use super::{dates, evidence, filler, nearness};
use crate::error::Result;
use crate::query::{Plan, Weights};
use crate::store::{Reader, StoredPassage, Totals};

/// How many candidates the first stage finds by words: the more words, the more passages hold some of them.
struct Wanted {
    a_word: usize,
    least: usize,
}

const MANY: Wanted = Wanted { a_word: 60, least: 200 };
const FEW: Wanted = Wanted { a_word: 15, least: 40 };
const MOST_CANDIDATES: usize = 500;

/// How many of them, the best by themselves, are ranked with what stands around them.
const RANKED: usize = 120;

/// How many passages before and after a candidate are its surroundings, within its document.
const REACH: u32 = 16;

/// How many of the best are looked at more closely.
const CLOSELY: usize = 48;

/// How many of the best are read where the query asks for nothing.
const READ: usize = 12;

/// Fewer hits than this from exact forms, and those that share letters alone are looked for too.
const TOO_FEW: usize = 40;

/// The first stage: candidates by what is named and by exact forms, or by letters alone where those are few.
pub(super) fn find(reader: &Reader, plan: &Plan, wanted: usize, weights: &Weights) -> Result<Found> {
    let columns = reader.columns()?;
    let mut together = Together::default();
    if plan.by_words.is_some() && plan.passing.is_none() {
        let average = averages(reader).body;
        together = together::find(reader, columns, plan, average, weights).map_err(|error| reader.engine(error))?;
    }
    let Wanted { a_word, least } = if together.others == Others::Many { MANY } else { FEW };
    // what a phrase finds is read whole
    let most = match plan.phrases.is_empty() {
        true => (a_word * plan.words.len()).clamp(least, MOST_CANDIDATES),
        false => RANKED,
    };
    let wanted = wanted.max(most);
    let find = |query| candidates::find(reader, columns, query, wanted).map_err(|error| reader.engine(error));
    let mut found = Found::default();
    if let Some(rare) = &plan.rare {
        found = find(&*rare.any)?;
        if found.more {
            found = find(&*rare.scored)?;
        }
    }
    let are_known = together.others == Others::None && wanted <= together.found.candidates.len();
    if let Some(by_words) = plan.by_words.as_ref().filter(|_| !are_known) {
        let by_words = find(&**by_words)?;
        match &plan.wider {
            Some(wider) if found.candidates.len() + by_words.candidates.len() < TOO_FEW => found.add(find(&**wider)?),
            _ => found.add(by_words),
        }
    }
    found.add(together.found);
    Ok(found)
}

/// The second stage: candidates, which are in order of address, with their scores, best first; those behind the
/// best `wanted` without their surroundings.
pub(super) fn rank(
    reader: &Reader,
    plan: &Plan,
    candidates: Vec<Candidate>,
    wanted: usize,
    weights: &Weights,
) -> Result<Vec<Ranked>> {
    let averages = averages(reader);
    let wanted = wanted.max(RANKED);
    let (mut best, mut rest) = (candidates, Vec::new());
    if best.len() > wanted {
        let mut ranked = scored(reader, plan, &best, 0, averages, weights)?;
        rest = ranked.split_off(wanted.min(ranked.len()));
        best = ranked.into_iter().map(|ranked| ranked.candidate).collect();
        best.sort_by_key(|candidate| candidate.address);
    }
    let mut ranked = scored(reader, plan, &best, REACH, averages, weights)?;
    let best = ranked.len().min(CLOSELY);
    rank_closely(reader, plan, &mut ranked[..best], averages, weights).map_err(|error| reader.engine(error))?;
    ranked[..best].sort_by(Ranked::compare);
    let least = ranked.last().map_or(0.0, |last| last.parts.score);
    for ranked in &mut rest {
        ranked.parts.score = ranked.parts.score.min(least);
    }
    ranked.extend(rest);
    Ok(ranked)
}

/// Candidates with their scores from themselves and so many passages around them, best first.
fn scored(
    reader: &Reader,
    plan: &Plan,
    candidates: &[Candidate],
    reach: u32,
    averages: Averages,
    weights: &Weights,
) -> Result<Vec<Ranked>> {
    let columns = reader.columns()?;
    let counted = evidence::count(reader.searcher(), columns, reader.fields(), &plan.evidence, candidates, reach);
    let counts = counted.map_err(|error| reader.engine(error))?;
    let intervals = dates::intervals(columns, candidates);
    let parts = rank::rank(plan, &counts, &intervals, averages, weights);
    let lengths = (0..candidates.len()).map(|candidate| counts.lengths(candidate).body);
    let mut ranked: Vec<Ranked> = candidates
        .iter()
        .zip(parts)
        .zip(lengths)
        .zip(&intervals)
        .map(|(((&candidate, parts), length), intervals)| {
            let day = dates::first(&plan.dates, intervals);
            Ranked { candidate, parts, passage: None, length, day }
        })
        .collect();
    if plan.only_named {
        ranked.retain(|ranked| ranked.parts.mentions > 0.0);
    }
    ranked.sort_by(Ranked::compare);
    Ok(ranked)
}

/// Looks at where the words stand in the best candidates.
fn rank_closely(
    reader: &Reader,
    plan: &Plan,
    best: &mut [Ranked],
    averages: Averages,
    weights: &Weights,
) -> tantivy::Result<()> {
    if plan.neighbors.is_empty() {
        return Ok(());
    }
    let terms = nearness::terms(&plan.evidence, plan.words.len());
    best.sort_by_key(|ranked| ranked.candidate.address);
    for run in best.chunk_by_mut(|a, b| a.candidate.address.segment_ord == b.candidate.address.segment_ord) {
        let segment = reader.searcher().segment_reader(run[0].candidate.address.segment_ord);
        let docs: Vec<_> = run.iter().map(|ranked| ranked.candidate.address.doc_id).collect();
        for (ranked, positions) in run.iter_mut().zip(nearness::positions(segment, &terms, &docs)?) {
            rank::add_nearness(&mut ranked.parts, plan, &positions, ranked.length, averages, weights);
        }
    }
    Ok(())
}

/// Raises those of the best candidates that hold what the query asks for, and lowers those that say nothing.
pub(super) fn rank_by_text(
    reader: &Reader,
    plan: &Plan,
    asked: Option<&Asked>,
    ranked: &mut [Ranked],
    weights: &Weights,
) -> Result<()> {
    let best = ranked.len().min(asked.map_or(READ, |_| CLOSELY));
    for ranked in &mut ranked[..best] {
        let passage = reader.passage(ranked.candidate.address)?;
        let answered = asked.map_or(0.0, |asked| asked.answered(&passage, weights));
        rank::add_answer(&mut ranked.parts, plan, answered, filler::is_filler(&passage), weights);
        ranked.passage = Some(Box::new(passage));
    }
    ranked[..best].sort_by(Ranked::compare);
    Ok(())
}

/// A candidate with its score.
pub(super) struct Ranked {
    pub(super) candidate: Candidate,
    pub(super) parts: Parts,
    /// Its passage, where it was read.
    pub(super) passage: Option<Box<StoredPassage>>,
    /// How long its passage is, in words.
    length: u32,
    /// The day it is dated by, counted from year 1.
    pub(super) day: Option<u32>,
}

impl Ranked {
    /// Better ones first; equals in an order that depends on nothing but the documents.
    fn compare(a: &Self, b: &Self) -> std::cmp::Ordering {
        steps(b.parts.score).cmp(&steps(a.parts.score)).then_with(|| a.candidate.order.cmp(&b.candidate.order))
    }
}

/// Scores that differ by less than a thousandth are equal.
fn steps(score: f32) -> i64 {
    (f64::from(score) * 1000.0).round() as i64
}

fn averages(reader: &Reader) -> Averages {
    let Totals { documents, tokens, .. } = *reader.statistics().totals();
    let mean = |tokens: u64, parts: u64| tokens as f32 / parts.max(1) as f32;
    Averages {
        body: mean(tokens.folded, reader.passages()),
        context: mean(tokens.context.saturating_sub(tokens.headed), tokens.headed),
        around: mean(tokens.folded, documents),
    }
}
