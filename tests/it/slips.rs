//! The queries of `tests/slips.jsonl`, each well typed and with slips: what was meant is found, and a
//! query without a slip is left alone.

use std::fs;

use serde_json::Value;
use tracuu::archive::Archive;
use tracuu::query::Notice;
use tracuu::search::{Answer, Hit, Request};
use unicode_normalization::UnicodeNormalization;

use crate::support::{Place, corpus_index, root};

/// The least share of the queries with slips whose first hit is the one of the query meant.
const LEAST_FOUND: f64 = 0.95;

/// The least number of queries, so that the share says something.
const LEAST_QUERIES: usize = 100;

/// A query, the same with slips, and words of the passage that both should find first.
struct Slip {
    query: String,
    slip: String,
    holds: String,
}

#[test]
fn what_was_meant_is_found_first() {
    let folder = corpus_index();
    let archive = Archive::open(folder.path()).unwrap();
    let slips = slips();
    assert!(slips.len() >= LEAST_QUERIES);
    let missed: Vec<&str> = slips
        .iter()
        .filter(|slip| {
            let [meant, typed] = [&slip.query, &slip.slip].map(|query| first(&answer(&archive, query)));
            typed.is_none() || typed != meant || !holds(&answer(&archive, &slip.slip), &slip.holds)
        })
        .map(|slip| slip.slip.as_str())
        .collect();
    let found = 1.0 - missed.len() as f64 / slips.len() as f64;
    assert!(found >= LEAST_FOUND, "{found:.3} of {} found; missed {missed:?}", slips.len());
}

#[test]
fn a_query_without_a_slip_is_left_alone() {
    let folder = corpus_index();
    let archive = Archive::open(folder.path()).unwrap();
    for Slip { query, holds: wanted, .. } in slips() {
        let answer = answer(&archive, &query);
        assert!(holds(&answer, &wanted), "{query}: the first hit is {:?}", first(&answer));
        assert_eq!(answer.notices, [], "{query}");
    }
}

#[test]
fn a_word_that_is_likely_another_is_asked_about() {
    let folder = corpus_index();
    let archive = Archive::open(folder.path()).unwrap();
    for (typed, meant) in [
        // the index has the letters, never so marked
        ("lảnh đạo công đoàn", Some("lãnh đạo công đoàn")),
        ("bảo hiễm xả hội", Some("bảo hiểm xã hội")),
        // a word of its own that never stands there
        ("chung ương", Some("trung ương")),
        // well spelt, though the index has other words of these letters more often
        ("vá đập", None),
        ("trung ương", None),
        ("chung tay xây dựng", None),
        // as it was typed, because it was typed so
        ("\"lảnh đạo\"", None),
        ("142/KH-LĐLĐ", None),
        ("1957", None),
    ] {
        let notices = answer(&archive, typed).notices;
        let expected: Vec<Notice> =
            meant.map(|meant| Notice::DidYouMean { query: meant.to_owned() }).into_iter().collect();
        assert_eq!(notices, expected, "{typed}");
    }
}

#[test]
fn a_day_that_only_longer_times_hold_is_told() {
    let folder = corpus_index();
    let archive = Archive::open(folder.path()).unwrap();
    assert_eq!(
        answer(&archive, "hội nghị ngày 3/2/1999").notices,
        [Notice::OtherTimes { typed: "ngày 3/2/1999".to_owned(), period: false }]
    );
    assert_eq!(answer(&archive, "hội nghị ngày 17/5/2021").notices, []);
}

#[test]
fn nobody_is_made_of_a_name_that_was_not_typed() {
    let place = Place::new(&[
        ("corpus/a.txt", "Bà Trần Thị Mẩy và ông Nông Văn Hoi dự. Đường Hoi dài.\n".as_bytes()),
        ("corpus/b.txt", "Ông Lê Quang Thắng nói chuyện với đoàn viên.\n".as_bytes()),
    ]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    for (query, expected) in [
        ("Trần Thị Hoa", "nobody is named Trần Thị Hoa"),
        ("bà Trần Thị Hoa nói chuyện", "nobody is named Trần Thị Hoa"),
        // a slip of who is there
        ("Lê Quang Thắgn", "no passage holds `Thắgn`: searched as `Thắng`"),
        ("Lee Quang Thawngs", "no passage holds `Thawngs`: searched as `Thắng`"),
        // no name
        ("đoàn viênn", "no passage holds `viênn`: searched as `viên`"),
    ] {
        let answer = place.run(&["--json", "search", query]).json().remove(0);
        let notices: Vec<&str> = answer["notices"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(notices.last(), Some(&expected), "{query}: {notices:?}");
        assert!(notices.iter().all(|notice| !notice.contains("Hoi")), "{query}: {notices:?}");
    }
}

#[test]
fn a_word_that_is_well_spelt_is_no_slip_of_another() {
    let place = Place::new(&[("corpus/a.txt", "Ông Lê Văn Ba, phó giám đốc, nói về chợ.\n".as_bytes())]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    for (query, corrected) in [
        ("phí", None),
        ("phi", None),
        ("phí chợ", None),
        // beside the word that it stands with
        ("phố giám đốc", None),
        ("phí giám đốc", Some("no passage holds `phí`: searched as `phó`")),
        // not spelt so
        ("giámm", Some("no passage holds `giámm`: searched as `giám`")),
    ] {
        let answer = place.run(&["--json", "search", query]).json().remove(0);
        let mut notices = answer["notices"].as_array().unwrap().iter().filter_map(Value::as_str);
        let told = notices.rfind(|notice| notice.contains("searched as"));
        assert_eq!(told, corrected, "{query}");
    }
}

fn slips() -> Vec<Slip> {
    let read = |line: &str| {
        let value: Value = serde_json::from_str(line).unwrap();
        let [query, slip, holds] = ["query", "slip", "holds"].map(|name| value[name].as_str().unwrap().to_owned());
        Slip { query, slip, holds }
    };
    fs::read_to_string(root().join("tests/slips.jsonl")).unwrap().lines().map(read).collect()
}

fn answer(archive: &Archive, query: &str) -> Answer {
    archive.search(&Request::new(query).limit(1)).unwrap()
}

/// Where the first hit stands.
fn first(answer: &Answer) -> Option<(String, (u32, u32))> {
    answer.hits.first().map(|Hit { passage, .. }| (passage.doc.clone(), passage.lines))
}

/// Whether the first hit holds these words, in any case and over line ends.
fn holds(answer: &Answer, words: &str) -> bool {
    let text = |hit: &Hit| {
        let text: String = hit.passage.text.nfc().collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    };
    answer.hits.first().is_some_and(|hit| text(hit).contains(&words.to_lowercase()))
}

#[test]
fn a_word_that_is_well_spelt_is_not_taken_for_one_beside_a_stop_word() {
    let place = Place::new(&[(
        "corpus/a.txt",
        "Nấm và rau trồng ở trại. Bà ngụ về phía tây. Ông Lê Nao kể.\nBiết thư từ đâu gửi tới, Pháp đáp.\n".as_bytes(),
    )]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    for (query, expected) in [
        ("gấm và không", vec!["no passage holds `gấm`"]),
        ("ngục về đâu", vec!["no passage holds `ngục`"]),
        ("khối NATO", vec!["no passage holds `khối`, `NATO`"]),
        ("biệt thự Pháp", vec!["no passage holds `biệt`, `thự` with these diacritics, only with others"]),
        ("thự", vec!["no passage holds `thự` with these diacritics, only with others"]),
    ] {
        let answer = place.run(&["--json", "search", query]).json().remove(0);
        assert_eq!(answer["notices"], serde_json::json!(expected), "{query}");
    }
}

#[test]
fn words_that_no_passage_holds_as_they_were_typed_are_told() {
    let place = Place::new(&[
        ("corpus/a.txt", "Bùn thải được xử lý tại bãi, cha con ông Ba dừng được.\n".as_bytes()),
        ("corpus/b.txt", "Rừng núi ở đây rậm.\n".as_bytes()),
        ("corpus/c.txt", "Cơ quan trung ương trả lời, có ánh quang.\n".as_bytes()),
    ]);
    for file in 0..12 {
        place.write(&format!("corpus/quan-{file}.txt"), format!("Quan hệ với trung đội {file} vẫn tốt.\n").as_bytes());
    }
    assert_eq!(place.run(&["index"]).code, Some(0));
    for (query, expected) in [
        ("bún chả", vec!["no passage holds `bún`, `chả` with these diacritics, only with others"]),
        ("bùn xanh", vec!["no passage holds `xanh`"]),
        ("bun cha", vec![]),
        // another word is not offered for what was cut out of a longer expression, or stands there by its letters alone
        ("quang trung", vec![]),
        ("rừng đước", vec!["no passage holds `đước` with these diacritics, only with others"]),
        (
            "\"bún chả\"",
            vec![
                "no passage holds \"bún chả\": searched without quotes",
                "no passage holds `bún`, `chả` with these diacritics, only with others",
            ],
        ),
    ] {
        let answer = place.run(&["--json", "search", query]).json().remove(0);
        let notices: Vec<&str> = answer["notices"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(notices, expected, "{query}");
    }
}
