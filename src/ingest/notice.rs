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
    /// What an index that could not be continued held of so many files is lost: nobody can look at them.
    Lost(u64),
    /// None of the files of a root is there any more, though others are: so many are taken out.
    Replaced(u64),
}
