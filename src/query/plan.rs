//! A reading to what the store runs and to the terms whose evidence ranks what it finds.

use super::facts::Facts;
use super::finders::{Finders, passing};
use super::notice::Notice;
use super::phrase::PhraseTest;
use super::planned::{Gathered, Matching, Plan, TermKind};
use super::planner::Planner;
use super::reading::Reading;
use super::unheld;
use super::weights::Weights;
use super::word::{Part, Word};
use crate::error::Result;

/// Plans a reading for an index; `None` if nothing is looked for.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub(crate) fn plan(
    reading: &Reading,
    facts: &Facts<'_>,
    matching: Matching,
    weights: &Weights,
) -> Result<Option<Plan>> {
    Planner::new(facts, matching, weights).plan(reading)
}

/// The query with other words where those are likely meant, for a store that is far: it is told whenever its facts are
/// there.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub(crate) fn suggestion(reading: &Reading, facts: &Facts<'_>, matching: Matching) -> Result<Option<Notice>> {
    if facts.are_near() || matching != Matching::Folded {
        return Ok(None);
    }
    let weights = Weights::default();
    let other = Planner::new(facts, matching, &weights).suggestion(reading)?;
    Ok(other.map(|query| Notice::DidYouMean { query }))
}

impl Planner<'_> {
    fn plan(&self, reading: &Reading) -> Result<Option<Plan>> {
        if !reading.says_something() && !reading.only_filters() {
            return Ok(None);
        }
        let mut gathered = self.gather(reading)?;
        // far nothing waits for what is only told
        let is_asked = self.matching == Matching::Folded && self.facts.are_near();
        match is_asked.then(|| self.suggestion(reading)).transpose()?.flatten() {
            Some(query) => gathered.notices.push(Notice::DidYouMean { query }),
            None => gathered.notices.extend(unheld::notices(reading, &gathered)),
        }
        let suggested_at = gathered.notices.len();
        let named = only_named(reading, &gathered);
        let mut phrases = PhraseTest::default();
        let required = self.required(reading, &mut phrases, &mut gathered.notices)?;
        // a phrase scores itself; its words are counted again when candidates are ranked
        let only_phrases = reading.groups.iter().all(|group| group.phrase);
        let (narrow, wide) = if only_phrases && !required.is_empty() {
            (Finders::default(), Finders::default())
        } else {
            (self.finders(&gathered, named, false)?, self.finders(&gathered, named, true)?)
        };
        let is_wider = narrow.words.len() < wide.words.len();
        let rare = narrow.rare(&required, &self.weights.limits);
        let only_rare = named && rare.is_some();
        let wider = (is_wider && !only_rare).then(|| wide.words(&required, only_phrases));
        let by_words = (!only_rare).then(|| narrow.words(&required, only_phrases));
        let together = match by_words.is_some() && required.is_empty() {
            true => self.side_by_side(&gathered),
            false => None,
        };
        let explaining = by_words.as_ref().and_then(|_| self.explaining(reading, &gathered, &required));
        Ok(Some(Plan {
            rare,
            by_words,
            wider,
            together,
            explaining,
            evidence: gathered.evidence,
            words: gathered.words,
            word_at: gathered.word_at,
            pairs: gathered.pairs,
            alternatives: gathered.alternatives,
            neighbors: gathered.neighbors,
            symbols: gathered.symbols,
            numbers: gathered.numbers,
            people: gathered.people,
            dates: gathered.dates,
            passing: passing(&required),
            only_named: named,
            notices: gathered.notices,
            suggested_at,
            phrases,
        }))
    }
}

/// Whether all that says something in a query is part of what it names, and this can be nothing else.
fn only_named(reading: &Reading, gathered: &Gathered) -> bool {
    let is_found = |wanted: usize| {
        gathered.evidence.iter().any(|found| matches!(found.kind, TermKind::Number { at, .. } if at == wanted))
    };
    let named = |word: &Word| match word.part {
        // one that no document has may stand in the text as it was typed
        Some(Part::Number(at)) => is_found(at),
        Some(Part::Date(at)) => !reading.dates[at].is_bare(),
        // who only shares syllables with a name comes last, but comes
        Some(Part::Person(_)) => false,
        None => word.stop,
    };
    let names = reading.words().any(|word| word.part.is_some());
    names && reading.groups.iter().all(|group| !group.phrase && group.words.iter().all(named))
}
