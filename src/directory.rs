//! An index to its directories: the numbered documents, people, events and times that it names.

mod asked;
mod number;
mod people;
mod timeline;
mod when;

pub use number::{Candidate, Occurrence, Register, RegisterEntry, candidates, register};
pub use people::{Listed, Office, Order, Person, Roll, Sighting, person, roll};
pub use timeline::{Moment, Timeline, timeline};
