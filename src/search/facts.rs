//! Counts to what is known of each candidate, word by word and name by name: all that its score is made of.

use crate::mention::number::Fit;
use crate::query::{Averages, NameFit, Plan, TermKind};
use crate::store::{Counts, Interval, Lengths};

/// What is known of a candidate.
#[derive(Clone)]
pub(super) struct Facts<'a> {
    /// What was looked for, and how rare each of it is.
    pub(super) plan: &'a Plan,
    /// How long passages are.
    pub(super) averages: Averages,
    /// How long this one is.
    pub(super) lengths: Lengths,
    /// How long it and those around it are together.
    pub(super) length_around: u32,
    /// How often each word stands in it.
    pub(super) words: Vec<WordTimes>,
    /// How often each pair stands in it.
    pub(super) pairs: Vec<Times>,
    /// How often each symbol stands in it.
    pub(super) symbols: Vec<f32>,
    /// How often each alternative stands in it, which is as often as the rarest of its words.
    pub(super) alternatives: Vec<Times>,
    /// How each document number is named in it.
    pub(super) numbers: Vec<Vec<Numbered>>,
    /// Who of each name is named in it.
    pub(super) people: Vec<Bearers>,
    /// The times that it names.
    pub(super) intervals: Vec<Interval>,
    /// How often each two neighbors stand near each other, in any order; empty where that was not looked at.
    pub(super) near: Vec<f32>,
    /// How well it answers what is asked, so many times what the words of the query can come to.
    pub(super) answered: f32,
    /// Whether it says nothing itself.
    pub(super) is_filler: bool,
}

/// How often something stands in a passage, and in it and those around it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Times {
    pub(super) own: f32,
    pub(super) around: f32,
}

/// How often a word stands in a passage.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct WordTimes {
    /// As it was typed.
    pub(super) typed: Times,
    /// As it is spelled in full where it was half typed.
    pub(super) fuller: Times,
    /// With any marks.
    pub(super) any: Times,
    /// In title and headings.
    pub(super) heading: f32,
}

/// How a document number that a passage names fits one that is looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Numbered {
    pub(super) fit: Fit,
    /// Whether the passage issues the document or belongs to its head.
    pub(super) issues: bool,
}

/// Who of those that may bear a name is named.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Bearers {
    /// Whether the index knows any.
    pub(super) known: bool,
    /// How well the name fits each whom the passage names.
    pub(super) named: Vec<NameFit>,
    /// Whether one is named around it; not told where title and headings lack a word of the name.
    pub(super) around: bool,
}

/// The rows of the counts that stand for each part of a plan.
pub(super) struct Rows<'a> {
    plan: &'a Plan,
    words: Vec<WordRows>,
    pairs: Vec<Option<usize>>,
    symbols: Vec<Option<usize>>,
    alternatives: Vec<Vec<usize>>,
    numbers: Vec<Vec<(usize, Numbered)>>,
    people: Vec<Vec<(usize, NameFit)>>,
}

#[derive(Clone, Default)]
struct WordRows {
    exact: Option<usize>,
    fuller: Vec<usize>,
    folded: Option<usize>,
    context: Option<usize>,
}

impl<'a> Rows<'a> {
    pub(super) fn of(plan: &'a Plan) -> Self {
        let mut rows = Self {
            plan,
            words: vec![WordRows::default(); plan.words.len()],
            pairs: vec![None; plan.pairs.len()],
            symbols: vec![None; plan.symbols.len()],
            alternatives: vec![Vec::new(); plan.alternatives.len()],
            numbers: vec![Vec::new(); plan.numbers.len()],
            people: vec![Vec::new(); plan.people.len()],
        };
        for (row, kind) in plan.evidence.iter().map(|evidence| evidence.kind).enumerate() {
            match kind {
                TermKind::Exact(word) => rows.words[word].exact = Some(row),
                TermKind::Fuller(word) => rows.words[word].fuller.push(row),
                TermKind::Folded(word) => rows.words[word].folded = Some(row),
                TermKind::Context(word) => rows.words[word].context = Some(row),
                TermKind::Pair(pair) => rows.pairs[pair] = Some(row),
                TermKind::Symbol(symbol) => rows.symbols[symbol] = Some(row),
                TermKind::Alternative(at) => rows.alternatives[at].push(row),
                TermKind::Person { at, fit } => rows.people[at].push((row, fit)),
                // they are not counted
                TermKind::Date { .. } => {}
                TermKind::Number { at, fit, issues } => rows.numbers[at].push((row, Numbered { fit, issues })),
            }
        }
        rows
    }

    /// What is known of a candidate by what was counted.
    pub(super) fn facts(&self, counts: &Counts, candidate: usize, averages: Averages) -> Facts<'a> {
        let own = |row: usize| counts.own(row, candidate);
        let around = |row: usize| counts.around(row, candidate);
        let times =
            |row: Option<usize>| row.map_or(Times::default(), |row| Times { own: own(row), around: around(row) });
        let words: Vec<WordTimes> = self
            .words
            .iter()
            .map(|rows| WordTimes {
                typed: times(rows.exact),
                fuller: Times {
                    own: rows.fuller.iter().map(|&row| own(row)).sum(),
                    around: rows.fuller.iter().map(|&row| around(row)).sum(),
                },
                any: times(rows.folded),
                heading: rows.context.map_or(0.0, own),
            })
            .collect();
        let rarest =
            |rows: &Vec<usize>, count: &dyn Fn(usize) -> f32| rows.iter().map(|&row| count(row)).reduce(f32::min);
        let alternatives = self.alternatives.iter().map(|rows| Times {
            own: rarest(rows, &own).unwrap_or_default(),
            around: rarest(rows, &around).unwrap_or_default(),
        });
        let numbers = self
            .numbers
            .iter()
            .map(|rows| rows.iter().filter(|(row, _)| own(*row) > 0.0).map(|(_, numbered)| *numbered).collect());
        let people = self.plan.people.iter().zip(&self.people).map(|(name, rows)| Bearers {
            known: !rows.is_empty(),
            named: rows.iter().filter(|(row, _)| own(*row) > 0.0).map(|(_, fit)| *fit).collect(),
            around: name.words.iter().all(|&word| words[word].heading > 0.0)
                && rows.iter().any(|(row, _)| around(*row) > 0.0),
        });
        Facts {
            plan: self.plan,
            averages,
            lengths: counts.lengths(candidate),
            length_around: counts.length_around(candidate),
            pairs: self.pairs.iter().map(|&row| times(row)).collect(),
            symbols: self.symbols.iter().map(|row| row.map_or(0.0, own)).collect(),
            alternatives: alternatives.collect(),
            numbers: numbers.collect(),
            people: people.collect(),
            intervals: counts.intervals(candidate).to_vec(),
            near: Vec::new(),
            answered: 0.0,
            is_filler: false,
            words,
        }
    }
}
