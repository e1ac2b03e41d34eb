//! Roots have names and places: documents are known alike wherever the program is called, and nothing goes by mistake.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::{Place, Run, program};

/// Runs the program in a folder of the place, with the index of the place.
pub fn run_in(place: &Place, folder: &str, arguments: &[&str]) -> Run {
    let mut command = program(&place.path(folder), arguments);
    Run::of(command.env("TRACUU_INDEX", place.path("index")).output().unwrap())
}

/// Runs `index` in a folder: its exit code and how many files it has read, left as they were and taken out.
pub fn index_in(place: &Place, folder: &str, arguments: &[&str]) -> (Option<i32>, [u64; 3], Run) {
    let run = run_in(place, folder, &[&["--json", "index"], arguments].concat());
    let summary = run.json().remove(0);
    let figures = ["read", "unchanged", "removed"].map(|name| summary[name].as_u64().unwrap_or(99));
    (run.code, figures, run)
}

pub fn check_index(place: &Place, folder: &str, arguments: &[&str], code: i32, figures: [u64; 3]) {
    let (got, counted, run) = index_in(place, folder, arguments);
    assert_eq!((got, counted), (Some(code), figures), "{arguments:?} in {folder:?}: {}{}", run.out, run.err);
}

/// The documents that a query finds, in order of name.
pub fn docs_in(place: &Place, folder: &str, query: &[&str]) -> Vec<String> {
    let run = run_in(place, folder, &[&["--json", "search", "--limit", "100"], query].concat());
    let answer = run.json().remove(0);
    let hits = answer["hits"].as_array().unwrap();
    let mut docs: Vec<String> = hits.iter().map(|hit| hit["doc"].as_str().unwrap().to_owned()).collect();
    docs.sort();
    docs
}

/// Two folders of one name, and one beside them.
pub fn two_folders() -> Place {
    let place = Place::new(&[]);
    for (name, text) in
        [("a/docs/x.txt", "thi đua một"), ("b/docs/x.txt", "thi đua hai"), ("b/docs/in/y.txt", "thi đua ba")]
    {
        fs::create_dir_all(place.path(name).parent().unwrap()).unwrap();
        place.write(name, text.as_bytes());
    }
    place
}

#[test]
fn folders_of_one_name_are_two_roots_and_answers_are_alike_everywhere() {
    let place = two_folders();
    check_index(&place, "a", &["docs"], 0, [1, 0, 0]);
    check_index(&place, "b", &["docs"], 0, [2, 0, 0]);
    let all = ["docs-2/in/y.txt", "docs-2/x.txt", "docs/x.txt"];
    for folder in ["", "a", "b", "b/docs/in"] {
        assert_eq!(docs_in(&place, folder, &["thi dua"]), all, "{folder}");
    }
    // a terminal tells what can be opened from here
    let text = run_in(&place, "a", &["search", "thi đua một"]).out;
    assert!(text.contains(" docs/x.txt:1"), "{text}");
    let text = run_in(&place, "b", &["search", "thi đua hai"]).out;
    assert!(text.contains(" docs/x.txt:1"), "{text}");
    let text = run_in(&place, "a", &["search", "thi đua hai"]).out;
    let absolute = fs::canonicalize(place.path("b/docs/x.txt")).unwrap();
    assert!(text.contains(&format!(" {}:1", absolute.display())), "{text}");
    // all that is known is brought up to date, from anywhere
    place.write("b/docs/in/z.txt", b"thi dua");
    check_index(&place, "corpus", &[], 0, [1, 3, 0]);
    fs::remove_file(place.path("a/docs/x.txt")).unwrap();
    place.write("a/docs/w.txt", b"thi dua 4");
    check_index(&place, "", &["a/docs"], 0, [1, 0, 1]);
    check_index(&place, "", &["--rebuild"], 0, [4, 0, 0]);
    assert_eq!(docs_in(&place, "", &["thi dua"]).len(), 4);
    let state = run_in(&place, "", &["--json", "status"]).json().remove(0);
    assert_eq!((&state["roots"], &state["missing"]), (&json!(["docs", "docs-2"]), &json!([])));
    assert!(Path::new(state["places"]["docs-2"].as_str().unwrap()).ends_with("b/docs"));
}

#[test]
fn an_index_that_cannot_be_read_is_rebuilt_from_the_same_roots() {
    let place = two_folders();
    check_index(&place, "", &["a/docs", "b/docs"], 0, [3, 0, 0]);
    let manifest = fs::read_dir(place.path("index")).unwrap().flatten().map(|entry| entry.path());
    let manifest = manifest.into_iter().find(|path| path.extension().is_some_and(|end| end == "tsv")).unwrap();
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text.replace("file\t", "file\t?")).unwrap();
    assert_eq!(index_in(&place, "", &[]).0, Some(2));
    check_index(&place, "", &["--rebuild"], 0, [3, 0, 0]);
    assert_eq!(docs_in(&place, "", &["thi dua"]).len(), 3);
}

#[test]
fn what_lies_in_a_root_belongs_to_it_and_is_indexed_once() {
    let place = two_folders();
    check_index(&place, "b", &["docs/in", "docs"], 0, [2, 0, 0]);
    for again in ["docs/in", "docs/in/y.txt", "./docs/../docs/in", "docs"] {
        let (code, figures, run) = index_in(&place, "b", &[again]);
        assert_eq!((code, figures[0], figures[2]), (Some(0), 0, 0), "{again}: {}", run.out);
    }
    check_index(&place, "b/docs/in", &["."], 0, [0, 1, 0]);
    assert_eq!(docs_in(&place, "", &["thi dua"]), ["docs/in/y.txt", "docs/x.txt"]);
    // a root stays one when the folder around it is given
    check_index(&place, "", &["b"], 0, [0, 2, 0]);
    assert_eq!(docs_in(&place, "", &["thi dua"]), ["docs/in/y.txt", "docs/x.txt"]);
    // one file is known by its folder, of which nothing else is indexed
    place.write("a/docs/z.txt", "thi đua bốn".as_bytes());
    check_index(&place, "", &["a/docs/x.txt"], 0, [1, 0, 0]);
    check_index(&place, "a/docs", &["x.txt"], 0, [0, 1, 0]);
    check_index(&place, "", &[], 0, [0, 3, 0]);
    assert_eq!(docs_in(&place, "", &["thi dua"]), ["docs-2/x.txt", "docs/in/y.txt", "docs/x.txt"]);
    check_index(&place, "", &["a/docs"], 0, [1, 1, 0]);
    fs::remove_file(place.path("a/docs/z.txt")).unwrap();
    check_index(&place, "", &["a"], 0, [0, 1, 1]);
    let shown = run_in(&place, "a/docs", &["--json", "show", "x.txt"]).json().remove(0);
    assert_eq!(shown["lines"][0]["text"], "thi đua một");
}

#[test]
fn a_root_that_is_gone_or_empty_takes_nothing_out() {
    let place = two_folders();
    check_index(&place, "", &["a/docs", "b/docs"], 0, [3, 0, 0]);
    let all = docs_in(&place, "", &["thi dua"]);
    let check = |arguments: &[&str], told: &str| {
        let (code, figures, run) = index_in(&place, "", arguments);
        assert_eq!((code, figures[2]), (Some(2), 0), "{arguments:?}: {}", run.err);
        assert!(run.err.contains(told) && run.out.contains("\"docs-2\""), "{}{}", run.err, run.out);
        assert_eq!(docs_in(&place, "", &["thi dua"]), all, "{arguments:?}");
    };
    fs::rename(place.path("b/docs"), place.path("away")).unwrap();
    for arguments in [&[][..], &["b/docs"], &["--rebuild"], &["b/docs/in"]] {
        check(arguments, "not there");
    }
    let state = run_in(&place, "", &["--json", "status"]).json().remove(0);
    assert_eq!((&state["missing"], &state["vanished"]), (&json!(["docs-2"]), &json!([])));
    fs::create_dir(place.path("b/docs")).unwrap();
    fs::write(place.path("b/docs/.hidden"), "x").unwrap();
    for arguments in [&[][..], &["b/docs"], &["--rebuild"], &["b/docs/in"]] {
        check(arguments, "is empty");
    }
    fs::remove_dir_all(place.path("b/docs")).unwrap();
    fs::rename(place.path("away"), place.path("b/docs")).unwrap();
    check_index(&place, "", &[], 0, [0, 3, 0]);
    // a part of a root that is there goes
    fs::remove_dir_all(place.path("b/docs/in")).unwrap();
    check_index(&place, "", &["b/docs/in"], 0, [0, 0, 1]);
    let (code, _, run) = index_in(&place, "", &["b/docs/in", "none"]);
    assert!(code == Some(2) && run.err.contains("does not exist"), "{}", run.err);
}

#[test]
fn what_is_forgotten_goes_and_stays_out_until_it_is_named() {
    let place = two_folders();
    check_index(&place, "", &["a/docs", "b/docs"], 0, [3, 0, 0]);
    check_index(&place, "", &["--forget", "b/docs/in"], 0, [0, 0, 1]);
    check_index(&place, "", &["--rebuild"], 0, [2, 0, 0]);
    assert_eq!(docs_in(&place, "", &["thi dua"]), ["docs-2/x.txt", "docs/x.txt"]);
    check_index(&place, "b", &["docs/in/y.txt"], 0, [1, 0, 0]);
    check_index(&place, "", &[], 0, [0, 3, 0]);
    assert_eq!(docs_in(&place, "", &["thi dua ba"])[0], "docs-2/in/y.txt");
    // by name, and though it is not there
    fs::remove_dir_all(place.path("b/docs")).unwrap();
    check_index(&place, "corpus", &["--forget", "docs-2", "--forget", "../a/docs"], 0, [0, 0, 3]);
    let run = run_in(&place, "", &["index", "--forget", "docs-2"]);
    assert!(run.code == Some(2) && run.err.contains("docs-2"), "{}", run.err);
    assert_eq!(docs_in(&place, "", &["thi dua"]), [""; 0]);
    let run = place.run(&["--index", "none", "index", "--forget", "a"]);
    assert!(run.code == Some(2) && !place.path("none").exists(), "{}", run.err);
}

#[test]
fn what_is_forgotten_takes_the_roots_in_it_along_and_stays_out_where_its_folder_is_named() {
    let place = two_folders();
    check_index(&place, "", &["b/docs/in"], 0, [1, 0, 0]);
    check_index(&place, "", &["b/docs"], 0, [1, 1, 0]);
    check_index(&place, "", &["--forget", "b/docs"], 0, [0, 0, 2]);
    check_index(&place, "", &["b/docs"], 0, [2, 0, 0]);
    check_index(&place, "", &["--forget", "b/docs/in"], 0, [0, 0, 1]);
    check_index(&place, "", &["b/docs"], 0, [0, 1, 0]);
    check_index(&place, "", &["b/docs", "a/docs", "--rebuild"], 0, [2, 0, 0]);
    check_index(&place, "", &["b/docs/in"], 0, [1, 0, 0]);
    // a folder that is no root holds some
    check_index(&place, "b/docs", &["--forget", "../.."], 0, [0, 0, 3]);
    let run = run_in(&place, "b/docs", &["index", "--forget", "../.."]);
    assert_eq!(run.code, Some(2), "{}", run.err);
}

#[test]
fn files_that_were_named_go_but_for_the_last() {
    let place = two_folders();
    place.write("a/docs/y.txt", b"y");
    place.write("a/docs/z.txt", b"z");
    check_index(&place, "", &["a/docs/x.txt", "a/docs/y.txt"], 0, [2, 0, 0]);
    fs::remove_file(place.path("a/docs/x.txt")).unwrap();
    check_index(&place, "", &["a/docs/x.txt"], 0, [0, 0, 1]);
    fs::remove_file(place.path("a/docs/y.txt")).unwrap();
    for arguments in [&[][..], &["--rebuild"], &["a/docs/y.txt"]] {
        let (code, figures, run) = index_in(&place, "", arguments);
        assert_eq!((code, figures), (Some(2), [0, 0, 0]), "{arguments:?}");
        assert!(
            run.err.contains("none of the files that were named is left in it: what the index holds"),
            "{}",
            run.err
        );
    }
    check_index(&place, "", &["--forget", "a/docs/y.txt"], 0, [0, 0, 1]);
}

#[test]
fn a_root_that_is_moved_into_another_is_known_by_its_own_name_alone() {
    let place = two_folders();
    fs::rename(place.path("b"), place.path("z")).unwrap();
    check_index(&place, "", &["a/docs", "z"], 0, [3, 0, 0]);
    fs::rename(place.path("a/docs"), place.path("z/a")).unwrap();
    assert_eq!(index_in(&place, "", &[]).0, Some(2));
    check_index(&place, "", &["--move", "docs", "z/a"], 0, [0, 1, 1]);
    let answer = run_in(&place, "", &["--json", "search", "thi đua một"]).json().remove(0);
    assert!(answer["hits"][0].get("also").is_none_or(|also| *also == json!([])), "{answer}");
    check_index(&place, "", &[], 0, [0, 3, 0]);
}

#[test]
fn a_folder_that_was_moved_is_not_read_again() {
    let place = two_folders();
    check_index(&place, "", &["b/docs", "a/docs"], 0, [3, 0, 0]);
    for file in ["a/docs/x.txt", "b/docs/x.txt", "b/docs/in/y.txt"] {
        let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(1000);
        fs::File::options().write(true).open(place.path(file)).unwrap().set_modified(long_ago).unwrap();
    }
    check_index(&place, "", &[], 0, [0, 3, 0]);
    let before = docs_in(&place, "", &["thi dua"]);
    fs::create_dir(place.path("c")).unwrap();
    fs::rename(place.path("b/docs"), place.path("c/papers")).unwrap();
    check_index(&place, "", &["--move", "docs-2", "c/papers"], 0, [0, 2, 0]);
    check_index(&place, "", &[], 0, [0, 3, 0]);
    assert_eq!(docs_in(&place, "", &["thi dua"]), before);
    let text = run_in(&place, "", &["search", "thi đua hai"]).out;
    assert!(text.contains(" c/papers/x.txt:1"), "{text}");
    for (root, target) in [("docs-3", "c"), ("docs", "none"), ("docs", "c/papers")] {
        let run = run_in(&place, "", &["index", "--move", root, target]);
        assert!(run.code == Some(2) && !run.err.contains("papers/ "), "{root} {target}: {}", run.err);
    }
    // by the place where it lay
    fs::rename(place.path("c/papers"), place.path("b/docs")).unwrap();
    check_index(&place, "c", &["--move", "papers", "../b/docs"], 0, [0, 2, 0]);
}

#[test]
fn an_index_is_looked_for_in_the_folders_above() {
    let place = Place::indexed();
    fs::create_dir_all(place.path("corpus/in/index-not")).unwrap();
    let run = Run::of(program(&place.path("corpus/in"), &["--json", "search", "thang"]).output().unwrap());
    assert_eq!(run.json()[0]["hits"][0]["doc"], "corpus/dai-hoi.txt");
    place.write("corpus/in/b.txt", "thi đua".as_bytes());
    let run = Run::of(program(&place.path("corpus/in"), &["--json", "index"]).output().unwrap());
    assert_eq!((run.code, run.json()[0]["read"].clone()), (Some(0), Value::from(1)), "{}", run.err);
    assert!(!place.path("corpus/in/index").exists());
    // a folder of that name that holds none is passed over on the way up, and is taken where it is here
    fs::create_dir(place.path("corpus/index")).unwrap();
    let run = Run::of(program(&place.path("corpus/in"), &["search", "thi dua"]).output().unwrap());
    assert!(run.code == Some(0) && run.out.contains(" b.txt:1"), "{}{}", run.out, run.err);
    let run = Run::of(program(&place.path("corpus"), &["search", "thi dua"]).output().unwrap());
    assert!(run.code == Some(2) && run.err.contains("no index"), "{}{}", run.out, run.err);
}

#[test]
fn documents_are_shown_by_any_of_their_names() {
    let place =
        Place::new(&[("corpus/ba\u{301}o ca\u{301}o.txt", "một".as_bytes()), ("corpus/Bản tin.txt", "hai".as_bytes())]);
    fs::create_dir(place.path("corpus/in")).unwrap();
    place.write("corpus/in/ban tin.txt", b"ba");
    place.write("corpus/in/a.txt", b"bon");
    place.write("corpus/a.txt", b"nam");
    check_index(&place, "", &["corpus"], 0, [5, 0, 0]);
    let absolute = place.path("corpus/in/a.txt");
    let check = |folder: &str, name: &str, expected: &str| {
        let run = run_in(&place, folder, &["show", name]);
        assert_eq!(run.out.trim(), expected, "{folder} {name}: {}", run.err);
        let filter = format!("in:\"{name}\"");
        let found = docs_in(&place, folder, &[&filter]);
        // a part of a name is no pattern
        assert_eq!(found.is_empty(), !name.contains('.'), "{folder} {filter}");
    };
    check("", "corpus/in/a.txt", "bon");
    check("", "./corpus/in/a.txt", "bon");
    check("", absolute.to_str().unwrap(), "bon");
    check("corpus/in", "./a.txt", "bon");
    check("corpus/in", "../a.txt", "nam");
    check("", "in/a.txt", "bon");
    check("", "báo cáo.txt", "một");
    check("", "BAO CAO.TXT", "một");
    check("", "bao", "một");
    check("", "Bản tin.txt", "hai");
    check("", "ban tin.txt", "ba");
    check("", "corpus/ban tin.txt", "hai");
    let run = run_in(&place, "", &["show", "a.txt"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("corpus/a.txt") && run.err.contains("corpus/in/a.txt"), "{}", run.err);
    let run = run_in(&place, "", &["show", "BAN TIN.txt"]);
    assert!(run.code == Some(2) && run.err.contains("corpus/Bản tin.txt"), "{}", run.err);
    // what is gone is not shown
    fs::remove_file(place.path("corpus/a.txt")).unwrap();
    check_index(&place, "", &[], 0, [0, 4, 1]);
    assert_eq!(run_in(&place, "", &["show", "a.txt"]).out.trim(), "bon");
}

#[cfg(unix)]
#[test]
fn names_that_are_not_utf_8_lead_back_to_their_files() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let place = Place::new(&[("corpus/b\\xFF.txt", "thi đua một".as_bytes())]);
    let odd = place.path("corpus").join(OsStr::from_bytes(b"b\xff.txt"));
    // not every file system takes such names
    if fs::write(&odd, "thi đua hai").is_err() {
        return;
    }
    check_index(&place, "", &["corpus"], 0, [2, 0, 0]);
    assert_eq!(docs_in(&place, "", &["thi dua"]), ["corpus/b\\x5CxFF.txt", "corpus/b\\xFF.txt"]);
    fs::remove_file(place.path("corpus/b\\xFF.txt")).unwrap();
    place.write("corpus/c.txt", "thi đua hai".as_bytes());
    check_index(&place, "", &[], 0, [0, 1, 1]);
    // a copy takes over, whatever its name
    fs::remove_file(&odd).unwrap();
    let copy = place.path("corpus").join(OsStr::from_bytes(b"c\xf4ng.txt"));
    fs::copy(place.path("corpus/c.txt"), &copy).unwrap();
    assert_eq!(index_in(&place, "", &[]).0, Some(0));
    fs::remove_file(place.path("corpus/c.txt")).unwrap();
    assert_eq!(index_in(&place, "", &[]).0, Some(0));
    assert_eq!(docs_in(&place, "", &["thi dua hai"]), ["corpus/c\\xF4ng.txt"]);
    let folder = place.path("corpus").join(OsStr::from_bytes(b"\xfe"));
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("y.txt"), "lao động").unwrap();
    let run = Run::of(program(&place.path(""), &["--json", "index"]).arg(&folder).output().unwrap());
    assert_eq!((run.code, &run.json()[0]["read"]), (Some(0), &json!(1)), "{}", run.err);
    assert_eq!(docs_in(&place, "", &["lao dong"]), ["corpus/\\xFE/y.txt"]);
    assert_eq!(run_in(&place, "", &["show", "corpus/\\xFE/y.txt"]).out.trim(), "lao động");
    // as the system has them, too
    let run = |folder: &str, verb: &[&str], name: &[u8]| {
        let mut command = program(&place.path(folder), verb);
        let run =
            Run::of(command.arg(OsStr::from_bytes(name)).env("TRACUU_INDEX", place.path("index")).output().unwrap());
        assert_eq!(run.code, Some(0), "{verb:?}: {}", run.err);
        run.out
    };
    for name in [&b"corpus/\xfe/y.txt"[..], b"\xfe/y.txt", b"./corpus/\xfe/y.txt:1"] {
        assert!(run("", &["show"], name).contains("lao động"));
    }
    assert_eq!(run("corpus", &["show"], b"./\xfe/y.txt").trim(), "lao động");
    for name in [&b"corpus/\xfe"[..], b"\xfe", b"\xfe/*", b"./corpus/\xfe/*.txt", b"?orpus/\xfe/y.txt"] {
        assert!(run("", &["--json", "search", "--in"], name).contains("\"total\":1"));
    }
}

#[test]
fn a_path_that_the_system_takes_for_too_long_is_told() {
    let place = Place::new(&[("corpus/a.txt", "thi đua".as_bytes())]);
    let name = "d".repeat(250);
    let chain = |first: &str| (0..9).fold(place.path(first), |path, _| path.join(&name));
    for first in ["corpus/one", "two"] {
        fs::create_dir_all(chain(first)).unwrap();
    }
    fs::write(chain("two").join("b.txt"), "thi đua").unwrap();
    fs::rename(place.path("two"), chain("corpus/one").join("two")).unwrap();
    let (code, figures, run) = index_in(&place, "", &["corpus"]);
    assert_eq!((code, figures[0]), (Some(2), 1), "{}", run.err);
    assert!(run.err.to_lowercase().contains("too long"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_link_into_another_root_is_told_and_not_followed() {
    let place = two_folders();
    check_index(&place, "", &["b/docs"], 0, [2, 0, 0]);
    std::os::unix::fs::symlink(place.path("b/docs"), place.path("a/docs/link")).unwrap();
    check_index(&place, "a", &["docs"], 0, [1, 0, 0]);
    assert_eq!(docs_in(&place, "", &["thi dua"]).len(), 3);
    // a root may be a link, and its target is the same root
    std::os::unix::fs::symlink(place.path("b/docs"), place.path("corpus/other")).unwrap();
    check_index(&place, "", &["corpus/other"], 0, [0, 2, 0]);
    let found = docs_in(&place, "corpus", &["thi dua in:other/x.txt"]);
    assert_eq!(found, docs_in(&place, "", &["thi dua in:b/docs/x.txt"]));
}

#[test]
fn what_was_forgotten_stays_out_where_its_folder_is_moved() {
    let place = two_folders();
    check_index(&place, "", &["b/docs"], 0, [2, 0, 0]);
    check_index(&place, "", &["--forget", "docs/in"], 0, [0, 0, 1]);
    check_index(&place, "", &["--move", "docs", "b/docs"], 0, [0, 1, 0]);
    fs::rename(place.path("b/docs"), place.path("b/new")).unwrap();
    check_index(&place, "", &["--move", "docs", "b/new"], 0, [0, 1, 0]);
    check_index(&place, "", &[], 0, [0, 1, 0]);
    // of a folder that is indexed in part, the rest stays out too
    place.write("a/docs/z.txt", "thi đua bốn".as_bytes());
    check_index(&place, "", &["a/docs/x.txt"], 0, [1, 0, 0]);
    check_index(&place, "", &["--move", "docs-2", "a/docs"], 0, [0, 1, 0]);
    assert_eq!(docs_in(&place, "", &["thi dua"]), ["docs-2/x.txt", "docs/x.txt"]);
    let run = run_in(&place, "", &["index", "--move", "docs", "none"]);
    assert!(run.code == Some(2) && run.err.contains("none: does not exist"), "{}", run.err);
    let state = run_in(&place, "", &["--json", "status"]).json().remove(0);
    assert_eq!(state["forgotten"], json!(["docs/in"]));
    assert!(run_in(&place, "", &["status"]).out.contains("docs/in"));
}

#[test]
fn what_is_forgotten_is_named_as_what_is_shown() {
    let place = two_folders();
    check_index(&place, "", &["a/docs", "b/docs"], 0, [3, 0, 0]);
    let check = |name: &str, told: &str| {
        let run = run_in(&place, "corpus", &["index", "--forget", name]);
        assert!(run.code == Some(2) && run.err.contains(told), "{name}: {}", run.err);
    };
    check("x.txt", "docs-2/x.txt, docs/x.txt");
    // a part of a name is not enough, nor a namesake that lies elsewhere
    check("y.tx", "y.tx is no name");
    place.write("corpus/y.txt", b"thi dua");
    check("y.txt", "y.txt is no name");
    check_index(&place, "", &["--forget", "Y.txt"], 0, [0, 0, 1]);
    check_index(&place, "corpus", &["--forget", "a/docs/x.txt"], 0, [0, 0, 1]);
    assert_eq!(docs_in(&place, "", &["thi dua"]), ["docs-2/x.txt"]);
}

#[test]
fn what_may_be_several_is_not_forgotten() {
    let place = two_folders();
    check_index(&place, "", &["a/docs", "b/docs"], 0, [3, 0, 0]);
    #[cfg(unix)]
    std::os::unix::fs::symlink(place.path("b/docs"), place.path("corpus/docs")).unwrap();
    for folder in ["b", "corpus"].into_iter().take(if cfg!(unix) { 2 } else { 1 }) {
        for name in ["docs/x.txt", "docs"] {
            let run = run_in(&place, folder, &["index", "--forget", name]);
            let both = name.replacen("docs", "docs-2", 1) + ", " + name;
            assert!(run.code == Some(2) && run.err.contains(&both), "{folder} {name}: {}", run.err);
        }
    }
    assert_eq!(docs_in(&place, "", &["thi dua"]).len(), 3);
    check_index(&place, "", &["--forget", "docs/x.txt"], 0, [0, 0, 1]);
}
