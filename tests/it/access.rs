//! Folders of indexes that others share or have made: who may read the files, and what is written where.

use std::collections::BTreeSet;
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use crate::support::{Place, Run, TEXT};

/// The modes of all files of the index.
fn modes(place: &Place) -> BTreeSet<String> {
    let entries = fs::read_dir(place.path("index")).unwrap().map(Result::unwrap);
    entries.map(|entry| format!("{:o}", entry.metadata().unwrap().permissions().mode() & 0o777)).collect()
}

fn index(place: &Place, mask: &str, options: &str) {
    let script = format!("umask {mask}; exec \"$TRACUU\" index corpus {options}");
    let mut shell = Command::new("sh");
    shell.args(["-c", &script]).current_dir(place.path("")).env("TRACUU", env!("CARGO_BIN_EXE_tracuu"));
    let run = Run::of(shell.output().unwrap());
    assert_eq!(run.code, Some(0), "{}", run.err);
}

#[test]
fn the_files_of_an_index_are_for_whom_the_sources_are() {
    let place = Place::new(&[("corpus/a.txt", TEXT.as_bytes()), ("corpus/b.txt", b"b")]);
    let set = |name: &str, mode: u32| fs::set_permissions(place.path(name), Permissions::from_mode(mode)).unwrap();
    for name in ["corpus/a.txt", "corpus/b.txt"] {
        set(name, 0o664);
    }
    set("corpus", 0o775);
    let check = |mask: &str, options: &str, expected: &str| {
        index(&place, mask, options);
        assert_eq!(modes(&place), BTreeSet::from([expected.to_owned()]), "{mask} {options}");
    };
    check("022", "", "644");
    check("002", "--rebuild", "664");
    place.write("corpus/c.txt", b"c");
    set("corpus/c.txt", 0o600);
    check("002", "", "600");
    // what the index held from it is not gone for certain
    fs::remove_file(place.path("corpus/c.txt")).unwrap();
    check("022", "", "600");
    check("022", "--rebuild", "644");
    set("corpus", 0o700);
    check("022", "", "600");
    check("077", "--rebuild", "600");
}

#[test]
fn nothing_is_written_through_links_that_lie_in_the_folder() {
    for name in [
        ".writer",
        ".writer.lock",
        ".tantivy-writer.lock",
        ".tantivy-meta.lock",
        "meta.json",
        ".managed.json",
        "sums.tsv",
    ] {
        for target in ["../victim", "../new"] {
            let place = Place::new(&[("corpus/a.txt", TEXT.as_bytes()), ("victim", b"precious")]);
            fs::create_dir(place.path("index")).unwrap();
            symlink(target, place.path(&format!("index/{name}"))).unwrap();
            let run = place.run(&["index"]);
            assert_eq!(run.code, Some(2), "{name}");
            assert!(run.err.contains(&format!("index/{name} is no file that `tracuu` has made")), "{}", run.err);
            place.run(&["search", "dai hoi"]);
            assert_eq!(fs::read(place.path("victim")).unwrap(), b"precious", "{name}");
            assert!(!place.path("new").exists(), "{name}");
        }
    }
}

#[test]
fn a_file_of_the_index_that_a_link_has_replaced_is_refused() {
    let place = Place::indexed();
    let files =
        fs::read_dir(place.path("index")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    for name in files.collect::<Vec<_>>() {
        let (here, there) = (place.path(&format!("index/{name}")), place.path("elsewhere"));
        fs::rename(&here, &there).unwrap();
        symlink(&there, &here).unwrap();
        for verb in [&["search", "thang"][..], &["index"]] {
            let run = place.run(verb);
            let told = format!("index/{name} is no file that `tracuu` has made, but a link");
            assert!(run.code == Some(2) && run.err.contains(&told), "{name} {verb:?}: {}", run.err);
        }
        fs::remove_file(&here).unwrap();
        fs::rename(&there, &here).unwrap();
    }
    assert_eq!(place.run(&["search", "thang"]).code, Some(0));
}
