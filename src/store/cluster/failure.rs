//! What a cluster answers where it fails to an error, by what the user can do about it.

use std::path::Path;

use serde_json::Value;

use super::mapping::SHARDS;
pub(super) use crate::error::Result;
use crate::error::{ClusterFault, Error};

/// Letters of what a cluster says that are handed on.
const SAID: usize = 300;

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
        (503, "search_phase_execution_exception" | "no_shard_available_action_exception") => {
            let failed = answer["error"]["failed_shards"].as_array().map_or(1, |shards| shards.len().max(1) as u64);
            ClusterFault::Shards { failed, total: u64::from(SHARDS).max(failed) }
        }
        (429 | 502 | 503 | 504, _) => ClusterFault::Overloaded(reason),
        _ if kind.is_empty() && !answer["error"].is_string() => ClusterFault::Odd(format!("HTTP {status}")),
        _ => ClusterFault::Refused(reason),
    }
}
