//! What is made to take all of a machine, or to deceive who reads, to a run that keeps its limits and tells the truth.

use std::fmt::Write;
use std::fs;

use crate::reading::pdf;
use crate::support::{Place, Run, TEXT, docx};

#[test]
fn text_that_is_repeated_by_reference_is_read_once_or_refused() {
    let references = "<w:r><w:footnoteReference w:id='1'/></w:r>".repeat(30_000);
    let note = "chú giải lặp lại ".repeat(1000);
    let notes =
        format!("<w:footnotes><w:footnote w:id='1'><w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote></w:footnotes>");
    let numbered =
        "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>".repeat(9000);
    let pattern = "%1".repeat(32);
    let list = format!(
        "<w:numbering><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1000000000'/><w:lvlText w:val='{pattern}'/>\
        </w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    );
    let place = Place::new(&[
        ("corpus/notes.docx", &docx(&format!("<w:p>{references}</w:p>"), &[("word/footnotes.xml", &notes)])),
        ("corpus/list.docx", &docx(&numbered, &[("word/numbering.xml", &list)])),
    ]);
    let run = place.run(&["index", "--max-file-size", "2"]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert!(
        run.err.contains("list.docx is left out: it unpacks to more than 2 MiB: `--max-file-size` allows more"),
        "{}",
        run.err
    );
    assert!(!run.err.contains("notes.docx"), "{}", run.err);
    let told = place.run(&["--json", "inspect", "document", "corpus/notes.docx"]).json().remove(0);
    assert_eq!(told["text"].as_str().unwrap().matches("chú giải").count(), 1000);
    assert_eq!(told["text"].as_str().unwrap().matches("[1]").count(), 30_001);
}

#[test]
fn elements_in_elements_are_harmless() {
    let deep = 50_000;
    let odt = |open: &str, close: &str| {
        format!("<office:text>{}đáy giấy{}</office:text>", open.repeat(deep), close.repeat(deep))
    };
    let spans = format!("<text:p>{}</text:p>", odt("<text:span>", "</text:span>"));
    let place = Place::new(&[]);
    let mimetype = ("mimetype", b"application/vnd.oasis.opendocument.text".as_slice());
    for (name, part) in [
        ("spans", spans),
        (
            "lists",
            odt("<text:list><text:list-item>", "</text:list-item></text:list>").replace("đáy", "<text:p>đáy</text:p>"),
        ),
        ("tables", odt("<table:table>", "</table:table>").replace("đáy", "<text:p>đáy</text:p>")),
        ("cells", format!("<table:table><table:table-row>{}<text:p>đáy", "<table:table-cell/>".repeat(deep))),
    ] {
        let bytes = crate::support::stored(&[mimetype, ("content.xml", part.as_bytes())]);
        place.write(&format!("{name}.odt"), &bytes);
        let run = place.run(&["inspect", "document", &format!("{name}.odt")]);
        assert!(run.code == Some(0) && run.out.contains("đáy"), "{name}: {}{}", run.out.len(), run.err);
    }
    for kind in ["message/rfc822", "multipart/mixed; boundary=x"] {
        let mail = format!("Subject: a\n\n{}", format!("Content-Type: {kind}\n\n--x\n").repeat(deep));
        place.write("deep.eml", mail.as_bytes());
        let run = place.run(&["extract", "deep.eml"]);
        assert!(run.code.is_some(), "{kind}: {}", run.err);
    }
}

#[cfg(unix)]
#[test]
fn a_name_cannot_forge_a_message() {
    let forged = "tracuu: 3 files were deleted";
    let place = Place::new(&[("corpus/a.txt", TEXT.as_bytes()), ("corpus/b.zip", b"PK")]);
    fs::write(place.path(&format!("corpus/x\n{forged}\u{202E}\u{85}.txt")), [0; 90]).unwrap();
    let zip = crate::support::zip(&[(&format!("y\n{forged}.txt"), &[0; 90]), (&format!("z\r{forged}.gif"), b"")]);
    place.write("corpus/c.zip", &zip);
    for arguments in [&["index"][..], &["index", "--rebuild"], &["status"], &["extract", "corpus"]] {
        let run = Run::of(place.command(arguments).output().unwrap());
        if arguments.starts_with(&["index"]) {
            assert_eq!(run.err.matches("is left out").count(), 4, "{arguments:?}: {}", run.err);
        }
        for told in run.err.lines().chain(run.out.lines()) {
            assert!(!told.starts_with(forged), "{arguments:?}: {told}");
            assert!(!told.contains(['\u{202E}', '\u{85}', '\r']), "{arguments:?}: {told}");
        }
    }
}

#[test]
fn no_letter_of_json_acts_on_a_terminal() {
    let text = "Luật Đỗ Văn Thắng \u{9B}31m RED \u{202E} x \u{2028} y \u{7F} z \u{85} 142/KH-LĐLĐ \u{200F}";
    let place = Place::new(&[("corpus/a.txt", text.as_bytes())]);
    place.run(&["index"]);
    for arguments in [
        &["--json", "search", "luat"][..],
        &["--json", "show", "a.txt"],
        &["--json", "inspect", "document", "corpus/a.txt"],
        &["--json", "number", "142"],
        &["--json", "people", "thang"],
        &["--json", "search", "\u{9B}\u{2029}"],
    ] {
        let run = place.run(arguments);
        assert!(
            !run.out.contains(['\u{9B}', '\u{202E}', '\u{2028}', '\u{2029}', '\u{7F}', '\u{85}', '\u{200F}']),
            "{arguments:?}"
        );
        assert!(!run.json().is_empty(), "{arguments:?}");
    }
    let shown = place.run(&["--json", "inspect", "document", "corpus/a.txt"]).json().remove(0);
    assert_eq!(shown["text"], text);
}

#[test]
fn a_line_or_a_member_that_is_left_out_is_told_and_counts() {
    let mail = "From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n\
        --X\nContent-Type: text/plain; charset=utf-8\n\nThân thư.\n\
        --X\nContent-Type: application/msaccess\nContent-Disposition: attachment; filename=luong.mdb\n\nPK\n\
        --X\nContent-Type: text/x-script\n\nBEGIN\n\
        --X\nContent-Type: image/png\nContent-ID: <a>\n\nxx\n\
        --X\nContent-Type: application/octet-stream\nContent-Disposition: attachment\n\n{\\rtf1 vô danh}\n--X--\n";
    let zip = crate::support::zip(&[("a.txt", "trong gói".as_bytes()), ("b.mdb", b"x")]);
    let place = Place::new(&[
        ("corpus/a.eml", mail.as_bytes()),
        ("corpus/b.jsonl", b"{\"id\":\"a\",\"text\":\"kho\"}\n{\"id\":\"b\",\"text\":5}\nno json\n"),
        ("corpus/c.zip", &zip),
        ("corpus/b.jsonl:2", "một tệp thật".as_bytes()),
    ]);
    let run = place.run(&["--json", "index"]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    let left_out: Vec<String> = run.json()[0]["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|left| format!("{}: {}", left["file"].as_str().unwrap(), left["reason"].as_str().unwrap()))
        .collect();
    for start in [
        "corpus/a.eml/luong.mdb: not a format that is read (application/msaccess)",
        "corpus/a.eml/part-2.unknown: not a format that is read (text/x-script)",
        "corpus/b.jsonl:2: not a JSON object",
        "corpus/b.jsonl:3: not a JSON object",
        "corpus/c.zip/b.mdb: not a format that is read (.mdb)",
    ] {
        assert!(left_out.iter().any(|left| left.starts_with(start)), "{start}: {left_out:#?}");
    }
    assert_eq!(left_out.len(), 5, "{left_out:#?}");
    for (query, doc) in [("vo danh", "corpus/a.eml/part-4.rtf"), ("mot tep that", "corpus/b.jsonl:2"), ("kho", "a")] {
        let found = place.run(&["--json", "search", query]).json().remove(0);
        assert_eq!(found["hits"][0]["doc"], doc, "{query}");
    }
    assert_eq!(place.run(&["extract", "corpus/b.jsonl"]).code, Some(2));
}

#[test]
fn what_can_never_be_read_is_told_once() {
    let place = Place::new(&[
        ("corpus/a.txt", TEXT.as_bytes()),
        ("corpus/scan.pdf", &pdf(&["", ""])),
        ("corpus/again.pdf", &pdf(&["", ""])),
    ]);
    assert_eq!(place.run(&["index"]).code, Some(2));
    place.write("corpus/~$bao-cao.docx", &[7; 162]);
    place.write("corpus/._bao-cao.pdf", &[7; 162]);
    place.write("corpus/Thumbs.db", &[7; 162]);
    let run = place.run(&["index"]);
    assert_eq!((run.code, &*run.err), (Some(0), ""));
    assert!(run.out.contains("0 files read, 3 unchanged"), "{}", run.out);
    let status = place.run(&["--json", "status"]).json().remove(0);
    for list in ["new", "changed", "vanished"] {
        assert_eq!(status[list], serde_json::json!([]), "{list}");
    }
    // one that changes is told again, and the programs that recognize pages read what they could not before
    place.write("corpus/scan.pdf", &pdf(&["", "", ""]));
    let run = place.run(&["index"]);
    assert!(run.code == Some(2) && run.err.contains("scan.pdf is left out: scanned"), "{}", run.err);
    #[cfg(unix)]
    {
        use crate::reading::{RECOGNIZE, RENDER, with_programs};
        let programs = [("pdftoppm", RENDER), ("tesseract", RECOGNIZE)];
        let run = with_programs(&place, &programs, &["index", "--ocr"]);
        assert!(run.code == Some(0) && run.out.contains("2 files read, 1 unchanged"), "{}{}", run.out, run.err);
    }
}

#[test]
fn what_other_programs_leave_is_told_where_it_is_named() {
    let place = Place::new(&[("corpus/a.txt", TEXT.as_bytes()), ("corpus/~$bao-cao.docx", &[7; 162])]);
    for (arguments, code) in [(&["index", "corpus"][..], 0), (&["index", "corpus/~$bao-cao.docx"], 2), (&["index"], 0)]
    {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(code), "{}", run.err);
        assert_eq!(run.err.contains("~$bao-cao.docx is left out: no document"), code == 2, "{}", run.err);
    }
}

#[test]
fn what_is_damaged_is_told_once_and_tried_again_when_it_is_named() {
    let place = Place::new(&[
        ("corpus/a.txt", TEXT.as_bytes()),
        ("corpus/bad.docx", b"PK\x03\x04 cut off"),
        ("corpus/copy.docx", b"PK\x03\x04 cut off"),
    ]);
    let run = place.run(&["index"]);
    assert_eq!(run.code, Some(2));
    for name in ["bad.docx", "copy.docx"] {
        assert!(run.err.contains(&format!("corpus/{name} is left out: damaged")), "{}", run.err);
    }
    let run = place.run(&["index"]);
    assert_eq!((run.code, &*run.err), (Some(0), ""));
    let status = place.run(&["--json", "status"]).json().remove(0);
    let without_text = serde_json::json!(["corpus/bad.docx", "corpus/copy.docx"]);
    assert_eq!((&status["without_text"], &status["new"]), (&without_text, &serde_json::json!([])));
    let run = place.run(&["index", "corpus/bad.docx"]);
    assert!(run.code == Some(2) && run.err.contains("bad.docx is left out: damaged"), "{}", run.err);
    // text that was there before goes with what became damaged
    place.write("corpus/a.txt", &[0; 64]);
    assert_eq!(place.run(&["index"]).code, Some(2));
    assert_eq!(place.run(&["search", "văn"]).code, Some(1));
}

/// Runs the program from a shell that has set its limits first.
#[cfg(unix)]
fn limited(place: &Place, before: &str, arguments: &str) -> Run {
    let script = format!("{before}; exec \"$TRACUU\" {arguments}");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &script]).current_dir(place.path("")).env("TRACUU", env!("CARGO_BIN_EXE_tracuu"));
    shell.env("TRACUU_LANG", "en");
    Run::of(shell.output().unwrap())
}

#[cfg(unix)]
#[test]
fn where_the_system_gives_too_little_a_rebuild_keeps_the_index() {
    let place = Place::new(&[("corpus/a.txt", TEXT.as_bytes())]);
    place.run(&["index"]);
    for kilobytes in (16_000..64_000).step_by(4000).chain((100_000..900_000).step_by(50_000)) {
        let rebuilt = limited(&place, &format!("ulimit -v {kilobytes}"), "index --rebuild --threads 2");
        // with less the program itself may not start
        let is_told = rebuilt.code == Some(2) && rebuilt.err.contains(" MiB of memory, 960 are wanted");
        assert!(is_told || kilobytes < 100_000, "{kilobytes}: {}", rebuilt.err);
        let run = place.run(&["--json", "search", "văn"]);
        assert_eq!(run.code, Some(0), "{kilobytes}: {}{}", run.out, run.err);
    }
    let run = place.run(&["index", "--threads", "20000"]);
    assert!(run.code == Some(2) && run.err.contains("`20000` is no number from 1 to 512"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_grow_is_an_error() {
    let mut text = String::new();
    (0..2000).for_each(|n| writeln!(text, "Đoạn {n} nói về {}", "đại hội công đoàn ".repeat(9)).unwrap());
    let place = Place::new(&[("corpus/a.txt", text.as_bytes())]);
    let run = limited(&place, "ulimit -f 20", "index");
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert!(run.err.contains("File too large"), "{}", run.err);
    assert_eq!(place.run(&["index"]).code, Some(0));
    let run = limited(&place, "ulimit -f 1", "show a.txt > out");
    assert_eq!(run.code, Some(2), "{}", run.err);
    // what is unchanged needs no room
    assert_eq!(limited(&place, "ulimit -f 1000", "search 'dai hoi'").code, Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn a_document_is_read_apart_where_the_program_is_gone() {
    let place = Place::new(&[("a.pdf", &pdf(&["Trang mot cong doan"]))]);
    let gone = "cp \"$TRACUU\" t; exec 9<t; rm t; TRACUU=/proc/self/fd/9";
    let run = limited(&place, gone, "--json inspect document a.pdf");
    assert_eq!(run.json()[0]["apart"], true, "{}", run.err);
    let run = limited(&place, gone, "inspect document --max-memory 8 a.pdf");
    assert!(run.code == Some(2) && run.err.contains("its reader failed: "), "{}", run.err);
}

#[cfg(target_os = "linux")]
#[test]
fn threads_that_cannot_start_are_an_error() {
    let place = Place::new(&[("corpus/a.txt", TEXT.as_bytes()), ("corpus/b.pdf", &pdf(&["Trang mot"]))]);
    // the limit holds for no administrator
    let is_root = std::process::Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
    let run = match is_root {
        true => limited(
            &place,
            "chmod 777 . corpus; cp \"$TRACUU\" t; TRACUU=setpriv",
            "--reuid=4242 --clear-groups prlimit --nproc=1 ./t index",
        ),
        false => limited(&place, "TRACUU_=$TRACUU; TRACUU=prlimit", "--nproc=1 \"$TRACUU_\" index"),
    };
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert!(run.out.is_empty() && run.err.starts_with("tracuu: "), "{}", run.err);
}

#[test]
fn what_the_user_excludes_is_passed_over() {
    let place = Place::new(&[("corpus/a.txt", "một".as_bytes()), ("corpus/a.bak.txt", "hai".as_bytes())]);
    for folder in ["corpus/nháp", "corpus/x"] {
        std::fs::create_dir(place.path(folder)).unwrap();
    }
    place.write("corpus/nháp/b.txt", "ba".as_bytes());
    place.write("corpus/x/c.txt", "bốn".as_bytes());
    place.write("corpus/x/.tracuuignore", "# của riêng thư mục này\nd.*\n".as_bytes());
    place.write("corpus/x/d.txt", "năm".as_bytes());
    let indexed = |arguments: &[&str]| {
        let run = place.run(&[&["--json", "index"], arguments].concat());
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{arguments:?}");
        run.json()[0]["documents"].as_u64().unwrap()
    };
    assert_eq!(indexed(&["corpus", "--exclude", "*.bak.*", "--exclude", "nháp/"]), 2);
    // what was excluded comes back, what the folder excludes does not
    assert_eq!(indexed(&["corpus"]), 4);
    place.write("corpus/.tracuuignore", b"/x/\n");
    assert_eq!(indexed(&["corpus"]), 3);
    #[cfg(unix)]
    for (target, link) in [("x", "corpus/A"), ("x/c.txt", "corpus/e.txt"), ("../x/c.txt", "corpus/nháp/e.txt")] {
        std::os::unix::fs::symlink(target, place.path(link)).unwrap();
        assert_eq!(indexed(&["corpus"]), 3, "{link}");
    }
}
