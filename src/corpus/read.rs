//! A [`Source`] -> its [`Document`]s and a report of what was odd.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;

use super::decision::Decision;
use super::encoding::{decode_as, is_plainly_unicode};
use super::provenance::{FontUse, Manner, Provenance};
use super::reading::Reading;
use super::walk::{Reason, Skipped, Source, extension_of};
use super::{Document, Heading, parse_for, plain};
use crate::error::caught;

const BUFFER_BYTES: usize = 256 * 1024;
const MAX_NOTICES: usize = 20;
const MAX_LEFT_OUT: usize = 100;

/// What takes the documents as they come; `Break` ends the reading early.
pub type Each<'a> = dyn FnMut(Document) -> ControlFlow<()> + 'a;

/// How much is read at most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file, and of what is unpacked of an office document or of one member of an
    /// archive; it does not hold for JSON Lines, which is never in memory as a whole.
    pub max_file_bytes: u64,
    /// Bytes of an archive, and of all that is unpacked of it and of the archives in it.
    pub max_archive_bytes: u64,
    /// Bytes of a line of JSON Lines.
    pub max_line_bytes: u64,
    /// Seconds that a process of its own may take for one document.
    pub max_seconds: u64,
    /// Scanned pages of a document that are recognized, where that is wanted; [`Self::max_seconds`]
    /// holds for each of them.
    pub max_recognized_pages: usize,
    /// Bytes of memory that such a process may take, where the system keeps it to that.
    pub max_memory_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_file_bytes: 256 << 20,
            max_archive_bytes: 1 << 30,
            max_line_bytes: 64 << 20,
            max_seconds: 60,
            max_recognized_pages: 500,
            max_memory_bytes: 2 << 30,
        }
    }
}

/// What was read of a source, and what was odd about it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadReport {
    /// The number of documents handed out.
    pub documents: usize,
    /// What the user should know, a sentence each, in order; at most 20.
    pub notices: Vec<String>,
    /// The number of notices beyond those.
    pub more_notices: usize,
    /// Files in an archive or a mail and lines of JSON Lines that were left out, with the reason of each,
    /// in order; at most 100.
    pub left_out: Vec<Skipped>,
    /// The number of those beyond.
    pub more_left_out: usize,
    /// The encoding and why it was taken; `None` for JSON Lines, which are in UTF-8.
    pub decision: Option<Decision>,
}

impl ReadReport {
    /// Adds a notice, or counts it if there are enough; it is written only when it is kept.
    pub(super) fn notice(&mut self, text: impl FnOnce() -> String) {
        if self.notices.len() < MAX_NOTICES {
            self.notices.push(text());
        } else {
            self.more_notices += 1;
        }
    }

    /// Adds a part that is left out, or counts it if there are enough.
    pub(super) fn leave_out(&mut self, id: String, reason: impl FnOnce() -> String) {
        if self.left_out.len() < MAX_LEFT_OUT {
            self.left_out.push(Skipped { path: id.into(), reason: Reason::Unreadable(reason()) });
        } else {
            self.more_left_out += 1;
        }
    }

    /// Adds what another report says.
    pub(super) fn absorb(&mut self, other: Self) {
        self.documents += other.documents;
        for text in other.notices {
            self.notice(|| text);
        }
        self.more_notices += other.more_notices;
        for left in other.left_out {
            self.leave_out(left.path.display().to_string(), || left.reason.to_string());
        }
        self.more_left_out += other.more_left_out;
    }
}

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The file went away after it was listed.
    #[error("it is no longer there")]
    Vanished,
    /// The system refuses.
    #[error("no permission to read it")]
    Denied,
    /// It is a folder, a pipe, a socket or a device.
    #[error("not a regular file")]
    NotAFile,
    /// It exceeds [`Limits::max_file_bytes`].
    #[error("too large: the limit is {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// It holds many NUL bytes or control characters.
    #[error("binary, not text")]
    Binary,
    /// No encoding makes Vietnamese or plain text of it.
    #[error("encoding not recognized: name it with `--encoding`, or save it as UTF-8")]
    Encoding,
    /// Another program has left it beside a document: the lock of Word, the properties of Mac.
    #[error("no document, but what another program leaves beside one")]
    Remains,
    /// It opens with a password only.
    #[error("protected by a password")]
    Protected,
    /// Its pages are pictures.
    #[error("scanned, no text: `--ocr` recognizes its letters")]
    Scanned {
        /// How many.
        pages: usize,
    },
    /// Its fonts do not tell which sign is which letter.
    #[error("its fonts do not tell their letters: `--ocr` recognizes them")]
    NoLetters {
        /// How many pages it has.
        pages: usize,
    },
    /// Its pages are pictures in which no letters were found.
    #[error("scanned, and no letters were recognized{}", .why.as_ref().map_or(String::new(), |why| format!(" ({why})")))]
    Unrecognized {
        /// Why the first page was not, where a program failed.
        why: Option<String>,
    },
    /// It is not what its format asks for, from the sentence on what is wrong.
    #[error("damaged: {0}")]
    Damaged(String),
    /// It is something else than its name says, and that is not read.
    #[error("it is {0}, which is not read")]
    Other(String),
    /// A file in an archive or a mail is of a format that is not read: its extension, or the kind that its mail tells.
    #[error("not a format that is read ({0})")]
    OtherFormat(String),
    /// Another file in the archive has the same name.
    #[error("the name stands before")]
    Double,
    /// It unpacks to more than the limits allow.
    #[error("it unpacks to too much: the limit is {limit} bytes")]
    UnpacksTooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// It unpacks to more than a thousand times its size.
    #[error("it unpacks to more than a thousand times its size")]
    Bomb,
    /// It lies in an archive in an archive in an archive, or mails lie in it in mails without end.
    #[error("an archive too deep in archives")]
    TooDeep,
    /// Reading it took longer than [`Limits::max_seconds`].
    #[error("reading it took longer than {seconds} seconds")]
    TooSlow {
        /// The limit in seconds.
        seconds: u64,
    },
    /// The code that reads its format failed, or took too much memory.
    #[error("its reader failed: {0}")]
    Crashed(String),
    /// Any other failure of the system.
    #[error("reading failed: {0}")]
    Io(io::Error),
}

impl Unreadable {
    /// Whether it will be so as long as the file does not change, whatever the system and the limits: it need not be
    /// tried again.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        use Unreadable::{Binary, Damaged, NoLetters, Other, Protected, Remains, Scanned};
        matches!(self, Scanned { .. } | NoLetters { .. } | Remains | Binary | Damaged(_) | Other(_) | Protected)
    }

    /// Why the file is left out.
    #[must_use]
    pub fn reason(&self) -> Reason {
        match self {
            Self::Remains => Reason::Remains(self.to_string()),
            other => Reason::Unreadable(other.to_string()),
        }
    }
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Vanished,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::NotAFile,
            _ => Self::Io(error),
        }
    }
}

/// A whole file after its format was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Content {
    pub title: Option<String>,
    pub text: String,
    pub headings: Vec<Heading>,
    pub pages: Vec<usize>,
    pub notices: Vec<String>,
    pub decision: Option<Decision>,
    pub fonts: Vec<FontUse>,
    /// The pages, 1-based, that are pictures and were not read.
    pub scanned_pages: Vec<usize>,
    pub recognized_pages: usize,
    /// Whether it comes from a process of its own.
    pub is_apart: bool,
}

/// What makes one document of the bytes of a text format.
pub(super) type ParseWhole = fn(Vec<u8>, &Limits) -> Result<Content, Unreadable>;

/// What makes one document of bytes that unpack to more.
pub(super) type ParseOffice = fn(&[u8], &Limits) -> Result<Content, Unreadable>;

/// How a format is read.
#[derive(Clone, Copy)]
pub(super) enum Parse {
    /// All bytes of a file make one document.
    Whole(ParseWhole),
    /// The same, within limits: the bytes unpack to more.
    Office(ParseOffice),
    /// The same by code of others that may fail badly: in a process of its own.
    Apart(ParseOffice),
    /// A file holds others; the first argument is the id of the file.
    Container(fn(&str, &[u8], &mut Reading) -> Result<(), Unreadable>),
    /// A file holds many documents and is too large for memory; the first argument is the id of the file.
    Stream(fn(&str, &mut dyn BufRead, &Limits, &mut Each) -> Result<ReadReport, Unreadable>),
}

/// Reads a source and hands its documents to `each` as they come.
///
/// An extension without a format is read as plain text: the walk lists such a file only if it was
/// named itself. Bytes that are plainly of another format than the extension says are read as what
/// they are, with a notice. After an error in the middle of a JSON Lines file or an archive the
/// documents before it have been handed out.
///
/// # Errors
/// The file is gone, closed to us, too large, binary, in no encoding that is known, damaged,
/// protected by a password, or unpacks to more than the limits allow.
pub fn read(source: &Source, limits: &Limits, each: &mut Each) -> Result<ReadReport, Unreadable> {
    read_as(source, &Manner::default(), limits, each)
}

/// The same in the manner that the user wants. An encoding holds for texts that are not plainly
/// Unicode; JSON Lines are in UTF-8 whatever it is.
///
/// # Errors
/// As of [`read`], or the encoding is not one of [`super::ENCODINGS`].
pub fn read_as(source: &Source, manner: &Manner, limits: &Limits, each: &mut Each) -> Result<ReadReport, Unreadable> {
    if is_remains(&source.path) {
        return Err(Unreadable::Remains);
    }
    // Opening a pipe would wait for its writer.
    if !fs::metadata(&source.path)?.is_file() {
        return Err(Unreadable::NotAFile);
    }
    let file = File::open(&source.path)?;
    let extension = extension_of(&source.path);
    if let Some(Parse::Stream(stream)) = parse_for(&extension) {
        return stream(&source.id, &mut BufReader::with_capacity(BUFFER_BYTES, file), limits, each);
    }
    let bytes = load(file, limit_of(&extension, limits))?;
    let mut reading = Reading::new(&source.id, manner, limits, each);
    guarded(|| reading.file(&source.id, &extension, bytes))?;
    Ok(reading.finish())
}

/// Whether another program has left a file of this name beside a document.
pub(super) fn is_remains(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    name.starts_with(b"~$") || name.starts_with(b"._")
}

/// Whether a source will be refused for its size.
#[must_use]
pub fn is_too_large(source: &Source, limits: &Limits) -> bool {
    source.size > limit_of(&extension_of(&source.path), limits)
}

/// Bytes of a file with this extension at most.
fn limit_of(extension: &str, limits: &Limits) -> u64 {
    match parse_for(extension) {
        Some(Parse::Stream(_)) => u64::MAX,
        Some(Parse::Container(_)) => limits.max_archive_bytes,
        _ => limits.max_file_bytes,
    }
}

/// A reader that panics has a bug, which costs one file and not the others.
fn guarded(read: impl FnOnce() -> Result<(), Unreadable>) -> Result<(), Unreadable> {
    caught(read).unwrap_or_else(|_| Err(Unreadable::Crashed("it panicked".to_owned())))
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
    content.map(|content| document(id, "txt", content))
}

/// Reads bytes of a text format in the encoding that the user names: the text is handed on as UTF-8,
/// which no format doubts. Bytes that are plainly Unicode stay what they are.
pub(super) fn forced(
    encoding: &str,
    bytes: Vec<u8>,
    parse: ParseWhole,
    limits: &Limits,
) -> Result<Content, Unreadable> {
    if is_plainly_unicode(&bytes) {
        return parse(bytes, limits);
    }
    let decoded = decode_as(encoding, &bytes)?;
    let mut content = parse(decoded.text.into_bytes(), limits)?;
    content.notices.splice(0..0, decoded.notices);
    content.decision = Some(decoded.decision);
    Ok(content)
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

pub(super) fn document(id: &str, format: &'static str, content: Content) -> (Document, ReadReport) {
    let mut report = ReadReport { documents: 1, decision: content.decision.clone(), ..ReadReport::default() };
    for notice in &content.notices {
        report.notice(|| notice.clone());
    }
    let Content { is_apart, decision, fonts, recognized_pages, notices, .. } = content;
    let provenance = Provenance { format, is_apart, decision, fonts, recognized_pages, notices };
    let document = Document {
        id: id.to_owned(),
        title: content.title,
        date: None,
        text: content.text,
        headings: content.headings,
        pages: content.pages,
        provenance,
    };
    (document, report)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::corpus::walk;

    fn read_all(path: PathBuf, limits: &Limits) -> Result<(Vec<Document>, ReadReport), Unreadable> {
        let source = Source { id: "the/id".to_owned(), path, size: 0, modified_ns: 0 };
        let mut documents = Vec::new();
        let report = read(&source, limits, &mut |document| {
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
        check("a.txt", Some(&[b'a'; 101]), "too large: the limit is 100 bytes");
        check("b.txt", Some(&[0; 50]), "binary");
        check("c.txt", Some(b"\xff\x81\x8d\x8f"), "encoding not recognized");
        check("~$e.docx", Some(b"x"), "no document, but what another program leaves beside one");
        check("d.jsonl", Some(b"\xff\xfe{\0}\0"), "encoding not recognized");
    }

    #[test]
    fn a_panic_costs_one_file() {
        let error = guarded(|| panic!("a bug")).unwrap_err().to_string();
        assert_eq!(error, "its reader failed: it panicked");
    }

    #[test]
    fn a_break_ends_the_reading() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.jsonl");
        fs::write(&path, "{\"id\":\"x\",\"text\":\"\"}\n".repeat(3)).unwrap();
        let mut seen = 0;
        let source = &walk(&[path]).sources[0];
        let report = read(source, &Limits::default(), &mut |_| {
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
