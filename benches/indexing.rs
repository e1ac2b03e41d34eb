//! How fast text is analyzed and indexed, beside a bare index over the same passages in one run.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::bare::Bare;
use crate::support;
use criterion::{Criterion, Throughput};
use tracuu::archive::Archive;
use tracuu::corpus::Document;
use tracuu::ingest::Job;
use tracuu::mention::Mentions;
use tracuu::stages::{Analysis, Limits, divide, find};

/// How often each index is built, in turn; the medians count.
const ROUNDS: usize = 3;

pub fn analysis(criterion: &mut Criterion) {
    let text: String = support::documents(Path::new("corpus")).into_iter().map(|document| document.text).collect();
    let mut group = criterion.benchmark_group("analysis");
    group.throughput(Throughput::Bytes(text.len() as u64));
    let mut analysis = Analysis::default();
    group.bench_function("tokens", |b| {
        b.iter(|| {
            analysis.read(black_box(&text));
            black_box(analysis.folded_line().len())
        });
    });
    group.finish();
}

pub fn indexing(criterion: &mut Criterion) {
    let source = support::source();
    let passages = support::passages(&source);
    let bytes: usize = passages.iter().map(String::len).sum();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut sizes = (0, 0);
    for _ in 0..ROUNDS {
        let (took, size) = timed(|folder| {
            build(folder, &source);
        });
        ours.push(took);
        sizes.0 = size;
        let (took, size) = timed(|folder| drop(Bare::build(folder, &passages)));
        theirs.push(took);
        sizes.1 = size;
    }
    ours.sort();
    theirs.sort();
    let median = ours[ROUNDS / 2];
    let speed = |took: Duration| bytes as f64 / 1e6 / took.as_secs_f64();
    let (ours, theirs) = (speed(median), speed(theirs[ROUNDS / 2]));
    println!("{} passages, {:.1} MB of text", passages.len(), bytes as f64 / 1e6);
    println!("indexing  tracuu {ours:>6.1} MB/s  bare {theirs:>6.1} MB/s  ratio {:.2}", ours / theirs);
    let (large, small) = (sizes.0 as f64 / 1e6, sizes.1 as f64 / 1e6);
    println!("size      tracuu {large:>6.1} MB    bare {small:>6.1} MB    ratio {:.2}", large / small);
    stages(&source, median);
    let corpus = Path::new("corpus");
    let mut group = criterion.benchmark_group("indexing");
    group.sample_size(10);
    group.bench_function("corpus", |b| b.iter(|| timed(|folder| assert!(build(folder, corpus) > 0))));
    group.finish();
}

/// What share of the time of indexing each stage takes that one thread can be asked for alone: its
/// own time over that of all threads together.
fn stages(source: &Path, indexing: Duration) {
    let documents = support::documents(source);
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    let all = indexing.as_secs_f64() * threads as f64;
    let mut analysis = Analysis::default();
    let stage = |name: &str, run: &mut dyn FnMut(&Document)| {
        let started = Instant::now();
        documents.iter().for_each(run);
        let took = started.elapsed().as_secs_f64();
        println!("  {name:<10} {:>5.1} % of indexing, {:>6.1} MB/s", 100.0 * took / all, mb(&documents) / took);
    };
    stage("passages", &mut |document| drop(black_box(divide(document, &Limits::default()))));
    stage("analysis", &mut |document| analysis.read(black_box(&document.text)));
    stage("numbers", &mut |document| drop(black_box(find::numbers(&document.text))));
    stage("dates", &mut |document| drop(black_box(find::dates(&document.text, &[], None))));
    stage("people", &mut |document| drop(black_box(find::people(&document.text, &[]))));
    // events are told by the mentions around them
    let mut found = documents
        .iter()
        .map(|document| (Mentions::of(&document.text, None), find::people_and_offices(&document.text, &[])))
        .collect::<Vec<_>>()
        .into_iter();
    stage("events", &mut |document| {
        let Some((Mentions { dates, numbers, .. }, people)) = found.next() else { return };
        let numbers: Vec<_> = numbers.into_iter().map(|number| number.range).collect();
        drop(black_box(find::events(&document.text, &dates, &people, &numbers)));
    });
}

fn mb(documents: &[Document]) -> f64 {
    documents.iter().map(|document| document.text.len()).sum::<usize>() as f64 / 1e6
}

fn build(folder: &Path, source: &Path) -> u64 {
    let job = Job { paths: vec![source.to_owned()], ..Job::default() };
    Archive::at(folder).update(&job, &()).expect("indexed").passages
}

/// How long it takes to fill an empty folder, and how many bytes are in it then.
fn timed(fill: impl FnOnce(&Path)) -> (Duration, u64) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let started = Instant::now();
    fill(folder.path());
    let took = started.elapsed();
    let files = std::fs::read_dir(folder.path()).expect("a temporary folder").flatten();
    (took, files.filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum())
}
