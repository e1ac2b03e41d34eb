//! Passages to the store on disk and back: schema, writer, reader, manifest, lock.

mod abbreviations;
mod columns;
mod copies;
mod dates;
mod folder;
mod leftovers;
mod lock;
mod manifest;
mod numbers;
mod people;
mod reader;
mod record;
mod sample;
mod schema;
mod space;
mod sums;
mod term_list;
mod terms;
mod writer;

pub use abbreviations::AbbreviationEntry;
pub(crate) use abbreviations::{key as short_key, long_forms, short_forms};
pub(crate) use columns::Columns;
pub use copies::Copies;
pub use dates::{DateTerms, Interval};
pub use lock::WriteLock;
pub use manifest::{CopyRecord, FileRecord, Manifest};
pub use numbers::NumberEntry;
pub(crate) use numbers::{NumberTerms, entries as number_entries};
pub(crate) use people::{Named, people};
pub use people::{OfficeEntry, PersonEntry};
pub use reader::{Reader, StoredPassage, is_damaged};
pub(crate) use schema::HEADED;
pub use schema::{FORMAT, Fields};
pub use space::FieldSpace;
pub(crate) use writer::RUN;
pub use writer::{Feeder, MAX_THREADS, Writer};
