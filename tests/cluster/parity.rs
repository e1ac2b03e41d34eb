//! The same corpus in a folder and in a cluster: the same answers.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::nodes::{Nodes, Place};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Both hold `corpus/`.
fn both(nodes: &Nodes) -> [Place; 2] {
    let corpus = root().join("corpus");
    let mut near = Place::at("");
    near.index = near.path("index").to_str().unwrap().to_owned();
    [near, Place::at(nodes.fresh())].map(|place| {
        place.done(&["index", corpus.to_str().unwrap()]);
        place
    })
}

#[test]
fn directories_and_documents_are_the_same() {
    let Some(nodes) = Nodes::given() else { return };
    let [near, far] = both(&nodes);
    let check = |arguments: &[&str]| assert_eq!(near.json(arguments), far.json(arguments), "{arguments:?}");
    check(&["number", "--list"]);
    check(&["number", "142"]);
    check(&["number", "06-ct/tu"]);
    check(&["people"]);
    check(&["people", "do van thang"]);
    check(&["people", "ông Sơn"]);
    check(&["timeline"]);
    check(&["timeline", "đại hội công đoàn tỉnh"]);
    check(&["timeline", "--to", "1950"]);
    check(&["show", "cao-bang-1955-1975.txt:12"]);
    for printed in [&["number", "--list"][..], &["inspect", "abbreviations"], &["people", "--limit", "5"]] {
        assert_eq!(near.done(printed), far.done(printed), "{printed:?}");
    }
}

#[test]
fn searches_find_the_same() {
    let Some(nodes) = Nodes::given() else { return };
    let [near, far] = both(&nodes);
    let queries = fs::read_to_string(root().join("tests/queries.jsonl")).unwrap();
    let queries: Vec<Value> = queries.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (mut asked, mut same_first, mut overlap) = (0, 0, 0.0);
    for query in queries.iter().step_by(3).map(|query| query["query"].as_str().unwrap()) {
        let found = |place: &Place| -> Vec<String> {
            let answer = place.json(&["search", "--", query]);
            let hits = answer["hits"].as_array().unwrap();
            hits.iter().map(|hit| format!("{} {}", hit["doc"], hit["lines"])).collect()
        };
        let [one, two] = [&near, &far].map(found);
        asked += 1;
        same_first += u32::from(one.first() == two.first());
        let common = one.iter().filter(|hit| two.contains(hit)).count();
        overlap += common as f64 / one.len().max(two.len()).max(1) as f64
            + f64::from(u8::from(one.is_empty() && two.is_empty()));
    }
    println!("{asked} queries, {same_first} with the same first hit, overlap {:.3}", overlap / f64::from(asked));
    assert!(f64::from(same_first) >= 0.99 * f64::from(asked), "{same_first} of {asked}");
    assert!(overlap >= 0.98 * f64::from(asked), "{overlap} of {asked}");
}
