//! Searches that are asked together, in one round trip.

use serde_json::{Value, json};

use super::client::{Body, Client, READ};
use super::connection::{connection, note_missing};
use super::failure::{Result, sort};
use super::scope::Scope;
use crate::error::ClusterFault;

/// No more searches than these go together.
const MAX_TOGETHER: usize = 2000;

/// Searches of one index.
pub(super) struct Batch<'a> {
    client: &'a Client,
    index: &'a str,
    scope: &'a Scope,
    /// An object a line, two for each search.
    lines: String,
    /// Where in them each search begins.
    starts: Vec<usize>,
}

impl<'a> Batch<'a> {
    pub(super) fn of(client: &'a Client, index: &'a str, scope: &'a Scope) -> Self {
        Self { client, index, scope, lines: String::new(), starts: Vec::new() }
    }

    /// Adds a search; the place of its answer.
    pub(super) fn add(&mut self, search: &Value, kind: &str) -> usize {
        let partial = connection().partial;
        let head = json!({ "search_type": kind, "preference": "tracuu", "allow_partial_search_results": partial });
        self.starts.push(self.lines.len());
        for line in [&head, &self.scope.within(search)] {
            self.lines.push_str(&line.to_string());
            self.lines.push('\n');
        }
        self.starts.len() - 1
    }

    /// Adds the question how many passages a query finds; beyond the limit they need not be counted.
    pub(super) fn count(&mut self, query: &Value, limit: u64) -> usize {
        let limit = if limit > u64::from(i32::MAX as u32) { json!(true) } else { json!(limit) };
        self.add(&json!({ "size": 0, "track_total_hits": limit, "query": query }), "query_then_fetch")
    }

    /// The answers to all of them.
    ///
    /// # Errors
    /// One of them has none, or a part of the index does not answer.
    pub(super) fn ask(self) -> Result<Vec<Value>> {
        let mut answers = Vec::with_capacity(self.starts.len());
        for part in self.starts.chunks(MAX_TOGETHER) {
            let start = part.first().copied().unwrap_or_default();
            let end = self.starts.get(answers.len() + part.len()).copied().unwrap_or(self.lines.len());
            let lines = self.lines.get(start..end).unwrap_or_default();
            let path = format!("{}/_msearch", self.index);
            let mut answer = self.client.answer("POST", &path, &Body::Lines(lines))?;
            let Value::Array(found) = answer["responses"].take() else {
                return Err(self.client.fault(ClusterFault::Odd("responses".to_owned())));
            };
            if found.len() != part.len() {
                return Err(self.client.fault(ClusterFault::Odd("responses".to_owned())));
            }
            for answer in found {
                whole(self.client, &answer)?;
                answers.push(answer);
            }
        }
        Ok(answers)
    }
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
