//! Passages to whether their documents are in force no more, as far as the index tells, and what says so.

use jiff::civil::Date;

use super::lineage::{ForceTold, Lineage, Place, Standing, State, Told, places_mut, statements};
use crate::error::Result;
use crate::query::today;
use crate::store::{Bound, DocumentName, Reader, StoredPassage};

/// More passages than these are not read of what ends a document.
const MAX_PASSAGES: usize = 256;

/// Where a document stands that is not in force any more.
#[derive(Clone, Debug)]
pub struct Ended {
    /// Why: replaced, repealed, expired or suspended.
    pub state: State,
    /// Since when.
    pub since: Option<Date>,
    /// What says so: relations.
    pub told: Vec<Told>,
    /// What says so: ends of the time in force.
    pub force: Vec<ForceTold>,
}

/// What the index says of the end of each of these passages' documents, if it has ended by today. Of an index in a
/// cluster nothing is told.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub(super) fn ended(reader: &Reader, passages: &[&StoredPassage]) -> Result<Vec<Option<Ended>>> {
    // behind a network this would be a round trip more for each search
    if !reader.snapshot().is_near() {
        return Ok(vec![None; passages.len()]);
    }
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
        let ended = if bounds.is_empty() { None } else { ended_by(reader, &own, &bounds, today)? };
        known.push((own, ended.clone()));
        found.push(ended);
    }
    Ok(found)
}

fn ended_by(reader: &Reader, own: &DocumentName, bounds: &[Bound], today: Date) -> Result<Option<Ended>> {
    let passages = reader.bounding(bounds, MAX_PASSAGES)?;
    let said = passages.iter().flat_map(|passage| statements(passage, &own.canonical));
    let lineage = Lineage::of(said.filter(|said| said.document.may_be(own)));
    let standing = lineage.on(Some(today));
    Ok(standing.state.is_over().then(|| Ended {
        state: standing.state,
        since: standing.since,
        told: standing.told.into_iter().cloned().collect(),
        force: standing.force.into_iter().cloned().collect(),
    }))
}

impl Ended {
    /// It as the state of a document.
    pub fn standing(&self) -> Standing<'_> {
        let (told, force) = (self.told.iter().collect(), self.force.iter().collect());
        Standing { state: self.state, since: self.since, told, force }
    }

    /// All places that it names.
    pub fn places_mut(&mut self) -> impl Iterator<Item = &mut Place> {
        places_mut(&mut self.told, &mut self.force)
    }
}
