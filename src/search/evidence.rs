//! Candidates to what is counted in them: near in steps, as far as each is needed; far all at once.

use super::nearness;
use crate::error::Result;
use crate::query::Plan;
use crate::store::{Candidate, Counted, Counts, Positions, Snapshot, Sought};

/// What is counted of the candidates of a plan.
pub(super) struct Evidence<'a> {
    snapshot: &'a dyn Snapshot,
    plan: &'a Plan,
    /// How many passages around each are its surroundings.
    reach: u32,
    /// All of it, where the store is far.
    all: Option<Counts>,
    /// The candidates that it was counted of, in order of handle.
    candidates: Vec<Candidate>,
}

impl<'a> Evidence<'a> {
    /// Of candidates in order of handle.
    pub(super) fn of(snapshot: &'a dyn Snapshot, plan: &'a Plan, candidates: &[Candidate], reach: u32) -> Result<Self> {
        let mut evidence = Self { snapshot, plan, reach, all: None, candidates: candidates.to_vec() };
        if !snapshot.is_near() {
            evidence.all = Some(evidence.ask(candidates, true, true, reach)?);
        }
        Ok(evidence)
    }

    /// How often the planned terms stand in some of them, in order of handle, and in what stands around these.
    pub(super) fn counts(&self, candidates: &[Candidate], around: bool) -> Result<Counts> {
        match &self.all {
            Some(all) => Ok(all.of(&self.places(candidates), around)),
            None => self.ask(candidates, true, false, if around { self.reach } else { 0 }),
        }
    }

    /// Where the words of the query stand in some of them, in order of handle.
    pub(super) fn positions(&self, candidates: &[Candidate]) -> Result<Vec<Positions>> {
        let counts = match &self.all {
            Some(all) => all.of(&self.places(candidates), false),
            None => self.ask(candidates, false, true, 0)?,
        };
        Ok(counts.into_positions())
    }

    fn places(&self, candidates: &[Candidate]) -> Vec<usize> {
        let place =
            |candidate: &Candidate| self.candidates.binary_search_by_key(&candidate.handle, |known| known.handle);
        candidates.iter().filter_map(|candidate| place(candidate).ok()).collect()
    }

    fn ask(&self, candidates: &[Candidate], terms: bool, words: bool, reach: u32) -> Result<Counts> {
        if candidates.is_empty() {
            return Ok(Counts::default());
        }
        let sought =
            |evidence: &'a crate::query::Evidence| Sought { term: &evidence.term, next: evidence.next.as_ref() };
        let sought: Vec<Sought<'_>> = self.plan.evidence.iter().filter(|_| terms).map(sought).collect();
        let is_near = words && !self.plan.neighbors.is_empty();
        let words = if is_near { nearness::terms(&self.plan.evidence, self.plan.words.len()) } else { Vec::new() };
        self.snapshot.counts(&Counted { sought: &sought, words: &words, candidates, reach })
    }
}
