//! An extension -> how files with it are read: all formats are listed here.

use std::path::Path;

#[cfg(feature = "doc")]
use super::doc;
#[cfg(feature = "mail")]
use super::mail;
use super::manner::Manner;
#[cfg(feature = "pdf")]
use super::pdf;
use super::reading::{Format, Formats, Parse};
use super::source::{Source, extension_of};
use super::{archive, csv, docx, embedded, epub, html, jsonl, markdown, odf, plain, pptx, rtf, tnef, xlsx};
#[cfg(feature = "doc")]
use super::{msg, ppt, xls};

pub(super) const FORMATS: Formats = Formats(&[
    format(&["txt", "text", ""], Parse::Whole(plain::parse)),
    format(&["md", "markdown"], Parse::Whole(markdown::parse)),
    format(&["html", "htm", "xhtml", "xht"], Parse::Whole(html::parse)),
    format(&["csv", "tsv", "tab"], Parse::Whole(csv::parse)),
    format(&["jsonl", "ndjson"], Parse::Stream(jsonl::stream)),
    format(&["docx", "docm", "dotx"], Parse::Package(docx::parse, embedded::read)),
    format(&["odt", "ott", "fodt"], Parse::Package(odf::parse, embedded::read)),
    format(&["ods", "ots", "fods"], Parse::Package(odf::parse, embedded::read)),
    format(&["odp", "otp", "fodp"], Parse::Package(odf::parse, embedded::read)),
    format(&["xlsx", "xlsm", "xltx", "xltm"], Parse::Package(xlsx::parse, embedded::read)),
    format(&["pptx", "pptm", "ppsx", "ppsm", "potx", "potm"], Parse::Package(pptx::parse, embedded::read)),
    format(&["epub"], Parse::Office(epub::parse)),
    format(&["rtf"], Parse::Office(rtf::parse)),
    #[cfg(feature = "doc")]
    format(&["doc", "dot"], Parse::Apart(doc::parse)),
    #[cfg(feature = "doc")]
    format(&["xls", "xlt"], Parse::Apart(xls::parse)),
    #[cfg(feature = "doc")]
    format(&["ppt", "pps", "pot"], Parse::Apart(ppt::parse)),
    #[cfg(feature = "pdf")]
    format(&["pdf"], Parse::Apart(pdf::parse)),
    #[cfg(feature = "mail")]
    format(&["eml", "mht", "mhtml"], Parse::Mail(mail::open)),
    #[cfg(feature = "mail")]
    format(&["mbox", "mbx"], Parse::Mail(mail::open_box)),
    #[cfg(feature = "doc")]
    format(&["msg", "oft"], Parse::Mail(msg::open)),
    format(&["tnef"], Parse::Mail(tnef::open)),
    #[cfg(feature = "archives")]
    format(&["7z"], Parse::Archive(archive::open_seven)),
    #[cfg(feature = "archives")]
    format(&["rar"], Parse::Archive(archive::open_rar)),
    format(&["zip"], Parse::Archive(archive::open_zip)),
]);

const fn format(extensions: &'static [&'static str], parse: Parse) -> Format {
    Format { extensions, parse }
}

/// The name of the format that a file with this name is read as, as long as it is no other.
#[must_use]
pub fn format_of(path: &Path) -> &'static str {
    FORMATS.name_for(&extension_of(path))
}

/// Whether a file with this name may hold others: an archive, a mail, or an office document in which some are embedded.
pub fn may_hold_files(path: &Path) -> bool {
    matches!(FORMATS.parse_for(&extension_of(path)), Some(Parse::Archive(_) | Parse::Mail(_) | Parse::Package(..)))
}

/// Whether a file with this name has no text but that of the files in it.
pub fn is_archive(path: &Path) -> bool {
    matches!(FORMATS.parse_for(&extension_of(path)), Some(Parse::Archive(_)))
}

/// Whether files with this extension are, or hold, text in whatever encoding.
fn is_text(extension: &str) -> bool {
    matches!(FORMATS.parse_for(extension), None | Some(Parse::Whole(_) | Parse::Archive(_) | Parse::Mail(_)))
}

impl Manner {
    /// Whether a source that has not changed is to be read again: a text for an encoding, a PDF for
    /// its scanned pages. Those take long, so only one that the user has named itself.
    #[must_use]
    pub(crate) fn bears_on(&self, source: &Source, is_named: bool) -> bool {
        let extension = extension_of(&source.path);
        let is_scan = self.recognizer.is_some() && is_named && extension == "pdf";
        is_scan || (self.encoding.is_some() && is_text(&extension))
    }
}
