//! What a reading demands or forbids to what the engine filters by: phrases, exclusions, places.

use tantivy::Term;
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, PhraseQuery, Query, TermSetQuery};

use super::alternatives::StandIn;
use super::except::Except;
use super::finders::{Clauses, term_query};
use super::phrase::{Allowed, PhraseTest};
use super::plan::{Matching, Planner};
use super::reading::{Filter, Group, Reading, Word};

/// Other forms of a phrase than this many are not looked for.
const MAX_FORMS: usize = 8;

impl Planner<'_> {
    /// What every hit must hold, must not hold, and where it must stand.
    pub(super) fn required(&self, reading: &Reading, test: &mut PhraseTest) -> tantivy::Result<Clauses> {
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
            clauses.push((Occur::Must, self.filter(filter)?));
        }
        if !reading.places.is_empty() {
            clauses.push((Occur::Must, self.places(reading)?));
        }
        Ok(clauses)
    }

    fn filter(&self, filter: &Filter) -> tantivy::Result<Box<dyn Query>> {
        match filter {
            Filter::Number(number) => self.names(number),
            Filter::Date(date) => Ok(self.overlaps(date)),
            Filter::Person(name) => self.naming(name),
        }
    }

    /// Passages that hold these letters side by side and each word somewhere as it may be spelled:
    /// whether those spelled so are those side by side, the [`PhraseTest`] sees in the text.
    fn phrase(&self, phrase: &[Allowed]) -> Box<dyn Query> {
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

    /// The documents and files that a pattern names.
    fn places(&self, reading: &Reading) -> tantivy::Result<Box<dyn Query>> {
        let mut terms = Vec::new();
        for field in [self.fields.doc, self.fields.file] {
            for segment in self.searcher.segment_readers() {
                let index = segment.inverted_index(field)?;
                let mut names = index.terms().stream()?;
                while names.advance() {
                    let name = String::from_utf8_lossy(names.key());
                    let fits = |name: &str| reading.places.iter().any(|place| place.matches(name));
                    if fits(&name) || self.copies.names(&name).any(|other: String| fits(&other)) {
                        terms.push(Term::from_field_text(field, &name));
                    }
                }
            }
        }
        Ok(Box::new(ConstScoreQuery::new(Box::new(TermSetQuery::new(terms)), 0.0)))
    }
}
