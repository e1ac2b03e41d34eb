//! Zip archives, some hostile -> the documents in them and the notices.

use std::ops::ControlFlow;

use super::*;
use crate::corpus::formats::FORMATS;
use crate::corpus::limits::Limits;
use crate::corpus::package::tests::zip_of;
use crate::corpus::{Document, Manner, ReadReport, docx};

/// An archive with documents, one in a folder.
pub fn sample() -> Vec<u8> {
    zip_of(&[("a.txt", "Số 1".as_bytes()), ("thư mục/b.docx", &docx::tests::sample()), ("c.png", b"x")])
}

fn read(bytes: &[u8], limits: &Limits) -> (Vec<Document>, ReadReport) {
    let mut documents = Vec::new();
    let mut each = |document| {
        documents.push(document);
        ControlFlow::Continue(())
    };
    let manner = Manner::default();
    let mut reading = Reading::new("t.zip", FORMATS, &manner, limits, &mut each);
    open("t.zip", bytes, &mut reading).unwrap();
    let report = reading.finish();
    (documents, report)
}

/// What is told: notices, then files left out.
fn check(bytes: &[u8], limits: &Limits, ids: &[&str], told: &[&str]) {
    let (documents, report) = read(bytes, limits);
    assert_eq!(documents.iter().map(|d| d.id.as_str()).collect::<Vec<_>>(), ids);
    let left_out = report.left_out.iter().map(|left| {
        let id = left.path.to_str().unwrap().strip_prefix("t.zip/").unwrap();
        format!("! {id}: {}", left.reason)
    });
    assert_eq!(report.notices.iter().map(ToString::to_string).chain(left_out).collect::<Vec<_>>(), told);
    assert_eq!(report.documents, ids.len());
}

#[test]
fn members_are_documents() {
    let limits = Limits::default();
    check(&sample(), &limits, &["t.zip/a.txt", "t.zip/thư mục/b.docx"], &["! c.png: not a format that is read (.png)"]);
    check(&zip_of(&[]), &limits, &[], &[]);
    check(&zip_of(&[("__MACOSX/a.txt", b"a"), (".b.txt", b"b"), ("c/", b"")]), &limits, &[], &[]);
    check(
        &zip_of(&[("a.txt", &[0; 40]), ("b.jsonl", b"{\"id\":\"x\",\"text\":\"\"}")]),
        &limits,
        &["x"],
        &["! a.txt: binary, not text"],
    );
    check(
        &zip_of(&[("a.docx", b"{\\rtf1 a}")]),
        &limits,
        &["t.zip/a.docx"],
        &["a.docx: by its content it is .rtf, and it was read as that"],
    );
}

#[test]
fn names_lead_nowhere_else() {
    let check = |name: &str, expected: &str| assert_eq!(plain_name(name), expected, "{name}");
    check("a.txt", "a.txt");
    check("../../etc/a.txt", "etc/a.txt");
    check("/a//b/./c.txt", "a/b/c.txt");
    check("..\\a\\..\\b.txt", "a/b.txt");
    check("a\0/b", "a/b");
    check("..", "unnamed");
    let bytes = zip_of(&[("../a.txt", b"1"), ("a.txt", b"2")]);
    super::tests::check(
        &bytes,
        &Limits::default(),
        &["t.zip/a.txt"],
        &[
            "a.txt: its name in the archive leads out of it: \"../a.txt\"",
            "! a.txt: another file in the archive has this name",
        ],
    );
}

#[test]
fn members_that_others_of_their_name_cover_are_told() {
    let names = ["ba.txt", "bb.txt", "bc.txt", "bd.png", "be.png"];
    let bytes = zip_of(&names.map(|name| (name, name.as_bytes())));
    // what is packed keeps its letters: a name stands behind a head
    let renamed = |mut bytes: Vec<u8>, from: &str, to: &str| {
        let is_head = |bytes: &[u8], at: usize, length: usize, sign: &[u8]| {
            at.checked_sub(length).is_some_and(|start| bytes[start..].starts_with(sign))
        };
        for at in 0..bytes.len() {
            let is_name = is_head(&bytes, at, 30, b"PK\x03\x04") || is_head(&bytes, at, 46, b"PK\x01\x02");
            if is_name && bytes[at..].starts_with(from.as_bytes()) {
                bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
            }
        }
        bytes
    };
    let bytes = renamed(renamed(renamed(bytes, "ba.txt", "bc.txt"), "bb.txt", "bc.txt"), "be.png", "bd.png");
    let folders = renamed(zip_of(&[("b1/", b""), ("b2/", b""), ("x.txt", b"x")]), "b1/", "b2/");
    check(&folders, &Limits::default(), &["t.zip/x.txt"], &[]);
    let told = "! bc.txt: another file in the archive has this name";
    let png = "! bd.png: not a format that is read (.png)";
    check(&bytes, &Limits::default(), &["t.zip/bc.txt"], &[told, told, png]);
    check(&[b"in front".to_vec(), bytes].concat(), &Limits::default(), &["t.zip/bc.txt"], &[told, told, png]);
}

#[test]
fn archives_in_archives_end_somewhere() {
    let third = zip_of(&[("c.zip", &zip_of(&[("d.txt", b"d")])), ("c.txt", b"c")]);
    let second = zip_of(&[("b.zip", &third), ("b.txt", b"b")]);
    check(
        &second,
        &Limits::default(),
        &["t.zip/b.zip/c.txt", "t.zip/b.txt"],
        &["! b.zip/c.zip: an archive too deep in archives"],
    );
}

#[test]
fn bombs_are_notices_and_cost_their_limit() {
    let bomb = "it unpacks to more than a thousand times its size";
    let limits = Limits { max_file_bytes: 30 << 20, max_archive_bytes: 70 << 20, ..Limits::default() };
    let blank = vec![0; 20 << 20];
    let bytes = zip_of(&[("a.txt", &blank), ("b.txt", &blank), ("c.txt", &blank), ("d.txt", b"d")]);
    check(
        &bytes,
        &limits,
        &[],
        &[
            &format!("! a.txt: {bomb}"),
            &format!("! b.txt: {bomb}"),
            "! c.txt: it unpacks to more than 70 MiB",
            "! the rest: it unpacks to more than 70 MiB",
        ],
    );
    let small = Limits { max_file_bytes: 5, ..Limits::default() };
    check(
        &zip_of(&[("a.txt", b"123456"), ("b.txt", b"12345")]),
        &small,
        &["t.zip/b.txt"],
        &["! a.txt: larger than 5 bytes"],
    );
}
