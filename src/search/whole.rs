//! A reading to all passages that hold each of its words: in the text, in title, file name or headings, by another form,
//! or by whom and what they name. What holds a word only so that the index does not tell may come along.

use rustc_hash::FxHashSet;

use crate::error::Result;
use crate::mention::date::DateMention;
use crate::query::{self, Facts, Matching, Part, PhraseTest, Plan, PlannedName, Reading, TermKind, Weights};
use crate::store::{Clause, Field, PassageId, Reader, StoredPassage, Term, overlapping};

/// Finds passages that hold all of a reading.
pub struct Whole {
    clause: Clause,
    phrases: PhraseTest,
}

impl Whole {
    /// Of passages that hold all words of a reading and pass its filters, and name a time that overlaps one of these, if
    /// there are any; none if nothing is looked for.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
    pub fn of(reader: &Reader, reading: &Reading, times: &[DateMention]) -> Result<Option<Self>> {
        reader.guarded(|| {
            let (facts, weights) = (Facts::of(reader.snapshot()), Weights::default());
            let plan = facts.settle(|facts| query::plan(reading, facts, Matching::Folded, &weights))?;
            Ok(plan.map(|plan| Self { clause: wanted(reading, &plan, times), phrases: plan.phrases }))
        })
    }

    /// Hands on those passages one by one; at most `limit`, and whether there are more.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if they cannot be read.
    pub fn each(&self, reader: &Reader, limit: usize, mut each: impl FnMut(PassageId, &StoredPassage)) -> Result<bool> {
        reader.each(&self.clause, limit, |id, passage| {
            if self.phrases.is_empty() || self.phrases.holds(&passage.text) {
                each(id, passage);
            }
        })
    }
}

/// What finds the passages.
fn wanted(reading: &Reading, plan: &Plan, times: &[DateMention]) -> Clause {
    let words = words(reading, plan).into_iter().map(|word| held(plan, word));
    let overlap = (!times.is_empty()).then(|| Clause::Any(times.iter().map(overlapping).collect()));
    let parts: Vec<Clause> = plan.passing.iter().cloned().chain(overlap).chain(words).collect();
    if parts.is_empty() { Clause::Everything } else { Clause::All(parts) }
}

/// The words that say something, apart from times and from what must stand side by side, by number, the rarest first.
fn words(reading: &Reading, plan: &Plan) -> Vec<usize> {
    let loose = reading.groups.iter().filter(|group| !group.phrase).flat_map(|group| &group.words);
    let telling = loose.filter(|word| !word.stop && !matches!(word.part, Some(Part::Date(_))));
    let mut words: Vec<usize> = telling.filter_map(|word| plan.word_at.get(&word.exact).copied()).collect();
    words.sort_by(|a, b| plan.words[*b].idf.total_cmp(&plan.words[*a].idf));
    let mut seen = FxHashSet::default();
    words.retain(|word| seen.insert(*word));
    words
}

/// The passages that hold a word.
fn held(plan: &Plan, word: usize) -> Clause {
    let (mut terms, mut headings) = (Vec::new(), Vec::new());
    for evidence in &plan.evidence {
        let names = |name: Option<&PlannedName>| name.is_some_and(|name| name.words.contains(&word));
        match evidence.kind {
            TermKind::Folded(at) if at == word => terms.push(evidence.term.clone()),
            TermKind::Context(at) if at == word => headings.push(Clause::Under(evidence.term.clone())),
            TermKind::Number { at, .. } if names(plan.numbers.get(at)) => terms.push(evidence.term.clone()),
            TermKind::Person { at, .. } if names(plan.people.get(at)) => terms.push(evidence.term.clone()),
            _ => {}
        }
    }
    let alternatives = plan.words[word].alternatives.iter().filter_map(|at| plan.alternatives.get(*at));
    terms.extend(alternatives.filter_map(|other| Some(Term::new(Field::Folded, &**other.words.first()?))));
    headings.push(Clause::AnyOf(terms));
    Clause::Any(headings)
}
