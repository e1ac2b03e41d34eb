//! A pattern over documents as it was typed to how well an id fits it.

use crate::store::{NameFit, has_signs, is_pattern};

/// A pattern over document ids and files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// As it was typed.
    pub typed: String,
}

/// Whether what was typed is a pattern over documents.
pub fn is_place(typed: &str) -> bool {
    is_pattern(typed)
}

impl Place {
    /// None for what is no pattern or too long for one.
    pub(super) fn new(typed: &str) -> Option<Self> {
        is_place(typed).then(|| Self { typed: typed.to_owned() })
    }

    /// Whether it holds signs that stand for other letters.
    pub(super) fn has_signs(&self) -> bool {
        has_signs(&self.typed)
    }

    /// How well it fits: a name alone is meant in every folder, so nowhere less than as a whole.
    pub(super) fn fit(&self, fit: NameFit) -> NameFit {
        match fit {
            NameFit::WrittenEnd if !self.typed.contains('/') => NameFit::WrittenSame,
            NameFit::End if !self.typed.contains('/') => NameFit::Same,
            NameFit::BareEnd if !self.typed.contains('/') => NameFit::BareSame,
            fit => fit,
        }
    }
}
