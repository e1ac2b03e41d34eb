//! What cannot be looked at or read just now stays in the index, and is told.

use crate::support::{Place, as_nobody};

/// `index` that tells of something left out, and how many files it takes out; how many texts are found.
const VERBS: &str = "index() { \"$TRACUU\" index \"$@\" > out 2> told; }
    kept() { index \"$@\"; test $? = 2 && grep -q ' 0 removed' out && grep -q \"${told:-no permission}\" told; }
    found() { \"$TRACUU\" --json search --limit 100 'cong doan' | grep -o '\"doc\":' | wc -l | grep -q \"^$1\\$\"; }
    ";

fn scripted(place: &Place, script: &str) {
    let Some(run) = as_nobody(place, &format!("{VERBS}{script}")) else { return };
    let last = ["out", "told"].map(|name| std::fs::read_to_string(place.path(name)).unwrap_or_default());
    assert_eq!(run.code, Some(0), "{}{}{last:?}", run.out, run.err);
}

#[test]
fn files_that_were_named_stay_when_their_folder_is_closed() {
    let texts = "mkdir -p d/in/sub d/.in; n=0
        for f in d/a.txt d/in/b.txt d/in/c.txt d/in/sub/e.txt d/.in/f.txt; do n=$((n+1)); echo công đoàn $n > $f; done
        trap 'chmod 755 d/in d/.in' EXIT; ";
    let check = |script: &str| scripted(&Place::new(&[]), &format!("{texts}{script}"));
    check(
        "index d/in/b.txt d/in/c.txt d/a.txt && found 3 || exit 3; chmod 000 d/in
        kept && kept --rebuild && kept d/in/b.txt && kept d/in && found 3 || exit 4
        chmod 755 d/in && index && found 4 && rm d/in/b.txt && index && found 3 || exit 5",
    );
    check(
        "index d && found 4 || exit 3; chmod 000 d/in
        kept d/in/b.txt && kept d/in/sub && kept d/in/sub/e.txt && kept --rebuild && found 4 || exit 4
        kept d/in/none.txt && ! grep -q 'not exist' told && kept d/in/sub/none || exit 5",
    );
    check("index d d/.in/f.txt && found 5 || exit 3; chmod 000 d/.in; kept && kept --rebuild && found 5 || exit 4");
    // a root below a folder that is closed, and a place below one
    check(
        "index d/in/sub && found 1 || exit 3; chmod 000 d/in; kept && kept --rebuild && kept d/in/sub && found 1 || exit 4
        ! grep -q 'not there' told || exit 5
        \"$TRACUU\" index --move sub d/in/sub 2> told; test $? = 2 && grep -q 'Permission denied' told || exit 6",
    );
    check(
        "index d && found 4 && mkdir p && chmod 000 p || exit 3; \"$TRACUU\" index --move d p 2> told; test $? = 2 || exit 4
        chmod 755 p; grep -q ' p: Permission denied' told && found 4 || exit 5",
    );
    // behind a link, too
    check(
        "mkdir e && mv d/in e/in && ln -s ../e/in d/in && index d && mv e/in e/moi && ln -sfn ../e/moi d/in || exit 3
        chmod 000 e/moi; trap 'chmod 755 e/moi' EXIT; kept && found 4 || exit 4",
    );
    // under another name, and in another folder
    check(
        "told_() { index \"$@\"; test $? = 2 && grep -q \"$what\" told; }
        mkdir d/to && index d && found 4 || exit 3; chmod 000 d/in; mv d/in d/moi; trap 'chmod 755 d/moi d/to/xa' EXIT
        what='d/moi is left out: no permission'; told_ && told_ && found 4 || exit 4
        \"$TRACUU\" --json status | grep -q '\"vanished\":\\[\\]' || exit 5
        chmod 755 d/moi && mv d/moi d/to/xa && chmod 000 d/to/xa || exit 6
        what='d/to/xa is left out: no permission'; told_ && told_ && told_ --rebuild && found 4 || exit 7
        chmod 755 d/to/xa; index && found 4 && rm d/to/xa/b.txt && index && found 3 || exit 8
        touch -d @1600000000 d/to/xa/c.txt; index; mv d/to/xa/c.txt d/to/c9.txt; chmod 000 d/to/c9.txt; index; test $? = 2 && index; test $? = 2 && found 3 || exit 9
        rm -f d/to/c9.txt; index && found 2 || exit 10",
    );
    // one whose names can be listed and that cannot be entered, in its place, under another name, and again
    check(
        "told_() { index \"$@\"; test $? = 2 && grep -q \"$what\" told; }; trap 'chmod 755 d/in d/moi d/sau' EXIT
        index d && found 4 && mv d/in d/moi && chmod 444 d/moi && what='d/moi/b.txt is left out: no permission' || exit 3
        told_ && told_ && told_ --rebuild && found 4 && mv d/moi d/sau && what='d/sau/sub is left out: no permission' || exit 4
        told_ && told_ && found 4 && chmod 755 d/sau && rm d/sau/b.txt && chmod 444 d/sau && told_ && found 3 || exit 5
        chmod 755 d/sau && mv d/sau d/in && index && found 3 && chmod 444 d/in && kept && found 3 && mv d/in d/moi || exit 6
        what='d/moi/c.txt is left out: no permission'; told_ && told_ && found 3 || exit 7",
    );
    // a file that was written just before, closed and moved at once
    check(
        "mkdir d/to && index d && echo công đoàn mới > d/moi.txt && index && found 5 || exit 3
        mv d/moi.txt d/to/sau.txt && chmod 000 d/to/sau.txt && index; test $? = 2 && found 5 || exit 4
        index; test $? = 2 && found 5 && index --rebuild; test $? = 2 && found 5 && chmod 644 d/to/sau.txt && index && found 5 || exit 5",
    );
    // what is closed and was never read keeps nothing
    check("mkdir d/x && chmod 000 d/x; index d; found 4 || exit 3; rm -r d/in; index; found 1 || exit 4");
    // a link to a closed folder closes nothing else
    check(
        "mkdir -p e/sub && echo công đoàn > e/e.txt && echo công đoàn 8 > e/k.txt && echo công đoàn 9 > e/sub/x.txt && ln -s ../../d/in e/sub/lk || exit 3
        index e && found 6 || exit 4; chmod 000 d/in; rm e/e.txt e/sub/x.txt
        index; test $? = 2 && grep -q ' 2 removed' out && grep -q 'e/sub/lk is left out: no permission' told || exit 5
        found 4 && kept --rebuild && found 4 || exit 6",
    );
}

#[test]
fn a_closed_file_that_takes_the_place_of_another_keeps_its_own_text() {
    let texts = "mkdir d; echo công đoàn một > d/a.txt; echo công đoàn hai > d/b.txt; cp d/b.txt d/c.txt; echo x > d/k.txt
        touch -d '2 hours ago' d/*; of() { \"$TRACUU\" --json search \"$1\" | grep -o '\"doc\":\"[^\"]*\"' | sort | tr '\\n' ' '; }
        is() { test \"$(of \"$1\")\" = \"$2\"; }
        trap 'chmod 644 d/*' EXIT; ";
    let check = |script: &str| scripted(&Place::new(&[]), &format!("{texts}{script}"));
    check(
        "index d && is một '\"doc\":\"d/a.txt\" ' && is hai '\"doc\":\"d/b.txt\" ' || exit 3
        chmod 000 d/a.txt; mv -f d/a.txt d/b.txt; index d; test $? = 2 && grep -q 'its text of before stays' told || exit 4
        is một '\"doc\":\"d/b.txt\" ' && is hai '\"doc\":\"d/c.txt\" ' || exit 5
        index d; test $? = 2 && is một '\"doc\":\"d/b.txt\" ' && is hai '\"doc\":\"d/c.txt\" ' || exit 6
        chmod 644 d/b.txt; index d && is một '\"doc\":\"d/b.txt\" ' && is hai '\"doc\":\"d/c.txt\" ' || exit 7",
    );
    // where the closed one was seen before, and where the other was only a copy
    check(
        "index d && chmod 000 d/a.txt || exit 3; index d; test $? = 2 || exit 4
        mv -f d/a.txt d/c.txt; index d; test $? = 2 && is một '\"doc\":\"d/c.txt\" ' && is hai '\"doc\":\"d/b.txt\" ' || exit 5",
    );
}
