//! Clusters that are not there, not ours or not let in to: a sentence each, and exit code 2.

use crate::nodes::{Nodes, Place};

fn check(place: &Place, arguments: &[&str], said: &str) {
    let run = place.run(arguments);
    assert_eq!(run.code, Some(2), "{arguments:?}: {run:?}");
    assert!(run.err.contains(said), "{arguments:?}: {run:?}");
    assert_eq!(run.err.trim().lines().count(), 1, "{run:?}");
}

#[test]
fn an_address_that_leads_nowhere_is_told() {
    check(&Place::at("http://127.0.0.1:9/kho"), &["search", "x"], "no node of");
    check(&Place::at("http://127.0.0.1:9/kho"), &["index", "."], "no node of");
    check(&Place::at("http://10.0.0.1:9/kho"), &["search", "x"], "--insecure-http");
    check(&Place::at("https://127.0.0.1:9/KHO"), &["search", "x"], "no address of an index");
    check(&Place::at("https://me:secret@127.0.0.1/kho"), &["search", "x"], "no address of an index");
}

#[test]
fn what_is_not_ours_is_not_touched() {
    let Some(nodes) = Nodes::given() else { return };
    let far = Place::at(nodes.fresh());
    check(&far, &["search", "x"], "no index in");
    let name = format!("tracuu-{}-m", far.index.rsplit('/').next().unwrap());
    nodes.curl(&["-X", "PUT"], &name);
    let folder = far.documents(2);
    check(&far, &["index", &folder], "was not made by");
    nodes.curl(&["-X", "DELETE"], &name);
    far.done(&["index", &folder]);
    // as one that a program of another time has made
    let body = r#"{"body":{"program":"tracuu","format":1,"head":""}}"#;
    nodes.curl(&["-X", "PUT", "-H", "content-type: application/json", "-d", body], &format!("{name}/_doc/current"));
    check(&far, &["search", "x"], "has format 1");
    far.done(&["index", "--rebuild", &folder]);
    assert_eq!(far.size().0, 2);
}

#[test]
fn what_a_cluster_does_not_take_is_told() {
    let Some(nodes) = Nodes::given() else { return };
    let far = Place::at(nodes.fresh());
    let folder = far.documents(2);
    far.done(&["index", &folder]);
    let name = far.index.rsplit('/').next().unwrap();
    let index = nodes.curl(&[], &format!("_cat/indices/tracuu-{name}-p-*?format=json"))[0]["index"].clone();
    let index = index.as_str().unwrap();
    let settings = |value: &str| {
        let body = format!(r#"{{"index.blocks.write":{value}}}"#);
        let typed = ["-X", "PUT", "-H", "content-type: application/json", "-d", &body];
        nodes.curl(&typed, &format!("{index}/_settings"));
    };
    settings("true");
    far.document(1, "lần sau");
    check(&far, &["index"], "takes nothing in");
    settings("null");
    far.done(&["index"]);
    assert_eq!(far.size().0, 2);
    check(&far, &["index", "--move", "docs", "/nowhere-at-all"], "does not exist");
}
