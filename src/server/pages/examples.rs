//! An index to queries that find something in it.

use crate::server::edition::Edition;
use crate::server::problem::Problem;

/// Queries of each kind that find something.
#[derive(Default)]
pub struct Examples {
    /// A person named often.
    pub person: Option<String>,
    /// A document number that the index has.
    pub number: Option<String>,
    /// A year in which one of the documents was issued.
    pub year: Option<i16>,
    /// Words of a subject or a document.
    pub words: Option<String>,
    /// The name of a root.
    pub root: Option<String>,
}

impl Examples {
    /// Of an edition.
    ///
    /// # Errors
    /// The index cannot be read.
    pub fn of(edition: &Edition) -> Result<Self, Problem> {
        // the first page of a large index that was just opened waits for no list
        if !edition.is_warm() {
            return Ok(Self::default());
        }
        let (people, numbers) = (edition.people()?, edition.numbers()?);
        let most = numbers.iter().filter(|entry| entry.number.symbol.is_some());
        let most = most.max_by_key(|entry| (entry.held, entry.passages));
        let roots = edition.archive.roots()?;
        let office = people.iter().flat_map(|person| &person.offices).max_by_key(|office| office.passages);
        Ok(Self {
            person: people.first().map(|person| person.name.clone()),
            number: most.map(|entry| entry.number.canonical()),
            year: most.and_then(|entry| entry.issued).map(|day| day.year()),
            words: office.map(|office| office.role.to_lowercase()),
            root: roots.iter().map(|(name, _)| name.to_owned()).next(),
        })
    }
}
