//! One commit of an index as it is asked, wherever it lies.

use super::clause::Clause;
use super::copies::Copies;
use super::counts::{Counted, Counts};
use super::ends::Ends;
use super::field::Field;
use super::found::{Found, Search};
use super::manifest::Totals;
use super::neighbors::{Neighbors, Spelled, Spellings};
use super::passage::{Handle, PassageId, StoredPassage};
use super::roots::Roots;
use super::term::{Dictionary, Prefix, Term, Terms};
use crate::error::Result;

/// What a store tells of a commit without being asked.
#[derive(Debug, Default)]
pub struct Head {
    /// What the commit holds, added up over its files.
    pub totals: Totals,
    /// How many passages it holds.
    pub passages: u64,
    /// The files and folders that it was made from.
    pub roots: Roots,
    /// Files that hold the same as an indexed one.
    pub copies: Copies,
}

/// Questions for figures, answered together.
#[derive(Clone, Default)]
pub struct Asked<'a> {
    /// How many passages hold each of these terms; 0 if none does and only then.
    pub terms: Vec<Term>,
    /// How many do so at most, where the figure itself is dearer.
    pub bounds: Vec<Term>,
    /// In how many passages two folded words stand side by side.
    pub neighbors: Vec<[String; 2]>,
    /// How words are spelled where they stand side by side with others.
    pub spellings: Vec<Spellings>,
    /// Which terms begin so.
    pub prefixes: Vec<Prefix<'a>>,
    /// How many passages a clause finds; beyond the limit they need not be counted.
    pub holding: Vec<(Clause, u64)>,
}

/// The answers to what was [`Asked`], in the same order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// Of the terms.
    pub terms: Vec<u64>,
    /// Of the bounds.
    pub bounds: Vec<u64>,
    /// Of the neighbors.
    pub neighbors: Vec<Neighbors>,
    /// Of the spellings.
    pub spellings: Vec<Spelled>,
    /// Of the prefixes.
    pub prefixes: Vec<Terms>,
    /// Of what holds.
    pub holding: Vec<u64>,
}

/// A passage as it is kept.
pub struct Held {
    /// The passage.
    pub passage: StoredPassage,
    /// Where the snapshot keeps it.
    pub handle: Handle,
    /// What it is.
    pub id: PassageId,
}

/// What is read for an answer by one question.
#[derive(Default)]
pub struct Fetched {
    /// The passages that were asked for.
    pub passages: Vec<StoredPassage>,
    /// What is told of the ends of their documents.
    pub ends: Ends,
    /// The passages that clauses hold.
    pub held: Vec<Vec<Held>>,
}

/// Looks at one name of a document or file; whether any passage has it is asked only where it matters.
pub type EachName<'a> = dyn FnMut(&str, &dyn Fn() -> Result<bool>) -> Result<()> + 'a;

/// One commit of an index, which stays as it is while it is asked.
///
/// Each method takes many questions at once, for where the store lies behind a network each call is a round trip.
/// All fail with [`Error::Damaged`](crate::error::Error::Damaged) where the store cannot be read.
pub trait Snapshot: Sync {
    /// What is known of the commit without a question.
    fn head(&self) -> &Head;

    /// Whether a call costs nothing but the work: then questions are asked one by one, as far as they are needed.
    /// Else they are asked all together, whether or not each will be needed.
    fn is_near(&self) -> bool;

    /// Figures of terms, neighbors, dictionaries and clauses.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn statistics(&self, asked: &Asked<'_>) -> Result<Told>;

    /// Hands on each name in [`Field::Doc`] or [`Field::File`], in any order; a name may come again. This is no
    /// question: a store behind a network has the names with the manifest of the commit.
    ///
    /// # Errors
    /// Where the store cannot be read, and those of `each`.
    fn each_name(&self, field: Field, each: &mut EachName<'_>) -> Result<()>;

    /// The best passages of each search, at most so many.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn best(&self, searches: &[(Search<'_>, usize)]) -> Result<Vec<Found>>;

    /// Figures, and by the same question the best passages of searches, at most so many of each.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn statistics_and_best(&self, asked: &Asked<'_>, searches: &[(Search<'_>, usize)]) -> Result<(Told, Vec<Found>)> {
        Ok((self.statistics(asked)?, self.best(searches)?))
    }

    /// All passages that a clause finds, in order of handle, and whether there are more than the limit: then those are
    /// left out that come last in order of their ids.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn all(&self, clause: &Clause, limit: usize) -> Result<(Vec<(Handle, PassageId)>, bool)>;

    /// How often terms stand in passages and in those around them, how long these are and which times they name, and
    /// where words stand.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn counts(&self, counted: &Counted<'_>) -> Result<Counts>;

    /// Passages as they are kept.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn stored(&self, passages: &[Handle]) -> Result<Vec<StoredPassage>>;

    /// The passages that each of these clauses finds, at most so many, as they are kept, in any order; those are left out
    /// that come last in order of their ids.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn holding(&self, clauses: &[(Clause, usize)]) -> Result<Vec<Vec<Held>>> {
        clauses.iter().map(|(clause, limit)| self.held(clause, *limit)).collect()
    }

    /// What one clause holds, by a question of its own.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn held(&self, clause: &Clause, limit: usize) -> Result<Vec<Held>> {
        let (found, _) = self.all(clause, limit)?;
        let handles: Vec<Handle> = found.iter().map(|(handle, _)| *handle).collect();
        let held = found.into_iter().zip(self.stored(&handles)?);
        Ok(held.map(|((handle, id), passage)| Held { passage, handle, id }).collect())
    }

    /// Passages as they are kept, and by the same question those that clauses [hold](Self::holding), figures, and what is
    /// told of the ends of the documents that the first are part of, as far as the store knows of which: what is missing
    /// there has to be [asked for](Self::ends).
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn fetched(&self, passages: &[Handle], clauses: &[(Clause, usize)], asked: &Asked<'_>) -> Result<(Told, Fetched)> {
        let (passages, held) = (self.stored(passages)?, self.holding(clauses)?);
        Ok((self.statistics(asked)?, Fetched { passages, ends: Ends::default(), held }))
    }

    /// What is told of the ends of documents, by their numbers in canonical form. A store that is near has them in its
    /// dictionary, and is asked for that.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn ends(&self, numbers: &[&str]) -> Result<Ends> {
        Ok(numbers.iter().map(|number| ((*number).to_owned(), Vec::new())).collect())
    }
}

impl Dictionary for &dyn Snapshot {
    fn with_prefix(&self, prefix: Prefix<'_>) -> Result<Terms> {
        let asked = Asked { prefixes: vec![prefix], ..Asked::default() };
        Ok(self.statistics(&asked)?.prefixes.pop().unwrap_or_default())
    }
}
