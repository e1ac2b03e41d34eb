//! How long queries take, warm, beside a bare index on the same words: p50 and p99 in one run.

use std::hint::black_box;
use std::time::Instant;

use crate::bare::Bare;
use crate::support::{self, Queries};
use criterion::Criterion;
use tracuu::archive::Archive;
use tracuu::ingest::Job;
use tracuu::search::Request;

pub fn queries(criterion: &mut Criterion) {
    let source = support::source();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (ours, bare) = (folder.path().join("ours"), folder.path().join("bare"));
    std::fs::create_dir(&bare).expect("a temporary folder");
    let archive = Archive::at(&ours);
    archive.update(&Job { paths: vec![source.clone()], ..Job::default() }, &()).expect("indexed");
    let passages = support::passages(&source);
    let bare = Bare::build(&bare, &passages);
    println!("{:<12} {:>22} {:>22} {:>14}", "queries", "tracuu p50/p99 ms", "bare p50/p99 ms", "ratio");
    for Queries { kind, lines, bare: words, phrase } in support::queries(&passages) {
        let mut run_ours = |line: &str| {
            let line = if phrase { format!("\"{line}\"") } else { line.to_owned() };
            black_box(archive.search(&Request::new(line)).expect("a sound index").hits.len());
        };
        let mut run_bare = |line: &str| {
            black_box(bare.search(line, phrase));
        };
        let (ours, theirs) = percentiles(&lines, &words, &mut run_ours, &mut run_bare);
        let ratio = (ours.0 / theirs.0, ours.1 / theirs.1);
        println!(
            "{kind:<12} {:>10.2} / {:>8.2}  {:>10.2} / {:>8.2}  {:>5.2} / {:>5.2}",
            ours.0, ours.1, theirs.0, theirs.1, ratio.0, ratio.1
        );
        let mut group = criterion.benchmark_group(kind);
        group.sample_size(10);
        group.bench_function("tracuu", |b| b.iter(|| lines.iter().for_each(|line| run_ours(line))));
        group.bench_function("bare", |b| b.iter(|| words.iter().for_each(|line| run_bare(line))));
        group.finish();
    }
}

type Percentiles = (f64, f64);

/// The median and the 99th percentile of both, in milliseconds; each query three times, in turn.
fn percentiles(
    lines: &[String],
    words: &[String],
    ours: &mut dyn FnMut(&str),
    theirs: &mut dyn FnMut(&str),
) -> (Percentiles, Percentiles) {
    let mut times = (Vec::new(), Vec::new());
    for round in 0..4 {
        for (line, words) in lines.iter().zip(words) {
            let started = Instant::now();
            ours(line);
            let middle = Instant::now();
            theirs(words);
            // the first round warms up
            if round > 0 {
                times.0.push((middle - started).as_secs_f64() * 1e3);
                times.1.push(middle.elapsed().as_secs_f64() * 1e3);
            }
        }
    }
    let of = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
        (at(0.5), at(0.99))
    };
    (of(&mut times.0), of(&mut times.1))
}
