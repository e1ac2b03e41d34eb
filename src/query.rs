//! What was typed to what is looked up: written, then read, then planned. No query is an error.

mod address;
mod alternatives;
mod closeness;
mod correct;
mod dates;
mod english;
mod facts;
mod finders;
mod gather;
mod limit;
mod limits;
mod name_fit;
mod notice;
mod numbers;
mod people;
mod phrase;
mod place;
mod plan;
mod planned;
mod planner;
mod question;
mod read;
mod reading;
mod require;
mod source;
pub mod spelling;
mod stopwords;
mod suggest;
mod together;
mod understand;
mod weights;
mod word;
mod written;

pub(crate) use address::number as part_number;
pub use address::{Address, Level};
pub use closeness::Closeness;
pub use facts::Averages;
pub(crate) use facts::Facts;
pub use limit::limited;
pub use limits::Limits;
pub use name_fit::NameFit;
pub use notice::{Counted, Named, Notice, Page, TakenAs, ValueFault};
pub use people::bearers;
pub use phrase::PhraseTest;
pub use place::Place;
pub(crate) use plan::plan;
pub use planned::{
    Alternative, DateFit, Evidence, Matching, Plan, PlannedDate, PlannedName, PlannedPair, PlannedWord, TermKind,
};
pub use question::Question;
pub use read::{read, typed_name};
pub use reading::{Filter, Group, Reading, TypedDate, TypedName};
pub(crate) use understand::{Understood, understand};
pub use weights::Weights;
pub use word::{Part, Word};
pub use written::{FilterName, Item, Written, parse};
