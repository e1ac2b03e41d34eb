//! A damaged, killed, full or locked index to a sentence and exit code 2, never a panic.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::support::{Place, Run, TEXT, hold_lock, in_namespace, program};

const OTHER: &str = "Hội nghị bầu Chủ tịch\n\nĐồng chí Bế Thanh Tịnh được bầu làm Chủ tịch.\n";

/// What becomes of a file: `None` if it goes.
type Damage = fn(&[u8]) -> Option<Vec<u8>>;

const DAMAGES: [(&str, Damage); 6] = [
    ("cut to half", |bytes| Some(bytes[..bytes.len() / 2].to_vec())),
    ("emptied", |_| Some(Vec::new())),
    ("removed", |_| None),
    ("changed in front", |bytes| Some(flipped(bytes, 0))),
    ("changed in the middle", |bytes| Some(flipped(bytes, bytes.len() / 2))),
    ("changed at the end", |bytes| Some(flipped(bytes, bytes.len().saturating_sub(1)))),
];

#[test]
fn a_damaged_file_is_told_and_a_rebuild_repairs_it() {
    let place = documents();
    let (sound, before) = (copy_of(&place), hits(&place));
    for name in files(&place).iter().filter(|name| !name.ends_with(".lock")) {
        let bytes = fs::read(place.path("index").join(name)).unwrap();
        for (how, damage) in DAMAGES {
            let what = format!("{name} {how}");
            match damage(&bytes) {
                Some(damaged) => place.write(&format!("index/{name}"), &damaged),
                None => fs::remove_file(place.path("index").join(name)).unwrap(),
            }
            check_told(&place, &what);
            // what has changed is taken out of the damaged part, which is then merged
            place.write("corpus/a.txt", b"+");
            place.write("corpus/c.txt", b"+");
            check_ended(&place.run(&["index"]), &format!("{what}, index"));
            fs::remove_file(place.path("corpus/c.txt")).unwrap();
            place.write("corpus/a.txt", TEXT.as_bytes());
            let run = place.run(&["index", "--rebuild"]);
            assert_eq!(run.code, Some(0), "{what}: {}", run.err);
            assert_eq!(hits(&place), before, "{what}");
            assert_eq!(place.run(&["status", "--check"]).code, Some(0), "{what}");
            restore(&place, &sound);
        }
    }
}

#[test]
fn files_with_other_contents_are_told() {
    let place = documents();
    let sound = copy_of(&place);
    let manifest = files(&place).into_iter().find(|name| name.starts_with("manifest-")).unwrap();
    let meta = fs::read_to_string(place.path("index/meta.json")).unwrap();
    for (name, contents) in [
        ("meta.json", "{}"),
        ("meta.json", "null"),
        ("meta.json", "công đoàn"),
        ("meta.json", &meta.replace("\"segments\"", "\"parts\"")),
        ("meta.json", &meta.replace("\"folded\"", "\"other\"")),
        ("meta.json", &meta.replace("manifest-", "../manifest-")),
        (".managed.json", "[1]"),
        (&*manifest, "size\tmodified\tdocuments\tpassages\tfile\n1\t2\tx\t4\ta.txt\n"),
        (&*manifest, "size\tmodified\tdocuments\tpassages\tfile\n1\t2\n"),
        (&*manifest, "\0\0\0\0\n\0\n"),
    ] {
        place.write(&format!("index/{name}"), contents.as_bytes());
        check_told(&place, &format!("{name} holds {contents:.40}"));
        let run = place.run(&["index"]);
        assert!(run.code == Some(2) && run.err.contains("--rebuild"), "{name} {contents:.40}: {}{}", run.out, run.err);
        let run = place.run(&["index", "--rebuild"]);
        assert_eq!(run.code, Some(0), "{name} {contents:.40}: {}", run.err);
        restore(&place, &sound);
    }
}

#[test]
fn what_tells_of_a_commit_is_looked_at_before_it_is_used() {
    let place = documents();
    for number in 0..8 {
        place.write(&format!("corpus/{number}.txt"), format!("lao động {number}").as_bytes());
    }
    assert_eq!(place.run(&["index"]).code, Some(0));
    fs::remove_file(place.path("corpus/0.txt")).unwrap();
    assert_eq!(place.run(&["index"]).code, Some(0));
    let small = |name: &str| name == "meta.json" || name.ends_with(".del") || name.starts_with("manifest-");
    let small: Vec<String> = files(&place).into_iter().filter(|name| small(name)).collect();
    assert_eq!(small.len(), 3, "{small:?}");
    let sound = copy_of(&place);
    for name in &small {
        let bytes = fs::read(place.path("index").join(name)).unwrap();
        for (how, damage) in DAMAGES {
            // what it says of files, behind all else, is not read for an answer
            if name.starts_with("manifest-") && (how.ends_with("end") || how.ends_with("middle")) {
                continue;
            }
            match damage(&bytes) {
                Some(damaged) => place.write(&format!("index/{name}"), &damaged),
                None => fs::remove_file(place.path("index").join(name)).unwrap(),
            }
            for arguments in [&["search", "\"Thanh Tịnh\""][..], &["index"], &["status"], &["people"]] {
                let run = place.run(arguments);
                let told = run.code == Some(2) && run.err.contains(&**name) && run.err.contains("--rebuild");
                assert!(told, "{name} {how} {arguments:?}: {}{}", run.out, run.err);
                // a sentence, and nothing that is meant for those who write programs
                assert!(!run.err.contains(['{', '"']) && run.err.lines().count() == 1, "{name} {how}: {}", run.err);
            }
            restore(&place, &sound);
        }
    }
}

#[test]
fn where_the_paths_are_lost_the_advice_is_to_name_them() {
    let place = documents();
    fs::create_dir(place.path("papers")).unwrap();
    place.write("papers/c.txt", OTHER.as_bytes());
    let typed = |rest: &[&str]| place.run(&[&["--index", "other"], rest].concat());
    assert_eq!(typed(&["index", "papers"]).code, Some(0));
    let manifest = fs::read_dir(place.path("other")).unwrap().map(|entry| entry.unwrap().path());
    let manifest = manifest.into_iter().find(|path| path.to_string_lossy().contains("manifest-")).unwrap();
    fs::remove_file(manifest).unwrap();
    fs::remove_dir_all(place.path("corpus")).unwrap();
    for arguments in [&["search", "chủ tịch"][..], &["index"], &["index", "--rebuild"], &["index", "papers"]] {
        let run = typed(arguments);
        let told = run.code == Some(2) && run.err.contains("`tracuu --index other index --rebuild PATH...`");
        assert!(told, "{arguments:?}: {}{}", run.out, run.err);
    }
    assert_eq!(typed(&["index", "--rebuild", "papers"]).code, Some(0));
    assert_eq!(typed(&["search", "chủ tịch"]).code, Some(0));
}

#[test]
fn a_check_finds_a_changed_bit_wherever_it_is() {
    const PLACES: usize = 6;
    let place = documents();
    place.write("corpus/c.txt", OTHER.as_bytes());
    fs::remove_file(place.path("corpus/a.txt")).unwrap();
    assert_eq!(place.run(&["index"]).code, Some(0));
    assert_eq!(place.run(&["status", "--check"]).code, Some(0));
    for (number, name) in files(&place).iter().enumerate() {
        let bytes = fs::read(place.path("index").join(name)).unwrap();
        let last = bytes.len().saturating_sub(1);
        let places: BTreeSet<usize> = (0..=PLACES).map(|part| last * part / PLACES).collect();
        for at in places.into_iter().filter(|_| !bytes.is_empty()) {
            let mut changed = bytes.clone();
            changed[at] ^= 1 << ((number + at) % 8);
            place.write(&format!("index/{name}"), &changed);
            let run = place.run(&["status", "--check"]);
            let told = run.code == Some(2) && run.err.contains("--rebuild");
            assert!(told, "{name} at {at} of {}: {}{}", bytes.len(), run.out, run.err);
        }
        place.write(&format!("index/{name}"), &bytes);
    }
    assert_eq!(place.run(&["status", "--check"]).code, Some(0));
}

#[test]
fn a_check_reads_every_file_whatever_the_engine_lists() {
    let place = documents();
    fs::remove_file(place.path("index/.managed.json")).unwrap();
    assert_eq!(place.run(&["status", "--check"]).code, Some(0));
    for name in files(&place).iter().filter(|name| name.split('.').next().is_some_and(|stem| stem.len() == 32)) {
        let name = format!("index/{name}");
        let bytes = fs::read(place.path(&name)).unwrap();
        place.write(&name, &flipped(&bytes, bytes.len() / 3));
        let run = place.run(&["status", "--check"]);
        assert!(run.code == Some(2) && run.err.contains("--rebuild"), "{name}: {}{}", run.out, run.err);
        place.write(&name, &bytes);
    }
}

#[test]
fn a_part_that_is_missing_or_cut_off_stays_told() {
    let place = documents();
    place.write("corpus/c.txt", OTHER.as_bytes());
    fs::remove_file(place.path("corpus/a.txt")).unwrap();
    assert_eq!(place.run(&["index"]).code, Some(0));
    let sound = copy_of(&place);
    for name in files(&place).iter().filter(|name| name.split('.').next().is_some_and(|stem| stem.len() == 32)) {
        let bytes = fs::read(place.path("index").join(name)).unwrap();
        for damage in [&DAMAGES[0].1, &DAMAGES[2].1] {
            match damage(&bytes) {
                Some(damaged) => place.write(&format!("index/{name}"), &damaged),
                None => fs::remove_file(place.path("index").join(name)).unwrap(),
            }
            let verbs =
                [&["search", "\"Thanh Tịnh\""][..], &["people"], &["index"], &["status", "--check"], &["search", "x"]];
            for arguments in verbs {
                let run = place.run(arguments);
                let told = run.code == Some(2) && run.err.contains(&**name) && run.err.contains("--rebuild");
                assert!(told, "{name} {arguments:?}: {}{}", run.out, run.err);
            }
            restore(&place, &sound);
        }
    }
}

#[test]
fn a_check_says_where_it_has_nothing_to_go_by() {
    let place = documents();
    let check = || {
        let (text, json) = (place.run(&["status", "--check"]), place.run(&["--json", "status", "--check"]));
        assert_eq!((text.code, json.code), (Some(0), Some(0)));
        let state = json.json().remove(0);
        assert_eq!(state["damaged"], Value::Array(Vec::new()));
        (text.out.contains("did not end"), state["has_sums"].as_bool())
    };
    assert_eq!(check(), (false, Some(true)));
    fs::remove_file(place.path("index/sums.tsv")).unwrap();
    assert_eq!(check(), (true, Some(false)));
    assert_eq!(place.run(&["index"]).code, Some(0));
    assert_eq!(check(), (false, Some(true)));
}

#[test]
fn a_file_in_place_of_the_index_is_told() {
    let place = Place::new(&[("corpus/a.txt", TEXT.as_bytes()), ("index", b"x")]);
    for arguments in [&["search", "thang"][..], &["status"], &["index"], &["index", "--rebuild"], &["show", "a"]] {
        let run = place.run(arguments);
        assert!(run.code == Some(2) && run.err.contains("index"), "{arguments:?}: {}{}", run.out, run.err);
    }
    assert_eq!(fs::read(place.path("index")).unwrap(), b"x");
}

#[test]
fn a_killed_run_leaves_the_commit_before_it() {
    let place = documents();
    let before = hits(&place);
    write_large(&place, 30 << 20);
    for milliseconds in [200, 400, 600, 800, 1000] {
        let mut child = place.spawn(&["index", "corpus", "large.jsonl"]);
        thread::sleep(Duration::from_millis(milliseconds));
        child.kill().unwrap();
        if child.wait().unwrap().code().is_some() {
            break; // a fast machine has finished before
        }
        assert_eq!(hits(&place), before, "after {milliseconds} ms");
        assert_eq!(place.run(&["status", "--check"]).code, Some(0), "after {milliseconds} ms");
    }
    write_large(&place, 1 << 20);
    let run = place.run(&["index", "corpus", "large.jsonl"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(place.run(&["search", "tài liệu số 7"]).code, Some(0));
    assert_eq!(orphans(&place), BTreeSet::new());
}

#[test]
fn a_run_killed_near_its_commit_is_whole_or_not_at_all() {
    let place = documents();
    let old = hits(&place);
    place.write("corpus/c.txt", "Thư ký Đỗ Văn Thắng bầu lại Chủ tịch.\n".as_bytes());
    let copy = copy_of(&place);
    assert_eq!(place.run(&["index"]).code, Some(0));
    let new = hits(&place);
    assert_ne!(new, old);
    restore(&place, &copy);
    for milliseconds in (10..=120).step_by(10) {
        let mut child = place.spawn(&["index"]);
        thread::sleep(Duration::from_millis(milliseconds));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = hits(&place);
        assert!(now == old || now == new, "after {milliseconds} ms: {now}");
        let run = place.run(&["index"]);
        assert_eq!((run.code, hits(&place)), (Some(0), new.clone()), "after {milliseconds} ms: {}", run.err);
        assert_eq!(orphans(&place), BTreeSet::new(), "after {milliseconds} ms");
        restore(&place, &copy);
    }
}

#[test]
fn a_second_writer_is_refused_and_readers_are_not() {
    let place = documents();
    let before = hits(&place);
    let lock = hold_lock(&place.path("index"));
    let own = format!("process {}", std::process::id());
    for arguments in [&["index"][..], &["index", "--rebuild"]] {
        let run = place.run(arguments);
        let told = run.err.contains("another") && run.err.contains(&own);
        assert!(run.code == Some(2) && told, "{arguments:?}: {}", run.err);
    }
    assert_eq!(hits(&place), before);
    let mut waiting = place.spawn(&["index", "--wait"]);
    thread::sleep(Duration::from_millis(300));
    assert_eq!(waiting.try_wait().unwrap(), None);
    drop(lock);
    assert_eq!(waiting.wait().unwrap().code(), Some(0));
    assert_eq!(place.run(&["index"]).code, Some(0));
}

#[test]
fn a_full_disk_is_told_and_leaves_the_commit_before_it() {
    let place = documents();
    write_large(&place, 8 << 20);
    fs::create_dir(place.path("disk")).unwrap();
    let script = "mount -t tmpfs -o size=2m none disk && export TRACUU_INDEX=disk/index
        $TRACUU index && $TRACUU search --json thư ký | sed 's/.*\"hits\"//' > before || exit 3
        $TRACUU index corpus large.jsonl 2> told; test $? = 2 || exit 4
        $TRACUU search --json thư ký | sed 's/.*\"hits\"//' > after && cmp before after || exit 5
        $TRACUU status --check || exit 6
        $TRACUU index || exit 7
        cat told >&2";
    let Some(run) = in_namespace(&place, script) else { return };
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    let full = std::io::Error::from_raw_os_error(28).to_string();
    assert!(run.err.trim_end() == format!("tracuu: disk/index: {full}"), "{}", run.err);
}

#[test]
fn an_index_that_cannot_be_written_is_read() {
    let place = documents();
    let before = hits(&place);
    place.write("corpus/c.txt", TEXT.as_bytes());
    let script = "mount --bind index index && mount -o remount,bind,ro index || exit 3
        $TRACUU --json search thư ký || exit 4
        $TRACUU status --check > status || exit 5
        $TRACUU index --rebuild 2> told; test $? = 2 || exit 6
        $TRACUU index 2>> told; test $? = 2 || exit 7
        cat told >&2";
    let Some(run) = in_namespace(&place, script) else { return };
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    assert_eq!(run.json()[0]["hits"].to_string(), before);
    assert_eq!(run.err.matches("tracuu: index").count(), 2, "{}", run.err);
}

/// Two documents, indexed.
fn documents() -> Place {
    let place = Place::new(&[("corpus/a.txt", TEXT.as_bytes()), ("corpus/b.txt", OTHER.as_bytes())]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    place
}

/// Writes `large.jsonl` of about so many bytes.
fn write_large(place: &Place, bytes: usize) {
    let mut text = String::with_capacity(bytes + 4096);
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        let words: Vec<String> = (0..200).map(|word| format!("tài liệu số {}", number * word % 9973)).collect();
        text.push_str(&format!("{{\"id\": \"{number}\", \"text\": \"{}\"}}\n", words.join(" ")));
    }
    place.write("large.jsonl", text.as_bytes());
}

/// The hits of a query as JSON.
fn hits(place: &Place) -> String {
    let run = place.run(&["--json", "search", "thư", "ký"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.json()[0]["hits"].to_string()
}

/// Whatever reads the index answers, or ends with a sentence that names the index.
fn check_told(place: &Place, what: &str) {
    for arguments in [
        &["search", "thư", "ký"][..],
        &["search", "--exact", "\"Đỗ Văn Thắng\""],
        &["--json", "people", "do van thang"],
        &["number", "142"],
        &["status", "--check"],
        &["show", "a.txt"],
    ] {
        // in a folder without a corpus that could be indexed instead
        let folder = place.path("index");
        let run = Run::of(program(&folder, arguments).env("TRACUU_INDEX", &folder).output().unwrap());
        check_ended(&run, &format!("{what}, {arguments:?}"));
    }
}

/// A run did what was asked, or said in a sentence that names the index why it did not.
fn check_ended(run: &Run, what: &str) {
    match run.code {
        Some(0 | 1) => {}
        Some(2) => {
            let told = run.err.starts_with("tracuu: ") && run.err.contains("index");
            assert!(told, "{what}: {}", run.err);
        }
        code => panic!("{what} ended with {code:?}: {}", run.err),
    }
}

fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 0b0101_0101;
    }
    bytes
}

/// The names of the files of the index.
fn files(place: &Place) -> BTreeSet<String> {
    let entries = fs::read_dir(place.path("index")).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// The files of segments that the last commit does not name.
fn orphans(place: &Place) -> BTreeSet<String> {
    let meta: Value = serde_json::from_slice(&fs::read(place.path("index/meta.json")).unwrap()).unwrap();
    let id = |segment: &Value| segment["segment_id"].as_str().unwrap().replace('-', "");
    let named: BTreeSet<String> = meta["segments"].as_array().unwrap().iter().map(id).collect();
    let mut files = files(place);
    files.retain(|name| {
        let stem = name.split('.').next().unwrap();
        stem.len() == 32 && !named.contains(stem)
    });
    files
}

/// A copy of the index beside it.
fn copy_of(place: &Place) -> PathBuf {
    let copy = place.path("copy");
    copy_files(&place.path("index"), &copy);
    copy
}

/// Puts a copy in the place of the index.
fn restore(place: &Place, copy: &Path) {
    fs::remove_dir_all(place.path("index")).unwrap();
    copy_files(copy, &place.path("index"));
}

fn copy_files(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}
