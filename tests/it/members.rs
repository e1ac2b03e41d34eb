//! The same content in archives, mails and folders: one document with its other paths, whatever came first.

use std::fs;

use serde_json::{Value, json};

use crate::support::{Place, zip};

const TEXT: &str = "Nội dung chung của ba nơi.\n";
const OTHER: &str = "Báo cáo khác của nội dung khác.\n";

fn mail(name: &str, attached: &str) -> Vec<u8> {
    format!(
        "From: a@b.vn\r\nSubject: Gửi kèm\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n\
         --x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThư gửi kèm nội dung.\r\n\
         --x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename={name}\r\n\r\n\
         {attached}\r\n--x--\r\n"
    )
    .into_bytes()
}

/// The documents that an index has, each with its other paths.
fn found(place: &Place, index: &str) -> Value {
    let run = place.run(&["--json", "--index", index, "search", "--limit", "100", "nội dung"]);
    let answer = run.json().remove(0);
    let hits = answer["hits"].as_array().unwrap().iter();
    let mut hits: Vec<Value> = hits.map(|hit| json!([hit["doc"], hit["also"]])).collect();
    hits.sort_by_key(|hit| hit[0].as_str().unwrap().to_owned());
    Value::Array(hits)
}

/// What an index tells of itself.
fn told(place: &Place, index: &str) -> Value {
    let status = place.run(&["--json", "--index", index, "status"]).json().remove(0);
    json!([status["documents"], status["passages"], status["files"], status["copies"], status["without_text"]])
}

#[test]
fn one_content_is_one_document_wherever_it_lies() {
    let place = Place::new(&[]);
    fs::create_dir(place.path("d")).unwrap();
    let inner = zip(&[("x.txt", TEXT.as_bytes())]);
    place.write("d/x.txt", TEXT.as_bytes());
    place.write("d/b.zip", &zip(&[("trong/x.txt", TEXT.as_bytes()), ("y.txt", OTHER.as_bytes())]));
    place.write("d/c.zip", &zip(&[("trong.zip", &inner), ("y.txt", OTHER.as_bytes())]));
    place.write("d/m.eml", &mail("x.txt", TEXT.trim_end()));
    let run = place.run(&["--json", "index", "d"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let summary = run.json().remove(0);
    assert_eq!((&summary["documents"], &summary["copies"]), (&json!(4), &json!(3)), "{summary}");
    let expected = json!([
        ["d/b.zip/y.txt", ["d/c.zip/y.txt"]],
        ["d/m.eml", null],
        ["d/m.eml/x.txt", null],
        ["d/x.txt", ["d/b.zip/trong/x.txt", "d/c.zip/trong.zip/x.txt"]],
    ]);
    assert_eq!(found(&place, "index"), expected);
    // by whatever name
    for name in ["d/c.zip/trong.zip/x.txt", "b.zip/trong/x.txt"] {
        assert!(place.run(&["show", name]).out.contains("ba nơi"), "{name}");
    }
    let within = place.run(&["--json", "search", "--in", "b.zip", "nội dung"]).json().remove(0);
    assert_eq!(within["hits"].as_array().unwrap().len(), 2);
}

#[test]
fn what_changes_leaves_the_index_as_one_that_is_built_anew() {
    type Change = fn(&Place);
    let remove = |place: &Place, name: &str| fs::remove_file(place.path(name)).unwrap();
    let changes: [(&str, Change); 12] = [
        ("nothing", |_| {}),
        ("the file goes", |place| fs::remove_file(place.path("d/x.txt")).unwrap()),
        ("the first archive goes", |place| fs::remove_file(place.path("d/b.zip")).unwrap()),
        ("the file is back", |place| place.write("d/x.txt", TEXT.as_bytes())),
        ("an archive comes first", |place| place.write("d/a.zip", &zip(&[("y.txt", OTHER.as_bytes())]))),
        ("and holds something else", |place| place.write("d/a.zip", &zip(&[("y.txt", TEXT.as_bytes())]))),
        ("the file is another", |place| place.write("d/x.txt", "Nội dung mới hẳn.\n".as_bytes())),
        ("an archive is doubled", |place| fs::copy(place.path("d/c.zip"), place.path("d/e.zip")).map(drop).unwrap()),
        ("its first goes", |place| fs::remove_file(place.path("d/c.zip")).unwrap()),
        ("an archive of copies", |place| place.write("d/f.zip", &zip(&[("z.txt", TEXT.as_bytes())]))),
        ("that is doubled", |place| fs::copy(place.path("d/f.zip"), place.path("d/g.zip")).map(drop).unwrap()),
        ("the file is in the mail", |place| place.write("d/m.txt", TEXT.trim_end().as_bytes())),
    ];
    let place = Place::new(&[]);
    fs::create_dir(place.path("d")).unwrap();
    place.write("d/x.txt", TEXT.as_bytes());
    place.write("d/b.zip", &zip(&[("x.txt", TEXT.as_bytes()), ("y.txt", OTHER.as_bytes())]));
    place.write("d/c.zip", &zip(&[("x.txt", TEXT.as_bytes()), ("y.txt", OTHER.as_bytes())]));
    place.write("d/c2.zip", &zip(&[("x.txt", TEXT.as_bytes()), ("w.txt", b"noi dung w")]));
    place.write("d/m.eml", &mail("m.txt", TEXT.trim_end()));
    assert_eq!(place.run(&["index", "d"]).code, Some(0));
    for (what, change) in changes {
        change(&place);
        let run = place.run(&["index"]);
        assert_eq!(run.code, Some(0), "{what}: {}", run.err);
        let anew = format!("anew-{}", what.replace(' ', "-"));
        assert_eq!(place.run(&["--index", &anew, "index", "d"]).code, Some(0));
        assert_eq!(found(&place, "index"), found(&place, &anew), "{what}");
        assert_eq!(told(&place, "index"), told(&place, &anew), "{what}");
        let again = place.run(&["index"]);
        assert!(again.out.contains("0 files read"), "{what}: {}", again.out);
    }
    remove(&place, "d/x.txt");
    assert_eq!(place.run(&["index"]).code, Some(0));
    assert_eq!(place.run(&["status", "--check"]).code, Some(0));
}

#[test]
fn an_archive_of_which_nothing_is_read_is_a_failure() {
    let place = Place::new(&[]);
    for (parts, code) in [(&[("a.png", b"x".as_slice())][..], 2), (&[("a.png", b"x"), ("b.txt", b"b")], 0)] {
        place.write("a.zip", &zip(parts));
        let run = place.run(&["inspect", "document", "a.zip"]);
        assert_eq!(run.code, Some(code), "{}", run.err);
        assert!(run.err.contains("a.png"), "{}", run.err);
    }
}
