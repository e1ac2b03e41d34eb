//! Bytes that come and go -> a bound on how many wait at a time, whatever the number of threads.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// Bounds how many bytes wait behind it.
#[derive(Clone)]
pub struct Gate {
    max_bytes: usize,
    waiting: Arc<(Mutex<usize>, Condvar)>,
}

/// A share of what a [`Gate`] lets in, given back when dropped.
pub struct Ticket {
    gate: Gate,
    bytes: usize,
}

impl Gate {
    /// A gate behind which so many bytes may wait.
    #[must_use]
    pub fn new(max_bytes: usize) -> Self {
        Self { max_bytes, waiting: Arc::default() }
    }

    /// Waits while too many bytes wait that passed before, then lets these pass: what is larger than all that may
    /// wait passes alone.
    ///
    /// Whoever waits holds no ticket of this gate, so that nobody waits for another who waits.
    #[must_use]
    pub fn enter(&self, bytes: usize) -> Ticket {
        let (waiting, freed) = &*self.waiting;
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        while *waiting > 0 && waiting.saturating_add(bytes) > self.max_bytes {
            waiting = freed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
        *waiting = waiting.saturating_add(bytes);
        Ticket { gate: self.clone(), bytes }
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let (waiting, freed) = &*self.gate.waiting;
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        *waiting = waiting.saturating_sub(self.bytes);
        freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn no_more_than_the_bound_is_behind_a_gate() {
        let gate = Gate::new(10);
        let (inside, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for number in 0..8 {
                let (gate, inside, most) = (&gate, &inside, &most);
                scope.spawn(move || {
                    for bytes in [3, 4, 5, 25].into_iter().cycle().skip(number).take(40) {
                        let ticket = gate.enter(bytes);
                        let now = inside.fetch_add(bytes, Ordering::SeqCst) + bytes;
                        // what is larger than the bound is alone
                        most.fetch_max(if now == 25 { 0 } else { now }, Ordering::SeqCst);
                        thread::yield_now();
                        inside.fetch_sub(bytes, Ordering::SeqCst);
                        drop(ticket);
                    }
                });
            }
        });
        assert!((5..=10).contains(&most.into_inner()));
    }
}
