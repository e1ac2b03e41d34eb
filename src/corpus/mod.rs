//! Files and folders -> [`Document`]s: `walk` lists the files, `read` decodes one.
//!
//! Nothing here knows passages, mentions or the index, and no file, however odd, makes it panic.

pub mod apart;
mod archive;
mod content;
mod decision;
mod doc;
mod docx;
mod encoding;
mod fields;
mod html;
mod jsonl;
mod judge;
mod legacy;
mod lines;
mod lists;
mod mail;
mod markdown;
mod odt;
mod package;
mod pdf;
mod plain;
mod provenance;
mod read;
mod reading;
mod recognize;
mod room;
mod rtf;
mod sniff;
mod story;
mod walk;
mod xml;

pub use content::Content;
pub use decision::{Candidate, Decision, Why};
pub use encoding::ENCODINGS;
pub use provenance::{FontUse, Manner, Provenance};
pub use read::{Each, Limits, ReadReport, Unreadable, is_too_large, read, read_as, read_plain};
pub use recognize::{Missing, Recognizer, Step, end_recognition};
pub use walk::{Apart, Reason, Skipped, Source, Start, Walk, id_of, is_passed_over, path_of, walk, walk_from};

use std::path::Path;

use read::Parse;

/// One source file, one line of a JSON Lines file, or one member of an archive or a mail, decoded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The id of its [`Source`]; for JSON Lines the `id` of the object; for a member the id of its
    /// archive, `/` and its name there.
    pub id: String,
    /// The title where the format states one: html `<title>`, JSON `title`, the subject of a mail,
    /// the properties of an office document.
    pub title: Option<String>,
    /// The date where the format states one, as it is written: JSON `date`; of a mail in ISO 8601.
    pub date: Option<String>,
    /// The decoded source, lines separated by `\n`, not normalized otherwise.
    pub text: String,
    /// The headings that the format itself marks, in order of line.
    pub headings: Vec<Heading>,
    /// The line where each page starts, 1-based, the first page first; empty where pages are not
    /// known. A line that runs over to the next page belongs to the page where it begins.
    pub pages: Vec<usize>,
    /// How it was read.
    pub provenance: Provenance,
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

/// The formats that are read, by extension in lower case; `""` stands for a name without one.
const FORMATS: [(&[&str], Parse); 11] = [
    (&["txt", "text", ""], Parse::Whole(plain::parse)),
    (&["md", "markdown"], Parse::Whole(markdown::parse)),
    (&["html", "htm"], Parse::Whole(html::parse)),
    (&["jsonl", "ndjson"], Parse::Stream(jsonl::stream)),
    (&["docx", "docm", "dotx"], Parse::Office(docx::parse)),
    (&["odt", "ott"], Parse::Office(odt::parse)),
    (&["rtf"], Parse::Office(rtf::parse)),
    (&["doc", "dot"], Parse::Apart(doc::parse)),
    (&["pdf"], Parse::Apart(pdf::parse)),
    (&["eml", "mht", "mhtml"], Parse::Container(mail::open)),
    (&["zip"], Parse::Container(archive::open)),
];

/// How a file with this extension is read; `None` if it is not.
fn parse_for(extension: &str) -> Option<Parse> {
    row_of(extension).map(|row| FORMATS[row].1)
}

/// The name of the format that a file with this name is read as, as long as it is no other.
#[must_use]
pub fn format_of(path: &Path) -> &'static str {
    first_extension(&walk::extension_of(path))
}

/// Whether files with this extension are, or hold, text in whatever encoding.
fn is_text(extension: &str) -> bool {
    matches!(parse_for(extension), None | Some(Parse::Whole(_) | Parse::Container(_)))
}

/// The name of a format: the first of its extensions.
fn first_extension(extension: &str) -> &'static str {
    row_of(extension).map_or("txt", |row| FORMATS[row].0[0])
}

/// Whether two extensions are of one format.
fn is_same_format(one: &str, other: &str) -> bool {
    row_of(one).is_some_and(|row| row_of(other) == Some(row))
}

fn row_of(extension: &str) -> Option<usize> {
    FORMATS.iter().position(|(extensions, _)| extensions.contains(&extension))
}

#[cfg(test)]
mod tests;
