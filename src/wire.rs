//! Answers and reports to what goes out as JSON or CSV. Field names are stable, offsets code points.
//!
//! What is printed for people is made of the same values (`terminal`), so that the two cannot tell different things.

pub mod answer;
pub mod citations;
pub(crate) mod csv;
pub mod document;
pub mod line;
pub mod mentions;
pub mod notices;
pub mod numbers;
pub mod papers;
pub mod people;
pub mod queries;
pub mod relations;
pub mod reports;
pub mod timeline;
pub mod times;
pub mod typed;
