//! Every link of every page leads somewhere, and nothing of a hostile document acts.

use std::collections::{BTreeSet, VecDeque};

use super::Site;

/// Pages looked at.
const MOST: usize = 400;

#[test]
fn every_link_leads_somewhere_and_nothing_hostile_acts() {
    let ids = [
        "<script>alert(1)</script>",
        "a\\\" onmouseover=\\\"alert(2)",
        "../../etc/passwd",
        "x/../y",
        "/a//b/",
        "\\u202Ecba",
        "a\\nb",
        "50%&q=1#L3?x",
        "./.",
        "'][{*?}",
        "dài ơi là dài",
    ];
    let title = "<img src=x onerror=alert(3)>\\\" & ' </title><script>alert(4)</script>";
    let text = "</mark><script>alert(5)</script> Ông Đỗ Văn Thắng <b>họp</b> ngày 3/4/1999, theo Kế hoạch số 142/KH-LĐLĐ. \\u202E\\u0007 \\\"'&lt; năm 40 sau Công nguyên, năm 938, năm 179 TCN";
    let lines: String =
        ids.iter().map(|id| format!("{{\"id\": \"{id}\", \"title\": \"{title}\", \"text\": \"{text}\"}}\n")).collect();
    let names = ["a <b>.txt", "b\"c'.txt", "d&e=f.txt", "100%.txt", "é?#.txt"];
    let mut files: Vec<(&str, &str)> =
        names.iter().map(|name| (*name, "<script>alert(6)</script> Bà Lò Thị Mai năm 1999.")).collect();
    files.push(("hostile.jsonl", &lines));
    let site = Site::with(&files, |options| options.serves_files = true);
    let start = [
        "/",
        "/help",
        "/people",
        "/numbers",
        "/timeline",
        "/check",
        "/search?q=ông",
        "/search?q=script",
        "/search?q=%3Cscript%3Ealert(7)%3C/script%3E&lang=en",
        "/doc/x%22%3E%3Cscript%3Ealert(8)%3C/script%3E",
        "/search?q=a&%3Cscript%3Ealert(9)%3C/script%3E=1",
    ];
    let mut waiting: VecDeque<String> = start.iter().map(|path| (*path).replace('ô', "%C3%B4")).collect();
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut looked = 0;
    while let Some(path) = waiting.pop_front().filter(|_| looked < MOST) {
        looked += 1;
        let answered = site.get(&path);
        let is_start = start.contains(&&*path);
        assert!(answered.status == 200 || is_start, "{path}: {}", answered.status);
        let kind = answered.header("content-type");
        if !kind.starts_with("text/html") {
            continue;
        }
        for acting in ["<script>", "<img", "<b>họp", "onmouseover=\"", "\u{202E}", "\u{7}", "javascript:"] {
            assert!(!answered.body.contains(acting), "{path} lets {acting} act:\n{}", answered.body);
        }
        for href in hrefs(&answered.body) {
            assert!(href.starts_with(['/', '#']), "{path} leads to {href}");
            assert!(href.bytes().all(|byte| byte.is_ascii_graphic()), "{path} leads to {href}");
            let bare = href.split('#').next().unwrap_or_default().to_owned();
            if !bare.is_empty() && seen.insert(bare.clone()) {
                waiting.push_back(bare);
            }
        }
    }
    assert!(looked > 60, "only {looked} pages");
}

/// Where a page leads, as a browser reads it.
fn hrefs(page: &str) -> Vec<String> {
    let values = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    values.map(|href| href.replace("&#38;", "&").replace("&#39;", "'")).collect()
}
