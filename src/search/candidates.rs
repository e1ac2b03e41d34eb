//! A plan to candidates: the first stage.
//!
//! Near, each search is run where those before it have found too little; far, all of them are run at once, for the
//! most that any of them may be wanted for, and if need be before all facts are known that the plan rests on.

use std::cell::RefCell;

use crate::error::Result;
use crate::query::{Facts, Limits, Plan};
use crate::store::{Asked, Clause, Found, Search, SideBySide, Snapshot, Term, Told};

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

/// How many are wanted at most, and so of every search that is run at once with others.
fn most(plan: &Plan, wanted: usize, limits: &Limits) -> usize {
    wanted.max(Others::Many.wanted(plan, limits)).max(Others::Few.wanted(plan, limits))
}

/// Finds candidates by what is named and by exact forms, or by letters alone where those are few.
pub(super) fn find(
    snapshot: &dyn Snapshot,
    plan: &Plan,
    wanted: usize,
    limits: &Limits,
    ahead: &Ahead<'_>,
) -> Result<Found> {
    let searches = Searches::new(snapshot, plan, most(plan, wanted, limits), limits, ahead)?;
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

/// What was looked for by a plan without all facts, together with the question for those that were missing: where the
/// plan comes out the same, its candidates are known.
pub(super) struct Ahead<'a> {
    pub(super) facts: &'a Facts<'a>,
    found: RefCell<Vec<(Sought, Found)>>,
}

/// A search as it is told from others: its kind, how many passages are wanted, and what is looked for.
type Sought = (Kind, usize, Owned);

impl<'a> Ahead<'a> {
    /// Nothing as yet.
    pub(super) fn of(facts: &'a Facts<'a>) -> Self {
        Self { facts, found: RefCell::default() }
    }

    /// Asks for facts that are missing, and for the candidates of what is planned without them.
    pub(super) fn ask(
        &self,
        snapshot: &dyn Snapshot,
        asked: &Asked<'_>,
        plan: &Plan,
        wanted: usize,
        limits: &Limits,
    ) -> Result<Told> {
        let searches = searches(plan, most(plan, wanted, limits), limits);
        let is_known = |kind, search, limit| kind == Kind::Wider || self.take(kind, search, limit).is_some();
        if searches.iter().all(|(kind, search, limit)| is_known(*kind, *search, *limit)) {
            return snapshot.statistics(asked);
        }
        let wanted: Vec<_> = searches.iter().map(|(_, search, limit)| (*search, *limit)).collect();
        let (told, found) = snapshot.statistics_and_best(asked, &wanted)?;
        // kept with the plan's own terms: which of them are nowhere is known once all facts are
        let kept = searches.iter().map(|(kind, search, limit)| (*kind, *limit, Owned::of(*search)));
        *self.found.borrow_mut() = kept.zip(found).collect();
        Ok(told)
    }

    fn take(&self, kind: Kind, search: Search<'_>, limit: usize) -> Option<Found> {
        let is_absent = |term: &Term| self.facts.is_absent(term);
        let found = self.found.borrow();
        let same = found
            .iter()
            .find(|((known, most, owned), _)| *known == kind && *most >= limit && owned.is_same(search, &is_absent));
        same.map(|(_, found)| found.clone().best(limit))
    }
}

/// A search that is kept.
enum Owned {
    Clause(Clause),
    SideBySide(SideBySide),
}

impl Owned {
    fn of(search: Search<'_>) -> Self {
        match search {
            Search::Clause(clause) => Self::Clause(clause.clone()),
            Search::SideBySide(wanted) => Self::SideBySide(wanted.clone()),
        }
    }

    /// Whether both find the same and score it alike.
    fn is_same(&self, other: Search<'_>, is_absent: &impl Fn(&Term) -> bool) -> bool {
        match (self, other) {
            (Self::Clause(own), Search::Clause(other)) => own.without(is_absent) == other.without(is_absent),
            (Self::SideBySide(own), Search::SideBySide(other)) => {
                // the order in which words are looked up is no part of it
                let words = |of: &SideBySide| {
                    let mut words = of.words.clone();
                    words.sort_unstable();
                    words
                };
                (own.drawn, &own.pairs, own.scale) == (other.drawn, &other.pairs, other.scale)
                    && words(own) == words(other)
            }
            _ => false,
        }
    }
}

/// All searches that a plan may need, with how many passages are wanted of each.
fn searches<'a>(plan: &'a Plan, most: usize, limits: &Limits) -> Vec<(Kind, Search<'a>, usize)> {
    let limit = |kind| match kind {
        Kind::Together => limits.together,
        Kind::Explaining => limits.explaining,
        _ => most,
    };
    KINDS.into_iter().filter_map(|kind| Some((kind, kind.of(plan)?, limit(kind)))).collect()
}

struct Searches<'a> {
    snapshot: &'a dyn Snapshot,
    plan: &'a Plan,
    /// What all have found, where the store is far.
    found: Vec<(Kind, Found)>,
}

impl<'a> Searches<'a> {
    fn new(
        snapshot: &'a dyn Snapshot,
        plan: &'a Plan,
        most: usize,
        limits: &Limits,
        ahead: &Ahead<'_>,
    ) -> Result<Self> {
        let mut searches = Self { snapshot, plan, found: Vec::new() };
        if !snapshot.is_near() {
            let (mut kinds, mut wanted) = (Vec::new(), Vec::new());
            for (kind, search, limit) in self::searches(plan, most, limits) {
                match ahead.take(kind, search, limit) {
                    Some(found) => searches.found.push((kind, found)),
                    None => {
                        kinds.push(kind);
                        wanted.push((search, limit));
                    }
                }
            }
            // what is known of words by their letters alone changes with each figure, and is seldom wanted
            if kinds.iter().any(|kind| *kind != Kind::Wider) {
                // what else is missing comes with them
                let found = ahead.facts.ask_with(|asked| snapshot.statistics_and_best(asked, &wanted))?;
                searches.found.extend(kinds.into_iter().zip(found));
            }
        }
        Ok(searches)
    }

    /// What one of them finds; nothing where the plan has none of its kind.
    fn run(&self, kind: Kind, limit: usize) -> Result<Found> {
        if let Some((_, found)) = self.found.iter().find(|(known, _)| *known == kind) {
            return Ok(found.clone().best(limit));
        }
        match kind.of(self.plan) {
            Some(search) => Ok(self.snapshot.best(&[(search, limit)])?.pop().unwrap_or_default()),
            None => Ok(Found::default()),
        }
    }
}
