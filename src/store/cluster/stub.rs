//! A node that answers as it is told to: for what real ones do seldom.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::Value;

use super::client::Client;

/// What a node was asked: the method and path, and what was sent with them.
pub(super) type Request = (String, String);

/// A node, and what it was asked so far.
pub(super) struct Stub {
    pub(super) client: Client,
    asked: Arc<Mutex<Vec<Request>>>,
}

impl Stub {
    /// One that answers by a status and an object; the number of each request is told to it, from 0.
    pub(super) fn of(answer: impl Fn(usize, &Request) -> (u16, Value) + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
        let host = listener.local_addr().expect("it has one");
        let client = Client::of(Path::new(&format!("http://{host}/kho"))).expect("it is an address");
        let asked = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let request = read(&stream);
                let mut noted = noted.lock().expect("nobody panics with it");
                let (status, said) = answer(noted.len(), &request);
                noted.push(request);
                let said = said.to_string();
                let head =
                    format!("HTTP/1.1 {status} X\r\nconnection: close\r\ncontent-length: {}\r\n\r\n", said.len());
                // who has gone needs no answer
                let _ = (&stream).write_all((head + &said).as_bytes());
            }
        });
        Self { client, asked }
    }

    /// What it was asked so far.
    pub(super) fn asked(&self) -> Vec<Request> {
        self.asked.lock().expect("nobody panics with it").clone()
    }
}

fn read(stream: &TcpStream) -> Request {
    let mut reader = BufReader::new(stream);
    let (mut line, mut first, mut length) = (String::new(), String::new(), 0);
    while reader.read_line(&mut line).is_ok_and(|read| read > 2) {
        if first.is_empty() {
            first = line.trim_end_matches(" HTTP/1.1\r\n").to_owned();
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().expect("it is a number");
        }
        line.clear();
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("all of it comes");
    (first, String::from_utf8(body).expect("it is text"))
}
