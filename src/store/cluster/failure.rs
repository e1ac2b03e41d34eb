//! What a cluster answers where it fails to an error, by what the user can do about it.

use std::path::Path;

use serde_json::Value;

use super::mapping::SHARDS;
pub(super) use crate::error::Result;
use crate::error::{ClusterFault, Error};

/// Letters of what a cluster says that are handed on.
const SAID: usize = 300;

/// What a node says where it has no room or no time at the moment, whatever the status of the answer; said of single parts
/// of an answer too.
const FULL: [&str; 4] = [
    "circuit_breaking_exception",
    "rejected_execution_exception",
    "es_rejected_execution_exception",
    "task_cancelled_exception",
];

/// What it says where another takes over from one that is gone.
const TAKEN_OVER: [&str; 8] = [
    "process_cluster_event_timeout_exception",
    "failed_to_commit_cluster_state_exception",
    "not_cluster_manager_exception",
    "not_master_exception",
    "node_closed_exception",
    "node_disconnected_exception",
    "node_not_connected_exception",
    "receive_timeout_transport_exception",
];

/// An error of the index at a place.
pub(super) fn fault(place: &Path, fault: ClusterFault) -> Error {
    Error::Cluster { path: place.to_owned(), fault }
}

/// What a cluster says of a failure: its kind and its reason.
pub(super) fn said(answer: &Value) -> (&str, String) {
    let error = &answer["error"];
    let cause = [&error["root_cause"][0], error, &error["caused_by"], answer];
    let kind = cause.iter().find_map(|cause| cause["type"].as_str()).unwrap_or_default();
    let reason = cause.iter().find_map(|cause| cause["reason"].as_str());
    let reason = reason.or_else(|| error.as_str()).unwrap_or(kind);
    (kind, reason.chars().take(SAID).collect())
}

/// Whether an index is not there.
pub(super) fn is_missing_index(answer: &Value) -> bool {
    said(answer).0 == "index_not_found_exception"
}

/// What is wrong, by the status of an answer and what it says.
pub(super) fn sort(status: u16, answer: &Value) -> ClusterFault {
    let (kind, reason) = said(answer);
    match (status, kind) {
        (401, _) => ClusterFault::Unauthorized,
        (_, "cluster_block_exception") => ClusterFault::Blocked(reason),
        (403, _) => ClusterFault::Forbidden(reason),
        (_, "index_not_found_exception" | "no_such_index_exception") => ClusterFault::Replaced,
        (_, kind) if FULL.contains(&kind) || TAKEN_OVER.contains(&kind) => ClusterFault::Overloaded(reason),
        (0 | 503, "search_phase_execution_exception" | "no_shard_available_action_exception") => {
            let failed = answer["error"]["failed_shards"].as_array().map_or(1, |shards| shards.len().max(1) as u64);
            ClusterFault::Shards { failed, total: u64::from(SHARDS).max(failed) }
        }
        (429 | 502 | 503 | 504, _) => ClusterFault::Overloaded(reason),
        _ if kind.is_empty() && !answer["error"].is_string() => ClusterFault::Odd(format!("HTTP {status}")),
        _ => ClusterFault::Refused(reason),
    }
}

/// That parts of an index have not answered because a node had no room for them.
pub(super) fn full(shards: &Value) -> Option<ClusterFault> {
    let failures = shards["failures"].as_array().into_iter().flatten().map(|failure| &failure["reason"]);
    let mut full = failures.filter(|reason| reason["type"].as_str().is_some_and(|kind| FULL.contains(&kind)));
    full.next().map(|reason| ClusterFault::Overloaded(said(reason).1))
}

/// Whether a node has said that it has no room or no time at the moment.
pub(super) fn is_overloaded(error: &Error) -> bool {
    matches!(error, Error::Cluster { fault: ClusterFault::Overloaded(_), .. })
}

/// Whether a part of an index has not answered.
pub(super) fn lacks_parts(error: &Error) -> bool {
    matches!(error, Error::Cluster { fault: ClusterFault::Shards { .. }, .. })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_passes_is_told_from_what_stays() {
        let check = |status: u16, kind: &str, expected: fn(String) -> ClusterFault| {
            let root = json!({ "error": { "root_cause": [{ "type": kind, "reason": "r" }], "type": "x" } });
            let alone = json!({ "error": { "type": kind, "reason": "r" } });
            for answer in [root, alone] {
                assert_eq!(sort(status, &answer), expected("r".to_owned()), "{status} {kind}");
            }
        };
        // a part of an answer has no status of its own
        check(0, "circuit_breaking_exception", ClusterFault::Overloaded);
        check(429, "circuit_breaking_exception", ClusterFault::Overloaded);
        check(429, "whatever", ClusterFault::Overloaded);
        check(503, "circuit_breaking_exception", ClusterFault::Overloaded);
        check(500, "failed_to_commit_cluster_state_exception", ClusterFault::Overloaded);
        check(503, "cluster_manager_not_discovered_exception", ClusterFault::Overloaded);
        check(0, "no_shard_available_action_exception", |_| ClusterFault::Shards {
            failed: 1,
            total: u64::from(SHARDS),
        });
        check(400, "mapper_parsing_exception", ClusterFault::Refused);
        check(403, "cluster_block_exception", ClusterFault::Blocked);
    }
}
