//! The days and periods of a reading to the terms of the index that overlap them.

use super::notice::Notice;
use super::planned::{DateFit, Evidence, Gathered, PlannedDate, TermKind};
use super::planner::Planner;
use super::reading::{Filter, Reading, TypedDate};
use super::word::Part;
use crate::error::Result;
use crate::store::{Clause, DateTerms, Field, Interval, Term};

impl Planner<'_> {
    /// Gathers the terms of all dates; which of them the index does not have.
    pub(super) fn gather_dates(&self, reading: &Reading, gathered: &mut Gathered) -> Result<Vec<Part>> {
        let planned =
            |date: &TypedDate, at| Some(PlannedDate { interval: Interval::of(&date.mention)?, at, rarity: 0.0 });
        let mut absent = Vec::new();
        let alone = reading.words().all(|word| word.stop || word.part.is_some());
        for (at, date) in reading.dates.iter().enumerate() {
            let planned = planned(date, Some(at));
            // beside other words an open period finds too much
            let telling = alone || planned.is_none_or(|planned| !planned.interval.is_open());
            gathered.dates.extend(planned);
            let (mut found, mut closely) = (0, 0);
            for (fit, term) in fits(&DateTerms::of(&date.mention)) {
                let term = Term::new(Field::Dates, term);
                let passages = self.facts.frequency(&term)?;
                if passages > 0 {
                    found += 1;
                    closely += usize::from(matches!(fit, DateFit::Same | DateFit::Inside));
                    if telling || fit == DateFit::Same {
                        gathered.evidence.push(Evidence::new(TermKind::Date { at, fit }, term, passages));
                    }
                }
            }
            gathered.notices.extend(date.fault());
            if found == 0 && !date.is_bare() {
                if date.mention.valid {
                    gathered.notices.push(Notice::NoTimeNear { typed: date.typed.clone() });
                }
                // beside other words its own are still words
                if alone {
                    absent.push(Part::Date(at));
                }
            } else if closely == 0 && !date.is_bare() {
                // a period may be met by one that began before it
                let period = date.mention.from != date.mention.to;
                gathered.notices.push(Notice::OtherTimes { typed: date.typed.clone(), period });
            }
        }
        for filter in &reading.filters {
            if let Filter::Date(date) = filter {
                gathered.dates.extend(planned(date, None));
            }
        }
        Ok(absent)
    }

    /// What finds passages that name a time which overlaps this, those that may fit most closely first, and whether
    /// there are any.
    pub(super) fn overlaps(&self, date: &TypedDate) -> Result<(Clause, bool)> {
        let terms = DateTerms::of(&date.mention);
        let (mut scored, mut is_found) = (Vec::new(), false);
        for (fit, term) in fits(&terms) {
            let term = Term::new(Field::Dates, term);
            self.facts.foresee(|| [term.clone()]);
            is_found = is_found || self.facts.frequency(&term)? > 0;
            scored.push(Clause::Term(term).scored(self.weights.candidate_date(fit, true)));
        }
        Ok((Clause::Best(scored), is_found))
    }
}

/// The terms of a date, each with how what bears it may lie to the date.
fn fits(terms: &DateTerms) -> impl Iterator<Item = (DateFit, &String)> {
    let same = terms.same.iter().map(|term| (DateFit::Same, term));
    let inside = terms.inside.iter().map(|term| (DateFit::Inside, term));
    let around = terms.around.iter().zip(0..).map(|(term, level)| (DateFit::Around(level), term));
    same.chain(inside).chain(around)
}
