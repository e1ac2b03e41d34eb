//! The program serves over real connections: it tells where, follows an index run, bears a crowd, ends in good order.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::Place;

/// A server that runs, and where.
struct Serving {
    child: Child,
    address: String,
}

impl Serving {
    fn start(place: &Place, options: &[&str]) -> Self {
        let arguments = [&["serve", "--listen", "127.0.0.1:0"], options].concat();
        let mut child = place.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://").unwrap_or_else(|| panic!("{line:?}")).to_owned();
        Self { child, address }
    }

    /// Status and body of an address.
    fn get(&self, path: &str) -> (u16, String) {
        get(&self.address, path)
    }

    fn generation(&self) -> String {
        let (status, body) = self.get("/api/v1/status");
        assert_eq!(status, 200, "{body}");
        serde_json::from_str::<Value>(&body).unwrap()["generation"].as_str().unwrap().to_owned()
    }

    /// Ends it as a system does, and tells the exit code.
    fn end(mut self) -> Option<i32> {
        Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        self.child.wait().unwrap().code()
    }
}

fn get(address: &str, path: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{answer:?}"));
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let length =
        head.lines().find_map(|line| line.strip_prefix("content-length: ")).map(|length| length.parse().unwrap());
    assert!(length.is_none_or(|length: usize| length == body.len()), "it was cut: {head}");
    (status, body.to_owned())
}

#[test]
fn a_corpus_is_indexed_and_served_and_runs_of_index_are_seen() {
    let place = Place::new(&[("corpus/mot.txt", "Ông Đỗ Văn Thắng họp ngày 3/4/2021.".as_bytes())]);
    let server = Serving::start(&place, &["--access-log", "access.log"]);
    let (status, body) = server.get("/search?q=do+van+thang");
    assert_eq!(status, 200);
    assert!(body.contains("<mark>Đỗ Văn Thắng</mark>"), "{body}");
    let before = server.generation();
    place.write("corpus/hai.txt", "Bà Lò Thị Mai làm Thư ký.".as_bytes());
    assert_eq!(place.run(&["index"]).code, Some(0));
    let since = Instant::now();
    while server.generation() == before {
        assert!(since.elapsed() < Duration::from_secs(20), "the commit was never seen");
        thread::sleep(Duration::from_millis(50));
    }
    let (_, body) = server.get("/api/v1/search?q=lo+thi+mai");
    assert!(body.contains("corpus/hai.txt"), "{body}");
    assert_eq!(server.end(), Some(0));
    let log = std::fs::read_to_string(place.path("access.log")).unwrap();
    assert!(log.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()), "{log}");
    assert!(log.contains("\"path\":\"/search\"") && !log.contains("thang"), "{log}");
}

#[test]
fn what_has_begun_is_answered_though_the_server_ends() {
    let place = Place::indexed();
    let server = Serving::start(&place, &[]);
    let mut slow = TcpStream::connect(&server.address).unwrap();
    slow.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let body = "Ngày 1/2/2003 có Chỉ thị 06-CT/TU.";
    let head = format!(
        "POST /api/v1/extract HTTP/1.1\r\nhost: {}\r\ncontent-type: text/plain\r\ncontent-length: {}\r\n\r\n",
        server.address,
        body.len()
    );
    slow.write_all(head.as_bytes()).unwrap();
    slow.write_all(&body.as_bytes()[..7]).unwrap();
    thread::sleep(Duration::from_millis(300));
    let rest = thread::spawn(move || {
        thread::sleep(Duration::from_millis(500));
        slow.write_all(&body.as_bytes()[7..]).unwrap();
        let mut answer = String::new();
        slow.read_to_string(&mut answer).unwrap();
        answer
    });
    let since = Instant::now();
    assert_eq!(server.end(), Some(0));
    assert!(since.elapsed() < Duration::from_secs(10));
    let answer = rest.join().unwrap();
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("06-CT/TU"), "{answer}");
}

#[test]
fn a_crowd_is_answered_or_told_to_come_again() {
    let place = Place::indexed();
    let server = Serving::start(&place, &["--workers", "1", "--max-wait", "1"]);
    // whoever takes nothing and whoever asks nothing hold nobody else up
    let mut idle: Vec<TcpStream> = (0..20).map(|_| TcpStream::connect(&server.address).unwrap()).collect();
    for stream in &mut idle {
        stream.write_all(b"GET /search?q=hai HTTP/1.1\r\nhost: loc").unwrap();
    }
    let ask = |at: usize| {
        let address = server.address.clone();
        thread::spawn(move || {
            (0..8).map(|_| get(&address, &format!("/api/v1/search?q=dai+hoi+{at}")).0).collect::<Vec<_>>()
        })
    };
    let crowd: Vec<_> = (0..16).map(ask).collect();
    let mut answered = 0;
    for statuses in crowd {
        for status in statuses.join().unwrap() {
            assert!([200, 503].contains(&status), "{status}");
            answered += usize::from(status == 200);
        }
    }
    assert!(answered > 0);
    assert_eq!(server.get("/api/v1/search?q=hai").0, 200);
    drop(idle);
    assert_eq!(server.end(), Some(0));
}

#[test]
fn others_are_let_in_only_where_that_was_said() {
    let place = Place::indexed();
    place.write("short", b"abc\n");
    let check = |arguments: &[&str], said: &str| {
        let run = place.run(&[&["serve"], arguments].concat());
        assert_eq!(run.code, Some(2), "{arguments:?}");
        assert!(run.err.contains(said), "{arguments:?}: {}", run.err);
    };
    check(&["--listen", "0.0.0.0:0"], "--token-file");
    check(&["--token-file", "short"], "token");
    check(&["--token-file", "none"], "none");
    check(&["--listen", "x"], "--listen");
    check(&["--log-queries"], "--access-log");
    let empty = tempfile::tempdir().unwrap();
    let run = crate::support::Run::of(crate::support::program(empty.path(), &["serve"]).output().unwrap());
    assert_eq!(run.code, Some(2), "{}", run.err);
}
