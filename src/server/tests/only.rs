//! Where some roots alone are served, every route answers as if the index held nothing else.

use serde_json::Value;

use super::{NEWS, PLAN, Site};
use crate::server::route::{Method, ROUTES};

/// A paper that only another root has.
const SECRET: &str = "BAN TỔ CHỨC\nSố: 999/QĐ-BTC\nCao Bằng, ngày 5 tháng 6 năm 2019\n\nQUYẾT ĐỊNH\nVề việc kín\n\nÔng Bế Ích Quân, Trưởng ban, họp với ông Đỗ Văn Thắng về Kế hoạch số 142/KH-LĐLĐ.\n";

/// A paper that both have.
const SHARED: &str = "Thông báo chung: bà Nông Thị Phượng nhận bàn giao ngày 9/9/2020 theo Công văn số 77/CV-VP.\n";

const OPEN: [(&str, &str); 3] = [("ke-hoach-142.txt", PLAN), ("tin.txt", NEWS), ("z-chung.txt", SHARED)];
const CLOSED: [(&str, &str); 3] = [
    ("kin.txt", SECRET),
    ("a-chung.txt", SHARED),
    ("kin.jsonl", "{\"id\": \"m\", \"text\": \"ông Bế Ích Quân họp kín\"}\n"),
];

/// Addresses of all routes, among them such as lead into the other root.
const PATHS: &[&str] = &[
    "/",
    "/search?q=quan",
    "/search?q=do+van+thang",
    "/search?q=142/kh-ldld&sort=date",
    "/search?q=999/qd-btc",
    "/search?q=h%E1%BB%8Dp&per_document=true",
    "/search?q=kin+in:kin.txt",
    "/search?in=kho-kin/",
    "/search?q=nong+thi+phuong",
    "/search?q=ng%C3%A0y:5/6/2019",
    "/search?q=be+ich+qua",
    "/doc/kho-kin/kin.txt",
    "/doc/kin.txt",
    "/doc/m",
    "/doc/a-chung.txt",
    "/doc/z-chung.txt",
    "/doc?id=kho-kin/kin.txt",
    "/doc/papers/tin.txt?q=thang",
    "/number/999/Q%C4%90-BTC",
    "/number/142/KH-L%C4%90L%C4%90",
    "/number/77/CV-VP",
    "/numbers",
    "/person/B%E1%BA%BF%20%C3%8Dch%20Qu%C3%A2n",
    "/person/B%E1%BA%BF",
    "/person/%C4%90%E1%BB%97%20V%C4%83n%20Th%E1%BA%AFng",
    "/people",
    "/people?role=tr%C6%B0%E1%BB%9Fng+ban",
    "/people?from=2019&to=2019",
    "/timeline",
    "/timeline?q=quan",
    "/timeline?from=2019&to=2019",
    "/status",
    "/help",
    "/file/kho-kin/kin.txt",
    "/file/kho-kin/a-chung.txt",
    "/file/papers/z-chung.txt",
    "/search.csv?q=quan",
    "/search.csv?q=phuong",
    "/numbers.csv",
    "/people.csv",
    "/timeline.csv",
    "/check",
    "/suggest?q=be+ich",
    "/suggest?q=999",
    "/suggest?q=nong",
    "/api/v1/search?q=thang&explain=true",
    "/api/v1/search?q=quan",
    "/api/v1/search?q=quan&in=kho-kin",
    "/api/v1/search?q=phuong&in=z-chung.txt",
    "/api/v1/documents/kho-kin/kin.txt",
    "/api/v1/documents/kin",
    "/api/v1/documents/chung",
    "/api/v1/documents/m",
    "/api/v1/numbers",
    "/api/v1/numbers/999",
    "/api/v1/numbers/142",
    "/api/v1/people",
    "/api/v1/people/quan",
    "/api/v1/people/do%20van%20thang",
    "/api/v1/timeline",
    "/api/v1/status",
];

/// An answer without what tells one commit or one moment from another.
fn plain(body: &str) -> String {
    let Ok(Value::Object(mut fields)) = serde_json::from_str(body) else {
        return body.split(['<', '>']).filter(|part| !is_of_the_moment(part)).collect::<Vec<_>>().join("\n");
    };
    for name in ["generation", "took_ms", "age_seconds", "bytes", "request"] {
        fields.remove(name);
    }
    serde_json::to_string_pretty(&fields).expect("it was read")
}

/// Whether a piece of a page tells how long something took, when it was, or which commit it is of.
fn is_of_the_moment(part: &str) -> bool {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let is_commit = part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_commit
        || part.contains(" ms ·")
        || part.contains("cập nhật")
        || (part.starts_with(is_digit) && part.contains(':'))
}

#[test]
fn nothing_of_other_roots_is_told() {
    let set = |options: &mut crate::server::app::Options| {
        options.serves_files = true;
        options.is_part = true;
    };
    let alone = Site::over(&[("papers", &OPEN)], &[], set);
    // the other root comes first, so that what both have is indexed there
    let narrowed = Site::over(&[("kho-kin", &CLOSED), ("papers", &OPEN)], &["papers"], set);
    for path in PATHS {
        let (expected, found) = (alone.get(path), narrowed.get(path));
        assert_eq!(found.status, expected.status, "{path}: {}", found.body);
        assert_eq!(plain(&found.body), plain(&expected.body), "{path}");
    }
    let query = "{\"q\": \"thang quan\"}";
    let asked = |site: &Site| plain(&site.post("/api/v1/search", "application/json", query).body);
    assert_eq!(asked(&narrowed), asked(&alone));
    let draft =
        "Kế hoạch số 999/KH-LĐLĐ và 142/KH-LĐLĐ; ông Quan, ông Đỗ Văn Thắng, chị Nông Thị Phương, ông Lục Văn Kín.";
    let checked = |site: &Site| plain(&site.post("/api/v1/check", "text/plain", draft).body);
    assert_eq!(checked(&narrowed), checked(&alone));
    let body: String = form_urlencoded::Serializer::new(String::new()).append_pair("text", draft).finish();
    let pasted = |site: &Site| plain(&site.post("/check", "application/x-www-form-urlencoded", &body).body);
    assert_eq!(pasted(&narrowed), pasted(&alone));
    let metrics = narrowed.get("/metrics").body;
    assert!(metrics.contains("tracuu_documents 3\n"), "{metrics}");
    for route in ROUTES.iter().filter(|route| route.method == Method::Get) {
        let is_asked = |path: &&&str| {
            path.split('?').next().is_some_and(|path| match route.open() {
                Some(_) => path.starts_with(route.prefix()),
                None => path == route.path,
            })
        };
        assert!(PATHS.iter().any(|path| is_asked(&path)), "{} is not looked at", route.path);
    }
}

#[test]
fn what_both_roots_have_is_known_by_its_path_in_the_one_that_is_served() {
    let roots: [(&str, &[(&str, &str)]); 2] = [("kho-kin", &CLOSED), ("papers", &OPEN)];
    let both = Site::over(&roots, &[], |_| ());
    let found = both.get("/api/v1/search?q=nong+thi+phuong").json();
    assert_eq!(
        (&found["hits"][0]["doc"], &found["hits"][0]["also"][0]),
        (&"kho-kin/a-chung.txt".into(), &"papers/z-chung.txt".into())
    );
    let one = Site::over(&roots, &["papers"], |options| options.serves_files = true);
    let found = one.get("/api/v1/search?q=nong+thi+phuong").json();
    assert_eq!((&found["hits"][0]["doc"], &found["total"]), (&"papers/z-chung.txt".into(), &1.into()));
    assert_eq!(one.get("/file/papers/z-chung.txt").body, SHARED);
    assert_eq!(one.get("/api/v1/status").json()["changed"], 0);
}

#[test]
fn new_commits_of_other_roots_stay_unseen() {
    let roots: [(&str, &[(&str, &str)]); 2] = [("kho-kin", &CLOSED), ("papers", &OPEN)];
    let site = Site::over(&roots, &["papers"], |_| ());
    std::fs::write(site.path().join("kho-kin/moi.txt"), "Ông Lục Văn Kín nhận việc.").expect("written");
    site.write("moi.txt", "Ông Hà Văn Mở nhận việc.");
    site.app.archive.reload().expect("it can be opened");
    crate::server::follow::open(&site.app).expect("opened");
    assert!(!site.get("/api/v1/search?q=luc+van+kin").body.contains("kho-kin"));
    assert_eq!(site.get("/api/v1/search?q=ha+van+mo").json()["hits"][0]["doc"], "papers/moi.txt");
    assert_eq!(site.get("/person/L%E1%BB%A5c%20V%C4%83n%20K%C3%ADn").status, 404);
    assert_eq!(site.get("/person/H%C3%A0%20V%C4%83n%20M%E1%BB%9F").status, 200);
    assert_eq!(site.get("/api/v1/status").json()["documents"], 4);
}
