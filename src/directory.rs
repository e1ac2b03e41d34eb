//! An index to its directories: the numbered documents, people, events and times that it names.

mod asked;
mod citation;
mod moment;
mod number;
mod office;
mod once;
mod people;
mod roll;
mod timeline;
mod when;

pub use citation::{Citation, Cited, Knowledge, Meant, Sighted};
pub(crate) use citation::{citations, knowledge};
pub use moment::Moment;
pub use number::{Candidate, Occurrence, Register, RegisterEntry};
pub(crate) use number::{candidates, register};
pub use office::Office;
pub(crate) use people::person;
pub use people::{Listed, Order, Person, Roll, Sighting};
pub(crate) use roll::roll;
pub use roll::untold;
pub use timeline::Timeline;
pub(crate) use timeline::timeline;
