//! What was typed to what is looked up: written, then read, then planned. No query is an error.

mod alternatives;
mod correct;
mod dates;
mod except;
mod gather;
mod numbers;
mod people;
mod phrase;
mod plan;
mod reading;
mod require;
pub mod spelling;
mod stopwords;
mod weights;
mod written;

pub use correct::correct;
pub use people::{NameFit, bearers};
pub use phrase::PhraseTest;
pub use plan::{DateFit, Evidence, Matching, Plan, PlannedDate, PlannedWord, TermKind, plan};
pub use reading::{Filter, Group, Part, Place, Reading, TypedDate, TypedName, Word, read, typed_name};
pub use weights::Weights;
pub use written::{FilterName, Item, Written, parse};
