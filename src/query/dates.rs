//! The days and periods of a reading to the terms of the index that overlap them.

use tantivy::Term;
use tantivy::query::{ConstScoreQuery, Query, TermSetQuery};

use super::gather::Gathered;
use super::plan::{DateFit, Evidence, PlannedDate, Planner, TermKind};
use super::reading::{Part, Reading, TypedDate};
use crate::index::{DateTerms, Interval};

impl Planner<'_> {
    /// Gathers the terms of all dates; which of them the index does not have.
    pub(super) fn gather_dates(&self, reading: &Reading, gathered: &mut Gathered) -> tantivy::Result<Vec<Part>> {
        let mut absent = Vec::new();
        let alone = reading.words().all(|word| word.stop || word.part.is_some());
        for (at, date) in reading.dates.iter().enumerate() {
            let (Some(terms), Some(interval)) = (DateTerms::of(&date.mention), Interval::of(&date.mention)) else {
                continue;
            };
            gathered.dates.push(PlannedDate { interval, at, rarity: 0.0 });
            let before = gathered.evidence.len();
            let mut closely = 0;
            let inside = terms.inside.iter().map(|term| (DateFit::Inside, term));
            let around = terms.around.iter().zip(0..).map(|(term, level)| (DateFit::Around(level), term));
            for (fit, term) in [(DateFit::Same, &terms.same)].into_iter().chain(inside).chain(around) {
                let term = Term::from_field_text(self.fields.dates, term);
                let passages = self.statistics.doc_freq(&term)?;
                if passages > 0 {
                    closely += usize::from(matches!(fit, DateFit::Same | DateFit::Inside));
                    gathered.evidence.push(Evidence::new(TermKind::Date { at, fit }, term, passages));
                }
            }
            if !date.mention.valid {
                gathered.notices.push(date.no_day());
            } else if gathered.evidence.len() == before && !date.is_bare() {
                gathered.notices.push(format!("no passage names {} or a time that holds it", date.typed));
                // beside other words its own are still words
                if alone {
                    absent.push(Part::Date(at));
                }
            } else if closely == 0 && !date.is_bare() {
                gathered.notices.push(format!("no passage names {}, only longer times that hold it", date.typed));
            }
        }
        Ok(absent)
    }

    /// Passages that name a time which overlaps this.
    pub(super) fn overlaps(&self, date: &TypedDate) -> Box<dyn Query> {
        let terms = DateTerms::of(&date.mention).unwrap_or_default();
        let all = terms.inside.iter().chain(&terms.around).map(|term| Term::from_field_text(self.fields.dates, term));
        Box::new(ConstScoreQuery::new(Box::new(TermSetQuery::new(all)), 0.0))
    }
}
