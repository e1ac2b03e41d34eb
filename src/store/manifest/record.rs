//! What a manifest tells of a file, of a copy and of a member, and what files hold in all.

use std::ops::AddAssign;

use super::ceilings::Ceilings;
use crate::corpus::Digest;

/// What is known of an indexed file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileRecord {
    /// Its size in bytes when it was read.
    pub size: u64,
    /// Its time of modification in nanoseconds since 1970; 0 if unknown, or so shortly before it was
    /// read that it may have changed since without another time.
    pub modified: u64,
    /// What the system knew it by, wherever on its disk it is moved to; 0 if it did not tell.
    pub number: u64,
    /// Its content; nothing if it was too large, changed while it was read, or something in it is to be tried again.
    pub content: Option<Digest>,
    /// How many documents it gave.
    pub documents: u64,
    /// How many passages it gave.
    pub passages: u64,
    /// How many terms they have.
    pub tokens: Tokens,
    /// The limits that left something in it out: under others it is read again.
    pub limits: Option<Ceilings>,
}

/// How many terms passages have in the fields that are scored by length, each as often as it stands there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    /// Exact forms.
    pub exact: u64,
    /// Folded forms and whole symbols.
    pub folded: u64,
    /// Title and headings, with what stands before them.
    pub context: u64,
    /// Passages that have a title and headings of their own.
    pub headed: u64,
}

impl AddAssign for Tokens {
    fn add_assign(&mut self, other: Self) {
        self.exact += other.exact;
        self.folded += other.folded;
        self.context += other.context;
        self.headed += other.headed;
    }
}

/// What an index holds, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Documents.
    pub documents: u64,
    /// Passages.
    pub passages: u64,
    /// The terms of the passages.
    pub tokens: Tokens,
}

/// What is known of a file that holds the same as an indexed one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyRecord {
    /// Its time of modification, as of [`FileRecord::modified`].
    pub modified: u64,
    /// What the system knew it by, as of [`FileRecord::number`].
    pub number: u64,
    /// The id of the file that is indexed for both.
    pub of: String,
}

/// What is known of a file in an archive or a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRecord {
    /// Its content.
    pub content: Digest,
    /// The id of what is indexed for both, a file or another member, if it is a copy.
    pub of: Option<String>,
}
