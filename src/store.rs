//! Passages to what is kept of them and back: the vocabulary of what an index can be asked, its terms and its manifest;
//! `local` keeps it on this machine,
//! `cluster` on others.

mod abbreviations;
mod clause;
#[cfg(feature = "cluster")]
mod cluster;
mod commit;
mod copies;
mod counts;
mod dates;
mod ends;
mod field;
mod found;
mod gate;
mod handed;
mod health;
mod local;
mod manifest;
#[cfg(test)]
mod memory;
mod names;
mod neighbors;
mod numbers;
mod only;
mod passage;
mod patterns;
mod people;
mod place;
mod reader;
mod record;
mod relations;
mod roots;
mod sample;
mod scale;
mod sink;
mod snapshot;
mod space;
mod term;
mod term_list;
mod writer;
mod writing;

pub(crate) use abbreviations::{key as short_key, long_forms, short_forms};
pub use clause::Clause;
#[cfg(feature = "cluster")]
#[cfg_attr(not(feature = "cli"), expect(unused_imports, reason = "the program alone chooses"))]
pub use cluster::{Connection, connect, missing, template};
pub use copies::Copies;
pub(crate) use copies::moved;
pub use counts::{Counted, Counts, Lengths, Positions, Sought};
pub use dates::{DateTerms, Interval, overlapping};
pub use ends::{Ending, Ends};
pub use field::{FORMAT, Field};
pub use found::{Candidate, Found, Search, SideBySide};
pub use gate::{Gate, Ticket};
pub use handed::HandOver;
pub use health::{Health, Whole};
pub(crate) use local::{Salvaged, salvaged};
pub(crate) use manifest::is_manifest;
pub use manifest::{Ceilings, CopyRecord, FileRecord, Manifest, MemberRecord, Tokens, Totals};
#[cfg(test)]
pub(crate) use memory::Memory;
pub use neighbors::{Neighbors, Spelled, Spellings};
pub use numbers::NumberEntry;
pub(crate) use numbers::{NumberTerms, entries as number_entries};
pub use only::Only;
pub use passage::{Handle, PassageId, StoredPassage};
pub(crate) use patterns::{NameFit, Patterns, Signs, has_signs, is_pattern};
pub(crate) use people::{Named, people};
pub use people::{OfficeEntry, PersonEntry};
pub(crate) use reader::in_order;
pub use reader::{Check, Reader, is_index, last_roots};
pub use relations::Side;
pub(crate) use relations::{
    Bound, BoundKind, DocumentName, Said, bounds, identity, issued, name_of as paper_name, owners, saying, title_name,
    written,
};
pub use roots::{Root, Roots, lies_in, name_of, place_of};
pub use scale::Scale;
pub(crate) use scale::{norm, saturate};
pub use sink::{Feed, Sink};
pub use snapshot::{Asked, EachName, Fetched, Head, Held, Snapshot, Told};
pub use space::FieldSpace;
pub(crate) use term::any_term;
pub use term::{Dictionary, Prefix, Term, Terms};
pub use writer::{WriteLock, Writer};
