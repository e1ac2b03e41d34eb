//! A draft that is pasted or sent is told what of it the index knows.

use serde_json::{Value, json};

use super::{NEWS, Site};

const OLD: &str =
    "ỦY BAN NHÂN DÂN\nSố: 11/2015/QĐ-UBND\nCao Bằng, ngày 10 tháng 3 năm 2015\n\nQUYẾT ĐỊNH\nVề quản lý chợ.\n";

const NEW: &str = "ỦY BAN NHÂN DÂN\nSố: 27/2020/QĐ-UBND\nCao Bằng, ngày 15 tháng 6 năm 2020\n\nQUYẾT ĐỊNH\nVề quản lý chợ.\n\nQuyết định này có hiệu lực từ ngày 01/7/2020 và thay thế Quyết định số 11/2015/QĐ-UBND.\n";

const DRAFT: &str = "Căn cứ Quyết định số 11/2015/QĐ-UBND;\nQuyết định số 27/2020/QĐ-UBND; Quyết định số 9/QĐ-XYZ.\nBà Lò Thị Mai dự ngày 31/6/2021; xem Quyết định số 11/2015/QĐ-UBND.";

fn site() -> Site {
    Site::of(&[("cu.txt", OLD), ("moi.txt", NEW), ("tin.txt", NEWS)])
}

/// Pastes a text into the box, as a browser sends it.
fn paste(site: &Site, path: &str, text: &str) -> super::Answered {
    let body: String = form_urlencoded::Serializer::new(String::new()).append_pair("text", text).finish();
    site.post(path, "application/x-www-form-urlencoded", &body)
}

#[test]
fn programs_are_told_what_of_a_draft_is_known() {
    let site = site();
    let told = site.post("/api/v1/check", "text/plain; charset=utf-8", DRAFT).json();
    let all = told["citations"].as_array().expect("a list");
    let status: Vec<&str> = all.iter().filter_map(|each| each["status"].as_str()).collect();
    assert_eq!(status, ["found", "found", "unknown", "found", "impossible"], "{told}");
    let counts = (&told["total"], &told["doubtful"], &told["truncated"]);
    assert_eq!(counts, (&json!(5), &json!(3), &json!(false)), "{told}");
    assert_eq!(told["generation"].as_str().map(str::len), Some(16));
    let places = all[0]["places"].as_array().into_iter().flatten().filter_map(|place| place["line"].as_u64());
    assert_eq!(places.collect::<Vec<_>>(), [1, 3]);
    let standing = &all[0]["candidates"][0]["standing"];
    assert_eq!((&standing["state"], &standing["by"]), (&json!("replaced"), &json!(["27/2020/QĐ-UBND"])), "{told}");
    assert_eq!(standing["evidence"][0]["doc"], "papers/moi.txt");
    assert_eq!(all[1]["candidates"][0]["standing"], Value::Null);
    let many: String = (1..=1_001).map(|at| format!("Kế hoạch số {at}/KH-UBND. ")).collect();
    let many = site.post("/api/v1/check", "text/plain", &many).json();
    assert_eq!((&many["total"], &many["truncated"]), (&json!(1_000), &json!(true)));
    assert_eq!(site.post("/api/v1/check", "text/plain", &"a ".repeat(600_000)).status, 413);
    assert_eq!(site.post("/api/v1/check", "text/plain", "\0\0\0").status, 400);
    assert_eq!(site.post("/api/v1/check", "application/json", "{}").status, 415);
    assert_eq!(site.get("/api/v1/check").status, 405);
}

#[test]
fn a_draft_is_pasted_and_told_with_links() {
    let site = site();
    let empty = site.get("/check");
    assert!(empty.body.contains("<label for=\"draft\">Bản thảo</label><textarea id=\"draft\""), "{}", empty.body);
    assert!(empty.body.contains("href=\"/check\" aria-current=\"page\">Soát bản thảo</a>"), "{}", empty.body);
    assert!(!empty.body.contains("role=\"status\""), "{}", empty.body);
    let page = paste(&site, "/check", &DRAFT.replace('\n', "\r\n"));
    assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
    for expected in [
        "nhắc đến 5, cần xem lại 3",
        "<small>Số hiệu, dòng 1, 3:</small> <strong>có trong chỉ mục</strong>",
        "<strong>đã bị thay thế từ ngày 1/7/2020</strong> · <a href=\"/number/27/2020/Q%C4%90-UBND\">27/2020/QĐ-UBND</a>",
        "<a href=\"/doc/papers/moi.txt#L",
        "<a href=\"/person/L%C3%B2%20Th%E1%BB%8B%20Mai\">Lò Thị Mai</a>",
        "<strong>không có trong chỉ mục</strong>",
        "<strong>không có ngày này</strong>",
        "Bà Lò Thị Mai dự ngày 31/6/2021; xem",
    ] {
        assert!(page.body.contains(expected), "{expected}:\n{}", page.body);
    }
    let english = paste(&site, "/check?lang=en", DRAFT).body;
    assert!(english.contains("5 named, 3 to be looked at") && english.contains("<strong>replaced"), "{english}");
    assert!(
        english.contains("action=\"/check?lang=en\"") && english.contains("/number/9/Q") == english.contains("XYZ</a>")
    );
}

#[test]
fn hostile_drafts_and_documents_are_text_and_bounded() {
    let line = "</p><script>alert(2)</script><img src=y> \u{202E}\u{7} Kế hoạch số 5/KH-UBND, ông Lò Văn Ác <b>X</b>. ";
    let site = Site::of(&[("ac <b>X.txt", &line.repeat(2_000)), ("tin.txt", NEWS)]);
    let page = paste(&site, "/check", "Kế hoạch số 5/KH-UBND, ông Lò Văn Ác.");
    assert!(page.body.contains("5/KH-UBND</a>") && page.body.len() < 30 << 10, "{}", page.body);
    for acting in ["<script>alert", "<img", "<b>X", "\u{202E}", "\u{7}"] {
        assert!(!page.body.contains(acting), "{acting}:\n{}", page.body);
    }
    let hostile = "</textarea><script>alert(1)</script> Quyết định số 9/QĐ-<b>X</b>, ông Lò <img src=x> \u{202E}\u{7}";
    let page = paste(&site, "/check", hostile);
    assert_eq!(page.status, 200);
    for acting in ["<script>alert", "<img", "<b>X", "\u{202E}", "\u{7}"] {
        assert!(!page.body.contains(acting), "{acting}:\n{}", page.body);
    }
    let many: String = (1_001..=1_201).map(|at| format!("Kế hoạch số {at}/KH-UBND. ")).collect();
    let page = paste(&site, "/check", &many).body;
    assert!(page.contains("gửi cả bài tới /api/v1/check") && page.matches("<li class=\"doubt\">").count() == 200);
    assert_eq!(paste(&site, "/check", " \n ").body, site.get("/check").body);
    assert_eq!(paste(&site, "/check", &"a ".repeat(600_000)).status, 413);
    assert_eq!(site.post("/check", "application/x-www-form-urlencoded", &"x=%20&".repeat(900_000)).status, 413);
    assert_eq!(site.post("/check", "text/plain", "a").status, 415);
    assert_eq!(site.post("/check?x=1", "application/x-www-form-urlencoded", "text=a").status, 400);
}
