//! Names of documents, as they are printed and typed, to the documents that are shown.

use std::fs;

use serde_json::json;

use crate::roots::{check_index, docs_in, index_in, run_in, two_folders};
use crate::support::{Place, zip};

#[test]
fn the_end_of_a_printed_path_names_a_document() {
    let place = two_folders();
    fs::create_dir_all(place.path("w/Tủ sách")).unwrap();
    check_index(&place, "", &["b/docs"], 0, [2, 0, 0]);
    fs::rename(place.path("b/docs"), place.path("w/Tủ sách/van-ban")).unwrap();
    check_index(&place, "", &["--move", "docs", "w/Tủ sách/van-ban"], 0, [0, 2, 0]);
    check_index(&place, "", &["a/docs"], 0, [1, 0, 0]);
    for name in ["van-ban/x.txt", "Tủ sách/van-ban/x.txt", "tu sach/van-ban/x.txt:1"] {
        let run = run_in(&place, "a", &["--json", "show", name]);
        assert_eq!((run.code, &run.json()[0]["doc"]), (Some(0), &json!("docs/x.txt")), "{name}: {}", run.err);
    }
    let check = |folder: &str, filter: &str, expected: &[&str]| {
        let run = run_in(&place, folder, &["--json", "search", filter]);
        assert_eq!(docs_in(&place, folder, &[filter]), expected, "{filter} in {folder}: {}", run.out);
        assert_eq!(run.json()[0]["notices"], json!([]), "{filter} in {folder}");
    };
    let moved = ["docs/in/y.txt", "docs/x.txt"];
    for filter in ["van-ban", "van-ban/*", "\"Tủ sách\"", "\"tu sach/van-ban\"", "\"Tủ s*\"", "van-ban/x.txt"] {
        let expected = if filter.ends_with("txt") { &moved[1..] } else { &moved[..] };
        check("a", &format!("in:{filter}"), expected);
        check("w", &format!("in:{filter}"), expected);
    }
    for filter in ["w", "w/", "./w", "w/*", "w/T*", "\"w/Tủ sách/*\"", "./w/*", "\"w/Tủ sách/van-ban/*\""] {
        check("", &format!("in:{filter}"), &moved);
    }
    check("", "in:a", &["docs-2/x.txt"]);
    check("", "in:a/*", &["docs-2/x.txt"]);
    check("w", "in:../a/*", &["docs-2/x.txt"]);
    // a folder in a root comes before those above roots, but not before one of the current folder
    fs::create_dir(place.path("a/docs/w")).unwrap();
    place.write("a/docs/w/v.txt", b"lao dong");
    check_index(&place, "", &[], 0, [1, 3, 0]);
    check("a", "in:w", &["docs-2/w/v.txt"]);
    check("", "in:w", &["docs-2/w/v.txt", "docs/in/y.txt", "docs/x.txt"]);
}

#[test]
fn what_a_file_holds_is_listed_where_the_file_is_named() {
    let place = Place::new(&[("corpus/none.txt", b""), ("corpus/blank.txt", b" \n")]);
    let line = |id: &str| format!("{{\"id\": \"{id}\", \"text\": \"thi dua {id}\"}}\n");
    place.write("corpus/two.jsonl", (line("m1") + &line("m2")).as_bytes());
    place.write("corpus/one.jsonl", line("k1").as_bytes());
    place.write("corpus/p.zip", &zip(&[("a.txt", b"lao dong"), ("b.txt", b"cong doan")]));
    assert_eq!(index_in(&place, "", &["corpus"]).0, Some(0));
    let run = place.run(&["show", "two.jsonl"]);
    assert!(run.code == Some(2) && run.err.ends_with(":\n  m1\n  m2\n"), "{}", run.err);
    let run = place.run(&["--json", "show", "corpus/two.jsonl"]);
    assert!(run.code == Some(2) && run.json()[0]["error"].as_str().unwrap().ends_with("\n  m1\n  m2"), "{}", run.out);
    let run = place.run(&["show", "p.zip"]);
    assert!(run.code == Some(2) && run.err.ends_with("\n  corpus/p.zip/a.txt\n  corpus/p.zip/b.txt\n"), "{}", run.err);
    assert_eq!(place.run(&["show", "one.jsonl"]).out, "thi dua k1\n");
    for name in ["none.txt", "./corpus/blank.txt", "blank.txt:1"] {
        let run = place.run(&["show", name]);
        assert!(run.code == Some(1) && run.err.contains("holds no text"), "{name}: {}", run.err);
    }
}

#[test]
fn a_name_needs_no_extension_and_an_archive_lists_what_is_indexed_elsewhere() {
    let place =
        Place::new(&[("corpus/tin-ngan.txt", b"mot"), ("corpus/tin-ngan-2.txt", b"hai"), ("corpus/luu.md", b"ba")]);
    place.write("corpus/luu.zip", &zip(&[("a.txt", b"mot"), ("b.txt", b"hai")]));
    place.write("corpus/thu.zip", &zip(&[("a.txt", b"mot"), ("b.txt", b"bon")]));
    assert_eq!(index_in(&place, "", &["corpus"]).0, Some(0));
    for name in ["tin-ngan", "corpus/tin-ngan", "TIN-NGAN:1", "tin-ngan.txt"] {
        assert_eq!(place.run(&["show", name]).out.trim_end().rsplit(' ').next(), Some("mot"), "{name}");
    }
    let check = |name: &str, expected: &str| {
        let run = place.run(&["show", name]);
        assert!(run.code == Some(2) && run.err.ends_with(expected), "{name}: {}{}", run.out, run.err);
    };
    check("luu.zip", ":\n  corpus/luu.zip/a.txt\n  corpus/luu.zip/b.txt\n");
    check("thu.zip", ":\n  corpus/thu.zip/a.txt\n  corpus/thu.zip/b.txt\n");
    check("thu", ":\n  corpus/thu.zip/a.txt\n  corpus/thu.zip/b.txt\n");
    // a document and an archive of one name
    check("luu", ":\n  corpus/luu.md\n  corpus/luu.zip/a.txt\n  corpus/luu.zip/b.txt\n");
    assert_eq!(place.run(&["show", "luu.zip/b.txt"]).out, "hai\n");
}

#[cfg(unix)]
#[test]
fn names_forge_no_candidates() {
    let place = Place::new(&[("corpus/a\n  b.txt", b"mot"), ("corpus/a c.txt", b"hai")]);
    assert_eq!(index_in(&place, "", &["corpus"]).0, Some(0));
    let run = place.run(&["show", "corpus/a"]);
    assert!(run.code == Some(2) && run.err.lines().count() == 3, "{}", run.err);
}
