//! An index to its directories: the numbered documents, people, events and times that it names.

mod asked;
mod number;
mod people;
mod timeline;
mod when;

pub use number::{Candidate, Occurrence, Register, RegisterEntry};
pub(crate) use number::{candidates, register};
pub use people::{Listed, Office, Order, Person, Roll, Sighting};
pub(crate) use people::{person, roll};
pub(crate) use timeline::timeline;
pub use timeline::{Moment, Timeline};
