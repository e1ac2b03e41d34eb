//! A document number as it stands in a query.

use crate::mention::number::Number;

/// A document number in a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedNumber {
    /// As it was typed, without the words of its type.
    pub typed: String,
    /// What it means.
    pub number: Number,
}

impl TypedNumber {
    /// Of what names a document the number, where that says enough: `15/2013` of `nghị định 15/2013`.
    pub(crate) fn shown(typed: &str) -> &str {
        let number = typed.find(|c: char| c.is_ascii_digit()).map_or("", |at| &typed[at..]);
        if number.contains(['/', '-']) { number } else { typed }
    }
}
