//! How well a way of naming fits a name that was typed.

use crate::store::PersonEntry;

/// Those who may bear a name, the best first, and whether not all were compared.
pub(super) type Bearers = (Vec<(NameFit, PersonEntry)>, bool);

/// How well a way of naming fits a name that was typed, best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameFit {
    /// One syllable more or less.
    Longer,
    /// A wrong tone, letter or vowel.
    Slip,
    /// The last syllables are the same: `Hạnh Duyên` of Lê Thị Hạnh Duyên.
    Ending,
    /// The given name alone is the same.
    Given,
    /// The same person by a shorter name.
    Short,
    /// The same name.
    Same,
}

impl NameFit {
    /// The worst that is taken for what was typed where this is the best: slips and longer names count only where
    /// nobody goes by the name as it was typed.
    pub fn least(self) -> Self {
        match self {
            Self::Longer | Self::Slip => Self::Longer,
            Self::Ending => Self::Ending,
            Self::Given | Self::Short | Self::Same => Self::Given,
        }
    }
}
