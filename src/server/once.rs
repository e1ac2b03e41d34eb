//! What is asked for again and again to what it is, worked out once.

use std::sync::{Mutex, OnceLock, PoisonError};

use crate::error::Result;

/// Something that is worked out by whoever asks first, while others who ask wait for it.
pub struct Once<T> {
    known: OnceLock<T>,
    working: Mutex<()>,
}

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self { known: OnceLock::new(), working: Mutex::new(()) }
    }
}

impl<T> Once<T> {
    /// What it is.
    ///
    /// # Errors
    /// Those of `work`, after which the next who asks tries again.
    pub fn get(&self, work: impl FnOnce() -> Result<T>) -> Result<&T> {
        if let Some(known) = self.known.get() {
            return Ok(known);
        }
        let _working = self.working.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = self.known.get() {
            return Ok(known);
        }
        let worked = work()?;
        Ok(self.known.get_or_init(|| worked))
    }

    /// What it is, if that is known already.
    pub fn known(&self) -> Option<&T> {
        self.known.get()
    }
}
