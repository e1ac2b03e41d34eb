//! What is said at the command line beside sentences: what is wrong with what was typed, labels, nouns, times.

use jiff::civil::Date;

use crate::mention::date::{Grain, Yearly};

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault<'a> {
    /// No verb was typed.
    NoVerb,
    /// There is no such verb.
    UnknownVerb {
        typed: &'a str,
        near: Option<&'a str>,
        /// The verb behind which it was typed.
        verb: Option<&'a str>,
    },
    /// A verb has no such option.
    UnknownOption {
        typed: &'a str,
        near: Option<&'a str>,
        verb: Option<&'a str>,
    },
    /// No file of settings sets an option.
    OnlyTyped {
        option: &'a str,
    },
    /// An argument too many.
    Unexpected {
        typed: &'a str,
        verb: Option<&'a str>,
    },
    /// An option lacks its value.
    NoValue {
        option: &'a str,
        possible: &'a [String],
    },
    /// An option takes one of these.
    NotPossible {
        option: &'a str,
        typed: &'a str,
        near: Option<&'a str>,
        possible: &'a [String],
    },
    /// An option does not take this value.
    BadValue {
        option: &'a str,
        why: &'a str,
    },
    /// Two options exclude each other.
    Conflict {
        one: &'a str,
        other: &'a str,
    },
    /// Something must be typed.
    Missing {
        arguments: &'a [String],
        verb: Option<&'a str>,
    },
    /// An option was typed more than once.
    Twice {
        option: &'a str,
    },
    /// An option takes another number of values.
    Values {
        option: &'a str,
        wanted: &'a str,
        given: &'a str,
    },
    /// An option takes no value.
    TakesNone {
        option: &'a str,
    },
    /// Bytes that are not UTF-8.
    NotUnicode,
    /// As the reader of arguments says.
    Usage(&'a str),
    /// A number out of bounds.
    OutOfRange {
        typed: &'a str,
        least: u64,
        most: u64,
    },
    NoPattern {
        typed: &'a str,
    },
    NoNumber {
        typed: &'a str,
    },
    NoName {
        typed: &'a str,
    },
    NoTime {
        typed: &'a str,
    },
    UnreadTime {
        typed: &'a str,
    },
    NoYear {
        typed: &'a str,
    },
    NoFirstDay {
        typed: &'a str,
    },
    NoLastDay {
        typed: &'a str,
    },
    /// As they were typed.
    Reversed {
        from: &'a str,
        to: &'a str,
    },
    /// Nothing but blanks.
    Blank,
    NoUrl {
        typed: &'a str,
    },
    NoCount {
        typed: &'a str,
    },
    /// No address with a port.
    NoAddress {
        typed: &'a str,
    },
    /// Ranking has no such weight.
    NoWeight {
        typed: &'a str,
    },
    /// A weight is no number.
    NoFigure {
        name: &'a str,
    },
}

/// A label, or the head of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    // of a document
    Id,
    Format,
    Title,
    Date,
    Encoding,
    Font,
    Holds,
    Notice,
    Heading,
    Text,
    // of an index
    Index,
    From,
    Written,
    Paths,
    NotThere,
    Forgotten,
    NoText,
    New,
    Changed,
    Vanished,
    NotRead,
    Checksums,
    Health,
    Nodes,
    Shards,
    Damaged,
    Field,
    Terms,
    Postings,
    Positions,
    Norms,
    Values,
    Together,
    In,
    File,
    // of settings
    OfOption,
    OfSurroundings,
    BuiltIn,
    // of tokens and queries
    Position,
    Kind,
    AsWritten,
    Exact,
    Folded,
    Symbol,
    Ordinary,
    Typed,
    Words,
    Not,
    Term,
    // of a reading
    Question,
    Address,
    Person,
    Number,
    Phrase,
    AlsoAs,
    Law,
    Filter,
    // of figures
    Queries,
    Set,
    ChangedWeights,
    Difference,
    Draws,
    Mean,
    All,
    // of times
    Undated,
    Lunar,
    NoYear,
    /// The document that a text is.
    ThisPaper,
}

#[cfg(test)]
impl Word {
    /// All of them; a test compares them with the enum.
    pub(super) const ALL: &[Self] = &[
        Self::Id,
        Self::Format,
        Self::Title,
        Self::Date,
        Self::Encoding,
        Self::Font,
        Self::Holds,
        Self::Notice,
        Self::Heading,
        Self::Text,
        Self::Index,
        Self::From,
        Self::Written,
        Self::Paths,
        Self::NotThere,
        Self::Forgotten,
        Self::NoText,
        Self::New,
        Self::Changed,
        Self::Vanished,
        Self::NotRead,
        Self::Checksums,
        Self::Health,
        Self::Nodes,
        Self::Shards,
        Self::Damaged,
        Self::Field,
        Self::Terms,
        Self::Postings,
        Self::Positions,
        Self::Norms,
        Self::Values,
        Self::Together,
        Self::In,
        Self::File,
        Self::OfOption,
        Self::OfSurroundings,
        Self::BuiltIn,
        Self::Position,
        Self::Kind,
        Self::AsWritten,
        Self::Exact,
        Self::Folded,
        Self::Symbol,
        Self::Ordinary,
        Self::Typed,
        Self::Words,
        Self::Not,
        Self::Term,
        Self::Question,
        Self::Address,
        Self::Person,
        Self::Number,
        Self::Phrase,
        Self::AlsoAs,
        Self::Law,
        Self::Filter,
        Self::Queries,
        Self::Set,
        Self::ChangedWeights,
        Self::Difference,
        Self::Draws,
        Self::Mean,
        Self::All,
        Self::Undated,
        Self::Lunar,
        Self::NoYear,
        Self::ThisPaper,
    ];
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Noun {
    Document,
    Passage,
    File,
    Line,
    Letter,
    Page,
    Segment,
}

/// When something was: a day or period, open where an end is not given, or days of any year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Time {
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub yearly: Option<Yearly>,
    /// Whether year or end are taken from elsewhere.
    pub inferred: bool,
    /// Whether there is no such day.
    pub impossible: bool,
    /// How finely it is told, where that is known: `đầu năm 1953` is a part of a year.
    pub grain: Option<Grain>,
    /// The same of its beginning and of its end, where these are told by themselves.
    pub ends: (Option<Grain>, Option<Grain>),
}

/// What a bar of a timeline stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Year,
    Month,
    Decade,
}
