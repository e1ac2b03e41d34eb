//! How often and in how long a text to how much: the parts of BM25 that stores and ranking share.

/// How occurrences count in one field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The constant k1 of BM25: how soon another occurrence no longer counts.
    pub k1: f32,
    /// The constant b of BM25: how much length counts.
    pub b: f32,
    /// The average length, in words.
    pub average: f32,
}

impl Scale {
    /// The length part: 1 for what is as long as the average.
    pub fn norm(&self, length: u32) -> f32 {
        norm(self.b, length, self.average)
    }

    /// The frequency part, of a frequency beside the length of what holds it.
    pub fn saturate(&self, frequency: f32) -> f32 {
        saturate(self.k1, frequency)
    }
}

/// The length part of BM25.
pub(crate) fn norm(b: f32, length: u32, average: f32) -> f32 {
    1.0 - b + b * length as f32 / average.max(1.0)
}

/// The frequency part of BM25.
pub(crate) fn saturate(k1: f32, frequency: f32) -> f32 {
    frequency * (1.0 + k1) / (frequency + k1)
}
