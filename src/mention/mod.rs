//! Text to mentions: the stretches that name a document by its number.
//!
//! Knows no files and no index, and cannot fail. Both pipelines come here, so that what is typed is
//! found by the code that found it in the text.

pub mod number;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use self::number::NumberMention;

/// All mentions in one text, each kind in order of where it begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentions {
    /// References to numbered documents.
    pub numbers: Vec<NumberMention>,
}

impl Mentions {
    /// The mentions in a whole document: what it says in one place is evidence for another.
    pub fn of(text: &str) -> Self {
        Self { numbers: number::find(text) }
    }

    /// Those that begin in `part`, a range of the text, as they stand in that part alone.
    pub fn within(&self, part: &Range<usize>) -> Self {
        let shift = |range: &Range<usize>| range.start - part.start..range.end.min(part.end) - part.start;
        let from = self.numbers.partition_point(|mention| mention.range.start < part.start);
        let here = self.numbers[from..].iter().take_while(|mention| mention.range.start < part.end);
        Self {
            numbers: here.map(|mention| NumberMention { range: shift(&mention.range), ..mention.clone() }).collect(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }
}
