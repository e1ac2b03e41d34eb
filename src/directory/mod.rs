//! An index to its directories: the numbered documents that it names, each with where it is named.

mod number;

pub use number::{Candidate, Occurrence, Register, RegisterEntry, candidates, register};
