//! The bytes of a whole file, understood by its format -> what becomes a document.

use super::decision::Decision;
use super::document::{Document, Heading, parted};
use super::limits::Limits;
use super::oddity::Oddity;
use super::provenance::{FontUse, Provenance};
use super::report::ReadReport;
use super::unreadable::Unreadable;

/// A whole file after its format was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Content {
    pub title: Option<String>,
    pub text: String,
    pub headings: Vec<Heading>,
    /// What the format states beside the text.
    pub about: Vec<String>,
    pub pages: Vec<usize>,
    pub notices: Vec<Oddity>,
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

impl Content {
    /// The document that it makes, with what was odd.
    pub fn into_document(self, id: &str, format: &'static str) -> (Document, ReadReport) {
        let mut report = ReadReport { documents: 1, decision: self.decision.clone(), ..ReadReport::default() };
        for notice in &self.notices {
            report.notice(notice.clone());
        }
        let Content { is_apart, decision, fonts, recognized_pages, notices, .. } = self;
        let provenance = Provenance { format, is_apart, decision, fonts, recognized_pages, notices };
        let document = Document {
            id: id.to_owned(),
            title: self.title,
            date: None,
            text: parted(self.text),
            headings: self.headings,
            about: self.about,
            pages: self.pages,
            provenance,
        };
        (document, report)
    }
}
