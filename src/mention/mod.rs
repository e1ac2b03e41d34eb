//! Text to mentions: the stretches that name a document by its number.
//!
//! Knows no files and no index, and cannot fail. Both pipelines come here, so that what is typed is
//! found by the code that found it in the text.

pub mod number;
