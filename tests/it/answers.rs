//! What is printed to what is told as JSON, and how it fits the surroundings.

use std::fs;

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::support::{Place, TEXT};

#[test]
fn columns_are_those_of_the_surroundings() {
    let place = Place::new(&[("corpus/a.txt", TEXT.repeat(3).as_bytes())]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    let lines = |columns: &str| {
        let output = place.command(&["search", "do van thang"]).env("COLUMNS", columns).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().filter(|line| line.starts_with("    ")).map(UnicodeWidthStr::width).max().unwrap()
    };
    assert!(lines("40") <= 40);
    assert!(lines("120") > 80);
    assert!(lines("nonsense") <= 80 && lines("0") <= 24);
}

#[test]
fn a_phrase_is_highlighted_alone() {
    let text = "Thư gửi lần thứ nhất đi hai ngày.\nHọp kỳ thứ hai vào thứ bảy, hai giờ.\nThứ\nhai tới.\n";
    let place = Place::new(&[("corpus/a.txt", text.as_bytes())]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    let check = |query: &str, expected: &[&str]| {
        let hit = &place.run(&["--json", "search", query]).json()[0]["hits"][0];
        let letters: Vec<char> = hit["text"].as_str().unwrap().chars().collect();
        let marks = hit["highlights"].as_array().unwrap().iter();
        let place = |at: &Value| at.as_u64().unwrap() as usize;
        let marked = marks.map(|mark| letters[place(&mark[0])..place(&mark[1])].iter().collect::<String>());
        assert_eq!(marked.collect::<Vec<_>>(), expected, "{query}");
        assert_eq!(hit["line"], 2, "{query}");
    };
    check("\"thứ hai\"", &["thứ hai", "Thứ\nhai"]);
    check("\"thu hai\"", &["thứ hai", "Thứ\nhai"]);
    check("\"kỳ thứ hai\" bảy", &["kỳ thứ hai", "bảy"]);
}

#[test]
fn a_quoted_ordinal_is_of_what_was_quoted() {
    let text = "Báo cáo tại đại hội.\n2. Công tác tổ chức, họp hội 3 người.\n";
    let place = Place::new(&[("corpus/a.txt", text.as_bytes())]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    for query in ["\"thứ 2\"", "\"lần 2\"", "\"thứ 3\""] {
        let ran = place.run(&["search", query]);
        assert!(ran.err.contains("no passage holds"), "{query}: {}", ran.err);
    }
}

#[test]
fn json_has_the_notices_of_the_text_form() {
    let place = Place::indexed();
    for arguments in [
        &["people", "xyzzy"][..],
        &["people", "Đỗ Văn Thăng"],
        &["number", "9999"],
        &["timeline", "của và"],
        &["timeline", "in:{a thư ký"],
        &["search", "ghi:06 thư"],
    ] {
        let text = place.run(arguments);
        let json = place.run(&[&["--json"], arguments].concat());
        let notices = json.json()[0]["notices"].as_array().unwrap().clone();
        let told: Vec<Value> =
            text.err.lines().filter_map(|line| line.strip_prefix("tracuu: ")).map(Value::from).collect();
        assert_eq!((&notices, &*json.err), (&told, ""), "{arguments:?}");
        assert!(!notices.is_empty(), "{arguments:?}");
        assert_eq!(text.code, json.code);
    }
    for arguments in
        [&["people"][..], &["people", "do van thang"], &["number", "--list"], &["number", "142"], &["timeline"]]
    {
        let run = place.run(&[&["--json"], arguments].concat());
        assert_eq!(run.json()[0]["notices"], Value::Array(Vec::new()), "{arguments:?}");
    }
}

#[test]
fn numbers_are_told_with_subject_and_province() {
    let head = |province: &str, subject: &str| {
        format!("UBND TỈNH {province}\nSố: 7/UBND-VX\nV/v {subject}\n\nKính gửi: Các sở\n\nNội dung như sau.")
    };
    let place = Place::new(&[
        ("corpus/a.txt", head("CAO BẰNG", "mở lớp học bơi trong dịp hè cho thiếu nhi vùng cao").as_bytes()),
        ("corpus/b.txt", head("LẠNG SƠN", "trồng rừng").as_bytes()),
        ("corpus/c.txt", "Nhắc lại Kế hoạch số 9/KH-LĐLĐ.".as_bytes()),
    ]);
    place.run(&["index", "corpus"]);
    let told = |arguments: &[&str], key: &str| -> Vec<[Value; 3]> {
        let json = place.run(&[&["--json"], arguments].concat()).json().swap_remove(0);
        let entries = json[key].as_array().unwrap();
        let mut told: Vec<[Value; 3]> =
            entries.iter().map(|entry| ["written", "province", "subject"].map(|key| entry[key].clone())).collect();
        told.sort_by_key(|entry| format!("{entry:?}"));
        told
    };
    let first = ["7/UBND-VX", "Cao Bằng", "V/v mở lớp học bơi trong dịp hè cho thiếu nhi vùng cao"].map(Value::from);
    let second = ["7/UBND-VX", "Lạng Sơn", "V/v trồng rừng"].map(Value::from);
    let cited = [Value::from("9/KH-LĐLĐ"), Value::Null, Value::Null];
    assert_eq!(told(&["number", "--list"], "numbers"), [first.clone(), second.clone(), cited]);
    assert_eq!(told(&["number", "7"], "candidates"), [first, second.clone()]);
    let narrow = place.command(&["number", "--list"]).env("COLUMNS", "30").output().unwrap();
    let narrow = String::from_utf8(narrow.stdout).unwrap();
    assert!(narrow.contains("  V/v mở lớp học bơi trong dịp\n      hè cho thiếu nhi vùng\n      cao\n"), "{narrow}");
    // what is gone tells nothing
    fs::remove_file(place.path("corpus/a.txt")).unwrap();
    place.run(&["index"]);
    assert_eq!(told(&["number", "7"], "candidates"), [second]);
}
