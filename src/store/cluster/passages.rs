//! Handles to what a cluster keeps of the passages.

use serde_json::{Value, json};

use super::client::{Body, Client};
use super::connection::{connection, note_missing};
use super::failure::Result;
use super::mapping::SHARDS;
use super::names::Spot;
use crate::error::ClusterFault;

/// What is kept of some passages in these fields, in their order; nothing of those that are not there. All come in one
/// round trip.
///
/// # Errors
/// The cluster does not answer.
pub(super) fn fetch(client: &Client, index: &str, spots: &[Spot], fields: &[&str]) -> Result<Vec<Option<Value>>> {
    if spots.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = |spot: &Spot| json!({ "_id": spot.id(), "routing": spot.routing() });
    let wanted: Vec<Value> = spots.iter().map(wanted).collect();
    let path = format!(
        "{index}/_mget?_source=false&realtime=false&preference=tracuu&stored_fields={}&filter_path={}",
        fields.join(","),
        "docs.found,docs.fields,docs.error.type,docs.error.reason"
    );
    let mut answer = client.answer("POST", &path, &Body::Json(json!({ "docs": wanted })))?;
    let Value::Array(docs) = answer["docs"].take() else {
        return Err(client.fault(ClusterFault::Odd("docs".to_owned())));
    };
    let each = |mut doc: Value| match doc["error"]["reason"].as_str() {
        Some(_) if doc["error"]["type"] == "index_not_found_exception" => Err(client.fault(ClusterFault::Replaced)),
        Some(_) if connection().partial && doc["error"]["type"] == "no_shard_available_action_exception" => {
            note_missing(1, u64::from(SHARDS));
            Ok(None)
        }
        Some(reason) => Err(client.fault(ClusterFault::Refused(reason.to_owned()))),
        None => Ok((doc["found"] == true).then(|| doc["fields"].take())),
    };
    docs.into_iter().map(each).collect()
}

/// The only text in a field.
pub(super) fn text<'a>(fields: &'a Value, name: &str) -> &'a str {
    fields[name][0].as_str().unwrap_or_default()
}

/// The scores and places of what was found, by what it was sorted by.
pub(super) fn hits(answer: &Value) -> impl Iterator<Item = (f64, Spot)> {
    let hits = answer["hits"]["hits"].as_array().into_iter().flatten();
    hits.filter_map(|hit| {
        let sort = hit["sort"].as_array()?;
        let (score, spot) = match &**sort {
            [score, rest @ ..] if rest.len() == 3 => (score.as_f64()?, rest),
            rest => (0.0, rest),
        };
        let [order, ordinal, run] = spot else { return None };
        let number = |value: &Value| value.as_u64().and_then(|number| u32::try_from(number).ok());
        let document = Spot::document_of(order.as_i64()?);
        Some((score, Spot { document, ordinal: number(ordinal)?, run: number(run)? }))
    })
}
