//! Passages to the store on disk and back: schema, writer, reader, manifest.

mod abbreviations;
mod dates;
mod folder;
mod manifest;
mod numbers;
mod people;
mod reader;
mod record;
mod schema;
mod writer;

pub use abbreviations::AbbreviationEntry;
pub(crate) use abbreviations::{key as short_key, long_forms, short_forms};
pub use dates::{DateTerms, Interval};
pub use manifest::{FileRecord, Manifest};
pub use numbers::NumberEntry;
pub(crate) use numbers::entries as number_entries;
pub(crate) use people::{Named, people};
pub use people::{OfficeEntry, PersonEntry};
pub use reader::{Reader, StoredPassage, is_damaged};
pub use schema::{FORMAT, Fields};
pub use writer::{Feeder, Writer};
