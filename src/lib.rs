//! Full-text search for Vietnamese documents: files to an index, queries to ranked passages.
//!
//! [`ingest`] brings an index up to date with files, [`search`] answers from it, [`directory`] lists
//! what it names. Text is understood
//! in [`analysis`] alone, by both.

pub mod analysis;
pub mod cli;
pub mod corpus;
pub mod directory;
pub mod error;
pub mod index;
pub mod ingest;
pub mod mention;
pub mod passage;
pub mod query;
pub mod render;
pub mod search;
