//! What a cluster tells of the nodes and shards that hold an archive.

use std::collections::BTreeSet;

use serde_json::Value;

use super::client::Body;
use super::failure::Result;
use super::opened::Cluster;
use crate::error::{ClusterFault, Error};
use crate::store::health::{Health, Whole};

impl Cluster {
    /// How the cluster holds the archive; nothing where the user may not know.
    ///
    /// # Errors
    /// The cluster does not answer.
    pub(super) fn health_of_all(&self) -> Result<Option<Health>> {
        let all = self.indexes();
        let told = |path: &str| match self.client.answer("GET", path, &Body::None) {
            // those who may only search need not be let know this
            Err(Error::Cluster { fault: ClusterFault::Forbidden(_), .. }) => Ok(None),
            told => told.map(Some),
        };
        let Some(health) = told(&format!("_cluster/health/{all}"))? else { return Ok(None) };
        let shards = told(&format!("_cat/shards/{all}?format=json&h=prirep,state,unassigned.reason"))?;
        Ok(shards.map(|shards| health_told(&health, &shards)))
    }
}

fn health_told(health: &Value, shards: &Value) -> Health {
    let shards = shards.as_array().map(Vec::as_slice).unwrap_or_default();
    // one that begins to be there has a node
    let unassigned: Vec<&Value> = shards.iter().filter(|shard| shard["state"] == "UNASSIGNED").collect();
    let reasons = unassigned.iter().filter_map(|shard| shard["unassigned.reason"].as_str());
    let reasons: BTreeSet<String> = reasons.map(str::to_owned).collect();
    let count = |name: &str| health[name].as_u64().unwrap_or_default();
    Health {
        whole: match health["status"].as_str() {
            Some("green") => Whole::Green,
            Some("yellow") => Whole::Yellow,
            _ => Whole::Red,
        },
        nodes: count("number_of_nodes"),
        data_nodes: count("number_of_data_nodes"),
        shards: shards.len() as u64,
        unassigned: unassigned.len() as u64,
        missing: unassigned.iter().filter(|shard| shard["prirep"] == "p").count() as u64,
        reasons: reasons.into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_on_no_node_is_counted_with_why() {
        let health = json!({ "status": "red", "number_of_nodes": 2, "number_of_data_nodes": 1 });
        let shard =
            |of: &str, state: &str, why: Value| json!({ "prirep": of, "state": state, "unassigned.reason": why });
        let shards = json!([
            shard("p", "STARTED", Value::Null),
            shard("r", "INITIALIZING", "NODE_LEFT".into()),
            shard("p", "UNASSIGNED", "NODE_LEFT".into()),
            shard("r", "UNASSIGNED", "NODE_LEFT".into()),
            shard("r", "UNASSIGNED", "ALLOCATION_FAILED".into()),
        ]);
        let reasons = vec!["ALLOCATION_FAILED".to_owned(), "NODE_LEFT".to_owned()];
        let expected =
            Health { whole: Whole::Red, nodes: 2, data_nodes: 1, shards: 5, unassigned: 3, missing: 1, reasons };
        assert_eq!(health_told(&health, &shards), expected);
    }
}
