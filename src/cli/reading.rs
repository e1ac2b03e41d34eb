//! Options that say how files are to be read to the manner and the limits of reading.

use clap::builder::{PossibleValuesParser, RangedU64ValueParser, TypedValueParser};
use clap::{Args, value_parser};
use indicatif::ProgressBar;

use super::outcome::Failure;
use super::session::voice;
use super::signals;
use crate::corpus::{ENCODINGS, Limits, Manner, Recognizer};

const HEADING: &str = "How files are read";

/// What was typed about the reading of files.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = HEADING)]
pub(super) struct ReadArgs {
    /// Encoding of texts that are not plainly Unicode; without it the one that makes most Vietnamese
    #[arg(long, value_name = "NAME", ignore_case = true, value_parser = encoding())]
    encoding: Option<&'static str>,
    /// Recognize scanned pages of PDF; needs tesseract with Vietnamese, and pdftoppm
    #[arg(long)]
    ocr: bool,
    /// Size of a file at most, also of what is unpacked of it (256)
    #[arg(long, value_name = "MIB", value_parser = amount())]
    max_file_size: Option<u64>,
    /// Size of an archive at most, with all that is unpacked of it (1024)
    #[arg(long, value_name = "MIB", value_parser = amount())]
    max_archive_size: Option<u64>,
    /// Size of a line of JSON Lines at most (64)
    #[arg(long, value_name = "MIB", value_parser = amount())]
    max_line_size: Option<u64>,
    /// Time for a .doc, a .pdf or a scanned page at most, in seconds (60)
    #[arg(long, value_name = "N", value_parser = amount())]
    max_seconds: Option<u64>,
    /// Memory for a .doc, a .pdf or a scanned page at most, 128 or more (2048)
    #[arg(long, value_name = "MIB", value_parser = amount())]
    max_memory: Option<u64>,
    /// Scanned pages of a document that are recognized at most (500)
    #[arg(long, value_name = "N", value_parser = amount())]
    max_scans: Option<u64>,
}

fn saturated(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn amount() -> RangedU64ValueParser {
    value_parser!(u64).range(1..1 << 20)
}

fn encoding() -> impl TypedValueParser<Value = &'static str> {
    PossibleValuesParser::new(ENCODINGS).try_map(|typed| {
        let known = ENCODINGS.into_iter().find(|known| known.eq_ignore_ascii_case(&typed));
        known.ok_or("no such encoding")
    })
}

impl ReadArgs {
    /// The encoding that was named.
    pub(super) fn encoding(&self) -> Option<&'static str> {
        self.encoding
    }

    /// How files are to be read; `bar` shows the page that is being recognized.
    pub(super) fn manner(&self, bar: &ProgressBar) -> Result<Manner, Failure> {
        if self.ocr {
            signals::end_with_helpers();
        }
        let bar = bar.clone();
        let tell = move |step: crate::corpus::Step| {
            let done = step.done == step.pages;
            bar.set_message(if done { String::new() } else { format!("scan {}/{}", step.done, step.pages) });
        };
        let recognizer = self.ocr.then(|| Recognizer::find(&self.limits(), tell)).transpose();
        let recognizer = recognizer.map_err(|missing| Failure::Refused(voice().missing(&missing)))?;
        Ok(Manner { encoding: self.encoding, recognizer })
    }

    /// How much is read at most.
    pub(super) fn limits(&self) -> Limits {
        let usual = Limits::default();
        let bytes = |mebibytes: Option<u64>, usual| mebibytes.map_or(usual, |size| size << 20);
        let max_file_bytes = bytes(self.max_file_size, usual.max_file_bytes);
        Limits {
            max_file_bytes,
            max_archive_bytes: bytes(self.max_archive_size, usual.max_archive_bytes.max(max_file_bytes)),
            max_line_bytes: bytes(self.max_line_size, usual.max_line_bytes),
            max_seconds: self.max_seconds.unwrap_or(usual.max_seconds),
            max_memory_bytes: bytes(self.max_memory, usual.max_memory_bytes),
            max_recognized_pages: self.max_scans.map_or(usual.max_recognized_pages, saturated),
        }
    }
}
