//! Bytes with a name -> the documents in them, by what the bytes are and not only by the name.
//!
//! However archives are nested, what is unpacked of all of them together stays below one limit.

use std::path::Path;

use super::legacy;
use super::provenance::Manner;
use super::read::{Content, Each, Limits, Parse, ParseWhole, ReadReport, Unreadable, document, forced};
use super::walk::extension_of;
use super::{apart, first_extension, is_same_format, parse_for, plain, sniff};

/// An archive may lie in another, but not in a third.
const MAX_DEPTH: usize = 2;

/// A source under way: what it hands out, and what it may still unpack.
pub(super) struct Reading<'a, 'e> {
    id: &'a str,
    manner: &'a Manner,
    limits: &'a Limits,
    each: &'a mut Each<'e>,
    report: ReadReport,
    /// Bytes that archives may still unpack.
    budget: u64,
    depth: usize,
    /// What the file at hand is read as.
    format: &'static str,
    is_stopped: bool,
}

impl<'a, 'e> Reading<'a, 'e> {
    pub fn new(id: &'a str, manner: &'a Manner, limits: &'a Limits, each: &'a mut Each<'e>) -> Self {
        let budget = limits.max_archive_bytes;
        Self {
            id,
            manner,
            limits,
            each,
            report: ReadReport::default(),
            budget,
            depth: 0,
            format: "",
            is_stopped: false,
        }
    }

    pub fn finish(self) -> ReadReport {
        self.report
    }

    pub fn limits(&self) -> &'a Limits {
        self.limits
    }

    /// How many bytes the next member may unpack to.
    pub fn budget(&self) -> u64 {
        self.budget.min(self.limits.max_file_bytes)
    }

    pub fn spend(&mut self, bytes: u64) {
        self.budget = self.budget.saturating_sub(bytes);
    }

    /// Whether nobody wants more documents.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    /// Adds a notice about the file with this id.
    pub fn notice(&mut self, id: &str, text: impl FnOnce() -> String) {
        let name = id.strip_prefix(self.id).map(|name| name.trim_start_matches('/')).unwrap_or(id);
        self.report.notice(|| if name.is_empty() { text() } else { format!("{name}: {}", text()) });
    }

    /// Leaves out a file in an archive or a mail.
    pub fn leave_out(&mut self, id: &str, why: &Unreadable) {
        self.report.leave_out(id.to_owned(), || why.to_string());
    }

    /// Whether files with this name are read.
    pub fn takes(name: &str) -> bool {
        parse_for(&extension_of(Path::new(name))).is_some()
    }

    /// Reads a file by its extension, or as what its first bytes say.
    pub fn file(&mut self, id: &str, extension: &str, bytes: Vec<u8>) -> Result<(), Unreadable> {
        let told = parse_for(extension);
        let is_stream = matches!(told, Some(Parse::Stream(_)));
        let is_office = !matches!(told, None | Some(Parse::Whole(_) | Parse::Stream(_)));
        let met = if is_stream { None } else { sniff::format(&bytes, is_office) };
        if let Some(what) = met.and_then(sniff::foreign) {
            return Err(Unreadable::Other(what.to_owned()));
        }
        match met.filter(|met| !is_same_format(met, extension)) {
            Some(met) => {
                self.notice(id, || format!("by its content it is .{met}, and it was read as that"));
                self.parse(id, met, bytes)
            }
            None if met.is_none() && sniff::may_be_text(extension) => {
                let content = plain::parse(bytes, self.limits).map_err(|_| {
                    Unreadable::Damaged(format!("it does not begin as .{extension} does, nor is it text"))
                })?;
                self.notice(id, || "by its content it is plain text, and it was read as that".to_owned());
                self.format = "txt";
                self.document(id, content, None);
                Ok(())
            }
            None => self.parse(id, extension, bytes),
        }
    }

    /// Reads a file in an archive or a mail, or leaves it out.
    pub fn member(&mut self, id: &str, name: &str, bytes: Vec<u8>) {
        let extension = extension_of(Path::new(name));
        self.depth += 1;
        let outcome = self.file(id, &extension, bytes);
        self.depth -= 1;
        if let Err(error) = outcome {
            self.leave_out(id, &error);
        }
    }

    /// Hands out a document.
    pub fn document(&mut self, id: &str, content: Content, date: Option<String>) {
        let (mut document, report) = document(id, self.format, content);
        document.date = date;
        self.report.documents += 1;
        for notice in report.notices {
            self.notice(id, || notice);
        }
        self.report.more_notices += report.more_notices;
        self.report.decision = self.report.decision.take().or(report.decision);
        self.is_stopped |= (self.each)(document).is_break();
    }

    fn parse(&mut self, id: &str, extension: &str, bytes: Vec<u8>) -> Result<(), Unreadable> {
        self.format = first_extension(extension);
        let content = match parse_for(extension) {
            None => self.text(bytes, plain::parse)?,
            Some(Parse::Whole(parse)) => self.text(bytes, parse)?,
            Some(Parse::Office(parse)) => repaired(parse(&bytes, self.limits)?),
            Some(Parse::Apart(parse)) => {
                let outcome = apart::parse(extension, parse, &bytes, self.limits);
                repaired(self.with_scans(&bytes, outcome)?)
            }
            Some(Parse::Container(_)) if self.depth >= MAX_DEPTH => return Err(Unreadable::TooDeep),
            Some(Parse::Container(open)) => return open(id, &bytes, self),
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
                let (all, scans) = (content.pages.len(), scanned.len());
                content.notices.push(format!(
                    "{scans} of {all} pages are pictures with little text or none: `--ocr` recognizes them"
                ));
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

/// The same with lines read that are of an old encoding whose font was lost.
fn repaired(mut content: Content) -> Content {
    let (text, notices) = legacy::repair(content.text);
    content.text = text;
    content.notices.extend(notices);
    content
}
