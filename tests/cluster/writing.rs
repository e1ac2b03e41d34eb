//! Runs that are killed, nodes that are killed, and several who write: nothing is missing, nothing is there twice.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use serde_json::Value;

use crate::nodes::{Nodes, Place};

/// Documents of a run; each has two passages at least and a number of its own.
const DOCUMENTS: usize = 1000;

#[test]
fn an_update_takes_in_what_has_changed_and_out_what_is_gone() {
    let Some(nodes) = Nodes::given() else { return };
    let far = Place::at(nodes.fresh());
    let folder = far.documents(40);
    far.done(&["index", &folder]);
    let (documents, passages, numbers) = far.size();
    assert_eq!((documents, numbers), (40, 40));
    for number in 1..=4 {
        fs::remove_file(far.path(&format!("docs/{number}.txt"))).unwrap();
        far.document(number + 10, "lần sau sáng tỏ");
    }
    far.done(&["index"]);
    assert_eq!(far.size(), (36, passages / 40 * 36, 36));
    let hits = far.json(&["search", "\"lần sau sáng tỏ\""])["hits"].as_array().unwrap().len();
    assert!((4..=8).contains(&hits), "{hits}");
    // nothing has changed
    far.done(&["index"]);
    far.done(&["index", "--rebuild"]);
    assert_eq!(far.size(), (36, passages / 40 * 36, 36));
    far.done(&["index", "--forget", &folder]);
    assert_eq!(far.size(), (0, 0, 0));
}

#[test]
fn a_run_that_is_killed_is_finished_by_the_next() {
    let Some(nodes) = Nodes::given() else { return };
    let far = Place::at(nodes.fresh());
    let folder = far.documents(DOCUMENTS);
    for pause in [300, 700, 1200, 1800, 2500] {
        let mut run = far.spawn(&["index", &folder]);
        sleep(Duration::from_millis(pause));
        // it may be done
        let _ = run.kill();
        run.wait().unwrap();
    }
    far.done(&["index", &folder]);
    let (documents, passages, numbers) = far.size();
    assert_eq!((documents, numbers), (DOCUMENTS as u64, DOCUMENTS as u64));
    let once = Place::at(nodes.fresh());
    let folder = once.documents(DOCUMENTS);
    once.done(&["index", &folder]);
    assert_eq!(once.size(), (documents, passages, numbers));
}

#[test]
fn a_node_that_is_killed_costs_nothing() {
    let Some(nodes) = Nodes::given() else { return };
    for node in [2, 3] {
        let far = Place::at(nodes.fresh());
        let folder = far.documents(DOCUMENTS);
        let run = far.spawn(&["index", &folder]);
        // whatever is written has a copy, from the first passage on
        let name = far.index.rsplit('/').next().unwrap().to_owned();
        let written = format!("tracuu-{name}-p-*/_stats/indexing");
        while nodes.curl(&[], &written)["_all"]["total"]["indexing"]["index_total"].as_u64().unwrap_or_default() == 0 {
            sleep(Duration::from_millis(20));
        }
        nodes.signal(node, "-9");
        let output = run.wait_with_output().unwrap();
        assert!(output.status.success(), "{output:?}");
        // who asks while it is away is answered in full
        let hits = far.json(&["search", "việc thứ 1"])["hits"].as_array().unwrap().len();
        nodes.start();
        assert_eq!(hits, 10);
        let (documents, _, numbers) = far.size();
        assert_eq!((documents, numbers), (DOCUMENTS as u64, DOCUMENTS as u64));
    }
}

/// Which shards of an archive there are, and where.
fn shards(nodes: &Nodes, name: &str) -> Vec<Value> {
    let list = format!("_cat/shards/tracuu-{name}-*?format=json&h=index,prirep,state,node");
    nodes.curl(&[], &list).as_array().cloned().unwrap_or_default()
}

fn allocate(nodes: &Nodes, which: &str) {
    let body = format!(r#"{{"transient":{{"cluster.routing.allocation.enable":{which}}}}}"#);
    let put = ["-X", "PUT", "-H", "content-type: application/json", "-d", &body];
    assert_eq!(nodes.curl(&put, "_cluster/settings")["acknowledged"], true);
}

#[test]
fn a_node_that_goes_with_the_only_copy_of_a_new_index_costs_nothing() {
    let Some(nodes) = Nodes::given() else { return };
    let far = Place::at(nodes.fresh());
    let folder = far.documents(100);
    let name = far.index.rsplit('/').next().unwrap().to_owned();
    allocate(&nodes, "\"primaries\"");
    let run = far.spawn(&["index", &folder]);
    let is_book = |shard: &Value| shard["index"].as_str().unwrap().ends_with("-m");
    let is_started = |shard: &&Value| shard["prirep"] == "p" && shard["state"] == "STARTED";
    let node = loop {
        let all = shards(&nodes, &name);
        let started: Vec<&Value> = all.iter().filter(is_started).collect();
        if started.iter().filter(|shard| !is_book(shard)).count() == 3 {
            let holds = |node: &u16, book: bool| {
                started.iter().any(|shard| is_book(shard) == book && shard["node"] == format!("n{node}"))
            };
            break [2, 3].into_iter().find(|node| holds(node, false) && !holds(node, true)).unwrap();
        }
        sleep(Duration::from_millis(50));
    };
    nodes.signal(node, "-9");
    allocate(&nodes, "null");
    let output = run.wait_with_output().unwrap();
    nodes.start();
    assert!(output.status.success(), "{output:?}");
    let (documents, _, numbers) = far.size();
    assert_eq!((documents, numbers), (100, 100));
}

#[test]
fn a_second_writer_is_told_who_writes() {
    let Some(nodes) = Nodes::given() else { return };
    let far = Place::at(nodes.fresh());
    let folder = far.documents(DOCUMENTS);
    let first = far.spawn(&["index", &folder]);
    let pid = first.id().to_string();
    // until the first has taken the lock
    let name = far.index.rsplit('/').next().unwrap();
    while nodes.curl(&[], &format!("tracuu-{name}-m/_doc/lock"))["found"] != true {
        sleep(Duration::from_millis(20));
    }
    let second = far.run(&["index", &folder]);
    assert_eq!(second.code, Some(2), "{second:?}");
    assert!(second.err.contains(&format!("process {pid} on ")), "{second:?}");
    assert!(first.wait_with_output().unwrap().status.success());
}
