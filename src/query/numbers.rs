//! The document numbers of a reading to the terms of the index that fit them.

use super::notice::{Named, Notice};
use super::planned::{Evidence, Gathered, TermKind};
use super::planner::Planner;
use super::reading::Reading;
use super::typed_number::TypedNumber;
use super::word::{Part, Word};
use crate::error::Result;
use crate::mention::number::{Fit, Number, Role};
use crate::store::{Clause, Field, NumberEntry, NumberTerms, Term, number_entries};

/// More terms than this are not followed for one number: the best and most frequent are.
const MAX_TERMS: usize = 256;

/// More ways of naming documents of the same digits than this are not compared with a number; a notice
/// says so.
const MAX_COMPARED: usize = 2048;

fn cut_notice(digits: &str) -> Notice {
    Notice::ManyNumbers { digits: digits.to_owned(), most: MAX_COMPARED }
}

/// The figure that is all of a query: `1643` may be a year, a sum, or the number of a document.
fn bare(reading: &Reading) -> Option<&str> {
    let mut words = reading.words().filter(|word| !word.stop);
    let word = words.next().filter(|word| !matches!(word.part, Some(Part::Number(_))))?;
    let is_figure = word.folded.bytes().all(|byte| byte.is_ascii_digit());
    (words.next().is_none() && is_figure).then_some(&*word.folded)
}

impl Planner<'_> {
    /// Gathers the terms of all numbers; which of the numbers the index does not have, and whether a bare figure
    /// is looked for as one more.
    pub(super) fn gather_numbers(&self, reading: &Reading, gathered: &mut Gathered) -> Result<(Vec<Part>, bool)> {
        let mut absent = Vec::new();
        let bare = bare(reading);
        if let Some(digits) = bare {
            self.gather_bare(digits, reading.numbers.len(), gathered)?;
        }
        for (at, TypedNumber { typed, number }) in reading.numbers.iter().enumerate() {
            let (entries, cut) = self.fitting(number)?;
            gathered.notices.extend(cut.then(|| cut_notice(&number.number)));
            if entries.is_empty() && !self.facts.lack_some() {
                let (typed, number) = (typed.clone(), number.canonical());
                if self.stands_written(reading, at)? {
                    gathered.notices.push(Notice::OnlyWords { typed, kind: Named::Number });
                } else {
                    gathered.notices.push(Notice::NoNumber { typed, number });
                    absent.push(Part::Number(at));
                }
            }
            gathered.evidence.extend(entries.iter().map(|(fit, entry)| self.number_evidence(at, *fit, entry)));
        }
        Ok((absent, bare.is_some()))
    }

    /// Gathers the documents that a bare figure may be the number of.
    fn gather_bare(&self, digits: &str, at: usize, gathered: &mut Gathered) -> Result<()> {
        let numbers = NumberTerms::Digits(digits);
        let (mut entries, cut) = number_entries(self.facts, numbers, MAX_COMPARED)?;
        gathered.notices.extend(cut.then(|| cut_notice(digits)));
        entries.sort_by_key(|entry| std::cmp::Reverse((entry.role, entry.passages)));
        entries.truncate(MAX_TERMS);
        gathered.evidence.extend(entries.iter().map(|entry| self.number_evidence(at, Fit::Bare, entry)));
        Ok(())
    }

    fn number_evidence(&self, at: usize, fit: Fit, entry: &NumberEntry) -> Evidence {
        let kind = TermKind::Number { at, fit, issues: entry.role != Role::Cites };
        Evidence::new(kind, entry.term(), entry.passages)
    }

    /// Whether a number that names no document of the index stands in it as plain text.
    fn stands_written(&self, reading: &Reading, at: usize) -> Result<bool> {
        let is_part = |word: &Word| word.part == Some(Part::Number(at));
        let Number { number: digits, symbol, year, .. } = &reading.numbers[at].number;
        let says_more = symbol.is_some() || year.is_some();
        for group in reading.groups.iter().filter(|group| group.words.iter().any(is_part)) {
            if says_more {
                for symbol in &group.symbols {
                    if self.facts.frequency(&Term::new(Field::Folded, symbol))? > 0 {
                        return Ok(true);
                    }
                }
                continue;
            }
            for pair in group.words.windows(2).filter(|pair| is_part(&pair[0]) && pair[1].folded == *digits) {
                if self.facts.neighbors(&pair[0].folded, digits)?.about() > 0 {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// What finds the passages that name a document which this may be.
    pub(super) fn named(&self, number: &Number) -> Result<Vec<Clause>> {
        let entries = self.fitting(number)?.0.into_iter();
        Ok(entries.map(|(_, entry)| Clause::Term(entry.term())).collect())
    }

    /// What the index has that fits a number, best first, and whether not all was compared.
    fn fitting(&self, number: &Number) -> Result<(Vec<(Fit, NumberEntry)>, bool)> {
        let digits = &*number.number;
        let numbers = number.year.map_or(NumberTerms::Digits(digits), |year| NumberTerms::Year(digits, year));
        let (entries, cut) = number_entries(self.facts, numbers, MAX_COMPARED)?;
        let fit = number.fitter();
        let fitting = entries.into_iter().filter_map(|entry| Some((fit(&entry.number)?, entry)));
        let mut fitting: Vec<_> = fitting.collect();
        fitting.sort_by(|(a, one), (b, two)| (b, two.role, two.passages).cmp(&(a, one.role, one.passages)));
        fitting.truncate(MAX_TERMS);
        Ok((fitting, cut))
    }
}
