//! How a file was read -> the encoding that was taken and why, for the user to judge.

/// The encoding that the bytes of a file were read in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its name, one of [`super::ENCODINGS`] or one that the file declares.
    pub encoding: &'static str,
    /// The reason.
    pub why: Why,
}

/// Why an encoding was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The user named it.
    Forced,
    /// The file opens with its byte order mark.
    ByteOrderMark,
    /// All bytes are valid in it.
    Valid,
    /// Nearly all bytes are valid in it.
    NearlyValid,
    /// Every other byte is zero.
    Zeros,
    /// The file names it.
    Declared,
    /// The page is set in fonts that tell the encoding of each stretch of text.
    Fonts,
    /// Beyond ASCII there are only the quotes and dashes of office software.
    Plain,
    /// It makes the most Vietnamese; all that were tried, the best first.
    Best(Vec<Candidate>),
}

/// How well an encoding does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// The name of the encoding.
    pub encoding: &'static str,
    /// How many of the words with letters beyond ASCII become Vietnamese syllables, in percent.
    pub percent: usize,
    /// The sum over those words, the higher the more frequent their syllables; below 0 if most are none.
    pub score: i64,
}
