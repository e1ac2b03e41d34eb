//! A text that a file shares with a member of an archive or mail which is away: it stays under the path of the member.

use std::fs;

use serde_json::Value;

use crate::support::{Place, as_nobody, zip};

const TEXT: &str = "Nội dung chung của hai nơi.";
const OTHER: &str = "Báo cáo khác của nội dung khác.";

fn mail(attached: &str) -> Vec<u8> {
    format!(
        "From: a@b.vn\r\nSubject: Gửi kèm\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n\
         --x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThư gửi kèm.\r\n\
         --x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename=x.txt\r\n\r\n\
         {attached}\r\n--x--\r\n"
    )
    .into_bytes()
}

/// What holds the text, and where in it.
fn holders() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let inner = zip(&[("x.txt", TEXT.as_bytes()), ("y.txt", OTHER.as_bytes())]);
    let embedded = [("word/document.xml", "<w:document/>".as_bytes()), ("word/embeddings/x.txt", TEXT.as_bytes())];
    vec![
        ("z.zip", zip(&[("x.txt", TEXT.as_bytes())]), "z.zip/x.txt"),
        ("z.zip", zip(&[("trong.zip", &inner)]), "z.zip/trong.zip/x.txt"),
        ("z.eml", mail(TEXT), "z.eml/x.txt"),
        ("z.zip", zip(&[("thu.eml", &mail(TEXT))]), "z.zip/thu.eml/x.txt"),
        ("z.docx", zip(&embedded), "z.docx/x.txt"),
    ]
}

/// Each path under which an index has a text, with that.
fn texts(place: &Place, index: &str) -> Vec<(String, String)> {
    let run = place.run(&["--json", "--index", index, "search", "--limit", "100", "nội dung"]);
    let answer = run.json().remove(0);
    let mut texts = Vec::new();
    for hit in answer["hits"].as_array().unwrap() {
        let also = hit["also"].as_array().into_iter().flatten();
        let names = [&hit["doc"]].into_iter().chain(also).filter_map(Value::as_str);
        texts.extend(names.map(|name| (name.to_owned(), hit["text"].as_str().unwrap().to_owned())));
    }
    texts.sort();
    texts
}

/// What an index tells of itself.
fn told(place: &Place, index: &str) -> Vec<Value> {
    let status = place.run(&["--json", "--index", index, "status"]).json().remove(0);
    ["documents", "passages", "files", "copies", "without_text"].iter().map(|name| status[name].clone()).collect()
}

/// Brings the index up to date twice while an archive is away, and compares it with one that is built anew when that is
/// back: `expected` are the paths of the text meanwhile.
fn check(place: &Place, what: &str, options: &[&str], expected: &[&str], back: &dyn Fn()) {
    for _ in 0..2 {
        let run = place.run(&[&["index"], options].concat());
        assert_eq!(run.code, Some(2), "{what}: {}{}", run.out, run.err);
        let paths: Vec<String> =
            texts(place, "index").into_iter().filter(|(_, text)| text == TEXT).map(|(path, _)| path).collect();
        assert_eq!(paths, expected, "{what}");
        for path in expected {
            let shown = place.run(&["show", path]);
            assert!(shown.out.contains(TEXT), "{what}, {path}: {}{}", shown.out, shown.err);
        }
    }
    back();
    assert_eq!(place.run(&[&["index"], options].concat()).code, Some(0), "{what}");
    assert_eq!(place.run(&[&["--index", "anew", "index", "d"], options].concat()).code, Some(0), "{what}");
    assert_eq!(texts(place, "index"), texts(place, "anew"), "{what}");
    assert_eq!(told(place, "index"), told(place, "anew"), "{what}");
    assert_eq!(place.run(&["status", "--check"]).code, Some(0), "{what}");
}

/// A root with what a link leads to, which is away as soon as all is indexed.
#[cfg(unix)]
fn parted(own: &[(&str, &[u8])], away: &[(&str, &[u8])]) -> Place {
    let place = Place::new(&[]);
    for folder in ["d", "o"] {
        fs::create_dir(place.path(folder)).unwrap();
    }
    std::os::unix::fs::symlink("../o", place.path("d/L")).unwrap();
    place.write("d/k.txt", b"khac");
    own.iter().for_each(|(name, bytes)| place.write(&format!("d/{name}"), bytes));
    away.iter().for_each(|(name, bytes)| place.write(&format!("o/{name}"), bytes));
    let run = place.run(&["index", "d"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    fs::rename(place.path("o"), place.path("away")).unwrap();
    place
}

fn return_to(place: &Place) {
    fs::rename(place.path("away"), place.path("o")).unwrap();
}

#[cfg(unix)]
#[test]
fn a_text_stays_in_an_archive_that_is_away() {
    type Change = fn(&Place) -> &'static [&'static str];
    let changes: [(&str, Change, Option<&str>); 5] = [
        ("goes", |place| fs::remove_file(place.path("d/a.txt")).map(|()| &[][..]).unwrap(), None),
        ("is another", |place| fs::write(place.path("d/a.txt"), OTHER).map(|()| &[][..]).unwrap(), None),
        (
            "is renamed",
            |place| fs::rename(place.path("d/a.txt"), place.path("d/b.txt")).map(|()| &[][..]).unwrap(),
            Some("d/b.txt"),
        ),
        ("is passed over", |_| &["--exclude", "a.txt"], None),
        (
            "lies in an archive",
            |place| {
                fs::remove_file(place.path("d/a.txt")).unwrap();
                place.write("d/y.zip", &zip(&[("q.txt", TEXT.as_bytes())]));
                &[]
            },
            Some("d/y.zip/q.txt"),
        ),
    ];
    for (what, change, other) in changes {
        for (name, bytes, path) in holders() {
            let place = parted(&[("a.txt", TEXT.as_bytes())], &[(name, &bytes)]);
            let options = change(&place);
            let path = format!("d/L/{path}");
            let expected: Vec<&str> = [Some(&*path), other].into_iter().flatten().collect();
            check(&place, &format!("{what}, {path}"), options, &expected, &|| return_to(&place));
        }
    }
}

#[cfg(unix)]
#[test]
fn a_text_that_two_archives_share_stays_in_the_one_that_is_away() {
    let inner = zip(&[("x.txt", TEXT.as_bytes()), ("y.txt", OTHER.as_bytes())]);
    let both = zip(&[("trong.zip", &inner), ("k.txt", b"khac nua")]);
    for (name, bytes, path) in holders() {
        for is_cut in [false, true] {
            let place = parted(&[("A.zip", &both)], &[(name, &bytes)]);
            match is_cut {
                true => place.write("d/A.zip", &both[..20]),
                false => fs::remove_file(place.path("d/A.zip")).unwrap(),
            }
            let path = format!("d/L/{path}");
            let back = || {
                let _ = fs::remove_file(place.path("d/A.zip"));
                return_to(&place);
            };
            check(&place, &format!("{path}, {is_cut}"), &[], &[&path], &back);
        }
    }
}

#[cfg(unix)]
#[test]
fn a_text_stays_in_archives_that_nobody_may_read() {
    let place = Place::new(&[]);
    fs::create_dir(place.path("own")).unwrap();
    place.write("own/k.txt", b"khac");
    place.write("own/a.txt", TEXT.as_bytes());
    for (number, (name, bytes, _)) in holders().into_iter().enumerate() {
        place.write(&format!("own/{number}{name}"), &bytes);
    }
    let script = "cp -r own d; $TRACUU index d >out; chmod 000 d/*z.*; rm d/a.txt; $TRACUU index >out; echo $?
        $TRACUU --json search 'nội dung chung' >found; chmod 644 d/*z.*; $TRACUU index >out; echo $?";
    let Some(run) = as_nobody(&place, script) else { return };
    assert_eq!(run.out, "2\n0\n", "{}", run.err);
    let found: Value = serde_json::from_str(&fs::read_to_string(place.path("found")).unwrap()).unwrap();
    assert_eq!(found["hits"][0]["doc"], "d/0z.zip/x.txt");
    let also = &found["hits"][0]["also"];
    assert_eq!(
        also,
        &serde_json::json!(["d/1z.zip/trong.zip/x.txt", "d/2z.eml/x.txt", "d/3z.zip/thu.eml/x.txt", "d/4z.docx/x.txt"])
    );
    assert_eq!(place.run(&["--index", "anew", "index", "d"]).code, Some(0));
    assert_eq!(texts(&place, "index"), texts(&place, "anew"));
    assert_eq!(told(&place, "index"), told(&place, "anew"));
}
