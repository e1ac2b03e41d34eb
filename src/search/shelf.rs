//! Handles to passages as they are kept: near each is read when it is looked at, far all that may be looked at are read
//! at once.

use rustc_hash::FxHashMap;

use super::ended::{Ended, ended_by};
use crate::error::Result;
use crate::query::{Facts, today};
use crate::store::{Clause, DocumentName, Ends, Fetched, Handle, Held, Snapshot, StoredPassage};

/// The passages that an answer may need.
pub(super) struct Shelf<'a> {
    snapshot: &'a dyn Snapshot,
    read: FxHashMap<Handle, StoredPassage>,
    ends: Ends,
    /// What clauses hold that were asked for with the passages.
    held: Vec<Vec<Held>>,
}

impl<'a> Shelf<'a> {
    /// One for passages that may be looked at, and far for those that clauses hold; missing facts come with them.
    pub(super) fn of(
        snapshot: &'a dyn Snapshot,
        facts: &Facts<'_>,
        wanted: impl Iterator<Item = Handle>,
        clauses: &[(Clause, usize)],
    ) -> Result<Self> {
        let mut shelf = Self { snapshot, read: FxHashMap::default(), ends: Ends::default(), held: Vec::new() };
        if !snapshot.is_near() {
            let wanted: Vec<Handle> = wanted.collect();
            if !wanted.is_empty() || !clauses.is_empty() {
                let Fetched { passages, ends, held } =
                    facts.ask_with(|asked| snapshot.fetched(&wanted, clauses, asked))?;
                shelf.read.extend(wanted.into_iter().zip(passages));
                (shelf.ends, shelf.held) = (ends, held);
            }
        }
        Ok(shelf)
    }

    /// The passages that each of the clauses holds.
    pub(super) fn take_held(&mut self) -> Vec<Vec<Held>> {
        std::mem::take(&mut self.held)
    }

    /// One passage.
    pub(super) fn get(&self, handle: Handle) -> Result<StoredPassage> {
        match self.read.get(&handle) {
            Some(passage) => Ok(passage.clone()),
            None => Ok(self.snapshot.stored(&[handle])?.pop().unwrap_or_default()),
        }
    }

    /// What is told of the end of each of these passages' documents, if it has ended by today. Of a store that is near
    /// nothing is told here: it is asked for what it has in its dictionary.
    pub(super) fn ended(&self, passages: &[&StoredPassage]) -> Result<Vec<Option<Ended>>> {
        if self.snapshot.is_near() {
            return Ok(vec![None; passages.len()]);
        }
        let own = |passage: &&StoredPassage| passage.mentions.own.as_ref().map(DocumentName::of);
        let owners: Vec<Option<DocumentName>> = passages.iter().map(own).collect();
        let named = owners.iter().flatten().map(|own| &*own.canonical);
        let mut untold: Vec<&str> = named.filter(|number| !self.ends.contains_key(*number)).collect();
        untold.sort_unstable();
        untold.dedup();
        let more = if untold.is_empty() { Ends::default() } else { self.snapshot.ends(&untold)? };
        let today = today();
        let ended = |own: &Option<DocumentName>| {
            let own = own.as_ref()?;
            let endings = self.ends.get(&own.canonical).or_else(|| more.get(&own.canonical))?;
            let tells = |told: &&crate::store::Ending| {
                told.bounds.iter().any(|bound| bound.ends_by(today) && bound.document.may_be(own))
            };
            ended_by(endings.iter().filter(tells).map(|told| &told.passage), own, today)
        };
        Ok(owners.iter().map(ended).collect())
    }
}
