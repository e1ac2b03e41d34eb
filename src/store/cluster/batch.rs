//! Searches that are asked together, in one round trip.

use serde_json::{Value, json};

use super::client::{Body, Client, READ};
use super::connection::{connection, note_missing};
use super::failure::{Result, full, sort};
use super::passages::preference;
use super::scope::Scope;
use crate::error::ClusterFault;

/// No more searches than these go together.
const MAX_TOGETHER: usize = 2000;

/// Nor searches of more bytes than these: of some roots alone each names all files that are known otherwise there.
const MAX_BYTES: usize = 8 << 20;

/// Searches of one index.
pub(super) struct Batch<'a> {
    client: &'a Client,
    index: &'a str,
    scope: &'a Scope,
    /// How each is searched, and what for.
    searches: Vec<(String, String)>,
}

impl<'a> Batch<'a> {
    pub(super) fn of(client: &'a Client, index: &'a str, scope: &'a Scope) -> Self {
        Self { client, index, scope, searches: Vec::new() }
    }

    /// Adds a search; the place of its answer.
    pub(super) fn add(&mut self, search: &Value, kind: &str) -> usize {
        self.searches.push((kind.to_owned(), self.scope.within(search).to_string()));
        self.searches.len() - 1
    }

    /// Adds the question how many passages a query finds; beyond the limit they need not be counted.
    pub(super) fn count(&mut self, query: &Value, limit: u64) -> usize {
        let limit = if limit > u64::from(i32::MAX as u32) { json!(true) } else { json!(limit) };
        self.add(&json!({ "size": 0, "track_total_hits": limit, "query": query }), "query_then_fetch")
    }

    /// The answers to all of them; those that a node has no room for at the moment are asked again, of other copies.
    ///
    /// # Errors
    /// One of them has none, or a part of the index does not answer.
    pub(super) fn ask(self) -> Result<Vec<Value>> {
        let mut answers = Vec::with_capacity(self.searches.len());
        let mut rest = &self.searches[..];
        while !rest.is_empty() {
            let mut bytes = 0;
            let fits = |(_, search): &&(String, String)| {
                bytes += search.len();
                bytes <= MAX_BYTES
            };
            let count = rest.iter().take(MAX_TOGETHER).take_while(fits).count().max(1);
            let (part, behind) = rest.split_at(count);
            answers.extend(self.ask_together(part)?);
            rest = behind;
        }
        Ok(answers)
    }

    fn ask_together(&self, searches: &[(String, String)]) -> Result<Vec<Value>> {
        let mut answers = vec![Value::Null; searches.len()];
        let (mut left, mut again): (Vec<usize>, _) = ((0..searches.len()).collect(), self.client.again());
        while !left.is_empty() {
            // what there was no room for together goes one after the other
            let slowly = if again.times() > 0 { "?max_concurrent_searches=1" } else { "" };
            let path = format!("{}/_msearch{slowly}", self.index);
            let asked = std::mem::take(&mut left);
            let lines = lines(asked.iter().filter_map(|at| searches.get(*at)), &preference(again.times()));
            let mut answer = self.client.answer("POST", &path, &Body::Lines(&lines))?;
            let found = match answer["responses"].take() {
                Value::Array(found) if found.len() == asked.len() => found,
                _ => return Err(self.client.fault(ClusterFault::Odd("responses".to_owned()))),
            };
            let found = asked.into_iter().zip(found);
            let found = found.map(|(at, answer)| (at, whole(self.client, &answer).map(|()| answer)));
            left = again.left_of(found, |at, answer| answers[at] = answer)?;
        }
        Ok(answers)
    }
}

/// Searches as they are sent: an object a line, two for each.
fn lines<'s>(searches: impl Iterator<Item = &'s (String, String)>, preference: &str) -> String {
    let (mut lines, partial) = (String::new(), connection().partial);
    for (kind, search) in searches {
        let head = json!({ "search_type": kind, "preference": preference, "allow_partial_search_results": partial });
        lines.push_str(&format!("{head}\n{search}\n"));
    }
    lines
}

/// Refuses an answer that lacks what a part of the index holds; where that was wanted, it is noted instead.
///
/// # Errors
/// [`ClusterFault::Shards`], [`ClusterFault::Slow`], or what the cluster says.
pub(super) fn whole(client: &Client, answer: &Value) -> Result<()> {
    let shards = &answer["_shards"];
    let count = |of: &str| shards[of].as_u64().unwrap_or_default();
    if !answer["error"].is_null() {
        let status = answer["status"].as_u64().and_then(|status| u16::try_from(status).ok()).unwrap_or_default();
        return Err(client.fault(sort(status, answer)));
    }
    if answer["timed_out"] == true {
        return Err(client.fault(ClusterFault::Slow(READ.as_secs())));
    }
    let (total, successful, partial) = (count("total"), count("successful"), connection().partial);
    // a part that is on no node has not even failed where answers may lack some
    if let Some(fault) = full(shards) {
        return Err(client.fault(fault));
    }
    let failed = if partial { total.saturating_sub(successful) } else { count("failed") };
    match failed {
        0 => Ok(()),
        failed if partial && successful > 0 => {
            note_missing(failed, total);
            Ok(())
        }
        failed => Err(client.fault(ClusterFault::Shards { failed, total })),
    }
}

/// How many passages were found.
pub(super) fn total(answer: &Value) -> u64 {
    answer["hits"]["total"]["value"].as_u64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::stub::Stub;
    use super::*;
    use crate::error::Error;

    fn found(count: u64) -> Value {
        let shards = json!({ "total": 3, "successful": 3, "failed": 0 });
        json!({ "hits": { "total": { "value": count } }, "_shards": shards, "status": 200 })
    }

    fn busy() -> Value {
        let error = json!({ "type": "search_phase_execution_exception", "reason": "all shards failed",
            "root_cause": [{ "type": "circuit_breaking_exception", "reason": "Data too large" }] });
        json!({ "error": error, "status": 429 })
    }

    fn ask(node: &Stub) -> Result<Vec<u64>> {
        let scope = Scope::default();
        let mut batch = Batch::of(&node.client, "i", &scope);
        for word in ["a", "b", "c"] {
            batch.count(&json!({ "term": { "folded": word } }), 1);
        }
        Ok(batch.ask()?.iter().map(total).collect())
    }

    #[test]
    fn searches_that_a_node_has_no_room_for_are_asked_again() {
        let node = Stub::of(|at, _| match at {
            0 => (200, json!({ "responses": [found(1), busy(), busy()] })),
            _ => (200, json!({ "responses": [found(2), found(3)] })),
        });
        assert_eq!(ask(&node).unwrap(), [1, 2, 3]);
        let asked = node.asked();
        assert_eq!(asked.len(), 2);
        assert!(asked[1].0.ends_with("/_msearch?max_concurrent_searches=1"), "{}", asked[1].0);
        let again: Vec<&str> = asked[1].1.lines().collect();
        assert!(again.len() == 4 && again[0].contains("tracuu-1") && again[3].contains("\"c\""), "{again:?}");
    }

    #[test]
    fn a_node_that_has_never_room_is_told() {
        let node = Stub::of(|at, _| match at {
            0 => (200, json!({ "responses": [found(1), found(2), busy()] })),
            _ => (200, json!({ "responses": [busy()] })),
        });
        let begun = std::time::Instant::now();
        let told = ask(&node);
        assert!(matches!(&told, Err(Error::Cluster { fault: ClusterFault::Overloaded(_), .. })), "{told:?}");
        // after no more time than an answer may take
        assert!(begun.elapsed() < READ && node.asked().len() > 2, "{}", node.asked().len());
    }
}
