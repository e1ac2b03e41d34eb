//! What offices have to what the program reads: forced encodings, scans, pages, documents read apart.

use std::fs;
use std::io::Write;
use std::process::{Output, Stdio};

use unicode_normalization::UnicodeNormalization;

use crate::support::{Place, Run, program, root};

/// `Nguyễn` in TCVN3: too little to be recognized.
const SHORT: &[u8] = b"Nguy\xd4n\n";

#[test]
fn a_document_tells_how_it_was_read() {
    let place = Place::new(&[("a.txt", b"C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam\n")]);
    let run = place.run(&["inspect", "document", "a.txt"]);
    for line in [
        "format    .txt\n",
        "encoding  tcvn3: it makes the most Vietnamese of the words beyond ASCII\n          tcvn3        100 % of the words are Vietnamese, score ",
        "notice    decoded as tcvn3\n",
        "text\n1 Cộng hòa xã hội chủ nghĩa Việt Nam\n",
    ] {
        assert!(run.out.contains(line), "{line}: {}", run.out);
    }
    assert_eq!((run.code, &*run.err), (Some(0), ""));
    let told = &place.run(&["--json", "inspect", "document", "a.txt"]).json()[0];
    assert_eq!(told["encoding"]["name"], "tcvn3");
    assert_eq!(told["encoding"]["candidates"].as_array().unwrap().len(), 5);
    let rich = "{\\rtf1{\\fonttbl{\\f0 .VnTime;}}\\f0 C\\'e9ng \\page h\\'dfa}";
    place.write("b.rtf", rich.as_bytes());
    let told = &place.run(&["--json", "inspect", "document", "b.rtf"]).json()[0];
    assert_eq!((&told["text"], &told["encoding"]), (&"Cộng\nhòa".into(), &serde_json::Value::Null));
    assert_eq!(told["fonts"], serde_json::json!([{"font": ".VnTime", "encoding": "tcvn3", "letters": 7}]));
    assert_eq!(told["pages"], serde_json::json!([1, 2]));
}

#[test]
fn members_of_archives_are_read_again_when_the_archive_changes() {
    let rar = |text: &str| {
        let mut rar = rars::Builder::new(rars::ArchiveVersion::Rar50).solid(true);
        for (name, text) in [("tờ trình.txt", text), ("ảnh.bmp", "x"), ("c/thư.txt", "Kính gửi tổ dân phố")]
        {
            rar.add_bytes(name.as_bytes().to_vec(), text.as_bytes().to_vec(), None, None).unwrap();
        }
        rar.to_bytes().unwrap()
    };
    let place = Place::new(&[
        ("corpus/a.rar", &rar("Xin sửa đường")),
        ("corpus/b.7z", include_bytes!("../fixtures/archives/7-zip-lzma2.7z")),
        ("corpus/c.7z.002", b"x"),
        ("corpus/d.r00", b"x"),
    ]);
    let run = place.run(&["index"]);
    let told = ["c.7z.002 is left out: one of several volumes", "d.r00 is left out: one of several volumes"];
    told.iter().for_each(|told| assert!(run.err.contains(told), "{told}: {}", run.err));
    assert!(run.err.contains("a.rar/ảnh.bmp is left out: not a format that is read (.bmp)"), "{}", run.err);
    assert!(run.out.contains("4 documents"), "{}", run.out);
    assert_eq!(place.run(&["show", "a.rar/tờ trình.txt"]).out.trim(), "Xin sửa đường");
    assert!(place.run(&["show", "b.7z/hồ sơ/bien-ban.txt"]).out.contains("Biên bản họp tổ dân phố"));
    assert!(place.run(&["index"]).out.contains("0 files read, 2 unchanged"));
    place.write("corpus/a.rar", &rar("Xin sửa cầu"));
    assert!(place.run(&["index"]).out.contains("1 file read, 1 unchanged"));
    assert_eq!(place.run(&["show", "a.rar/tờ trình.txt"]).out.trim(), "Xin sửa cầu");
}

#[test]
fn an_encoding_can_be_forced() {
    let place = Place::new(&[("corpus/old.txt", SHORT), ("corpus/new.txt", "Chuyên".as_bytes())]);
    let run = place.run(&["index"]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert!(run.err.contains("old.txt is left out: encoding not recognized: name it with `--encoding`"), "{}", run.err);
    for (encoding, found) in [("tcvn3", "Nguyễn"), ("VISCII", "NguyÔn"), ("Tcvn3", "Nguyễn")] {
        // each time the files are read again
        let run = place.run(&["index", "--encoding", encoding]);
        assert_eq!((run.code, &*run.err), (Some(0), ""), "{encoding}");
        assert!(run.out.contains("2 files read, 0 unchanged"), "{encoding}: {}", run.out);
        let text = place.run(&["show", "old.txt"]).out;
        assert_eq!(text.trim(), found, "{encoding}");
        assert_eq!(place.run(&["show", "new.txt"]).out.trim(), "Chuyên", "{encoding}");
    }
    assert!(place.run(&["index"]).out.contains("0 files read, 2 unchanged"));
    assert_eq!(place.run(&["show", "old.txt"]).out.trim(), "Nguyễn");

    let run = place.feed(&["--json", "extract", "--encoding", "tcvn3", "-"], b"\xa4ng Nguy\xd4n V\xa8n H\xe9i\n");
    assert_eq!(run.json()[0]["text"], "Nguyễn Văn Hội", "{}", run.err);
    let run = place.run(&["inspect", "document", "--encoding", "vni", "corpus/new.txt"]);
    assert!(run.err.contains("plainly Unicode, so it was not read as vni"), "{}", run.err);
    for verb in [&["index"][..], &["extract", "corpus"], &["inspect", "document", "corpus/old.txt"]] {
        let run = place.run(&[verb, &["--encoding", "abc"]].concat());
        assert_eq!(run.code, Some(2), "{verb:?}");
        assert!(run.err.contains("utf-8, utf-16, tcvn3, vni, viscii, vps, windows-1258"), "{}", run.err);
    }
}

#[test]
fn limits_can_be_set() {
    let place = Place::new(&[("corpus/a.txt", "công đoàn\n".repeat(100_000).as_bytes())]);
    let run = place.run(&["index", "--max-file-size", "1"]);
    assert!(run.code == Some(2) && run.err.contains("larger than 1 MiB: `--max-file-size` allows more"), "{}", run.err);
    assert_eq!(place.run(&["index", "--max-file-size", "2"]).code, Some(0));
    assert_eq!(place.run(&["index", "--max-file-size", "0"]).code, Some(2));

    let line = format!("{{\"id\": \"a\", \"text\": \"{}\"}}\n", "công đoàn ".repeat(200_000));
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["a.txt", "b.txt"] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all("công đoàn\n".repeat(60_000).as_bytes()).unwrap();
    }
    let zip = zip.finish().unwrap().into_inner();
    for (name, bytes, option, told) in [
        (
            "b.jsonl",
            line.as_bytes(),
            "--max-line-size",
            "b.jsonl:1 is left out: longer than 1 MiB: `--max-line-size` allows more",
        ),
        (
            "b.zip",
            &zip,
            "--max-archive-size",
            "b.zip/b.txt is left out: its archive unpacks to more than 1 MiB: `--max-archive-size` allows more",
        ),
    ] {
        place.write(name, bytes);
        let run = place.run(&["extract", option, "1", name]);
        assert!(run.err.contains(told), "{option}: {}", run.err);
        assert_eq!(place.run(&["extract", name]).err, "", "{option}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn memory_and_scans_have_limits_that_can_be_set() {
    let place = Place::new(&[("a.pdf", &pdf(&["Ke hoach"])), ("b.pdf", &pdf(&["", "", ""]))]);
    let run = place.run(&["inspect", "document", "--max-memory", "8", "a.pdf"]);
    assert!(
        run.code == Some(2)
            && run.err.contains("its reader failed: 8 MiB of memory are too few for it, allow it 128 or more"),
        "{}",
        run.err
    );
    let run = place.run(&["inspect", "document", "--max-memory", "500", "a.pdf"]);
    assert!(run.out.contains("Ke hoach"), "{}{}", run.out, run.err);
    let programs = [("pdftoppm", RENDER), ("tesseract", RECOGNIZE)];
    let run = with_programs(&place, &programs, &["inspect", "document", "--ocr", "--max-scans", "2", "b.pdf"]);
    assert!(run.out.contains("ảnh2") && !run.out.contains("ảnh3"), "{}", run.out);
}

#[test]
fn a_text_is_the_same_in_every_encoding() {
    let folder = root().join("tests/fixtures/encodings");
    let text = |name: &str| -> String {
        let file = folder.join(format!("{name}.txt"));
        let told = program(root(), &["--json", "inspect", "document", file.to_str().unwrap()]).output().unwrap();
        let told: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
        told["text"].as_str().unwrap().nfc().collect()
    };
    let expected = text("utf-8");
    assert_eq!(expected, fs::read_to_string(folder.join("utf-8.txt")).unwrap());
    for encoding in ["tcvn3", "vni", "viscii", "windows-1258", "utf-16le", "utf-16be", "utf-8-decomposed"] {
        assert_eq!(text(encoding), expected, "{encoding}");
    }
}

#[test]
fn a_hit_knows_its_page() {
    let place = Place::new(&[("corpus/a.pdf", &pdf(&["Trang mot cong doan", "Trang hai dai hoi", "Trang ba bau cu"]))]);
    assert_eq!(place.run(&["index"]).code, Some(0));
    let run = place.run(&["search", "dai hoi"]);
    assert!(run.out.starts_with(" 1  corpus/a.pdf:2 p. 2"), "{}", run.out);
    let run = place.run(&["--json", "search", "bau cu"]);
    assert_eq!(run.json()[0]["hits"][0]["page"], 3);
    let run = place.run(&["show", "a.pdf:2", "--context", "1"]);
    assert_eq!(
        run.out.split_once('\n').unwrap().1,
        "   p. 1\n 1  Trang mot cong doan\n   p. 2\n>2  Trang hai dai hoi\n   p. 3\n 3  Trang ba bau cu\n"
    );
    let lines = &place.run(&["--json", "show", "a.pdf"]).json()[0]["lines"];
    assert_eq!((&lines[0]["page"], &lines[2]["page"]), (&1.into(), &3.into()));
    assert_eq!(place.run(&["show", "a.pdf"]).out, "Trang mot cong doan\nTrang hai dai hoi\nTrang ba bau cu\n");
    place.write("corpus/b.txt", b"trang nao");
    assert_eq!(place.run(&["index"]).code, Some(0));
    assert!(place.run(&["--json", "search", "nao"]).json()[0]["hits"][0].get("page").is_none());
}

#[cfg(unix)]
#[test]
fn scans_are_recognized_where_the_programs_are_installed() {
    let place = Place::new(&[
        ("corpus/all.pdf", &pdf(&["", "", ""])),
        ("corpus/some.pdf", &pdf(&["Trang mot cua mot ban ke hoach", "", "Trang ba cua mot ban ke hoach"])),
    ]);
    let run = place.run(&["index"]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert!(run.err.contains("all.pdf is left out: scanned, no text: `--ocr` recognizes"), "{}", run.err);
    assert!(run.err.contains("some.pdf: 1 of 3 pages are pictures with little text or none: `--ocr`"), "{}", run.err);

    let run = with_programs(&place, &[], &["index", "--ocr"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("pdftoppm is not installed: try `apt install tesseract-ocr"), "{}", run.err);
    let run = with_programs(&place, &[("pdftoppm", RENDER), ("tesseract", "echo eng")], &["index", "--ocr"]);
    assert!(run.code == Some(2) && run.err.contains("the data is not installed"), "{}", run.err);

    let programs = [("pdftoppm", RENDER), ("tesseract", RECOGNIZE)];
    let run = with_programs(&place, &programs, &["index", "--ocr", "--rebuild"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("all.pdf: 3 pages were recognized from pictures: letters may be wrong"), "{}", run.err);
    assert!(run.err.contains("some.pdf: 1 page was recognized"), "{}", run.err);
    for (query, doc, page, line) in [("anh3", "corpus/all.pdf", 3, 3), ("anh2", "corpus/some.pdf", 2, 2)] {
        let hit = place.run(&["--json", "search", "--in", doc, query]).json()[0]["hits"][0].clone();
        assert_eq!((&hit["doc"], &hit["page"]), (&doc.into(), &page.into()), "{query}");
        assert!(hit["text"].as_str().unwrap().contains(&format!("Đọc từ ảnh{page}")), "{hit}");
        let lines = place.run(&["--json", "show", &format!("{doc}:{line}")]).json()[0]["lines"].clone();
        assert!(lines.as_array().unwrap().iter().any(|shown| shown["line"] == line && shown["page"] == page));
    }
    // it is not done again
    let run = with_programs(&place, &programs, &["index", "--ocr"]);
    assert!(run.out.contains("0 files read, 2 unchanged"), "{}", run.out);
    let run = with_programs(&place, &programs, &["index", "--ocr", "corpus/some.pdf"]);
    assert!(run.out.contains("1 file read, 0 unchanged"), "{}", run.out);
    let told = with_programs(&place, &programs, &["--json", "inspect", "document", "--ocr", "corpus/some.pdf"]);
    assert_eq!(told.json()[0]["recognized_pages"], 1);
}

#[cfg(unix)]
#[test]
fn a_program_that_fails_or_hangs_costs_its_pages() {
    let place = Place::new(&[("a.pdf", &pdf(&["", "", ""]))]);
    let hangs = RECOGNIZE.replace("echo", "test $(cat $1) = 2 && exec sleep 100; echo");
    let read = &["inspect", "document", "--ocr", "--max-seconds", "2", "a.pdf"];
    let run = with_programs(&place, &[("pdftoppm", RENDER), ("tesseract", &hangs)], read);
    assert!(run.out.contains("page 2 was not recognized: tesseract took longer than 2 seconds"), "{}", run.out);
    assert!(run.out.contains("ảnh1") && run.out.contains("ảnh3") && !run.out.contains("ảnh2"), "{}", run.out);
    let fails = [("pdftoppm", "test $1 != -v && exit 9"), ("tesseract", RECOGNIZE)];
    let run = with_programs(&place, &fails, read);
    let told = "scanned, and no letters were recognized (page 1 was not recognized: pdftoppm failed: exit status: 9, and 2 more)";
    assert!(run.code == Some(2) && run.err.contains(told), "{}", run.err);
    for (program, option) in [("pdftoppm", "-v"), ("tesseract", "--list-langs")] {
        let mut scripts = [("pdftoppm", RENDER.to_owned()), ("tesseract", RECOGNIZE.to_owned())];
        for (_, script) in scripts.iter_mut().filter(|(name, _)| *name == program) {
            *script = format!("test $1 = {option} && {{ sleep 100 & wait; }}; {script}");
        }
        let run = with_programs(&place, &scripts.each_ref().map(|(name, script)| (*name, &**script)), read);
        let told = format!("{program} took longer than 2 seconds");
        assert!(run.code == Some(2) && run.err.contains(&told), "{program}: {}", run.err);
    }
}

/// Leaves a picture that is the number of the page.
pub const RENDER: &str = "test $1 = -v && exit 0; for last; do :; done; echo $2 > $last.pgm";

/// Reads that picture.
pub const RECOGNIZE: &str =
    "test $1 = --list-langs && { echo vie; exit 0; }; echo \"Đọc từ ảnh$(cat $1)\n\n\" > $2.txt";

/// Runs the program where these shell scripts are all that is installed beside a shell.
#[cfg(unix)]
pub fn with_programs(place: &Place, scripts: &[(&str, &str)], arguments: &[&str]) -> Run {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let installed = std::env::var_os("PATH").unwrap();
    for tool in ["cat", "sleep"] {
        let found = std::env::split_paths(&installed).map(|path| path.join(tool)).find(|path| path.exists());
        symlink(found.unwrap(), folder.path().join(tool)).unwrap();
    }
    for (name, script) in scripts {
        let path = folder.path().join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    Run::of(place.command(arguments).env("PATH", folder.path()).output().unwrap())
}

/// A PDF with a page for each text; an empty one is a picture.
pub fn pdf(pages: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 5 + 2 * page)).collect();
    let mut file = format!(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count {}/Kids[{}]>>\nendobj\n\
         3 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/A>>\nendobj\n\
         4 0 obj\n<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>\nstream\nx\nendstream\nendobj\n",
        pages.len(),
        kids.join(" ")
    );
    for (page, text) in pages.iter().enumerate() {
        let (id, content) = (5 + 2 * page, 6 + 2 * page);
        let drawn = if text.is_empty() { "q /I Do Q".to_owned() } else { format!("BT /F 9 Tf ({text}) Tj ET") };
        file.push_str(&format!(
            "{id} 0 obj\n<</Type/Page/Parent 2 0 R/Contents {content} 0 R/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>>>\nendobj\n\
             {content} 0 obj\n<</Length {}>>\nstream\n{drawn}\nendstream\nendobj\n",
            drawn.len()
        ));
    }
    file.push_str(&format!("trailer\n<</Size {}/Root 1 0 R>>\n", 5 + 2 * pages.len()));
    file.into_bytes()
}

#[test]
fn the_process_that_reads_apart_answers_whole() {
    let output = decode("pdf", &[&pdf(&["Ke hoach"])], "2000000000");
    assert!(output.status.success());
    assert!(output.stdout.windows(8).any(|window| window == b"Ke hoach"));
    let odd = decode("pdf", &[b"no PDF"], "2000000000");
    assert!(odd.status.success() && !odd.stdout.is_empty() && odd.stdout[1] != output.stdout[1]);
}

#[cfg(target_os = "linux")]
#[test]
fn the_process_that_reads_apart_has_a_limit_of_memory() {
    let chunk = vec![b'x'; 1 << 20];
    let output = decode("pdf", &vec![&*chunk; 200], "150000000");
    assert!(!output.status.success());
    assert_eq!(output.stdout, b"");
    assert!(!decode("txt", &[b""], "2000000000").status.success());
}

/// Has one document read by the hidden verb, with this limit of memory.
fn decode(format: &str, chunks: &[&[u8]], memory: &str) -> Output {
    let mut child =
        program(root(), &["decode-apart", format, "1000000", memory, "10"]).stdin(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    // it may end before it has read all
    let _ = chunks.iter().try_for_each(|chunk| input.write_all(chunk));
    drop(input);
    child.wait_with_output().unwrap()
}

#[test]
fn what_a_limit_left_out_of_an_archive_comes_with_a_higher_one() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["a.txt", "b.txt"] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(format!("{name} {}", "công đoàn\n".repeat(60_000)).as_bytes()).unwrap();
    }
    let place = Place::new(&[("corpus/b.zip", &zip.finish().unwrap().into_inner())]);
    let low = place.run(&["index", "--max-archive-size", "1"]);
    assert!(low.code == Some(2) && low.err.contains("corpus/b.zip/b.txt is left out"), "{}", low.err);
    assert!(place.run(&["index", "--max-archive-size", "1"]).out.contains("1 unchanged"));
    let usual = place.run(&["index"]);
    assert!(usual.code == Some(0) && usual.out.contains("2 documents"), "{}{}", usual.out, usual.err);
    assert!(place.run(&["index"]).out.contains("1 unchanged"));
}
