//! Passages to whether their documents are in force no more, as far as the index tells, and what says so.

use jiff::civil::Date;

use super::lineage::{ForceTold, Lineage, Place, Standing, State, Told, places_mut, statements};
use crate::error::Result;
use crate::query::today;
use crate::store::{DocumentName, Reader, StoredPassage};

/// More passages than these are not read of what ends a document.
const MAX_PASSAGES: usize = 256;

/// Where a document stands that is not in force any more.
#[derive(Clone, Debug)]
pub struct Ended {
    /// Why: replaced, repealed, expired or suspended.
    pub state: State,
    /// Since when.
    pub since: Option<Date>,
    /// The last day on which it is so, of a suspension that ends.
    pub until: Option<Date>,
    /// What says so: relations.
    pub told: Vec<Told>,
    /// What says so: ends of the time in force.
    pub force: Vec<ForceTold>,
}

/// What the index says of the end of each of these passages' documents, if it has ended by today. A store that is not
/// near tells that with the passages ([`Shelf::ended`](super::shelf::Shelf::ended)).
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub(super) fn ended(reader: &Reader, passages: &[&StoredPassage]) -> Result<Vec<Option<Ended>>> {
    let today = today();
    let mut known: Vec<(DocumentName, Option<Ended>)> = Vec::new();
    let mut found = Vec::with_capacity(passages.len());
    for passage in passages {
        let Some(own) = passage.mentions.own.as_ref().map(DocumentName::of) else {
            found.push(None);
            continue;
        };
        if let Some((_, ended)) = known.iter().find(|(known, _)| *known == own) {
            found.push(ended.clone());
            continue;
        }
        let mut bounds = reader.bounds(&own.canonical)?;
        bounds.retain(|bound| bound.ends_by(today) && bound.document.may_be(&own));
        let ended = match bounds.is_empty() {
            true => None,
            false => ended_by(reader.bounding(&bounds, MAX_PASSAGES)?.iter(), &own, today),
        };
        known.push((own, ended.clone()));
        found.push(ended);
    }
    Ok(found)
}

/// What passages say of the end of a document, if it has ended by a day.
pub(super) fn ended_by<'a>(
    passages: impl Iterator<Item = &'a StoredPassage>,
    own: &DocumentName,
    today: Date,
) -> Option<Ended> {
    let said = passages.take(MAX_PASSAGES).flat_map(|passage| statements(passage, &own.canonical));
    let lineage = Lineage::of(said.filter(|said| said.document.may_be(own)));
    let standing = lineage.on(today);
    standing.state.is_over().then(|| Ended {
        state: standing.state,
        since: standing.since,
        until: standing.until,
        told: standing.told.into_iter().cloned().collect(),
        force: standing.force.into_iter().cloned().collect(),
    })
}

impl Ended {
    /// It as the state of a document.
    pub fn standing(&self) -> Standing<'_> {
        let (told, force) = (self.told.iter().collect(), self.force.iter().collect());
        Standing { state: self.state, since: self.since, until: self.until, told, force }
    }

    /// All places that it names.
    pub fn places_mut(&mut self) -> impl Iterator<Item = &mut Place> {
        places_mut(&mut self.told, &mut self.force)
    }
}
