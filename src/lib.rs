//! Full-text search for Vietnamese documents: files to an index, queries to ranked passages.
//!
//! An [`Archive`](archive::Archive) is an index in a folder: it is brought up to date with files, and answers from any
//! number of threads. Errors and notices are values that print in English; [`voice`] says them otherwise.
//!
//! ```
//! use tracuu::archive::Archive;
//! use tracuu::ingest::Job;
//! use tracuu::search::Request;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let folder = tempfile::tempdir()?;
//! let papers = folder.path().join("papers");
//! std::fs::create_dir(&papers)?;
//! std::fs::write(papers.join("tin.txt"), "Ngày 23/4/2021, đồng chí Lò Thị Mai, Chủ tịch xã, dự họp.")?;
//!
//! // the index follows the folder: call it again whenever files have changed
//! let archive = Archive::at(folder.path().join("index"));
//! archive.update(&Job { paths: vec![papers], ..Job::default() }, &())?;
//!
//! let answer = archive.search(&Request::new("lo thi mai 2021"))?;
//! assert_eq!(answer.hits[0].passage.doc, "papers/tin.txt");
//!
//! let named = archive.person("lo thi mai")?.expect("it is a name");
//! assert_eq!(named.people[0].listed.name, "Lò Thị Mai");
//! # Ok(())
//! # }
//! ```
//!
//! Features, all on by default: `cli` (the program), `watch` (`index --watch`), `server` (`serve`), `mcp` (`mcp`), and
//! the formats `pdf`, `doc` and `mail`. Without a format its files are left out as those of any other that is not read.
//! A program that reads `.pdf` or `.doc` calls [`corpus::serve`] first thing in `main`, so that they are read in a
//! process of their own, or names a program that does ([`corpus::serve_by`]); without either they are read in a thread,
//! whose memory has no limit.

mod analysis;
pub mod archive;
#[cfg(feature = "mcp")]
#[doc(hidden)]
pub mod bindings;
#[cfg(feature = "cli")]
pub mod cli;
pub mod corpus;
pub mod directory;
pub mod error;
pub mod ingest;
#[cfg(feature = "mcp")]
mod mcp;
pub mod measure;
pub mod mention;
mod passage;
pub mod query;
pub mod search;
#[cfg(feature = "server")]
mod server;
#[cfg(feature = "cli")]
mod snippet;
#[doc(hidden)]
pub mod stages;
mod store;
mod system;
mod tables;
#[cfg(feature = "cli")]
mod terminal;
mod text;
pub mod voice;
#[cfg(feature = "cli")]
mod wire;
