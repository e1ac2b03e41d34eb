//! Disks, links and folders that come and go: nothing is taken out by mistake, and what is taken out is told.

use std::fs;

use serde_json::{Value, json};

use crate::support::{Place, Run, in_namespace};

/// Folders, each with some texts of its name.
fn folders(names: &[(&str, usize)]) -> Place {
    let place = Place::new(&[]);
    for &(folder, texts) in names {
        fs::create_dir_all(place.path(folder)).unwrap();
        for number in 0..texts {
            place.write(&format!("{folder}/{number}.txt"), format!("thi đua {folder} {number}").as_bytes());
        }
    }
    place
}

/// Runs `index`: its exit code, how many files it has read, left as they were and taken out, and the run.
fn index(place: &Place, arguments: &[&str]) -> (Option<i32>, [u64; 3], Run) {
    let run = place.run(&[&["--json", "index"], arguments].concat());
    let summary = run.json().remove(0);
    let figures = ["read", "unchanged", "removed"].map(|name| summary[name].as_u64().unwrap_or(99));
    (run.code, figures, run)
}

fn notices(run: &Run) -> Value {
    run.json().remove(0)["notices"].clone()
}

#[cfg(unix)]
#[test]
fn a_root_that_leads_elsewhere_is_told_once() {
    let place = folders(&[("a", 2), ("b", 3)]);
    let link = |target: &str| {
        // a link is never changed, only replaced
        let _ = fs::remove_file(place.path("docs"));
        std::os::unix::fs::symlink(place.path(target), place.path("docs")).unwrap();
    };
    link("a");
    let (code, figures, run) = index(&place, &["docs"]);
    assert_eq!((code, figures, notices(&run)), (Some(0), [2, 0, 0], json!([])));
    link("b");
    let (code, figures, run) = index(&place, &[]);
    let told = notices(&run)[0]["reason"].as_str().unwrap().to_owned();
    assert_eq!((code, figures, &notices(&run)[0]["file"]), (Some(0), [3, 0, 0], &json!("docs")));
    assert!(told.starts_with("it leads to ") && told.contains("/b now, before to "), "{told}");
    let (_, _, run) = index(&place, &[]);
    assert_eq!(notices(&run), json!([]));
    // a link to nothing, or to an empty folder, takes nothing out
    fs::create_dir(place.path("c")).unwrap();
    for target in ["none", "c"] {
        link(target);
        let (code, figures, run) = index(&place, &[]);
        assert_eq!((code, figures[2]), (Some(2), 0), "{target}: {}", run.out);
    }
}

#[test]
fn a_root_is_not_moved_to_where_nothing_of_it_is() {
    let place = folders(&[("a", 3), ("other", 1), ("empty", 0), ("odd", 0)]);
    place.write("file", b"thi dua");
    place.write("odd/x.bin", b"x");
    assert_eq!(index(&place, &["a"]).0, Some(0));
    for (target, told) in [("file", "it is no folder"), ("empty", "it is empty"), ("odd", "no file that can be read")] {
        let run = place.run(&["index", "--move", "a", target]);
        let expected = format!("{target} cannot be the place of a: {told}");
        assert!(run.code == Some(2) && run.err.contains(&expected), "{target}: {}", run.err);
        // it stays where it was
        assert_eq!(index(&place, &[]).0, Some(0), "{target}");
    }
    fs::rename(place.path("a"), place.path("empty/a")).unwrap();
    assert_eq!(index(&place, &["--move", "a", "empty/a"]).0, Some(0));
    // of single files, too
    assert_eq!(index(&place, &["other/0.txt"]).0, Some(0));
    let run = place.run(&["index", "--move", "other", "odd"]);
    assert!(run.code == Some(2) && run.err.contains("odd cannot be the place of other"), "{}", run.err);
}

#[test]
fn what_an_emptied_folder_takes_with_it_is_told() {
    let place = folders(&[("r/in/deep", 3), ("r/in/flat", 2), ("r", 1), ("r/gone", 2)]);
    assert_eq!(index(&place, &["r"]).1, [8, 0, 0]);
    fs::remove_dir_all(place.path("r/in/deep")).unwrap();
    fs::remove_dir_all(place.path("r/in/flat")).unwrap();
    fs::remove_dir_all(place.path("r/gone")).unwrap();
    let (code, figures, run) = index(&place, &[]);
    assert_eq!((code, figures), (Some(0), [0, 1, 7]));
    assert_eq!(notices(&run), json!([{"file": "r/in", "reason": "it is empty now, 5 files of it are taken out"}]));
    assert_eq!(notices(&index(&place, &[]).2), json!([]));
}

#[test]
fn a_disk_below_a_root_that_is_not_there_takes_nothing_out() {
    let place = folders(&[("r", 1), ("r/disk", 0)]);
    let script = "mkdir store && mount -t tmpfs none store && mkdir store/in || exit 3
        echo thi dua 1 > store/1.txt; echo thi dua 2 > store/in/2.txt
        index() { $TRACUU index \"$@\" > /dev/null 2> told; }
        mount --bind store r/disk && index r && index || exit 4
        umount r/disk && $TRACUU --json status > away || exit 5
        for how in '' --rebuild r/disk; do
            index $how; test $? = 2 && grep -q 'the disk that was there is gone' told || exit 6
        done
        echo chua gan dia > r/disk/note.txt; index; test $? = 2 && grep -q 'the disk that was there is gone' told || exit 13
        index; test $? = 2 || exit 14
        rm r/disk/note.txt; index
        rmdir r/disk; index; test $? = 2 || exit 7
        $TRACUU search thi dua | grep -q 'r/disk/in/2.txt' || exit 8
        mkdir r/disk && mount --bind store r/disk && index || exit 9
        rm -r r/disk/*; index && grep -q '2 files of it are taken out' told || exit 10
        echo thi dua 3 > r/disk/3.txt; index && umount r/disk || exit 11
        index --forget r/disk && index && test ! -s told || exit 12
        $TRACUU --json search thi dua; cat away";
    let Some(run) = in_namespace(&place, script) else { return };
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    let (mut printed, away) = (run.json(), ["missing", "vanished"]);
    let state = printed.pop().unwrap();
    assert_eq!(away.map(|name| state[name].clone()), [json!(["r/disk"]), json!([])]);
    let hits = printed.pop().unwrap()["hits"].as_array().unwrap().len();
    assert_eq!(hits, 1);
}

#[test]
fn a_root_that_is_a_disk_takes_nothing_out_when_something_else_lies_there() {
    let place = folders(&[("store", 2), ("r", 0)]);
    let script = "mkdir away && mount -t tmpfs none away && cp store/* away || exit 3
        index() { $TRACUU index \"$@\" > /dev/null 2> told; }
        mount --bind away r && index r && index || exit 4
        umount r && echo chua gan dia > r/note.txt || exit 5
        gone() { index \"$@\"; test $? = 2 && grep -q 'the disk that was there is gone' told; }
        gone && gone && gone r && gone --rebuild && gone || exit 6
        echo khac han > r/0.txt; gone && gone || exit 7
        mkdir other && mount -t tmpfs none other && echo khac > other/x.txt && mount --bind other r && gone && gone || exit 8
        umount r && rm r/*; mount --bind away r && index || exit 9
        $TRACUU --json search thi dua";
    let Some(run) = in_namespace(&place, script) else { return };
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    assert_eq!(run.json()[0]["hits"].as_array().unwrap().len(), 2);
}

#[test]
fn a_root_on_a_disk_that_is_gone_takes_nothing_out() {
    let place = folders(&[("p", 0)]);
    let script = "mount -t tmpfs none p && mkdir p/s && echo thi dua > p/s/1.txt || exit 3
        index() { $TRACUU index \"$@\" > /dev/null 2> told; }
        index p/s && umount p && mkdir p/s && echo khac > p/s/new.txt || exit 4
        for run in 1 2; do index; test $? = 2 && grep -q 'the disk that was there is gone' told || exit 5; done
        $TRACUU --json search thi dua
        echo thi dua > p/s/1.txt; index && test ! -s told || exit 6";
    let Some(run) = in_namespace(&place, script) else { return };
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    assert_eq!(run.json()[0]["hits"].as_array().unwrap().len(), 1);
}

#[test]
fn a_root_of_which_every_file_is_another_is_told() {
    let place = folders(&[("r", 3)]);
    assert_eq!(index(&place, &["r"]).1, [3, 0, 0]);
    (0..3).for_each(|number| fs::remove_file(place.path(&format!("r/{number}.txt"))).unwrap());
    place.write("r/other.txt", b"thi dua xa");
    let (code, figures, run) = index(&place, &[]);
    assert_eq!((code, figures), (Some(0), [1, 0, 3]));
    let told = "none of its 3 files is there any more, they are taken out: what lies there now is other";
    assert_eq!(notices(&run), json!([{"file": "r", "reason": told}]));
}

#[test]
fn what_is_the_same_in_a_root_that_is_not_there_stays_one_document() {
    let place = folders(&[("g", 1), ("g2", 0)]);
    assert_eq!(index(&place, &["g"]).1, [1, 0, 0]);
    fs::rename(place.path("g"), place.path("gone")).unwrap();
    place.write("g2/0.txt", &fs::read(place.path("gone/0.txt")).unwrap());
    for arguments in [&["g2"][..], &["--rebuild"], &[]] {
        index(&place, arguments);
        let state = place.run(&["--json", "status"]).json().remove(0);
        assert_eq!(state["documents"], 1, "{arguments:?}");
    }
    fs::rename(place.path("gone"), place.path("g")).unwrap();
    assert_eq!(index(&place, &[]).0, Some(0));
    let hits = place.run(&["--json", "search", "thi dua"]).json().remove(0)["hits"].clone();
    assert_eq!((hits.as_array().unwrap().len(), &hits[0]["doc"]), (1, &json!("g/0.txt")));
}

/// Runs a script in a namespace of its own, where `gone` is an `index` that tells of a disk and takes nothing out, and
/// `done` one that ends well.
fn scripted(place: &Place, script: &str) {
    let told = "index() { $TRACUU index \"$@\" > out 2> told; }
        gone() { index \"$@\"; test $? = 2 && grep -q ': what the index holds of it stays' told && grep -q ' 0 removed' out; }
        done_() { index \"$@\" && test ! -s told; }
        found() { $TRACUU --json search --limit 100 thi dua | grep -o '\"doc\":' | wc -l | grep -q \"^$1\\$\"; }
        fill() { mkdir -p $1; for n in 1 2 3; do echo thi dua $1 $2 $n > $1/$n.txt; done; }
        ";
    let Some(run) = in_namespace(place, &format!("{told}{script}")) else { return };
    let last = fs::read_to_string(place.path("out")).unwrap_or_default();
    let told = fs::read_to_string(place.path("told")).unwrap_or_default();
    assert_eq!(run.code, Some(0), "{}{}{last}{told}", run.out, run.err);
}

#[test]
fn a_path_that_is_named_below_a_disk_that_is_gone_is_not_looked_at() {
    let place = folders(&[("r", 1), ("r/usb", 0), ("s", 0), ("plain/d", 2)]);
    scripted(
        &place,
        "mount -t tmpfs none r/usb && fill r/usb && fill r/usb/d && mount -t tmpfs none s && fill s && fill s/d || exit 3
        done_ r s plain && found 15 && umount r/usb s || exit 4
        gone r/usb/d && gone r/usb/1.txt && gone r/usb/d/1.txt r/usb/2.txt && gone s/d s/1.txt && found 15 || exit 5
        echo la > r/usb/stray.txt; mkdir s/d r/usb/d; echo la > s/stray.txt
        gone r/usb/d && gone r/usb/1.txt r/usb/2.txt && gone r/usb/stray.txt && gone s/d && gone && found 15 || exit 6
        mv plain away; mkdir -p plain/d; index plain/d; test $? = 2 && found 15 || exit 7
        $TRACUU index --forget r/usb/d && found 12 || exit 8",
    );
}

#[test]
fn a_disk_over_a_folder_and_a_new_disk_take_nothing_out() {
    let place = folders(&[("r", 1), ("r/usb", 3), ("r/card", 0), ("bound", 3), ("r/bind", 0), ("one", 0)]);
    scripted(
        &place,
        "mount -t tmpfs none r/card && fill r/card && mount --bind bound r/bind && mount -t tmpfs none one && fill one || exit 3
        done_ r && done_ one/1.txt one/2.txt one/3.txt && found 13 && done_ || exit 4
        mount -t tmpfs none r/usb && echo khac > r/usb/x.txt && gone && gone && gone r/usb/1.txt r/usb && found 13 || exit 5
        umount r/usb && done_ && found 13 || exit 6
        umount r/card && mount -t tmpfs none r/card && echo khac > r/card/x.txt && gone && gone && found 13 || exit 7
        fill r/card && done_ && rm r/card/1.txt && done_ && grep -q ' 1 removed' out && found 12 || exit 8
        umount r/bind && gone && mount --bind bound r/bind && done_ && umount r/bind && mount --bind one r/bind || exit 9
        gone && umount r/bind && mount --bind bound r/bind && done_ && found 12 || exit 10
        umount one && mount -t tmpfs none one && echo khac > one/x.txt && gone && gone one/1.txt && found 12 || exit 11",
    );
}

#[test]
fn a_link_in_the_place_of_a_disk_takes_nothing_out() {
    let place = folders(&[("away", 0), ("other", 2), ("home/u", 0)]);
    scripted(
        &place,
        "mount -t tmpfs none home/u && mkdir home/u/r && fill home/u/r && ln -s home way && done_ way/u/r && found 3 || exit 3
        umount home/u && ln -s ../../other home/u/r && gone && gone && gone --rebuild && gone home/u/r && found 3 || exit 4
        rm home/u/r && mount -t tmpfs none home/u && mkdir home/u/r && fill home/u/r && index; test $? = 0 || exit 5
        cp -a home/u/r moved && mv home/u/r old && ln -s ../../moved home/u/r && index; test $? = 0 && found 3 || exit 6",
    );
}

#[test]
fn what_lies_in_the_place_of_what_is_out_stays_what_it_is() {
    let place = folders(&[("m", 0), ("r", 0), ("o/s", 2)]);
    scripted(
        &place,
        "mount -t tmpfs none m && fill m && mount --bind m r && done_ r o && found 5 || exit 3
        umount r && rmdir r && ln -s o/s r && gone && gone --rebuild && gone && found 5 || exit 4",
    );
    let place = folders(&[("m", 0), ("m2", 0), ("r/y/m", 0)]);
    scripted(
        &place,
        "mount -t tmpfs none m && fill m && mount -t tmpfs none m2 && fill m2 && fill r/y && ln -s y r/l || exit 3
        mount --bind m r/y/m && index r && found 6 || exit 4
        umount r/y/m && mount --bind m2 r/y/m && gone && gone && found 6 || exit 5
        umount r/y/m && gone && mount --bind m r/y/m && index && found 6 && index --rebuild && found 6 || exit 6",
    );
}

#[test]
fn what_links_led_to_goes_with_them_though_a_disk_lies_there() {
    let place = folders(&[("m", 0), ("e/d", 1), ("r", 1), ("u", 0)]);
    scripted(
        &place,
        "mount -t tmpfs none m && fill m && mount --bind m e/d && ln -s ../e r/l && index r && found 4 || exit 3
        rm r/l && index && found 1 && index && test ! -s told || exit 4
        mount -t tmpfs none u && fill u && mkdir r/x && echo thi dua x > r/x/x.txt && done_ && found 2 || exit 5
        rm -r r/x && ln -s ../u r/x && index && found 4 && done_ || exit 6",
    );
    let place = folders(&[("m", 0), ("r/y/d", 0)]);
    scripted(
        &place,
        "mount -t tmpfs none m && fill m && mount --bind m r/y/d && ln -s y r/z && index r && found 3 || exit 3
        umount r/y/d && index --forget r/y/d/1.txt && gone && found 3 && gone && found 3 || exit 4
        mount --bind m r/y/d && index && found 3 || exit 5",
    );
}

#[test]
fn a_disk_that_holds_only_links_takes_nothing_out_when_it_is_gone() {
    let place = folders(&[("away/d", 2), ("r", 1), ("r/usb", 0), ("s", 0)]);
    scripted(
        &place,
        "away=$PWD/away; mount -t tmpfs none r/usb && mkdir r/usb/x && ln -s $away/d/0.txt r/usb/x/0.txt || exit 3
        done_ r && found 2 && umount r/usb && gone && gone --rebuild && gone && found 2 || exit 4
        mount -t tmpfs none s && ln -s $away/d s/d && done_ s && found 3 && umount s && gone && found 3 || exit 5
        echo khac > s/x.txt && gone && found 3 && rm s/x.txt && mount -t tmpfs none s && ln -s $away/d s/d || exit 6
        gone && grep -q 'r/usb is left out' told && ! grep -q ' s is left out' told && found 3 || exit 7
        rm s/d && echo thi dua s > s/s.txt && index; grep -q ' 2 removed' out && found 3 || exit 8",
    );
}

#[test]
fn a_second_path_to_a_disk_that_is_out_stands_in_when_the_first_is_removed() {
    let place = folders(&[("m", 0), ("r", 1), ("r/m", 0)]);
    scripted(
        &place,
        "mount -t tmpfs none m && fill m/y && mount --bind m r/m && ln -s m r/a && ln -s m/y/1.txt r/b.txt || exit 3
        index r && found 4 && umount r/m && gone && gone && gone --rebuild && found 4 || exit 4
        rm r/a; index; test $? = 2 && gone && found 4 || exit 5
        rm r/b.txt; index; test $? = 2 && gone && found 4 || exit 6
        mount --bind m r/m && done_ && found 4 && mv r/m/y r/y && index; found 4 && rm -r r/y && index && found 1 || exit 7",
    );
    let place = folders(&[("m", 0), ("r", 1), ("r/m", 0)]);
    scripted(
        &place,
        "mount -t tmpfs none m && fill m/y && mount --bind m r/m && ln -s m/y r/a && index r && found 4 || exit 3
        umount r/m && gone && rm r/a; index; test $? = 2 && gone && mount --bind m r/m && mv r/m/y r/y || exit 4
        index; found 4 && ! grep -q 'is left out' told || exit 5",
    );
}

#[test]
fn a_root_of_which_all_is_known_elsewhere_is_not_empty() {
    let place = folders(&[("A", 0), ("B", 0), ("e", 1)]);
    scripted(
        &place,
        "fill B && ln -s ../B A/zl && index A && index B && found 3 || exit 3
        rm B/1.txt && index; test $? = 0 && found 2 && index && ! grep -q 'no file that can be read' told || exit 4
        ln -s ../e/0.txt B/k.txt && index --forget B && index B/k.txt B/2.txt || exit 5
        mv B/k.txt B/c.txt && index; rm B/c.txt e/0.txt; index; ! $TRACUU --json search thi dua | grep -q c.txt || exit 6",
    );
}

#[test]
fn a_root_that_is_moved_keeps_its_disks() {
    let place = folders(&[("r", 3), ("r/usb", 0)]);
    scripted(
        &place,
        "mount -t tmpfs none r/usb && fill r/usb && mv r/usb/3.txt r/usb/4.txt && done_ r && umount r/usb && mv r neu || exit 3
        gone --move r neu && gone && found 6 || exit 4
        echo moi > neu/new.txt; rm neu/0.txt neu/1.txt neu/2.txt; index; test $? = 2 && found 3 || exit 5
        grep -q 'none of its 3 files is there any more' told || exit 6",
    );
}

#[test]
fn a_root_is_moved_only_to_where_half_of_it_is() {
    let place = folders(&[("a", 4), ("b", 0), ("c", 0)]);
    assert_eq!(index(&place, &["a"]).0, Some(0));
    // files of other names, files of the same names with other contents
    place.write("b/x.txt", b"khac");
    (0..4).for_each(|number| place.write(&format!("c/{number}.txt"), b"khac han"));
    for target in ["b", "c"] {
        for again in ["", "one is there"] {
            let run = place.run(&["index", "--move", "a", target]);
            let told = run.err.contains(&format!("{target} cannot be the place of a: not half of its files"));
            assert!(run.code == Some(2) && told, "{target} {again}: {}", run.err);
            fs::copy(place.path("a/0.txt"), place.path(&format!("{target}/0.txt"))).unwrap();
        }
        fs::copy(place.path("a/1.txt"), place.path(&format!("{target}/1.txt"))).unwrap();
    }
    assert_eq!(index(&place, &[]).1, [0, 4, 0]);
    assert_eq!(index(&place, &["--move", "a", "b"]).0, Some(0));
}
