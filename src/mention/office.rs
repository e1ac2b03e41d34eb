//! Text to offices: who held which, from when to when.
//!
//! A time is only that of an office where the text says so: behind the office, at the head of a sentence that tells of
//! its beginning or end, at the head of a line of a career. The day of a meeting where somebody was present is none.

mod mention;
mod tenure;
mod term;
#[cfg(test)]
mod tests;

pub use self::mention::OfficeMention;
pub use self::tenure::Tenure;
pub(crate) use self::term::{explain, find};
