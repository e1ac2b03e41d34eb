//! Several paths that lead to one folder or file: its text stays while one of them is left, also out of sight.

use crate::support::{Place, Run, as_nobody, in_namespace};

const VERBS: &str = "index() { \"$TRACUU\" index \"$@\" > out 2> told; }
    found() { \"$TRACUU\" --json search --limit 100 'thi dua' > hits; grep -o '\"doc\":' hits | wc -l | grep -q \"^$1\\$\"; }
    at() { grep -q \"\\\"doc\\\":\\\"$1\\\"\" hits; }
    ";

fn check(place: &Place, run: Option<Run>) {
    let Some(run) = run else { return };
    let last = ["out", "told"].map(|name| std::fs::read_to_string(place.path(name)).unwrap_or_default());
    assert_eq!(run.code, Some(0), "{}{}{last:?}", run.out, run.err);
}

#[test]
fn a_text_on_a_disk_that_is_gone_stays_under_the_next_path() {
    let place = Place::new(&[]);
    let script = "mkdir -p m r && echo thi dua r > r/r.txt || exit 3
        plug() { mount -t tmpfs none m && mkdir -p m/in && echo thi dua m > m/a.txt && echo thi dua in > m/in/b.txt; }
        kept() { index $1; test $? = 2 && found 3 && at $2 && grep -q \"$2.*disk that was there is gone: what the index\" told; }
        for how in '' --rebuild; do
            plug && ln -s ../m r/L1 && ln -s ../m r/L2 && index r && found 3 && at r/L1/in/b.txt || exit 4
            umount m && rm r/L1; index $how; test $? = 2 && found 3 && at r/L2/in/b.txt || exit 5
            grep -q 'r/L2 is left out: the disk that was there is gone: what the index holds of it stays' told || exit 6
            plug && index && found 3 && at r/L2/in/b.txt || exit 7
            umount m && mv r/L2 r/L3; index $how; test $? = 2 && found 3 && at r/L3/in/b.txt || exit 8
            index; test $? = 2 && found 3 && plug && index && found 3 || exit 9
            umount m && rm r/L3 && index && found 1 || exit 10
        done
        plug && ln -s ../m/a.txt r/f1.txt && ln -s ../m/a.txt r/f2.txt && index && found 2 && at r/f1.txt || exit 11
        umount m && rm r/f1.txt; index; test $? = 2 && found 2 && at r/f2.txt || exit 12
        rm r/f2.txt && index && found 1 || exit 13";
    check(&place, in_namespace(&place, &format!("{VERBS}{script}")));
}

#[test]
fn what_is_known_of_disks_outlives_a_run_in_which_they_are_closed() {
    let script = "trap 'chmod -R 755 m p' EXIT
        plug() { mount -t tmpfs none m && echo thi dua m > m/a.txt && echo thi dua b > m/b.txt; }
        mkdir -p m p/r && echo thi dua r > p/r/r.txt && plug || exit 3
        ln -s ../../m p/r/L && ln -s ../../m/b.txt p/r/f.txt && index p/r && found 3 || exit 4
        # who has all rights is closed out of nothing
        command -v setpriv > /dev/null || { echo 'no setpriv: skipped' >&2; exit 0; }
        closed_out() { setpriv --bounding-set=-all --inh-caps=-all \"$TRACUU\" index > out 2> told; }
        for closed in m p p/r; do
            chmod 000 $closed; closed_out; test $? = 2 || exit 5
            chmod 755 $closed && umount m; index; test $? = 2 && found 3 && grep -q ' 0 removed' out || exit 6
            grep -q 'L is left out: the disk that was there is gone: what the index holds of it stays' told || exit 7
            plug && index && found 3 || exit 8
        done";
    let place = Place::new(&[]);
    check(&place, in_namespace(&place, &format!("{VERBS}{script}")));
}

#[test]
fn a_text_that_is_closed_stays_under_the_next_path() {
    let place = Place::new(&[]);
    let script = "trap 'chmod 755 m' EXIT
        mkdir -p m r && echo thi dua r > r/r.txt && echo thi dua m > m/a.txt || exit 3
        ln -s ../m r/L1 && ln -s ../m r/L2 && index r && found 2 && at r/L1/a.txt || exit 4
        chmod 000 m && rm r/L1; index; test $? = 2 && found 2 && at r/L2/a.txt || exit 5
        chmod 755 m && index && found 2 && rm r/L2 || exit 6
        ln -s ../m/a.txt r/f1.txt && ln -s ../m/a.txt r/f2.txt && index && found 2 && at r/f1.txt || exit 7
        chmod 000 m && rm r/f1.txt; index; test $? = 2 && found 2 && at r/f2.txt || exit 8
        chmod 755 m && rm r/f2.txt && index && found 1 || exit 9";
    check(&place, as_nobody(&place, &format!("{VERBS}{script}")));
    // a file that was not touched but may not be read any more is told
    let place = Place::new(&[]);
    let script = "mkdir r && echo thi dua > r/a.txt && touch -d '2 days ago' r/a.txt && index r || exit 3
        chmod 000 r/a.txt; index; test $? = 2 && found 1 && grep -q 'its text of before stays' told && chmod 644 r/a.txt && index";
    check(&place, as_nobody(&place, &format!("{VERBS}{script}")));
}

#[test]
fn a_link_is_forgotten_and_not_what_it_leads_to() {
    let place = Place::new(&[]);
    let script = "mkdir -p r r2/sub o && echo thi dua r > r/r.txt && echo thi dua sub > r2/sub/f.txt && echo thi dua o > o/o.txt || exit 3
        ln -s ../r2/sub r/L && ln -s ../r2/sub/f.txt r/f.txt && index r r2 && found 2 || exit 4
        $TRACUU index --forget r/L --forget r/f.txt && found 2 && index && found 2 && at r2/sub/f.txt || exit 5
        ln -s ../o r/O1 && ln -s ../o r/O2 && index && found 3 && at r/O1/o.txt || exit 6
        $TRACUU index --forget r/O2 && index && found 3 && at r/O1/o.txt || exit 7
        $TRACUU index r/O2 && $TRACUU index --forget r/O1 && found 3 && at r/O2/o.txt && index && found 3 && at r/O2/o.txt || exit 8
        ln -sfn ../r2/sub r/O1 && index && found 3 && index --rebuild && found 3 || exit 9";
    check(&place, in_namespace(&place, &format!("{VERBS}{script}")));
}

#[test]
fn a_text_stays_under_a_folder_that_a_link_led_to() {
    let place = Place::new(&[]);
    let script = "mkdir -p r/mb && echo thi dua r > r/r.txt || exit 3
        plug() { mount -t tmpfs none r/mb && mkdir -p r/mb/in && echo thi dua m > r/mb/a.txt && echo thi dua in > r/mb/in/b.txt; }
        for how in '' --rebuild; do
            plug && ln -s mb r/L && index r && found 3 && at r/mb/a.txt || exit 4
            umount r/mb && rm r/L; index $how; test $? = 2 && found 3 && at r/mb/a.txt || exit 5
            grep -q 'r/mb is left out: the disk that was there is gone: what the index holds of it stays' told || exit 6
            index; test $? = 2 && found 3 && plug && index && found 3 && at r/mb/a.txt || exit 7
            ln -s mb/in r/A && index && found 3 && at r/mb/in/b.txt && umount r/mb && rm r/A; index $how; test $? = 2 && found 3 && at r/mb/in/b.txt || exit 8
            plug && index && found 3 && umount r/mb || exit 9
        done";
    check(&place, in_namespace(&place, &format!("{VERBS}{script}")));
}
