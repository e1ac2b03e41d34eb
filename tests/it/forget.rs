//! What is forgotten is a path: all else stays under the next, and the run after that changes nothing.

use std::collections::BTreeSet;

use crate::support::{Place, in_namespace};

/// What lies there, what is given, what is forgotten, and what is found then.
const CASES: &[(&str, &[&str], &str, &[&str])] = &[
    ("d r/x; f r/x/a.txt; l r/y x", &["r"], "r/x", &["r/y/a.txt"]),
    ("d r/x; f r/x/a.txt; l r/y x", &["r"], "r/y", &["r/x/a.txt"]),
    ("d r; f r/a.txt; l r/b.txt a.txt", &["r"], "r/a.txt", &["r/b.txt"]),
    ("d r; f r/a.txt; l r/b.txt a.txt", &["r"], "r/b.txt", &["r/a.txt"]),
    ("d r/m/x; f r/m/x/a.txt; f r/m/x/b.txt; l r/l m/x", &["r"], "r/m/x/a.txt", &["r/l/a.txt", "r/m/x/b.txt"]),
    ("d r/m/x; f r/m/x/a.txt; f r/m/x/b.txt; l r/l m/x", &["r"], "r/l/a.txt", &["r/m/x/a.txt", "r/m/x/b.txt"]),
    ("d A; d B; f A/a.txt; f B/b.txt; l B/l ../A", &["A", "B"], "A", &["B/b.txt", "B/l/a.txt"]),
    ("d O/A; d B; f O/A/a.txt; f B/b.txt; l B/l ../O/A", &["O", "B"], "O/A", &["B/b.txt", "B/l/a.txt"]),
    ("d O/A; d B; f O/A/a.txt; f B/b.txt; l B/l ../O/A", &["O", "O/A", "B"], "O/A", &["B/b.txt", "B/l/a.txt"]),
    ("d O/A; d B; f O/A/a.txt; f B/b.txt; l B/l.txt ../O/A/a.txt", &["O", "B"], "O/A", &["B/b.txt", "B/l.txt"]),
    ("d O/d; f O/d/a.txt; f O/o.txt; l rl O/d", &["rl", "O"], "rl", &["O/d/a.txt", "O/o.txt"]),
    ("d O/d; f O/d/a.txt; f O/o.txt", &["O/d", "O"], "O/d", &["O/o.txt"]),
    ("d A/s/b; f A/s/b/x.txt; f A/s/y.txt; f A/z.txt", &["A/s", "A"], "A/s/b", &["A/z.txt", "s/y.txt"]),
    ("d A/s; f A/s/x.txt; f A/s/y.txt; f A/z.txt", &["A/s/x.txt", "A"], "A/s/x.txt", &["A/s/y.txt", "A/z.txt"]),
    ("d A/d/e; d B; f A/d/e/c.txt; f A/d/b.txt; l B/l ../A/d", &["A", "B"], "A/d/e", &["A/d/b.txt"]),
    (
        "d A; d B; f A/a.txt; f B/b.txt; l A/0.txt a.txt; l B/l.txt ../A/a.txt",
        &["A", "B"],
        "A",
        &["B/b.txt", "B/l.txt"],
    ),
];

fn made(place: &Place, what: &str) {
    for step in what.split("; ") {
        let words: Vec<&str> = step.split(' ').collect();
        match words[..] {
            ["d", folder] => std::fs::create_dir_all(place.path(folder)).unwrap(),
            ["f", file] => place.write(file, format!("thi dua {file}").as_bytes()),
            ["l", link, target] => std::os::unix::fs::symlink(target, place.path(link)).unwrap(),
            _ => panic!("{step}"),
        }
    }
}

fn found(place: &Place) -> BTreeSet<String> {
    let run = place.run(&["--json", "search", "thi dua", "--limit", "50"]);
    let hits = run.json().remove(0)["hits"].as_array().cloned().unwrap_or_default();
    hits.iter().map(|hit| hit["doc"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_run_after_one_that_forgets_changes_nothing() {
    for (what, given, forgotten, expected) in CASES {
        let place = Place::new(&[]);
        made(&place, what);
        given.iter().for_each(|path| assert_eq!(place.run(&["index", path]).code, Some(0), "{what}"));
        assert_eq!(place.run(&["index", "--forget", forgotten]).code, Some(0), "{what}: {forgotten}");
        let expected: BTreeSet<String> = expected.iter().map(|doc| (*doc).to_owned()).collect();
        assert_eq!(found(&place), expected, "{what}: {forgotten}");
        for again in [&["index"][..], &["index", "--rebuild"]] {
            let run = place.run(again);
            assert_eq!(
                (run.code, found(&place)),
                (Some(0), expected.clone()),
                "{what}: {forgotten}, {again:?}: {}",
                run.err
            );
        }
    }
}

#[test]
fn a_path_that_was_never_indexed_may_be_forgotten_and_takes_nothing_else_out() {
    let place = Place::new(&[]);
    made(&place, "d d; d r; f d/x.txt; f d/y.txt; l r/m ../d");
    assert_eq!(place.run(&["index", "r"]).code, Some(0));
    made(&place, "l r/a ../d");
    assert_eq!(place.run(&["index", "--forget", "r/a/x.txt"]).code, Some(0));
    place.run(&["index"]);
    assert_eq!(found(&place).into_iter().collect::<Vec<_>>(), ["r/a/y.txt", "r/m/x.txt"]);
}

#[test]
fn what_was_forgotten_of_the_second_path_does_not_come_back_with_the_first() {
    let place = Place::new(&[]);
    made(&place, "d A/m; f A/m/x.txt; f A/m/y.txt; l A/a m");
    assert_eq!(place.run(&["index", "A"]).code, Some(0));
    for forgotten in ["A/m/x.txt", "A/a"] {
        assert_eq!(place.run(&["index", "--forget", forgotten]).code, Some(0));
    }
    for _ in 0..2 {
        assert_eq!(found(&place).into_iter().collect::<Vec<_>>(), ["A/m/y.txt"]);
        place.run(&["index"]);
    }
}

#[test]
fn a_run_over_a_part_takes_what_one_over_the_whole_does() {
    let place = Place::new(&[]);
    made(&place, "d r/s/q; d r/t/u; f r/t/a.txt; f r/t/u/u.txt; f r/s/s.txt; f r/s/q/q.txt");
    made(&place, "l r/s/l.txt ../t/a.txt; l r/s/k ../t/u; l r/s/p q; l r/t/z ../s/q");
    assert_eq!(place.run(&["index", "r"]).code, Some(0));
    let all = found(&place);
    assert_eq!(all.len(), 4, "{all:?}");
    for part in ["r/s", "r/t", "r/s/k", "r/t/z"] {
        let run = place.run(&["index", part]);
        assert!(run.code == Some(0) && run.out.contains(" 0 removed"), "{part}: {}{}", run.out, run.err);
        assert_eq!(found(&place), all, "{part}");
    }
}

#[test]
fn a_name_is_not_taken_for_what_lies_here_under_it() {
    let place = Place::new(&[]);
    made(&place, "d a/docs; d docs; f a/docs/a.txt; f docs/b.txt");
    assert_eq!(place.run(&["index", "a/docs"]).code, Some(0));
    let run = place.run(&["index", "--forget", "docs"]);
    assert_eq!((run.code, found(&place).len()), (Some(2), 1), "{}", run.err);
    assert_eq!(place.run(&["index", "--forget", "a/docs"]).code, Some(0));
}

#[test]
fn behind_a_link_the_folder_above_is_that_of_what_it_leads_to() {
    let place = Place::new(&[]);
    made(&place, "d r; d else/dir; f r/x.txt; f else/x.txt; l r/link ../else/dir");
    assert_eq!(place.run(&["index", "r"]).code, Some(0));
    let run = place.run(&["index", "--forget", "r/link/../x.txt"]);
    assert_eq!((run.code, found(&place).len()), (Some(2), 1), "{}", run.err);
}

#[test]
fn what_is_closed_stays_when_a_link_comes_before_it() {
    let script = "index() { \"$TRACUU\" index \"$@\" > out 2> told; }
        mkdir -p r/z && echo thi dua f > r/z/f.txt && echo thi dua g > r/z/g.txt && index r || exit 3
        chmod 000 r/z/f.txt; index; test $? = 2 || exit 4
        for how in '' --rebuild; do
            for link in 'z r/a' 'z/f.txt r/a.txt'; do
                ln -s $link; index $how; test $? = 2 && grep -q 'f.txt is left out: it cannot be read now' told || exit 5
                \"$TRACUU\" --json search 'thi dua' | grep -o '\"doc\":' | wc -l | grep -q '^2$' || exit 6
                rm r/a*
            done
        done
        chmod 644 r/z/f.txt && ln -s z r/a && index && grep -q ' 0 removed' out || test -s out";
    let place = Place::new(&[]);
    let Some(run) = crate::support::as_nobody(&place, script) else { return };
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
}

#[test]
fn what_is_forgotten_below_a_disk_leaves_the_disk_known() {
    let script = "index() { \"$TRACUU\" index \"$@\" > out 2> told; }
        found() { \"$TRACUU\" --json search 'thi dua' | grep -o '\"doc\":' | wc -l | grep -q \"^$1\\$\"; }
        mkdir -p m r/d && mount -t tmpfs none m && for i in 1 2 3 4; do echo thi dua $i > m/$i.txt; done || exit 3
        echo thi dua o > r/o.txt && mount --bind m r/d && index r && found 5 || exit 4
        index --forget r/d/1.txt && found 4 && umount r/d || exit 5
        for how in '' --rebuild; do
            index $how; test $? = 2 && found 4 && grep -q 'r/d is left out: the disk that was there is gone' told || exit 6
        done
        index --forget r/d/2.txt && found 3; index; test $? = 2 && found 3 || exit 7
        mkdir other && mount -t tmpfs none other && ln -s \"$PWD/r/o.txt\" other/0.txt && echo thi dua x > other/x.txt || exit 8
        mount --bind other r/d; index; test $? = 2 && found 3 && umount r/d && mount --bind m r/d && index && found 3 || exit 9";
    let place = Place::new(&[]);
    let Some(run) = in_namespace(&place, script) else { return };
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
}

#[test]
fn what_is_named_by_a_second_path_stays_when_the_first_is_forgotten() {
    let place = Place::new(&[]);
    made(&place, "d A/d/e; d B; f A/d/e/c.txt; f A/d/b.txt; f B/o.txt; l B/l ../A/d");
    for arguments in [&["index", "A"][..], &["index", "B"], &["index", "--forget", "A/d/e"], &["index", "B/l/e/c.txt"]]
    {
        assert_eq!(place.run(arguments).code, Some(0), "{arguments:?}");
    }
    let expected: BTreeSet<String> = ["A/d/b.txt", "B/l/e/c.txt", "B/o.txt"].map(str::to_owned).into();
    for again in [&["index"][..], &["index", "--rebuild"], &["index"]] {
        assert_eq!(place.run(again).code, Some(0), "{again:?}");
        assert_eq!(found(&place), expected, "{again:?}");
    }
}

#[test]
fn paths_that_are_forgotten_together_are_understood_before_any_is() {
    for order in [["r", "r/b.txt"], ["r/b.txt", "r"], ["r/b.txt", "r/b.txt"]] {
        let place = Place::new(&[]);
        made(&place, "d r; f r/a.txt; f r/b.txt; d o; f o/o.txt");
        assert_eq!(place.run(&["index", "r", "o"]).code, Some(0));
        let run = place.run(&["index", "--forget", order[0], "--forget", order[1]]);
        let left = if order.contains(&"r") { 1 } else { 2 };
        assert_eq!((run.code, found(&place).len()), (Some(0), left), "{order:?}: {}", run.err);
        // what one of them does not name keeps all
        let run = place.run(&["index", "--forget", "o", "--forget", "none"]);
        assert_eq!((run.code, found(&place).len()), (Some(2), left), "{order:?}: {}", run.err);
    }
}

#[test]
fn a_second_path_that_is_out_of_sight_does_not_take_out_what_it_leads_to() {
    let place = Place::new(&[]);
    made(&place, "d r/a; d r/z; f r/a/x.txt; l r/z/y.txt ../a/x.txt; f r/z/z.txt");
    assert_eq!(place.run(&["index", "r"]).code, Some(0));
    std::fs::rename(place.path("r/z"), place.path("z")).unwrap();
    let run = place.run(&["index", "--forget", "r/z/y.txt"]);
    assert_eq!((run.code, found(&place).len()), (Some(2), 2), "{}", run.err);
}
