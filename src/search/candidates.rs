//! A plan to candidates: the first stage.
//!
//! Near, each search is run where those before it have found too little; far, all of them are run at once, for the
//! most that any of them may be wanted for.

use crate::error::Result;
use crate::query::{Limits, Plan};
use crate::store::{Found, Search, Snapshot};

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
    fn beside(plan: &Plan, together: &Found, limits: &Limits) -> Self {
        let is_complete = plan.together.as_ref().is_some_and(|together| !together.drawn);
        match together.candidates.len() {
            found if is_complete && found >= limits.together => Self::None,
            1.. if is_complete => Self::Few,
            found if found >= limits.enough_together => Self::Few,
            _ => Self::Many,
        }
    }

    /// How many candidates are wanted beside them.
    fn wanted(self, plan: &Plan, limits: &Limits) -> usize {
        let (a_word, least) = match self {
            Self::Many => (limits.candidates_a_word, limits.least_candidates),
            _ => (limits.few_a_word, limits.least_few),
        };
        match plan.phrases.is_empty() {
            true => (a_word * plan.words.len()).max(least).min(limits.most_candidates),
            false => limits.most_with_phrases,
        }
    }
}

/// Finds candidates by what is named and by exact forms, or by letters alone where those are few.
pub(super) fn find(snapshot: &dyn Snapshot, plan: &Plan, wanted: usize, limits: &Limits) -> Result<Found> {
    let most = wanted.max(Others::Many.wanted(plan, limits)).max(Others::Few.wanted(plan, limits));
    let searches = Searches::new(snapshot, plan, most, limits)?;
    let together = searches.run(Kind::Together, limits.together)?;
    let others = Others::beside(plan, &together, limits);
    let wanted = wanted.max(others.wanted(plan, limits));
    let mut found = searches.run(Kind::Rare, wanted)?;
    if found.more {
        found = searches.run(Kind::RareScored, wanted)?;
    }
    let are_known = others == Others::None && wanted <= together.candidates.len();
    if plan.by_words.is_some() && !are_known {
        let by_words = searches.run(Kind::Words, wanted)?;
        let few = found.candidates.len() + by_words.candidates.len() < limits.too_few;
        found.add(if plan.wider.is_some() && few { searches.run(Kind::Wider, wanted)? } else { by_words });
    }
    found.add(searches.run(Kind::Explaining, limits.explaining)?);
    found.add(together);
    Ok(found)
}

/// The searches that a plan may need.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Together,
    Rare,
    RareScored,
    Explaining,
    Words,
    Wider,
}

const KINDS: [Kind; 6] = [Kind::Together, Kind::Rare, Kind::RareScored, Kind::Explaining, Kind::Words, Kind::Wider];

impl Kind {
    fn of(self, plan: &Plan) -> Option<Search<'_>> {
        match self {
            Self::Together => plan.together.as_ref().map(Search::SideBySide),
            Self::Rare => plan.rare.as_ref().map(|rare| Search::Clause(&rare.any)),
            Self::RareScored => plan.rare.as_ref().map(|rare| Search::Clause(&rare.scored)),
            Self::Explaining => plan.explaining.as_ref().map(Search::Clause),
            Self::Words => plan.by_words.as_ref().map(Search::Clause),
            Self::Wider => plan.wider.as_ref().map(Search::Clause),
        }
    }
}

struct Searches<'a> {
    snapshot: &'a dyn Snapshot,
    plan: &'a Plan,
    /// What all have found, where the store is far.
    found: Vec<(Kind, Found)>,
}

impl<'a> Searches<'a> {
    fn new(snapshot: &'a dyn Snapshot, plan: &'a Plan, most: usize, limits: &Limits) -> Result<Self> {
        let mut searches = Self { snapshot, plan, found: Vec::new() };
        if !snapshot.is_near() {
            let limit = |kind| match kind {
                Kind::Together => limits.together,
                Kind::Explaining => limits.explaining,
                _ => most,
            };
            let kinds = KINDS.into_iter().filter_map(|kind| Some((kind, kind.of(plan)?, limit(kind))));
            let (kinds, wanted): (Vec<Kind>, Vec<_>) =
                kinds.map(|(kind, search, limit)| (kind, (search, limit))).unzip();
            searches.found = kinds.into_iter().zip(snapshot.best(&wanted)?).collect();
        }
        Ok(searches)
    }

    /// What one of them finds; nothing where the plan has none of its kind.
    fn run(&self, kind: Kind, limit: usize) -> Result<Found> {
        if let Some((_, found)) = self.found.iter().find(|(known, _)| *known == kind) {
            return Ok(found.clone().best(limit));
        }
        match kind.of(self.plan).filter(|_| self.snapshot.is_near()) {
            Some(search) => Ok(self.snapshot.best(&[(search, limit)])?.pop().unwrap_or_default()),
            None => Ok(Found::default()),
        }
    }
}
