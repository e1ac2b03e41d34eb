//! Hits whose documents are in force no more: told as over a folder, in the trips of every search.

use std::fs;

use serde_json::Value;

use crate::nodes::{Nodes, Place};

/// Decrees of a made-up ministry, each of which ends the one before; the last stays.
pub fn decrees(place: &Place) -> String {
    let folder = place.path("decrees");
    fs::create_dir_all(&folder).unwrap();
    for (at, year) in (1..).zip([2011, 2014, 2017, 2020]) {
        let ends = match at {
            1 => String::new(),
            2 => format!("Nghị định này thay thế Nghị định số {}/{}/NĐ-CP.\n", at + 9, year - 3),
            _ => format!("Bãi bỏ Nghị định số {}/{}/NĐ-CP.\n", at + 9, year - 3),
        };
        let text = format!(
            "CHÍNH PHỦ\nSố: {number}/{year}/NĐ-CP\nHà Nội, ngày 5 tháng 3 năm {year}\n\nNGHỊ ĐỊNH\nVề việc nuôi ong lấy mật\n\n\
             Điều 1. Phạm vi\n\nNghị định này quy định việc nuôi ong lấy mật ở vùng đồi.\n\n\
             Điều 2. Hiệu lực\n\nNghị định này có hiệu lực từ ngày 1 tháng 5 năm {year}.\n{ends}",
            number = at + 10,
        );
        fs::write(folder.join(format!("{at}.txt")), text).unwrap();
    }
    folder.to_str().unwrap().to_owned()
}

#[test]
fn hits_that_are_in_force_no_more_are_told_as_over_a_folder() {
    let Some(nodes) = Nodes::given() else { return };
    let mut near = Place::at("");
    near.index = near.path("index").to_str().unwrap().to_owned();
    let places = [near, Place::at(nodes.fresh())];
    for place in &places {
        place.done(&["index", &decrees(place)]);
    }
    let mut ended = 0;
    for query in ["nuôi ong lấy mật", "13/2017/NĐ-CP", "nghị định về vùng đồi năm 2014", "\"nuôi ong\" phạm vi"]
    {
        let told = |place: &Place| -> Vec<(Value, Value, Value)> {
            let answer = place.json(&["search", "--", query]);
            let hits = answer["hits"].as_array().unwrap();
            hits.iter().map(|hit| (hit["doc"].clone(), hit["lines"].clone(), hit["standing"].clone())).collect()
        };
        let [near, far] = [0, 1].map(|at| told(&places[at]));
        assert_eq!(near, far, "{query}");
        ended += near.iter().filter(|(_, _, standing)| !standing.is_null()).count();
    }
    assert!(ended >= 4, "{ended}");
}
