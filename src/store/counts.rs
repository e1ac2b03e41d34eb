//! How often terms stand in passages and in those around them.

use std::ops::Range;

use super::dates::Interval;
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

    /// How many candidates there are.
    pub fn candidates(&self) -> usize {
        self.places.len()
    }
}
