//! Files that cannot be read, or not to their end, to what is told of them, and when.

use std::fs;

use crate::support::{Place, zip};

#[test]
fn what_breaks_off_is_told_once_and_counts() {
    let archive = zip(&[("a.txt", "công đoàn".as_bytes()), ("b.txt", "lao động".as_bytes())]);
    let mail = "Subject: Tin\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\ncông đoàn\n--x--\n";
    let members = archive.len() - archive.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    for (name, bytes) in
        [("a.zip", &archive[..archive.len() - members - 1]), ("a.eml", &mail.as_bytes()[..mail.len() - 3])]
    {
        let place = Place::new(&[(&format!("corpus/{name}"), bytes)]);
        let told = format!("corpus/{name}: the text is not whole: the file breaks off");
        for verb in [&["index"][..], &["extract", &format!("corpus/{name}")]] {
            let run = place.run(verb);
            assert!(run.code == Some(2) && run.err.contains(&told), "{name} {verb:?}: {}", run.err);
        }
        assert_eq!(place.run(&["search", "công đoàn"]).code, Some(0), "{name}");
        let run = place.run(&["index"]);
        assert!(run.code == Some(0) && run.err.is_empty(), "{name}: {}", run.err);
    }
}

#[cfg(unix)]
#[test]
fn what_can_never_be_read_is_told_when_it_comes() {
    let place = Place::new(&[("corpus/a.txt", b"lao dong"), ("corpus/a.jpg", b"x")]);
    let check = |arguments: &[&str], code: i32, told: &str| {
        let run = place.run(arguments);
        assert_eq!((run.code, run.err.lines().count()), (Some(code), usize::from(!told.is_empty())), "{}", run.err);
        assert!(run.err.contains(told), "{arguments:?}: {}", run.err);
    };
    check(&["index"], 0, "1 file of other formats left out (.jpg 1)");
    check(&["index"], 0, "");
    place.write("corpus/b.mp3", b"x");
    check(&["index"], 0, "1 file of other formats left out (.mp3 1)");
    assert_eq!(place.run(&["--json", "index"]).json()[0]["other_formats"][".jpg"], 1);
    check(&["index"], 0, "");
    // what comes with a folder is no newer than it was
    fs::create_dir_all(place.path("other/c")).unwrap();
    place.write("other/c/c.png", b"x");
    place.write("corpus/d.txt", b"hai");
    check(&["index"], 0, "");
    fs::rename(place.path("other/c"), place.path("corpus/c")).unwrap();
    check(&["index"], 0, "(.png 1)");
    check(&["index"], 0, "");
    assert!(place.run(&["status"]).out.contains("not read   3 (.jpg 1, .mp3 1, .png 1)"));
    check(&["index", "--rebuild"], 0, "3 files of other formats");
}
