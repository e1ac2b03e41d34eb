//! Handles to what a cluster keeps of the passages.

use serde_json::{Value, json};

use super::client::{Body, Client};
use super::failure::{Result, sort};
use super::names::Spot;
use crate::error::ClusterFault;

/// What is kept of some passages in these fields, in their order; nothing of those that are not there. All come in one
/// round trip; those that a node has no room for at the moment are asked for again, of the other copies.
///
/// # Errors
/// The cluster does not answer.
pub(super) fn fetch(client: &Client, index: &str, spots: &[Spot], fields: &[&str]) -> Result<Vec<Option<Value>>> {
    let mut fetched = vec![None; spots.len()];
    let (mut left, mut again): (Vec<usize>, _) = ((0..spots.len()).collect(), client.again());
    while !left.is_empty() {
        let wanted = |spot: &Spot| json!({ "_id": spot.id(), "routing": spot.routing() });
        let wanted: Vec<Value> = left.iter().filter_map(|at| spots.get(*at)).map(wanted).collect();
        let path = format!(
            "{index}/_mget?_source=false&realtime=false&preference={}&stored_fields={}&filter_path={}",
            preference(again.times()),
            fields.join(","),
            "docs.found,docs.fields,docs.error.type,docs.error.reason"
        );
        let mut answer = client.answer("POST", &path, &Body::Json(json!({ "docs": wanted })))?;
        let Value::Array(docs) = answer["docs"].take() else {
            return Err(client.fault(ClusterFault::Odd("docs".to_owned())));
        };
        if docs.len() != left.len() {
            return Err(client.fault(ClusterFault::Odd("docs".to_owned())));
        }
        let found = std::mem::take(&mut left).into_iter().zip(docs).map(|(at, doc)| (at, read(client, doc)));
        left = again.left_of(found, |at, fields| fetched[at] = fields)?;
    }
    Ok(fetched)
}

/// The fields of one passage that was asked for, if it is there.
fn read(client: &Client, mut doc: Value) -> Result<Option<Value>> {
    if doc["error"].is_null() {
        return Ok((doc["found"] == true).then(|| doc["fields"].take()));
    }
    Err(client.fault(sort(0, &doc)))
}

/// Which copies are asked: always the same, so that one and the same question is answered alike; others where those have
/// no room.
pub(super) fn preference(times: u32) -> String {
    if times == 0 { "tracuu".to_owned() } else { format!("tracuu-{times}") }
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

#[cfg(test)]
mod tests {
    use super::super::stub::Stub;
    use super::*;
    use crate::error::Error;

    fn spots() -> Vec<Spot> {
        (0..3).map(|ordinal| Spot { document: 7, ordinal, run: 1 }).collect()
    }

    fn found(text: &str) -> Value {
        json!({ "found": true, "fields": { "folded": [text] } })
    }

    fn refused(kind: &str) -> Value {
        json!({ "error": { "type": kind, "reason": "Data too large" } })
    }

    #[test]
    fn passages_that_a_node_has_no_room_for_are_asked_for_again() {
        let node = Stub::of(|at, _| match at {
            0 => {
                (200, json!({ "docs": [found("a"), refused("circuit_breaking_exception"), json!({ "found": false })] }))
            }
            1 => (429, refused("circuit_breaking_exception")),
            2 => (200, json!({ "docs": [refused("rejected_execution_exception")] })),
            _ => (200, json!({ "docs": [found("b")] })),
        });
        let fetched = fetch(&node.client, "i", &spots(), &["folded"]).unwrap();
        let texts: Vec<Option<&str>> =
            fetched.iter().map(|fields| fields.as_ref().map(|fields| text(fields, "folded"))).collect();
        assert_eq!(texts, [Some("a"), Some("b"), None]);
        let asked = node.asked();
        assert_eq!(asked.len(), 4);
        // only that one, of other copies
        let wanted: Value = serde_json::from_str(&asked[3].1).unwrap();
        assert_eq!(wanted["docs"], json!([{ "_id": spots()[1].id(), "routing": spots()[1].routing() }]));
        assert!(asked[0].0.contains("preference=tracuu&") && asked[3].0.contains("preference=tracuu-2&"), "{asked:?}");
    }

    #[test]
    fn what_does_not_pass_is_told_at_once() {
        let node = Stub::of(|_, _| (200, json!({ "docs": vec![refused("illegal_argument_exception"); 3] })));
        let told = fetch(&node.client, "i", &spots(), &["folded"]);
        assert!(matches!(told, Err(Error::Cluster { fault: ClusterFault::Refused(_), .. })), "{told:?}");
        assert_eq!(node.asked().len(), 1);
    }
}
