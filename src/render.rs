//! Answers and figures to what is printed: text for a terminal, JSON for a program.
//!
//! Nothing here reads an index or a file, and nothing of a document reaches a terminal uncleaned.

pub mod color;
pub mod document;
pub mod figures;
pub mod json;
pub mod json_lines;
pub mod mentions;
pub mod numbers;
pub mod people;
pub mod reports;
pub mod row;
pub mod snippet;
pub mod terminal;
pub mod text;
pub mod timeline;
pub mod times;
