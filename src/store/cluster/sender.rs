//! Passages of a run to the index that they go to, many at a time and few requests at once.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::bulk;
use super::failure::Result;
use super::lock::WriteLock;
use crate::store::gate::Gate;

/// So many requests that write are under way at a time.
const IN_FLIGHT: usize = 2;

/// Sends what threads gather.
pub(super) struct Sender {
    lock: WriteLock,
    /// Which index passages go to.
    generation: AtomicU64,
    /// Files of which this run has put passages in.
    put: Mutex<BTreeSet<String>>,
    /// Lines that wait to be sent.
    gathered: Mutex<String>,
    gate: Gate,
}

impl Sender {
    /// One that sends to the index of a generation.
    pub(super) fn of(lock: WriteLock, generation: u64) -> Self {
        Self {
            lock,
            generation: AtomicU64::new(generation),
            put: Mutex::default(),
            gathered: Mutex::default(),
            gate: Gate::new(IN_FLIGHT),
        }
    }

    /// The number of this run.
    pub(super) fn run(&self) -> u32 {
        self.lock.run()
    }

    /// Which index passages go to.
    pub(super) fn generation(&self) -> u64 {
        self.generation.load(Ordering::Relaxed)
    }

    /// Lets passages go to an index of this run's own; whether they did not before.
    pub(super) fn begin_generation(&self) -> bool {
        let own = u64::from(self.run());
        self.generation.swap(own, Ordering::Relaxed) != own
    }

    /// Begins another run under the same lock.
    ///
    /// # Errors
    /// The cluster does not take it.
    pub(super) fn begin_run(&self) -> Result<()> {
        held(&self.put).clear();
        self.lock.begin_run();
        // a node that goes at this moment takes nothing of what was committed with it
        bulk::patiently(&self.lock, || self.lock.renew())
    }

    /// Whether this run has put passages of a file in.
    pub(super) fn has_put(&self, file: &str) -> bool {
        held(&self.put).contains(file)
    }

    /// Whether it has put none in.
    pub(super) fn has_put_nothing(&self) -> bool {
        held(&self.put).is_empty()
    }

    /// The name of the index that passages go to.
    pub(super) fn index(&self) -> String {
        self.lock.names().passages(self.generation())
    }

    /// Notes that passages of a file are put in.
    pub(super) fn note(&self, file: &str) {
        let mut put = held(&self.put);
        if !put.contains(file) {
            put.insert(file.to_owned());
        }
    }

    /// Sends lines.
    ///
    /// # Errors
    /// The cluster does not take them.
    pub(super) fn send(&self, lines: String) -> Result<()> {
        let _under_way = self.gate.enter(1);
        bulk::send(&self.lock, &self.index(), lines)
    }

    /// Lets lines wait until there are enough to be sent.
    ///
    /// # Errors
    /// The cluster does not take them.
    pub(super) fn gather(&self, lines: String) -> Result<()> {
        let full = {
            let mut gathered = held(&self.gathered);
            gathered.push_str(&lines);
            if gathered.len() < bulk::BYTES {
                return Ok(());
            }
            std::mem::take(&mut *gathered)
        };
        self.send(full)
    }

    /// Sends all that waits.
    ///
    /// # Errors
    /// The cluster does not take it.
    pub(super) fn flush(&self) -> Result<()> {
        let lines = std::mem::take(&mut *held(&self.gathered));
        if lines.is_empty() { Ok(()) } else { self.send(lines) }
    }
}

/// What a lock guards.
pub(super) fn held<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
