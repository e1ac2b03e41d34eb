//! What was typed to what is looked up: written, then read, then planned. No query is an error.

mod except;
mod gather;
mod numbers;
mod phrase;
mod plan;
mod reading;
mod require;
mod stopwords;
mod weights;
mod written;

pub use phrase::PhraseTest;
pub use plan::{Evidence, Matching, Plan, PlannedWord, TermKind, plan};
pub use reading::{Filter, Group, Place, Reading, Word, read};
pub use weights::Weights;
pub use written::{FilterName, Item, Written, parse};
