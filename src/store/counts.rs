//! How often terms stand in passages and in those around them.

use std::ops::Range;

use super::dates::Interval;
use super::found::Candidate;
use super::term::Term;

/// What is counted: a term, or two side by side. In [`Field::Context`](super::Field::Context) it is counted in title and
/// headings; of [`Field::Dates`](super::Field::Dates) nothing is, for how closely times fit is told by their intervals.
#[derive(Clone, Copy, Debug)]
pub struct Sought<'a> {
    /// The term.
    pub term: &'a Term,
    /// The term that must stand right behind it.
    pub next: Option<&'a Term>,
}

/// What is counted, and in what.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    /// The terms.
    pub sought: &'a [Sought<'a>],
    /// The words of [`Field::Folded`](super::Field::Folded) whose positions are wanted; none of those that are not given.
    pub words: &'a [Option<&'a Term>],
    /// The passages, in order of handle.
    pub candidates: &'a [Candidate],
    /// How many passages of its document before and after each are its surroundings.
    pub reach: u32,
}

/// Where each of some words stands in one passage.
pub type Positions = Vec<Vec<u32>>;

/// How long a passage and its context are, in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lengths {
    /// The passage.
    pub body: u32,
    /// Its title and headings.
    pub context: u32,
}

/// How often each term stands in candidates and their surroundings.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// The passages looked at; those of one document lie side by side.
    pub(super) lengths: Vec<Lengths>,
    /// A row a term, a column a passage.
    pub(super) counts: Vec<u16>,
    /// For each candidate its own column and those of its surroundings, itself among them.
    pub(super) places: Vec<(usize, Range<usize>)>,
    /// For each candidate the times that it names.
    pub(super) intervals: Vec<Vec<Interval>>,
    /// For each candidate where the words stand; empty where that was not asked.
    pub(super) positions: Vec<Positions>,
}

impl Counts {
    /// How often term `row` stands in the candidate.
    pub fn own(&self, row: usize, candidate: usize) -> f32 {
        f32::from(self.counts[row * self.lengths.len() + self.places[candidate].0])
    }

    /// How often term `row` stands in the candidate and its surroundings.
    pub fn around(&self, row: usize, candidate: usize) -> f32 {
        let start = row * self.lengths.len();
        let places = &self.places[candidate].1;
        self.counts[start + places.start..start + places.end].iter().map(|&count| f32::from(count)).sum()
    }

    /// How long the candidate and its context are.
    pub fn lengths(&self, candidate: usize) -> Lengths {
        self.lengths[self.places[candidate].0]
    }

    /// How long the candidate and its surroundings are together.
    pub fn length_around(&self, candidate: usize) -> u32 {
        self.lengths[self.places[candidate].1.clone()].iter().map(|lengths| lengths.body).sum()
    }

    /// The times that the candidate names.
    pub fn intervals(&self, candidate: usize) -> &[Interval] {
        &self.intervals[candidate]
    }

    /// Of each candidate where the words stand.
    pub fn into_positions(self) -> Vec<Positions> {
        self.positions
    }

    /// The same of some of the candidates, with what stands around them or by themselves.
    pub fn of(&self, candidates: &[usize], around: bool) -> Self {
        let place = |&candidate: &usize| {
            let (own, places) = self.places[candidate].clone();
            (own, if around { places } else { own..own + 1 })
        };
        let positions = candidates.iter().filter_map(|&candidate| self.positions.get(candidate).cloned());
        Self {
            lengths: self.lengths.clone(),
            counts: self.counts.clone(),
            places: candidates.iter().map(place).collect(),
            intervals: candidates.iter().map(|&candidate| self.intervals[candidate].clone()).collect(),
            positions: positions.collect(),
        }
    }
}
