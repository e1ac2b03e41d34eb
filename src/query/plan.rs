//! A reading to what the engine runs and to the terms whose evidence ranks what it finds.

use std::fmt;

use rustc_hash::FxHashMap;
use tantivy::query::{Bm25StatisticsProvider, BooleanQuery, BoostQuery, EmptyQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::gather::Gathered;
use super::people::NameFit;
use super::phrase::PhraseTest;
use super::reading::{Part, Reading, Word};
use super::weights::Weights;
use crate::error::Result;
use crate::index::{Copies, Fields, Interval, Reader};
use crate::mention::number::Fit;

/// The constants of BM25, as the engine has them.
pub const K1: f32 = 1.2;
/// See [`K1`].
pub const B: f32 = 0.75;

/// The rarity of a term in a field that hardly any passage has is not raised further.
const MOST_WHOLE: f32 = 1000.0;

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
    /// Which of the reading's dates it is.
    pub at: usize,
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
    /// In how many passages it stands.
    pub passages: u64,
}

/// How a word of the query counts.
#[derive(Clone, Debug)]
pub struct PlannedWord {
    /// Its rarity: the inverse document frequency of BM25.
    pub idf: f32,
    /// Whether it says nothing by itself.
    pub stop: bool,
    /// Whether it only names the law that is asked of.
    pub source: bool,
    /// Whether it is part of a date.
    pub dated: bool,
    /// What an occurrence with other diacritics counts, from 0 to 1.
    pub loose: f32,
    /// Which alternatives stand for it.
    pub alternatives: Vec<usize>,
}

impl PlannedWord {
    pub(super) fn new(idf: f32, stop: bool, loose: f32) -> Self {
        Self { idf, stop, source: false, dated: false, loose, alternatives: Vec::new() }
    }
}

/// How a pair of neighbors counts.
#[derive(Clone, Debug, Default)]
pub struct PlannedPair {
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
    /// Which alternatives stand for it.
    pub alternatives: Vec<usize>,
}

/// The words of a name, and the pairs that they make, by number; none if it is a single word.
#[derive(Clone, Debug, Default)]
pub struct PlannedName {
    /// Its words.
    pub words: Vec<usize>,
    /// Its pairs of neighbors.
    pub pairs: Vec<usize>,
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
    /// Whether it is another form of an ordinal, and so says the very same.
    pub ordinal: bool,
}

/// A query ready to run.
pub struct Plan {
    /// Finds and scores candidates.
    pub query: Box<dyn Query>,
    /// Finds those too that only share letters with the words; for where the first finds too few.
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
    /// How many document numbers are looked for.
    pub numbers: usize,
    /// The names that are looked for.
    pub people: Vec<PlannedName>,
    /// The days and periods that are looked for.
    pub dates: Vec<PlannedDate>,
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

pub(super) type Clauses = Vec<(Occur, Box<dyn Query>)>;

/// Plans readings for one index.
pub(super) struct Planner<'a> {
    pub(super) searcher: &'a Searcher,
    pub(super) fields: &'a Fields,
    pub(super) copies: &'a Copies,
    pub(super) matching: Matching,
    pub(super) weights: &'a Weights,
}

impl<'a> Planner<'a> {
    pub(super) fn new(reader: &'a Reader, matching: Matching, weights: &'a Weights) -> Self {
        Self { searcher: reader.searcher(), fields: reader.fields(), copies: reader.copies(), matching, weights }
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
        let required = self.required(reading, &mut phrases)?;
        // a phrase scores itself; its words are counted again when candidates are ranked
        let only_phrases = reading.groups.iter().all(|group| group.phrase);
        let (narrow, wide) = if only_phrases && !required.is_empty() {
            (Clauses::new(), Clauses::new())
        } else {
            (self.candidates(&gathered, named, false)?, self.candidates(&gathered, named, true)?)
        };
        let wider = (narrow.len() < wide.len()).then(|| combine(&required, wide, only_phrases));
        let query = combine(&required, narrow, only_phrases);
        Ok(Some(Plan {
            query,
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
            only_named: named,
            notices: gathered.notices,
            phrases,
        }))
    }

    /// The terms that find candidates. Stop words find none; letters alone and headings only in the
    /// wide form.
    fn candidates(&self, gathered: &Gathered, named: bool, wide: bool) -> tantivy::Result<Clauses> {
        let mut clauses: Clauses = Vec::new();
        let Fields { numbers, people, dates, .. } = *self.fields;
        let [numbers, people, dates] = [self.whole(numbers)?, self.whole(people)?, self.whole(dates)?];
        for evidence in &gathered.evidence {
            let counted = |word: usize| !gathered.words[word].stop;
            let exact = |word| gathered.evidence.iter().any(|e| e.kind == TermKind::Exact(word));
            let weight = match evidence.kind {
                TermKind::Exact(word) | TermKind::Fuller(word) if counted(word) => 1.0,
                TermKind::Folded(word) if counted(word) => match gathered.words[word].loose {
                    1.0 => 1.0,
                    loose if wide || !exact(word) => loose,
                    _ => continue,
                },
                TermKind::Context(word) if counted(word) && wide => self.weights.context,
                TermKind::Pair(_) => self.weights.candidate_pair,
                TermKind::Symbol(_) => self.weights.symbol,
                TermKind::Number { fit, issues, .. } => numbers * self.weights.candidate_number(fit, issues),
                TermKind::Person { fit, .. } => people * self.weights.candidate_person(fit),
                TermKind::Date { fit, .. } => dates * self.weights.candidate_date(fit, named),
                _ => continue,
            };
            if weight <= 0.0 {
                continue;
            }
            let query = term_query(evidence.term.clone());
            clauses.push((Occur::Should, Box::new(BoostQuery::new(query, weight))));
        }
        for (at, alternative) in gathered.alternatives.iter().enumerate() {
            let rows = gathered.evidence.iter().filter(|evidence| evidence.kind == TermKind::Alternative(at));
            let all: Clauses = rows.map(|evidence| (Occur::Must, term_query(evidence.term.clone()))).collect();
            // together the rows weigh as much as the word that they stand for
            let weight = self.weights.alternative(alternative) / all.len().max(1) as f32;
            clauses.push((Occur::Should, Box::new(BoostQuery::new(Box::new(BooleanQuery::new(all)), weight))));
        }
        Ok(clauses)
    }

    /// What makes a term of a field without norms count its rarity once: the engine takes passages
    /// to be long where few hold any term of the field.
    fn whole(&self, field: Field) -> tantivy::Result<f32> {
        let average = self.searcher.total_num_tokens(field)? as f32 / self.passages().max(1) as f32;
        Ok((1.0 + K1 * (1.0 - B + B / average.max(f32::MIN_POSITIVE))).min(MOST_WHOLE) / (1.0 + K1))
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

pub(super) fn term_query(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

/// What must hold together with any of what finds candidates, or alone where nothing else is asked.
fn combine(required: &Clauses, candidates: Clauses, alone: bool) -> Box<dyn Query> {
    if required.is_empty() && !candidates.is_empty() {
        // alone, so that the engine can leave out what cannot be among the best
        return Box::new(BooleanQuery::new(candidates));
    }
    let mut all: Clauses = required.iter().map(|(occur, query)| (*occur, query.box_clone())).collect();
    let finds = all.iter().any(|(occur, _)| *occur == Occur::Must);
    match (candidates.is_empty(), alone) {
        (false, _) => all.push((Occur::Must, Box::new(BooleanQuery::new(candidates)))),
        (true, true) if finds => {}
        // none of the words stands anywhere
        (true, _) => all.push((Occur::Must, Box::new(EmptyQuery))),
    }
    Box::new(BooleanQuery::new(all))
}
