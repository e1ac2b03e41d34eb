//! What `status` tells of nodes and shards.

use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::nodes::{Nodes, Place};

#[test]
fn status_tells_how_the_cluster_holds_the_archive() {
    let Some(nodes) = Nodes::given() else { return };
    let far = Place::at(nodes.fresh());
    far.done(&["index", &far.documents(5)]);
    let cluster = far.json(&["status"])["cluster"].clone();
    let whole = json!({
        "health": "green", "nodes": 3, "data_nodes": 3, "shards": 8, "unassigned": 0, "missing": 0, "reasons": [],
    });
    assert_eq!(cluster, whole);
    let printed = far.done(&["status"]);
    assert!(printed.contains("green, all shards and their copies are there"), "{printed}");
    nodes.signal(3, "-9");
    let (begun, mut cluster) = (Instant::now(), Value::Null);
    // what was on it is known to be gone in a moment
    while begun.elapsed() < Duration::from_secs(30) && cluster["health"] != "yellow" {
        sleep(Duration::from_millis(100));
        cluster = far.json(&["status"])["cluster"].clone();
    }
    let printed = far.done(&["status"]);
    nodes.start();
    assert_eq!((&cluster["health"], &cluster["missing"]), (&json!("yellow"), &json!(0)), "{cluster}");
    assert!(cluster["unassigned"].as_u64() > Some(0), "{cluster}");
    assert_eq!(cluster["reasons"], json!(["NODE_LEFT"]));
    assert!(printed.contains("a node is gone") && printed.contains("on no node: "), "{printed}");
    assert_eq!(far.json(&["status"])["cluster"], whole);
}

#[test]
fn the_template_is_printed_without_a_cluster() {
    let nowhere = Place::at("http://127.0.0.1:9/kho");
    let template: Value = serde_json::from_str(&nowhere.done(&["status", "--template"])).unwrap();
    assert_eq!(template["index_patterns"], json!(["tracuu-*-p-*"]));
    assert_eq!(template["template"]["mappings"]["dynamic"], "strict");
    let Some(nodes) = Nodes::given() else { return };
    // it is what an index of passages is made by
    let far = Place::at(nodes.fresh());
    far.done(&["index", &far.documents(2)]);
    let name = far.index.rsplit('/').next().unwrap().to_owned();
    let made = nodes.curl(&[], &format!("tracuu-{name}-p-*/_mapping"));
    let made = made.as_object().unwrap().values().next().unwrap()["mappings"].clone();
    assert_eq!(made["_meta"], template["template"]["mappings"]["_meta"]);
    let fields = |mapping: &Value| mapping["properties"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(fields(&made), fields(&template["template"]["mappings"]));
    // a cluster takes it
    let body = template.to_string();
    let put = ["-X", "PUT", "-H", "content-type: application/json", "-d", &body];
    assert_eq!(nodes.curl(&put, "_index_template/tracuu-tried"), json!({ "acknowledged": true }));
    nodes.curl(&["-X", "DELETE"], "_index_template/tracuu-tried");
}
