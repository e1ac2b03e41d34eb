//! Whoever sends or takes a byte at a time is given up, and nobody waits for them.

use std::fs;
use std::io::{Cursor, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{NEWS, Site, options};
use crate::archive::Archive;
use crate::ingest::Job;
use crate::server::{Options, Times, serve};

/// More bytes than the system keeps for a connection.
const LARGE: usize = 12 << 20;

/// Longer than any machine takes.
const PATIENCE: Duration = Duration::from_secs(120);

/// A document with a large picture, which nobody has to look at for its text.
fn large() -> Vec<u8> {
    let text = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Thông báo</w:t></w:r></w:p></w:body></w:document>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in [("word/document.xml", text.as_bytes()), ("word/media/a.png", &vec![0; LARGE])] {
        zip.start_file(name, stored).expect("begun");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("ended").into_inner()
}

/// A server that listens.
struct Listening {
    address: SocketAddr,
    stop: Sender<()>,
    served: JoinHandle<bool>,
    site: Site,
}

impl Listening {
    fn start(set: impl FnOnce(&mut Options)) -> Self {
        let site = Site::of(&[("tin.txt", NEWS)]);
        let (archive, mut options) = (Archive::at(site.index()), options());
        options.max_wait = PATIENCE;
        options.workers = 2;
        set(&mut options);
        let ((stop, stopped), (tell, told)) = (mpsc::channel(), mpsc::channel());
        let served = thread::spawn(move || {
            serve(archive, options, stopped, |address| tell.send(address).expect("it is waited for")).is_ok()
        });
        let address = told.recv_timeout(PATIENCE).expect("it listens");
        Self { address, stop, served, site }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("it is set");
        stream
    }

    /// The status of an answer.
    fn get(&self, path: &str) -> String {
        self.answer(path).split(' ').nth(1).unwrap_or_default().to_owned()
    }

    /// How many connections are open, the one that asks for it among them.
    fn connections(&self) -> usize {
        let answer = self.answer("/metrics");
        let line = answer.lines().find_map(|line| line.strip_prefix("tracuu_connections "));
        line.and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("{answer}"))
    }

    fn answer(&self, path: &str) -> String {
        let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
        loop {
            let mut stream = self.connect();
            // a machine that stands still for a moment is taken for slow
            if stream.write_all(request.as_bytes()).is_ok() {
                let answer = rest(stream);
                if !answer.is_empty() {
                    return answer;
                }
            }
        }
    }

    fn end(self) {
        self.stop.send(()).expect("it runs");
        assert!(self.served.join().expect("it does not panic"));
    }
}

/// What is left to be read of a connection until its other end closes it.
fn rest(mut stream: TcpStream) -> String {
    let mut read = Vec::new();
    match stream.read_to_end(&mut read) {
        Ok(_) => {}
        // it was still being sent to
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        Err(error) => panic!("it is never closed: {error}"),
    }
    String::from_utf8_lossy(&read).into_owned()
}

#[test]
fn who_sends_a_byte_at_a_time_is_given_up() {
    let short = Duration::from_millis(200);
    let server = Listening::start(|options| options.times = Times { head: short, body: short, ..Times::default() });
    let body = "POST /api/v1/extract HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/plain\r\ncontent-length: 1000\r\n\r\nNg";
    for sent in ["G", "GET /search?q=mai HTTP/1.1\r\nhost: loc", body] {
        let mut slow = server.connect();
        slow.write_all(sent.as_bytes()).expect("sent");
        let mut dripping = slow.try_clone().expect("it is open");
        // until nobody is there any more
        let drip = thread::spawn(move || {
            while dripping.write_all(b"a").is_ok() {
                thread::sleep(Duration::from_millis(20));
            }
        });
        assert_eq!(server.get("/api/v1/search?q=mai"), "200");
        rest(slow);
        drip.join().expect("it ends");
    }
    let metrics = server.answer("/metrics");
    assert!(metrics.contains("{route=\"/api/v1/extract\",status=\"5xx\"} 1"), "{metrics}");
    server.end();
}

#[test]
fn who_takes_a_byte_at_a_time_is_given_up() {
    let taking = Duration::from_millis(200);
    let server = Listening::start(|options| {
        options.times = Times { taking, ..Times::default() };
        options.serves_files = true;
    });
    fs::write(server.site.path().join("papers/large.docx"), large()).expect("written");
    Archive::at(server.site.index()).update(&Job::default(), &()).expect("indexed");
    let since = Instant::now();
    while server.get("/doc/papers/large.docx") != "200" {
        assert!(since.elapsed() < PATIENCE, "it is never seen");
        thread::sleep(Duration::from_millis(20));
    }
    let mut slow: Vec<TcpStream> = (0..3).map(|_| server.connect()).collect();
    for stream in &mut slow {
        write!(stream, "GET /file/papers/large.docx HTTP/1.1\r\nhost: localhost\r\n\r\n").expect("sent");
        let mut byte = [0];
        stream.read_exact(&mut byte).expect("it begins");
    }
    assert_eq!(server.get("/api/v1/search?q=mai"), "200");
    let since = Instant::now();
    while server.connections() > 1 {
        assert!(since.elapsed() < PATIENCE, "they are never given up");
        for stream in &mut slow {
            // who was given up has something to read all the same
            let _ = stream.read(&mut [0]);
        }
        thread::sleep(Duration::from_millis(20));
    }
    assert!(slow.into_iter().all(|stream| rest(stream).len() < LARGE), "it was sent whole");
    server.end();
}
