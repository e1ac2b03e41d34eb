//! The first bytes of a file -> the format it is of, whatever its name says.

use std::io::Cursor;

use zip::ZipArchive;

/// How far from its start a file may say what it is.
const HEAD_BYTES: usize = 2048;

/// Names in a zip file that tell what it is, and the extension of that.
const TELLING_PARTS: [(&str, &str); 4] = [
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
    ("content.xml", "odf"),
];

/// What the mimetype of an OpenDocument file says after its common beginning.
const OPEN_DOCUMENT: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument.";

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
        () => None,
    }
}

/// What is met but not read; `None` if it is read.
pub(super) fn foreign(extension: &str) -> Option<&'static str> {
    match extension {
        "xlsx" => Some("a workbook (.xlsx)"),
        "pptx" => Some("a presentation (.pptx)"),
        "odf" => Some("an OpenDocument file without text"),
        _ => None,
    }
}

/// Whether files with this extension are often plain text in truth.
pub(super) fn may_be_text(extension: &str) -> bool {
    matches!(extension, "doc" | "dot" | "docx" | "rtf")
}

fn zipped(bytes: &[u8], head: &[u8]) -> &'static str {
    if let Some(at) = find(head, OPEN_DOCUMENT) {
        return if head[at + OPEN_DOCUMENT.len()..].starts_with(b"text") { "odt" } else { "odf" };
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
    find(bytes, needle).is_some()
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
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
        check(b"PK\x05\x06", Some("zip"));
        check(b"PK\x03\x04 word/document.xml", Some("docx"));
        assert_eq!(format(b"<html>", false), None);
    }
}
