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

/// A change of the files of a place.
type Change = fn(&Place);

/// After each change an update makes of the index what it would be if built anew, and a second one reads nothing.
fn equal_one_built_anew(place: &Place, changes: &[(&str, Change)]) {
    for (what, change) in changes {
        change(place);
        let run = place.run(&["index"]);
        assert_eq!(run.code, Some(0), "{what}: {}", run.err);
        let anew = format!("anew-{}", what.replace(' ', "-"));
        assert_eq!(place.run(&["--index", &anew, "index", "d"]).code, Some(0));
        assert_eq!(found(place, "index"), found(place, &anew), "{what}");
        assert_eq!(told(place, "index"), told(place, &anew), "{what}");
        let again = place.run(&["index"]);
        assert!(again.out.contains("0 files read"), "{what}: {}", again.out);
    }
}

#[test]
fn what_changes_leaves_the_index_as_one_that_is_built_anew() {
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
    equal_one_built_anew(&place, &changes);
    remove(&place, "d/x.txt");
    assert_eq!(place.run(&["index"]).code, Some(0));
    assert_eq!(place.run(&["status", "--check"]).code, Some(0));
}

/// A Word document in which others are embedded.
fn docx(text: &str, embedded: &[(&str, &[u8])]) -> Vec<u8> {
    let body = format!("<w:document><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>");
    let names: Vec<String> = embedded.iter().map(|(name, _)| format!("word/embeddings/{name}")).collect();
    let parts = names.iter().zip(embedded).map(|(name, (_, bytes))| (&**name, *bytes));
    zip(&[("word/document.xml", body.as_bytes())].into_iter().chain(parts).collect::<Vec<_>>())
}

#[test]
fn what_is_embedded_and_mails_are_compared_as_files_are() {
    let changes: [(&str, Change); 9] = [
        ("nothing", |_| {}),
        ("the plain one goes", |place| fs::remove_file(place.path("d/e.docx")).unwrap()),
        ("it is back under another name", |place| place.write("d/z.docx", &docx("Nội dung một.", &[]))),
        ("the first document goes", |place| fs::remove_file(place.path("d/f.docx")).unwrap()),
        ("the mail goes", |place| fs::remove_file(place.path("d/m.eml")).unwrap()),
        ("it is back", |place| place.write("d/m.eml", &mail("x.txt", TEXT.trim_end()))),
        ("a document before all", |place| {
            place.write("d/0.docx", &docx("Nội dung hai.", &[("a.docx", &docx("Nội dung một.", &[]))]))
        }),
        ("what is embedded changes", |place| {
            place.write("d/0.docx", &docx("Nội dung hai.", &[("a.docx", &docx("Nội dung bốn.", &[]))]))
        }),
        ("the archive goes", |place| fs::remove_file(place.path("d/b.zip")).unwrap()),
    ];
    let place = Place::new(&[]);
    fs::create_dir(place.path("d")).unwrap();
    let one = docx("Nội dung một.", &[]);
    let both = docx("Nội dung hai.", &[("a.docx", &one), ("b.docx", &one)]);
    place.write("d/e.docx", &one);
    place.write("d/f.docx", &both);
    place.write("d/g.docx", &docx("Nội dung ba.", &[("c.docx", &one)]));
    place.write("d/m.eml", &mail("x.txt", TEXT.trim_end()));
    place.write("d/b.zip", &zip(&[("f.docx", &both), ("n.eml", &mail("x.txt", TEXT.trim_end()))]));
    let run = place.run(&["index", "d"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let of_one =
        ["d/b.zip/f.docx/a.docx", "d/b.zip/f.docx/b.docx", "d/f.docx/a.docx", "d/f.docx/b.docx", "d/g.docx/c.docx"];
    let expected = json!([
        ["d/e.docx", of_one],
        ["d/f.docx", ["d/b.zip/f.docx"]],
        ["d/g.docx", null],
        ["d/m.eml", ["d/b.zip/n.eml"]],
        ["d/m.eml/x.txt", ["d/b.zip/n.eml/x.txt"]],
    ]);
    assert_eq!(found(&place, "index"), expected);
    equal_one_built_anew(&place, &changes);
}

#[test]
fn what_cannot_be_read_is_told_of_its_copies_too() {
    let place = Place::new(&[]);
    fs::create_dir(place.path("d")).unwrap();
    let broken = b"PK\x03\x04 broken".as_slice();
    place.write("d/k.txt", TEXT.as_bytes());
    place.write("d/y.docx", broken);
    place.write("d/x.zip", &zip(&[("y.docx", broken), ("k.txt", OTHER.as_bytes())]));
    for (arguments, code) in [(&["index", "d"][..], 2), (&["index"], 0)] {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(code), "{}{}", run.out, run.err);
        for name in ["d/y.docx", "d/x.zip/y.docx"] {
            assert_eq!(run.err.contains(&format!("{name} is left out")), code == 2, "{}", run.err);
        }
    }
    place.write("d/y.docx", &docx("Nội dung lành.", &[]));
    assert_eq!(place.run(&["index"]).code, Some(0));
    assert_eq!(found(&place, "index").as_array().unwrap().len(), 3);
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

#[test]
fn what_a_zip_that_was_cut_off_has_lost_is_told() {
    let whole = zip(&[("a.txt", TEXT.as_bytes()), ("b.txt", OTHER.as_bytes())]);
    let table = whole.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    for (cut, is_short) in [(60, true), (table - 1, true), (table + 4, false)] {
        let place = Place::new(&[("corpus/k.txt", b"khac"), ("corpus/z.zip", &whole[..cut])]);
        for (language, told) in
            [("en", "z.zip/… is left out: damaged: its list"), ("vi", "z.zip/…: bị hỏng: danh sách")]
        {
            let run = place.run(&["--lang", language, "--index", language, "index", "corpus"]);
            assert_eq!(run.code, Some(if is_short { 2 } else { 0 }), "{cut}: {}", run.err);
            assert_eq!(run.err.contains(told), is_short, "{cut}: {}", run.err);
            assert_eq!(place.run(&["--index", language, "index"]).code, Some(0), "{cut}");
        }
    }
}
