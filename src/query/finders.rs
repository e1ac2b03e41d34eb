//! Gathered terms to the clauses that find candidates: what few passages hold apart from words, of which the store
//! leaves out what cannot be among the best.

use std::mem;

use super::limits::Limits;
use super::planned::{Evidence, Gathered, Rare, TermKind};
use super::planner::Planner;
use super::question::Question;
use super::reading::Reading;
use crate::error::Result;
use crate::store::{Clause, Field, Term};

/// The word that stands between a term and what explains it, folded.
const EXPLAINS: &str = "la";

/// What finds candidates.
#[derive(Default)]
pub(super) struct Finders {
    /// Words: the engine leaves out what cannot be among the best.
    pub(super) words: Vec<Clause>,
    /// In how many passages each of them stands.
    passages: Vec<u64>,
    /// The letters that were typed where more is read into them, and in how many passages each stands.
    letters: Vec<(u64, Clause)>,
    /// Numbers, people and times: beside them the engine would look at all that any other clause finds.
    rare: Vec<Clause>,
    /// In how many passages they stand together, at most.
    rare_passages: u64,
}

impl Finders {
    /// Of many words keeps those that tell most: for the engine each more costs more than the one before. Letters find
    /// where there is room for more.
    fn keep_telling(&mut self, most: usize) {
        let mut letters = mem::take(&mut self.letters);
        if self.words.len() + letters.len() > most {
            let mut words: Vec<(u64, Clause)> = self.passages.drain(..).zip(self.words.drain(..)).collect();
            words.sort_by_key(|(passages, _)| *passages);
            words.truncate(most);
            (self.passages, self.words) = words.into_iter().unzip();
            letters.sort_by_key(|(passages, _)| *passages);
            letters.truncate(most - self.words.len());
        }
        for (passages, clause) in letters {
            self.passages.push(passages);
            self.words.push(clause);
        }
    }

    /// What finds the rare, if it is looked for apart. Common words tell little of it and would cost the most.
    pub(super) fn rare(&self, required: &[Clause], limits: &Limits) -> Option<Rare> {
        if self.rare.is_empty() || !required.is_empty() {
            return None;
        }
        let any = Clause::Any(self.rare.clone());
        let mut scored = vec![any.clone()];
        let most = limits.common * self.rare_passages;
        let words = self.words.iter().zip(&self.passages).filter(|(_, passages)| **passages <= most);
        scored.extend(words.map(|(word, _)| Clause::Maybe(Box::new(word.clone()))));
        Some(Rare { any, scored: Clause::All(scored) })
    }

    /// What finds the rest: all that is looked for together with what is required.
    pub(super) fn words(self, required: &[Clause], alone: bool) -> Clause {
        let rare = if required.is_empty() { Vec::new() } else { self.rare };
        combine(required, self.words.into_iter().chain(rare).collect(), alone)
    }
}

impl Planner<'_> {
    /// The terms that find candidates. Stop words find none; letters alone and headings only in the
    /// wide form.
    pub(super) fn finders(&self, gathered: &Gathered, named: bool, wide: bool) -> Result<Finders> {
        let mut finders = Finders::default();
        for evidence in &gathered.evidence {
            let counted = |word: usize| !gathered.words[word].stop;
            let exact = |word| gathered.evidence.iter().any(|e| e.kind == TermKind::Exact(word));
            let weight = match evidence.kind {
                TermKind::Exact(word) | TermKind::Fuller(word) if counted(word) => 1.0,
                TermKind::Folded(word) if counted(word) => match gathered.words[word].loose {
                    1.0 => 1.0,
                    loose if wide || gathered.words[word].restored || !exact(word) => loose,
                    _ => continue,
                },
                TermKind::Context(word) if counted(word) && wide => self.weights.context,
                TermKind::Symbol(_) => self.weights.symbol,
                TermKind::Number { fit, issues, .. } => self.weights.candidate_number(fit, issues),
                TermKind::Person { fit, .. } => self.weights.candidate_person(fit),
                TermKind::Date { fit, .. } => self.weights.candidate_date(fit, named),
                _ => continue,
            };
            if weight <= 0.0 {
                continue;
            }
            let is_mention =
                matches!(evidence.kind, TermKind::Number { .. } | TermKind::Person { .. } | TermKind::Date { .. });
            let clause = Clause::Term(evidence.term.clone()).weighted(weight);
            if is_mention {
                // the words that it was typed with find it too, unless nothing but it is looked for
                if !named && evidence.passages > self.weights.limits.rare {
                    continue;
                }
                finders.rare_passages += evidence.passages;
                finders.rare.push(clause);
            } else if matches!(evidence.kind, TermKind::Folded(word) if gathered.words[word].restored) {
                finders.letters.push((evidence.passages, clause));
            } else {
                finders.words.push(clause);
                finders.passages.push(evidence.passages);
            }
        }
        for alternative in &gathered.alternatives {
            // together its words weigh as much as those that they stand for
            let weight = self.weights.alternative(alternative) / alternative.words.len().max(1) as f32;
            for word in &alternative.words {
                let term = Term::new(Field::Folded, &**word);
                finders.passages.push(self.facts.frequency(&term)?);
                finders.words.push(Clause::Term(term).weighted(weight));
            }
        }
        finders.keep_telling(self.weights.limits.finding_words);
        Ok(finders)
    }
}

impl Planner<'_> {
    /// What finds the passages that explain a term as sentences begin that do: with the term and `là`. None where so
    /// many hold its words that it would cost more than it is worth.
    pub(super) fn explaining(&self, reading: &Reading, gathered: &Gathered, required: &[Clause]) -> Option<Clause> {
        let Some(Question::Meaning { term }) = &reading.question else { return None };
        let passages = |word: &String| {
            let is_of = |evidence: &&Evidence| evidence.term.field == Field::Folded && evidence.term.text == **word;
            gathered.evidence.iter().find(is_of).map(|evidence| evidence.passages)
        };
        let rarest = term.iter().filter_map(passages).min()?;
        if rarest > self.weights.limits.together_looked_at {
            return None;
        }
        let words = term.iter().map(|word| &**word).chain([EXPLAINS]);
        let phrase = Clause::Phrase(words.map(|word| Term::new(Field::Folded, word)).collect());
        Some(Clause::All(required.iter().cloned().chain([phrase]).collect()))
    }
}

/// Finds all that holds what is required, if anything is.
pub(super) fn passing(required: &[Clause]) -> Option<Clause> {
    let mut all = required.to_vec();
    // what only must not be there finds nothing by itself
    all.push(Clause::Everything);
    (all.len() > 1).then_some(Clause::All(all))
}

/// What must hold together with any of what finds candidates, or alone where nothing else is asked.
fn combine(required: &[Clause], candidates: Vec<Clause>, alone: bool) -> Clause {
    if required.is_empty() && !candidates.is_empty() {
        // alone, so that the store can leave out what cannot be among the best
        return Clause::Any(candidates);
    }
    let mut all = required.to_vec();
    let finds = all.iter().any(|part| !matches!(part, Clause::Not(_)));
    match (candidates.is_empty(), alone) {
        (false, _) => all.push(Clause::Any(candidates)),
        (true, true) if finds => {}
        // all but what is excluded
        (true, true) => all.push(Clause::Everything.scored(0.0)),
        // none of the words stands anywhere
        (true, _) => all.push(Clause::Nothing),
    }
    Clause::All(all)
}
