//! What programs ask for, how an answer goes on, and what is refused.

use serde_json::Value;

use super::Site;
use crate::server::openapi;
use crate::server::route::ROUTES;

#[test]
fn answers_are_those_of_the_command_line_with_their_commit() {
    let site = Site::new();
    let answer = site.get("/api/v1/search?q=do+van+thang&limit=1").json();
    assert_eq!(answer["hits"][0]["doc"], "papers/ke-hoach-142.txt");
    assert_eq!(answer["reading"]["people"][0], "do van thang");
    assert_eq!(answer["generation"].as_str().map(str::len), Some(16));
    let next = answer["next"].as_str().expect("there is more");
    assert_eq!(next, "/api/v1/search?q=do%20van%20thang&limit=1&offset=1");
    let second = site.get(next);
    assert_eq!(second.json()["hits"][0]["rank"], 2);
    assert_eq!(site.get("/api/v1/search?q=do+van+thang").json()["next"], Value::Null);
    let check = |path: &str, pointer: &str, expected: Value| {
        let answered = site.get(path);
        assert_eq!(answered.status, 200, "{path}: {}", answered.body);
        assert_eq!(answered.header("content-type"), "application/json", "{path}");
        assert_eq!(answered.json().pointer(pointer), Some(&expected), "{path}: {}", answered.body);
    };
    check("/api/v1/documents/papers/tin.txt?from=3&to=3", "/lines/0/line", 3.into());
    check("/api/v1/documents/tin.txt:3", "/lines/2/marked", true.into());
    check("/api/v1/numbers", "/numbers/0/canonical", "142/KH-LĐLĐ".into());
    check("/api/v1/numbers/142/kh-ldld", "/candidates/0/held", true.into());
    check("/api/v1/numbers/142/kh-ldld?on=2020", "/candidates/0/standing/state", "not_told".into());
    check("/api/v1/numbers/142%2FKH-LDLD", "/number", "142/KH-LĐLĐ".into());
    check("/api/v1/people?limit=1&offset=1", "/total", 2.into());
    check("/api/v1/people/lo%20thi%20mai", "/people/0/name", "Lò Thị Mai".into());
    check("/api/v1/timeline?type=congress", "/moments/0/from", "1960-03-24".into());
    check("/api/v1/timeline?limit=1&offset=2", "/moments/0/from", "2021-04-23".into());
    check("/api/v1/timeline?by=%20decade%20", "/counts/2020s", 2.into());
    check("/api/v1/status", "/documents", 2.into());
    check("/suggest?q=lo+th", "/suggestions/0", "Lò Thị Mai".into());
    check("/suggest?q=142", "/suggestions/0", "142/KH-LĐLĐ".into());
    let posted = site.post(
        "/api/v1/search",
        "application/json",
        r#"{"q": "mai", "limit": 1, "in": ["tin.txt"], "exact": false}"#,
    );
    assert_eq!(posted.json()["hits"][0]["doc"], "papers/tin.txt");
    let extracted = site.post("/api/v1/extract", "text/plain; charset=utf-8", "Ngày 1/2/2003, Chỉ thị 06-CT/TU");
    let extracted = extracted.json();
    let mentions = extracted["mentions"].as_array().into_iter().flatten();
    let kinds: Vec<&str> = mentions.filter_map(|mention| mention["kind"].as_str()).collect();
    assert_eq!(kinds, ["date", "number", "relation"], "{extracted}");
}

#[test]
fn a_batch_is_answered_line_by_line() {
    let site = Site::new();
    let lines = "{\"id\": \"a\", \"query\": \"mai\"}\n142/kh-ldld\n";
    let answered = site.post("/api/v1/batch?limit=1&in=tin.txt", "application/jsonl", lines);
    let ids: Vec<String> = answered
        .body
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["id"].to_string())
        .collect();
    assert_eq!(ids, ["\"a\"", "2"]);
    assert_eq!(site.post("/api/v1/batch", "application/jsonl", &"a\n".repeat(101)).status, 413);
    assert_eq!(site.post("/api/v1/batch", "application/jsonl", "").body, "");
}

#[test]
fn what_is_wrong_is_told_with_its_parameter() {
    let site = Site::new();
    let check = |path: &str, status: u16, slug: &str, parameter: &str| {
        let answered = site.get(path);
        let told = answered.json();
        assert_eq!((answered.status, told["status"].as_u64()), (status, Some(status.into())), "{path}");
        assert_eq!(answered.header("content-type"), "application/problem+json", "{path}");
        assert_eq!(told["type"], format!("/help#{slug}"), "{path}");
        let name = told["invalid_params"][0]["name"].as_str().unwrap_or_default();
        assert_eq!(name, parameter, "{path}: {}", answered.body);
    };
    check("/api/v1/search", 400, "bad-parameter", "q");
    check("/api/v1/search?q=a&x=1", 400, "bad-parameter", "x");
    check("/api/v1/search?q=a&q=b", 400, "bad-parameter", "q");
    check("/api/v1/search?q=a&limit=101", 400, "bad-parameter", "limit");
    check("/api/v1/search?q=a&limit=%2B1", 400, "bad-parameter", "limit");
    check("/api/v1/search?q=a&offset=10001", 400, "bad-parameter", "offset");
    check("/api/v1/search?q=a&offset=-1", 400, "bad-parameter", "offset");
    check("/api/v1/search?q=a&exact=maybe", 400, "bad-parameter", "exact");
    check("/api/v1/search?q=a&sort=size", 400, "bad-parameter", "sort");
    check("/api/v1/search?q=a&from=hôm%20qua", 400, "bad-parameter", "from");
    check("/api/v1/search?q=a&from=31/2/2020", 400, "bad-parameter", "from");
    check("/api/v1/search?q=a&from=1970&to=1960", 400, "bad-parameter", "to");
    check("/api/v1/search?q=a&date=x", 400, "bad-parameter", "date");
    check("/api/v1/search?q=a&number=x", 400, "bad-parameter", "number");
    check("/api/v1/search?q=a&in=%5B", 400, "bad-parameter", "in");
    check("/api/v1/search?q=a&limit=", 400, "bad-parameter", "limit");
    check("/api/v1/search?q=a&lang=", 400, "bad-parameter", "lang");
    check("/api/v1/search?q=a&lang=fr", 400, "bad-parameter", "lang");
    check("/api/v1/timeline?type=party", 400, "bad-parameter", "type");
    check("/api/v1/numbers/abc", 400, "bad-parameter", "number");
    check("/api/v1/numbers/142/KH-LDLD?on=abc", 400, "bad-parameter", "on");
    check("/api/v1/numbers/142/KH-LDLD?on=30/4", 400, "bad-parameter", "on");
    check("/api/v1/documents/no-such", 404, "not-found", "");
    check("/api/v1/numbers/999/KH-UBND", 404, "not-found", "");
    check("/api/v1/nothing", 404, "not-found", "");
    let many: String = (0..300).map(|at| format!("&in={at}")).collect();
    check(&format!("/api/v1/search?q=a{many}"), 400, "bad-parameter", "");
    check(&format!("/api/v1/search?q={}", "a".repeat(9000)), 414, "address-too-long", "");
}

#[test]
fn bodies_are_of_their_type_and_size() {
    let site = Site::new();
    let check = |path: &str, kind: &str, body: &str, status: u16| {
        assert_eq!(site.post(path, kind, body).status, status, "{path} {kind}");
    };
    check("/api/v1/search", "text/plain", "{}", 415);
    check("/api/v1/search", "application/json", "[]", 400);
    check("/api/v1/search", "application/json", "{", 400);
    check("/api/v1/search", "application/json", "{\"q\": {}}", 400);
    check("/api/v1/search", "application/json", "{\"q\": \"a\", \"x\": 1}", 400);
    check("/api/v1/search", "application/json", "{\"q\": \"a\", \"q\": \"b\"}", 400);
    check("/api/v1/search", "application/json", &format!("{{\"q\": \"{}\"}}", "a".repeat(70_000)), 413);
    check("/api/v1/extract", "text/plain", &"a ".repeat(600_000), 413);
    check("/api/v1/extract", "text/plain", "\0\0\0", 400);
    check("/api/v1/extract", "text/html", "a", 415);
    let wrong = site.post("/search", "application/json", "{}");
    assert_eq!((wrong.status, wrong.header("allow")), (405, "GET,HEAD"));
}

#[test]
fn no_query_is_an_error() {
    let site = Site::new();
    for query in
        ["%22", "in:", "-", "%28%29", "%00%01", "%F0%9F%91%8D", "%E2%80%AE", "ng%C6%B0%E1%BB%9Di:%22", "..", "%25"]
    {
        let answered = site.get(&format!("/api/v1/search?q={query}"));
        assert_eq!(answered.status, 200, "{query}: {}", answered.body);
        assert_eq!(site.get(&format!("/search?q={query}")).status, 200, "{query}");
    }
}

#[test]
fn the_description_holds_every_route_and_type() {
    let described = openapi::document();
    assert_eq!(described["openapi"], "3.1.0");
    for route in ROUTES.iter().filter(|route| route.is_api()) {
        let path = route.path.replace("{*", "{");
        let described = described["paths"].get(&path).unwrap_or_else(|| panic!("{path}"));
        let answers = described.as_object().into_iter().flatten();
        for (_, operation) in answers {
            let content = operation.pointer("/responses/200/content").and_then(|content| content.as_object());
            let (media, answer) = content.and_then(|content| content.iter().next()).expect("an answer");
            // what is no text has a type of its own
            let is_typed = answer["schema"].get("$ref").is_some() || answer["schema"].get("anyOf").is_some();
            assert_eq!(is_typed, media == "application/json", "{path}: {answer}");
        }
    }
    let text = described.to_string();
    for reference in text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(described.pointer(reference).is_some(), "{reference}");
    }
}
