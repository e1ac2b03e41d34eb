//! Clauses to queries of the engine.

use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, Occur, PhraseQuery, Query,
    TermQuery, TermSetQuery,
};
use tantivy::schema::IndexRecordOption;

use super::except::Except;
use super::schema::Fields;
use super::under::Under;
use crate::store::clause::Clause;
use crate::store::term::Term;

/// The query that finds and scores what a clause does.
pub(super) fn query(clause: &Clause, fields: &Fields) -> Box<dyn Query> {
    let queries = |parts: &[Clause]| parts.iter().map(|part| query(part, fields)).collect::<Vec<_>>();
    match clause {
        Clause::Term(term) => word(term, fields),
        Clause::Phrase(words) => match &**words {
            [term] => word(term, fields),
            words => Box::new(PhraseQuery::new(words.iter().map(|term| fields.term(term)).collect())),
        },
        Clause::AnyOf(terms) => {
            let terms = TermSetQuery::new(terms.iter().map(|term| fields.term(term)));
            Box::new(ConstScoreQuery::new(Box::new(terms), 0.0))
        }
        Clause::Under(term) => {
            Box::new(ConstScoreQuery::new(Box::new(Under { term: fields.term(term), context: fields.context }), 0.0))
        }
        Clause::All(parts) => Box::new(BooleanQuery::new(parts.iter().map(|part| part_of_all(part, fields)).collect())),
        Clause::Any(parts) => {
            Box::new(BooleanQuery::new(queries(parts).into_iter().map(|part| (Occur::Should, part)).collect()))
        }
        Clause::Best(parts) => Box::new(DisjunctionMaxQuery::new(queries(parts))),
        Clause::Not(_) => Box::new(BooleanQuery::new(vec![
            (Occur::Must, Box::new(AllQuery) as Box<dyn Query>),
            part_of_all(clause, fields),
        ])),
        Clause::Maybe(part) => query(part, fields),
        Clause::Weighted(part, weight) => Box::new(BoostQuery::new(query(part, fields), *weight)),
        Clause::Constant(part, score) => Box::new(ConstScoreQuery::new(query(part, fields), *score)),
        Clause::Everything => Box::new(AllQuery),
        Clause::Nothing => Box::new(EmptyQuery),
    }
}

fn word(term: &Term, fields: &Fields) -> Box<dyn Query> {
    Box::new(TermQuery::new(fields.term(term), IndexRecordOption::WithFreqs))
}

fn part_of_all(clause: &Clause, fields: &Fields) -> (Occur, Box<dyn Query>) {
    match clause {
        Clause::Not(part) => (Occur::MustNot, Box::new(Except(query(part, fields)))),
        Clause::Maybe(part) => (Occur::Should, query(part, fields)),
        part => (Occur::Must, query(part, fields)),
    }
}
