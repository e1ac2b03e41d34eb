//! What a text tells as an event -> when, who, where.

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::kind::EventKind;

/// Something that a text tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventMention {
    /// Bytes of the sentence that tells it, or of its own clause in a list, trimmed.
    pub range: Range<usize>,
    /// What happened.
    pub kind: EventKind,
    /// First day; none where it is undated.
    pub from: Option<Date>,
    /// Last day; none too where only the beginning is told (`khai mạc ngày …`, `từ … đến nay`).
    pub to: Option<Date>,
    /// Index of the date that the interval is taken from or told by (`ba năm sau`, `(1923-1998)`); none where it is
    /// undated.
    pub dated_by: Option<usize>,
    /// Indices of the people whom it is about, as far as they are named in the range.
    pub people: Vec<usize>,
    /// The canonical name of who it is about and named elsewhere: whom `ông` means, whose life the document tells.
    pub subject: Option<String>,
    /// Places named in the range, as written, each once.
    pub places: Vec<String>,
    /// Indices of the document numbers in the range.
    pub numbers: Vec<usize>,
}
