//! The stages that text goes through, one by one: what benchmarks time, and no part of the interface.

pub use crate::analysis::{Analysis, fold};
pub use crate::passage::{Limits, divide};

/// The finders of mentions, each alone.
pub mod find {
    pub use crate::mention::date::find as dates;
    pub use crate::mention::number::find as numbers;
    pub use crate::mention::person::{People, find as people, read as people_and_offices};

    use crate::mention::date::DateMention;
    use crate::mention::event::EventMention;
    use std::ops::Range;

    /// The events of a text, from its other mentions.
    pub fn events(text: &str, dates: &[DateMention], people: &People, numbers: &[Range<usize>]) -> Vec<EventMention> {
        crate::mention::event::find(text, dates, &people.named, &people.subjects, &people.posts, numbers)
    }
}
