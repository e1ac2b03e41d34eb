//! Links between folders: what lies behind them is known by one path, and goes with it.

use std::fs;
use std::os::unix::fs::symlink;

use serde_json::Value;

use crate::support::{Place, in_namespace};

fn index(place: &Place, arguments: &[&str]) -> (Option<i32>, String) {
    let run = place.run(&[&["index"], arguments].concat());
    (run.code, run.out + &run.err)
}

/// The documents that a query finds, in order of name.
fn docs(place: &Place, query: &str) -> Vec<String> {
    let answer = place.run(&["--json", "search", "--limit", "100", query]).json().remove(0);
    let hits = answer["hits"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut docs: Vec<String> = hits.iter().filter_map(|hit| hit["doc"].as_str().map(str::to_owned)).collect();
    docs.sort();
    docs
}

/// A root `r` with a folder in it, and a folder `kho` beside it.
fn shelves() -> Place {
    let place = Place::new(&[]);
    for folder in ["r", "r/z", "kho"] {
        fs::create_dir(place.path(folder)).unwrap();
        place.write(&format!("{folder}/x.txt"), format!("thi đua ở {folder}").as_bytes());
    }
    place
}

/// After `change`, an update and a rebuild find what an index made anew finds.
fn check(place: &Place, paths: &[&str], query: &str, change: &[&dyn Fn(&Place)]) {
    for change in change {
        change(place);
        index(place, &[]);
    }
    let updated = docs(place, query);
    place.run(&[&["--index", "anew", "index"], paths].concat());
    let anew = place.run(&["--json", "--index", "anew", "search", "--limit", "100", query]).json().remove(0);
    let mut anew: Vec<&str> = anew["hits"].as_array().unwrap().iter().filter_map(|hit| hit["doc"].as_str()).collect();
    anew.sort_unstable();
    assert_eq!(updated, anew);
    index(place, &["--rebuild"]);
    assert_eq!(docs(place, query), anew);
    let state = place.run(&["--json", "status"]).json().remove(0);
    assert!(state["vanished"] == Value::Array(Vec::new()), "{state}");
}

#[test]
fn what_lay_behind_a_link_goes_when_it_is_taken_elsewhere() {
    let write = |name: &'static str| move |place: &Place| place.write(name, "khác hẳn".as_bytes());
    // a folder that was renamed, with a link in its old place
    let place = shelves();
    index(&place, &["r"]);
    let renamed = |place: &Place| {
        fs::rename(place.path("r/z"), place.path("r/moi")).unwrap();
        symlink("moi", place.path("r/z")).unwrap();
    };
    check(&place, &["r"], "thi dua", &[&renamed, &write("r/moi/x.txt")]);
    assert_eq!(docs(&place, "thi dua"), ["r/x.txt"]);
    // a second link that comes first
    let place = shelves();
    symlink("../kho", place.path("r/zlink")).unwrap();
    index(&place, &["r"]);
    check(&place, &["r"], "thi dua", &[&|place| symlink("../kho", place.path("r/alink")).unwrap()]);
    check(&place, &["r"], "thi dua", &[&write("kho/x.txt")]);
    // the folder behind the link becomes a root
    let place = shelves();
    symlink("../kho", place.path("r/zlink")).unwrap();
    index(&place, &["r"]);
    index(&place, &["kho"]);
    check(&place, &["r", "kho"], "thi dua", &[&write("kho/x.txt")]);
    // a folder gives place to a link to its sibling
    let place = shelves();
    fs::create_dir(place.path("r/a")).unwrap();
    place.write("r/a/y.txt", "thi đua ở a".as_bytes());
    index(&place, &["r"]);
    let replaced = |place: &Place| {
        fs::remove_dir_all(place.path("r/z")).unwrap();
        symlink("a", place.path("r/z")).unwrap();
    };
    check(&place, &["r"], "thi dua", &[&replaced]);
    // a link back to its own folder is named
    let place = shelves();
    symlink(".", place.path("r/self")).unwrap();
    index(&place, &["r"]);
    index(&place, &["r/self"]);
    check(&place, &["r"], "thi dua", &[&write("r/x.txt")]);
}

#[test]
fn a_document_is_known_by_the_path_that_no_link_leads_to() {
    type Change = fn(&Place);
    type Links<'l> = &'l [&'l dyn Fn(&Place)];
    let link =
        |target: &'static str, link: &'static str| move |place: &Place| symlink(target, place.path(link)).unwrap();
    let links: [(&str, Links); 5] = [
        ("a folder", &[&link("z", "r/a")]),
        ("a file", &[&link("z/x.txt", "r/a.txt"), &link("../x.txt", "r/z/0.txt")]),
        ("a chain", &[&link("z", "r/b"), &link("b", "r/a"), &link("a/x.txt", "r/0.txt")]),
        ("a ring", &[&link("..", "r/z/0"), &link("z/0", "r/a"), &link("../kho", "r/z/k"), &link("../r", "kho/0")]),
        ("another root", &[&link("../r/z", "kho/0"), &link("../r/z/x.txt", "kho/0.txt"), &link("../kho", "r/a")]),
    ];
    let changes: [(&str, Change); 7] = [
        ("as it is", |_| {}),
        ("a link more", |place| symlink("z", place.path("r/00")).unwrap()),
        ("a second name", |place| fs::hard_link(place.path("r/z/x.txt"), place.path("r/00.txt")).unwrap()),
        ("changed", |place| place.write("r/z/x.txt", "thi đua khác".as_bytes())),
        ("renamed", |place| fs::rename(place.path("r/z/x.txt"), place.path("r/z/a.txt")).unwrap()),
        ("moved", |place| fs::rename(place.path("r/z"), place.path("r/0z")).unwrap()),
        ("the folder goes", |place| fs::remove_dir_all(place.path("r/0z")).unwrap()),
    ];
    for (what, links) in links {
        let place = shelves();
        index(&place, &["r", "kho"]);
        links.iter().for_each(|link| link(&place));
        for (how, change) in changes {
            change(&place);
            index(&place, &[]);
            place.run(&["--index", "anew", "index", "--rebuild", "r", "kho"]);
            let both = ["index", "anew"].map(|index| {
                let answer = place.run(&["--json", "--index", index, "search", "thi dua"]).json().remove(0);
                let told = |hit: &Value| (hit["doc"].clone(), hit["also"].clone(), hit["score"].clone());
                answer["hits"].as_array().unwrap().iter().map(told).collect::<Vec<_>>()
            });
            assert!(both[0] == both[1] && both[0].len() >= 2, "{what}, {how}: {both:?}");
            if how == "as it is" {
                assert_eq!(docs(&place, "thi dua"), ["kho/x.txt", "r/x.txt", "r/z/x.txt"], "{what}");
            }
        }
    }
    // what is named by a link is known by its own path, and what `.tracuuignore` passes over is so by the link, too
    let place = shelves();
    symlink("z", place.path("r/a")).unwrap();
    index(&place, &["r"]);
    place.write("r/z/x.txt", "khác hẳn".as_bytes());
    index(&place, &["r/a/x.txt"]);
    assert_eq!(docs(&place, "khác hẳn"), ["r/z/x.txt"]);
    check(&place, &["r"], "khác hẳn", &[&|place| place.write("r/.tracuuignore", b"/z\n")]);
    symlink("z/x.txt", place.path("r/b.txt")).unwrap();
    index(&place, &[]);
    assert_eq!(docs(&place, "khác hẳn"), [""; 0]);
    // unless the link is named itself
    for named in ["r/a", "r/a/x.txt", "r"] {
        index(&place, &[named]);
        assert_eq!(docs(&place, "khác hẳn"), ["r/a/x.txt"], "{named}");
    }
}

#[test]
fn a_link_to_a_file_that_was_removed_takes_its_text_out() {
    let place = shelves();
    symlink("../kho/x.txt", place.path("r/x-link.txt")).unwrap();
    index(&place, &["r"]);
    fs::remove_file(place.path("kho/x.txt")).unwrap();
    let (code, told) = index(&place, &[]);
    assert!(code == Some(2) && told.contains("a symbolic link to nothing\n"), "{told}");
    assert_eq!(docs(&place, "thi dua"), ["r/x.txt", "r/z/x.txt"]);
}

#[test]
fn a_link_to_a_file_in_a_folder_that_is_away_keeps_its_text() {
    let place = shelves();
    place.write("kho/x.txt", "khác hẳn kho".as_bytes());
    symlink("../kho/x.txt", place.path("r/x-link.txt")).unwrap();
    symlink("x-link.txt", place.path("r/x-chain.txt")).unwrap();
    index(&place, &["r"]);
    fs::rename(place.path("kho"), place.path("away")).unwrap();
    let stays = |docs_now: &[&str]| {
        for _ in 0..2 {
            let (code, told) = index(&place, &[]);
            assert!(code == Some(2) && told.contains("what the index holds of it stays"), "{told}");
            assert_eq!(docs(&place, "khác hẳn"), docs_now);
        }
    };
    let first = docs(&place, "khác hẳn");
    assert_eq!(first.len(), 1);
    stays(&[&first[0]]);
    // under a new name, too
    fs::remove_file(place.path("r/x-chain.txt")).unwrap();
    stays(&["r/x-link.txt"]);
    fs::rename(place.path("r/x-link.txt"), place.path("r/y-link.txt")).unwrap();
    stays(&["r/y-link.txt"]);
    fs::rename(place.path("away"), place.path("kho")).unwrap();
    assert_eq!(index(&place, &[]).0, Some(0));
    assert_eq!(docs(&place, "khác hẳn"), ["r/y-link.txt"]);
    // and goes with the folder when that is there without it
    fs::rename(place.path("kho"), place.path("away")).unwrap();
    fs::create_dir(place.path("kho")).unwrap();
    index(&place, &[]);
    assert_eq!(docs(&place, "khác hẳn"), [""; 0]);
}

#[test]
fn what_a_second_path_leads_to_is_found_by_it() {
    let place = shelves();
    symlink("x.txt", place.path("r/y.txt")).unwrap();
    symlink("z", place.path("r/zz")).unwrap();
    index(&place, &["r"]);
    for name in ["r/y.txt", "./r/y.txt", "r/zz/x.txt"] {
        let shown = place.run(&["show", name]);
        let found = docs(&place, &format!("thi dua in:{name}"));
        assert!(shown.code == Some(0) && found.len() == 1, "{name}: {found:?} {}", shown.err);
    }
    assert_eq!(docs(&place, "thi dua in:r/zz"), ["r/z/x.txt"]);
    assert_eq!(docs(&place, "thi dua -in:r/y.txt"), ["r/z/x.txt"]);
}

#[test]
fn a_link_that_is_a_root_is_not_told_to_lead_to_itself() {
    let place = shelves();
    symlink("../kho", place.path("r/zl")).unwrap();
    index(&place, &["r/zl"]);
    for arguments in [&["r"][..], &[], &["--rebuild"], &[]] {
        let (code, told) = index(&place, arguments);
        assert!(code == Some(0) && !told.contains("left out"), "{told}");
        assert_eq!(docs(&place, "thi dua"), ["r/x.txt", "r/z/x.txt", "zl/x.txt"]);
    }
}

#[test]
fn links_that_lead_to_each_other_are_links_to_nothing() {
    let place = shelves();
    index(&place, &["r"]);
    fs::remove_file(place.path("r/x.txt")).unwrap();
    symlink("x.txt", place.path("r/x.txt")).unwrap();
    symlink("one", place.path("r/two")).unwrap();
    symlink("two", place.path("r/one")).unwrap();
    let (code, told) = index(&place, &[]);
    assert_eq!((code, told.matches("a symbolic link to nothing\n").count()), (Some(2), 3), "{told}");
    assert_eq!(docs(&place, "thi dua"), ["r/z/x.txt"]);
}

#[test]
fn a_folder_that_is_indexed_is_brought_up_to_date_under_whichever_root_it_belongs_to() {
    let place = shelves();
    symlink("r/z", place.path("L")).unwrap();
    index(&place, &["L", "r"]);
    assert_eq!(docs(&place, "thi dua"), ["L/x.txt", "r/x.txt"]);
    place.write("r/z/x.txt", "khác hẳn".as_bytes());
    index(&place, &["r"]);
    assert_eq!(docs(&place, "khác hẳn"), ["L/x.txt"]);
}

#[test]
fn links_to_other_disks_are_followed_or_kept() {
    let place = shelves();
    let script = "index() { $TRACUU index \"$@\" > out 2> told; }
        found() { $TRACUU --json search --limit 100 'thi dua' | grep -o '\"doc\":' | wc -l | grep -q \"^$1\\$\"; }
        mkdir s d && mount -t tmpfs none s && echo thi dua s > s/a.txt && ln -s ../s/a.txt d/a.txt || exit 3
        for number in 1 2 3; do ln -s ../s/a.txt r/$number.txt; done
        index d/a.txt && index r && found 3 || exit 4
        umount s; for how in '' --rebuild d/a.txt ''; do
            index $how; test $? = 2 && grep -q 'd/a.txt is left out: the disk that was there is gone: what the index' told || exit 5
            found 3 && grep -q ' 0 removed' out || exit 6
        done
        mount -t tmpfs none s && echo other > s/b.txt && index; test $? = 2 && found 3 || exit 11
        umount s && mount -t tmpfs none s && echo thi dua s > s/a.txt && index && found 3 && rm s/a.txt && index; test $? = 2 || exit 12
        found 2 && grep -q 'd/a.txt is left out: a symbolic link to nothing$' told && umount s || exit 13
        mkdir A m && echo thi dua A > A/1.txt && mount -t tmpfs none m && echo thi dua m > m/4.txt && ln -s A L || exit 7
        index L && ln -sfn m L && index L && grep -q 'it leads to .*/m now' told || exit 8
        found 3 && $TRACUU search 'thi dua m' | grep -q 'L/4.txt' || exit 9
        umount m; index L; test $? = 2 && found 3 && grep -q ' 0 removed' out || exit 10";
    let Some(run) = in_namespace(&place, script) else { return };
    let last = ["out", "told"].map(|name| fs::read_to_string(place.path(name)).unwrap_or_default());
    assert_eq!(run.code, Some(0), "{}{}{last:?}", run.out, run.err);
}

#[test]
fn a_link_to_another_disk_that_is_taken_away_is_no_disk_that_is_gone() {
    let place = Place::new(&[]);
    let script = "index() { $TRACUU index \"$@\" > out 2> told; }
        found() { $TRACUU --json search --limit 100 \"$2\" | grep -o '\"doc\":' | wc -l | grep -q \"^$1\\$\"; }
        mkdir s o d && mount -t tmpfs none s && mkdir s/x && echo thi dua s > s/a.txt && echo thi dua x > s/x/x.txt || exit 3
        echo thi dua khac > o/a.txt && echo k > d/k.txt && echo k2 > d/k2.txt || exit 3
        link() { ln -sfn ../s/a.txt d/a.txt && ln -sfn ../s/x d/x; }
        link && index d && found 2 'thi dua' || exit 4
        rm d/a.txt d/x && index d && found 0 'thi dua' && grep -q ' 2 removed' out || exit 5
        link && index && found 2 'thi dua' && ln -sfn ../o/a.txt d/a.txt && ln -sfn ../o d/x && index || exit 6
        found 1 'thi dua khac' && found 1 'thi dua' || exit 7
        link && index && found 2 'thi dua' && rm d/a.txt d/x && mkdir d/x && echo thi dua that > d/a.txt && index || exit 8
        found 1 'thi dua that' && found 1 'thi dua' && rm -r d/a.txt d/x && link && index && found 2 'thi dua' || exit 9
        umount s; index; test $? = 2 && found 2 'thi dua' && grep -q ' 0 removed' out || exit 10";
    let Some(run) = in_namespace(&place, script) else { return };
    let last = ["out", "told"].map(|name| fs::read_to_string(place.path(name)).unwrap_or_default());
    assert_eq!(run.code, Some(0), "{}{}{last:?}", run.out, run.err);
}

#[test]
fn a_root_that_is_pointed_elsewhere_is_followed_though_its_disk_is_gone() {
    let place = Place::new(&[]);
    let script = "mkdir m B && mount -t tmpfs none m && echo thi dua m > m/1.txt && echo thi dua n > m/2.txt && ln -s m L || exit 3
        echo thi dua B > B/b.txt && $TRACUU index L && umount m || exit 4
        $TRACUU index > out 2> told; test $? = 2 && grep -q 'what the index holds of it stays' told || exit 5
        ln -sfn B L && $TRACUU index > out 2> told && grep -q 'it leads to .*/B now' told || exit 6
        $TRACUU --json search 'thi dua' > found && grep -q 'L/b.txt' found && ! grep -q 'L/1.txt' found || exit 7";
    let Some(run) = in_namespace(&place, script) else { return };
    let last = ["out", "told"].map(|name| fs::read_to_string(place.path(name)).unwrap_or_default());
    assert_eq!(run.code, Some(0), "{}{}{last:?}", run.out, run.err);
}

#[test]
fn what_a_link_leads_to_in_another_root_is_known_by_that_root() {
    let place = shelves();
    for folder in ["kho/in", "kho/.in"] {
        fs::create_dir(place.path(folder)).unwrap();
        place.write(&format!("{folder}/y.txt"), format!("lao động {folder}").as_bytes());
    }
    index(&place, &["kho"]);
    symlink("../kho/in", place.path("r/lk")).unwrap();
    symlink("../kho/in/y.txt", place.path("r/y.txt")).unwrap();
    symlink("../kho/.in", place.path("r/hidden")).unwrap();
    let (_, told) = index(&place, &["r"]);
    assert!(told.contains("r/lk is left out: it leads to kho/in\n"), "{told}");
    assert!(told.contains("r/y.txt is left out: it leads to kho/in/y.txt\n"), "{told}");
    let check = |query: &str, expected: &[&str]| assert_eq!(docs(&place, query), expected, "{query}");
    // what its root passes over is nobody's
    check("lao động", &["kho/in/y.txt", "r/hidden/y.txt"]);
    place.write("kho/in/y.txt", "khác hẳn".as_bytes());
    index(&place, &["kho"]);
    check("lao động", &["r/hidden/y.txt"]);
    check("khác hẳn", &["kho/in/y.txt"]);
    index(&place, &["--rebuild"]);
    check("khác hẳn", &["kho/in/y.txt"]);
}

#[test]
fn a_text_behind_a_link_to_what_is_away_stays_though_a_file_of_it_has_a_link_of_its_own() {
    let place = shelves();
    symlink("../kho/x.txt", place.path("r/a.txt")).unwrap();
    symlink("../kho", place.path("r/lk")).unwrap();
    symlink("lk", place.path("r/lk2")).unwrap();
    assert_eq!(index(&place, &["r"]).0, Some(0));
    fs::rename(place.path("kho"), place.path("xa")).unwrap();
    for arguments in [&[][..], &["--rebuild"], &[]] {
        let (code, told) = index(&place, arguments);
        assert!(
            code == Some(2) && told.contains("r/lk is left out: a symbolic link to nothing: what the index holds"),
            "{told}"
        );
        assert_eq!(docs(&place, "thi dua"), ["r/lk/x.txt", "r/x.txt", "r/z/x.txt"], "{told}");
    }
    fs::rename(place.path("xa"), place.path("kho")).unwrap();
    assert_eq!(index(&place, &[]).0, Some(0));
    check(&place, &["r"], "thi dua", &[]);
}

#[test]
fn a_link_to_what_is_away_keeps_it_wherever_the_link_is_moved() {
    let place = shelves();
    let link = |target: &str, link: &str| symlink(target, place.path(link)).unwrap();
    fs::create_dir_all(place.path("r/z/sau")).unwrap();
    link(place.path("kho").to_str().unwrap(), "r/lk");
    link("../../kho", "r/z/lk2");
    assert_eq!(index(&place, &["r"]).0, Some(0));
    let before = docs(&place, "thi đua");
    assert_eq!(before, ["r/lk/x.txt", "r/x.txt", "r/z/x.txt"]);
    fs::rename(place.path("kho"), place.path("xa")).unwrap();
    fs::remove_file(place.path("r/z/lk2")).unwrap();
    for (from, to) in [("r/lk", "r/z/moi"), ("r/z/moi", "r/z/sau/lk"), ("r/z/sau", "r/sau")] {
        fs::rename(place.path(from), place.path(to)).unwrap();
        for arguments in [&[][..], &[], &["--rebuild"]] {
            let (code, told) = index(&place, arguments);
            assert_eq!(code, Some(2), "{to} {arguments:?}: {told}");
            assert!(told.contains("what the index holds of it stays"), "{to} {arguments:?}: {told}");
            assert_eq!(docs(&place, "thi đua").len(), 3, "{to} {arguments:?}: {told}");
        }
    }
    assert_eq!(docs(&place, "thi đua"), ["r/sau/lk/x.txt", "r/x.txt", "r/z/x.txt"]);
    let state = place.run(&["--json", "status"]).json().remove(0);
    assert_eq!(state["vanished"], serde_json::json!([]));
    fs::rename(place.path("xa"), place.path("kho")).unwrap();
    assert_eq!(index(&place, &[]).0, Some(0));
    assert_eq!(docs(&place, "thi đua").len(), 3);
    fs::remove_file(place.path("r/sau/lk")).unwrap();
    assert_eq!(index(&place, &[]).0, Some(0));
    assert_eq!(docs(&place, "thi đua"), ["r/x.txt", "r/z/x.txt"]);
}

#[cfg(target_os = "linux")]
#[test]
fn what_the_kernel_tells_of_the_machine_is_no_document() {
    let place = shelves();
    for (target, link) in
        [("/proc", "r/may"), ("/proc/self", "r/z/minh"), ("/sys/kernel", "r/sys"), ("/proc/cpuinfo", "r/cpu.txt")]
    {
        symlink(target, place.path(link)).unwrap();
    }
    let (code, told) = index(&place, &["r"]);
    assert_eq!((code, docs(&place, "thi đua").len()), (Some(2), 2), "{told}");
    for link in ["r/may", "r/z/minh", "r/sys", "r/cpu.txt"] {
        assert!(told.contains(&format!("{link} is left out: it lies in a file system of the kernel")), "{told}");
    }
    let (_, told) = index(&place, &["/proc/self"]);
    assert!(told.contains("it lies in a file system of the kernel"), "{told}");
}
