//! Who is let in, who has to wait, and what a browser keeps.

use super::Site;
use crate::server::app::{Access, App};
use crate::server::token::Token;

#[test]
fn only_names_of_this_server_are_answered() {
    let check = |site: &Site, host: &str, status: u16| {
        assert_eq!(site.ask("GET", "/healthz", &[("host", host)], "").status, status, "{host}");
    };
    let site = Site::with(&[], |options| {
        options.hosts = vec!["tracuu.lan".to_owned()];
        options.public_url = Some("https://kho.example.vn/".to_owned());
    });
    for host in [
        "localhost",
        "LOCALHOST:7878",
        "127.0.0.1:7878",
        "127.0.0.2",
        "[::1]:7878",
        "tracuu.lan",
        "kho.example.vn",
        "localhost.",
    ] {
        check(&site, host, 200);
    }
    for host in
        ["evil.example", "localhost.evil.example", "192.168.1.5:7878", "", "kho.example.vn.evil.example", "0.0.0.0"]
    {
        check(&site, host, 403);
    }
    let open = Site::with(&[], |options| options.listen = ([0, 0, 0, 0], 7878).into());
    check(&open, "192.168.1.5:7878", 200);
    check(&open, "evil.example", 403);
    let twice = site.ask("GET", "/healthz", &[("host", "localhost"), ("host", "evil.example")], "");
    assert_eq!(twice.status, 403);
}

#[test]
fn pages_of_others_send_nothing() {
    let site = Site::with(&[], |options| options.public_url = Some("https://kho.example.vn".to_owned()));
    let check = |headers: &[(&str, &str)], status: u16| {
        let headers = [&[("content-type", "text/plain")], headers].concat();
        assert_eq!(site.ask("POST", "/api/v1/extract", &headers, "a").status, status, "{headers:?}");
    };
    check(&[], 200);
    check(&[("origin", "http://localhost:7878")], 200);
    check(&[("origin", "https://kho.example.vn")], 200);
    check(&[("sec-fetch-site", "same-origin")], 200);
    check(&[("sec-fetch-site", "none")], 200);
    check(&[("origin", "http://evil.example")], 403);
    check(&[("origin", "null")], 403);
    check(&[("origin", "http://localhost:8000")], 403);
    check(&[("sec-fetch-site", "cross-site")], 403);
    check(&[("sec-fetch-site", "same-site"), ("origin", "http://localhost:7878")], 403);
}

#[test]
fn a_token_is_asked_for() {
    let site = Site::with(&[], |options| options.access = Access::Token(Token::new("a-token-of-many-letters")));
    let check = |path: &str, told: &str, status: u16| {
        let headers: &[(&str, &str)] = if told.is_empty() { &[] } else { &[("authorization", told)] };
        assert_eq!(site.ask("GET", path, headers, "").status, status, "{path} {told}");
    };
    check("/", "", 401);
    check("/api/v1/status", "Bearer another", 401);
    check("/metrics", "", 401);
    check("/static/x", "", 401);
    check("/healthz", "", 200);
    check("/", "Bearer a-token-of-many-letters", 200);
    let asked = site.get("/");
    assert!(asked.header("www-authenticate").starts_with("Basic realm="), "{}", asked.header("www-authenticate"));
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let site = Site::new();
    let first = site.get("/search?q=mai");
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with("W/\""), "{tag}");
    let again = |path: &str, tag: &str| site.ask("GET", path, &[("if-none-match", tag)], "");
    let kept = again("/search?q=mai", &format!("\"x\", {tag}"));
    assert_eq!((kept.status, &*kept.body, kept.header("etag")), (304, "", &*tag));
    assert_eq!(again("/search?q=thang", &tag).status, 200);
    assert_eq!(again("/search?q=mai&lang=en", &tag).status, 200);
    assert_eq!(again("/search.csv?q=mai", &tag).status, 200);
    assert_eq!(site.get("/status").header("etag"), "");
}

#[test]
fn who_waits_too_long_is_told_to_come_again() {
    let site = Site::new();
    let permits = App::permits(site.app.options.workers) as u32;
    let all = site.app.permits.clone().try_acquire_many_owned(permits).expect("nobody else asks");
    let refused = site.get("/api/v1/search?q=mai");
    assert_eq!((refused.status, refused.header("retry-after")), (503, "1"));
    assert_eq!(site.get("/healthz").status, 200);
    drop(all);
    assert_eq!(site.get("/api/v1/search?q=mai").status, 200);
    let metrics = site.get("/metrics").body;
    assert!(metrics.contains("tracuu_busy_total 1"), "{metrics}");
    assert!(metrics.contains("tracuu_requests_total{route=\"/api/v1/search\",status=\"5xx\"} 1"), "{metrics}");
}

#[test]
fn style_and_script_are_kept_for_good() {
    let site = Site::new();
    let page = site.get("/").body;
    for start in ["href=\"/static/", "src=\"/static/"] {
        let at = page.find(start).expect("it is linked") + start.len() - "/static/".len();
        let path = page[at..].split('"').next().expect("it ends");
        let answered = site.get(path);
        assert_eq!(answered.status, 200, "{path}");
        assert!(answered.header("cache-control").contains("immutable"), "{path}");
    }
}
