//! The program serves over real connections: it tells where, follows an index run, bears a crowd, ends in good order.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::reading::pdf;
use crate::support::Place;

/// Longer than any machine takes.
const PATIENCE: Duration = Duration::from_secs(120);

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

/// Sends JSON, and tells status and body of the answer.
fn post(address: &str, path: &str, accept: &str, body: &Value) -> (u16, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let body = body.to_string();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-type: application/json\r\naccept: \
         {accept}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all((head + &body).as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    whole(answer)
}

/// What is answered, head and body.
fn send(address: &str, method: &str, path: &str) -> Vec<u8> {
    try_send(address, method, path).unwrap()
}

fn try_send(address: &str, method: &str, path: &str) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(format!("{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n").as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}

fn get(address: &str, path: &str) -> (u16, String) {
    whole(send(address, "GET", path))
}

/// Status and body of an answer of which nothing is missing.
fn whole(answer: Vec<u8>) -> (u16, String) {
    let answer = String::from_utf8(answer).unwrap();
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
        assert!(since.elapsed() < PATIENCE, "the commit was never seen");
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
fn assistants_are_answered_where_that_was_said() {
    let place = Place::new(&[("corpus/a.txt", "Đồng chí Lò Thị Mai dự họp.".as_bytes())]);
    let arguments = json!({"query": "lo thi mai"});
    let call = json!({"jsonrpc": "2.0", "id": 1, "method": "tools/call",
        "params": {"name": "search_passages", "arguments": arguments}});
    let accept = "application/json, text/event-stream";
    let server = Serving::start(&place, &[]);
    assert_eq!(post(&server.address, "/mcp", accept, &call).0, 404);
    assert_eq!(server.end(), Some(0));
    let server = Serving::start(&place, &["--mcp", "--lang", "en"]);
    let (status, body) = post(&server.address, "/mcp", accept, &call);
    let answer: Value = serde_json::from_str(&body).unwrap_or_else(|error| panic!("{error}: {body}"));
    let text = &answer["result"]["structuredContent"]["hits"][0]["text"];
    assert_eq!((status, text), (200, &json!("Đồng chí Lò Thị Mai dự họp.")), "{answer}");
    place.write("corpus/b.txt", "Chị Mai đi họp.".as_bytes());
    assert_eq!(place.run(&["index"]).code, Some(0));
    let (_, body) = post(&server.address, "/mcp", accept, &call);
    assert!(body.contains("corpus/a.txt"), "{body}");
    assert_eq!(server.end(), Some(0));
}

#[test]
fn what_has_begun_is_answered_though_the_server_ends() {
    let place = Place::indexed();
    let server = Serving::start(&place, &[]);
    let mut slow = TcpStream::connect(&server.address).unwrap();
    slow.set_read_timeout(Some(PATIENCE)).unwrap();
    let body = "Ngày 1/2/2003 có Chỉ thị 06-CT/TU.";
    let head = format!(
        "POST /api/v1/extract HTTP/1.1\r\nhost: {}\r\ncontent-type: text/plain\r\ncontent-length: {}\r\nexpect: 100-continue\r\n\r\n",
        server.address,
        body.len()
    );
    slow.write_all(head.as_bytes()).unwrap();
    // it waits for the body: the request has begun
    let mut told = [0; 25];
    slow.read_exact(&mut told).unwrap();
    assert_eq!(&told, b"HTTP/1.1 100 Continue\r\n\r\n");
    slow.write_all(&body.as_bytes()[..7]).unwrap();
    let rest = thread::spawn(move || {
        thread::sleep(Duration::from_millis(300));
        slow.write_all(&body.as_bytes()[7..]).unwrap();
        let mut answer = String::new();
        slow.read_to_string(&mut answer).unwrap();
        answer
    });
    assert_eq!(server.end(), Some(0));
    let answer = rest.join().unwrap();
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("06-CT/TU"), "{answer}");
}

#[test]
fn runs_of_index_and_the_end_cut_nobody_off() {
    let place = Place::indexed();
    let server = Serving::start(&place, &["--max-wait", "60000"]);
    let is_over = Arc::new(AtomicBool::new(false));
    let ask = |_| {
        let (address, is_over) = (server.address.clone(), Arc::clone(&is_over));
        thread::spawn(move || {
            let mut answered = 0;
            // a server that has ended takes no connection, or closes one on which nothing was begun
            while let Ok(answer) = try_send(&address, "GET", "/search?q=dai+hoi")
                && !answer.is_empty()
            {
                let (status, _) = whole(answer);
                let is_right = status == 200 || status == 503 && is_over.load(Ordering::Relaxed);
                assert!(is_right, "{status}");
                answered += 1;
            }
            assert!(is_over.load(Ordering::Relaxed), "it ended by itself");
            answered
        })
    };
    let asking: Vec<_> = (0..4).map(ask).collect();
    for at in 0..3 {
        let before = server.generation();
        place.write(&format!("corpus/{at}.txt"), format!("Đại hội lần thứ {at}").as_bytes());
        assert_eq!(place.run(&["index"]).code, Some(0));
        let since = Instant::now();
        while server.generation() == before {
            assert!(since.elapsed() < PATIENCE, "the commit was never seen");
            thread::sleep(Duration::from_millis(20));
        }
    }
    is_over.store(true, Ordering::Relaxed);
    assert_eq!(server.end(), Some(0));
    for asking in asking {
        assert!(asking.join().unwrap() > 0);
    }
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
fn a_pdf_is_shown_at_the_page_of_the_hit_and_all_else_is_saved() {
    let pages = pdf(&["Thong bao", "Thu ky Lo Thi Mai"]);
    let place = Place::new(&[("corpus/thu.pdf", &pages), ("corpus/tin.txt", b"Lo Thi Mai")]);
    place.write("corpus/gia.html", b"<script>alert(1)</script><p>Lo Thi Mai");
    place.run(&["index"]);
    let server = Serving::start(&place, &["--serve-files"]);
    let (_, found) = server.get("/search?q=lo+thi+mai");
    assert!(found.contains("href=\"/file/corpus/thu.pdf?inline=true#page=2\""), "{found}");
    let check = |path: &str, kind: &str, way: &str, policy: &str| {
        let head = send(&server.address, "HEAD", path);
        let head = String::from_utf8_lossy(&head);
        for line in [
            format!("content-type: {kind}"),
            format!("content-disposition: {way}; "),
            format!("content-security-policy: {policy}\r\n"),
        ] {
            assert!(head.contains(&line), "{path}: {head}");
        }
    };
    let sandbox = "default-src 'none'; sandbox";
    check("/file/corpus/thu.pdf?inline=true", "application/pdf", "inline", "default-src 'none'");
    check("/file/corpus/thu.pdf", "application/octet-stream", "attachment", sandbox);
    check("/file/corpus/tin.txt?inline=true", "application/octet-stream", "attachment", sandbox);
    check("/file/corpus/gia.html?inline=true", "application/octet-stream", "attachment", sandbox);
    assert!(send(&server.address, "GET", "/file/corpus/thu.pdf?inline=true").ends_with(&pages));
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
    check(&["--only", "none"], "none is no path or name of a root: `tracuu status` lists them");
    let empty = tempfile::tempdir().unwrap();
    let run = crate::support::Run::of(crate::support::program(empty.path(), &["serve"]).output().unwrap());
    assert_eq!(run.code, Some(2), "{}", run.err);
}
