//! What goes out as JSON to what people read in lines of a terminal.
//!
//! Nothing here reads an index or a file, and nothing of a document reaches a terminal uncleaned.

pub mod answer;
mod citations;
pub mod color;
mod direct;
mod document;
mod excerpt;
mod mention;
mod numbers;
mod people;
mod reading;
pub mod row;
mod standing;
pub mod table;
mod timeline;
