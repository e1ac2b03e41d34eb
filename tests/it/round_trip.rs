//! The documents of `corpus/` in every format and encoding to the same text and the same first hits.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tracuu::archive::{Archive, Extracted};
use tracuu::corpus::{Document, Limits, Manner};
use tracuu::measure::GoldQuery;
use tracuu::search::{Hit, Request};
use unicode_normalization::UnicodeNormalization;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::encode::{encode, simplified};
use crate::support::{corpus_index, index, root};
use crate::written;

const ENCODINGS: [&str; 6] = ["tcvn3", "vni", "viscii", "vps", "windows-1258", "utf-16"];

/// Those of them that are searched: the others give the very same text as UTF-16.
const SEARCHED: [&str; 3] = ["tcvn3", "windows-1258", "utf-16"];

/// The formats that LibreOffice has written.
const OFFICE: [&str; 5] = ["docx", "doc", "odt", "rtf", "pdf"];

/// The formats that are simple enough to be written here.
const WRITTEN: [&str; 10] = ["html", "mht", "eml", "zip", "csv", "xlsx", "fods", "pptx", "fodp", "epub"];

/// The least part of the letters, in thousandths, that come back from old encodings as they were.
const LEAST_RIGHT: usize = 995;

/// Every so many queries are asked of each form; all of them are asked of one or another.
const STRIDE: usize = SEARCHED.len() + OFFICE.len() + WRITTEN.len();

#[test]
fn old_encodings_give_their_letters_back() {
    let (mut all, mut right, mut told) = (0, 0, String::new());
    for encoding in ENCODINGS {
        let (mut here, mut right_here) = (0, 0);
        for document in documents() {
            let expected = simplified(&document.text);
            let bytes = encode(encoding, &expected);
            let got = read(&format!("{}.txt", stem(&document.id)), &bytes);
            let decided = got.provenance.decision.map(|decision| decision.encoding.to_lowercase());
            let decided = decided.unwrap_or_default().replace("utf-16le", "utf-16");
            assert!(decided == encoding || bytes.is_ascii(), "{encoding} {}: {decided}", document.id);
            if !SEARCHED.contains(&encoding) {
                assert_eq!(got.text, expected, "{encoding} {}", document.id);
            }
            let got: Vec<char> = got.text.nfc().collect();
            let expected: Vec<char> = expected.chars().collect();
            assert_eq!(got.len(), expected.len(), "{encoding} {}", document.id);
            let letters = got.iter().zip(&expected).filter(|(_, letter)| letter.is_alphabetic());
            here += letters.clone().count();
            right_here += letters.filter(|(got, letter)| got == letter).count();
        }
        told.push_str(&format!("{encoding}: {right_here} of {here} letters\n"));
        (all, right) = (all + here, right + right_here);
    }
    let share = right as f64 * 100.0 / all as f64;
    println!("{told}{share:.3} % of the letters came back");
    assert!(right * 1000 >= all * LEAST_RIGHT, "only {share:.3} % of the letters came back:\n{told}");
}

#[test]
fn formats_give_their_text_back() {
    for form in OFFICE.into_iter().chain(WRITTEN) {
        let place = place(form);
        let got = read_folder(place.path());
        for document in documents() {
            let same: Vec<&Document> = got.iter().filter(|other| stem(&other.id) == stem(&document.id)).collect();
            assert_eq!(same.len(), 1, "{form} {}: run tests/fixtures/make", document.id);
            // blanks and breaks are the format's own
            let (got, expected) = (words(&same[0].text), words(&document.text));
            assert_eq!(got, expected, "{form} {}: has it changed since tests/fixtures/make?", document.id);
        }
    }
}

#[test]
fn the_first_hit_is_the_same_in_every_form() {
    let originals = corpus_index();
    let originals = Archive::open(originals.path()).unwrap();
    let lines = fs::read_to_string(root().join("tests/queries.jsonl")).unwrap();
    let queries: Vec<String> =
        lines.lines().map(|line| serde_json::from_str::<GoldQuery>(line).unwrap().query).collect();
    let (mut asked, mut wrong) = (0, Vec::new());
    for (number, form) in SEARCHED.into_iter().chain(OFFICE).chain(WRITTEN).enumerate() {
        let folder = tempfile::tempdir().unwrap();
        index(folder.path(), &[place(form).path().to_owned()]);
        let archive = Archive::open(folder.path()).unwrap();
        for query in queries.iter().skip(number % STRIDE).step_by(STRIDE) {
            asked += 1;
            let (expected, got) = (best(&originals, query), best(&archive, query));
            let is_met = expected.iter().any(|expected| got.iter().any(|got| is_same(expected, got)));
            let is_nothing = expected.is_empty() && got.is_empty();
            if !is_met && !is_nothing {
                wrong.push(format!("{form}: {query}: {} but was {}", shown(&got), shown(&expected)));
            }
        }
    }
    let told = format!("{} of {asked} first hits are the same; others:\n{}", asked - wrong.len(), wrong.join("\n"));
    println!("{told}");
    // the lines of a PDF are its own, and so are its passages
    assert!(wrong.iter().all(|wrong| wrong.starts_with("pdf")) && wrong.len() * 100 <= asked, "{told}");
}

fn shown(hits: &[Hit]) -> String {
    hits.first().map_or("nothing".to_owned(), |hit| format!("{}:{}", hit.passage.doc, hit.passage.lines.0))
}

/// The first hit, and those of the same score: their order depends on the names of their files.
fn best(archive: &Archive, query: &str) -> Vec<Hit> {
    let mut hits = archive.search(&Request::new(query).limit(5)).unwrap().hits;
    let most = hits.first().map_or(0.0, |hit| hit.score);
    hits.retain(|hit| hit.score >= most * 0.999);
    hits
}

/// Whether two hits are of one document, and one holds the line of the other's match.
fn is_same(expected: &Hit, got: &Hit) -> bool {
    let line = |hit: &Hit| {
        let at = hit.highlights.first().map_or(0, |mark| mark.start);
        let text = &hit.passage.text;
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        words(text[start..].split('\n').next().unwrap())
    };
    let holds = |hit: &Hit, line: &str| words(&hit.passage.text).contains(line);
    stem(&expected.passage.doc) == stem(&got.passage.doc)
        && (holds(got, &line(expected)) || holds(expected, &line(got)))
}

/// The plain texts and Markdown of the corpus.
fn documents() -> Vec<Document> {
    let is_text = |document: &Document| {
        let kind = Path::new(&document.id).extension().and_then(|extension| extension.to_str());
        matches!(kind, Some("txt" | "md")) && stem(&document.id) != "README"
    };
    read_folder(&root().join("corpus")).into_iter().filter(is_text).collect()
}

/// A folder with the corpus in this form; what is no text in it stays as it is.
fn place(form: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: String, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    for entry in fs::read_dir(root().join("corpus")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|kind| kind == "html" || kind == "jsonl") {
            write(path.file_name().unwrap().to_str().unwrap().to_owned(), &fs::read(&path).unwrap());
        }
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for document in documents() {
        let (name, text) = (stem(&document.id), &*document.text);
        match form {
            "html" => write(format!("{name}.html"), page(text).as_bytes()),
            "mht" => write(format!("{name}.mht"), saved_page(text).as_bytes()),
            "eml" => write(format!("{name}.eml"), mail(text).as_bytes()),
            "zip" => {
                zip.start_file(format!("{name}.txt"), SimpleFileOptions::default()).unwrap();
                zip.write_all(text.as_bytes()).unwrap();
            }
            "csv" => write(format!("{name}.csv"), written::csv(text).as_bytes()),
            "xlsx" => write(format!("{name}.xlsx"), &written::xlsx(text)),
            "fods" => write(format!("{name}.fods"), written::fods(text).as_bytes()),
            "pptx" => write(format!("{name}.pptx"), &written::pptx(text)),
            "fodp" => write(format!("{name}.fodp"), written::fodp(text).as_bytes()),
            "epub" => write(format!("{name}.epub"), &written::epub(&page(text))),
            office if OFFICE.contains(&office) => {
                let file = root().join(format!("tests/fixtures/offices/{office}/{name}.{office}"));
                let bytes = fs::read(&file);
                let bytes =
                    bytes.unwrap_or_else(|error| panic!("{}: {error}: run tests/fixtures/make", file.display()));
                write(format!("{name}.{office}"), &bytes);
            }
            encoding => write(format!("{name}.txt"), &encode(encoding, &simplified(text))),
        }
    }
    if form == "zip" {
        write("corpus.zip".to_owned(), &zip.finish().unwrap().into_inner());
    }
    folder
}

/// The text as a web page: a blank line parts paragraphs.
fn page(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let paragraphs = text.trim_end().replace("\n\n", "</p>\n<p>").replace('\n', "<br>\n");
    format!("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><p>{paragraphs}</p></body></html>")
}

fn saved_page(text: &str) -> String {
    format!(
        "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\r\n\r\n\
         --x\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n--x--\r\n",
        quoted_printable(&page(text))
    )
}

fn mail(text: &str) -> String {
    format!(
        "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\
         Content-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n",
        quoted_printable(text)
    )
}

fn quoted_printable(text: &str) -> String {
    const MAX_LINE: usize = 72;
    let mut out = String::new();
    for line in text.split('\n') {
        let mut width = 0;
        for byte in line.bytes() {
            let sign = match byte {
                b' '..=b'<' | b'>'..=b'~' => char::from(byte).to_string(),
                byte => format!("={byte:02X}"),
            };
            if width + sign.len() > MAX_LINE {
                out.push_str("=\r\n");
                width = 0;
            }
            width += sign.len();
            out.push_str(&sign);
        }
        out.push_str("\r\n");
    }
    out
}

fn read(name: &str, bytes: &[u8]) -> Document {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    read_folder(folder.path()).remove(0)
}

fn read_folder(folder: &Path) -> Vec<Document> {
    let mut documents = Vec::new();
    let paths = [PathBuf::from(folder)];
    Archive::extract(&paths, &Manner::default(), &Limits::default(), &mut |came| {
        match came {
            Extracted::Document(document, _) => documents.push(document),
            Extracted::LeftOut(left) => panic!("{left:?}"),
            Extracted::Odd { .. } => {}
        }
        std::ops::ControlFlow::Continue(())
    });
    documents
}

fn stem(id: &str) -> &str {
    let name = id.rsplit('/').next().unwrap();
    name.split('.').next().unwrap()
}

/// The letters and digits in NFC and small, without what stands between them.
fn words(text: &str) -> String {
    text.nfc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
