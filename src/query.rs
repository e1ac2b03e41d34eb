//! What was typed to what is looked up: written, then read, then planned. No query is an error.

mod address;
mod alternatives;
mod closeness;
mod correct;
mod dates;
#[cfg(feature = "cli")]
mod ends;
mod english;
mod facts;
mod filter_name;
mod finders;
mod gather;
mod in_force;
mod inquiry;
mod limit;
mod limits;
mod name_fit;
mod notice;
mod numbers;
mod people;
mod phrase;
mod piece;
mod place;
mod plan;
mod planned;
mod planner;
mod question;
mod read;
mod reading;
mod require;
mod restore;
mod source;
mod spelling;
mod stopwords;
mod suggest;
mod together;
mod typed_number;
mod understand;
mod unheld;
mod weights;
mod word;
mod written;

pub(crate) use address::number as part_number;
pub(crate) use address::{Address, Level};
pub use closeness::Closeness;
#[cfg(feature = "cli")]
pub(crate) use ends::{End, NoEnd, NoPeriod, days, end, period};
pub(crate) use facts::{Averages, Facts};
pub use filter_name::FilterName;
#[cfg(feature = "cli")]
pub(crate) use in_force::is_from_today;
pub(crate) use in_force::today;
#[cfg(feature = "cli")]
pub(crate) use in_force::typed as typed_in_force;
pub use inquiry::Aspect;
pub(crate) use inquiry::{Inquiry, Subject};
pub(crate) use limit::limited;
pub use limits::Limits;
pub use name_fit::NameFit;
pub use notice::{Counted, Named, Notice, Page, TakenAs, ValueFault};
pub(crate) use people::bearers;
pub(crate) use phrase::PhraseTest;
pub use piece::Piece;
#[cfg(feature = "cli")]
pub(crate) use place::is_place;
pub(crate) use plan::{plan, suggestion};
#[cfg(test)]
pub(crate) use planned::PlannedPair;
pub use planned::{Alternative, Matching};
pub(crate) use planned::{Evidence, Plan, PlannedDate, PlannedName, PlannedWord, TermKind};
pub(crate) use question::Question;
pub(crate) use read::{read, typed_name};
pub(crate) use reading::Filter;
#[cfg(feature = "cli")]
pub(crate) use reading::Group;
pub use reading::{Reading, TypedDate, TypedName};
pub use typed_number::TypedNumber;
#[cfg(any(test, feature = "cli"))]
pub(crate) use understand::understand;
pub(crate) use understand::{Understood, understand_by};
pub use weights::Weights;
pub(crate) use word::Part;
pub use word::Word;
#[cfg(feature = "cli")]
pub(crate) use written::joined;
pub(crate) use written::{Item, Written, parse};
