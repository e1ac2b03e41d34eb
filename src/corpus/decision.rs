//! How a file was read -> the encoding that was taken and why, for the user to judge.

use std::fmt;

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

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.encoding.to_ascii_lowercase(), self.why)
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Forced => f.write_str("as you asked"),
            Self::ByteOrderMark => f.write_str("byte order mark"),
            Self::Valid => f.write_str("every byte is valid"),
            Self::NearlyValid => f.write_str("nearly every byte is valid"),
            Self::Zeros => f.write_str("every other byte is zero"),
            Self::Declared => f.write_str("the file names it"),
            Self::Fonts => f.write_str("the fonts of the page tell the encoding of its letters"),
            Self::Plain => f.write_str("nothing beyond ASCII but quotes and dashes"),
            Self::Best(candidates) => {
                f.write_str("most words become Vietnamese (")?;
                for (index, candidate) in candidates.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    write!(f, "{comma}{} {} %", candidate.encoding, candidate.percent)?;
                }
                f.write_str(")")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_one_line() {
        let check = |encoding: &'static str, why: Why, expected: &str| {
            assert_eq!(Decision { encoding, why }.to_string(), expected);
        };
        check("UTF-8", Why::Valid, "utf-8: every byte is valid");
        let candidates = [("vni", 98, 80), ("viscii", 12, -30)].map(|(encoding, percent, score)| Candidate {
            encoding,
            percent,
            score,
        });
        check("vni", Why::Best(candidates.to_vec()), "vni: most words become Vietnamese (vni 98 %, viscii 12 %)");
    }
}
