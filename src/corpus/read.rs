//! A [`Source`] -> its [`Document`]s and a report of what was odd.

use std::fs::{self, File};
use std::io::{BufReader, Read};

use super::allowance::Allowance;
use super::document::Document;
use super::formats::FORMATS;
use super::known::Known;
use super::limits::Limits;
use super::manner::Manner;
use super::plain;
use super::reading::{Parse, Reading, forced};
use super::report::{Each, ReadReport};
use super::source::{Source, extension_of, is_remains, is_volume};
use super::unreadable::{Crash, Unreadable};
use crate::error::caught;

const BUFFER_BYTES: usize = 256 * 1024;

/// Reads a source and hands its documents to `each` as they come.
///
/// An extension without a format is read as plain text: the walk lists such a file only if it was
/// named itself. Bytes that are plainly of another format than the extension says are read as what
/// they are, with a notice. After an error in the middle of a JSON Lines file or an archive the
/// documents before it have been handed out.
///
/// An encoding of the manner holds for texts that are not plainly Unicode; JSON Lines are in UTF-8 whatever it is.
///
/// # Errors
/// The file is gone, closed to us, too large, binary, in no encoding that is known, damaged,
/// protected by a password, or unpacks to more than the limits allow, or the encoding is not one of
/// [`super::ENCODINGS`].
pub fn read_as(source: &Source, manner: &Manner, limits: &Limits, each: &mut Each) -> Result<ReadReport, Unreadable> {
    read_unknown(source, manner, limits, None, each)
}

/// The same of an archive or a mail without the members that are known.
///
/// # Errors
/// Those of [`read_as`].
pub fn read_unknown<'a>(
    source: &'a Source,
    manner: &'a Manner,
    limits: &'a Limits,
    known: Option<&'a mut (dyn Known + 'a)>,
    each: &'a mut Each,
) -> Result<ReadReport, Unreadable> {
    if is_remains(&source.path) {
        return Err(Unreadable::Remains);
    }
    if is_volume(&source.path) {
        return Err(Unreadable::Volume);
    }
    // Opening a pipe would wait for its writer.
    if !fs::metadata(&source.path)?.is_file() {
        return Err(Unreadable::NotAFile);
    }
    let file = File::open(&source.path)?;
    let extension = extension_of(&source.path);
    if let Some(Parse::Stream(stream)) = FORMATS.parse_for(&extension) {
        return stream(&source.id, &mut BufReader::with_capacity(BUFFER_BYTES, file), limits, each);
    }
    let bytes = load(file, limit_of(&extension, limits)).map_err(|error| match error {
        Unreadable::TooLarge { limit } if is_archive(&extension) => Unreadable::LargeArchive { limit },
        error => error,
    })?;
    let allowance = Allowance::of(bytes.len() as u64, limits);
    // recognizing a page takes its own time
    let allowance = if manner.recognizer.is_some() { allowance.untimed() } else { allowance };
    let mut reading = Reading::new(&source.id, FORMATS, manner, limits, each).within(allowance).beside(known);
    guarded(|| reading.file(&source.id, &extension, bytes))?;
    Ok(reading.finish())
}

/// Whether a source will be refused for its size.
#[must_use]
pub fn is_too_large(source: &Source, limits: &Limits) -> bool {
    source.size > limit_of(&extension_of(&source.path), limits)
}

/// Bytes of a file with this extension at most.
fn limit_of(extension: &str, limits: &Limits) -> u64 {
    match FORMATS.parse_for(extension) {
        Some(Parse::Stream(_)) => u64::MAX,
        Some(Parse::Archive(_) | Parse::Mail(_)) => limits.max_archive_bytes,
        _ => limits.max_file_bytes,
    }
}

/// Whether files with this extension hold others.
fn is_archive(extension: &str) -> bool {
    matches!(FORMATS.parse_for(extension), Some(Parse::Archive(_) | Parse::Mail(_)))
}

/// A reader that panics has a bug, which costs one file and not the others.
fn guarded(read: impl FnOnce() -> Result<(), Unreadable>) -> Result<(), Unreadable> {
    caught(read).unwrap_or(Err(Unreadable::Crashed(Crash::Panicked)))
}

/// Reads bytes that have no file, such as standard input, as plain text.
///
/// # Errors
/// The bytes are binary or in no encoding that is known.
pub fn read_plain(id: &str, bytes: Vec<u8>, manner: &Manner) -> Result<(Document, ReadReport), Unreadable> {
    let limits = Limits::default();
    let content = match manner.encoding {
        Some(encoding) => forced(encoding, bytes, plain::parse, &limits),
        None => plain::parse(bytes, &limits),
    };
    content.map(|content| content.into_document(id, "txt"))
}

fn load(file: File, limit: u64) -> Result<Vec<u8>, Unreadable> {
    let size = file.metadata()?.len();
    if size > limit {
        return Err(Unreadable::TooLarge { limit });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // The file may grow while it is read.
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(Unreadable::TooLarge { limit });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;
    use std::path::PathBuf;

    use super::*;
    use crate::corpus::walk;

    fn read_all(path: PathBuf, limits: &Limits) -> Result<(Vec<Document>, ReadReport), Unreadable> {
        let source = Source { id: "the/id".to_owned(), path, size: 0, modified_ns: 0, is_closed: false };
        let mut documents = Vec::new();
        let report = read_as(&source, &Manner::default(), limits, &mut |document| {
            documents.push(document);
            ControlFlow::Continue(())
        })?;
        Ok((documents, report))
    }

    #[test]
    fn every_format_gives_its_documents() {
        let check = |name: &str, bytes: &[u8], expected: &[(&str, &str)]| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(name);
            fs::write(&path, bytes).unwrap();
            let (documents, report) = read_all(path, &Limits::default()).unwrap();
            let got: Vec<_> = documents.iter().map(|d| (d.id.as_str(), d.text.as_str())).collect();
            assert_eq!(got, expected, "{name}");
            assert_eq!(report.documents, expected.len(), "{name}");
        };
        check("a.txt", b"", &[("the/id", "")]);
        check("a.txt", b" \r\n\t\r ", &[("the/id", " \n\t\n ")]);
        check("a.TXT", "Số 1".as_bytes(), &[("the/id", "Số 1")]);
        check("README", b"a", &[("the/id", "a")]);
        check("a.log", b"<b>", &[("the/id", "<b>")]);
        check("a.md", b"# A", &[("the/id", "# A")]);
        check("a.htm", b"<p>A", &[("the/id", "A")]);
        check("a.ndjson", b"", &[]);
        check("a.jsonl", b"{\"id\":\"x\",\"text\":\"1\"}\n{\"id\":\"y\",\"text\":\"2\"}", &[("x", "1"), ("y", "2")]);
    }

    #[test]
    fn a_file_that_cannot_be_read_says_why() {
        let folder = tempfile::tempdir().unwrap();
        let check = |name: &str, bytes: Option<&[u8]>, expected: &str| {
            let path = folder.path().join(name);
            if let Some(bytes) = bytes {
                fs::write(&path, bytes).unwrap();
            }
            let limits = Limits { max_file_bytes: 100, max_line_bytes: 100, ..Limits::default() };
            let error = read_all(path, &limits).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{name}: {error}");
        };
        check("none.txt", None, "it is no longer there");
        check("", None, "not a regular file");
        check("a.txt", Some(&[b'a'; 101]), "larger than 100 bytes");
        check("b.txt", Some(&[0; 50]), "binary");
        check("c.txt", Some(b"\xff\x81\x8d\x8f"), "encoding not recognized");
        check("~$e.docx", Some(b"x"), "no document, but what another program leaves beside one");
        check("d.jsonl", Some(b"\xff\xfe{\0}\0"), "encoding not recognized");
    }

    #[test]
    fn a_panic_costs_one_file() {
        let error = guarded(|| panic!("a bug")).unwrap_err().to_string();
        assert_eq!(error, "its reader failed on it");
    }

    #[test]
    fn a_break_ends_the_reading() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.jsonl");
        fs::write(&path, "{\"id\":\"x\",\"text\":\"\"}\n".repeat(3)).unwrap();
        let mut seen = 0;
        let source = &walk(&[path]).sources[0];
        let report = read_as(source, &Manner::default(), &Limits::default(), &mut |_| {
            seen += 1;
            ControlFlow::Break(())
        });
        assert_eq!((seen, report.unwrap().documents), (1, 1));
    }

    #[test]
    fn one_line_of_fifty_megabytes_is_read() {
        let line = "Liên đoàn Lao động ".repeat(2_400_000);
        let length = line.len();
        let (document, report) = read_plain("-", line.into_bytes(), &Manner::default()).unwrap();
        assert_eq!((document.text.len(), report.notices.len()), (length, 0));
    }
}
