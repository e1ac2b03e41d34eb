//! The figures of an archive in a cluster beside the same in a folder; `benches/cluster.sh` tells what they are made of.
//! Nothing is measured unless that asks for it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::nodes::{Nodes, Place};
use crate::trips::counting;

/// What is measured, as the script hands it on.
struct Wanted {
    documents: PathBuf,
    queries: Vec<PathBuf>,
    count: usize,
    asked: usize,
    kills: usize,
    /// Documents of each run that is killed, or whose node is.
    killed: usize,
}

impl Wanted {
    fn given() -> Option<Self> {
        let set = |name: &str| std::env::var(format!("TRACUU_TABLE_{name}")).ok();
        let number = |name: &str| set(name).unwrap().parse().unwrap();
        Some(Self {
            documents: set("DOCUMENTS")?.into(),
            queries: std::env::split_paths(&set("QUERIES").unwrap()).collect(),
            count: number("COUNT"),
            asked: number("ASKED"),
            kills: number("KILLS"),
            killed: number("KILLED"),
        })
    }
}

fn lines(file: &Path) -> impl Iterator<Item = Value> {
    let lines = BufReader::new(File::open(file).unwrap()).lines();
    lines.map(|line| serde_json::from_str(&line.unwrap()).unwrap())
}

/// Writes every so many-th document to a file of its own, of all of them as many as are wanted.
fn write_documents(from: &Path, folder: &Path, count: usize) -> Vec<PathBuf> {
    fs::create_dir_all(folder).unwrap();
    let all = BufReader::new(File::open(from).unwrap()).lines().count();
    let step = (all / count).max(1);
    let write = |(at, document): (usize, Value)| {
        let file = folder.join(format!("{at}.txt"));
        let part = |name: &str| document[name].as_str().unwrap_or_default().to_owned();
        fs::write(&file, format!("{}\n\n{}\n", part("title"), part("text"))).unwrap();
        file
    };
    lines(from).step_by(step).take(count).enumerate().map(write).collect()
}

/// As many queries of each file, spread over it.
fn read_queries(files: &[PathBuf], asked: usize) -> Vec<String> {
    let each = asked.div_ceil(files.len().max(1));
    let of_file = |file: &PathBuf| {
        let all: Vec<String> = lines(file).map(|line| line["query"].as_str().unwrap().to_owned()).collect();
        let step = (all.len() / each).max(1);
        all.into_iter().step_by(step).take(each).collect::<Vec<_>>()
    };
    files.iter().flat_map(of_file).take(asked).collect()
}

/// What is found for each query, and how long each took, in milliseconds.
fn ask(place: &Place, queries: &[String]) -> (Vec<Vec<String>>, Vec<f64>) {
    let typed = place.path("queries.txt");
    fs::write(&typed, queries.join("\n") + "\n").unwrap();
    let output = place.command(&["--json", "search", "--batch", typed.to_str().unwrap()]).output().unwrap();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
    let answers = output.stdout.lines().map(|line| serde_json::from_str::<Value>(&line.unwrap()).unwrap());
    let (found, times): (Vec<Vec<String>>, Vec<f64>) = answers
        .map(|answer| {
            let hits = answer["hits"].as_array().unwrap();
            let found = hits.iter().map(|hit| format!("{} {}", hit["doc"], hit["lines"])).collect();
            (found, answer["took_ms"].as_f64().unwrap())
        })
        .unzip();
    assert_eq!(found.len(), queries.len());
    (found, times)
}

fn percentile(times: &[f64], share: f64) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times[((times.len() as f64 * share) as usize).min(times.len() - 1)]
}

/// Compares what both find, and tells it.
fn compare(what: &str, near: &Place, far: &Place, queries: &[String]) {
    let ((one, near_times), (two, far_times)) = (ask(near, queries), ask(far, queries));
    let same = one.iter().zip(&two).filter(|(one, two)| one.first() == two.first()).count();
    let overlap = |(one, two): (&Vec<String>, &Vec<String>)| {
        let common = one.iter().collect::<BTreeSet<_>>().intersection(&two.iter().collect()).count();
        if one.is_empty() && two.is_empty() { 1.0 } else { common as f64 / one.len().max(two.len()) as f64 }
    };
    let overlap: f64 = one.iter().zip(&two).map(overlap).sum::<f64>() / queries.len() as f64;
    let share = same as f64 / queries.len() as f64;
    println!("{what}: same first hit {same} of {} ({share:.3}), overlap of the first ten {overlap:.3}", queries.len());
    for (place, times) in [("folder", near_times), ("cluster", far_times)] {
        let [half, most] = [0.5, 0.99].map(|share| percentile(&times, share));
        println!("{what}: {place} p50 {half:.1} ms, p99 {most:.1} ms");
    }
}

fn trips(nodes: &Nodes, far: &Place, queries: &[String]) {
    let (host, counted) = counting(nodes.hosts().split(',').next().unwrap().to_owned());
    let through = Place::at(format!("http://{host}/{}", far.index.rsplit('/').next().unwrap()));
    let count = |query: &String| {
        counted.store(0, Ordering::SeqCst);
        through.json(&["search", "--", query]);
        counted.load(Ordering::SeqCst) - 1
    };
    let counts: Vec<usize> = queries.iter().map(count).collect();
    let (all, most) = (counts.iter().sum::<usize>(), counts.iter().max().unwrap());
    let within = counts.iter().filter(|count| **count <= 4).count();
    let mean = all as f64 / counts.len() as f64;
    println!(
        "trips a query beside that which opens: mean {mean:.2}, most {most}, at most four in {within} of {}",
        counts.len()
    );
}

/// Moments within a time, the same in each run.
fn moments(count: usize, within: Duration) -> impl Iterator<Item = Duration> {
    let mut state = 20_261_130_u64;
    std::iter::repeat_with(move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        within.mul_f64((state >> 33) as f64 / (1_u64 << 31) as f64)
    })
    .take(count)
}

/// Kills nodes, then the program, at moments of a run of its own each.
fn kill(nodes: &Nodes, wanted: &Wanted) {
    let near = Place::at("");
    let folder = near.path("docs");
    write_documents(&wanted.documents, &folder, wanted.killed);
    let folder = folder.to_str().unwrap();
    let whole = Place::at(nodes.fresh());
    let begun = Instant::now();
    whole.done(&["index", folder]);
    let (took, expected) = (begun.elapsed(), whole.size());
    println!("a run of {} documents: {expected:?}, {:.1} s", wanted.killed, took.as_secs_f64());
    let mut right = 0;
    for (at, moment) in moments(wanted.kills, took).enumerate() {
        let far = Place::at(nodes.fresh());
        let run = far.spawn(&["index", folder]);
        sleep(moment);
        nodes.signal(2 + (at % 2) as u16, "-9");
        let output = run.wait_with_output().unwrap();
        nodes.start();
        let size = far.size();
        let is_right = output.status.success() && size == expected;
        right += usize::from(is_right);
        let code = output.status.code();
        println!("a node killed after {:.1} s: exit {code:?}, {size:?}, right: {is_right}", moment.as_secs_f64());
    }
    println!("nodes killed: {right} of {} right", wanted.kills);
    right = 0;
    for moment in moments(wanted.kills, took) {
        let far = Place::at(nodes.fresh());
        let mut run = far.spawn(&["index", folder]);
        sleep(moment);
        // it may be done
        let _ = run.kill();
        run.wait().unwrap();
        far.done(&["index", folder]);
        let size = far.size();
        right += usize::from(size == expected);
        println!("the program killed after {:.1} s, run again: {size:?}", moment.as_secs_f64());
    }
    println!("the program killed: {right} of {} right", wanted.kills);
}

#[test]
fn the_table() {
    let Some(wanted) = Wanted::given() else { return };
    let nodes = Nodes::given().unwrap();
    let mut near = Place::at("");
    near.index = near.path("index").to_str().unwrap().to_owned();
    let folder = near.path("docs");
    let documents = write_documents(&wanted.documents, &folder, wanted.count);
    let queries = read_queries(&wanted.queries, wanted.asked);
    let bytes: u64 = documents.iter().map(|file| fs::metadata(file).unwrap().len()).sum();
    println!("{} documents, {:.1} MB, {} queries", documents.len(), bytes as f64 / 1e6, queries.len());
    let far = Place::at(nodes.fresh());
    let both = |what: &str| {
        for (name, place) in [("folder", &near), ("cluster", &far)] {
            let begun = Instant::now();
            place.done(&["index", folder.to_str().unwrap()]);
            println!("{what}: {name} {:.1} s, {:?}", begun.elapsed().as_secs_f64(), place.size());
        }
    };
    both("first run");
    compare("first run", &near, &far, &queries);
    trips(&nodes, &far, &queries);
    for (at, file) in documents.iter().enumerate() {
        match at % 10 {
            3 => fs::remove_file(file).unwrap(),
            7 => {
                let text = fs::read_to_string(file).unwrap();
                fs::write(file, format!("{text}\nĐã sửa đổi, bổ sung lần thứ {at}.\n")).unwrap();
            }
            _ => {}
        }
    }
    both("a tenth deleted, a tenth changed");
    compare("a tenth deleted, a tenth changed", &near, &far, &queries);
    nodes.signal(3, "-9");
    compare("a node down", &near, &far, &queries);
    nodes.start();
    kill(&nodes, &wanted);
}
