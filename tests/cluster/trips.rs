//! How many round trips a search takes: counted on the way.

use std::fs;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::Value;

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

/// Every so many-th query of a file beside the tests.
fn queries(file: &str, name: &str, step: usize) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file);
    let lines = fs::read_to_string(path).unwrap();
    let query = |line: &str| serde_json::from_str::<Value>(line).unwrap()[name].as_str().unwrap().to_owned();
    lines.lines().step_by(step).map(query).collect()
}

/// Of each kind some that the files do not have.
const OTHERS: [&str; 24] = [
    "đại hội công đoàn tỉnh",
    "142/KH-LĐLĐ",
    "kế hoạch 31",
    "ai là thư ký năm 1957",
    "\"đại hội lần thứ hai\"",
    "hội nghị tháng 4 năm 2021",
    // what ends the documents of its hits is told too
    "nuôi ong lấy mật",
    "nghị định nào thay thế Nghị định 13/2017/NĐ-CP",
    "Nghị định số 13/2017/NĐ-CP còn hiệu lực không",
    "Điều 2 Nghị định 17/2017/NĐ-CP",
    "khoan 1 dieu 2 luat nuoi ong 2017",
    "dai hoi cong doan tinh",
    "LĐLĐ tỉnh",
    "ủy ban nhân dân tỉnh",
    "đại hôị công đòan",
    "cong doann",
    "ông Sơn",
    "người:\"Đỗ Văn Thắng\" đại hội",
    "số:142 kế hoạch",
    "ngày:2021 hội nghị",
    "hội nghị -tỉnh",
    "in-force:2018 nuôi ong",
    "-người:\"Đỗ Văn Thắng\" đại hội",
    "việc thứ 1",
];

#[test]
fn a_search_takes_four_trips_and_one_to_open_the_index() {
    let Some(nodes) = Nodes::given() else { return };
    let (host, counted) = counting(nodes.hosts().split(',').next().unwrap().to_owned());
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let far = Place::at(nodes.fresh());
    // so many passages that no word is taken to be well spelt before it is looked up
    far.done(&["index", corpus, &decrees(&far), &far.documents(1000)]);
    let name = far.index.rsplit('/').next().unwrap().to_owned();
    let through = Place::at(format!("http://{host}/{name}"));
    let mut asked: Vec<String> = OTHERS.map(str::to_owned).into();
    asked.extend(queries("queries.jsonl", "query", 4));
    asked.extend(queries("slips.jsonl", "slip", 6));
    let (mut more, mut all) = (Vec::new(), 0);
    for query in &asked {
        counted.store(0, Ordering::SeqCst);
        through.json(&["search", "--", query]);
        let trips = counted.load(Ordering::SeqCst) - 1;
        all += trips;
        if trips > 4 {
            more.push((query, trips));
        }
    }
    println!("{} queries, {:.2} trips each", asked.len(), all as f64 / asked.len() as f64);
    // a fifth, where what was corrected has to be read anew: a number, words without diacritics
    assert!(more.iter().all(|(_, trips)| *trips == 5), "{more:?}");
    assert!(more.len() * 20 <= asked.len(), "{} of {}: {more:?}", more.len(), asked.len());
}
