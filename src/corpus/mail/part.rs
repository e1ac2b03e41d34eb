//! Bytes of a mail -> the tree of its parts, by RFC 2045 and 2046, as far as writers keep to them.
//!
//! A boundary is a whole line. One that is missing at the end is taken as read.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Header, HeaderName, Message, MessageParser, MessagePart, MimeHeaders};

use super::words;

/// Parts lie in each other no deeper in anything that was sent in earnest.
const MAX_DEPTH: usize = 20;

/// Lines of a mail with no header before one is looked for no longer.
const MAX_BLANK_LINES: usize = 20;

/// A part of a mail, or the mail itself.
pub(super) struct Part<'a> {
    /// Its header lines.
    head: &'a [u8],
    /// The same understood; nothing where there are none.
    parsed: Option<Message<'a>>,
    /// What follows them, as it was sent.
    raw: &'a [u8],
    /// The parts in it.
    pub parts: Vec<Part<'a>>,
    /// Whether the end of these is not told.
    is_open: bool,
}

/// Reads a mail; nothing if it has no header.
pub(super) fn read(bytes: &[u8]) -> Option<Part<'_>> {
    Some(Part::of(start(bytes), MAX_DEPTH)).filter(|part| !part.headers().is_empty())
}

/// The mail behind blank lines and the line that tells its sender in a box of mails.
fn start(mut bytes: &[u8]) -> &[u8] {
    bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    for _ in 0..MAX_BLANK_LINES {
        let end = memchr::memchr(b'\n', bytes).map_or(bytes.len(), |end| end + 1);
        let line = &bytes[..end];
        let is_sender = line.starts_with(b"From ") || line.starts_with(b">From ");
        if line.is_empty() || (!is_sender && !line.trim_ascii().is_empty()) {
            break;
        }
        bytes = &bytes[end..];
    }
    bytes
}

impl<'a> Part<'a> {
    fn of(bytes: &'a [u8], depth: usize) -> Self {
        let head = &bytes[..head_end(bytes)];
        let is_empty = head.trim_ascii().is_empty();
        let parsed = if is_empty { None } else { MessageParser::default().parse_headers(head) };
        let parsed = parsed.filter(|parsed| !parsed.parts.is_empty());
        let mut part = Self { head, parsed, raw: &bytes[head.len()..], parts: Vec::new(), is_open: false };
        let boundary = part.attribute("boundary").filter(|_| part.kind().0 == "multipart" && depth > 0);
        if let Some(boundary) = boundary {
            let (parts, is_ended) = divided(part.raw, boundary.as_bytes());
            part.parts = parts.into_iter().map(|bytes| Self::of(bytes, depth - 1)).collect();
            part.is_open = !is_ended;
        }
        part
    }

    fn own(&self) -> Option<&MessagePart<'a>> {
        self.parsed.as_ref()?.parts.first()
    }

    fn headers(&self) -> &[Header<'a>] {
        self.own().map_or(&[], |own| own.headers.as_slice())
    }

    /// What it says that it is: type and subtype, in lower case.
    pub fn kind(&self) -> (String, String) {
        let kind = self.own().and_then(|part| part.content_type());
        let lower = |word: &str| word.trim().to_ascii_lowercase();
        match kind {
            Some(kind) => (lower(kind.ctype()), lower(kind.subtype().unwrap_or("?"))),
            None => ("text".to_owned(), "plain".to_owned()),
        }
    }

    /// Whether it says what it is.
    pub fn tells_kind(&self) -> bool {
        self.own().is_some_and(|part| part.content_type().is_some())
    }

    /// Whether it breaks off: before the end of its parts is told, or within signs that stand for bytes together.
    pub fn breaks_off(&self) -> bool {
        let is_packed = || self.encoding() == b"base64" && self.parts.is_empty();
        self.is_open || is_packed() && !self.raw.contains(&b'=') && !signs(self.raw).len().is_multiple_of(4)
    }

    /// An attribute of its type.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let kind = self.own()?.content_type()?;
        kind.attribute(name).map(str::to_owned)
    }

    /// Whether it is to be shown apart from the text.
    pub fn is_attached(&self) -> bool {
        let disposition = self.own().and_then(|part| part.content_disposition());
        disposition.is_some_and(|disposition| disposition.is_attachment())
    }

    /// Whether another part shows it where it belongs.
    pub fn is_placed(&self) -> bool {
        self.own().is_some_and(|part| part.content_id().is_some() || part.content_location().is_some())
    }

    /// The name of its file.
    pub fn name(&self) -> Option<String> {
        let name = self.written_name().or_else(|| self.own()?.attachment_name().map(|name| name.trim().to_owned()));
        name.filter(|name| !name.is_empty())
    }

    /// The name where it is written as a text of a header line is, in encoded words.
    fn written_name(&self) -> Option<String> {
        let lines = [HeaderName::ContentDisposition, HeaderName::ContentType];
        lines.into_iter().find_map(|header| {
            let value = self.value(&header)?;
            let at = memchr::memmem::find(value, b"name=")? + b"name=".len();
            let told = value[at..].trim_ascii_start();
            let told = match told.strip_prefix(b"\"") {
                Some(told) => told.split(|&byte| byte == b'"').next(),
                None => told.split(|&byte| byte == b';').next(),
            };
            told.filter(|told| told.starts_with(b"=?")).map(words::text)
        })
    }

    /// The text of a header line.
    pub fn text(&self, header: &HeaderName) -> Option<String> {
        self.value(header).map(words::text).filter(|text| !text.is_empty())
    }

    fn value(&self, header: &HeaderName) -> Option<&'a [u8]> {
        let header = self.headers().iter().rfind(|known| known.name == *header)?;
        self.head.get(header.offset_start as usize..header.offset_end as usize)
    }

    /// The day on which it was sent, as in ISO 8601.
    pub fn day(&self) -> Option<String> {
        let date = self.parsed.as_ref()?.date().filter(|date| date.year > 0)?;
        Some(format!("{:04}-{:02}-{:02}", date.year, date.month, date.day))
    }

    /// How its bytes were made fit to be sent, in lower case.
    fn encoding(&self) -> Vec<u8> {
        self.value(&HeaderName::ContentTransferEncoding).unwrap_or_default().trim_ascii().to_ascii_lowercase()
    }

    /// Its bytes as they were before they were sent.
    pub fn bytes(&self) -> Cow<'a, [u8]> {
        let decoded = match self.encoding().as_slice() {
            b"base64" => unpacked(self.raw),
            b"quoted-printable" => quoted_printable_decode(self.raw),
            _ => None,
        };
        decoded.map_or(Cow::Borrowed(self.raw), Cow::Owned)
    }
}

/// The bytes of base 64, whatever else stands between its signs.
fn unpacked(raw: &[u8]) -> Option<Vec<u8>> {
    let mut signs = signs(raw);
    // the last signs of one that was cut off hold no whole byte
    if signs.len() % 4 == 1 {
        signs.pop();
    }
    signs.resize(signs.len().next_multiple_of(4), b'=');
    base64_decode(&signs)
}

/// The signs of base 64 among bytes.
fn signs(raw: &[u8]) -> Vec<u8> {
    let is_sign = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    raw.iter().copied().filter(is_sign).collect()
}

/// Where the header lines end: behind the first blank line, or before the first line that is none.
fn head_end(bytes: &[u8]) -> usize {
    let mut at = 0;
    while at < bytes.len() {
        let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end + 1);
        if bytes[at..end].trim_ascii().is_empty() {
            return end;
        }
        at = end;
    }
    bytes.len()
}

/// The parts between the lines that are this boundary, and whether one of these ends them.
fn divided<'a>(bytes: &'a [u8], boundary: &[u8]) -> (Vec<&'a [u8]>, bool) {
    let mut marks = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end + 1);
        let line = bytes[at..end].trim_ascii_end();
        if let Some(rest) = line.strip_prefix(b"--").and_then(|rest| rest.strip_prefix(boundary)) {
            match rest.trim_ascii() {
                b"" => marks.push((at, end, false)),
                b"--" => marks.push((at, end, true)),
                _ => {}
            }
        }
        at = end;
    }
    let ends: Vec<usize> = marks.iter().skip(1).map(|(start, ..)| *start).chain([bytes.len()]).collect();
    let is_ended = marks.iter().any(|(_, _, is_last)| *is_last);
    let opened = marks.into_iter().zip(ends).filter(|((_, _, is_last), _)| !is_last);
    let parts = opened.map(|((_, start, _), end)| without_line_end(&bytes[start..end.max(start)])).collect();
    (parts, is_ended)
}

/// The line end before a boundary belongs to the boundary.
fn without_line_end(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}
