//! One commit of an archive with what is looked up again and again, worked out once.

use std::fs;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use super::once::Once;
use super::problem::Problem;
use super::suggest::Suggestions;
use crate::archive::{Archive, Status};
use crate::directory::{Listed, Register, RegisterEntry, Roll};
use crate::error::Result;
use crate::voice::page::Trouble;

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
    people: Once<Vec<Listed>>,
    numbers: Once<Vec<RegisterEntry>>,
    suggestions: Once<Suggestions>,
    status: Mutex<Option<(Instant, Arc<Status>)>>,
    /// Held by whoever looks at the files.
    looking: Mutex<()>,
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
        let (people, numbers, suggestions) = (Once::default(), Once::default(), Once::default());
        let generation = archive.generation()?;
        let (status, looking) = (Mutex::default(), Mutex::default());
        Ok(Self { archive, generation, documents, passages, written, people, numbers, suggestions, status, looking })
    }

    /// All people, those named most often first.
    ///
    /// # Errors
    /// The index cannot be read.
    pub fn people(&self) -> Result<&[Listed]> {
        self.people.get(|| self.archive.people(&Roll::default())).map(Vec::as_slice)
    }

    /// The register of all numbers.
    ///
    /// # Errors
    /// The index cannot be read.
    pub fn numbers(&self) -> Result<&[RegisterEntry]> {
        self.numbers.get(|| self.archive.numbers(&Register::default())).map(Vec::as_slice)
    }

    /// The state of the index and its files, as it was some seconds ago at most: to look costs a walk.
    ///
    /// # Errors
    /// The index cannot be read.
    pub fn status(&self) -> Result<Arc<Status>> {
        let known = || self.status.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let is_new = |(since, _): &(Instant, _)| since.elapsed() < HOLDS;
        if let Some((_, status)) = known().filter(is_new) {
            return Ok(status);
        }
        // while one looks, which may take long, others are told what was seen before
        let looking = match (self.looking.try_lock(), known()) {
            (Ok(looking), _) => looking,
            (Err(_), Some((_, status))) => return Ok(status),
            (Err(_), None) => self.looking.lock().unwrap_or_else(PoisonError::into_inner),
        };
        if let Some((_, status)) = known().filter(is_new) {
            return Ok(status);
        }
        let status = Arc::new(self.archive.status()?);
        *self.status.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), Arc::clone(&status)));
        drop(looking);
        Ok(status)
    }

    /// What is suggested to whoever types.
    ///
    /// # Errors
    /// The index cannot be read.
    pub fn suggestions(&self) -> Result<&Suggestions> {
        self.suggestions.get(|| Ok(Suggestions::of(self.people()?, self.numbers()?)))
    }

    /// Whether the lists of a large edition are made: whoever asks before is not kept waiting, nor keeps others.
    ///
    /// # Errors
    /// They are not.
    pub fn expect_warm(&self) -> std::result::Result<(), Problem> {
        if self.is_warm() { Ok(()) } else { Err(Trouble::Busy.into()) }
    }

    /// Whether people, numbers and suggestions are known without work.
    pub fn is_warm(&self) -> bool {
        self.suggestions.known().is_some()
    }
}
