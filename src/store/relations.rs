//! What documents do to each other to terms of the index: a passage is found by either document.

use super::term_list::TermList;
use crate::mention::number::Number;
use crate::mention::{Mentions, Paper};

/// The term of a document.
pub(crate) fn term(number: &Number) -> String {
    number.canonical()
}

/// Adds the terms of all documents of which a passage says what they do to each other, or when they are in force.
pub(super) fn add_terms(mentions: &Mentions, terms: &mut TermList) {
    let ends = mentions.relations.iter().flat_map(|told| [&told.of, &told.to]);
    for paper in ends.chain(mentions.validity.iter().map(|told| &told.of)) {
        if let Paper::Number(number) = paper {
            terms.add_parts(&[&term(number)]);
        }
    }
}
