//! Full-text search for Vietnamese documents: files to an index, queries to ranked passages.
//!
//! [`ingest`] brings an index up to date with files, [`search`] answers from it, [`directory`] lists
//! what it names. Text is understood in [`analysis`] and [`mention`] alone, by all of them.
//!
//! ```
//! use tracuu::directory::person;
//! use tracuu::store::Reader;
//! use tracuu::ingest::{Job, ingest};
//! use tracuu::search::{Request, search};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let folder = tempfile::tempdir()?;
//! let papers = folder.path().join("papers");
//! std::fs::create_dir(&papers)?;
//! std::fs::write(papers.join("tin.txt"), "Ngày 23/4/2021, đồng chí Lò Thị Mai, Chủ tịch xã, dự họp.")?;
//!
//! // the index follows the folder: call it again whenever files have changed
//! let index = folder.path().join("index");
//! ingest(&index, &Job { paths: vec![papers], ..Job::default() }, &())?;
//!
//! let reader = Reader::open(&index)?;
//! let answer = search(&reader, &Request::new("lo thi mai 2021"))?;
//! assert_eq!(answer.hits[0].passage.doc, "papers/tin.txt");
//!
//! let people = person(&reader, &answer.reading.people[0])?;
//! assert_eq!(people[0].listed.name, "Lò Thị Mai");
//! # Ok(())
//! # }
//! ```
//!
//! Features, all on by default: `cli` (the program: modules `cli`, `snippet`, `terminal` and `wire`), `watch` (`index --watch`), and the
//! formats `pdf`, `doc` and `mail`. Without a format its files are left out as those of any other that is not read.
//! A program that reads `.pdf` or `.doc` calls [`corpus::serve`] first thing in `main`, so that they are read in a
//! process of their own; without that call they are read in a thread, whose memory has no limit.

pub mod analysis;
#[cfg(feature = "cli")]
pub mod cli;
pub mod corpus;
pub mod directory;
pub mod error;

pub mod ingest;
pub mod mention;
pub mod passage;
pub mod query;
pub mod search;
#[cfg(feature = "cli")]
pub mod snippet;
pub mod store;
#[cfg(feature = "cli")]
pub mod terminal;
pub mod voice;
#[cfg(feature = "cli")]
pub mod wire;
