//! Shards that do not answer: an error, or with `--partial` what the others hold and how many are missing.

use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::nodes::{Nodes, Place};

/// Waits until something holds.
fn until(what: &str, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(60), "{what}");
        sleep(Duration::from_millis(200));
    }
}

#[test]
fn what_is_missing_is_an_error_or_is_told() {
    let Some(nodes) = Nodes::given() else { return };
    let far = Place::at(nodes.fresh());
    far.done(&["index", &far.documents(60)]);
    let all = far.json(&["number", "--list"])["numbers"].as_array().unwrap().len();
    let name = far.index.rsplit('/').next().unwrap().to_owned();
    let alone = r#"{"index":{"auto_expand_replicas":false,"number_of_replicas":0}}"#;
    let put = ["-X", "PUT", "-H", "content-type: application/json", "-d", alone];
    assert_eq!(nodes.curl(&put, &format!("tracuu-{name}-p-*/_settings"))["acknowledged"], true);
    let list = format!("_cat/shards/tracuu-{name}-p-*?format=json&h=node,state");
    let shards = || -> Vec<Value> { nodes.curl(&[], &list).as_array().cloned().unwrap_or_default() };
    let is_started = |shard: &Value| shard["state"] == "STARTED";
    until("the copies go", || shards().len() == 3 && shards().iter().all(is_started));
    let held = |node: u16| shards().iter().filter(|shard| shard["node"] == format!("n{node}")).count();
    let node = [2, 3].into_iter().find(|node| (1..3).contains(&held(*node))).expect("shards are spread");
    let gone = held(node);
    nodes.signal(node, "-9");
    until("the node is missed", || far.json(&["status"])["cluster"]["health"] == "red");
    let asked = ["search", "việc thứ 1"];
    let refused = far.run(&asked);
    let found = far.json(&["--partial", "search", "việc thứ 1"]);
    let printed = far.run(&["--partial", "search", "việc thứ 1"]);
    let list = far.json(&["--partial", "number", "--list"]);
    let others = [&["people"][..], &["timeline"], &["number", "5"]].map(|verb| {
        let verb = [&["--partial"], verb].concat();
        far.json(&verb)["notice_codes"].clone()
    });
    let kept = ["index", "serve", "mcp"].map(|verb| far.run(&["--partial", verb]));
    nodes.start();
    assert_eq!(refused.code, Some(2), "{refused:?}");
    assert!(refused.err.contains("do not answer"), "{refused:?}");
    let code = json!({ "code": "partial", "failed": gone, "total": 3 });
    let tells = |codes: &Value| codes.as_array().is_some_and(|codes| codes.contains(&code));
    assert!(tells(&found["notice_codes"]), "{found}");
    assert!(!found["hits"].as_array().unwrap().is_empty(), "{found}");
    assert_eq!(printed.code, Some(0), "{printed:?}");
    assert!(printed.err.contains(&format!("{gone} of 3 shards do not answer")), "{printed:?}");
    assert!(tells(&list["notice_codes"]), "{list}");
    let some = list["numbers"].as_array().unwrap().len();
    assert!(0 < some && some < all, "{some} of {all}");
    assert!(others.iter().all(tells), "{others:?}");
    for run in kept {
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.err.contains("verbs that ask once"), "{run:?}");
    }
    // once all is there again, nothing is told
    let found = far.json(&["--partial", "number", "--list"]);
    assert_eq!((&found["notice_codes"], found["numbers"].as_array().unwrap().len()), (&json!([]), all));
}
