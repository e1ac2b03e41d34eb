//! New commits come into service; one that cannot be read does not, and is told.

use std::fs;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use super::Site;
use crate::server::follow;

/// Waits until something holds.
fn wait_for(what: impl Fn() -> bool) {
    let since = Instant::now();
    while !what() {
        assert!(since.elapsed() < Duration::from_secs(120), "it never came");
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn commits_are_followed_and_damage_leaves_the_last_good_one() {
    let site = Site::new();
    let app = Arc::clone(&site.app);
    let following = Arc::clone(&app);
    let follower = thread::spawn(move || follow::follow(&following));
    let generation = || app.edition().map(|edition| edition.generation.clone()).unwrap_or_default();
    let first = generation();
    let tag = site.get("/search?q=h%E1%BA%A3i").header("etag").to_owned();
    site.write("moi.txt", "Ông Lê Kim Hải nhận chức Thư ký.");
    wait_for(|| generation() != first);
    let found = site.ask("GET", "/api/v1/search?q=le+kim+hai", &[("if-none-match", &tag)], "").json();
    assert_eq!(found["hits"][0]["doc"], "papers/moi.txt");
    assert_eq!(found["generation"], generation());
    assert_eq!(site.get("/readyz").status, 200);
    let meta = site.index().join("meta.json");
    let (whole, second) = (fs::read(&meta).expect("read"), generation());
    fs::write(&meta, "{").expect("written");
    wait_for(|| app.is_stale());
    let ready = site.get("/readyz");
    assert_eq!(ready.status, 503);
    assert!(ready.body.starts_with("stale"), "{}", ready.body);
    let answered = site.get("/api/v1/search?q=le+kim+hai");
    assert_eq!((answered.status, answered.json()["generation"].as_str()), (200, Some(&*second)));
    assert!(site.get("/").body.contains("Không mở được chỉ mục mới nhất"));
    fs::write(&meta, whole).expect("written");
    wait_for(|| !app.is_stale());
    assert_eq!(site.get("/readyz").status, 200);
    app.note_stopping();
    assert_eq!(site.get("/readyz").status, 503);
    follower.join().expect("it ends");
}
