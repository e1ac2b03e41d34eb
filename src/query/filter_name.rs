//! The filters that can be typed, and their names.

use crate::analysis::fold;

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
}

impl FilterName {
    /// Names in folded form.
    const ALL: [(&'static str, Self); 8] = [
        ("in", Self::In),
        ("trong", Self::In),
        ("number", Self::Number),
        ("so", Self::Number),
        ("date", Self::Date),
        ("ngay", Self::Date),
        ("person", Self::Person),
        ("nguoi", Self::Person),
    ];

    pub(super) fn find(name: &str) -> Option<Self> {
        let name = fold(name);
        Self::ALL.iter().find_map(|(known, filter)| (*known == name).then_some(*filter))
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Number => "number",
            Self::Date => "date",
            Self::Person => "person",
        }
    }
}
