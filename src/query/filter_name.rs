//! The filters that can be typed, and their names.

use crate::analysis::unmarked;

/// The filters that can be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilterName {
    /// `in:` or `trong:`: a glob over document ids and files.
    In,
    /// `number:` or `số:`: a document number.
    Number,
    /// `date:` or `ngày:`: a day or period.
    Date,
    /// `person:` or `người:`: a person.
    Person,
    /// `in-force:` or `hiệu lực:`: a day on which its document is in force.
    InForce,
}

impl FilterName {
    /// Names in folded form.
    const ALL: [(&'static str, Self); 10] = [
        ("in", Self::In),
        ("trong", Self::In),
        ("number", Self::Number),
        ("so", Self::Number),
        ("date", Self::Date),
        ("ngay", Self::Date),
        ("person", Self::Person),
        ("nguoi", Self::Person),
        ("in force", Self::InForce),
        ("hieu luc", Self::InForce),
    ];

    pub(super) fn find(name: &str) -> Option<Self> {
        let words: Vec<&str> = match name.contains(char::is_whitespace) {
            true => name.split_whitespace().collect(),
            false => name.split('-').collect(),
        };
        let is_one = words.iter().all(|word| !word.is_empty() && word.chars().all(|c| !c.is_ascii_punctuation()));
        let name = if is_one { unmarked(&words.join(" ")) } else { return None };
        Self::ALL.iter().find_map(|(known, filter)| (*known == name).then_some(*filter))
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Number => "number",
            Self::Date => "date",
            Self::Person => "person",
            Self::InForce => "in-force",
        }
    }

    /// Whether a name of more than one word begins with this one.
    pub(super) fn begins(word: &str) -> bool {
        let word = unmarked(word);
        Self::ALL.iter().any(|(known, _)| known.split_once(' ').is_some_and(|(first, _)| first == word))
    }
}
