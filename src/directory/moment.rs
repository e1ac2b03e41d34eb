//! A line of a timeline: what happened, when, and where it is told.

use crate::mention::date::DateMention;
use crate::mention::event::EventKind;

/// A line of a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// What happened; none where only a time is named.
    pub kind: Option<EventKind>,
    /// When it was, as far as it is told.
    pub when: DateMention,
    /// The id of the document.
    pub doc: String,
    /// The line, from 1.
    pub line: u32,
    /// The sentence that tells the event, or the line that names the time.
    pub text: String,
    /// The people named in it, by their canonical names.
    pub people: Vec<String>,
    /// The places named in it.
    pub places: Vec<String>,
    /// The document numbers named in it.
    pub numbers: Vec<String>,
}
