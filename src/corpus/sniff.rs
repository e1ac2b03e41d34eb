//! The first bytes of a file -> the format it is of, whatever its name says.

use std::io::{Cursor, Read};

#[cfg(feature = "doc")]
use super::ole;
use super::unreadable::Foreign;
use zip::ZipArchive;

/// How far from its start a file may say what it is.
const HEAD_BYTES: usize = 2048;

/// How files begin that are often named as what they are not, and their extensions.
const FOREIGN_STARTS: [(&[u8], &str); 6] = [
    (b"\x1F\x8B\x08", "gz"),
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"Rar!\x1A\x07", "rar"),
    (b"RE~^", "rar"),
    (b"\x89PNG\r\n\x1A\n", "png"),
    (b"\xFF\xD8\xFF\xE0", "jpg"),
];

/// Names in a zip file that tell what it is, and the extension of that.
const TELLING_PARTS: [(&str, &str); 6] = [
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("ppt/presentation.xml", "pptx"),
    ("META-INF/container.xml", "epub"),
    ("content.xml", "odf"),
];

/// The folders of a package whose main part is called otherwise, and the extension of such packages.
const TELLING_FOLDERS: [(&str, &str); 3] = [("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")];

/// What every package of Office holds.
const CONTENT_TYPES: &str = "[Content_Types].xml";

/// The first part of an OpenDocument file, which is not packed, and what it says before the kind.
const MIMETYPE: &[u8] = b"mimetype";
const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.";
const EPUB: &[u8] = b"application/epub+zip";

/// Kinds of OpenDocument files that are read, with their extensions in a package and as a single part.
const OPEN_DOCUMENTS: [(&[u8], &str, &str); 3] =
    [(b"text", "odt", "fodt"), (b"spreadsheet", "ods", "fods"), (b"presentation", "odp", "fodp")];

/// How sheets of Excel 3 and 4 begin.
const OLD_WORKBOOKS: [&[u8]; 2] = [b"\x09\x02\x06\0", b"\x09\x04\x06\0"];

/// Elements that a Word document that is one part of XML begins with.
const WORD_PARTS: [&[u8]; 2] = [b"<w:wordDocument", b"<pkg:package"];

/// What a compound file that does not tell what it is is taken for, as most are, and the extensions of others.
const UNTOLD: &str = "doc";
const OTHER_COMPOUNDS: [&str; 7] = ["xls", "xlt", "ppt", "pps", "pot", "msg", "oft"];

/// Where the name of the first part of a zip file stands, and the length of what follows it.
const NAME_AT: usize = 30;
const EXTRA_LENGTH_AT: usize = 28;

/// The extension of the format that the bytes plainly are of.
///
/// Web pages and mails are looked for only where text cannot be meant (`among_office`).
pub(super) fn format(bytes: &[u8], among_office: bool) -> Option<&'static str> {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let marked = without_marks(head);
    match () {
        () if among_office && OLD_WORKBOOKS.iter().any(|start| head.starts_with(start)) => Some("xls"),
        () if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") => Some(zipped(bytes, head)),
        () if is_compound(head) => Some(kind(bytes).unwrap_or(UNTOLD)),
        () if marked.starts_with(b"{\\rtf") => Some("rtf"),
        () if marked.starts_with(b"%PDF-") => Some("pdf"),
        () if among_office && holds(head, b"%PDF-1.") => Some("pdf"),
        () if head.starts_with(b"\x78\x9F\x3E\x22") => Some("tnef"),
        () if among_office && holds(marked, b"<office:document") => flat(marked),
        () if among_office && WORD_PARTS.iter().any(|part| holds(marked, part)) => Some("docx"),
        () if among_office && is_web_page(marked) => Some("html"),
        () if among_office && is_mail(marked) => Some("eml"),
        () => FOREIGN_STARTS.iter().find(|(start, _)| head.starts_with(start)).map(|(_, extension)| *extension),
    }
}

/// Whether bytes that were taken for a document of Word for want of a better are what their extension says: of another
/// compound file that was cut off so that it does not tell.
pub(super) fn is_untold(met: &str, bytes: &[u8], extension: &str) -> bool {
    met == UNTOLD && OTHER_COMPOUNDS.contains(&extension) && is_compound(bytes) && kind(bytes).is_none()
}

/// What is met but not read; `None` if it is read.
pub(super) fn foreign(extension: &str) -> Option<Foreign> {
    match extension {
        "xlsb" => Some(Foreign::Xlsb),
        "odf" => Some(Foreign::OpenDocument),
        "gz" => Some(Foreign::Gzip),
        "png" => Some(Foreign::Png),
        "jpg" => Some(Foreign::Jpeg),
        _ => None,
    }
}

/// The extension of the text that files with this extension often are in truth.
pub(super) fn text_in(extension: &str) -> Option<&'static str> {
    match extension {
        "doc" | "dot" | "docx" | "rtf" | "rar" | "7z" => Some("txt"),
        "xls" => Some("csv"),
        _ => None,
    }
}

#[cfg(feature = "doc")]
fn kind(bytes: &[u8]) -> Option<&'static str> {
    ole::kind(bytes)
}

#[cfg(not(feature = "doc"))]
fn kind(_: &[u8]) -> Option<&'static str> {
    None
}

fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
}

fn zipped(bytes: &[u8], head: &[u8]) -> &'static str {
    match mimetype(head) {
        Some(told) if told.starts_with(EPUB) => return "epub",
        Some(told) => {
            if let Some(kind) = told.strip_prefix(OPEN_DOCUMENT) {
                return open_document(kind);
            }
        }
        None => {}
    }
    match ZipArchive::new(Cursor::new(bytes)) {
        Ok(mut zip) => TELLING_PARTS
            .into_iter()
            .find(|(name, _)| zip.index_for_name(name).is_some())
            .map(|(_, extension)| extension)
            .or_else(|| by_folder(&zip))
            .map_or("zip", |extension| match extension {
                "odf" => packed_kind(&mut zip),
                extension => extension,
            }),
        // A file that was cut off has no table of contents.
        Err(_) => TELLING_FOLDERS
            .into_iter()
            .find(|(folder, _)| holds(head, folder.as_bytes()))
            .map(|(_, extension)| extension)
            .or_else(|| holds(head, CONTENT_TYPES.as_bytes()).then_some("docx"))
            .unwrap_or("zip"),
    }
}

/// What a package of OpenDocument is whose first part does not tell.
fn packed_kind(zip: &mut ZipArchive<Cursor<&[u8]>>) -> &'static str {
    const MOST_BYTES: u64 = 100;
    let mut told = Vec::new();
    if let Ok(part) = zip.by_name("mimetype") {
        // what cannot be unpacked tells nothing
        let _ = part.take(MOST_BYTES).read_to_end(&mut told);
    }
    let has_manifest = zip.index_for_name("META-INF/manifest.xml").is_some();
    match told.strip_prefix(OPEN_DOCUMENT) {
        Some(kind) => open_document(kind),
        None if has_manifest => "odt",
        None => "zip",
    }
}

/// The extension of an OpenDocument package of a kind.
fn open_document(kind: &[u8]) -> &'static str {
    let known = OPEN_DOCUMENTS.iter().find(|(known, ..)| kind.starts_with(known));
    known.map_or("odf", |(_, extension, _)| extension)
}

/// What a package of Office is by where most of its parts lie.
fn by_folder(zip: &ZipArchive<Cursor<&[u8]>>) -> Option<&'static str> {
    zip.index_for_name(CONTENT_TYPES)?;
    let of = |folder: &str| zip.file_names().flatten().filter(|name| name.starts_with(folder)).count();
    let (count, extension) = TELLING_FOLDERS.iter().map(|(folder, extension)| (of(folder), extension)).max()?;
    (count > 0).then_some(extension)
}

/// What an OpenDocument file of a single part is.
fn flat(head: &[u8]) -> Option<&'static str> {
    let at = head.windows(OPEN_DOCUMENT.len()).position(|window| window == OPEN_DOCUMENT)?;
    let kind = &head[at + OPEN_DOCUMENT.len()..];
    OPEN_DOCUMENTS.iter().find(|(known, ..)| kind.starts_with(known)).map(|(.., extension)| *extension)
}

/// What the first part says of the kind of the package. Such a file may lie in another zip file, so that no other
/// place counts.
fn mimetype(head: &[u8]) -> Option<&[u8]> {
    let extra = head.get(EXTRA_LENGTH_AT..NAME_AT)?;
    let extra = usize::from(u16::from_le_bytes(extra.try_into().ok()?));
    head[NAME_AT..].strip_prefix(MIMETYPE)?.get(extra..)
}

/// What stands behind byte order marks and blanks.
fn without_marks(mut head: &[u8]) -> &[u8] {
    while let Some(rest) = head.trim_ascii_start().strip_prefix(b"\xEF\xBB\xBF") {
        head = rest;
    }
    head.trim_ascii_start()
}

/// Elements that a web page, or a piece of one, begins with.
const PAGE_STARTS: [&[u8]; 22] = [
    b"html", b"head", b"meta", b"body", b"title", b"style", b"table", b"div", b"p", b"h1", b"h2", b"h3", b"center",
    b"font", b"span", b"b", b"strong", b"i", b"br", b"ul", b"ol", b"script",
];

fn is_web_page(head: &[u8]) -> bool {
    let head = head.to_ascii_lowercase();
    let Some(rest) = head.strip_prefix(b"<") else { return false };
    let name = rest.split(|byte| !byte.is_ascii_alphanumeric()).next().unwrap_or_default();
    rest.starts_with(b"!doctype html")
        || (PAGE_STARTS.contains(&name) && holds(rest, b">"))
        || ((rest.starts_with(b"?xml") || rest.starts_with(b"!--")) && holds(&head, b"<html"))
}

/// Whether this begins as a mail does: with header lines, one of them `MIME-Version:`.
fn is_mail(head: &[u8]) -> bool {
    let head = head.to_ascii_lowercase();
    let first = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let name = first.split(|&byte| byte == b':').next().unwrap_or_default();
    let is_header = first.len() > name.len() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    is_header && (head.starts_with(b"mime-version:") || holds(&head, b"\nmime-version:"))
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_tell_the_format() {
        let check = |bytes: &[u8], expected: Option<&str>| {
            assert_eq!(format(bytes, true), expected, "{}", String::from_utf8_lossy(bytes));
        };
        check(b"", None);
        check(b"Ke hoach", None);
        check(b"{\\rtf1 a}", Some("rtf"));
        check(b"\xEF\xBB\xBF {\\rtf1 a}", Some("rtf"));
        check(b"%PDF-1.4", Some("pdf"));
        check(b"junk\n%PDF-1.4", Some("pdf"));
        check(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Some("doc"));
        check(b" <HTML><body>", Some("html"));
        check(b"<?xml version='1.0'?><html>", Some("html"));
        check(b"<?xml version='1.0'?><note>", None);
        check(b"\xEF\xBB\xBF\xEF\xBB\xBF\n<table border='1'><tr>", Some("html"));
        check(b"<P class=MsoNormal>a</P>", Some("html"));
        check(b"<note>a</note>", None);
        check(b"From: a\nMIME-Version: 1.0\n\n", Some("eml"));
        check(b"Muc luc\nMIME-Version: 1.0\n\n", None);
        check(b"\x1F\x8B\x08\0", Some("gz"));
        check(b"PK\x05\x06", Some("zip"));
        check(b"PK\x03\x04 word/document.xml", Some("docx"));
        assert_eq!(format(b"<html>", false), None);
        let part = |name: &str, content: &str| {
            [b"PK\x03\x04", &[0; 22][..], &[name.len() as u8, 0, 0, 0], name.as_bytes(), content.as_bytes()].concat()
        };
        let told = part("mimetype", "application/vnd.oasis.opendocument.text");
        check(&told, Some("odt"));
        check(&part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), Some("ods"));
        check(&part("mimetype", "application/vnd.oasis.opendocument.chart"), Some("odf"));
        check(&part("mimetype", "application/epub+zip"), Some("epub"));
        check(
            b"<?xml?><office:document office:mimetype='application/vnd.oasis.opendocument.presentation'>",
            Some("fodp"),
        );
        check(b"PK\x03\x04 xl/worksheets", Some("xlsx"));
        check(&[part("a.odt", ""), told].concat(), Some("zip"));
    }
}
