//! The first bytes of a file -> the format it is of, whatever its name says.

use std::io::Cursor;

use super::unreadable::Foreign;
use zip::ZipArchive;

/// How far from its start a file may say what it is.
const HEAD_BYTES: usize = 2048;

/// How files begin that are often named as what they are not, and their extensions.
const FOREIGN_STARTS: [(&[u8], &str); 5] = [
    (b"\x1F\x8B\x08", "gz"),
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"Rar!\x1A\x07", "rar"),
    (b"\x89PNG\r\n\x1A\n", "png"),
    (b"\xFF\xD8\xFF\xE0", "jpg"),
];

/// Names in a zip file that tell what it is, and the extension of that.
const TELLING_PARTS: [(&str, &str); 4] = [
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
    ("content.xml", "odf"),
];

/// The first part of an OpenDocument file, which is not packed, and what it says before the kind.
const MIMETYPE: &[u8] = b"mimetype";
const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.";

/// Where the name of the first part of a zip file stands, and the length of what follows it.
const NAME_AT: usize = 30;
const EXTRA_LENGTH_AT: usize = 28;

/// The extension of the format that the bytes plainly are of.
///
/// Web pages and mails are looked for only where text cannot be meant (`among_office`).
pub(super) fn format(bytes: &[u8], among_office: bool) -> Option<&'static str> {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let marked = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    match () {
        () if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") => Some(zipped(bytes, head)),
        () if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") => Some("doc"),
        () if marked.starts_with(b"{\\rtf") => Some("rtf"),
        () if marked.starts_with(b"%PDF-") => Some("pdf"),
        () if among_office && holds(head, b"%PDF-1.") => Some("pdf"),
        () if among_office && is_web_page(marked) => Some("html"),
        () if among_office && is_mail(marked) => Some("eml"),
        () => FOREIGN_STARTS.iter().find(|(start, _)| head.starts_with(start)).map(|(_, extension)| *extension),
    }
}

/// What is met but not read; `None` if it is read.
pub(super) fn foreign(extension: &str) -> Option<Foreign> {
    match extension {
        "xlsx" => Some(Foreign::Xlsx),
        "pptx" => Some(Foreign::Pptx),
        "odf" => Some(Foreign::OpenDocument),
        "gz" => Some(Foreign::Gzip),
        "7z" => Some(Foreign::SevenZip),
        "rar" => Some(Foreign::Rar),
        "png" => Some(Foreign::Png),
        "jpg" => Some(Foreign::Jpeg),
        _ => None,
    }
}

/// Whether files with this extension are often plain text in truth.
pub(super) fn may_be_text(extension: &str) -> bool {
    matches!(extension, "doc" | "dot" | "docx" | "rtf")
}

fn zipped(bytes: &[u8], head: &[u8]) -> &'static str {
    if let Some(kind) = open_document(head) {
        return if kind.starts_with(b"text") { "odt" } else { "odf" };
    }
    match ZipArchive::new(Cursor::new(bytes)) {
        Ok(zip) => TELLING_PARTS
            .into_iter()
            .find(|(name, _)| zip.index_for_name(name).is_some())
            .map(|(_, extension)| extension)
            .map_or("zip", |extension| match extension {
                "odf" if zip.index_for_name("META-INF/manifest.xml").is_some() => "odt",
                "odf" => "zip",
                extension => extension,
            }),
        // A file that was cut off has no table of contents.
        Err(_) if holds(head, b"word/") || holds(head, b"[Content_Types].xml") => "docx",
        Err(_) => "zip",
    }
}

/// What the first part says of the kind of OpenDocument. Such a file may lie in another zip file, so
/// that no other place counts.
fn open_document(head: &[u8]) -> Option<&[u8]> {
    let extra = head.get(EXTRA_LENGTH_AT..NAME_AT)?;
    let extra = usize::from(u16::from_le_bytes(extra.try_into().ok()?));
    let content = head[NAME_AT..].strip_prefix(MIMETYPE)?.get(extra..)?;
    content.strip_prefix(OPEN_DOCUMENT)
}

fn is_web_page(head: &[u8]) -> bool {
    let head = head.to_ascii_lowercase();
    let starts = |start: &[u8]| head.starts_with(start);
    starts(b"<!doctype html")
        || starts(b"<html")
        || starts(b"<head")
        || starts(b"<meta")
        || ((starts(b"<?xml") || starts(b"<!--")) && holds(&head, b"<html"))
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
        check(&part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), Some("odf"));
        check(&[part("a.odt", ""), told].concat(), Some("zip"));
    }
}
