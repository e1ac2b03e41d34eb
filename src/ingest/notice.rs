//! What is to be told of a run, as values: `voice` has the words.

use crate::corpus::Oddity;

/// Something to know of a file or a root of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RunNotice {
    /// A file was read that is odd.
    Odd(Oddity),
    /// So many more oddities of the file are not told.
    MoreOddities(usize),
    /// So many more parts of the file are left out and not told.
    MoreLeftOut(usize),
    /// A root leads elsewhere than before.
    LeadsElsewhere {
        /// Where it leads.
        now: String,
        /// Where it led.
        before: String,
    },
    /// A folder is empty now: so many files of it are taken out.
    Emptied(u64),
    /// What the index held of so many files is lost with its rebuild: they could not be read anew.
    Lost(u64),
    /// So many lines of the list of files of a damaged index could not be read.
    DamagedLines(u64),
    /// Lines of the list of files of a damaged index are missing, or changed in a way that does not show.
    MissingLines,
    /// None of the files of a root is there any more, though others are: so many are taken out.
    Replaced(u64),
}

impl RunNotice {
    /// Whether something that was indexed before is so no more, or may not be, that could not be looked at; or whether
    /// a file that was read is damaged, so that text is missing.
    #[must_use]
    pub fn tells_of_loss(&self) -> bool {
        match self {
            Self::Odd(odd) => odd.tells_of_loss(),
            told => matches!(told, Self::Lost(_) | Self::DamagedLines(_) | Self::MissingLines),
        }
    }
}
