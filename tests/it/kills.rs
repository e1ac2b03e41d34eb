//! Killed, stopped by a full disk, or run twice at once: the index stays whole, and the next run
//! finishes the work and leaves nothing behind.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Instant;

use serde_json::Value;

use crate::support::{Place, Run};

/// What no commit names and is there all the same.
const LASTING: [&str; 6] =
    [".managed.json", ".tantivy-meta.lock", ".tantivy-writer.lock", ".writer.lock", "meta.json", "sums.tsv"];

const FILES: usize = 24;

/// A file of the corpus: its words tell its number and its edition.
fn text(number: usize, edition: &str) -> String {
    let line = format!("Thư ký công đoàn số {number} họp đại hội {edition}, ngày {}/4/1960.\n\n", number % 28 + 1);
    line.repeat(6)
}

/// A corpus, indexed.
fn corpus() -> Place {
    let place = Place::new(&[]);
    for number in 0..FILES {
        place.write(&format!("corpus/{number}.txt"), text(number, "cũ").as_bytes());
    }
    assert_eq!(place.run(&["index"]).code, Some(0));
    place
}

/// Some files are new, changed, gone, renamed, and the same as others.
fn change(place: &Place) {
    for number in 0..FILES / 3 {
        place.write(&format!("corpus/{number}.txt"), text(number, "mới").as_bytes());
        place.write(&format!("corpus/new-{number}.txt"), text(number + FILES, "mới").as_bytes());
    }
    place.write("corpus/copy.txt", text(0, "mới").as_bytes());
    fs::remove_file(place.path("corpus/20.txt")).unwrap();
    fs::rename(place.path("corpus/21.txt"), place.path("corpus/renamed.txt")).unwrap();
}

/// What the index answers, whatever the order: scores depend on what was deleted before.
fn answers(place: &Place) -> String {
    let run = place.run(&["--json", "search", "--limit", "100", "thư ký đại hội mới"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    let answer = &run.json()[0];
    let hit = |hit: &Value| format!("{} {} {} {}", hit["doc"], hit["also"], hit["lines"], hit["text"]);
    let hits: BTreeSet<String> = answer["hits"].as_array().unwrap().iter().map(hit).collect();
    format!("{} {hits:?}", answer["total"])
}

/// The files of the index that nothing needs.
fn orphans(place: &Place) -> BTreeSet<String> {
    let meta: Value = serde_json::from_slice(&fs::read(place.path("index/meta.json")).unwrap()).unwrap();
    let segments = meta["segments"].as_array().unwrap();
    let id = |segment: &Value| segment["segment_id"].as_str().unwrap().replace('-', "");
    let ids: BTreeSet<String> = segments.iter().map(id).collect();
    let deletes = segments.iter().map(|segment| format!("{}.{}.del", id(segment), segment["deletes"]["opstamp"]));
    let deletes: BTreeSet<String> = deletes.collect();
    let manifest = meta["payload"].as_str().unwrap().split(' ').nth(2).unwrap();
    let is_part = |name: &str| ids.contains(name.split('.').next().unwrap()) && !name.ends_with(".del");
    let is_named = |name: &str| is_part(name) || deletes.contains(name) || name == manifest;
    let names = fs::read_dir(place.path("index")).unwrap().map(|entry| entry.unwrap().file_name());
    let names = names.map(|name| name.into_string().unwrap());
    names.filter(|name| !is_named(name) && !LASTING.contains(&&**name)).collect()
}

fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

/// The index opens and answers as before or after; the next run finishes the work.
fn check(place: &Place, before: &str, after: &str, arguments: &[&str], what: &str) {
    let now = answers(place);
    assert!(now == before || now == after, "{what}: {now}");
    let run = place.run(&["status", "--check"]);
    assert_eq!(run.code, Some(0), "{what}: {}{}", run.out, run.err);
    let run = place.run(arguments);
    assert_eq!(run.code, Some(0), "{what}: {}{}", run.out, run.err);
    assert_eq!(answers(place), after, "{what}");
    assert_eq!(orphans(place), BTreeSet::new(), "{what}");
}

#[test]
fn killed_at_fifty_moments_the_index_is_whole() {
    const KILLS: u32 = 50;
    let place = corpus();
    let before = answers(&place);
    copy(&place.path("index"), &place.path("saved"));
    change(&place);
    let started = Instant::now();
    assert_eq!(place.run(&["index"]).code, Some(0));
    let took = started.elapsed();
    let after = answers(&place);
    assert_ne!(before, after);
    let mut seed = 0x2545_f491_u32;
    let mut killed = 0;
    for number in 0..KILLS {
        copy(&place.path("saved"), &place.path("index"));
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let moment = took.mul_f64(f64::from(seed >> 8) / f64::from(1 << 24));
        let arguments: &[&str] = if number % 5 == 4 { &["index", "--rebuild"] } else { &["index"] };
        let mut child = place.spawn(arguments);
        thread::sleep(moment);
        child.kill().unwrap();
        killed += u32::from(child.wait().unwrap().code().is_none());
        check(&place, &before, &after, &["index"], &format!("{arguments:?} killed after {moment:?}"));
    }
    // a busy machine may end some runs before their moment
    assert!(killed >= KILLS / 5, "{killed} of {KILLS} were killed");
}

#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_leaves_the_commit_before() {
    let place = corpus();
    let before = answers(&place);
    change(&place);
    let large = (0..4000).map(|number| text(number, "mới").replace('\n', " "));
    let lines = large.enumerate().map(|(id, text)| format!("{{\"id\": \"{id}\", \"text\": \"{text}\"}}\n"));
    place.write("large.jsonl", lines.collect::<String>().as_bytes());
    copy(&place.path("index"), &place.path("saved"));
    // a file of the index cannot grow beyond so many blocks, whether or not the system would end the process for it
    for (limit, trap) in [(64, "trap '' XFSZ; "), (400, "trap '' XFSZ; "), (64, "")] {
        let script = format!("{trap}ulimit -f {limit}; exec \"$0\" index corpus large.jsonl");
        let mut command = std::process::Command::new("sh");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_tracuu")]).current_dir(place.path(""));
        let run = Run::of(command.env_remove("TRACUU_INDEX").output().unwrap());
        assert!(run.code == Some(2) && run.err.contains("index"), "{limit} {trap}: {:?} {}", run.code, run.err);
        assert_eq!(answers(&place), before, "{limit}");
        assert_eq!(place.run(&["status", "--check"]).code, Some(0), "{limit}");
        assert_eq!(place.run(&["index"]).code, Some(0), "{limit}");
        assert_ne!(answers(&place), before, "{limit}");
        assert_eq!(orphans(&place), BTreeSet::new(), "{limit}");
        copy(&place.path("saved"), &place.path("index"));
    }
}

#[test]
fn of_many_at_once_one_writes_and_nothing_is_twice() {
    let place = corpus();
    let expected = answers(&place);
    for arguments in [&["index"][..], &["index", "--rebuild"], &["index", "--wait"]] {
        fs::remove_dir_all(place.path("index")).unwrap();
        let start = |_| place.command(arguments).spawn().unwrap();
        let children: Vec<_> = (0..4).map(start).collect();
        let runs: Vec<Run> = children.into_iter().map(|child| Run::of(child.wait_with_output().unwrap())).collect();
        for run in &runs {
            let is_refused = run.code == Some(2) && run.err.contains("another `tracuu index`");
            let is_well = run.code == Some(0) || (is_refused && !arguments.contains(&"--wait"));
            assert!(is_well, "{arguments:?}: {:?} {}", run.code, run.err);
        }
        assert!(runs.iter().any(|run| run.code == Some(0)), "{arguments:?}");
        assert_eq!(answers(&place), expected, "{arguments:?}");
        let run = place.run(&["index"]);
        assert!(run.out.contains("0 files read"), "{arguments:?}: {}{}", run.out, run.err);
        assert_eq!(orphans(&place), BTreeSet::new(), "{arguments:?}");
    }
}

#[test]
fn a_search_sees_the_old_or_the_new() {
    const ROUNDS: usize = 6;
    let place = corpus();
    let write = |edition: &str| {
        for number in 0..FILES {
            place.write(&format!("corpus/{number}.txt"), text(number, edition).as_bytes());
        }
    };
    let old = answers(&place);
    write("mới");
    assert_eq!(place.run(&["index"]).code, Some(0));
    let new = answers(&place);
    assert_ne!(old, new);
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0..ROUNDS {
                write(if round % 2 == 0 { "cũ" } else { "mới" });
                let arguments: &[&str] = if round % 3 == 2 { &["index", "--rebuild"] } else { &["index"] };
                let run = place.run(arguments);
                if run.code != Some(0) {
                    eprintln!("{}", run.err);
                    break;
                }
            }
            done.store(true, Ordering::Relaxed);
        });
        while !done.load(Ordering::Relaxed) {
            let now = answers(&place);
            assert!(now == old || now == new, "{now}");
            let run = place.run(&["status", "--check"]);
            assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
        }
    });
    assert_eq!(answers(&place), new);
}
