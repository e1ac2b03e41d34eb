//! Whoever turns pages meets each passage once, however long a page is.

use std::fmt::Write as _;
use std::fs;

use crate::support::Place;

/// Papers that hold two words as often and as far apart as their numbers say.
fn papers() -> String {
    let mut lines = String::new();
    for n in 0..260 {
        let mut text = String::new();
        for word in 0..30 {
            let said = match (n * 7 + word * 3) % 11 {
                0 => "học sinh",
                1 => "học",
                2 => "sinh",
                3 => "trường",
                _ => "xóm",
            };
            write!(text, "{said} ").unwrap();
        }
        writeln!(lines, "{}", serde_json::json!({"id": format!("p{n}"), "text": format!("{text}số {n}.")})).unwrap();
    }
    lines
}

#[test]
fn pages_of_any_length_show_one_order() {
    let place = Place::new(&[]);
    fs::write(place.path("papers.jsonl"), papers()).unwrap();
    assert_eq!(place.run(&["index", "papers.jsonl"]).code, Some(0));
    for query in ["học sinh", "sinh trường", "\"học sinh\" trường"] {
        let ids = |limit: usize, offset: usize| -> Vec<String> {
            let (limit, offset) = (limit.to_string(), offset.to_string());
            let run = place.run(&["--json", "search", query, "--limit", &limit, "--offset", &offset]);
            let answer = run.json().remove(0);
            let hits = answer["hits"].as_array().unwrap();
            hits.iter().map(|hit| hit["doc"].as_str().unwrap().to_owned()).collect()
        };
        let whole = ids(170, 0);
        assert_eq!(whole.len(), 170, "{query}");
        let mut each = whole.clone();
        each.sort();
        each.dedup();
        assert_eq!(each.len(), 170, "{query}");
        for length in [10, 17] {
            let pages: Vec<String> = (0..170).step_by(length).flat_map(|offset| ids(length, offset)).collect();
            assert_eq!(pages, whole, "{query} by {length}");
        }
    }
}
