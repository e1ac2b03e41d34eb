//! What a draft names and what is known of it, as an assistant is told.

use super::*;

#[test]
fn a_draft_is_told_what_of_it_is_known() {
    let draft = "Căn cứ Kế hoạch số 142/KH-LĐLĐ ngày 05/4/2021, Chỉ thị 06-CT/TU và Quyết định số 99/QĐ-XYZ.\n\
                 Đồng chí Đỗ Văn Thắng, Chủ tịch LĐLĐ tỉnh, và ông Nguyễn Văn Zậu dự ngày 31/6/2021; theo Chỉ thị 06-CT/TU.";
    let told = ask(&CORPUS.1, "check_citations", json!({"text": draft}));
    let found: Vec<(&str, &str)> = told["citations"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|each| (each["text"].as_str().unwrap_or_default(), each["status"].as_str().unwrap_or_default()))
        .collect();
    let expected = [
        ("Kế hoạch số 142/KH-LĐLĐ", "found"),
        ("Chỉ thị 06-CT/TU", "found"),
        ("Quyết định số 99/QĐ-XYZ", "unknown"),
        ("Đỗ Văn Thắng", "found"),
        ("Nguyễn Văn Zậu", "unknown"),
        ("ngày 31/6/2021", "impossible"),
    ];
    assert_eq!(found, expected);
    assert_eq!((&told["doubtful"], &told["total"]), (&json!(4), &json!(6)));
    let first = &told["citations"][0]["candidates"][0];
    assert_eq!((&first["other_day"], &first["issued"]), (&json!(true), &json!("2021-04-23")));
    assert_eq!(told["citations"][1]["places"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_number_that_was_replaced_is_told_with_its_successor_and_the_line() {
    let place = tempfile::tempdir().expect("made");
    let papers = place.path().join("papers");
    fs::create_dir(&papers).expect("made");
    let head = |number: &str, day: &str| format!("ỦY BAN NHÂN DÂN\nSố: {number}\nCao Bằng, ngày {day}\n\nQUYẾT ĐỊNH\n");
    let old = head("11/2015/QĐ-UBND", "10 tháng 3 năm 2015") + "Về quản lý chợ.\n";
    let line = "Quyết định này có hiệu lực từ ngày 01/7/2020 và thay thế Quyết định số 11/2015/QĐ-UBND.";
    let new = head("27/2020/QĐ-UBND", "15 tháng 6 năm 2020") + "Về quản lý chợ.\n\n" + line + "\n";
    fs::write(papers.join("cu.txt"), old).expect("written");
    fs::write(papers.join("moi.txt"), new).expect("written");
    let archive = Archive::at(place.path().join("index"));
    index(&archive, papers);
    let draft = json!({"text": "Căn cứ Quyết định số 11/2015/QĐ-UBND và Quyết định số 27/2020/QĐ-UBND."});
    let told = ask(&archive, "check_citations", draft);
    assert_eq!((&told["total"], &told["doubtful"]), (&json!(2), &json!(1)), "{told}");
    let standing = |answer: &Value, list: &str, at: usize| answer[list][at]["candidates"][0]["standing"].clone();
    let asked = json!({"numbers": ["11/2015/qd-ubnd", "27/2020/QĐ-UBND"]});
    for (answer, list) in [(&told, "citations"), (&ask(&archive, "find_document_number", asked), "numbers")] {
        let over = standing(answer, list, 0);
        assert_eq!((&over["state"], &over["by"]), (&json!("replaced"), &json!(["27/2020/QĐ-UBND"])), "{answer}");
        assert_eq!((&over["since"], &over["evidence"][0]["doc"]), (&json!("2020-07-01"), &json!("papers/moi.txt")));
        assert!(over["evidence"][0]["text"].as_str().is_some_and(|text| line.contains(text)), "{answer}");
        assert_eq!(standing(answer, list, 1), Value::Null, "{answer}");
    }
}
