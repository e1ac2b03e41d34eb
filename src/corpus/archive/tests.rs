//! Archives, some hostile -> the documents in them and the notices.

#[cfg(feature = "archives")]
pub mod rar;
#[cfg(feature = "archives")]
pub mod seven;

use std::ops::ControlFlow;

use super::*;
use crate::corpus::allowance::Allowance;
use crate::corpus::formats::FORMATS;
use crate::corpus::limits::Limits;
use crate::corpus::package::tests::zip_of;
use crate::corpus::reading::Reading;
use crate::corpus::unreadable::Unreadable;
use crate::corpus::{Document, Manner, ReadReport, docx};

/// Files by their names.
type Parts<'a> = [(&'a str, &'a [u8])];

/// An archive with documents, one in a folder.
pub fn sample() -> Vec<u8> {
    zip_of(&[("a.txt", "Số 1".as_bytes()), ("thư mục/b.docx", &docx::tests::sample()), ("c.png", b"x")])
}

/// Letters that nothing makes small.
#[cfg(feature = "archives")]
fn noise(count: usize) -> Vec<u8> {
    let next = |state: &mut u32| {
        *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some(b'a' + (*state >> 24) as u8 % 26)
    };
    (0..count).scan(1, |state, _| next(state)).collect()
}

/// Reads an archive that is called `t.` with this extension.
fn read(extension: &str, bytes: &[u8], limits: &Limits) -> Result<(Vec<Document>, ReadReport), Unreadable> {
    let mut documents = Vec::new();
    let mut each = |document| {
        documents.push(document);
        ControlFlow::Continue(())
    };
    let manner = Manner::default();
    let id = format!("t.{extension}");
    let mut reading = Reading::new(&id, FORMATS, &manner, limits, &mut each);
    reading.file(&id, extension, bytes.to_vec())?;
    let report = reading.finish();
    Ok((documents, report))
}

/// What is told: notices, then files left out.
fn check_as(extension: &str, bytes: &[u8], limits: &Limits, ids: &[&str], told: &[&str]) {
    let (documents, report) = read(extension, bytes, limits).unwrap();
    let start = format!("t.{extension}/");
    let got: Vec<&str> = documents.iter().map(|document| document.id.trim_start_matches(&start)).collect();
    assert_eq!(got, ids, "{extension}");
    let left_out = report.left_out.iter().map(|left| {
        let id = left.path.to_str().unwrap().strip_prefix(&start).unwrap();
        format!("! {id}: {}", left.reason)
    });
    assert_eq!(report.notices.iter().map(ToString::to_string).chain(left_out).collect::<Vec<_>>(), told, "{extension}");
    assert_eq!(report.documents, ids.len(), "{extension}");
}

fn check(bytes: &[u8], limits: &Limits, ids: &[&str], told: &[&str]) {
    check_as("zip", bytes, limits, ids, told);
}

/// What is told of archives of each kind with these files in them.
fn check_all(parts: &Parts, limits: &Limits, ids: &[&str], told: &[&str]) {
    check_as("zip", &zip_of(parts), limits, ids, told);
    #[cfg(feature = "archives")]
    {
        seven::each(parts, |bytes| check_as("7z", bytes, limits, ids, told));
        rar::each(parts, |bytes| check_as("rar", bytes, limits, ids, told));
    }
}

#[test]
fn members_are_documents() {
    let limits = Limits::default();
    check(&sample(), &limits, &["a.txt", "thư mục/b.docx"], &["! c.png: not a format that is read (.png)"]);
    check(&zip_of(&[]), &limits, &[], &[]);
    check(&zip_of(&[("__MACOSX/a.txt", b"a"), (".b.txt", b"b"), ("c/", b"")]), &limits, &[], &[]);
    check_all(
        &[("a.txt", "Số 1".as_bytes()), ("thư mục/b.txt", b""), ("c.txt", b"c")],
        &limits,
        &["a.txt", "thư mục/b.txt", "c.txt"],
        &[],
    );
    check_all(&[("__MACOSX/a.txt", b"a"), (".b.txt", b"b"), ("c.txt", b"c")], &limits, &["c.txt"], &[]);
    check_all(
        &[("a.png", &[7; 3000]), ("b.txt", b"b"), ("c.r01", b"c"), ("d.txt", b"d"), ("e.png", b"e")],
        &limits,
        &["b.txt", "d.txt"],
        &[
            "! a.png: not a format that is read (.png)",
            "! c.r01: one of several volumes of an archive, which are not read: pack it as one",
            "! e.png: not a format that is read (.png)",
        ],
    );
    check_all(
        &[("a.txt", &[0; 40]), ("b.jsonl", b"{\"id\":\"x\",\"text\":\"\"}")],
        &limits,
        &["x"],
        &["! a.txt: binary, not text"],
    );
    check_all(
        &[("a.docx", b"{\\rtf1 a}")],
        &limits,
        &["a.docx"],
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
        &["a.txt"],
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
    check(&folders, &Limits::default(), &["x.txt"], &[]);
    let told = "! bc.txt: another file in the archive has this name";
    let png = "! bd.png: not a format that is read (.png)";
    check(&bytes, &Limits::default(), &["bc.txt"], &[told, told, png]);
    check(&[b"in front".to_vec(), bytes].concat(), &Limits::default(), &["bc.txt"], &[told, told, png]);
}

#[test]
fn archives_in_archives_end_somewhere() {
    let third = zip_of(&[("c.zip", &zip_of(&[("d.txt", b"d")])), ("c.txt", b"c")]);
    check_all(
        &[("b.zip", &third), ("b.txt", b"b")],
        &Limits::default(),
        &["b.zip/c.txt", "b.txt"],
        &["! b.zip/c.zip: it lies too deep in other files"],
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
        &["d.txt"],
        &[&format!("! a.txt: {bomb}"), &format!("! b.txt: {bomb}"), &format!("! c.txt: {bomb}")],
    );
}

#[test]
fn all_that_comes_out_of_a_file_has_one_bound() {
    // looked at no longer than to see that it is no text
    let nine = vec![0; 9 << 20];
    let inner = zip_of(&[("a.txt", &nine), ("b.txt", &nine), ("c.txt", &nine), ("d.txt", &nine)]);
    let bytes = zip_of(&[("1.zip", &inner), ("2.zip", &inner), ("3.zip", &inner)]);
    let limits = Limits { max_seconds: 6000, ..Limits::default() };
    let (manner, mut each) = (Manner::default(), |_| ControlFlow::Continue(()));
    let allowance = Allowance::of(bytes.len() as u64, &limits);
    let mut reading = Reading::new("t.zip", FORMATS, &manner, &limits, &mut each).within(allowance);
    reading.file("t.zip", "zip", bytes).unwrap();
    let told = |(number, name): (usize, &str)| match number {
        0..7 => format!("t.zip/{name}.txt: binary, not text"),
        _ => format!("t.zip/{name}.txt: more comes out of its file than 64 MiB, the most that one of its size holds"),
    };
    let names = ["1.zip/a", "1.zip/b", "1.zip/c", "1.zip/d", "2.zip/a", "2.zip/b", "2.zip/c", "2.zip/d", "3.zip/a"];
    let left_out = reading.finish().left_out;
    let left_out = left_out.iter().map(|left| format!("{}: {}", left.path.display(), left.reason));
    let expected: Vec<String> = names.into_iter().enumerate().map(told).collect();
    assert_eq!(left_out.take(names.len()).collect::<Vec<_>>(), expected);
}

#[test]
fn a_method_that_is_not_read_is_no_damage() {
    const LZMA: u8 = 14;
    let mut bytes = zip_of(&[("a.txt", b"a"), ("b.txt", b"b")]);
    bytes[8] = LZMA;
    let table = memchr::memmem::find(&bytes, b"PK\x01\x02").unwrap();
    bytes[table + 10] = LZMA;
    check(&bytes, &Limits::default(), &["b.txt"], &["! a.txt: packed by a method that is not read (LZMA)"]);
}

#[cfg(feature = "archives")]
#[test]
fn a_text_that_is_called_an_archive_is_a_text() {
    for extension in ["rar", "7z"] {
        let (documents, report) = read(extension, "Báo cáo số 1".as_bytes(), &Limits::default()).unwrap();
        assert_eq!((&*documents[0].text, report.notices.len()), ("Báo cáo số 1", 1), "{extension}");
        let error = read(extension, &[0, 1, 2, 3, 0xFF], &Limits::default()).unwrap_err().to_string();
        assert!(error.starts_with("damaged: it does not begin as"), "{extension}: {error}");
    }
}

#[test]
fn what_is_unpacked_has_limits() {
    let small = Limits { max_file_bytes: 5, ..Limits::default() };
    check_all(&[("a.txt", b"123456"), ("b.txt", b"12345")], &small, &["b.txt"], &["! a.txt: larger than 5 bytes"]);
    let (one, two) = ([b'a'; 900], [b'b'; 900]);
    let small = Limits { max_file_bytes: 1000, max_archive_bytes: 5000, ..Limits::default() };
    check_all(
        &[("a.txt", &one), ("b.txt", &two), ("c.txt", b"c"), ("d.txt", &[b'd'; 1300]), ("e.txt", b"e")],
        &small,
        &["a.txt", "b.txt", "c.txt", "e.txt"],
        &["! d.txt: larger than 1000 bytes"],
    );
    let small = Limits { max_archive_bytes: 2000, ..Limits::default() };
    let parts: [(&str, &[u8]); 4] = [("a.txt", &one), ("b.txt", &two), ("c.txt", &one), ("d.txt", b"d")];
    let told = "! c.txt: its archive unpacks to more than 2000 bytes";
    // nothing of what is refused was unpacked
    check(&zip_of(&parts), &small, &["a.txt", "b.txt", "d.txt"], &[told]);
}

/// An archive that one of the programs themselves has made.
#[cfg(feature = "archives")]
macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/fixtures/archives/", $name))
    };
}

#[cfg(feature = "archives")]
#[test]
fn archives_of_the_programs_themselves_are_read() {
    let check = |extension: &str, bytes: &[u8]| {
        let (mut documents, report) = read(extension, bytes, &Limits::default()).unwrap();
        documents.sort_by(|one, other| one.id.cmp(&other.id));
        let got: Vec<_> = documents.iter().map(|found| (&*found.id, found.text.lines().next().unwrap())).collect();
        let (one, two) = (format!("t.{extension}/giay-moi.txt"), format!("t.{extension}/hồ sơ/bien-ban.txt"));
        assert_eq!(got, [(&*one, "Giấy mời họp tổ dân phố"), (&*two, "Biên bản họp tổ dân phố")]);
        assert!(documents.iter().all(|document| document.text.lines().count() == 40));
        assert_eq!(report.left_out, []);
    };
    check("rar", fixture!("winrar-4-ppmd.rar"));
    check("rar", fixture!("winrar-4-solid.rar"));
    check("rar", fixture!("winrar-5-solid.rar"));
    check("rar", fixture!("winrar-5-stored.rar"));
    check("7z", fixture!("7-zip-bcj.7z"));
    check("7z", fixture!("7-zip-lzma2.7z"));
    check("7z", fixture!("7-zip-ppmd.7z"));
}

#[cfg(feature = "archives")]
#[test]
fn archives_under_a_password_say_so() {
    let hidden = |extension: &str, bytes: &[u8]| {
        assert_eq!(read(extension, bytes, &Limits::default()).unwrap_err(), Unreadable::Protected);
    };
    hidden("rar", fixture!("winrar-4-hidden.rar"));
    hidden("rar", fixture!("winrar-5-hidden.rar"));
    hidden("7z", fixture!("7-zip-hidden.7z"));
    let told = ["! giay-moi.txt: protected by a password"];
    check_as("rar", fixture!("winrar-5-protected.rar"), &Limits::default(), &[], &told);
    check_as("7z", fixture!("7-zip-protected.7z"), &Limits::default(), &[], &told);
}

/// Changes bytes of an archive in many ways, its checksums made good again, and cuts it off.
#[cfg(feature = "archives")]
fn no_change_makes_it_panic(extension: &str, whole: &[u8], mend: impl Fn(&mut Vec<u8>)) {
    const CHANGES: u32 = 150;
    let limits = Limits { max_file_bytes: 1 << 20, max_archive_bytes: 4 << 20, max_seconds: 10, ..Limits::default() };
    let mut state = 1_u32;
    let mut next = |most: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % most
    };
    for _ in 0..CHANGES {
        let mut bytes = whole.to_vec();
        for _ in 0..=next(3) {
            let at = next(bytes.len());
            bytes[at] = match next(3) {
                0 => bytes[at] ^ (1 << next(8)),
                1 => 0xFF,
                _ => next(256) as u8,
            };
        }
        if next(8) == 0 {
            bytes.truncate(next(bytes.len()));
        }
        mend(&mut bytes);
        let _ = read(extension, &bytes, &limits);
    }
}

#[test]
fn links_are_told_and_not_followed() {
    let options = ::zip::write::SimpleFileOptions::default();
    let mut zip = ::zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.add_symlink("l.txt", "/etc/passwd", options).unwrap();
    zip.add_symlink("l.docx", "a.docx", options).unwrap();
    zip.start_file("a.txt", options).unwrap();
    std::io::Write::write_all(&mut zip, b"a").unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    let told = ["! l.txt: a link, which is not followed", "! l.docx: a link, which is not followed"];
    check(&bytes, &Limits::default(), &["a.txt"], &told);
}
