//! Answers as rows of a spreadsheet: what they hold, that JSON says the same, and that no cell acts.

use serde_json::Value;

use crate::support::{Place, Run};

const PAPER: &str = "SỞ Y TẾ\nSố: 15/QĐ-SYT\n\nQUYẾT ĐỊNH\nVề việc khen thưởng\n\nNgày 23/4/2021, ông Đỗ Văn Thắng, Chủ tịch \"Hội\", họp tại Cao Bằng.\n";

const FORMULA: &str = r#"{"id": "-doc", "text": "=HYPERLINK(1) ngày 2/3/2021 của ông Đỗ Văn Thắng là một ô, không là công thức, theo 15/QĐ-SYT."}"#;

fn place() -> Place {
    let place = Place::new(&[("corpus/a.txt", PAPER.as_bytes()), ("corpus/t.jsonl", FORMULA.as_bytes())]);
    place.write("corpus/c.txt", "Bà Lê Thị Mai họp ngày 5/6/2022, theo 15/QĐ-SYT.\n".as_bytes());
    assert_eq!(place.run(&["index"]).code, Some(0));
    place
}

/// The rows of a verb, each by the names of its columns.
fn rows(place: &Place, arguments: &[&str]) -> Vec<Vec<(String, String)>> {
    let run = place.run(&[arguments, &["--format", "csv"]].concat());
    let text = run.out.strip_prefix('\u{FEFF}').unwrap_or_else(|| panic!("no mark: {}", run.out));
    assert!(!text.contains('\u{FEFF}') && text.ends_with("\r\n"), "{text}");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |row: csv::StringRecord| names.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
    reader.records().map(|record| row(record.unwrap())).collect()
}

fn cell<'r>(row: &'r [(String, String)], name: &str) -> &'r str {
    row.iter().find(|(column, _)| column == name).map_or_else(|| panic!("no {name}: {row:?}"), |(_, cell)| cell)
}

fn json(place: &Place, arguments: &[&str]) -> Value {
    place.run(&[arguments, &["--json"]].concat()).json().remove(0)
}

#[test]
fn a_row_says_what_json_says() {
    let place = place();
    let check = |arguments: &[&str], list: &str, columns: &[&str]| {
        let (rows, answer) = (rows(&place, arguments), json(&place, arguments));
        let all = answer[list].as_array().unwrap();
        assert!(!all.is_empty() && all.len() == rows.len(), "{arguments:?}: {} rows of {answer}", rows.len());
        for (row, fields) in rows.iter().zip(all) {
            for column in columns {
                let expected = match &fields[*column] {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    Value::Array(values) => {
                        values.iter().map(|value| value.as_str().unwrap()).collect::<Vec<_>>().join("; ")
                    }
                    other => other.to_string(),
                };
                let guard = if expected.starts_with(['=', '-']) { "'" } else { "" };
                assert_eq!(cell(row, column), format!("{guard}{expected}"), "{arguments:?} {column}");
            }
        }
    };
    let hit = ["rank", "doc", "title", "line", "text", "people", "numbers"];
    check(&["search", "do van thang"], "hits", &hit);
    check(&["search", "do van thang", "--per-document"], "hits", &["more_in_document"]);
    check(&["people"], "people", &["name", "spellings", "passages"]);
    check(&["timeline"], "moments", &["type", "from", "to", "doc", "line", "text", "people", "numbers"]);
    check(&["number", "--list"], "numbers", &["canonical", "written", "type", "issuer", "issued", "passages", "held"]);
}

#[test]
fn places_of_a_person_and_of_a_number_are_rows() {
    let place = place();
    let person = rows(&place, &["people", "do van thang"]);
    assert!(person.len() > 1 && person.iter().all(|row| cell(row, "name") == "Đỗ Văn Thắng"), "{person:?}");
    assert!(person.iter().any(|row| cell(row, "from") == "2021-04-23"), "{person:?}");
    let number = rows(&place, &["number", "15/QĐ-SYT"]);
    let of = |role: &str| number.iter().filter(|row| cell(row, "role") == role).count();
    assert!(of("head") > 0 && of("cites") > 0 && of("head") + of("cites") == number.len(), "{number:?}");
    assert!(number.iter().all(|row| cell(row, "canonical") == "15/QĐ-SYT"), "{number:?}");
}

#[test]
fn no_cell_is_a_formula() {
    let place = place();
    let out = place.run(&["search", "cong thuc", "--format", "csv"]).out;
    assert!(out.contains("'=HYPERLINK("), "{out}");
    for arguments in [&["search", "do van thang"][..], &["people", "thang"], &["timeline"], &["number", "15/QĐ-SYT"]] {
        for (column, cell) in rows(&place, arguments).concat() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{arguments:?} {column}: {cell}");
        }
    }
}

#[test]
fn a_batch_has_one_head() {
    let place = place();
    let run = place.feed(
        &["search", "--batch", "-", "--format", "csv", "--explain"],
        "xyzxyz\nle thi mai\n15/QĐ-SYT\n".as_bytes(),
    );
    let text = run.out.strip_prefix('\u{FEFF}').unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().unwrap().clone();
    assert_eq!(head.iter().take(3).collect::<Vec<_>>(), ["id", "query", "rank"]);
    assert_eq!(head.iter().next_back(), Some("coverage"));
    let queries: Vec<String> = reader.records().map(|row| row.unwrap()[1].to_owned()).collect();
    assert!(queries.contains(&"le thi mai".to_owned()) && queries.contains(&"15/QĐ-SYT".to_owned()), "{queries:?}");
}

#[test]
fn what_is_not_printed_is_told_beside_the_rows() {
    let place = place();
    let run = place.run(&["timeline", "--limit", "1", "--format", "csv"]);
    assert!(run.err.contains("a larger `--limit` prints more"), "{}", run.err);
    assert_eq!(run.out.lines().count(), 2);
    let nothing = place.run(&["search", "xyzxyz", "--format", "csv"]);
    assert_eq!((nothing.code, nothing.out.lines().count()), (Some(1), 1));
}

#[test]
fn the_format_is_one_of_two() {
    let place = place();
    let as_json = place.run(&["timeline", "--format", "json"]);
    assert_eq!(as_json.json(), place.run(&["timeline", "--json"]).json());
    let odd = Run::of(place.command(&["timeline", "--format=json", "--limit", "x"]).output().unwrap());
    assert!(odd.code == Some(2) && odd.json()[0]["error"].is_string(), "{}", odd.out);
    assert_eq!(place.run(&["timeline", "--format", "xml"]).code, Some(2));
    let both = place.run(&["timeline", "--json", "--format", "csv"]);
    assert!(both.code == Some(2) && both.err.contains("--format"), "{}", both.err);
    assert_eq!(place.run(&["number", "15/QĐ-SYT", "--graph", "--format", "csv"]).code, Some(2));
}
