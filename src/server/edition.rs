//! One commit of an archive with what is looked up again and again, worked out once.

use std::fs;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use super::suggest::Suggestions;
use crate::archive::{Archive, Status};
use crate::directory::{Listed, Register, RegisterEntry, Roll};
use crate::error::Result;

/// One commit of an archive.
pub struct Edition {
    /// The archive, which stays with that commit.
    pub archive: Archive,
    /// What tells the commit from others.
    pub generation: String,
    /// How many documents it holds.
    pub documents: u64,
    /// How many passages it holds.
    pub passages: u64,
    /// When it was written, where the system tells.
    pub written: Option<SystemTime>,
    people: OnceLock<Vec<Listed>>,
    numbers: OnceLock<Vec<RegisterEntry>>,
    suggestions: OnceLock<Suggestions>,
    status: Mutex<Option<(Instant, Arc<Status>)>>,
}

/// How long a state of the files is told again.
const HOLDS: Duration = Duration::from_secs(10);

impl Edition {
    /// The commit that answers now.
    ///
    /// # Errors
    /// The index cannot be read.
    pub fn of(archive: &Archive) -> Result<Self> {
        let archive = archive.pinned()?;
        let (documents, passages) = archive.size()?;
        let written = fs::metadata(archive.folder().join("meta.json")).and_then(|meta| meta.modified()).ok();
        let (people, numbers, suggestions) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        let generation = archive.generation()?;
        let status = Mutex::default();
        Ok(Self { archive, generation, documents, passages, written, people, numbers, suggestions, status })
    }

    /// All people, those named most often first.
    ///
    /// # Errors
    /// The index cannot be read.
    pub fn people(&self) -> Result<&[Listed]> {
        if self.people.get().is_none() {
            let people = self.archive.people(&Roll::default())?;
            // whoever was quicker has found the same
            let _ = self.people.set(people);
        }
        Ok(self.people.get().map(Vec::as_slice).unwrap_or_default())
    }

    /// The register of all numbers.
    ///
    /// # Errors
    /// The index cannot be read.
    pub fn numbers(&self) -> Result<&[RegisterEntry]> {
        if self.numbers.get().is_none() {
            let numbers = self.archive.numbers(&Register::default())?;
            let _ = self.numbers.set(numbers);
        }
        Ok(self.numbers.get().map(Vec::as_slice).unwrap_or_default())
    }

    /// The state of the index and its files, as it was some seconds ago at most: to look costs a walk.
    ///
    /// # Errors
    /// The index cannot be read.
    pub fn status(&self) -> Result<Arc<Status>> {
        let mut known = self.status.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, status)) = known.as_ref().filter(|(since, _)| since.elapsed() < HOLDS) {
            return Ok(Arc::clone(status));
        }
        let status = Arc::new(self.archive.status()?);
        *known = Some((Instant::now(), Arc::clone(&status)));
        Ok(status)
    }

    /// What is suggested to whoever types.
    ///
    /// # Errors
    /// The index cannot be read.
    pub fn suggestions(&self) -> Result<&Suggestions> {
        if let Some(known) = self.suggestions.get() {
            return Ok(known);
        }
        let suggestions = Suggestions::of(self.people()?, self.numbers()?);
        Ok(self.suggestions.get_or_init(|| suggestions))
    }
}
