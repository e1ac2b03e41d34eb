//! What the planning of a query asks of a snapshot, each thing once: near when it is needed, far all together.
//!
//! Planning is a function of a reading and of facts. Where the store is far, it is worked out with what is known, and
//! what it misses is taken to stand as words mostly do; what was missed is then asked for in one batch, and planning
//! begins again until it misses nothing.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::name_fit::Bearers;
use super::reading::TypedName;
use crate::error::Result;
use crate::store::{
    Asked, Clause, Copies, Dictionary, EachName, Field, Head, Neighbors, Prefix, Roots, Snapshot, Spelled, Spellings,
    Term, Terms, Told, Totals, any_term,
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

/// A word of which nothing is known yet is taken to stand in no more passages than this, as words mostly do.
const AS_MOSTLY: u64 = 20_000;

/// The figures of one snapshot that a query is planned with.
pub(crate) struct Facts<'a> {
    snapshot: &'a dyn Snapshot,
    known: RefCell<Known>,
    missing: RefCell<Missing>,
}

/// The beginning of terms of a field, and how many of them are looked at.
type Begun = (Field, String, usize);

/// A name, and whether it is a given name alone.
type Named = (Vec<String>, bool);

/// A clause, as it is written, and to which number its passages are counted.
type Held = (String, u64);

#[derive(Default)]
struct Known {
    terms: FxHashMap<Term, u64>,
    neighbors: FxHashMap<[String; 2], Neighbors>,
    spellings: FxHashMap<Spellings, Spelled>,
    prefixes: FxHashMap<Begun, Terms>,
    holding: FxHashMap<Held, u64>,
    bearers: FxHashMap<Named, Bearers>,
}

/// What was asked and is not known, each once.
#[derive(Default)]
struct Missing {
    terms: Vec<Term>,
    neighbors: Vec<[String; 2]>,
    spellings: Vec<Spellings>,
    prefixes: Vec<Begun>,
    holding: Vec<(Clause, u64)>,
}

impl<'a> Facts<'a> {
    /// None as yet.
    pub(crate) fn of(snapshot: &'a dyn Snapshot) -> Self {
        Self { snapshot, known: RefCell::default(), missing: RefCell::default() }
    }

    /// Works something out of the facts: near at once, far again and again until no fact is missing.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub(crate) fn settle<T>(&self, work: impl Fn(&Self) -> Result<T>) -> Result<T> {
        self.settle_by(work, |_, asked| self.ask(asked))
    }

    /// The same, where whoever asks for what is missing is told what comes out of what is known so far.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub(crate) fn settle_by<T>(
        &self,
        work: impl Fn(&Self) -> Result<T>,
        ask: impl Fn(&T, &Asked<'_>) -> Result<Told>,
    ) -> Result<T> {
        loop {
            let done = work(self)?;
            if self.missing.borrow().is_none() {
                return Ok(done);
            }
            self.ask_with(|asked| Ok((ask(&done, asked)?, ())))?;
        }
    }

    /// Asks the snapshot.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub(crate) fn ask(&self, asked: &Asked<'_>) -> Result<Told> {
        self.snapshot.statistics(asked)
    }

    /// Whether the frequency of a term is known, or may be asked at no cost.
    pub(super) fn knows(&self, term: &Term) -> bool {
        self.snapshot.is_near() || self.known.borrow().terms.contains_key(term)
    }

    /// Whether something that was asked is not known: then nothing can be said to be nowhere.
    pub(super) fn lack_some(&self) -> bool {
        !self.missing.borrow().is_none()
    }

    /// Whether it is known that no passage holds a term.
    pub(crate) fn is_absent(&self, term: &Term) -> bool {
        self.known.borrow().terms.get(term) == Some(&0)
    }

    /// How many passages hold a term; 0 if none does and only then.
    pub(super) fn frequency(&self, term: &Term) -> Result<u64> {
        if let Some(&known) = self.known.borrow().terms.get(term) {
            return Ok(known);
        }
        if !self.snapshot.is_near() {
            add(&mut self.missing.borrow_mut().terms, term.clone());
            return Ok(self.passages().min(AS_MOSTLY));
        }
        let asked = Asked { terms: vec![term.clone()], ..Asked::default() };
        let passages = self.snapshot.statistics(&asked)?.terms.first().copied().unwrap_or_default();
        self.known.borrow_mut().terms.insert(term.clone(), passages);
        Ok(passages)
    }

    /// How many passages hold a term at most, where that costs less to tell.
    pub(super) fn most(&self, term: &Term) -> Result<u64> {
        if !self.snapshot.is_near() {
            return self.frequency(term);
        }
        let asked = Asked { bounds: vec![term.clone()], ..Asked::default() };
        Ok(self.snapshot.statistics(&asked)?.bounds.first().copied().unwrap_or_default())
    }

    /// How often two folded words stand side by side.
    pub(super) fn neighbors(&self, first: &str, second: &str) -> Result<Neighbors> {
        let pair = [first.to_owned(), second.to_owned()];
        if let Some(&known) = self.known.borrow().neighbors.get(&pair) {
            return Ok(known);
        }
        if !self.snapshot.is_near() {
            add(&mut self.missing.borrow_mut().neighbors, pair);
            return Ok(Neighbors { seen: self.passages() as usize, share: 1.0 });
        }
        let asked = Asked { neighbors: vec![pair.clone()], ..Asked::default() };
        let seen = self.snapshot.statistics(&asked)?.neighbors.first().copied().unwrap_or_default();
        self.known.borrow_mut().neighbors.insert(pair, seen);
        Ok(seen)
    }

    /// How many of the passages in which two folded words stand side by side hold exact forms.
    pub(super) fn spelled(&self, spellings: Spellings) -> Result<Spelled> {
        if let Some(known) = self.known.borrow().spellings.get(&spellings) {
            return Ok(known.clone());
        }
        if !self.snapshot.is_near() {
            add(&mut self.missing.borrow_mut().spellings, spellings);
            return Ok(Spelled::default());
        }
        let asked = Asked { spellings: vec![spellings], ..Asked::default() };
        Ok(self.snapshot.statistics(&asked)?.spellings.pop().unwrap_or_default())
    }

    /// Whether what is asked costs nothing but the work: else all that may be needed is asked for at once.
    pub(super) fn are_near(&self) -> bool {
        self.snapshot.is_near()
    }

    /// Who may bear a name: found once where the store is near, and each time where a fact may be missing.
    pub(super) fn bearers(&self, name: &TypedName, find: impl FnOnce() -> Result<Bearers>) -> Result<Bearers> {
        let key = (name.name.syllables.clone(), name.name.short);
        if let Some(known) = self.known.borrow().bearers.get(&key) {
            return Ok(known.clone());
        }
        let found = find()?;
        if self.snapshot.is_near() {
            self.known.borrow_mut().bearers.insert(key, found.clone());
        }
        Ok(found)
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
        if !self.snapshot.is_near() {
            let known = self.known.borrow().holding.get(&(format!("{clause:?}"), limit)).copied();
            if known.is_none() {
                add(&mut self.missing.borrow_mut().holding, (clause, limit));
            }
            return Ok(known.unwrap_or_default());
        }
        let asked = Asked { holding: vec![(clause, limit)], ..Asked::default() };
        Ok(self.snapshot.statistics(&asked)?.holding.first().copied().unwrap_or_default())
    }

    /// Tells terms that may be asked for next; they are asked for with the others where the store is far.
    pub(super) fn foresee<I: IntoIterator<Item = Term>>(&self, terms: impl FnOnce() -> I) {
        if !self.snapshot.is_near() {
            let known = self.known.borrow();
            let mut missing = self.missing.borrow_mut();
            for term in terms().into_iter().filter(|term| !known.terms.contains_key(term)) {
                add(&mut missing.terms, term);
            }
        }
    }

    /// The same of words that may be asked for side by side.
    pub(super) fn foresee_neighbors<I: IntoIterator<Item = [String; 2]>>(&self, pairs: impl FnOnce() -> I) {
        if !self.snapshot.is_near() {
            let known = self.known.borrow();
            let mut missing = self.missing.borrow_mut();
            for pair in pairs().into_iter().filter(|pair| !known.neighbors.contains_key(pair)) {
                add(&mut missing.neighbors, pair);
            }
        }
    }

    /// The same of a clause that may be asked for.
    pub(super) fn foresee_any(&self, clause: impl FnOnce() -> Result<Clause>) -> Result<()> {
        if self.snapshot.is_near() { Ok(()) } else { self.finds_any(clause()?).map(drop) }
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

    /// Works something out as far as it is known; nothing where a fact is missing, which is asked for with the
    /// [next question](Self::ask_with).
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub(crate) fn attempt<T>(&self, work: impl FnOnce(&Self) -> Result<T>) -> Result<Option<T>> {
        let done = work(self)?;
        Ok(self.missing.borrow().is_none().then_some(done))
    }

    /// Asks for what is missing together with something else.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub(crate) fn ask_with<T>(&self, ask: impl FnOnce(&Asked<'_>) -> Result<(Told, T)>) -> Result<T> {
        let Missing { terms, neighbors, spellings, prefixes, holding } = self.missing.take();
        let begun = prefixes.iter();
        let begun = begun.map(|(field, text, limit)| Prefix { field: *field, text, limit: *limit, keep: &any_term });
        let asked = Asked { terms, neighbors, spellings, prefixes: begun.collect(), holding, ..Asked::default() };
        let (told, other) = ask(&asked)?;
        let Asked { terms, neighbors, spellings, holding, .. } = asked;
        let mut known = self.known.borrow_mut();
        known.terms.extend(terms.into_iter().zip(told.terms));
        known.neighbors.extend(neighbors.into_iter().zip(told.neighbors));
        known.spellings.extend(spellings.into_iter().zip(told.spellings));
        known.prefixes.extend(prefixes.into_iter().zip(told.prefixes));
        let held = holding.into_iter().map(|(clause, limit)| (format!("{clause:?}"), limit));
        known.holding.extend(held.zip(told.holding));
        Ok(other)
    }
}

impl Missing {
    fn is_none(&self) -> bool {
        let Self { terms, neighbors, spellings, prefixes, holding } = self;
        let is_known = terms.is_empty() && neighbors.is_empty() && spellings.is_empty();
        is_known && prefixes.is_empty() && holding.is_empty()
    }
}

fn add<T: PartialEq>(missing: &mut Vec<T>, one: T) {
    if !missing.contains(&one) {
        missing.push(one);
    }
}

impl Dictionary for Facts<'_> {
    fn with_prefix(&self, prefix: Prefix<'_>) -> Result<Terms> {
        if self.snapshot.is_near() {
            return self.snapshot.with_prefix(prefix);
        }
        let begun = (prefix.field, prefix.text.to_owned(), prefix.limit);
        if let Some(known) = self.known.borrow().prefixes.get(&begun) {
            let mut terms = known.clone();
            terms.found.retain(|(term, _)| (prefix.keep)(term));
            return Ok(terms);
        }
        add(&mut self.missing.borrow_mut().prefixes, begun);
        Ok(Terms::default())
    }
}
