//! A field and a text to what is looked up, and to what is told of it.

use super::field::Field;
use crate::error::Result;

/// What a passage holds in a field.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Term {
    /// The field.
    pub field: Field,
    /// The word, or whatever else one term of the field is.
    pub text: String,
}

impl Term {
    /// This text in this field.
    pub fn new(field: Field, text: impl Into<String>) -> Self {
        Self { field, text: text.into() }
    }
}

/// Terms of a field that begin alike.
#[derive(Clone, Copy)]
pub struct Prefix<'a> {
    /// The field.
    pub field: Field,
    /// How they begin.
    pub text: &'a str,
    /// Of so many terms that a passage holds no more are looked at.
    pub limit: usize,
    /// Which of those that are looked at are wanted.
    pub keep: &'a dyn Fn(&str) -> bool,
}

/// What was found of a [`Prefix`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The terms, each with in how many passages it stands, in order.
    pub found: Vec<(String, u64)>,
    /// Whether there are more that were not looked at.
    pub cut: bool,
}

/// Where terms that begin alike are looked up.
pub trait Dictionary {
    /// Those of the first terms that begin so which are to be kept; the same for the same passages, in whatever parts
    /// they lie and whatever else lies there.
    ///
    /// # Errors
    /// [`Error::Damaged`](crate::error::Error::Damaged) if they cannot be read.
    fn with_prefix(&self, prefix: Prefix<'_>) -> Result<Terms>;
}

/// Keeps all terms.
pub(crate) fn any_term(_: &str) -> bool {
    true
}
