//! Indexes in a cluster: made so that no node takes the only copy with it, and removed.

use std::time::Instant;

use serde_json::Value;

use super::client::{Body, Client, PATIENCE};
use super::failure::Result;
use super::mapping::SHARDS;
use crate::error::ClusterFault;

/// For how many seconds the copies of a new index are waited for.
const COPIES: u32 = 15;

/// For how many seconds a first copy is waited for where that has failed.
const WAIT: u32 = 5;

/// Whose an index is that is there already when it is to be made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Maker {
    /// Nobody else makes one of this name: the answer to a first attempt was lost.
    Own,
    /// Another may have made it at the same time.
    Any,
}

/// Makes an index; one that is there already is as good. Its copies are waited for, so that a node which is gone a moment
/// later costs nothing that is written; where they have no place, it is used without them. If a node goes that had the
/// only copy by then, it is made anew: nothing was written to it.
///
/// # Errors
/// The cluster does not make it, or loses it again and again.
pub(super) fn make_index(client: &Client, name: &str, how: &Value, maker: Maker) -> Result<()> {
    let started = Instant::now();
    let path = format!("{name}?wait_for_active_shards=all&timeout={COPIES}s");
    loop {
        let reply = client.insist("PUT", &path, &Body::Json(how.clone()), PATIENCE)?;
        let was_there = reply.answer["error"]["type"] == "resource_already_exists_exception";
        if !was_there && client.expect(reply)?["shards_acknowledged"] == true || !is_lost(client, name)? {
            return Ok(());
        }
        if started.elapsed() >= PATIENCE {
            return Err(client.fault(ClusterFault::Shards { failed: 1, total: u64::from(SHARDS) }));
        }
        if !was_there || maker == Maker::Own {
            remove_index(client, name)?;
        }
    }
}

/// Whether a part of an index has no copy on any node, and gets none.
fn is_lost(client: &Client, name: &str) -> Result<bool> {
    let path = format!("_cluster/health/{name}?wait_for_status=yellow&timeout={WAIT}s");
    let reply = client.ask("GET", &path, &Body::None)?;
    // one that waited in vain is no error; those who may not know take it as it is
    Ok(reply.answer["status"] == "red")
}

/// Removes an index, which may be gone.
///
/// # Errors
/// The cluster does not remove it.
pub(super) fn remove_index(client: &Client, name: &str) -> Result<()> {
    let reply = client.insist("DELETE", name, &Body::None, PATIENCE)?;
    if reply.status == 404 { Ok(()) } else { client.expect(reply).map(drop) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::mapping;
    use super::super::stub::Stub;
    use super::*;

    fn error(kind: &str) -> Value {
        json!({ "error": { "type": kind, "reason": "r" } })
    }

    fn asked(node: &Stub) -> Vec<String> {
        let path = |asked: String| asked.split('?').next().unwrap_or_default().to_owned();
        node.asked().into_iter().map(|(asked, _)| path(asked)).collect()
    }

    #[test]
    fn an_index_whose_only_copy_goes_with_its_node_is_made_anew() {
        let node = Stub::of(|at, _| match at {
            // whoever was to make it has gone; it was made all the same
            0 => (500, error("failed_to_commit_cluster_state_exception")),
            1 => (400, error("resource_already_exists_exception")),
            2 => (408, json!({ "status": "red", "timed_out": true })),
            3 => (200, json!({ "acknowledged": true })),
            _ => (200, json!({ "acknowledged": true, "shards_acknowledged": true })),
        });
        make_index(&node.client, "i", &mapping::passages(), Maker::Own).unwrap();
        assert_eq!(asked(&node), ["PUT /i", "PUT /i", "GET /_cluster/health/i", "DELETE /i", "PUT /i"]);
    }

    #[test]
    fn an_index_of_another_who_makes_it_is_left() {
        let node = Stub::of(|at, _| match at {
            0 | 2 => (400, error("resource_already_exists_exception")),
            1 => (408, json!({ "status": "red", "timed_out": true })),
            _ => (200, json!({ "status": "yellow" })),
        });
        make_index(&node.client, "i", &mapping::book(), Maker::Any).unwrap();
        assert_eq!(asked(&node), ["PUT /i", "GET /_cluster/health/i", "PUT /i", "GET /_cluster/health/i"]);
    }

    #[test]
    fn an_index_whose_copies_have_no_place_is_used() {
        let node = Stub::of(|at, _| match at {
            0 => (200, json!({ "acknowledged": true, "shards_acknowledged": false })),
            _ => (200, json!({ "status": "yellow" })),
        });
        make_index(&node.client, "i", &mapping::book(), Maker::Any).unwrap();
        assert_eq!(node.asked().len(), 2);
    }
}
