//! Bytes with a name -> the documents in them, by what the bytes are and not only by the name.
//!
//! However archives are nested, what is unpacked of all of them together stays below one limit.

use std::io::BufRead;
use std::path::Path;
#[cfg(feature = "archives")]
use std::time::Duration;

use super::allowance::Allowance;
use super::apart;
use super::content::{Content, ParseOffice, ParseWhole};
use super::digest::Digest;
use super::encoding::{decode_as, is_plainly_unicode};
use super::known::Known;
use super::legacy;
use super::limits::Limits;
use super::manner::Manner;
use super::oddity::Oddity;
use super::plain;
use super::report::{Each, ReadReport};
use super::sniff;
use super::source::extension_of;
use super::unreadable::{Damage, Unreadable};

/// An archive may lie in another, but not in a third.
const MAX_ARCHIVES: usize = 2;

/// What stands for members that are not named, in the place of a name, in whatever language.
pub(super) const REST: &str = "…";

/// Mails and archives in each other at most.
const MAX_DEPTH: usize = 16;

/// How a format is read.
#[derive(Clone, Copy)]
pub(super) enum Parse {
    /// All bytes of a file make one document.
    Whole(ParseWhole),
    /// The same, within limits: the bytes unpack to more.
    Office(ParseOffice),
    /// The same of a package, which may hold other documents.
    Package(ParseOffice, ReadMembers),
    /// The same by code of others that may fail badly: in a process of its own.
    #[cfg_attr(not(any(feature = "pdf", feature = "doc")), allow(dead_code))]
    Apart(ParseOffice),
    /// A file holds others, packed; the first argument is the id of the file.
    Archive(Open),
    /// The same of a mail, which holds what is attached to it.
    #[cfg_attr(not(feature = "mail"), allow(dead_code))]
    Mail(Open),
    /// A file holds many documents and is too large for memory; the first argument is the id of the file.
    Stream(fn(&str, &mut dyn BufRead, &Limits, &mut Each) -> Result<ReadReport, Unreadable>),
}

/// The id and the bytes of a file to the documents in it.
pub(super) type Open = fn(&str, &[u8], &mut Reading) -> Result<(), Unreadable>;

/// The id and the bytes of a file that was read to the documents in it.
pub(super) type ReadMembers = fn(&str, &[u8], &mut Reading);

/// A format: what its files are called, and how they are read.
pub(super) struct Format {
    /// In lower case; `""` stands for a name without one. The first is the name of the format.
    pub extensions: &'static [&'static str],
    pub parse: Parse,
}

/// The formats that are read.
#[derive(Clone, Copy)]
pub(super) struct Formats(pub &'static [Format]);

impl Formats {
    /// How a file with this extension is read; `None` if it is not.
    pub fn parse_for(self, extension: &str) -> Option<Parse> {
        self.find(extension).map(|format| format.parse)
    }

    /// The name of the format that a file with this extension is read as, as long as it is no other.
    pub fn name_for(self, extension: &str) -> &'static str {
        self.find(extension).map_or("txt", |format| format.extensions[0])
    }

    /// Whether two extensions are of one format.
    pub fn is_same(self, one: &str, other: &str) -> bool {
        self.find(one).is_some_and(|format| format.extensions.contains(&other))
    }

    fn find(self, extension: &str) -> Option<&'static Format> {
        self.0.iter().find(|format| format.extensions.contains(&extension))
    }
}

/// A source under way: what it hands out, and what it may still unpack.
pub(super) struct Reading<'a, 'e> {
    id: &'a str,
    /// What its files may be; handed in, for some of them read others by it.
    formats: Formats,
    manner: &'a Manner,
    limits: &'a Limits,
    each: &'a mut Each<'e>,
    /// What need not be read again.
    known: Option<&'a mut dyn Known>,
    report: ReadReport,
    /// What may still come out of it.
    allowance: Allowance,
    /// In how many mails and archives the file at hand lies, and in how many archives.
    depth: usize,
    archives: usize,
    /// What the file at hand is read as.
    format: &'static str,
    is_stopped: bool,
}

impl<'a, 'e> Reading<'a, 'e> {
    pub fn new(id: &'a str, formats: Formats, manner: &'a Manner, limits: &'a Limits, each: &'a mut Each<'e>) -> Self {
        Self {
            id,
            formats,
            manner,
            limits,
            each,
            known: None,
            report: ReadReport::default(),
            allowance: Allowance::of(u64::MAX, limits),
            depth: 0,
            archives: 0,
            format: "",
            is_stopped: false,
        }
    }

    /// The same with no more coming out of it.
    pub fn within(self, allowance: Allowance) -> Self {
        Self { allowance, ..self }
    }

    /// The same without what is known.
    pub fn beside(self, known: Option<&'a mut dyn Known>) -> Self {
        Self { known, ..self }
    }

    pub fn finish(self) -> ReadReport {
        self.report
    }

    pub fn limits(&self) -> &'a Limits {
        self.limits
    }

    /// How many bytes the next member may unpack to.
    pub fn budget(&self) -> u64 {
        self.allowance.bytes().min(self.limits.max_file_bytes)
    }

    /// How many bytes all members together may still unpack to.
    #[cfg(feature = "archives")]
    pub fn left(&self) -> u64 {
        self.allowance.bytes()
    }

    /// How long all members together may still take.
    #[cfg(feature = "archives")]
    pub fn time_left(&self) -> Duration {
        self.allowance.time_left().min(Duration::from_secs(self.limits.max_seconds))
    }

    pub fn spend(&mut self, bytes: u64) {
        self.allowance.spend(bytes);
    }

    /// Why a member is left out that would have had room by itself.
    pub fn limit_in_all(&self) -> Unreadable {
        self.allowance.limit()
    }

    /// Whether nothing more is read of the members of the file with this id: nobody wants more documents, or as much has
    /// come out of it as may, which is told where it stops.
    pub fn is_over(&mut self, id: &str) -> bool {
        if let Some(why) = self.allowance.why_spent().filter(|_| !self.is_stopped) {
            self.leave_out(&format!("{id}/{REST}"), &why);
            return true;
        }
        self.allowance.take_member();
        self.is_stopped
    }

    /// Adds a notice about the file with this id.
    pub fn notice(&mut self, id: &str, odd: Oddity) {
        let name = id.strip_prefix(self.id).map(|name| name.trim_start_matches('/')).unwrap_or(id);
        let in_member = |oddity| Oddity::InMember { name: name.to_owned(), oddity: Box::new(oddity) };
        self.report.notice(if name.is_empty() { odd } else { in_member(odd) });
    }

    /// Leaves out a file in an archive or a mail.
    pub fn leave_out(&mut self, id: &str, why: &Unreadable) {
        self.report.leave_out(id.to_owned(), why.clone());
    }

    /// Whether files with this name are read.
    pub fn takes(&self, name: &str) -> bool {
        self.formats.parse_for(&extension_of(Path::new(name))).is_some()
    }

    /// Reads a file by its extension, or as what its first bytes say.
    pub fn file(&mut self, id: &str, extension: &str, bytes: Vec<u8>) -> Result<(), Unreadable> {
        let told = self.formats.parse_for(extension);
        let is_stream = matches!(told, Some(Parse::Stream(_)));
        let is_office = !matches!(told, None | Some(Parse::Whole(_) | Parse::Stream(_)));
        let met = if is_stream { None } else { sniff::format(&bytes, is_office) };
        let named = self.formats.name_for(extension);
        let met = met.map(|met| if sniff::is_untold(met, &bytes, extension) { named } else { met });
        if let Some(what) = met.and_then(sniff::foreign) {
            return Err(Unreadable::Other(what));
        }
        match met.filter(|met| !self.formats.is_same(met, extension)) {
            // a format that was left out of the build
            Some(met) if self.formats.parse_for(met).is_none() => Err(Unreadable::OtherFormat(format!(".{met}"))),
            Some(met) => {
                self.notice(id, Oddity::ReadAs(met.to_owned()));
                self.parse(id, met, bytes)
            }
            None => match sniff::text_in(extension).filter(|_| met.is_none() && !bytes.is_empty()) {
                Some(truth) => self.text_instead(id, truth, extension, bytes),
                None => self.parse(id, extension, bytes),
            },
        }
    }

    /// Reads a file that is text of a format, and not what its extension says.
    fn text_instead(&mut self, id: &str, truth: &str, told: &str, bytes: Vec<u8>) -> Result<(), Unreadable> {
        let Some(Parse::Whole(parse)) = self.formats.parse_for(truth) else {
            return self.parse(id, told, bytes);
        };
        let content = parse(bytes, self.limits);
        let content = content.map_err(|_| Unreadable::Damaged(Damage::Beginning(told.to_owned())))?;
        self.notice(id, Oddity::ReadAsText);
        self.format = self.formats.name_for(truth);
        self.document(id, content, None);
        Ok(())
    }

    /// Reads a file in an archive or a mail, or leaves it out.
    pub fn member(&mut self, id: &str, name: &str, bytes: Vec<u8>) {
        if self.depth >= MAX_DEPTH {
            return self.leave_out(id, &Unreadable::TooDeep);
        }
        let extension = extension_of(Path::new(name));
        // what is read in an encoding that the user names is the same as nothing else
        let content = (self.known.is_some() && self.manner.encoding.is_none()).then(|| Digest::of(&bytes));
        if let (Some(known), Some(content)) = (&mut self.known, content)
            && known.is_copy(id, content)
        {
            return;
        }
        let before = (self.report.documents, self.report.all_left_out());
        self.depth += 1;
        let outcome = self.file(id, &extension, bytes);
        self.depth -= 1;
        let has_text = self.report.documents > before.0 && self.report.all_left_out() == before.1;
        match (outcome, content, &mut self.known) {
            (Err(error), ..) => self.leave_out(id, &error),
            (Ok(()), Some(content), Some(known)) if has_text => known.has_read(id, content),
            (Ok(()), ..) => {}
        }
    }

    /// Hands out a document.
    pub fn document(&mut self, id: &str, content: Content, date: Option<String>) {
        let (mut document, report) = content.into_document(id, self.format);
        document.date = date;
        self.report.documents += 1;
        for notice in report.notices {
            self.notice(id, notice);
        }
        self.report.more_notices += report.more_notices;
        self.report.decision = self.report.decision.take().or(report.decision);
        let each = &mut *self.each;
        self.is_stopped |= self.allowance.paused(|| each(document)).is_break();
    }

    fn parse(&mut self, id: &str, extension: &str, bytes: Vec<u8>) -> Result<(), Unreadable> {
        self.format = self.formats.name_for(extension);
        let content = match self.formats.parse_for(extension) {
            Some(Parse::Office(_) | Parse::Package(..) | Parse::Apart(_) | Parse::Archive(_) | Parse::Mail(_))
                if bytes.is_empty() =>
            {
                return Err(Unreadable::Damaged(Damage::Empty));
            }
            None => self.text(bytes, plain::parse)?,
            Some(Parse::Whole(parse)) => self.text(bytes, parse)?,
            Some(Parse::Office(parse)) => repaired(with_text(parse(&bytes, self.limits)?)?),
            Some(Parse::Package(parse, read_members)) => {
                let content = repaired(with_text(parse(&bytes, self.limits)?)?);
                self.document(id, content, None);
                read_members(id, &bytes, self);
                return Ok(());
            }
            Some(Parse::Apart(parse)) => {
                let outcome = apart::parse(extension, parse, &bytes, self.limits);
                repaired(with_text(self.with_scans(&bytes, outcome)?)?)
            }
            Some(Parse::Archive(_)) if self.archives >= MAX_ARCHIVES => return Err(Unreadable::TooDeep),
            Some(Parse::Archive(_) | Parse::Mail(_)) if self.depth >= MAX_DEPTH => return Err(Unreadable::TooDeep),
            Some(Parse::Archive(open)) => {
                self.archives += 1;
                let outcome = open(id, &bytes, self);
                self.archives -= 1;
                return outcome;
            }
            Some(Parse::Mail(open)) => return open(id, &bytes, self),
            Some(Parse::Stream(stream)) => {
                let (each, is_stopped) = (&mut *self.each, &mut self.is_stopped);
                let report = stream(id, &mut bytes.as_slice(), self.limits, &mut |document| {
                    let flow = each(document);
                    *is_stopped |= flow.is_break();
                    flow
                })?;
                self.report.absorb(report);
                return Ok(());
            }
        };
        self.document(id, content, None);
        Ok(())
    }

    /// Adds what can be recognized on scanned pages, or tells that there are some.
    fn with_scans(&self, bytes: &[u8], outcome: Result<Content, Unreadable>) -> Result<Content, Unreadable> {
        let recognizer = self.manner.recognizer.as_ref();
        match (outcome, recognizer) {
            (Err(Unreadable::Scanned { pages } | Unreadable::NoLetters { pages }), Some(recognizer)) => {
                let all: Vec<usize> = (1..=pages).collect();
                recognizer.read(bytes, Content { is_apart: true, ..Content::default() }, &all, self.limits)
            }
            (Ok(mut content), recognizer) if !content.scanned_pages.is_empty() => {
                let scanned = std::mem::take(&mut content.scanned_pages);
                if let Some(recognizer) = recognizer {
                    return recognizer.read(bytes, content, &scanned, self.limits);
                }
                content.notices.push(Oddity::Scans { scans: scanned.len(), pages: content.pages.len() });
                Ok(content)
            }
            (outcome, _) => outcome,
        }
    }

    /// Reads a text format in the encoding that the user names, if any.
    fn text(&self, bytes: Vec<u8>, parse: ParseWhole) -> Result<Content, Unreadable> {
        match self.manner.encoding {
            Some(encoding) => forced(encoding, bytes, parse, self.limits),
            None => parse(bytes, self.limits),
        }
    }
}

/// A file that was cut off, if anything of its text is left.
fn with_text(content: Content) -> Result<Content, Unreadable> {
    let is_cut = || content.notices.contains(&Oddity::BreaksOff);
    match content.text.trim().is_empty() && is_cut() {
        true => Err(Unreadable::Damaged(Damage::BreaksOff)),
        false => Ok(content),
    }
}

/// The same with lines read that are of an old encoding whose font was lost.
fn repaired(mut content: Content) -> Content {
    let (text, notices) = legacy::repair(content.text);
    content.text = text;
    content.notices.extend(notices);
    content
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
