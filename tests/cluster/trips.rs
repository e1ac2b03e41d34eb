//! How many round trips a search takes: counted on the way.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::nodes::{Nodes, Place};
use crate::standing::decrees;

/// What the first line of each request ends in.
const REQUEST: &[u8] = b" HTTP/1.1\r\n";

/// Hands all on to a host, and counts the requests.
pub fn counting(host: String) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let (address, counted) = (listener.local_addr().unwrap().to_string(), Arc::new(AtomicUsize::new(0)));
    let requests = Arc::clone(&counted);
    thread::spawn(move || {
        for client in listener.incoming().map_while(Result::ok) {
            let server = TcpStream::connect(&host).unwrap();
            let (back, forth) = (server.try_clone().unwrap(), client.try_clone().unwrap());
            thread::spawn(move || pass_on(back, client, &AtomicUsize::new(0)));
            let requests = Arc::clone(&requests);
            thread::spawn(move || pass_on(forth, server, &requests));
        }
    });
    (address, counted)
}

fn pass_on(mut from: TcpStream, mut to: TcpStream, requests: &AtomicUsize) {
    let (mut bytes, mut before) = (vec![0; 1 << 16], Vec::new());
    while let Ok(read @ 1..) = from.read(&mut bytes) {
        before.extend_from_slice(&bytes[..read]);
        requests.fetch_add(before.windows(REQUEST.len()).filter(|part| *part == REQUEST).count(), Ordering::SeqCst);
        before.drain(..before.len().saturating_sub(REQUEST.len() - 1));
        if to.write_all(&bytes[..read]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}

#[test]
fn a_search_takes_four_trips_and_one_to_open_the_index() {
    let Some(nodes) = Nodes::given() else { return };
    let (host, counted) = counting(nodes.hosts().split(',').next().unwrap().to_owned());
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let far = Place::at(nodes.fresh());
    far.done(&["index", corpus, &decrees(&far)]);
    let name = far.index.rsplit('/').next().unwrap().to_owned();
    let through = Place::at(format!("http://{host}/{name}"));
    for query in [
        "đại hội công đoàn tỉnh",
        "142/KH-LĐLĐ",
        "ai là thư ký năm 1957",
        "\"đại hội lần thứ hai\"",
        "hội nghị tháng 4 năm 2021",
        // what ends the documents of its hits is told too
        "nuôi ong lấy mật",
    ] {
        counted.store(0, Ordering::SeqCst);
        let answer = through.json(&["search", "--", query]);
        assert!(answer["hits"].as_array().is_some_and(|hits| !hits.is_empty()), "{query}");
        assert!(counted.load(Ordering::SeqCst) <= 5, "{query}: {}", counted.load(Ordering::SeqCst));
    }
}
