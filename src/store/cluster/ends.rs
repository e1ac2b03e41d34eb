//! Passages with what is told of the ends of their documents, in one round trip.

use std::sync::PoisonError;

use rustc_hash::FxHashMap;
use serde_json::{Value, json};

use super::failure::Result;
use super::form::passage_of;
use super::mapping::{KEPT, name};
use super::names::Spot;
use super::opened::Cluster;
use super::passages::{hits, text};
use crate::error::ClusterFault;
use crate::store::clause::Clause;
use crate::store::ends::{Ending, Ends};
use crate::store::field::Field;
use crate::store::passage::{Handle, StoredPassage};
use crate::store::relations::{Bound, ends_pattern, owner};
use crate::store::snapshot::{Asked, Fetched, Held, Told};

/// Passages that are read together with what ends their documents.
pub(super) const TOGETHER: usize = 500;

/// No more passages than these of a clause are read together with others.
pub(super) const HELD: usize = 1000;

/// More passages than these are not read of what ends documents of one number.
const MAX_PASSAGES: usize = 256;

/// No more documents of passages than these are remembered at a time.
const MAX_KNOWN: usize = 1 << 16;

/// The order in which passages come.
fn order() -> Value {
    json!([{ "order": "asc" }, { "ordinal": "asc" }, { "run": "asc" }])
}

/// Finds passages with what is kept of them.
fn kept(size: usize, query: Value) -> Value {
    json!({
        "size": size,
        "track_total_hits": false,
        "query": { "bool": { "filter": [query] } },
        "_source": false,
        "stored_fields": ["doc", "file", KEPT],
        "sort": order(),
    })
}

/// Finds passages by their ids.
fn by_id(spots: &[Spot]) -> Value {
    let ids: Vec<String> = spots.iter().map(|spot| spot.id()).collect();
    kept(spots.len(), json!({ "ids": { "values": ids } }))
}

/// Finds the passages that tell an end of documents of a number.
fn telling(number: &str) -> Value {
    let pattern = json!({ "value": ends_pattern(number), "flags": "NONE" });
    json!({
        "size": MAX_PASSAGES,
        "track_total_hits": false,
        "query": { "bool": { "filter": [{ "regexp": { name(Field::Relations): pattern } }] } },
        "_source": false,
        "stored_fields": ["doc", "file", KEPT, name(Field::Relations)],
        "sort": order(),
    })
}

/// The fields that were kept of what was found, in order.
fn fields(answer: &Value) -> impl Iterator<Item = &Value> {
    answer["hits"]["hits"].as_array().into_iter().flatten().map(|hit| &hit["fields"])
}

/// The terms of the relations that a passage tells.
fn relations(fields: &Value) -> impl Iterator<Item = &str> {
    fields[name(Field::Relations)].as_array().into_iter().flatten().filter_map(Value::as_str)
}

impl Cluster {
    /// Notes of which documents passages are part, so that what ends these can be asked for together with the passages.
    pub(super) fn note_owners(&self, spots: &[Spot], fetched: &[Option<Value>]) {
        let mut owners = self.owners.lock().unwrap_or_else(PoisonError::into_inner);
        if owners.len() > MAX_KNOWN {
            owners.clear();
        }
        for (spot, fields) in spots.iter().zip(fetched) {
            let own = fields.as_ref().and_then(|fields| relations(fields).find_map(owner));
            if let Some(own) = own {
                owners.insert(spot.handle(), own.into());
            }
        }
    }

    /// Some passages with what ends their documents, those that clauses hold, and figures, by one question.
    pub(super) fn together(
        &self,
        passages: &[Handle],
        clauses: &[(Clause, usize)],
        asked: &Asked<'_>,
    ) -> Result<(Told, Fetched)> {
        let spots: Vec<Spot> = passages.iter().map(|handle| Spot::at(*handle)).collect();
        let mut numbers: Vec<String> = {
            let owners = self.owners.lock().unwrap_or_else(PoisonError::into_inner);
            passages.iter().filter_map(|handle| owners.get(handle)).map(|own| own.to_string()).collect()
        };
        numbers.sort_unstable();
        numbers.dedup();
        let mut batch = self.batch();
        if !spots.is_empty() {
            batch.add(&by_id(&spots), "query_then_fetch");
        }
        for number in &numbers {
            batch.add(&telling(number), "query_then_fetch");
        }
        for (clause, limit) in clauses {
            batch.add(&kept(*limit, self.finding(clause)), "query_then_fetch");
        }
        let places = self.ask_statistics(asked, &mut batch);
        let answers = batch.ask()?;
        let figures = self.told(asked, &places, &answers)?;
        let (found, rest) = answers.split_at(usize::from(!spots.is_empty()).min(answers.len()));
        let (told, rest) = rest.split_at(numbers.len().min(rest.len()));
        let held = rest.get(..clauses.len()).unwrap_or_default();
        let read = found.iter().flat_map(|found| hits(found).zip(fields(found)));
        let read: FxHashMap<Handle, &Value> = read.map(|((_, spot), fields)| (spot.handle(), fields)).collect();
        let mut stored = Vec::with_capacity(passages.len());
        for handle in passages {
            let fields = read.get(handle).ok_or_else(|| self.client.fault(ClusterFault::Replaced))?;
            stored.push(self.passage(fields)?);
        }
        let each = |answer: &Value| -> Result<Vec<Held>> {
            let found = hits(answer).zip(fields(answer));
            let held = |((_, spot), fields): ((f64, Spot), &Value)| {
                Ok(Held { passage: self.passage(fields)?, handle: spot.handle(), id: spot.passage() })
            };
            found.map(held).collect()
        };
        let held = held.iter().map(each).collect::<Result<_>>()?;
        Ok((figures, Fetched { passages: stored, ends: self.endings(numbers, told)?, held }))
    }

    /// What ends documents of these numbers.
    pub(super) fn ends_of(&self, numbers: &[&str]) -> Result<Ends> {
        let mut batch = self.batch();
        for number in numbers {
            batch.add(&telling(number), "query_then_fetch");
        }
        let answers = batch.ask()?;
        self.endings(numbers.iter().map(|number| (*number).to_owned()).collect(), &answers)
    }

    fn endings(&self, numbers: Vec<String>, answers: &[Value]) -> Result<Ends> {
        let mut ends = Ends::default();
        for (number, answer) in numbers.into_iter().zip(answers) {
            let mut endings = Vec::new();
            for fields in fields(answer) {
                let told = relations(fields).filter_map(|term| Bound::read(term.to_owned()));
                let bounds = told.filter(|bound| bound.document.canonical == number).collect();
                endings.push(Ending { bounds, passage: self.passage(fields)? });
            }
            // as passages come that are read here
            endings.sort_by(|one, two| {
                let key = |ending: &Ending| (ending.passage.doc.clone(), ending.passage.file.clone());
                (key(one), one.passage.lines).cmp(&(key(two), two.passage.lines))
            });
            ends.insert(number, endings);
        }
        Ok(ends)
    }

    /// A passage of the fields that are kept of it.
    pub(super) fn passage(&self, fields: &Value) -> Result<StoredPassage> {
        let passage = passage_of(text(fields, "doc"), text(fields, "file"), text(fields, KEPT));
        let passage = self.scope.renamed.passage(passage.ok_or_else(|| self.changed())?);
        Ok(StoredPassage { also: self.head.copies.of(&passage.doc, &passage.file), ..passage })
    }
}
