//! A corpus that changes: only what changed is read, and nothing is lost or shown that is gone.

use std::fs;
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};

use crate::support::{Place, Run, program};

/// Runs `index` with these paths, which ends well, and gives what it tells.
fn index(place: &Place, paths: &[&str]) -> Value {
    let arguments: Vec<&str> = ["--json", "index"].iter().chain(paths).copied().collect();
    let run = place.run(&arguments);
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.json().remove(0)
}

/// How many files an `index` has read, found to be copies, left as they were and taken out.
fn figures(summary: &Value) -> [u64; 4] {
    ["read", "copies", "unchanged", "removed"].map(|name| summary[name].as_u64().unwrap())
}

/// The documents that a query finds, each with its other paths.
fn found(place: &Place, query: &str) -> Vec<(String, Vec<String>)> {
    let run = place.run(&["--json", "search", query]);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let hits = run.json()[0]["hits"].as_array().unwrap().clone();
    let also = |hit: &Value| hit["also"].as_array().into_iter().flatten().map(text).collect();
    hits.iter().map(|hit| (text(&hit["doc"]), also(hit))).collect()
}

fn one(doc: &str, also: &[&str]) -> Vec<(String, Vec<String>)> {
    vec![(doc.to_owned(), also.iter().map(|path| (*path).to_owned()).collect())]
}

/// Sets the time of a file so many seconds back, which is long enough ago for it to count.
fn age(place: &Place, name: &str, seconds: u64) {
    let file = fs::File::options().write(true).open(place.path(name)).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(seconds)).unwrap();
}

/// What `status` tells, called in a folder of the place.
fn state(place: &Place, folder: &str) -> [Value; 3] {
    let index = place.path("index");
    let run = Run::of(program(&place.path(folder), &["--json", "status"]).env("TRACUU_INDEX", index).output().unwrap());
    assert_eq!(run.code, Some(0), "{}", run.err);
    let state = run.json().remove(0);
    ["new", "changed", "vanished"].map(|name| state[name].clone())
}

#[test]
fn a_file_that_was_only_touched_is_not_read_again() {
    let place = Place::new(&[("corpus/a.txt", b"mot"), ("corpus/b.txt", b"hai")]);
    assert_eq!(figures(&index(&place, &[])), [2, 0, 0, 0]);
    for seconds in [1000, 900] {
        age(&place, "corpus/a.txt", seconds);
        assert_eq!(state(&place, ""), [json!([]), json!([]), json!([])]);
        assert_eq!(figures(&index(&place, &[])), [0, 0, 2, 0], "{seconds}");
    }
    // the same time and size tell that nothing has changed
    place.write("corpus/a.txt", b"ba1");
    age(&place, "corpus/a.txt", 800);
    assert_eq!(state(&place, ""), [json!([]), json!(["corpus/a.txt"]), json!([])]);
    assert_eq!(figures(&index(&place, &[])), [1, 0, 1, 0]);
}

#[test]
fn a_change_right_after_the_run_is_seen_whatever_its_time() {
    let place = Place::new(&[("corpus/a.txt", b"mot")]);
    let time = fs::metadata(place.path("corpus/a.txt")).unwrap().modified().unwrap();
    index(&place, &[]);
    place.write("corpus/a.txt", b"hai");
    fs::File::options().write(true).open(place.path("corpus/a.txt")).unwrap().set_modified(time).unwrap();
    assert_eq!(figures(&index(&place, &[])), [1, 0, 0, 0]);
    assert_eq!(found(&place, "hai"), one("corpus/a.txt", &[]));
}

#[test]
fn renamed_replaced_and_removed_files_are_followed() {
    let place = Place::new(&[("corpus/a.txt", "công đoàn".as_bytes()), ("corpus/b.txt", "đại hội".as_bytes())]);
    index(&place, &[]);
    fs::rename(place.path("corpus/a.txt"), place.path("corpus/c.txt")).unwrap();
    assert_eq!(state(&place, ""), [json!(["corpus/c.txt"]), json!([]), json!(["corpus/a.txt"])]);
    assert_eq!(figures(&index(&place, &[])), [1, 0, 1, 1]);
    assert_eq!(found(&place, "công đoàn"), one("corpus/c.txt", &[]));
    // each takes the place of the other
    fs::rename(place.path("corpus/b.txt"), place.path("x")).unwrap();
    fs::rename(place.path("corpus/c.txt"), place.path("corpus/b.txt")).unwrap();
    fs::rename(place.path("x"), place.path("corpus/c.txt")).unwrap();
    index(&place, &[]);
    assert_eq!(found(&place, "công đoàn"), one("corpus/b.txt", &[]));
    assert_eq!(found(&place, "đại hội"), one("corpus/c.txt", &[]));
    // a folder in place of a file
    fs::remove_file(place.path("corpus/b.txt")).unwrap();
    fs::create_dir(place.path("corpus/b.txt")).unwrap();
    place.write("corpus/b.txt/d.txt", "thi đua".as_bytes());
    assert_eq!(figures(&index(&place, &[])), [1, 0, 1, 1]);
    assert_eq!(found(&place, "công đoàn"), []);
    assert_eq!(found(&place, "thi đua"), one("corpus/b.txt/d.txt", &[]));
    fs::remove_dir_all(place.path("corpus/b.txt")).unwrap();
    assert_eq!(figures(&index(&place, &[])), [0, 0, 1, 1]);
    assert_eq!(found(&place, "thi đua"), []);
}

#[test]
fn the_same_content_is_indexed_once_and_shown_under_all_its_paths() {
    let text = "Ông Đỗ Văn Thắng được bầu làm Thư ký.\n".as_bytes();
    let place = Place::new(&[("corpus/a.txt", text), ("corpus/b.txt", text), ("corpus/c.txt", b"x")]);
    let summary = index(&place, &[]);
    assert_eq!((figures(&summary), &summary["documents"]), ([2, 1, 0, 0], &json!(2)));
    assert_eq!(found(&place, "thu ky"), one("corpus/a.txt", &["corpus/b.txt"]));
    let text_of = |query: &[&str]| place.run(&[&["search"], query].concat()).out;
    assert!(text_of(&["thu ky"]).contains("also corpus/b.txt"), "{}", text_of(&["thu ky"]));
    assert!(text_of(&["thu ky", "--in", "corpus/b.txt"]).contains("corpus/a.txt:1"));
    assert_eq!(place.run(&["search", "thu ky", "--in", "corpus/c.txt"]).code, Some(1));
    assert!(place.run(&["show", "b.txt"]).out.contains("Thắng"));
    assert_eq!(figures(&index(&place, &[])), [0, 0, 3, 0]);
    // one more, in another folder
    fs::create_dir(place.path("more")).unwrap();
    place.write("more/d.txt", text);
    assert_eq!(figures(&index(&place, &["more"])), [0, 1, 0, 0]);
    assert_eq!(found(&place, "thu ky"), one("corpus/a.txt", &["corpus/b.txt", "more/d.txt"]));
    // the first goes, the second takes over
    fs::remove_file(place.path("corpus/a.txt")).unwrap();
    assert_eq!(figures(&index(&place, &[])), [1, 1, 1, 1]);
    assert_eq!(found(&place, "thu ky"), one("corpus/b.txt", &["more/d.txt"]));
    // the first changes, the one of another folder takes over
    place.write("corpus/b.txt", "đại hội".as_bytes());
    assert_eq!(figures(&index(&place, &[])), [2, 0, 1, 0]);
    assert_eq!(found(&place, "thu ky"), one("more/d.txt", &[]));
    assert_eq!(found(&place, "dai hoi"), one("corpus/b.txt", &[]));
    // one that comes first by its path is the first whenever it comes, as where all is built anew
    place.write("corpus/b.txt", text);
    assert_eq!(figures(&index(&place, &[])), [1, 0, 2, 0]);
    assert_eq!(found(&place, "thu ky"), one("corpus/b.txt", &["more/d.txt"]));
    place.write("corpus/b.txt", "thi đua".as_bytes());
    assert_eq!(figures(&index(&place, &[])), [2, 0, 1, 0]);
    assert_eq!(found(&place, "thu ky"), one("more/d.txt", &[]));
    // a copy changes
    place.write("corpus/e.txt", "thi đua".as_bytes());
    assert_eq!(figures(&index(&place, &[])), [0, 1, 3, 0]);
    place.write("corpus/e.txt", "phong trào".as_bytes());
    assert_eq!(figures(&index(&place, &[])), [1, 0, 3, 0]);
    assert_eq!(found(&place, "thi dua"), one("corpus/b.txt", &[]));
}

#[test]
fn copies_in_another_format_and_copies_that_cannot_be_read() {
    let place = Place::new(&[("corpus/a.txt", b"# mot\n"), ("corpus/a.md", b"# mot\n")]);
    assert_eq!(figures(&index(&place, &[])), [2, 0, 0, 0]);
    place.write("corpus/y.txt", &[0; 100]);
    place.write("corpus/z.txt", &[0; 100]);
    let run = place.run(&["--json", "index"]);
    let summary = &run.json()[0];
    // the second stands as a copy of the first, which gave nothing
    assert_eq!((run.code, figures(summary)), (Some(2), [0, 1, 2, 0]));
    let left_out: Vec<&Value> = summary["left_out"].as_array().unwrap().iter().map(|left| &left["reason"]).collect();
    assert_eq!(left_out, ["binary, not text"; 2]);
    // where the first becomes text, the second is read on its own
    place.write("corpus/y.txt", b"# hai\n");
    let run = place.run(&["--json", "index"]);
    assert_eq!((run.code, figures(&run.json()[0])), (Some(2), [1, 0, 2, 0]));
}

#[test]
fn a_member_of_a_copied_archive_has_a_path_in_each() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("m.txt", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut zip, "thi đua".as_bytes()).unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    let place = Place::new(&[("corpus/a.zip", &bytes), ("corpus/b.zip", &bytes)]);
    assert_eq!(figures(&index(&place, &[])), [1, 1, 0, 0]);
    assert_eq!(found(&place, "thi dua"), one("corpus/a.zip/m.txt", &["corpus/b.zip/m.txt"]));
    assert_eq!(found(&place, "thi dua in:corpus/b.zip/*"), one("corpus/a.zip/m.txt", &["corpus/b.zip/m.txt"]));
}

#[test]
fn what_was_named_itself_stays_when_its_folder_is_indexed() {
    let place = Place::new(&[("corpus/a.txt", b"mot"), ("corpus/notes.log", b"hai")]);
    index(&place, &["corpus"]);
    assert_eq!(figures(&index(&place, &["corpus/notes.log"])), [1, 0, 0, 0]);
    assert_eq!(figures(&index(&place, &["corpus"])), [0, 0, 2, 0]);
    assert_eq!(found(&place, "hai"), one("corpus/notes.log", &[]));
    fs::remove_file(place.path("corpus/notes.log")).unwrap();
    assert_eq!(figures(&index(&place, &["corpus"])), [0, 0, 1, 1]);
}

#[cfg(unix)]
#[test]
fn what_lies_in_a_closed_folder_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new(&[("corpus/a.txt", b"mot")]);
    fs::create_dir(place.path("corpus/in")).unwrap();
    place.write("corpus/in/b.txt", b"hai");
    index(&place, &[]);
    let mode = |mode| fs::set_permissions(place.path("corpus/in"), fs::Permissions::from_mode(mode)).unwrap();
    mode(0o0);
    // the superuser may enter every folder
    if fs::read_dir(place.path("corpus/in")).is_err() {
        let run = place.run(&["index"]);
        assert!(run.code == Some(2) && run.err.contains("no permission"), "{}", run.err);
        assert!(run.out.contains("1 unchanged, 0 removed"), "{}", run.out);
        assert_eq!(state(&place, ""), [json!([]), json!([]), json!([])]);
    }
    assert_eq!(found(&place, "hai"), one("corpus/in/b.txt", &[]));
    mode(0o700);
    assert_eq!(figures(&index(&place, &[])), [0, 0, 2, 0]);
}

#[test]
fn the_state_is_the_same_wherever_it_is_asked_for() {
    let place = Place::new(&[("corpus/a.txt", b"mot"), ("corpus/b.txt", b"hai")]);
    fs::create_dir(place.path("more")).unwrap();
    index(&place, &["corpus", "more"]);
    place.write("corpus/b.txt", b"hai mot");
    place.write("corpus/c.txt", b"ba");
    place.write("more/d.txt", b"bon");
    fs::remove_file(place.path("corpus/a.txt")).unwrap();
    fs::create_dir(place.path("elsewhere")).unwrap();
    let expected = [json!(["corpus/c.txt", "more/d.txt"]), json!(["corpus/b.txt"]), json!(["corpus/a.txt"])];
    for folder in ["", "elsewhere", "corpus"] {
        assert_eq!(state(&place, folder), expected, "{folder}");
    }
}

#[test]
fn what_looks_emptied_stays_until_it_is_forgotten() {
    // the index in the folder itself, what a disk leaves behind, a file where a folder was
    let leave = [
        |_: &Place| {},
        |place: &Place| std::fs::create_dir(place.path("docs/lost+found")).unwrap(),
        |place: &Place| {
            std::fs::remove_dir_all(place.path("docs")).unwrap();
            place.write("docs", b"thi dua");
        },
    ];
    for (case, change) in leave.into_iter().enumerate() {
        let place = Place::new(&[]);
        std::fs::create_dir(place.path("docs")).unwrap();
        place.write("docs/a.txt", "thi đua".as_bytes());
        let root = if case == 0 { "." } else { "docs" };
        assert_eq!(place.run(&["index", root]).code, Some(0));
        std::fs::remove_file(place.path("docs/a.txt")).unwrap();
        change(&place);
        let run = place.run(&["--json", "index"]);
        assert_eq!((run.code, run.json()[0]["removed"].as_u64()), (Some(2), Some(0)), "{case}: {}", run.err);
        assert_eq!(place.run(&["search", "thi dua"]).code, Some(0), "{case}");
        assert_eq!(place.run(&["index", "--forget", root]).code, Some(0), "{case}");
        assert_eq!(place.run(&["search", "thi dua"]).code, Some(1), "{case}");
    }
}

#[test]
fn an_index_without_its_commit_is_damaged_not_new() {
    let place = Place::new(&[("docs.txt", "thi đua".as_bytes())]);
    assert_eq!(place.run(&["index", "docs.txt"]).code, Some(0));
    std::fs::remove_file(place.path("index/meta.json")).unwrap();
    for verb in [&["index"][..], &["index", "docs.txt"], &["search", "thi dua"], &["status"]] {
        let run = place.run(verb);
        assert!(run.code == Some(2) && run.err.contains("meta.json"), "{verb:?}: {}", run.err);
    }
    assert_eq!(place.run(&["index", "--rebuild"]).code, Some(0));
    assert_eq!(place.run(&["search", "thi dua"]).code, Some(0));
}

#[test]
fn what_is_no_document_is_no_root() {
    let place = Place::new(&[]);
    std::fs::create_dir(place.path("docs")).unwrap();
    place.write("docs/a.txt", "thi đua".as_bytes());
    let run = place.run(&["--index", "docs", "index", "docs"]);
    assert!(run.code == Some(2) && run.err.contains("the folder of the index"), "{}", run.err);
    assert_eq!(std::fs::read_dir(place.path("docs")).unwrap().count(), 1);
    assert_eq!(place.run(&["index", "docs"]).code, Some(0));
    if cfg!(unix) {
        assert_eq!(place.run(&["index", "/dev/null"]).code, Some(2));
        assert_eq!(place.run(&["index"]).code, Some(0));
    }
}

#[test]
fn what_is_forgotten_is_what_was_meant_and_stays_out() {
    let place = Place::new(&[]);
    for name in ["p/docs", "q/docs", "docs-2"] {
        std::fs::create_dir_all(place.path(name)).unwrap();
        place.write(&format!("{name}/x.txt"), format!("thi đua {name}").as_bytes());
        assert_eq!(place.run(&["index", name]).code, Some(0));
    }
    // the name of one root and the path of another
    let run = place.run(&["index", "--forget", "docs-2"]);
    assert!(run.code == Some(2) && run.err.contains("docs-2-2"), "{}", run.err);
    assert_eq!(place.run(&["index", "--forget", "./q/docs"]).code, Some(0));
    // a root in another root
    assert_eq!(place.run(&["index", "p"]).code, Some(0));
    assert_eq!(place.run(&["index", "--forget", "p/docs"]).code, Some(0));
    for _ in 0..2 {
        assert_eq!(place.run(&["index"]).code, Some(0));
        let found = place.run(&["--json", "search", "thi dua"]).json().remove(0);
        assert_eq!(found["total"].as_u64(), Some(1), "{found}");
    }
}
