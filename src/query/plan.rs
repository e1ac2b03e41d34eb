//! A reading to what the engine runs and to the terms whose evidence ranks what it finds.

use std::fmt;

use rustc_hash::FxHashMap;
use tantivy::query::Query;
use tantivy::{Searcher, Term};

use super::finders::{Finders, passing};
use super::gather::Gathered;
use super::pairs::Pairs;
use super::people::NameFit;
use super::phrase::PhraseTest;
use super::reading::{Part, Reading, Word};
use super::weights::Weights;
use crate::error::Result;
use crate::index::{Copies, Fields, Interval, Reader, Roots, Statistics};
use crate::mention::number::Fit;

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
    /// What an occurrence with other diacritics counts, from 0 to 1.
    pub loose: f32,
    /// Which alternatives stand for it.
    pub alternatives: Vec<usize>,
}

impl PlannedWord {
    pub(super) fn new(idf: f32, stop: bool, loose: f32) -> Self {
        Self { idf, heading_idf: idf, stop, source: false, dated: false, named: false, loose, alternatives: Vec::new() }
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
pub struct Rare {
    /// Finds all of them.
    pub any: Box<dyn Query>,
    /// Scores them by words too; for where they are too many to be looked at all.
    pub scored: Box<dyn Query>,
}

/// A query ready to run.
pub struct Plan {
    /// Finds candidates by what few passages hold.
    pub rare: Option<Rare>,
    /// Finds and scores candidates by words; none where only what is named counts.
    pub by_words: Option<Box<dyn Query>>,
    /// Finds those too that only share letters with the words; for where the others find too few.
    pub wider: Option<Box<dyn Query>>,
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
    pub passing: Option<Box<dyn Query>>,
    /// Whether nothing is looked for but what is named: what only shares words with it is no answer.
    pub only_named: bool,
    /// What whoever asks should know.
    pub notices: Vec<String>,
    /// What the text of a hit must pass besides.
    pub phrases: PhraseTest,
}

impl Plan {
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

/// Plans a reading for an index; `None` if nothing is looked for.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub fn plan(reading: &Reading, reader: &Reader, matching: Matching, weights: &Weights) -> Result<Option<Plan>> {
    Planner::new(reader, matching, weights).plan(reading).map_err(|error| reader.engine(error))
}

/// Plans readings for one index.
pub(super) struct Planner<'a> {
    pub(super) searcher: &'a Searcher,
    pub(super) statistics: &'a Statistics,
    pub(super) fields: &'a Fields,
    pub(super) roots: &'a Roots,
    pub(super) copies: &'a Copies,
    pub(super) pairs: Pairs<'a>,
    pub(super) matching: Matching,
    pub(super) weights: &'a Weights,
    /// How many passages have a title or headings of their own in the index.
    pub(super) headed: u64,
}

impl<'a> Planner<'a> {
    pub(super) fn new(reader: &'a Reader, matching: Matching, weights: &'a Weights) -> Self {
        let (searcher, fields, roots, copies) = (reader.searcher(), reader.fields(), reader.roots(), reader.copies());
        let statistics = reader.statistics();
        let headed = statistics.totals().tokens.headed;
        Self { searcher, statistics, fields, roots, copies, pairs: Pairs::new(reader), matching, weights, headed }
    }

    fn plan(&self, reading: &Reading) -> tantivy::Result<Option<Plan>> {
        if !reading.says_something() && !reading.only_filters() {
            return Ok(None);
        }
        let mut gathered = self.gather(reading)?;
        if self.matching == Matching::Folded
            && let Some(other) = self.suggestion(reading)?
        {
            gathered.notices.push(format!("did you mean: {other}?"));
        }
        let named = only_named(reading, &gathered);
        let mut phrases = PhraseTest::default();
        let required = self.required(reading, &mut phrases, &mut gathered.notices)?;
        // a phrase scores itself; its words are counted again when candidates are ranked
        let only_phrases = reading.groups.iter().all(|group| group.phrase);
        let (narrow, wide) = if only_phrases && !required.is_empty() {
            (Finders::default(), Finders::default())
        } else {
            (self.finders(&gathered, named, false)?, self.finders(&gathered, named, true)?)
        };
        let is_wider = narrow.words.len() < wide.words.len();
        let rare = narrow.rare(&required);
        let only_rare = named && rare.is_some();
        let wider = (is_wider && !only_rare).then(|| wide.words(&required, only_phrases));
        let by_words = (!only_rare).then(|| narrow.words(&required, only_phrases));
        Ok(Some(Plan {
            rare,
            by_words,
            wider,
            evidence: gathered.evidence,
            words: gathered.words,
            word_at: gathered.word_at,
            pairs: gathered.pairs,
            alternatives: gathered.alternatives,
            neighbors: gathered.neighbors,
            symbols: gathered.symbols,
            numbers: gathered.numbers,
            people: gathered.people,
            dates: gathered.dates,
            passing: passing(&required),
            only_named: named,
            notices: gathered.notices,
            phrases,
        }))
    }
}

/// Whether all that says something in a query is part of what it names, and this can be nothing else.
fn only_named(reading: &Reading, gathered: &Gathered) -> bool {
    let is_found = |wanted: usize| {
        gathered.evidence.iter().any(|found| matches!(found.kind, TermKind::Number { at, .. } if at == wanted))
    };
    let named = |word: &Word| match word.part {
        // one that no document has may stand in the text as it was typed
        Some(Part::Number(at)) => is_found(at),
        Some(Part::Date(at)) => !reading.dates[at].is_bare(),
        // who only shares syllables with a name comes last, but comes
        Some(Part::Person(_)) => false,
        None => word.stop,
    };
    let names = reading.words().any(|word| word.part.is_some());
    names && reading.groups.iter().all(|group| !group.phrase && group.words.iter().all(named))
}
