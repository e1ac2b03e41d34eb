//! Options that say how files are to be read to the manner and the limits of reading.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use indicatif::ProgressBar;

use super::arguments;
use super::chosen::{chosen, voice};
use super::help::help;
use super::outcome::Failure;
use super::signals;
use crate::corpus::{ENCODINGS, Limits, Manner, Recognizer};
use crate::voice::{Told, Topic};

/// What was typed about the reading of files.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = help(Topic::ReadingTitle))]
pub(super) struct ReadArgs {
    #[arg(long, value_name = help(Topic::EncodingValue), ignore_case = true, value_parser = encoding(), help = help(Topic::ReadEncoding))]
    encoding: Option<&'static str>,
    #[arg(long, help = help(Topic::ReadOcr))]
    ocr: bool,
    #[arg(long, value_name = help(Topic::Mebibytes), value_parser = amount(), help = help(Topic::ReadFileSize))]
    max_file_size: Option<u64>,
    #[arg(long, value_name = help(Topic::Mebibytes), value_parser = amount(), help = help(Topic::ReadArchiveSize))]
    max_archive_size: Option<u64>,
    #[arg(long, value_name = help(Topic::Mebibytes), value_parser = amount(), help = help(Topic::ReadLineSize))]
    max_line_size: Option<u64>,
    #[arg(long, value_name = help(Topic::Count), value_parser = amount(), help = help(Topic::ReadSeconds))]
    max_seconds: Option<u64>,
    #[arg(long, value_name = help(Topic::Mebibytes), value_parser = amount(), help = help(Topic::ReadMemory))]
    max_memory: Option<u64>,
    #[arg(long, value_name = help(Topic::Count), value_parser = amount(), help = help(Topic::ReadScans))]
    max_scans: Option<u64>,
}

fn saturated(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Reads an amount within bounds.
fn amount() -> impl TypedValueParser<Value = u64> {
    arguments::bounded(1, (1 << 20) - 1)
}

fn encoding() -> impl TypedValueParser<Value = &'static str> {
    // it is one of them, in whatever case
    PossibleValuesParser::new(ENCODINGS)
        .map(|typed| ENCODINGS.into_iter().find(|known| known.eq_ignore_ascii_case(&typed)).unwrap_or_default())
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
            bar.set_message(if done {
                String::new()
            } else {
                chosen().told(Told::ScanAt { done: step.done, pages: step.pages })
            });
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
