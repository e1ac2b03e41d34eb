//! What the planning of a query asks of a snapshot, each thing once.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::error::Result;
use crate::store::{
    Asked, Clause, Copies, Dictionary, EachName, Field, Head, Neighbors, Prefix, Roots, Snapshot, Term, Terms, Told,
    Totals,
};

/// Average lengths over an index, in words.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Averages {
    /// Of a passage.
    pub body: f32,
    /// Of title and headings.
    pub context: f32,
    /// Of a document.
    pub around: f32,
}

/// The figures of one snapshot that a query was planned with.
pub(crate) struct Facts<'a> {
    snapshot: &'a dyn Snapshot,
    terms: RefCell<FxHashMap<Term, u64>>,
    neighbors: RefCell<FxHashMap<[String; 2], Neighbors>>,
}

impl<'a> Facts<'a> {
    /// None as yet.
    pub(crate) fn of(snapshot: &'a dyn Snapshot) -> Self {
        Self { snapshot, terms: RefCell::default(), neighbors: RefCell::default() }
    }

    /// How many passages hold a term; 0 if none does and only then.
    pub(super) fn frequency(&self, term: &Term) -> Result<u64> {
        if let Some(&known) = self.terms.borrow().get(term) {
            return Ok(known);
        }
        let told = self.ask(Asked { terms: vec![term.clone()], ..Asked::default() })?;
        let passages = told.terms.first().copied().unwrap_or_default();
        self.terms.borrow_mut().insert(term.clone(), passages);
        Ok(passages)
    }

    /// How many passages hold a term at most.
    pub(super) fn most(&self, term: &Term) -> Result<u64> {
        let told = self.ask(Asked { bounds: vec![term.clone()], ..Asked::default() })?;
        Ok(told.bounds.first().copied().unwrap_or_default())
    }

    /// How often two folded words stand side by side.
    pub(super) fn neighbors(&self, first: &str, second: &str) -> Result<Neighbors> {
        let pair = [first.to_owned(), second.to_owned()];
        if let Some(&known) = self.neighbors.borrow().get(&pair) {
            return Ok(known);
        }
        let told = self.ask(Asked { neighbors: vec![pair.clone()], ..Asked::default() })?;
        let seen = told.neighbors.first().copied().unwrap_or_default();
        self.neighbors.borrow_mut().insert(pair, seen);
        Ok(seen)
    }

    /// How many passages a clause finds; all of them are looked at.
    pub(super) fn count(&self, clause: Clause) -> Result<u64> {
        self.holding(clause, u64::MAX)
    }

    /// Whether any passage is found by a clause.
    pub(super) fn finds_any(&self, clause: Clause) -> Result<bool> {
        Ok(self.holding(clause, 1)? > 0)
    }

    fn holding(&self, clause: Clause, limit: u64) -> Result<u64> {
        let told = self.ask(Asked { holding: vec![(clause, limit)], ..Asked::default() })?;
        Ok(told.holding.first().copied().unwrap_or_default())
    }

    /// Looks at each name of a document or file.
    pub(super) fn each_name(&self, field: Field, each: &mut EachName<'_>) -> Result<()> {
        self.snapshot.each_name(field, each)
    }

    /// How many passages there are.
    pub(super) fn passages(&self) -> u64 {
        self.snapshot.head().passages
    }

    /// What all passages come to.
    pub(super) fn totals(&self) -> &Totals {
        &self.snapshot.head().totals
    }

    /// How long passages, headings and documents are on average.
    pub(crate) fn averages(&self) -> Averages {
        let Head { totals: Totals { documents, tokens, .. }, passages, .. } = self.snapshot.head();
        let mean = |tokens: u64, parts: u64| tokens as f32 / parts.max(1) as f32;
        Averages {
            body: mean(tokens.folded, *passages),
            context: mean(tokens.context.saturating_sub(tokens.headed), tokens.headed),
            around: mean(tokens.folded, *documents),
        }
    }

    /// The roots of the index.
    pub(super) fn roots(&self) -> &Roots {
        &self.snapshot.head().roots
    }

    /// The files that hold the same as an indexed one.
    pub(super) fn copies(&self) -> &Copies {
        &self.snapshot.head().copies
    }

    fn ask(&self, asked: Asked<'_>) -> Result<Told> {
        self.snapshot.statistics(&asked)
    }
}

impl Dictionary for Facts<'_> {
    fn with_prefix(&self, prefix: Prefix<'_>) -> Result<Terms> {
        let mut told = self.ask(Asked { prefixes: vec![prefix], ..Asked::default() })?;
        Ok(told.prefixes.pop().unwrap_or_default())
    }
}
