//! An index to its directories: the numbered documents and the people that it names, each with where.

mod number;
mod people;
mod when;

pub use number::{Candidate, Occurrence, Register, RegisterEntry, candidates, register};
pub use people::{Listed, Office, Order, Person, Roll, Sighting, person, roll};
