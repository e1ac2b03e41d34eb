//! What is asked of a commit in a folder to the engine's answers.

use tantivy::collector::{Count, DocSetCollector};
use tantivy::query::{EnableScoring, Query};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Term as EngineTerm};

use super::clauses::query;
use super::counts::count;
use super::handle::{address, handle};
use super::opened::Local;
use super::statistics::has_living;
use super::{best, together};
use crate::error::Result;
use crate::store::clause::Clause;
use crate::store::counts::{Counted, Counts};
use crate::store::field::Field;
use crate::store::found::{Found, Search};
use crate::store::passage::{Handle, PassageId, StoredPassage};
use crate::store::snapshot::{Asked, EachName, Head, Snapshot, Told};
use crate::store::term::Term;

impl Snapshot for Local {
    fn head(&self) -> &Head {
        self.head()
    }

    fn is_near(&self) -> bool {
        true
    }

    fn statistics(&self, asked: &Asked<'_>) -> Result<Told> {
        self.told(asked).map_err(|error| self.failed(error))
    }

    fn each_name(&self, field: Field, each: &mut EachName<'_>) -> Result<()> {
        let field = self.fields.of(field);
        for segment in self.searcher().segment_readers() {
            let index = segment.inverted_index(field).map_err(|error| self.failed(error))?;
            let mut names = index.terms().stream().map_err(|error| self.failed(error.into()))?;
            while names.advance() {
                let is_held = || {
                    let postings = index.read_postings_from_terminfo(names.value(), IndexRecordOption::Basic);
                    let mut postings = postings.map_err(|error| self.failed(error.into()))?;
                    Ok(has_living(&mut postings, segment))
                };
                each(&self.renamed.shown(&String::from_utf8_lossy(names.key())), &is_held)?;
            }
        }
        Ok(())
    }

    fn best(&self, searches: &[(Search<'_>, usize)]) -> Result<Vec<Found>> {
        let best = |(search, limit): &(Search<'_>, usize)| self.best_of(*search, *limit);
        searches.iter().map(best).collect::<tantivy::Result<_>>().map_err(|error| self.failed(error))
    }

    fn all(&self, clause: &Clause, limit: usize) -> Result<(Vec<(Handle, PassageId)>, bool)> {
        self.all_of(clause, limit).map_err(|error| self.failed(error))
    }

    fn counts(&self, counted: &Counted<'_>) -> Result<Counts> {
        let count = |columns| count(self.searcher(), columns, &self.fields, counted);
        self.columns().and_then(count).map_err(|error| self.failed(error))
    }

    fn stored(&self, passages: &[Handle]) -> Result<Vec<StoredPassage>> {
        passages.iter().map(|passage| self.passage(address(*passage))).collect()
    }
}

impl Local {
    fn told(&self, asked: &Asked<'_>) -> tantivy::Result<Told> {
        let statistics = &self.statistics;
        let term = |term: &Term| self.fields.term(&self.renamed.term(term));
        let mut told = Told::default();
        for asked in &asked.terms {
            told.terms.push(statistics.doc_freq(&term(asked))?);
        }
        for asked in &asked.bounds {
            told.bounds.push(statistics.most(&term(asked))?);
        }
        for pair in &asked.neighbors {
            let words = pair.each_ref().map(|word| EngineTerm::from_field_text(self.fields.folded, word));
            told.neighbors.push(self.pairs.seen(statistics, || self.sample(), words)?);
        }
        for spellings in &asked.spellings {
            let words = spellings.pair.each_ref().map(|word| EngineTerm::from_field_text(self.fields.folded, word));
            let form = |form: &String| EngineTerm::from_field_text(self.fields.exact, form);
            let forms: Vec<EngineTerm> = spellings.forms.iter().map(form).collect();
            told.spellings.push(self.pairs.spelled(statistics, || self.sample(), words, &forms)?);
        }
        for prefix in &asked.prefixes {
            let field = self.fields.of(prefix.field);
            told.prefixes.push(statistics.with_prefix(field, prefix.text, prefix.limit, prefix.keep)?);
        }
        for (clause, limit) in &asked.holding {
            told.holding.push(self.holding(clause, *limit)?);
        }
        Ok(told)
    }

    /// The query that finds and scores what a clause does.
    fn query(&self, clause: &Clause) -> Box<dyn Query> {
        if self.renamed.is_empty() {
            return query(clause, &self.fields);
        }
        query(&clause.with_terms(&|term| self.renamed.term(term)), &self.fields)
    }

    /// How many passages a clause finds; no more than one are counted where that is the limit.
    fn holding(&self, clause: &Clause, limit: u64) -> tantivy::Result<u64> {
        if let (Clause::AnyOf(terms), true) = (clause, limit > 1) {
            let term = |term: &Term| self.fields.term(&self.renamed.term(term));
            let terms: Vec<EngineTerm> = terms.iter().map(term).collect();
            return self.statistics.any_freq(&terms);
        }
        let (searcher, query) = (self.searcher(), self.query(clause));
        if limit > 1 {
            return Ok(searcher.search(&*query, &Count)? as u64);
        }
        let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
        for segment in searcher.segment_readers() {
            let mut found = weight.scorer(segment, 1.0)?;
            if has_living(&mut *found, segment) {
                return Ok(1);
            }
        }
        Ok(0)
    }

    fn best_of(&self, search: Search<'_>, limit: usize) -> tantivy::Result<Found> {
        let columns = self.columns()?;
        match search {
            Search::Clause(clause) => best::find(&self.statistics, columns, &*self.query(clause), limit),
            Search::SideBySide(wanted) => {
                together::find(self.searcher(), columns, || self.sample(), &self.fields, wanted, limit)
            }
        }
    }

    fn all_of(&self, clause: &Clause, limit: usize) -> tantivy::Result<(Vec<(Handle, PassageId)>, bool)> {
        let addresses = self.searcher().search(&*self.query(clause), &DocSetCollector)?;
        let columns = self.columns()?;
        let id = |at: DocAddress| (columns[at.segment_ord as usize].id(at.doc_id), handle(at));
        let mut found: Vec<(PassageId, Handle)> = addresses.into_iter().map(id).collect();
        let more = found.len() > limit;
        if more {
            // in whatever parts they lie, the same are left out
            found.sort_unstable();
            found.truncate(limit);
        }
        // neighbors are stored together
        found.sort_unstable_by_key(|(_, handle)| *handle);
        Ok((found.into_iter().map(|(id, handle)| (handle, id)).collect(), more))
    }
}
