//! A plan to ranked passages: the engine finds candidates, they are ranked by themselves, the better ones with what
//! stands around them, and the best are looked at closely.

use super::asked::Asked;
use super::rank::{self, Parts};
use super::{dates, filler, nearness};
use crate::error::Result;
use crate::query::{Averages, Plan, Weights};
use crate::store::{Candidate, Clause, Found, Handle, Search, Snapshot, Sought, StoredPassage};

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

/// So many passages that hold the words side by side are kept.
const MOST_TOGETHER: usize = 120;

/// Where so many hold the words side by side, others that hold the words are hardly better.
const ENOUGH_TOGETHER: usize = 40;

/// Which passages are worth looking for beside those that hold the words side by side.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Others {
    /// Many.
    Many,
    /// Few: many hold the words side by side, or all that do are known.
    Few,
    /// None: the best of many that hold the words side by side are known.
    None,
}

impl Others {
    fn beside(plan: &Plan, together: &Found) -> Self {
        let is_complete = plan.together.as_ref().is_some_and(|together| !together.drawn);
        match together.candidates.len() {
            MOST_TOGETHER if is_complete => Self::None,
            1.. if is_complete => Self::Few,
            ENOUGH_TOGETHER.. => Self::Few,
            _ => Self::Many,
        }
    }
}

/// The first stage: candidates by what is named and by exact forms, or by letters alone where those are few.
pub(super) fn find(snapshot: &dyn Snapshot, plan: &Plan, wanted: usize) -> Result<Found> {
    let together = plan.together.as_ref().map(|together| best(snapshot, Search::SideBySide(together), MOST_TOGETHER));
    let together: Found = together.transpose()?.unwrap_or_default();
    let others = Others::beside(plan, &together);
    let Wanted { a_word, least } = if others == Others::Many { MANY } else { FEW };
    // what a phrase finds is read whole
    let most = match plan.phrases.is_empty() {
        true => (a_word * plan.words.len()).clamp(least, MOST_CANDIDATES),
        false => RANKED,
    };
    let wanted = wanted.max(most);
    let find = |clause: &Clause| best(snapshot, Search::Clause(clause), wanted);
    let mut found = Found::default();
    if let Some(rare) = &plan.rare {
        found = find(&rare.any)?;
        if found.more {
            found = find(&rare.scored)?;
        }
    }
    let are_known = others == Others::None && wanted <= together.candidates.len();
    if let Some(by_words) = plan.by_words.as_ref().filter(|_| !are_known) {
        let by_words = find(by_words)?;
        match &plan.wider {
            Some(wider) if found.candidates.len() + by_words.candidates.len() < TOO_FEW => found.add(find(wider)?),
            _ => found.add(by_words),
        }
    }
    found.add(together);
    Ok(found)
}

/// The best passages of one search.
fn best(snapshot: &dyn Snapshot, search: Search<'_>, limit: usize) -> Result<Found> {
    Ok(snapshot.best(&[(search, limit)])?.pop().unwrap_or_default())
}

/// The second stage: candidates, which are in order of handle, with their scores, best first; those behind the
/// best `wanted` without their surroundings.
pub(super) fn rank(
    snapshot: &dyn Snapshot,
    plan: &Plan,
    candidates: Vec<Candidate>,
    wanted: usize,
    averages: Averages,
    weights: &Weights,
) -> Result<Vec<Ranked>> {
    let wanted = wanted.max(RANKED);
    let (mut best, mut rest) = (candidates, Vec::new());
    if best.len() > wanted {
        let mut ranked = scored(snapshot, plan, &best, 0, averages, weights)?;
        rest = ranked.split_off(wanted.min(ranked.len()));
        best = ranked.into_iter().map(|ranked| ranked.candidate).collect();
        best.sort_by_key(|candidate| candidate.handle);
    }
    let mut ranked = scored(snapshot, plan, &best, REACH, averages, weights)?;
    let best = ranked.len().min(CLOSELY);
    rank_closely(snapshot, plan, &mut ranked[..best], averages, weights)?;
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
    snapshot: &dyn Snapshot,
    plan: &Plan,
    candidates: &[Candidate],
    reach: u32,
    averages: Averages,
    weights: &Weights,
) -> Result<Vec<Ranked>> {
    let sought = plan.evidence.iter().map(|evidence| Sought { term: &evidence.term, next: evidence.next.as_ref() });
    let counts = snapshot.counts(&sought.collect::<Vec<_>>(), candidates, reach)?;
    let parts = rank::rank(plan, &counts, averages, weights);
    let ranked = candidates.iter().zip(parts).enumerate().map(|(at, (&candidate, parts))| {
        let day = dates::first(&plan.dates, counts.intervals(at));
        Ranked { candidate, parts, passage: None, length: counts.lengths(at).body, day }
    });
    let mut ranked: Vec<Ranked> = ranked.collect();
    if plan.only_named {
        ranked.retain(|ranked| ranked.parts.mentions > 0.0);
    }
    ranked.sort_by(Ranked::compare);
    Ok(ranked)
}

/// Looks at where the words stand in the best candidates.
fn rank_closely(
    snapshot: &dyn Snapshot,
    plan: &Plan,
    best: &mut [Ranked],
    averages: Averages,
    weights: &Weights,
) -> Result<()> {
    if plan.neighbors.is_empty() {
        return Ok(());
    }
    let terms = nearness::terms(&plan.evidence, plan.words.len());
    best.sort_by_key(|ranked| ranked.candidate.handle);
    let handles: Vec<Handle> = best.iter().map(|ranked| ranked.candidate.handle).collect();
    for (ranked, positions) in best.iter_mut().zip(snapshot.positions(&terms, &handles)?) {
        rank::add_nearness(&mut ranked.parts, plan, &positions, ranked.length, averages, weights);
    }
    Ok(())
}

/// Raises those of the best candidates that hold what the query asks for, and lowers those that say nothing.
pub(super) fn rank_by_text(
    snapshot: &dyn Snapshot,
    plan: &Plan,
    asked: Option<&Asked>,
    ranked: &mut [Ranked],
    weights: &Weights,
) -> Result<()> {
    let best = ranked.len().min(asked.map_or(READ, |_| CLOSELY));
    let handles: Vec<Handle> = ranked[..best].iter().map(|ranked| ranked.candidate.handle).collect();
    for (ranked, passage) in ranked.iter_mut().zip(snapshot.stored(&handles)?) {
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
        steps(b.parts.score).cmp(&steps(a.parts.score)).then_with(|| a.candidate.id.cmp(&b.candidate.id))
    }
}

/// Scores that differ by less than a thousandth are equal.
fn steps(score: f32) -> i64 {
    (f64::from(score) * 1000.0).round() as i64
}
