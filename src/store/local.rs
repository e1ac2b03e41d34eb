//! The store on this machine: passages to an index of the engine in a folder, and what is asked of it to answers.
//! Nothing else knows the engine.

mod access;
mod best;
mod checksums;
mod clauses;
mod columns;
mod counts;
mod except;
mod failure;
mod files;
mod folder;
mod guard;
mod handle;
mod leftovers;
#[cfg(feature = "cluster")]
mod lengths;
mod listed;
mod lock;
mod narrow;
mod opened;
mod pairs;
mod parts;
mod places;
mod positions;
mod record;
mod salvage;
mod sample;
mod schema;
mod snapshot;
mod space;
mod statistics;
mod stored;
mod sums;
mod terms;
mod together;
mod tokenizer;
mod under;
mod writer;

pub(super) use access::Access;
pub(super) use guard::guarded;
#[cfg(feature = "cluster")]
pub(super) use lengths::rounded;
pub use lock::WriteLock;
pub(super) use opened::Local;
pub(crate) use salvage::{Salvaged, salvaged};
pub use writer::Writer;
