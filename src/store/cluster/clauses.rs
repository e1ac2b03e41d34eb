//! Clauses to queries of a cluster.

use serde_json::{Value, json};

use super::form::joined;
use super::mapping::{UNDER, name};
use crate::store::clause::Clause;
use crate::store::field::Field;
use crate::store::term::Term;

/// The query that finds and scores what a clause does.
pub(super) fn query(clause: &Clause) -> Value {
    match clause {
        Clause::Term(term) => word(term),
        Clause::Phrase(words) => match &**words {
            [only] => word(only),
            words => phrase(words.iter().map(|word| &*word.text)),
        },
        Clause::AnyOf(terms) => constant(any_of(terms), 0.0),
        Clause::Under(term) => constant(json!({ "term": { UNDER: { "value": term.text } } }), 0.0),
        Clause::All(parts) => all(parts),
        Clause::Any(parts) if parts.is_empty() => nothing(),
        Clause::Any(parts) => {
            json!({ "bool": { "should": queries(parts), "minimum_should_match": 1 } })
        }
        Clause::Best(parts) if parts.is_empty() => nothing(),
        Clause::Best(parts) => json!({ "dis_max": { "queries": queries(parts) } }),
        Clause::Not(part) => json!({ "bool": { "must": [everything()], "must_not": [query(part)] } }),
        Clause::Maybe(part) => query(part),
        Clause::Weighted(part, weight) => json!({ "bool": { "must": [query(part)], "boost": weight.max(0.0) } }),
        Clause::Constant(part, score) => constant(query(part), *score),
        Clause::Everything => everything(),
        Clause::Nothing => nothing(),
    }
}

/// Words side by side, by their texts.
pub(super) fn phrase<'a>(words: impl Iterator<Item = &'a str>) -> Value {
    let words: Vec<&str> = words.collect();
    json!({ "match_phrase": { name(Field::Folded): { "query": joined(&words.join(" ")) } } })
}

/// Passages that hold any of these terms.
pub(super) fn any_of(terms: &[Term]) -> Value {
    let mut fields: Vec<(Field, Vec<&str>)> = Vec::new();
    for term in terms {
        match fields.iter_mut().find(|(field, _)| *field == term.field) {
            Some((_, texts)) => texts.push(&term.text),
            None => fields.push((term.field, vec![&term.text])),
        }
    }
    let of_field = |(field, texts): &(Field, Vec<&str>)| json!({ "terms": { name(*field): texts } });
    match &*fields {
        [] => nothing(),
        [only] => of_field(only),
        fields => {
            let fields: Vec<Value> = fields.iter().map(of_field).collect();
            json!({ "bool": { "should": fields, "minimum_should_match": 1 } })
        }
    }
}

/// What holds all of these, unscored.
pub(super) fn filter(parts: &[Value]) -> Value {
    json!({ "bool": { "filter": parts } })
}

fn all(parts: &[Clause]) -> Value {
    let (mut must, mut should, mut must_not) = (Vec::new(), Vec::new(), Vec::new());
    for part in parts {
        match part {
            Clause::Not(part) => must_not.push(query(part)),
            Clause::Maybe(part) => should.push(query(part)),
            part => must.push(query(part)),
        }
    }
    // what only must not be there finds nothing
    if must.is_empty() && should.is_empty() {
        return nothing();
    }
    let least = usize::from(must.is_empty());
    json!({ "bool": { "must": must, "should": should, "must_not": must_not, "minimum_should_match": least } })
}

fn queries(parts: &[Clause]) -> Vec<Value> {
    parts.iter().map(query).collect()
}

fn word(term: &Term) -> Value {
    json!({ "term": { name(term.field): { "value": term.text } } })
}

fn constant(query: Value, score: f32) -> Value {
    json!({ "constant_score": { "filter": query, "boost": score.max(0.0) } })
}

fn everything() -> Value {
    json!({ "match_all": {} })
}

fn nothing() -> Value {
    json!({ "match_none": {} })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_are_queries() {
        let term = |text: &str| Clause::Term(Term::new(Field::Folded, text));
        let check = |clause: Clause, expected: Value| assert_eq!(query(&clause), expected, "{clause:?}");
        check(term("hoi"), json!({ "term": { "folded": { "value": "hoi" } } }));
        let two = vec![Term::new(Field::Doc, "a"), Term::new(Field::File, "b"), Term::new(Field::Doc, "c")];
        check(
            Clause::AnyOf(two),
            json!({ "constant_score": { "boost": 0.0, "filter": { "bool": {
                "should": [{ "terms": { "doc": ["a", "c"] } }, { "terms": { "file": ["b"] } }],
                "minimum_should_match": 1,
            } } } }),
        );
        check(Clause::All(vec![Clause::Not(Box::new(term("x")))]), nothing());
        check(Clause::Any(Vec::new()), nothing());
        check(
            Clause::All(vec![term("a"), Clause::Maybe(Box::new(term("b"))), Clause::Not(Box::new(term("c")))]),
            json!({ "bool": {
                "must": [{ "term": { "folded": { "value": "a" } } }],
                "should": [{ "term": { "folded": { "value": "b" } } }],
                "must_not": [{ "term": { "folded": { "value": "c" } } }],
                "minimum_should_match": 0,
            } }),
        );
        let words = ["ho", "chi"].map(|word| Term::new(Field::Folded, word)).to_vec();
        check(Clause::Phrase(words), json!({ "match_phrase": { "folded": { "query": "ho chi" } } }));
    }
}
