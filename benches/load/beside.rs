//! Each query by one connection and by a call of the library, in turn, to what the way there and back costs.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use tracuu::archive::Archive;
use tracuu::search::Request;

use crate::Paths;
use crate::client::Client;

/// Tells both medians, and the median of the differences.
pub async fn run(index: &Path, address: &str, lines: &[&str], paths: &Paths, time: Duration) -> String {
    let archive = Archive::open(index).expect("an index that is served");
    let mut client = Client::new(address);
    // what is read for the first time counts for nothing
    for line in lines {
        black_box(archive.search(&Request::new(*line)).expect("a sound index"));
    }
    let (mut served, mut called, mut more) = (Vec::new(), Vec::new(), Vec::new());
    let end = Instant::now() + time;
    for (at, line) in (0..lines.len()).cycle().map(|at| (at, lines[at])) {
        if Instant::now() > end {
            break;
        }
        let path = paths(at);
        let call = || {
            let started = Instant::now();
            black_box(archive.search(&Request::new(line)).expect("a sound index"));
            ms(started.elapsed())
        };
        // whoever is second finds in the processor's caches what the first has read
        let first = served.len() % 2 == 1;
        let before = first.then(call);
        let started = Instant::now();
        let status = client.get(&path).await;
        let by_way = ms(started.elapsed());
        let by_call = before.unwrap_or_else(call);
        assert_eq!(status, 200, "{path}");
        served.push(by_way);
        called.push(by_call);
        more.push(by_way - by_call);
    }
    let count = more.len();
    let [served, called, more] = [served, called, more].map(median);
    format!("one connection, {count} queries: {served:.2} ms, the library {called:.2} ms, {more:.2} ms more")
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}
