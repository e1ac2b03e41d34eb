//! What a reading demands or forbids to what candidates are filtered by: phrases, exclusions, places.

use super::alternatives::StandIn;
use super::notice::Notice;
use super::phrase::{Allowed, PhraseTest};
use super::place::Place;
use super::planned::Matching;
use super::planner::Planner;
use super::reading::{Filter, Group, Reading};
use super::typed_number::TypedNumber;
use super::word::Word;
use crate::analysis::fuller_spellings;
use crate::error::Result;
use crate::store::{Clause, Field, NameFit, Patterns, Signs, Term};

/// More patterns that no document matches are counted, not told.
const MAX_TOLD: usize = 8;

/// Other forms of a phrase than this many are not looked for.
const MAX_FORMS: usize = 8;

/// A short form of fewer letters means too many things.
const LETTERS: usize = 3;

impl Planner<'_> {
    /// What every hit must hold, must not hold, and where it must stand; what of that nothing does is told.
    pub(super) fn required(
        &self,
        reading: &Reading,
        test: &mut PhraseTest,
        notices: &mut Vec<Notice>,
    ) -> Result<Vec<Clause>> {
        let mut clauses = Vec::new();
        for group in reading.groups.iter().filter(|group| group.phrase) {
            let forms = self.forms(reading, group, LETTERS)?;
            clauses.push(self.any(&forms));
            test.add(forms);
        }
        for group in &reading.excluded {
            // what would find it excludes it; no text is looked at for the symbols in which a short form stands
            let forms = self.forms(reading, group, LETTERS + 1)?;
            clauses.push(Clause::Not(Box::new(self.any(&forms))));
        }
        for filter in &reading.filters {
            clauses.push(self.filter(filter, notices)?);
        }
        for filter in &reading.excluded_filters {
            clauses.push(match filter {
                Filter::InForce(day) => self.out_of_force(day)?,
                filter => Clause::Not(Box::new(self.filter(filter, notices)?)),
            });
        }
        self.add_places(reading, &mut clauses, notices)?;
        Ok(clauses)
    }

    fn filter(&self, filter: &Filter, notices: &mut Vec<Notice>) -> Result<Clause> {
        let (clause, is_found, absent) = match filter {
            Filter::Number(TypedNumber { typed, number }) => {
                let terms = self.named(number)?;
                let is_found = !terms.is_empty();
                (
                    Clause::Any(terms).scored(0.0),
                    is_found,
                    Notice::NoNumber { typed: typed.clone(), number: number.canonical() },
                )
            }
            Filter::Date(date) => {
                let (clause, is_found) = self.overlaps(date)?;
                // a day that does not exist is told as such already
                (clause, is_found || !date.mention.valid, Notice::NoTime { typed: date.asked() })
            }
            Filter::InForce(day) => return Ok(Clause::Not(Box::new(self.out_of_force(day)?))),
            Filter::Person(name) => {
                let (terms, near) = self.naming(name)?;
                notices.extend(near);
                let is_found = !terms.is_empty();
                (Clause::AnyOf(terms), is_found, Notice::Nobody { name: name.typed.clone(), near: None })
            }
        };
        if !is_found {
            notices.push(absent);
        }
        Ok(clause)
    }

    /// Passages that hold these letters side by side and each word somewhere as it may be spelled:
    /// whether those spelled so are those side by side, the [`PhraseTest`] sees in the text.
    pub(super) fn phrase(&self, phrase: &[Allowed]) -> Clause {
        let folded = |word: &Allowed| Term::new(Field::Folded, &*word.folded);
        let letters = match phrase {
            [word] => Clause::Term(folded(word)),
            words => Clause::Phrase(words.iter().map(folded).collect()),
        };
        let mut clauses = vec![letters];
        for spellings in phrase.iter().filter_map(|word| word.spellings.as_ref()) {
            let terms = spellings.iter().map(|spelling| Term::new(Field::Exact, &**spelling));
            clauses.push(Clause::Any(terms.map(Clause::Term).collect()).scored(0.0));
        }
        Clause::All(clauses)
    }

    /// A phrase as it was typed, and with short forms, long forms and ordinals written otherwise.
    ///
    /// A short form stands for the words of a phrase where it means them: the documents define it so, or it has so many
    /// letters at least.
    fn forms(&self, reading: &Reading, group: &Group, letters: usize) -> Result<Vec<Vec<Allowed>>> {
        let typed = self.allowed(reading, group)?;
        let stand_ins =
            if self.matching == Matching::Folded { self.stand_ins(group, reading.english)? } else { Vec::new() };
        let mut kept = Vec::with_capacity(stand_ins.len());
        for stand_in in stand_ins {
            if !stand_in.short || self.means(&stand_in, group, letters)? {
                kept.push(stand_in);
            }
        }
        let other = |stand_in: StandIn| {
            let short = stand_in.short;
            let words = stand_in.words.into_iter().map(|folded| Allowed { folded, spellings: None, short });
            let (before, behind) = (&typed[..stand_in.range.start], &typed[stand_in.range.end..]);
            before.iter().cloned().chain(words).chain(behind.iter().cloned()).collect()
        };
        let others: Vec<Vec<Allowed>> =
            kept.into_iter().filter(|stand_in| stand_in.keeps_lead(group)).take(MAX_FORMS).map(other).collect();
        Ok(std::iter::once(typed).chain(others).collect())
    }

    /// Passages that hold a phrase in one of its forms.
    fn any(&self, forms: &[Vec<Allowed>]) -> Clause {
        match forms {
            [phrase] => self.phrase(phrase),
            forms => Clause::Any(forms.iter().map(|phrase| self.phrase(phrase)).collect()),
        }
    }

    /// How each word of a phrase may be spelled.
    fn allowed(&self, reading: &Reading, group: &Group) -> Result<Vec<Allowed>> {
        let marked = reading.marked || group.words.iter().any(Word::marked);
        let spellings = |word: &Word| -> Result<Option<Vec<String>>> {
            if self.matching == Matching::Folded {
                if !marked {
                    return Ok(None);
                }
                self.facts
                    .foresee(|| fuller_spellings(&word.exact).into_iter().map(|form| Term::new(Field::Exact, form)));
                if self.half_typed(word)? {
                    let fuller = || -> Result<Vec<String>> {
                        let mut found = vec![word.exact.clone()];
                        found.extend(self.fuller(word)?.0.into_iter().map(|(spelling, _)| spelling));
                        Ok(found)
                    };
                    return word.marked().then(fuller).transpose();
                }
            }
            Ok(Some(vec![word.exact.clone()]))
        };
        let allowed =
            |word: &Word| Ok(Allowed { folded: word.folded.clone(), spellings: spellings(word)?, short: false });
        group.words.iter().map(allowed).collect()
    }

    fn add_places(&self, reading: &Reading, clauses: &mut Vec<Clause>, notices: &mut Vec<Notice>) -> Result<()> {
        let places: Vec<&Place> = reading.places.iter().chain(&reading.excluded_places).collect();
        if places.is_empty() {
            return Ok(());
        }
        let found = self.documents(&places)?;
        let absent: Vec<String> = (places.iter().zip(&found))
            .filter(|(_, found)| found.is_empty())
            .map(|(place, _)| place.typed.clone())
            .collect();
        if !absent.is_empty() {
            let more = absent.len().saturating_sub(MAX_TOLD);
            let patterns = absent.into_iter().take(MAX_TOLD).collect();
            notices.push(Notice::NoDocument { patterns, more });
        }
        let any = |found: &[Vec<Term>]| Clause::AnyOf(found.iter().flatten().cloned().collect());
        let (wanted, excluded) = found.split_at(reading.places.len());
        if !wanted.is_empty() {
            clauses.push(any(wanted));
        }
        if excluded.iter().any(|found| !found.is_empty()) {
            clauses.push(Clause::Not(Box::new(any(excluded))));
        }
        Ok(())
    }

    /// The documents and files that each pattern means: those that fit it best.
    fn documents(&self, places: &[&Place]) -> Result<Vec<Vec<Term>>> {
        let patterns = Patterns::new(places.iter().map(|place| &*place.typed), Signs::Count, self.facts.roots());
        let mut found: Vec<(NameFit, Vec<Term>)> = vec![(NameFit::BareOnDisk, Vec::new()); places.len()];
        for field in [Field::Doc, Field::File] {
            self.facts.each_name(field, &mut |name, is_held| {
                let mut fits: Vec<(usize, NameFit)> = Vec::new();
                let mut each = |at: usize, fit, _| fits.push((at, places[at].fit(fit)));
                patterns.fits(name, &mut each);
                self.facts.copies().names(name).into_iter().for_each(|other| patterns.fits(&other, &mut each));
                if !fits.is_empty() && is_held()? {
                    fits.sort_unstable();
                    fits.dedup_by_key(|(at, _)| *at);
                    fits.into_iter().for_each(|(at, fit)| keep_best(&mut found[at], fit, || Term::new(field, name)));
                }
                Ok(())
            })?;
        }
        Ok(found.into_iter().map(|(_, terms)| terms).collect())
    }
}

/// Keeps what fits best.
fn keep_best(known: &mut (NameFit, Vec<Term>), fit: NameFit, term: impl Fn() -> Term) {
    let (best, terms) = known;
    if fit < *best {
        terms.clear();
        *best = fit;
    }
    if fit == *best {
        terms.push(term());
    }
}
