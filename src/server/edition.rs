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
    people: Once<Vec<Listed>>,
    numbers: Once<Vec<RegisterEntry>>,
    suggestions: Once<Suggestions>,
    status: Mutex<Option<(Instant, Arc<Status>)>>,
    /// Held by whoever looks at the files.
    looking: Mutex<()>,
}

/// What the first who asks works out, while others wait for it.
struct Once<T> {
    known: OnceLock<T>,
    making: Mutex<()>,
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self { known: OnceLock::new(), making: Mutex::new(()) }
    }
}

impl<T> Once<T> {
    fn get(&self, make: impl FnOnce() -> Result<T>) -> Result<&T> {
        if let Some(known) = self.known.get() {
            return Ok(known);
        }
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = self.known.get() {
            return Ok(known);
        }
        let made = make()?;
        Ok(self.known.get_or_init(|| made))
    }
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
}
