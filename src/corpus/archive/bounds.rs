//! How much memory and time unpacking may take.

use std::time::{Duration, Instant};

use crate::corpus::limits::Limits;
use crate::corpus::package::honest;
use crate::corpus::unreadable::Unreadable;

/// Bytes that the window of a packing method may take: what lies further back is no longer known. Archives of documents
/// ask for a few MiB, 32 of them at the most that WinRAR takes by itself.
pub(super) const MAX_WINDOW_BYTES: u64 = 128 << 20;

/// What one run of unpacking may still take.
pub(super) struct Bounds {
    seconds: u64,
    spent: Duration,
    /// What an archive of its size unpacks to at most.
    honest: u64,
    unpacked: u64,
}

impl Bounds {
    pub fn of(archive: &[u8], limits: &Limits) -> Self {
        let honest = honest(archive.len() as u64);
        Self { seconds: limits.max_seconds, spent: Duration::ZERO, honest, unpacked: 0 }
    }

    /// How long it may still take.
    pub fn time_left(&self) -> Duration {
        Duration::from_secs(self.seconds).saturating_sub(self.spent)
    }

    /// Counts time that was taken.
    pub fn take_time(&mut self, time: Duration) {
        self.spent += time;
    }

    /// Counts bytes that were unpacked since a moment.
    ///
    /// # Errors
    /// It has taken too long, or so much no honest archive of its size holds.
    pub fn take(&mut self, bytes: usize, since: Instant) -> Result<(), Unreadable> {
        self.unpacked += bytes as u64;
        match () {
            () if self.unpacked > self.honest => Err(Unreadable::Bomb),
            () if since.elapsed() > self.time_left() => Err(self.too_slow()),
            () => Ok(()),
        }
    }

    pub fn too_slow(&self) -> Unreadable {
        Unreadable::TooSlow { seconds: self.seconds }
    }
}
