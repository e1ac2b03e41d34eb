//! The store on this machine: passages to an index of the engine in a folder, and what is asked of it to answers.
//! Nothing else knows the engine.

mod checksums;
mod columns;
mod folder;
mod guard;
mod listed;
mod lock;
mod parts;
mod places;
mod reader;
mod record;
mod sample;
mod schema;
mod space;
pub(super) mod statistics;
pub(super) mod terms;
mod tokenizer;
mod writer;

pub(crate) use columns::Columns;
pub use lock::WriteLock;
pub(crate) use places::Places;
pub use reader::{Check, Reader, StoredPassage, is_index};
pub(crate) use record::RUN;
pub use schema::Fields;
pub use space::FieldSpace;
pub(crate) use statistics::{Statistics, has_living};
pub use writer::{Feeder, MAX_THREADS, Writer};
