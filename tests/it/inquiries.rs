//! What a query asks of a document is answered first, and what is in force no more is marked and left out on demand.

use serde_json::{Value, json};

use crate::support::{Place, Run};

/// A decision of a province on the fees of markets.
const OLD: &str = "\
ỦY BAN NHÂN DÂN TỈNH CAO BẰNG
Số: 12/2015/QĐ-UBND
Cao Bằng, ngày 3 tháng 2 năm 2015

QUYẾT ĐỊNH
Về mức thu phí chợ

Căn cứ Luật Giá số 11/2012/QH13;
Căn cứ Nghị định số 177/2013/NĐ-CP ngày 14/11/2013 của Chính phủ;

Điều 1. Mức thu phí chợ là 2.000 đồng một ngày.
Điều 2. Quyết định này có hiệu lực kể từ ngày 15/02/2015.
";

/// The decision that takes its place.
const NEW: &str = "\
ỦY BAN NHÂN DÂN TỈNH CAO BẰNG
Số: 30/2020/QĐ-UBND
Cao Bằng, ngày 10 tháng 6 năm 2020

QUYẾT ĐỊNH
Về mức thu phí chợ

Điều 1. Mức thu phí chợ là 4.000 đồng một ngày.
Điều 2. Quyết định này có hiệu lực kể từ ngày 01/7/2020.
Điều 3. Quyết định này thay thế Quyết định số 12/2015/QĐ-UBND ngày 03/02/2015.
";

/// A decision of another province with the number of the one that was replaced.
const OTHER: &str = "\
ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
Số: 12/2015/QĐ-UBND
Lạng Sơn, ngày 5 tháng 3 năm 2015

QUYẾT ĐỊNH
Về mức thu phí chợ

Điều 1. Mức thu phí chợ là 3.000 đồng một ngày.
";

const NEWS: &str = "\
Phí chợ ở vùng cao

Nghị định số 20/2018/NĐ-CP sửa đổi khoản 2 Điều 5 Nghị định số 177/2013/NĐ-CP từ ngày 01/4/2018. \
Bà con trả phí chợ theo ngày. Luật Giá số 16/2023/QH15 thay thế Luật Giá số 11/2012/QH13 kể từ ngày 01/7/2024.
";

fn place() -> Place {
    let place = Place::new(&[
        ("corpus/cu.txt", OLD.as_bytes()),
        ("corpus/moi.txt", NEW.as_bytes()),
        ("corpus/khac.txt", OTHER.as_bytes()),
        ("corpus/tin.txt", NEWS.as_bytes()),
    ]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    place
}

/// The answer to a query.
pub fn asked(place: &Place, query: &str) -> Value {
    place.run(&["search", "--json", query]).json().remove(0)
}

fn docs(place: &Place, arguments: &[&str]) -> Vec<String> {
    let answer = place.run(&[&["search", "--json", "--per-document"], arguments].concat()).json().remove(0);
    let mut docs: Vec<String> =
        answer["hits"].as_array().unwrap().iter().map(|hit| hit["doc"].as_str().unwrap().to_owned()).collect();
    docs.sort();
    docs
}

#[test]
fn what_is_asked_of_a_document_is_answered_with_its_lines() {
    let place = place();
    let check = |query: &str, document: &str, expected: &[(&str, Value, &str)]| {
        let answer = asked(&place, query);
        let first = &answer["answers"][0];
        assert_eq!(first["document"], document, "{query}: {answer:#}");
        let said: Vec<(&str, Value, String)> = (first["statements"].as_array().unwrap().iter())
            .map(|said| {
                let of = if said["other"].is_null() { said["date"].clone() } else { said["other"].clone() };
                let place = format!("{}:{}", said["doc"].as_str().unwrap(), said["line"]);
                (said["relation"].as_str().unwrap(), of, place)
            })
            .collect();
        let said: Vec<(&str, Value, &str)> = said.iter().map(|(a, b, c)| (*a, b.clone(), &**c)).collect();
        assert_eq!(said, expected, "{query}");
        assert!(first["statements"].as_array().unwrap().iter().all(|said| !said["text"].as_str().unwrap().is_empty()));
    };
    let replaced = [("replaced_by", json!("30/2020/QĐ-UBND"), "corpus/moi.txt:10")];
    for query in [
        "Quyết định 12/2015/QĐ-UBND còn hiệu lực không?",
        "quyet dinh 12/2015/qd-ubnd con hieu luc khong",
        "văn bản nào thay thế Quyết định 12/2015/QĐ-UBND",
        "12/2015/QĐ-UBND bị thay thế bởi văn bản nào",
        "ai thay thế 12/2015/QĐ-UBND",
        "12/2015/QĐ-UBND của tỉnh Cao Bằng hết hiệu lực khi nào",
    ] {
        check(query, "12/2015/QĐ-UBND", &replaced);
    }
    check(
        "30/2020/QĐ-UBND có hiệu lực từ ngày nào",
        "30/2020/QĐ-UBND",
        &[("effective", json!("2020-07-01"), "corpus/moi.txt:9")],
    );
    check(
        "30/2020/QĐ-UBND thay thế văn bản nào",
        "30/2020/QĐ-UBND",
        &[("replaces", json!("12/2015/QĐ-UBND"), "corpus/moi.txt:10")],
    );
    check(
        "căn cứ pháp lý của Quyết định 12/2015/QĐ-UBND",
        "12/2015/QĐ-UBND",
        &[
            ("based_on", json!("11/2012/QH13"), "corpus/cu.txt:8"),
            ("based_on", json!("177/2013/NĐ-CP"), "corpus/cu.txt:9"),
        ],
    );
    check(
        "ai sửa đổi Nghị định 177/2013/NĐ-CP",
        "177/2013/NĐ-CP",
        &[("amended_by", json!("20/2018/NĐ-CP"), "corpus/tin.txt:3")],
    );
    check(
        "Luật Giá 2012 còn hiệu lực không",
        "11/2012/QH13",
        &[("replaced_by", json!("16/2023/QH15"), "corpus/tin.txt:3")],
    );
    let told = asked(&place, "12/2015/QĐ-UBND còn hiệu lực không");
    let first = &told["answers"][0];
    assert_eq!(first["kind"], "in_force");
    assert_eq!((&first["state"], &first["since"]), (&json!("replaced"), &json!("2020-07-01")));
    assert_eq!(first["numbers"], json!(["30/2020/QĐ-UBND"]));
    // the passages follow as ever
    assert!(told["total"].as_u64().unwrap() > 0);
}

#[test]
fn nothing_is_told_that_no_line_says() {
    let place = place();
    let answer = asked(&place, "văn bản nào thay thế 20/2018/NĐ-CP");
    assert!(answer["answers"].is_null(), "{answer}");
    let codes: Vec<&str> =
        answer["notice_codes"].as_array().unwrap().iter().map(|code| code["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"not_told"), "{codes:?}");
    // another province says nothing of this one
    let answer = asked(&place, "12/2015/QĐ-UBND của tỉnh Lạng Sơn có hiệu lực từ ngày nào");
    assert!(answer["answers"].as_array().is_none_or(|all| all.iter().all(|each| each["province"] != "Cao Bằng")));
    for query in ["mức thu phí chợ", "12/2015/QĐ-UBND", "phí chợ còn hiệu lực không"] {
        assert!(asked(&place, query)["answers"].is_null(), "{query}");
    }
}

#[test]
fn hits_of_what_is_in_force_no_more_say_so() {
    let place = place();
    let answer = asked(&place, "mức thu phí chợ");
    for hit in answer["hits"].as_array().unwrap() {
        let standing = &hit["standing"];
        if hit["doc"] != "corpus/cu.txt" {
            assert!(standing.is_null(), "{hit:#}");
            continue;
        }
        assert_eq!((&standing["state"], &standing["since"]), (&json!("replaced"), &json!("2020-07-01")));
        assert_eq!((&standing["by"], &standing["evidence"][0]["line"]), (&json!(["30/2020/QĐ-UBND"]), &json!(10)));
    }
    assert!(answer["hits"].as_array().unwrap().iter().any(|hit| !hit["standing"].is_null()));
    let Run { out, .. } = place.run(&["search", "mức thu phí chợ"]);
    assert!(out.contains("replaced by 30/2020/QĐ-UBND since 2020-07-01"), "{out}");
    let Run { out, .. } = place.run(&["--lang", "vi", "search", "mức thu phí chợ"]);
    assert!(out.contains("đã bị 30/2020/QĐ-UBND thay thế từ 1/7/2020"), "{out}");
}

#[test]
fn only_what_is_in_force_is_searched() {
    let place = place();
    let all = ["corpus/cu.txt", "corpus/khac.txt", "corpus/moi.txt", "corpus/tin.txt"];
    let now = ["corpus/khac.txt", "corpus/moi.txt", "corpus/tin.txt"];
    let then = ["corpus/cu.txt", "corpus/khac.txt", "corpus/tin.txt"];
    let before = ["corpus/khac.txt", "corpus/tin.txt"];
    assert_eq!(docs(&place, &["phí chợ"]), all);
    for arguments in [
        &["--in-force", "phí", "chợ"][..],
        &["phí chợ", "--in-force"],
        &["phí chợ", "--in-force", "today"],
        &["phí chợ hiệu lực:nay"],
        &["phí chợ in-force:2021"],
        &["phi cho hieu luc:1/7/2020"],
        &["phí chợ", "--in-force", "2021"],
    ] {
        assert_eq!(docs(&place, arguments), now, "{arguments:?}");
    }
    assert_eq!(docs(&place, &["phí chợ hiệu lực:30/6/2020"]), then);
    assert_eq!(docs(&place, &["phí chợ hiệu lực:2016"]), then);
    assert_eq!(docs(&place, &["phí chợ hiệu lực:1/2015"]), before);
    assert_eq!(docs(&place, &["phí chợ -hiệu lực:2021"]), ["corpus/cu.txt"]);
    // both decisions were in force in some part of this year
    assert_eq!(docs(&place, &["phí chợ hiệu lực:2020"]), all);
    let odd = place.run(&["search", "--json", "phí chợ hiệu lực:xyz"]).json().remove(0);
    assert_eq!(odd["notice_codes"][0]["code"], "odd_value");
    assert_eq!(place.run(&["search", "phí chợ", "--in-force", "99xyz"]).code, Some(2));
    let odd = place.run(&["search", "--json", "phí chợ hiệu lực:32/13/2020"]).json().remove(0);
    assert_eq!((&odd["notice_codes"][0]["code"], &odd["total"]), (&json!("time"), &json!(0)));
}

#[test]
fn the_last_day_of_force_is_told_from_the_first_without() {
    let place = Place::new(&[
        ("corpus/het.txt", "Số: 7/2020/QĐ-UBND\n\nVề giá nước\n\nĐiều 2. Quyết định này có hiệu lực từ ngày 01/02/2020 đến hết ngày 31/12/2022.\n".as_bytes()),
        ("corpus/tu.txt", "Số: 8/2020/QĐ-UBND\n\nVề giá nước\n\nĐiều 2. Quyết định này có hiệu lực từ ngày 01/02/2020 và hết hiệu lực kể từ ngày 31/12/2022.\n".as_bytes()),
        ("corpus/sau.txt", "Nghị quyết về giá nước\n\nQuyết định số 9/2020/QĐ-UBND hết hiệu lực sau ngày 31/12/2022.\n".as_bytes()),
        ("corpus/chin.txt", "Số: 9/2020/QĐ-UBND\n\nVề giá nước\n\nĐiều 2. Quyết định này có hiệu lực từ ngày 01/02/2020.\n".as_bytes()),
    ]);
    assert_eq!(place.run(&["index", "corpus"]).code, Some(0));
    let state = |number: &str, day: &str| {
        let answer = place.run(&["number", "--json", number, "--on", day]).json().remove(0);
        answer["candidates"][0]["standing"]["state"].as_str().unwrap().to_owned()
    };
    let in_force = |day: &str| docs(&place, &["giá nước", "in:corpus/{het,tu,chin}.txt", "--in-force", day]);
    for (day, states, found) in [
        (
            "30/12/2022",
            ["in_force", "in_force", "in_force"],
            &["corpus/chin.txt", "corpus/het.txt", "corpus/tu.txt"][..],
        ),
        ("31/12/2022", ["in_force", "expired", "in_force"], &["corpus/chin.txt", "corpus/het.txt"]),
        ("1/1/2023", ["expired", "expired", "expired"], &[]),
    ] {
        let told = ["7/2020/QĐ-UBND", "8/2020/QĐ-UBND", "9/2020/QĐ-UBND"].map(|number| state(number, day));
        assert_eq!(told, states, "{day}");
        assert_eq!(in_force(day), found, "{day}");
    }
    let answer = asked(&place, "7/2020/QĐ-UBND hết hiệu lực khi nào");
    let said = &answer["answers"][0];
    let told = &said["statements"][0];
    assert_eq!(
        (&told["date"], &told["last_day"], &said["since"]),
        (&json!("2022-12-31"), &json!(true), &json!("2023-01-01"))
    );
    for (language, number, told) in [
        ("vi", "7/2020/QĐ-UBND", "hết hiệu lực   sau ngày 31/12/2022"),
        ("en", "7/2020/QĐ-UBND", "expires   after 2022-12-31"),
        ("vi", "8/2020/QĐ-UBND", "hết hiệu lực   từ ngày 31/12/2022"),
        ("en", "8/2020/QĐ-UBND", "expires   from 2022-12-31"),
    ] {
        let Run { out, .. } = place.run(&["--lang", language, "search", &format!("{number} hết hiệu lực khi nào")]);
        assert!(out.contains(told), "{told}: {out}");
    }
}

#[test]
fn a_suspension_is_over_behind_its_last_day() {
    let place = Place::new(&[
        ("corpus/cu.txt", "Số: 7/2020/QĐ-UBND\n\nVề giá nước\n\nĐiều 2. Quyết định này có hiệu lực từ ngày 01/02/2020.\n".as_bytes()),
        ("corpus/ngung.txt", "Số: 9/2021/QĐ-UBND\n\nVề phí chợ\n\nĐiều 1. Ngưng hiệu lực Quyết định số 7/2020/QĐ-UBND từ ngày 2/3/2021 đến hết ngày 30/6/2021.\n".as_bytes()),
    ]);
    assert_eq!(place.run(&["index", "corpus"]).code, Some(0));
    for (time, state, found) in [
        ("1/3/2021", "in_force", true),
        ("2/3/2021", "suspended", false),
        ("30/6/2021", "suspended", false),
        ("1/7/2021", "in_force", true),
        ("4/2021..5/2021", "suspended", false),
        ("2021", "in_force", true),
        ("2010..2019", "not_yet", false),
        ("2010..2020", "in_force", true),
    ] {
        let answer = place.run(&["number", "--json", "7/2020/QĐ-UBND", "--on", time]).json().remove(0);
        let standing = &answer["candidates"][0]["standing"];
        assert_eq!(standing["state"], state, "{time}");
        assert_eq!(standing["until"] == json!("2021-06-30"), state == "suspended", "{time}");
        let in_force = docs(&place, &["giá nước", "in:corpus/cu.txt", "--in-force", time]);
        assert_eq!(!in_force.is_empty(), found, "{time}");
    }
    for (language, told) in [("vi", "30/6/2021"), ("en", "suspended from 2021-03-02 to 2021-06-30")] {
        let Run { out, .. } = place.run(&["--lang", language, "number", "7/2020/QĐ-UBND", "--on", "1/5/2021"]);
        assert!(out.contains(told), "{told}: {out}");
    }
}

#[test]
fn direct_answers_are_measured() {
    let place = place();
    let lines = [
        json!({"question": "12/2015/QĐ-UBND còn hiệu lực không", "relation": "replaces",
               "numbers": ["30/2020/QĐ-UBND", "2020-07-01"], "evidence": ["moi.txt:10"]}),
        json!({"question": "30/2020/QĐ-UBND có hiệu lực từ ngày nào", "relation": "effective",
               "numbers": ["2020-07-02"], "evidence": ["moi.txt:9"]}),
    ];
    place.write("hoi.jsonl", lines.map(|line| line.to_string()).join("\n").as_bytes());
    let kinds = place.run(&["eval", "--json", "hoi.jsonl"]).json().remove(0)["kinds"].clone();
    let shown: Vec<(&str, f64)> = (kinds.as_array().unwrap().iter())
        .map(|kind| (kind["kind"].as_str().unwrap(), kind["success_1"].as_f64().unwrap()))
        .collect();
    assert_eq!(shown, [("effective", 0.0), ("replaces", 1.0), ("all", 0.5)]);
}

#[test]
fn the_issuer_in_words_tells_whose_number_it_is() {
    let new = "\
ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
Số: 40/2025/QĐ-UBND
Lạng Sơn, ngày 2 tháng 12 năm 2025

QUYẾT ĐỊNH
Về thoát nước

Điều 2. Quyết định này có hiệu lực kể từ ngày 12 tháng 12 năm 2025 và thay thế các Quyết định: số 24/2016/QĐ-UBND \
ngày 05/8/2016 của Ủy ban nhân dân tỉnh Cao Bằng ban hành Quy định về thoát nước.
";
    let place = Place::new(&[("corpus/moi.txt", new.as_bytes())]);
    place.run(&["index"]);
    for (province, asked_for) in [("Cao Bằng", " tỉnh Cao Bằng"), ("Cao Bằng", "")] {
        let answer = asked(&place, &format!("Quyết định 24/2016/QĐ-UBND{asked_for} ai thay thế"));
        let said = &answer["answers"][0];
        assert_eq!((&said["province"], &said["numbers"][0]), (&json!(province), &json!("40/2025/QĐ-UBND")), "{answer}");
        // `ai` is a word of the question, though no passage holds it
        assert_eq!(answer["notices"], json!([]), "{answer}");
        // the line that says so tells the day as well
        assert_eq!(said["statements"][0]["line"], json!(8), "{answer}");
    }
    let other = asked(&place, "Quyết định 24/2016/QĐ-UBND tỉnh Lạng Sơn ai thay thế");
    assert!(other.get("answers").is_none(), "{other}");
}

#[test]
fn of_a_document_that_the_index_lacks_nothing_is_found() {
    let text = "Điều 6. Văn bản có hiệu lực không phải thay thế. Khoản 2 nói về hiệu quả đất đai của bà con.\n";
    let place = Place::new(&[("corpus/a.txt", text.as_bytes())]);
    assert_eq!(place.run(&["index", "corpus"]).code, Some(0));
    for query in [
        "nghị định 15/2013 còn hiệu lực không",
        "nghi dinh 15/2013 con hieu luc khong",
        "văn bản nào thay thế nghị định 15/2013",
        "khoản 2 Điều 6 nghị định 15/2013",
    ] {
        let answer = asked(&place, query);
        assert_eq!(answer["total"], 0, "{query}: {answer}");
        assert_eq!(answer["notices"], json!(["no document number 15/2013 in the index"]), "{query}");
    }
    let answer = asked(&place, "nghị định 15/2013 về đất đai còn hiệu lực không");
    assert_eq!(answer["total"], 1, "{answer}");
}

#[test]
fn what_is_said_of_one_province_is_not_told_of_another() {
    let both = "Quyết định số 12/2020/QĐ-UBND của UBND tỉnh Cao Bằng hết hiệu lực từ 1/1/2024. Quyết định số \
                12/2020/QĐ-UBND của UBND tỉnh Lạng Sơn còn hiệu lực.\n";
    let either = "Quyết định số 12/2020/QĐ-UBND hết hiệu lực từ 1/1/2022.\n";
    let place = Place::new(&[("corpus/hai.txt", both.as_bytes()), ("corpus/khong.txt", either.as_bytes())]);
    place.run(&["index", "corpus"]);
    let answer = place.run(&["--json", "number", "12/2020/QĐ-UBND"]).json().remove(0);
    let told = |candidate: &Value| {
        json!([candidate["province"], candidate["standing"]["state"], candidate["standing"]["since"]])
    };
    let mut found: Vec<Value> = answer["candidates"].as_array().unwrap().iter().map(told).collect();
    found.sort_by_key(Value::to_string);
    let expected = [
        json!(["Cao Bằng", "expired", "2024-01-01"]),
        json!(["Lạng Sơn", "not_told", null]),
        json!([null, "expired", "2022-01-01"]),
    ];
    assert_eq!(found, expected);
    let direct = |query: &str| {
        let answer = place.run(&["--json", "search", query]).json().remove(0);
        let answers = answer["answers"].as_array().cloned().unwrap_or_default();
        answers.iter().map(|direct| json!([direct["province"], direct["since"]])).collect::<Vec<_>>()
    };
    assert_eq!(direct("qd 12 nam 2020 cao bang con hieu luc ko"), [json!(["Cao Bằng", "2024-01-01"])]);
    for query in ["QĐ 12/2020 Cao Bằng còn hl ko", "qđ 12/2020 cao bằng hết hl chưa"] {
        assert_eq!(direct(query), [json!(["Cao Bằng", "2024-01-01"])], "{query}");
    }
    assert_eq!(direct("QĐ 12/2020 Lạng Sơn còn hiệu lực không"), [] as [Value; 0]);
}
