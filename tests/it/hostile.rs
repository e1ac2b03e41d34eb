//! Files that are broken or made to harm to a run that tells each of them and indexes the rest.

use std::fs::{self, File};

use crate::support::{Place, TEXT, root, zip};

/// Unpacks to more than a thousand times its size, and to more than what is allowed anyhow.
const BOMB_BYTES: usize = 14 << 20;

const NESTED: usize = 10_000;

#[test]
fn what_is_made_to_harm_is_told_and_the_rest_is_indexed() {
    let place = Place::new(&[("corpus/good.txt", TEXT.as_bytes())]);
    let doc = fs::read(root().join("tests/fixtures/offices/doc/tin-quy-1-2021.doc")).unwrap();
    let noise: Vec<u8> = (0_u32..20_000).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let gzip = [b"\x1F\x8B\x08\0\0\0\0\0\0\x03".as_slice(), &noise[..500]].concat();
    let files: [(&str, Vec<u8>); 18] = [
        ("bomb.zip", zip(&[("bomb.txt", &vec![b' '; BOMB_BYTES]), ("fuse.txt", "Ngòi nổ".as_bytes())])),
        ("path.zip", zip(&[("../../../out.txt", b"thoat ra"), ("/tmp/tracuu-out.txt", b"thoat nua")])),
        ("bomb.docx", docx(&[b"<w:t>".as_slice(), &vec![b' '; BOMB_BYTES], b"</w:t>"].concat())),
        ("entities.docx", entities()),
        ("bytes.docx", docx(b"<w:p><w:r><w:t>h\xFFng \xFFch\xFF\xFF day</w:t></w:r></w:p></w:body></w:document>")),
        ("cut.docx", docx(b"<w:p/>")[..60].to_vec()),
        ("truth.docx", doc),
        ("gzip.docx", gzip.clone()),
        ("gzip.pdf", gzip.clone()),
        ("gzip.txt", gzip),
        ("noise.docx", noise.clone()),
        ("noise.pdf", [b"%PDF-1.7\n".as_slice(), &noise].concat()),
        ("noise.doc", [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &noise].concat()),
        ("noise.rtf", [b"{\\rtf1".as_slice(), &noise].concat()),
        ("nested.html", format!("{}đáy trang", "<div><table><tr><td>".repeat(NESTED)).into_bytes()),
        ("nested.rtf", format!("{{\\rtf1 {}day giay", "{\\b ".repeat(NESTED)).into_bytes()),
        ("nested.docx", docx(format!("{}<w:p><w:r><w:t>đáy bảng", "<w:tbl><w:tr><w:tc>".repeat(NESTED)).as_bytes())),
        ("nested.jsonl", format!("{{\"id\": \"sâu\", \"text\": {}", "[".repeat(NESTED * 10)).into_bytes()),
    ];
    for (name, bytes) in files {
        place.write(&format!("corpus/{name}"), &bytes);
    }
    File::create(place.path("corpus/sparse.txt")).unwrap().set_len(2 << 30).unwrap();

    let run = place.run(&["--json", "index"]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    let summary = &run.json()[0];
    let told = |list: &str| -> Vec<String> {
        let line = |entry: &serde_json::Value| {
            format!("{}: {}", entry["file"].as_str().unwrap(), entry["reason"].as_str().unwrap())
        };
        summary[list].as_array().unwrap().iter().map(line).collect()
    };
    let check = |list: &str, expected: &[&str]| {
        let told = told(list);
        for start in expected {
            assert!(told.iter().any(|line| line.starts_with(start)), "{start}: {told:#?}");
        }
        assert_eq!(told.len(), expected.len(), "{told:#?}");
    };
    check(
        "left_out",
        &[
            "corpus/bomb.docx: it unpacks to more than a thousand times its size",
            "corpus/bomb.zip/bomb.txt: it unpacks to more than a thousand times its size",
            "corpus/cut.docx: damaged: ",
            "corpus/gzip.docx: it is an archive of gzip (.gz), which is not read",
            "corpus/gzip.pdf: it is an archive of gzip (.gz), which is not read",
            "corpus/gzip.txt: it is an archive of gzip (.gz), which is not read",
            "corpus/noise.doc: damaged: ",
            "corpus/noise.docx: damaged: it does not begin as .docx does",
            "corpus/noise.pdf: damaged: ",
            "corpus/nested.jsonl:1: not a JSON object",
            "corpus/sparse.txt: larger than 256 MiB: `--max-file-size` allows more",
        ],
    );
    check(
        "notices",
        &[
            "corpus/bytes.docx: some signs were damaged and are shown as \u{FFFD}",
            "corpus/entities.docx: it declares entities, which are not expanded",
            "corpus/nested.docx: the text is not whole",
            "corpus/nested.rtf: the text is not whole",
            "corpus/noise.rtf: ",
            "corpus/path.zip: out.txt: its name in the archive leads out of it: \"../../../out.txt\"",
            "corpus/path.zip: tmp/tracuu-out.txt: its name in the archive leads out of it: \"/tmp/tracuu-out.txt\"",
            "corpus/truth.docx: by its content it is .doc, and it was read as that",
        ],
    );
    for (query, doc) in [
        ("do van thang", "corpus/good.txt"),
        ("ngoi no", "corpus/bomb.zip/fuse.txt"),
        ("thoat ra", "corpus/path.zip/out.txt"),
        ("thoat nua", "corpus/path.zip/tmp/tracuu-out.txt"),
        ("day trang", "corpus/nested.html"),
        ("day giay", "corpus/nested.rtf"),
        ("day bang", "corpus/nested.docx"),
        ("quy 1 2021", "corpus/truth.docx"),
    ] {
        let run = place.run(&["--json", "search", "--in", doc, query]);
        assert_eq!(run.json()[0]["hits"][0]["doc"], doc, "{query}: {}", run.out);
    }
    assert!(!place.path("out.txt").exists() && !place.path("../out.txt").exists());
    // the next run tries again only what a limit left out
    let run = place.run(&["index"]);
    assert!(run.out.contains("2 left out"), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_told_and_never_opened() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    let place = Place::new(&[("corpus/good.txt", TEXT.as_bytes())]);
    let _socket = UnixListener::bind(place.path("corpus/socket.txt")).unwrap();
    symlink("/dev/zero", place.path("corpus/zero.txt")).unwrap();
    symlink(place.path("corpus"), place.path("corpus/loop")).unwrap();
    symlink(place.path("corpus/self.txt"), place.path("corpus/self.txt")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(place.path("corpus/pipe.txt")).status();
    let has_pipe = made.is_ok_and(|status| status.success());
    // not every file system takes such a name
    let odd = place.path("corpus").join(OsStr::from_bytes(b"b\xe1o c\xe1o.txt"));
    let has_odd = fs::write(&odd, "Báo cáo lạ".as_bytes()).is_ok();
    let run = place.run(&["index"]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    for (name, is_there) in [("socket", true), ("zero", true), ("pipe", has_pipe)] {
        let told = format!("corpus/{name}.txt is left out: not a regular file");
        assert_eq!(run.err.contains(&told), is_there, "{name}: {}", run.err);
    }
    assert!(run.err.contains("corpus/loop is left out: a symbolic link back to corpus"), "{}", run.err);
    assert!(run.err.contains("corpus/self.txt is left out: "), "{}", run.err);
    assert!(run.out.starts_with(if has_odd { "2 documents, " } else { "1 document, " }), "{}", run.out);
    if has_odd {
        let run = place.run(&["--json", "search", "bao cao la"]);
        assert_eq!(run.json()[0]["hits"][0]["doc"], "corpus/b\\xE1o c\\xE1o.txt", "{}", run.out);
    }
}

fn docx(body: &[u8]) -> Vec<u8> {
    zip(&[("word/document.xml", &[b"<w:document><w:body>", body].concat())])
}

/// A billion laughs.
fn entities() -> Vec<u8> {
    let mut declared = "<!ENTITY e0 \"ha\">".to_owned();
    for level in 1..10 {
        let inner = format!("&e{};", level - 1).repeat(10);
        declared.push_str(&format!("<!ENTITY e{level} \"{inner}\">"));
    }
    let part = format!(
        "<!DOCTYPE w:document [{declared}]><w:document><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>"
    );
    zip(&[("word/document.xml", part.as_bytes())])
}
