//! What a text says of people: who is named, which offices they held, whom its sentences are about.

use super::mention::PersonMention;
use super::post::Post;
use super::subject::Subjects;

/// What a text says of people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// Those whom it names, in order.
    pub named: Vec<PersonMention>,
    /// What looks like a name, with nothing in the text that says so; in order.
    pub possible: Vec<PersonMention>,
    /// The offices that it gives those whom it names, in order.
    pub(crate) posts: Vec<Post>,
    /// Whom its sentences are about.
    pub(crate) subjects: Subjects,
}
