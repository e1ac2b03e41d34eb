//! `index --watch` follows what changes and ends in good order.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{Place, hold_lock};

/// Nothing takes longer, even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that watches, and the lines that it prints.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(place: &Place, paths: &[&str]) -> Self {
        let arguments: Vec<&str> = ["--json", "index", "--watch"].iter().chain(paths).copied().collect();
        let mut child = place.command(&arguments).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, lines }
    }

    /// The next summary.
    fn next(&self) -> Value {
        serde_json::from_str(&self.lines.recv_timeout(PATIENCE).unwrap()).unwrap()
    }

    /// Sends a signal and waits for the end.
    fn end(&mut self, signal: &str) -> ExitStatus {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(started.elapsed() < PATIENCE, "it does not end");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // a test that failed leaves nothing behind
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits until a query has so many hits.
fn wait_for(place: &Place, query: &str, total: u64) {
    let started = Instant::now();
    loop {
        let run = place.run(&["--json", "search", query]);
        if run.json()[0]["total"] == total {
            return;
        }
        assert!(started.elapsed() < PATIENCE, "{query}: {}", run.out);
        thread::sleep(Duration::from_millis(50));
    }
}

/// Waits until the first hit of a query lies in this document.
#[cfg(unix)]
fn wait_for_place(place: &Place, query: &str, doc: &str) {
    let started = Instant::now();
    while place.run(&["--json", "search", query]).json()[0]["hits"][0]["doc"] != doc {
        assert!(started.elapsed() < PATIENCE, "{query} in {doc}");
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn changes_are_followed_until_the_end() {
    let place = Place::new(&[("corpus/a.txt", "công đoàn".as_bytes()), ("single.txt", "thi đua".as_bytes())]);
    let mut watching = Watching::start(&place, &["corpus", "single.txt"]);
    assert_eq!(watching.next()["read"], 2);
    place.write("corpus/b.txt", "đại hội".as_bytes());
    assert_eq!(watching.next()["documents"], 3);
    wait_for(&place, "dai hoi", 1);
    place.write("corpus/a.txt", "nghị quyết".as_bytes());
    wait_for(&place, "nghi quyet", 1);
    wait_for(&place, "cong doan", 0);
    // in a folder that is new, too
    fs::create_dir_all(place.path("corpus/x/y")).unwrap();
    place.write("corpus/x/y/c.txt", "lao động".as_bytes());
    wait_for(&place, "lao dong", 1);
    place.write("corpus/x/y/c.txt", "tiền lương".as_bytes());
    wait_for(&place, "tien luong", 1);
    fs::remove_dir_all(place.path("corpus/x")).unwrap();
    wait_for(&place, "tien luong", 0);
    // and behind a link that is
    #[cfg(unix)]
    {
        fs::create_dir(place.path("shelf")).unwrap();
        place.write("shelf/s.txt", "kỷ luật".as_bytes());
        std::os::unix::fs::symlink("../shelf", place.path("corpus/link")).unwrap();
        wait_for(&place, "ky luat", 1);
        place.write("shelf/t.txt", "thanh tra".as_bytes());
        wait_for(&place, "thanh tra", 1);
        std::os::unix::fs::symlink("../shelf", place.path("corpus/second")).unwrap();
        fs::remove_file(place.path("corpus/link")).unwrap();
        wait_for_place(&place, "thanh tra", "corpus/second/t.txt");
        place.write("shelf/u.txt", "truy tặng".as_bytes());
        wait_for(&place, "truy tang", 1);
        fs::remove_file(place.path("corpus/second")).unwrap();
        wait_for(&place, "thanh tra", 0);
    }
    // editors put a new file in the place of the old
    place.write("new", "khen thưởng".as_bytes());
    fs::rename(place.path("new"), place.path("single.txt")).unwrap();
    wait_for(&place, "khen thuong", 1);
    // the folder itself: what it held stays until it is back
    fs::rename(place.path("corpus"), place.path("away")).unwrap();
    place.write("single.txt", "xây dựng".as_bytes());
    wait_for(&place, "xay dung", 1);
    wait_for(&place, "dai hoi", 1);
    fs::rename(place.path("away"), place.path("corpus")).unwrap();
    place.write("corpus/b.txt", "bầu cử".as_bytes());
    wait_for(&place, "bau cu", 1);
    assert_eq!(watching.end("-TERM").code(), Some(0));
    assert_eq!(place.run(&["status", "--check"]).code, Some(0));
}

#[test]
fn it_ends_at_once_while_it_indexes_or_waits() {
    let place = Place::new(&[("corpus/a.txt", "công đoàn".as_bytes())]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    let line = format!("{}\n", "thi đua khen thưởng ".repeat(200));
    let lines = (0..2000).map(|id| format!("{{\"id\": \"{id}\", \"text\": \"{}\"}}\n", line.trim_end()));
    place.write("corpus/large.jsonl", lines.collect::<String>().as_bytes());
    let mut watching = Watching::start(&place, &["corpus"]);
    let holder = place.path("index/.writer");
    let started = Instant::now();
    while !holder.exists() && started.elapsed() < PATIENCE {
        thread::sleep(Duration::from_millis(2));
    }
    assert_eq!(watching.end("-INT").code(), Some(0));
    wait_for(&place, "cong doan", 1);
    assert!(!holder.exists());
    let lock = hold_lock(&place.path("index"));
    let mut waiting = Watching::start(&place, &["corpus"]);
    thread::sleep(Duration::from_millis(500));
    assert_eq!(waiting.end("-TERM").code(), Some(0));
    drop(lock);
}
