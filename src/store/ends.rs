//! Documents to the passages that tell the end of their time in force, as a store behind a network hands them on
//! together with what was asked for.

use rustc_hash::FxHashMap;

use super::passage::StoredPassage;
use super::relations::Bound;

/// A passage that tells the end of a document.
pub struct Ending {
    /// The ends that it tells of documents of one number.
    pub(crate) bounds: Vec<Bound>,
    /// The passage.
    pub(crate) passage: StoredPassage,
}

/// What is told of the ends of documents, by their numbers in canonical form; a number that is there and has no
/// passage was asked for and has not ended.
pub type Ends = FxHashMap<String, Vec<Ending>>;
