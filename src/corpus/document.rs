//! What a source holds -> a document: its text with what its format marks in it.

use super::provenance::Provenance;

/// One source file, one line of a JSON Lines file, or one member of an archive or a mail, decoded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The id of its file; for JSON Lines the `id` of the object; for a member the id of its
    /// archive, `/` and its name there.
    pub id: String,
    /// The title where the format states one: html `<title>`, JSON `title`, the subject of a mail,
    /// the properties of an office document.
    pub title: Option<String>,
    /// The date where the format states one, as it is written: JSON `date`; of a mail in ISO 8601.
    pub date: Option<String>,
    /// The decoded source, lines separated by `\n`, with blanks for spaces without width, not normalized otherwise.
    pub text: String,
    /// The headings that the format itself marks, in order of line.
    pub headings: Vec<Heading>,
    /// What the format states beside the text and is searched as headings above all of it: of a mail, who wrote it to
    /// whom, and the names of what is attached.
    pub about: Vec<String>,
    /// The line where each page starts, 1-based, the first page first; empty where pages are not
    /// known. A line that runs over to the next page belongs to the page where it begins.
    pub pages: Vec<usize>,
    /// How it was read.
    pub provenance: Provenance,
}

/// The text with blanks for spaces without width, which part words that are broken anywhere else, too.
pub(super) fn parted(text: String) -> String {
    const SPACE: char = '\u{200B}';
    if text.contains(SPACE) { text.replace(SPACE, " ") } else { text }
}

impl Document {
    /// The page on which a line (1-based) begins, 1-based; `None` where pages are not known.
    #[must_use]
    pub fn page_of(&self, line: usize) -> Option<usize> {
        let page = self.pages.partition_point(|&first| first <= line);
        (page > 0).then_some(page)
    }
}

/// A heading that the format itself marks: Markdown `#` and underlines, html `h1` to `h6`, the
/// outline levels of office documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// The line in the text of the document, 1-based.
    pub line: usize,
    /// 1 is the highest, 6 the lowest.
    pub level: u8,
}
