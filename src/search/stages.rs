//! Candidates to ranked passages: they are ranked by themselves, the better ones with what
//! stands around them, and the best are looked at closely.

use super::address::Addressed;
use super::asked::Asked;
use super::evidence::Evidence;
use super::facts::Rows;
use super::nearness::near;
use super::ranked::Ranked;
use super::score::score;
use super::shelf::Shelf;
use super::{dates, filler};
use crate::error::Result;
use crate::query::{Averages, Plan, Weights};
use crate::store::{Candidate, Snapshot};

/// The second stage: candidates, which are in order of handle, with their scores, best first; those behind the
/// best `wanted` without their surroundings.
pub(super) fn rank<'a>(
    snapshot: &dyn Snapshot,
    plan: &'a Plan,
    candidates: Vec<Candidate>,
    wanted: usize,
    averages: Averages,
    weights: &Weights,
) -> Result<Vec<Ranked<'a>>> {
    let wanted = wanted.max(weights.limits.ranked);
    let evidence = Evidence::of(snapshot, plan, &candidates, weights.limits.reach)?;
    let (mut best, mut rest) = (candidates, Vec::new());
    if best.len() > wanted {
        let mut ranked = scored(&evidence, plan, (&best, false), averages, weights)?;
        rest = ranked.split_off(wanted.min(ranked.len()));
        best = ranked.into_iter().map(|ranked| ranked.candidate).collect();
        best.sort_by_key(|candidate| candidate.handle);
    }
    let mut ranked = scored(&evidence, plan, (&best, true), averages, weights)?;
    let best = ranked.len().min(weights.limits.closely);
    rank_closely(&evidence, plan, &mut ranked[..best], weights)?;
    ranked[..best].sort_by(Ranked::compare);
    let least = ranked.last().map_or(0.0, |last| last.parts.score);
    for ranked in &mut rest {
        ranked.parts.score = ranked.parts.score.min(least);
    }
    ranked.extend(rest);
    Ok(ranked)
}

/// Candidates with their scores from themselves, or from what stands around them too, best first.
fn scored<'a>(
    evidence: &Evidence<'_>,
    plan: &'a Plan,
    (candidates, around): (&[Candidate], bool),
    averages: Averages,
    weights: &Weights,
) -> Result<Vec<Ranked<'a>>> {
    let counts = evidence.counts(candidates, around)?;
    let rows = Rows::of(plan);
    let ranked = candidates.iter().enumerate().map(|(at, &candidate)| {
        let facts = rows.facts(&counts, at, averages);
        let (parts, day) = (score(&facts, weights), dates::first(&plan.dates, &facts.intervals));
        Ranked { candidate, facts, parts, passage: None, day, place: None }
    });
    let mut ranked: Vec<Ranked<'a>> = ranked.collect();
    if plan.only_named {
        ranked.retain(|ranked| ranked.parts.mentions > 0.0);
    }
    ranked.sort_by(Ranked::compare);
    Ok(ranked)
}

/// Looks at where the words stand in the best candidates.
fn rank_closely(evidence: &Evidence<'_>, plan: &Plan, best: &mut [Ranked<'_>], weights: &Weights) -> Result<()> {
    if plan.neighbors.is_empty() {
        return Ok(());
    }
    best.sort_by_key(|ranked| ranked.candidate.handle);
    let candidates: Vec<Candidate> = best.iter().map(|ranked| ranked.candidate).collect();
    for (ranked, positions) in best.iter_mut().zip(evidence.positions(&candidates)?) {
        let near = |&(first, second): &(usize, usize)| near(&positions[first], &positions[second], weights.limits.near);
        ranked.facts.near = plan.neighbors.iter().map(near).collect();
        ranked.score(weights);
    }
    Ok(())
}

/// Raises those of the best candidates that hold what the query asks for, and lowers those that say nothing.
pub(super) fn rank_by_text(
    shelf: &Shelf<'_>,
    asked: Option<&Asked>,
    ranked: &mut [Ranked<'_>],
    weights: &Weights,
) -> Result<()> {
    let best = ranked.len().min(asked.map_or(weights.limits.read, |_| weights.limits.closely));
    for ranked in &mut ranked[..best] {
        let passage = shelf.get(ranked.candidate.handle)?;
        ranked.facts.answered = asked.map_or(0.0, |asked| asked.answered(&passage, weights));
        ranked.facts.is_filler = filler::is_filler(&passage, weights.filled);
        ranked.score(weights);
        ranked.passage = Some(Box::new(passage));
    }
    ranked[..best].sort_by(Ranked::compare);
    Ok(())
}

/// Puts the passages where the place stands that the query names before all others, in the order of their papers.
pub(super) fn raise<'a>(
    snapshot: &dyn Snapshot,
    plan: &'a Plan,
    addressed: Vec<Addressed>,
    ranked: &mut Vec<Ranked<'a>>,
    averages: Averages,
    weights: &Weights,
) -> Result<()> {
    let best = ranked.first().map_or(0.0, |best| best.parts.score);
    let is_known = |candidate: &Candidate| ranked.iter().any(|ranked| ranked.candidate.id == candidate.id);
    let mut unknown: Vec<Candidate> = addressed.iter().map(|addressed| addressed.candidate).collect();
    // of what a filter or a phrase leaves out nothing is added
    unknown.retain(|candidate| plan.passing.is_none() && plan.phrases.is_empty() && !is_known(candidate));
    if !unknown.is_empty() {
        unknown.sort_by_key(|candidate| candidate.handle);
        let evidence = Evidence::of(snapshot, plan, &unknown, weights.limits.reach)?;
        ranked.extend(scored(&evidence, plan, (&unknown, true), averages, weights)?);
    }
    for (at, Addressed { candidate, passage, line }) in addressed.into_iter().enumerate() {
        if let Some(ranked) = ranked.iter_mut().find(|ranked| ranked.candidate.id == candidate.id) {
            ranked.parts.raise(plan, best, weights.address / (at + 1) as f32);
            ranked.passage = Some(Box::new(passage));
            ranked.place = Some(line).filter(|line| !line.is_empty());
        }
    }
    ranked.sort_by(Ranked::compare);
    Ok(())
}
