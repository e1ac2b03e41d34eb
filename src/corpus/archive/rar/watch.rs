//! Time that goes by while a library works -> a signal to it that it has taken enough.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rars::ReadCancellation;

use crate::corpus::unreadable::{Crash, Unreadable};

/// A thread that gives the signal; it ends with this.
pub(super) struct Watch {
    end: Arc<Mutex<Instant>>,
    _alive: Sender<()>,
}

impl Watch {
    pub fn over(signal: ReadCancellation, time: Duration) -> Result<Self, Unreadable> {
        let end = Arc::new(Mutex::new(Instant::now() + time));
        let (alive, is_over) = mpsc::channel::<()>();
        let own = Arc::clone(&end);
        let wait = move || {
            loop {
                let left = own.lock().unwrap_or_else(PoisonError::into_inner).saturating_duration_since(Instant::now());
                if left.is_zero() {
                    return signal.cancel();
                }
                if is_over.recv_timeout(left) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
            }
        };
        let started = thread::Builder::new().spawn(wait);
        started.map_err(|error| Unreadable::Crashed(Crash::NotStarted(error.to_string())))?;
        Ok(Self { end, _alive: alive })
    }

    /// Gives so much time more.
    pub fn wait(&self, time: Duration) {
        *self.end.lock().unwrap_or_else(PoisonError::into_inner) += time;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_signals_when_time_is_over_and_not_before() {
        let signal = ReadCancellation::new();
        let watch = Watch::over(signal.clone(), Duration::from_secs(600)).unwrap();
        drop(watch);
        assert!(!signal.is_cancelled());
        let watch = Watch::over(signal.clone(), Duration::ZERO).unwrap();
        while !signal.is_cancelled() {
            thread::yield_now();
        }
        drop(watch);
    }
}
