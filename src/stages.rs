//! The stages that text goes through, one by one: what benchmarks time, and no part of the interface.

pub use crate::analysis::{Analysis, fold};
pub use crate::passage::{Limits, divide};

/// The finders of mentions, each alone.
pub mod find {
    pub use crate::mention::date::find as dates;
    pub use crate::mention::event::find as events;
    pub use crate::mention::number::find as numbers;
    pub use crate::mention::person::find as people;
}
