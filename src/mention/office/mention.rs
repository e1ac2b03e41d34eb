//! An office that a text gives a person.

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An office that a text gives a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeMention {
    /// Bytes of the office alone.
    pub range: Range<usize>,
    /// The canonical name of who holds it.
    pub person: String,
    /// The office as it stands in the text, on one line and without markup.
    pub role: String,
    /// First day; none where no beginning is told.
    pub from: Option<Date>,
    /// Last day; none where no end is told.
    pub to: Option<Date>,
}
