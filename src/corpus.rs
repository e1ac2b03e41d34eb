//! Files and folders -> [`Document`]s: `walk` lists the files, `read` decodes one.
//!
//! Nothing here knows passages, mentions or the index, and no file, however odd, makes it panic.

mod allowance;
mod apart;
mod archive;
mod bytes;
mod code_page;
mod content;
mod csv;
mod decision;
mod digest;
#[cfg(feature = "doc")]
mod doc;
mod document;
mod docx;
mod drawing;
mod embedded;
mod encoding;
mod epub;
mod excluded;
mod fields;
mod formats;
mod html;
mod ids;
mod joined;
mod jsonl;
mod judge;
mod known;
mod legacy;
mod letter;
mod limits;
mod lines;
mod lists;
#[cfg(feature = "mail")]
mod mail;
mod manner;
mod markdown;
#[cfg(feature = "doc")]
mod msg;
mod oddity;
mod odf;
mod ods;
mod odt;
mod old_names;
#[cfg(feature = "doc")]
mod ole;
mod outlook;
mod package;
mod page_number;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
#[cfg(feature = "doc")]
mod ppt;
mod pptx;
mod provenance;
mod raised;
mod read;
mod reading;
mod recognize;
mod relations;
mod report;
mod room;
mod rtf;
mod serve;
mod sheet;
mod skipped;
mod sniff;
mod source;
mod spaced;
mod story;
mod title;
mod tnef;
mod unreadable;
mod walk;
#[cfg(feature = "doc")]
mod xls;
mod xlsx;
mod xml;

pub use decision::{Candidate, Decision, Why};
pub(crate) use digest::Digest;
pub use document::{Document, Heading};
pub use encoding::ENCODINGS;
pub(crate) use formats::{format_of, is_archive, may_hold_files};
pub(crate) use ids::{and_above, id_of, path_of};
pub(crate) use known::Known;
pub use limits::Limits;
pub use manner::Manner;
pub use oddity::{NotRecognized, Oddity, ProgramFailure, Stop};
pub use provenance::{FontUse, Provenance};
pub(crate) use read::{is_too_large, read_as, read_plain, read_unknown};
pub use recognize::{Missing, Recognizer, Step, end_recognition};
pub(crate) use report::ReadReport;
pub use serve::{serve, serve_by};
pub use skipped::{Closed, Double, Reason, Skipped};
pub(crate) use source::Source;
pub use unreadable::{Crash, Damage, Foreign, LineFault, Unreadable};
pub(crate) use walk::{Apart, Forgotten, Start, Walk, is_gone, is_passed_over, walk, walk_from, why_closed};

#[cfg(all(test, feature = "archives", feature = "doc", feature = "mail", feature = "pdf"))]
mod tests;
