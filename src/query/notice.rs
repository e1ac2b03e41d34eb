//! What whoever asks should know of a query and of its answer, as values: `voice` has the words.

use super::piece::Piece;
use crate::mention::date::{NoTime, TimeFault};

/// Something to know of a query or of its answer. It is never an error: the query is answered all the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Notice {
    /// Only the beginning of it is read.
    Cut {
        /// What is counted.
        what: Counted,
        /// How many of them are taken.
        most: usize,
    },
    /// It looks for nothing: it holds no word.
    NoWord,
    /// It only excludes words.
    OnlyExcludes,
    /// It holds only words that say nothing by themselves.
    OnlyStopWords,
    /// A quote is not closed.
    OpenQuote(TakenAs),
    /// A filter has no value right behind its name.
    NoValue {
        /// The name as it was typed.
        name: String,
        /// What is made of it.
        taken: TakenAs,
    },
    /// What looks like a filter is none, and is searched as text.
    NoFilter {
        /// The name as it was typed.
        name: String,
    },
    /// The value of a filter is not what it must be, and is taken for words.
    OddValue {
        /// The value, as much of it as is told.
        value: String,
        /// What it is not.
        fault: ValueFault,
        /// Whether these words are left out, and not searched.
        excluded: bool,
    },
    /// What was typed as a time cannot be, or not be so.
    Time {
        /// The time as it was typed.
        typed: String,
        /// What is wrong with it.
        fault: TimeFault,
    },
    /// The times between which passages were wanted are the wrong way round, and are left out.
    PeriodLeftOut {
        /// The period.
        typed: Piece,
    },
    /// Nothing holds these phrases: they are searched without their quotes.
    WithoutQuotes {
        /// The phrases.
        phrases: Vec<String>,
    },
    /// Two words are searched as one.
    Joined {
        /// The words as they were typed.
        typed: String,
        /// The word that they make.
        whole: String,
    },
    /// No passage holds a word: another is searched.
    Corrected {
        /// The word as it was typed.
        typed: String,
        /// What is searched.
        meant: String,
    },
    /// No passage holds these words.
    Absent {
        /// The words as they were typed.
        words: Vec<String>,
    },
    /// Passages hold only other words of the same letters.
    OtherDiacritics {
        /// The words as they were typed.
        words: Vec<String>,
    },
    /// The query may be meant otherwise.
    DidYouMean {
        /// The other query.
        query: String,
    },
    /// A word without its diacritics may be more words than are looked for.
    ManySpellings {
        /// The word as it was typed.
        typed: String,
        /// How many words of the index it may be.
        all: usize,
        /// How many of them are looked for.
        known: usize,
    },
    /// More documents have these digits than were compared.
    ManyNumbers {
        /// The digits.
        digits: String,
        /// How many were compared.
        most: usize,
    },
    /// More people have names like this than were compared.
    ManyPeople {
        /// The name as it was typed.
        name: String,
        /// How many were compared.
        most: usize,
    },
    /// Only the first of several numbers is looked up.
    OnlyFirst {
        /// The others as they were typed.
        left_out: Vec<String>,
    },
    /// No document of the index has this number.
    NoNumber {
        /// The number as it was typed.
        typed: String,
        /// Its canonical form.
        number: String,
    },
    /// No document tells what is asked of one.
    NotTold {
        /// The document, as the papers call it.
        document: String,
    },
    /// Parts of the index have not answered: what they hold is missing.
    Partial {
        /// How many.
        failed: u64,
        /// Of how many.
        total: u64,
    },
    /// Nobody is named so.
    Nobody {
        /// The name as it was typed.
        name: String,
        /// Who is named nearly so.
        near: Option<String>,
    },
    /// Nothing is known by it, but it stands in the text as words.
    OnlyWords {
        /// As it was typed, or the canonical form of a number.
        typed: String,
        /// As what it is not known.
        kind: Named,
    },
    /// No passage names a time that a filter demands.
    NoTime {
        /// The time.
        typed: Piece,
    },
    /// No passage names a time, nor one that holds it.
    NoTimeNear {
        /// The time as it was typed.
        typed: String,
    },
    /// No passage names this time, only others that overlap it.
    OtherTimes {
        /// The time as it was typed.
        typed: String,
        /// Whether it is a period, which those may overlap that do not hold it.
        period: bool,
    },
    /// No document matches these patterns.
    NoDocument {
        /// The first of them.
        patterns: Vec<String>,
        /// How many more there are.
        more: usize,
    },
    /// Parts of the query are in the index, but in no passage together.
    Apart {
        /// The parts: each alone is there, or each piece of the only one.
        parts: Vec<Vec<Piece>>,
    },
    /// No document has a number and is what was asked for besides.
    NoneOf {
        /// The number in its canonical form; any, where there is none.
        number: Option<String>,
        /// The type.
        kind: Option<String>,
        /// The issuer.
        issuer: Option<String>,
        /// Between which days it is issued.
        issued: Option<Piece>,
    },
    /// What is excluded takes away all that is found.
    LeavesNothing {
        /// What is excluded.
        excluded: Vec<Piece>,
        /// What finds something without that.
        wanted: Vec<Piece>,
    },
    /// Only the best are in order of time.
    BestInOrder {
        /// How many.
        passages: usize,
    },
    /// Of the passages that name the times not all are looked at.
    ManyNaming {
        /// How many are.
        most: usize,
    },
    /// Of all passages not all are looked at.
    ManyPassages {
        /// How many are.
        most: usize,
    },
    /// Of the passages that hold all words not all are looked at.
    ManyHolding {
        /// How many are.
        most: usize,
    },
    /// No passage holds all words of the query.
    NoneHoldsAll,
    /// So many hits are never handed out at once, or passed over.
    PageCut {
        /// Which of the two.
        what: Page,
        /// How many at most.
        most: usize,
    },
    /// The page lies behind the last hit.
    BehindLast {
        /// How many hits there are.
        total: usize,
    },
    /// A line of many queries is no object of JSON as it should be, and is searched as text.
    OddLine {
        /// Its number, from 1.
        number: usize,
        /// What its reader says.
        error: String,
    },
    /// What would exclude words of a query is left out of a name.
    NameExcludes {
        /// The words as they were typed.
        words: String,
    },
    /// Nobody of the index goes by this name alone: those who bear it as family name are told.
    OnlyFamily {
        /// The name as it was typed.
        name: String,
    },
    /// Of some who held an office no time is told: they hold it where the wanted time is named.
    TermUntold {
        /// Of how many.
        untold: usize,
        /// How many are told.
        all: usize,
    },
    /// Nobody of the index has this name.
    NotInIndex {
        /// The name as it was typed.
        name: String,
        /// Whether people with names near it are told.
        near: bool,
    },
}

/// What there may be too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// Characters of a query, in code points.
    Characters,
    /// Words that are looked up.
    Words,
    /// Words that are excluded.
    Excluded,
    /// Filters of a kind.
    Filters,
}

/// What is made of a piece of a query that is not whole.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TakenAs {
    /// It is searched as text.
    Text,
    /// This of it alone is left out.
    Excluded(String),
}

/// What the value of a filter is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueFault {
    /// No pattern of paths.
    NoPattern,
    /// No document number.
    NoNumber,
    /// No name of a person.
    NoName,
    /// No time.
    NoTime(NoTime),
}

/// What may be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// A document, by its number.
    Number,
    /// A person.
    Person,
}

/// What bounds a page of hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// How many hits it has.
    Limit,
    /// How many of the best are passed over.
    Offset,
}
