//! The store in a cluster of OpenSearch: passages to an index there, and what is asked of it to answers.
//!
//! The cluster keeps and finds. Text is understood here and comes to it as terms that it only cuts at blanks; what it
//! finds is ranked here by the same code as of an index in a folder. Nothing else knows how a cluster is asked.

mod address;
mod batch;
mod book;
mod bulk;
mod clauses;
mod client;
mod connection;
mod counts;
mod ends;
mod failure;
mod feeder;
mod form;
mod health;
mod indexes;
mod lock;
mod mapping;
mod names;
mod opened;
mod passages;
mod scope;
mod sender;
mod snapshot;
#[cfg(test)]
mod stub;
mod sweep;
mod writer;

pub use connection::{Connection, connect, missing};
pub use lock::WriteLock;
pub use mapping::template;
pub(super) use opened::Cluster;
pub use writer::Writer;
