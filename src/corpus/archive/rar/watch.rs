//! Time that goes by while a library works -> a signal to it that it has taken enough.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rars::ReadCancellation;

use crate::corpus::unreadable::{Crash, Unreadable};

/// As long as nobody waits: clocks end somewhere.
const LONG: Duration = Duration::from_secs(1 << 30);

/// How often it looks whether the end was moved.
const LOOKS: Duration = Duration::from_secs(1);

/// A thread that gives the signal; it ends with this.
pub(super) struct Watch {
    end: Arc<Mutex<Instant>>,
    _alive: Sender<()>,
}

impl Watch {
    pub fn over(signal: ReadCancellation, time: Duration) -> Result<Self, Unreadable> {
        let end = Arc::new(Mutex::new(Instant::now() + time.min(LONG)));
        let (alive, is_over) = mpsc::channel::<()>();
        let own = Arc::clone(&end);
        let wait = move || {
            loop {
                let left = own.lock().unwrap_or_else(PoisonError::into_inner).saturating_duration_since(Instant::now());
                if left.is_zero() {
                    return signal.cancel();
                }
                if is_over.recv_timeout(left.min(LOOKS)) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
            }
        };
        let started = thread::Builder::new().spawn(wait);
        started.map_err(|error| Unreadable::Crashed(Crash::NotStarted(error.to_string())))?;
        Ok(Self { end, _alive: alive })
    }

    /// Does something that the library does not do: its time does not count.
    pub fn paused<T>(&self, work: impl FnOnce() -> T) -> T {
        let since = Instant::now();
        self.move_end(|end| end + LONG);
        let done = work();
        self.move_end(|end| end - LONG + since.elapsed());
        done
    }

    fn move_end(&self, moved: impl FnOnce(Instant) -> Instant) {
        let mut end = self.end.lock().unwrap_or_else(PoisonError::into_inner);
        *end = moved(*end);
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
        drop(Watch::over(signal.clone(), Duration::MAX).unwrap());
        let watch = Watch::over(signal.clone(), Duration::from_millis(200)).unwrap();
        watch.paused(|| thread::sleep(Duration::from_millis(400)));
        assert!(!signal.is_cancelled());
        while !signal.is_cancelled() {
            thread::yield_now();
        }
        drop(watch);
    }
}
