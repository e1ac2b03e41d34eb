//! What is planned for a query: what the engine runs, and the terms whose evidence ranks what it finds.

use std::fmt;

use rustc_hash::FxHashMap;

use super::name_fit::NameFit;
use super::notice::Notice;
use super::phrase::PhraseTest;
use crate::mention::number::Fit;
use crate::store::{Clause, Interval, SideBySide, Term};

/// What a planned term looks for, with the number of the word or pair it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermKind {
    /// A word in exact form.
    Exact(usize),
    /// A fuller spelling of a half typed word.
    Fuller(usize),
    /// A word in folded form.
    Folded(usize),
    /// A pair of neighboring words.
    Pair(usize),
    /// A whole symbol.
    Symbol(usize),
    /// A word in the title or a heading.
    Context(usize),
    /// Part of what stands for words of the query: a short or long form, another form of an ordinal.
    Alternative(usize),
    /// A document number.
    Number {
        /// Which of the reading's numbers.
        at: usize,
        /// How well what stands there fits it.
        fit: Fit,
        /// Whether the passage issues the document or belongs to its head.
        issues: bool,
    },
    /// A person.
    Person {
        /// Which of the reading's people.
        at: usize,
        /// How well the name fits.
        fit: NameFit,
    },
    /// A day or period.
    Date {
        /// Which of the reading's dates.
        at: usize,
        /// How what stands there may lie to it.
        fit: DateFit,
    },
}

impl fmt::Display for TermKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(at) => write!(f, "exact {at}"),
            Self::Fuller(at) => write!(f, "fuller {at}"),
            Self::Folded(at) => write!(f, "folded {at}"),
            Self::Pair(at) => write!(f, "pair {at}"),
            Self::Symbol(at) => write!(f, "symbol {at}"),
            Self::Context(at) => write!(f, "context {at}"),
            Self::Alternative(at) => write!(f, "alternative {at}"),
            Self::Number { at, fit, issues } => {
                let fit = match fit {
                    Fit::Bare => "bare",
                    Fit::Part => "part",
                    Fit::Same => "same",
                };
                write!(f, "number {at} {fit}{}", if *issues { " issues" } else { "" })
            }
            Self::Person { at, fit } => write!(f, "person {at} {}", format!("{fit:?}").to_lowercase()),
            Self::Date { at, fit: DateFit::Same } => write!(f, "date {at} same"),
            Self::Date { at, fit: DateFit::Inside } => write!(f, "date {at} inside"),
            Self::Date { at, fit: DateFit::Around(_) } => write!(f, "date {at} around"),
        }
    }
}

/// How a day or period may lie to one that is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFit {
    /// It is the same.
    Same,
    /// It begins inside.
    Inside,
    /// A piece of it holds the first day: a day, a month, a year, a decade, a century, from 0 up.
    Around(u8),
}

/// A day or period that is looked for.
#[derive(Clone, Copy, Debug)]
pub struct PlannedDate {
    /// Its days.
    pub interval: Interval,
    /// Which of the reading's dates it is; none where a filter demands it.
    pub at: Option<usize>,
    /// The rarity of the words that it was typed with, together.
    pub rarity: f32,
}

/// A term whose occurrences are counted when passages are ranked.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// What it looks for.
    pub kind: TermKind,
    /// The term of the index.
    pub term: Term,
    /// The term that must stand right behind it, for a pair.
    pub next: Option<Term>,
    /// In how many passages it stands; of a pair of common words only about.
    pub passages: u64,
}

impl Evidence {
    pub(super) fn new(kind: TermKind, term: Term, passages: u64) -> Self {
        Self { kind, term, next: None, passages }
    }
}

/// How a word of the query counts.
#[derive(Clone, Debug)]
pub struct PlannedWord {
    /// Its rarity: the inverse document frequency of BM25.
    pub idf: f32,
    /// Its rarity among titles and headings.
    pub heading_idf: f32,
    /// Whether it says nothing by itself.
    pub stop: bool,
    /// Whether it only names the law that is asked of.
    pub source: bool,
    /// Whether it is part of a date.
    pub dated: bool,
    /// Whether its capital tells that it is part of a name.
    pub named: bool,
    /// Whether its diacritics are only likely.
    pub restored: bool,
    /// What an occurrence with other diacritics counts, from 0 to 1.
    pub loose: f32,
    /// Which alternatives stand for it.
    pub alternatives: Vec<usize>,
}

impl PlannedWord {
    pub(crate) fn new(idf: f32, stop: bool, loose: f32) -> Self {
        let (source, dated, named, restored) = (false, false, false, false);
        Self { idf, heading_idf: idf, stop, source, dated, named, restored, loose, alternatives: Vec::new() }
    }
}

/// How a pair of neighbors counts.
#[derive(Clone, Debug, Default)]
pub struct PlannedPair {
    /// Its words, by number.
    pub words: (usize, usize),
    /// Its rarity.
    pub idf: f32,
    /// Whether it only names the law that is asked of.
    pub source: bool,
    /// Whether it is part of a date.
    pub dated: bool,
    /// Whether it is part of the name of a place or an organization.
    pub named: bool,
    /// Whether it is an ordinal: `thứ nhất`.
    pub ordinal: bool,
    /// Whether it is an address within a law: `Điều 5`.
    pub address: bool,
    /// Which alternatives stand for it.
    pub alternatives: Vec<usize>,
}

/// The words that somebody or something is named by, and the pairs that they make, by number.
#[derive(Clone, Debug, Default)]
pub struct PlannedName {
    /// Its words.
    pub words: Vec<usize>,
    /// Its pairs of neighbors.
    pub pairs: Vec<usize>,
    /// What all of them come to.
    pub rarity: f32,
    /// Whether it was typed with diacritics.
    pub marked: bool,
}

/// A short or long form of words of the query, or another form of an ordinal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The words as they were typed.
    pub typed: String,
    /// What stands for them, as it is written.
    pub form: String,
    /// Its folded words.
    pub words: Vec<String>,
    /// Whether it says the very same: another form of an ordinal, the right spelling.
    pub same: bool,
}

/// What finds candidates by what few passages hold.
#[derive(Clone, Debug)]
pub struct Rare {
    /// Finds all of them.
    pub any: Clause,
    /// Scores them by words too; for where they are too many to be looked at all.
    pub scored: Clause,
}

/// A query ready to run.
#[derive(Default)]
pub struct Plan {
    /// Finds candidates by what few passages hold.
    pub rare: Option<Rare>,
    /// Finds and scores candidates by words; none where only what is named counts.
    pub by_words: Option<Clause>,
    /// Finds those too that only share letters with the words; for where the others find too few.
    pub wider: Option<Clause>,
    /// Finds those that hold the words side by side as they were typed; none where those that hold them are few.
    pub together: Option<SideBySide>,
    /// Finds what explains the term that is asked for: very many may hold its words.
    pub explaining: Option<Clause>,
    /// What the candidates are ranked by.
    pub evidence: Vec<Evidence>,
    /// The words, in order, each once.
    pub words: Vec<PlannedWord>,
    /// The number of each word by its exact form.
    pub word_at: FxHashMap<String, usize>,
    /// The pairs of neighbors.
    pub pairs: Vec<PlannedPair>,
    /// What stands for words of the query besides themselves.
    pub alternatives: Vec<Alternative>,
    /// Words that say something and have none of that kind between them, by number.
    pub neighbors: Vec<(usize, usize)>,
    /// The rarity of each whole symbol.
    pub symbols: Vec<f32>,
    /// The document numbers that are looked for.
    pub numbers: Vec<PlannedName>,
    /// The names that are looked for.
    pub people: Vec<PlannedName>,
    /// The days and periods that are looked for.
    pub dates: Vec<PlannedDate>,
    /// Finds what passes the filters; none where there are none.
    pub passing: Option<Clause>,
    /// Whether nothing is looked for but what is named: what only shares words with it is no answer.
    pub only_named: bool,
    /// What whoever asks should know.
    pub notices: Vec<Notice>,
    /// Where among them stands what is suggested, if that is not known yet.
    pub suggested_at: usize,
    /// What the text of a hit must pass besides.
    pub phrases: PhraseTest,
}

impl Plan {
    /// Tells what is suggested where that was found out later.
    pub(crate) fn suggest(&mut self, suggested: Option<Notice>) {
        let at = self.suggested_at.min(self.notices.len());
        self.notices.splice(at..at, suggested);
    }

    /// The rarity of a word of the query by its exact form; 0 if it is not looked for.
    pub fn rarity(&self, exact: &str) -> f32 {
        self.word_at.get(exact).map_or(0.0, |&at| self.words[at].idf)
    }
}

/// How diacritics are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Matching {
    /// Those typed are preferred, others are found too.
    #[default]
    Folded,
    /// As typed and not otherwise.
    Exact,
}

/// What was gathered of a reading's terms.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) evidence: Vec<Evidence>,
    pub(super) words: Vec<PlannedWord>,
    pub(super) pairs: Vec<PlannedPair>,
    /// What stands for words of the reading besides themselves.
    pub(super) alternatives: Vec<Alternative>,
    /// The number of each word by its exact form, and of each pair by its text.
    pub(super) word_at: FxHashMap<String, usize>,
    pub(super) pair_at: FxHashMap<String, usize>,
    pub(super) neighbors: Vec<(usize, usize)>,
    pub(super) symbols: Vec<f32>,
    pub(super) people: Vec<PlannedName>,
    pub(super) numbers: Vec<PlannedName>,
    pub(super) dates: Vec<PlannedDate>,
    pub(super) notices: Vec<Notice>,
}
