//! What a reading demands or forbids to what the engine filters by: phrases, exclusions, places.

use tantivy::Term;
use tantivy::query::{BooleanQuery, ConstScoreQuery, EnableScoring, Occur, PhraseQuery, Query, TermSetQuery};
use tantivy::schema::IndexRecordOption;

use super::alternatives::StandIn;
use super::except::Except;
use super::finders::{Clauses, term_query};
use super::phrase::{Allowed, PhraseTest};
use super::place::Place;
use super::planned::Matching;
use super::planner::Planner;
use super::reading::{Filter, Group, Reading};
use super::word::Word;
use crate::store::{NameFit, Patterns, Signs, has_living};

/// More patterns that no document matches are counted, not told.
const MAX_TOLD: usize = 8;

/// Other forms of a phrase than this many are not looked for.
const MAX_FORMS: usize = 8;

impl Planner<'_> {
    /// What every hit must hold, must not hold, and where it must stand; what of that nothing does is told.
    pub(super) fn required(
        &self,
        reading: &Reading,
        test: &mut PhraseTest,
        notices: &mut Vec<String>,
    ) -> tantivy::Result<Clauses> {
        let mut clauses = Vec::new();
        for group in reading.groups.iter().filter(|group| group.phrase) {
            let forms = self.forms(reading, group)?;
            clauses.push((Occur::Must, self.any(&forms)));
            test.add(forms);
        }
        for group in &reading.excluded {
            let phrase = self.allowed(reading, group)?;
            clauses.push((Occur::MustNot, Box::new(Except(self.phrase(&phrase)))));
        }
        for filter in &reading.filters {
            clauses.push((Occur::Must, self.filter(filter, notices)?));
        }
        for filter in &reading.excluded_filters {
            clauses.push((Occur::MustNot, Box::new(Except(self.filter(filter, notices)?))));
        }
        self.add_places(reading, &mut clauses, notices)?;
        Ok(clauses)
    }

    fn filter(&self, filter: &Filter, notices: &mut Vec<String>) -> tantivy::Result<Box<dyn Query>> {
        let (query, absent) = match filter {
            Filter::Number(number) => (self.names(number)?, no_number(&number.canonical())),
            Filter::Date(date) => (self.overlaps(date), format!("no passage names {}", date.typed)),
            Filter::Person(name) => {
                let (query, near) = self.naming(name)?;
                notices.extend(near);
                (query, nobody(&name.typed))
            }
        };
        // a day that does not exist is told as such already
        let told = matches!(filter, Filter::Date(date) if !date.mention.valid);
        if !told && !self.finds_any(&*query)? {
            notices.push(absent);
        }
        Ok(query)
    }

    /// Whether any passage matches a query.
    pub(super) fn finds_any(&self, query: &dyn Query) -> tantivy::Result<bool> {
        let weight = query.weight(EnableScoring::disabled_from_searcher(self.searcher))?;
        for segment in self.searcher.segment_readers() {
            let mut found = weight.scorer(segment, 1.0)?;
            if has_living(&mut *found, segment) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Passages that hold these letters side by side and each word somewhere as it may be spelled:
    /// whether those spelled so are those side by side, the [`PhraseTest`] sees in the text.
    pub(super) fn phrase(&self, phrase: &[Allowed]) -> Box<dyn Query> {
        let folded = |word: &Allowed| Term::from_field_text(self.fields.folded, &word.folded);
        let letters: Box<dyn Query> = match phrase {
            [word] => term_query(folded(word)),
            words => Box::new(PhraseQuery::new(words.iter().map(folded).collect())),
        };
        let mut clauses: Clauses = vec![(Occur::Must, letters)];
        for spellings in phrase.iter().filter_map(|word| word.spellings.as_ref()) {
            let terms = spellings.iter().map(|spelling| Term::from_field_text(self.fields.exact, spelling));
            let any: Clauses = terms.map(|term| (Occur::Should, term_query(term))).collect();
            clauses.push((Occur::Must, Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::new(any)), 0.0))));
        }
        Box::new(BooleanQuery::new(clauses))
    }

    /// A phrase as it was typed, and with short forms, long forms and ordinals written otherwise.
    fn forms(&self, reading: &Reading, group: &Group) -> tantivy::Result<Vec<Vec<Allowed>>> {
        let typed = self.allowed(reading, group)?;
        let stand_ins = if self.matching == Matching::Folded { self.stand_ins(group)? } else { Vec::new() };
        let other = |stand_in: StandIn| {
            let words = stand_in.words.into_iter().map(|folded| Allowed { folded, spellings: None });
            let (before, behind) = (&typed[..stand_in.range.start], &typed[stand_in.range.end..]);
            before.iter().cloned().chain(words).chain(behind.iter().cloned()).collect()
        };
        let others: Vec<Vec<Allowed>> = stand_ins.into_iter().take(MAX_FORMS).map(other).collect();
        Ok(std::iter::once(typed).chain(others).collect())
    }

    /// Passages that hold a phrase in one of its forms.
    fn any(&self, forms: &[Vec<Allowed>]) -> Box<dyn Query> {
        match forms {
            [phrase] => self.phrase(phrase),
            forms => {
                let any: Clauses = forms.iter().map(|phrase| (Occur::Should, self.phrase(phrase))).collect();
                Box::new(BooleanQuery::new(any))
            }
        }
    }

    /// How each word of a phrase may be spelled.
    fn allowed(&self, reading: &Reading, group: &Group) -> tantivy::Result<Vec<Allowed>> {
        let marked = reading.marked || group.words.iter().any(Word::marked);
        let spellings = |word: &Word| -> tantivy::Result<Option<Vec<String>>> {
            if self.matching == Matching::Folded {
                if !marked {
                    return Ok(None);
                }
                if self.half_typed(word)? {
                    let fuller = || -> tantivy::Result<Vec<String>> {
                        let mut found = vec![word.exact.clone()];
                        found.extend(self.fuller(word)?.0.into_iter().map(|(spelling, _)| spelling));
                        Ok(found)
                    };
                    return word.marked().then(fuller).transpose();
                }
            }
            Ok(Some(vec![word.exact.clone()]))
        };
        let allowed = |word: &Word| Ok(Allowed { folded: word.folded.clone(), spellings: spellings(word)? });
        group.words.iter().map(allowed).collect()
    }

    fn add_places(&self, reading: &Reading, clauses: &mut Clauses, notices: &mut Vec<String>) -> tantivy::Result<()> {
        let places: Vec<&Place> = reading.places.iter().chain(&reading.excluded_places).collect();
        if places.is_empty() {
            return Ok(());
        }
        let found = self.documents(&places)?;
        let absent: Vec<String> = (places.iter().zip(&found))
            .filter(|(_, found)| found.is_empty())
            .map(|(place, _)| format!("`in:{}`", place.typed))
            .collect();
        if !absent.is_empty() {
            let more = absent.len().saturating_sub(MAX_TOLD);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            notices.push(format!("no document matches {}{more}", absent[..absent.len().min(MAX_TOLD)].join(", ")));
        }
        let any = |found: &[Vec<Term>]| -> Box<dyn Query> {
            Box::new(ConstScoreQuery::new(Box::new(TermSetQuery::new(found.iter().flatten().cloned())), 0.0))
        };
        let (wanted, excluded) = found.split_at(reading.places.len());
        if !wanted.is_empty() {
            clauses.push((Occur::Must, any(wanted)));
        }
        if excluded.iter().any(|found| !found.is_empty()) {
            clauses.push((Occur::MustNot, Box::new(Except(any(excluded)))));
        }
        Ok(())
    }

    /// The documents and files that each pattern means: those that fit it best.
    fn documents(&self, places: &[&Place]) -> tantivy::Result<Vec<Vec<Term>>> {
        let patterns = Patterns::new(places.iter().map(|place| &*place.typed), Signs::Count, self.roots);
        let mut found: Vec<(NameFit, Vec<Term>)> = vec![(NameFit::BareOnDisk, Vec::new()); places.len()];
        for field in [self.fields.doc, self.fields.file] {
            for segment in self.searcher.segment_readers() {
                let index = segment.inverted_index(field)?;
                let mut names = index.terms().stream()?;
                while names.advance() {
                    let name = String::from_utf8_lossy(names.key());
                    let mut fits: Vec<(usize, NameFit)> = Vec::new();
                    let mut each = |at: usize, fit, _| fits.push((at, places[at].fit(fit)));
                    patterns.fits(&name, &mut each);
                    self.copies.names(&name).for_each(|other| patterns.fits(&other, &mut each));
                    if fits.is_empty() {
                        continue;
                    }
                    let mut postings = index.read_postings_from_terminfo(names.value(), IndexRecordOption::Basic)?;
                    if has_living(&mut postings, segment) {
                        fits.sort_unstable();
                        fits.dedup_by_key(|(at, _)| *at);
                        fits.into_iter().for_each(|(at, fit)| {
                            keep_best(&mut found[at], fit, || Term::from_field_text(field, &name));
                        });
                    }
                }
            }
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

/// The notice for a number that no document has.
pub(super) fn no_number(canonical: &str) -> String {
    format!("no document number {canonical} in the index")
}

/// The notice for a name that nobody bears.
pub(super) fn nobody(name: &str) -> String {
    format!("nobody is named {name}")
}

/// The notice for what is looked for as words, for nothing is known by it.
pub(super) fn only_words(typed: &str, what: &str) -> String {
    format!("{typed} is known as no {what} and stands in the text only as words")
}
