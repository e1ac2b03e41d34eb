//! An office package -> the documents that are embedded in it, read as those are that are attached to a mail.
//!
//! What an object holds is told by what it is, not by the program that it was made with. Tables that only a chart is
//! drawn from are shown by the chart. Formulas, drawings and sounds are counted.

use std::collections::HashSet;
use std::path::Path;

#[cfg(feature = "doc")]
use super::archive::plain_name;
#[cfg(feature = "doc")]
use super::bytes::{u16_at, u32_at, utf16_text};
use super::limits::Limits;
use super::oddity::Oddity;
#[cfg(feature = "doc")]
use super::ole::{self, Ole};
use super::package::Package;
use super::reading::Reading;
use super::relations::Relations;
use super::sniff;
use super::source::extension_of;
use super::unreadable::Unreadable;

/// The folder of what is embedded in packages of Office, and how such objects are called in those of OpenDocument.
const FOLDER: &str = "embeddings";
const OBJECT: &str = "Object ";

/// The folder of what parts of a package are to others.
const RELATIONS: &str = "_rels";

/// The part of an object of OpenDocument that tells its text, and the beginnings of texts in it.
const CONTENT: &str = "content.xml";
const TEXTS: [&[u8]; 3] = [b"<office:text", b"<office:spreadsheet", b"<office:presentation"];

/// The folder of charts, and what the table of one is to it.
const CHARTS: &str = "charts";
const TABLE: &str = "package";

/// A document in a package: its name and its bytes.
struct Embedded {
    name: String,
    bytes: Vec<u8>,
}

/// Reads the documents that are embedded in a package.
pub(super) fn read(id: &str, bytes: &[u8], reading: &mut Reading) {
    let has = |name: &str| memchr::memmem::find(bytes, name.as_bytes()).is_some();
    let is_packed = bytes.starts_with(b"PK") && (has(&format!("{FOLDER}/")) || has(OBJECT));
    // one that cannot be opened has been told of
    let Some(mut package) = is_packed.then(|| Package::open(bytes, reading.limits().max_file_bytes).ok()).flatten()
    else {
        return;
    };
    let tables = tables_of_charts(&mut package);
    for part in package.covered().iter().filter(|part| is_object(part)) {
        reading.leave_out(&format!("{id}/{part}"), &Unreadable::Double);
    }
    let (mut ids, mut others) = (HashSet::new(), 0);
    for index in 0..package.len() {
        let Some(part) = package.name(index).ok().flatten().filter(|part| is_object(part) && !tables.contains(part))
        else {
            continue;
        };
        if reading.is_over(id) {
            break;
        }
        let unpacked = match package.unpack(index, reading.budget()) {
            Ok(unpacked) => unpacked,
            Err(error) => {
                reading.leave_out(&format!("{id}/{part}"), &error);
                continue;
            }
        };
        reading.spend(unpacked.len() as u64);
        match document(&part, unpacked, reading.limits()) {
            Some(Embedded { name, bytes }) if reading.takes(&name) => {
                let member = format!("{id}/{name}");
                let member = if ids.insert(member.clone()) { member } else { format!("{id}/{}/{name}", index + 1) };
                reading.member(&member, &name, bytes);
            }
            _ => others += 1,
        }
    }
    if others > 0 {
        reading.notice(id, Oddity::Objects(others));
    }
}

/// In whatever folder of what is embedded it lies, or in whatever other object.
fn is_object(part: &str) -> bool {
    let names: Vec<&str> = part.split('/').collect();
    let (name, folders) = names.split_last().unwrap_or((&"", &[]));
    let are_objects = |names: &[&str]| names.iter().all(|name| name.starts_with(OBJECT));
    match *name {
        CONTENT if !folders.is_empty() && are_objects(folders) => true,
        _ if are_objects(&names) => true,
        _ => folders.contains(&FOLDER) && !folders.contains(&RELATIONS),
    }
}

/// The parts that charts are drawn from.
fn tables_of_charts(package: &mut Package) -> HashSet<String> {
    let names = |package: &mut Package| -> Vec<String> {
        (0..package.len()).filter_map(|index| package.name(index).ok().flatten()).collect()
    };
    let is_chart = |part: &str| Path::new(part).parent().is_some_and(|folder| folder.ends_with(CHARTS));
    let charts: Vec<String> = names(package).into_iter().filter(|part| is_chart(part)).collect();
    let mut tables = HashSet::new();
    for chart in charts {
        // a chart whose parts cannot be told has none
        let relations = Relations::of(package, &chart, &mut Vec::new()).unwrap_or_default();
        tables.extend(relations.of_kind(TABLE).map(str::to_owned));
    }
    tables
}

/// The document in an object; nothing if there is none.
fn document(part: &str, bytes: Vec<u8>, limits: &Limits) -> Option<Embedded> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    if name == CONTENT {
        let is_text = TEXTS.iter().any(|text| memchr::memmem::find(&bytes, text).is_some());
        return is_text.then(|| Embedded { name: format!("{folder}.fodt"), bytes });
    }
    let is_compound = bytes.starts_with(b"\xD0\xCF\x11\xE0");
    if is_compound && !matches!(&*extension_of(Path::new(name)), "doc" | "xls" | "ppt" | "msg") {
        return in_compound(name, bytes, limits);
    }
    let is_known = sniff::format(&bytes, true).is_some() || extension_of(Path::new(name)) != "bin";
    is_known.then(|| Embedded { name: with_extension(name, &bytes), bytes })
}

/// The name with the extension of what the bytes are, where it tells none itself.
fn with_extension(name: &str, bytes: &[u8]) -> String {
    let told = extension_of(Path::new(name));
    match sniff::format(bytes, true).filter(|_| told.is_empty() || told == "bin") {
        Some(extension) => format!("{}.{extension}", name.strip_suffix(".bin").unwrap_or(name)),
        None => name.to_owned(),
    }
}

#[cfg(not(feature = "doc"))]
fn in_compound(_: &str, _: Vec<u8>, _: &Limits) -> Option<Embedded> {
    None
}

/// The document that a compound file is or holds.
#[cfg(feature = "doc")]
fn in_compound(name: &str, bytes: Vec<u8>, limits: &Limits) -> Option<Embedded> {
    const PACKAGES: [&str; 2] = ["Package", "CONTENTS"];
    const NATIVE: &str = "\u{1}Ole10Native";
    if ole::kind(&bytes).is_some() {
        return Some(Embedded { name: with_extension(name, &bytes), bytes });
    }
    let mut file = Ole::open(&bytes).ok()?;
    for stream in PACKAGES {
        let held = file.part(stream, limits).filter(|held| sniff::format(held, true).is_some());
        if let Some(bytes) = held {
            return Some(Embedded { name: with_extension(name, &bytes), bytes });
        }
    }
    native(&file.part(NATIVE, limits)?)
}

/// A file that was packed as it is, by \[MS-OLEDS\] 2.3.6 and what its writers add: its size, a kind, what it is called,
/// where it lay, where it lies meanwhile, its bytes; then the same three names in Unicode.
#[cfg(feature = "doc")]
fn native(stream: &[u8]) -> Option<Embedded> {
    const IS_FILE: u16 = 2;
    let text = |rest: &mut &[u8]| {
        let end = memchr::memchr(0, rest)?;
        let (text, behind) = rest.split_at(end);
        *rest = &behind[1..];
        Some(String::from_utf8_lossy(text).into_owned())
    };
    if u16_at(stream, 4)? != IS_FILE {
        return None;
    }
    let mut rest = stream.get(6..)?;
    let label = text(&mut rest)?;
    text(&mut rest)?;
    rest = rest.get(4..)?;
    rest = rest.get(4 + u32_at(rest, 0)? as usize..)?;
    let size = u32_at(rest, 0)? as usize;
    let bytes = rest.get(4..)?.get(..size)?.to_vec();
    let mut rest = rest.get(4 + size..).unwrap_or_default();
    let mut unicode = || {
        let length = (u32_at(rest, 0)? as usize).checked_mul(2)?;
        let name = rest.get(4..)?.get(..length)?;
        rest = &rest[4 + length..];
        Some(utf16_text(name))
    };
    let (_, written) = (unicode(), unicode());
    let name = plain_name(&written.filter(|name| !name.is_empty()).unwrap_or(label));
    Some(Embedded { name: name.rsplit('/').next().unwrap_or(&name).to_owned(), bytes })
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::corpus::formats::FORMATS;
    use crate::corpus::manner::Manner;
    use crate::corpus::package::tests::zip_of;
    use crate::corpus::report::ReadReport;

    /// The documents in a package, and what is told of it.
    fn read_all(name: &str, bytes: Vec<u8>) -> (Vec<(String, String)>, Vec<Oddity>) {
        let (documents, report) = read_whole(name, bytes);
        (documents, report.notices)
    }

    fn read_whole(name: &str, bytes: Vec<u8>) -> (Vec<(String, String)>, ReadReport) {
        let (limits, manner, mut documents) = (Limits::default(), Manner::default(), Vec::new());
        let mut each = |document: crate::corpus::Document| {
            documents.push((document.id, document.text.trim().to_owned()));
            ControlFlow::Continue(())
        };
        let mut reading = Reading::new(name, FORMATS, &manner, &limits, &mut each);
        reading.file(name, &extension_of(Path::new(name)), bytes).unwrap();
        let report = reading.finish();
        (documents, report)
    }

    /// What is left out of a package, and why.
    fn left_out(report: &ReadReport) -> Vec<String> {
        let told = report.left_out.iter().map(|left| format!("{}: {}", left.path.display(), left.reason));
        told.collect()
    }

    #[test]
    fn what_is_embedded_too_deep_is_told() {
        let mut bytes = docx("mức 20", &[]);
        for level in (0..20).rev() {
            bytes = docx(&format!("mức {level}"), &[("word/embeddings/a.docx", &bytes)]);
        }
        let (documents, report) = read_whole("a.docx", bytes);
        assert_eq!(documents.last().unwrap().1, "mức 16");
        let path = format!("a.docx{}", "/a.docx".repeat(17));
        assert_eq!(left_out(&report), [format!("{path}: it lies too deep in other files")]);
    }

    #[test]
    fn objects_lie_in_folders_and_in_objects() {
        let (one, other) = (docx("Một", &[]), docx("Hai", &[]));
        let bytes = docx(
            "Báo cáo",
            &[
                ("word/embeddings/sau/a.docx", &one),
                ("word/embeddings/a.docx", &other),
                ("word/embeddings/_rels/a.docx.rels", b"<Relationships/>"),
            ],
        );
        let (documents, report) = read_whole("b.docx", bytes);
        let told: Vec<(&str, &str)> = documents.iter().map(|(id, text)| (&**id, &**text)).collect();
        assert_eq!(told, [("b.docx", "Báo cáo"), ("b.docx/a.docx", "Một"), ("b.docx/3/a.docx", "Hai")]);
        assert_eq!((report.notices.len(), left_out(&report)), (0, Vec::new()));
        let text = |text: &str| {
            format!(
                "<office:document-content><office:body><office:text><text:p>{text}</text:p></office:text></office:body></office:document-content>"
            )
        };
        let (own, outer, inner) = (text("Báo cáo"), text("Ngoài"), text("Trong"));
        let bytes = zip_of(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", own.as_bytes()),
            ("Object 1/content.xml", outer.as_bytes()),
            ("Object 1/Object 2/content.xml", inner.as_bytes()),
        ]);
        let (documents, _) = read_all("a.odt", bytes);
        assert_eq!(documents[2], ("a.odt/Object 1/Object 2.fodt".to_owned(), "Trong".to_owned()));
    }

    #[test]
    fn of_two_objects_of_one_name_one_is_told() {
        let (one, parts) = (docx("Một", &[]), ["word/embeddings/a.docx", "word/embeddings/b.docx"]);
        let mut bytes = docx("Báo cáo", &[(parts[0], &one), (parts[1], b"x")]);
        // a writer of zip files refuses that
        while let Some(at) = memchr::memmem::find(&bytes, b"embeddings/b.docx") {
            bytes[at + b"embeddings/".len()] = b'a';
        }
        let (_, report) = read_whole("b.docx", bytes);
        let told = left_out(&report);
        assert!(told.iter().any(|told| told.starts_with("b.docx/word/embeddings/a.docx: ")), "{told:?}");
    }

    fn docx(text: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
        let body = format!("<w:document><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>");
        zip_of(&[&[("word/document.xml", body.as_bytes())], others].concat())
    }

    /// What a program packs a file as.
    #[cfg(feature = "doc")]
    fn packed_natively(name: &str, bytes: &[u8]) -> Vec<u8> {
        use std::io::{Cursor, Write};
        let label = b"a.txt\0C:\\a.txt\0\0\0\x03\0";
        let size = |length: usize| (length as u32).to_le_bytes();
        let unicode: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut stream = [&[0; 4][..], &[2, 0], label, &size(3), b"t\0\0", &size(bytes.len()), bytes].concat();
        stream.extend([&size(0)[..], &size(unicode.len() / 2), &unicode].concat());
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream("/\u{1}Ole10Native").unwrap().write_all(&stream).unwrap();
        file.into_inner().into_inner()
    }

    #[cfg(feature = "doc")]
    #[test]
    fn what_is_embedded_is_read_as_what_is_attached() {
        let inner = docx("Phụ lục kèm theo", &[]);
        let native = packed_natively("số liệu.txt", "Số liệu gốc".as_bytes());
        let bytes = docx(
            "Báo cáo",
            &[
                ("word/embeddings/Document1.docx", &inner),
                ("word/embeddings/oleObject1.bin", &native),
                ("word/embeddings/oleObject2.bin", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 no document"),
                ("word/media/image1.png", b"no object"),
            ],
        );
        let (documents, notices) = read_all("a.docx", bytes);
        let told: Vec<(&str, &str)> = documents.iter().map(|(id, text)| (&**id, &**text)).collect();
        let expected = [
            ("a.docx", "Báo cáo"),
            ("a.docx/Document1.docx", "Phụ lục kèm theo"),
            ("a.docx/số liệu.txt", "Số liệu gốc"),
        ];
        assert_eq!(told, expected);
        assert_eq!(notices, [Oddity::Objects(1)]);
    }

    #[test]
    fn the_table_of_a_chart_is_shown_by_the_chart() {
        let told = r#"<Relationships><Relationship Id="r1" Type="http://a/package" Target="../embeddings/b.docx"/></Relationships>"#;
        let inner = docx("Bảng", &[]);
        let bytes = docx(
            "Báo cáo",
            &[
                ("word/charts/chart1.xml", b"<c:chart/>"),
                ("word/charts/_rels/chart1.xml.rels", told.as_bytes()),
                ("word/embeddings/b.docx", &inner),
            ],
        );
        let (documents, notices) = read_all("a.docx", bytes);
        assert_eq!((documents.len(), notices.len()), (1, 0));
    }

    #[test]
    fn objects_of_opendocument_are_read() {
        let text = |kind: &str, text: &str| {
            format!(
                "<office:document-content><office:body><office:{kind}><text:p>{text}</text:p></office:{kind}></office:body></office:document-content>"
            )
        };
        let (own, inner, chart) = (text("text", "Báo cáo"), text("text", "Trong báo cáo"), text("chart", "Biểu đồ"));
        let bytes = zip_of(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", own.as_bytes()),
            ("Object 1/content.xml", inner.as_bytes()),
            ("Object 2/content.xml", chart.as_bytes()),
        ]);
        let (documents, notices) = read_all("a.odt", bytes);
        let told: Vec<(&str, &str)> = documents.iter().map(|(id, text)| (&**id, &**text)).collect();
        assert_eq!(told, [("a.odt", "Báo cáo"), ("a.odt/Object 1.fodt", "Trong báo cáo")]);
        assert_eq!(notices, [Oddity::Objects(1)]);
    }
}
