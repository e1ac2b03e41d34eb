//! Passages to what is kept of them and back: the vocabulary of what an index can be asked, its terms and its manifest;
//! `local` keeps it on this machine.

mod abbreviations;
mod access;
mod copies;
mod dates;
mod field;
mod files;
mod gate;
mod leftovers;
mod local;
mod manifest;
mod names;
mod numbers;
mod patterns;
mod people;
mod roots;
mod sums;
mod term_list;

pub use abbreviations::AbbreviationEntry;
pub(crate) use abbreviations::{key as short_key, long_forms, short_forms};
pub use copies::Copies;
pub use dates::{DateTerms, Interval};
pub use field::FORMAT;
pub use gate::{Gate, Ticket};
pub use local::{Check, Feeder, FieldSpace, Fields, MAX_THREADS, Reader, StoredPassage, WriteLock, Writer, is_index};
pub(crate) use local::{Columns, Places, RUN, Statistics, has_living};
pub use manifest::{CopyRecord, FileRecord, Manifest, Tokens, Totals};
pub use numbers::NumberEntry;
pub(crate) use numbers::{NumberTerms, entries as number_entries};
pub(crate) use patterns::{NameFit, Patterns, Signs, has_signs, is_pattern};
pub(crate) use people::{Named, people};
pub use people::{OfficeEntry, PersonEntry};
pub use roots::{Root, Roots, lies_in, name_of, place_of};
