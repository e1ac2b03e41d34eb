//! What a field of an index takes on disk.

/// The parts of a field on disk, each in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldSpace {
    /// The field; empty for what all stored fields take together.
    pub name: String,
    /// The dictionary of its terms.
    pub terms: u64,
    /// In which passages its terms stand, and how often.
    pub postings: u64,
    /// Where in them.
    pub positions: u64,
    /// How long each passage is.
    pub norms: u64,
    /// Values by passage.
    pub columns: u64,
    /// Texts as they were stored, compressed.
    pub stored: u64,
}

impl FieldSpace {
    /// All parts together.
    pub fn total(&self) -> u64 {
        self.terms + self.postings + self.positions + self.norms + self.columns + self.stored
    }
}
