//! How much memory and time unpacking may take.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;
use std::time::{Duration, Instant};

use crate::corpus::package::honest;
use crate::corpus::unreadable::Unreadable;

/// Bytes that the dictionaries of what is unpacked may take: what lies further back is no longer known. WinRAR takes 32
/// MiB by itself, 7-Zip 256 MiB where it is asked for the most.
pub(super) const MAX_DICTIONARY_BYTES: u64 = 256 << 20;

/// What one run of unpacking may still take.
pub(super) struct Bounds {
    /// How long it may take.
    time: Duration,
    spent: Duration,
    /// What an archive of its size unpacks to at most.
    honest: u64,
    unpacked: u64,
    deadline: Deadline,
}

/// When unpacking has to end: known to all readers of a stream, as one may read much for a few bytes of the next.
#[derive(Clone)]
pub(super) struct Deadline(Rc<Cell<Instant>>);

/// A reader that ends at a deadline.
pub(super) struct Watched<R>(pub R, pub Deadline);

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        match Instant::now() > self.1.0.get() {
            true => Err(io::ErrorKind::TimedOut.into()),
            false => self.0.read(bytes),
        }
    }
}

impl Bounds {
    pub fn of(archive: &[u8], time: Duration) -> Self {
        let honest = honest(archive.len() as u64);
        let deadline = Deadline(Rc::new(Cell::new(Instant::now())));
        Self { time, spent: Duration::ZERO, honest, unpacked: 0, deadline }
    }

    /// How long it may still take.
    pub fn time_left(&self) -> Duration {
        self.time.saturating_sub(self.spent)
    }

    /// Time runs from a moment.
    pub fn start(&self, since: Instant) {
        self.deadline.0.set(since + self.time_left());
    }

    /// When unpacking has to end that was started last.
    pub fn deadline(&self) -> Deadline {
        self.deadline.clone()
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
        Unreadable::TooSlow { seconds: self.time.as_secs() }
    }
}
