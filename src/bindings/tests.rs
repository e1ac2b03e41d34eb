//! What a package asks to what it is told.

use super::*;
use serde_json::Value;

fn json(answer: Answer) -> Value {
    serde_json::from_str(&answer.expect("answered")).expect("JSON")
}

#[test]
fn spans_are_code_points_of_the_text() {
    let text = "👍 Đây là\nKế hoạch số 142/KH-LĐLĐ nga\u{300}y 23/4/2021, ông Đỗ Văn Thắng.";
    let letters: Vec<char> = text.chars().collect();
    let told = [extract(text), analyze(text)].map(json);
    for each in told.iter().flat_map(|told| told.as_array().expect("a list")) {
        let [start, end] = [0, 1].map(|at| each["span"][at].as_u64().expect("a number") as usize);
        assert_eq!(each["text"], letters[start..end].iter().collect::<String>());
    }
    let kinds: Vec<&Value> = told[0].as_array().expect("a list").iter().map(|each| &each["kind"]).collect();
    for kind in ["number", "date", "person", "event"] {
        assert!(kinds.contains(&&Value::from(kind)), "{kind}");
    }
}

#[test]
fn what_is_refused_tells_why_in_one_word() {
    let folder = tempfile::tempdir().expect("made");
    let archive = Archive::at(folder.path());
    let check = |method: &str, options: &str, kind: &str| {
        let refused = call(&archive, method, options, Language::English, &()).expect_err("refused");
        assert_eq!(refused.kind, kind, "{}", refused.message);
        assert!(!refused.message.is_empty());
    };
    let roll = r#"{"role": null, "from": null, "to": null, "sort": "name", "limit": null}"#;
    check("people", roll, "no_index");
    check("people", &roll.replace("\"name\"", "\"x\""), "value");
    check("people", &roll.replace("\"to\": null", "\"to\": \"31/2/2021\""), "value");
    check("people", &roll.replace("\"limit\"", "\"most\""), "value");
    check("people", "{}", "value");
    check("nothing", "{}", "value");
    assert_eq!(language("vi-VN"), Ok(Language::Vietnamese));
    assert!(language("fr").is_err());
}

#[test]
fn every_method_has_a_schema() {
    let told: Value = serde_json::from_str(&schemas()).expect("JSON");
    for method in METHODS.iter().chain(&["extract", "analyze"]) {
        assert!(told["answers"][method].is_object(), "{method}");
    }
}
