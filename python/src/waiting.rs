//! Work to its answer, done in a thread of its own while the caller's heeds signals and lets other threads of Python run.

use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use pyo3::prelude::*;
use tracuu::bindings::Refused;
use tracuu::ingest::Progress;

use super::raised;

/// How long Ctrl-C may wait, and how often progress is told.
const PATIENCE: Duration = Duration::from_millis(50);

/// How far work has come, and whether it is to stop.
#[derive(Default)]
pub struct Watch {
    done: AtomicU64,
    total: AtomicU64,
    stop: AtomicBool,
}

impl Progress for Watch {
    fn start(&self, bytes: u64) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(bytes, Ordering::Relaxed);
    }

    fn advance(&self, bytes: u64) {
        self.done.fetch_add(bytes, Ordering::Relaxed);
    }

    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// How work ends that is interrupted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// Soon, when it is told to: it is waited for, for it leaves what it writes as it was.
    Told,
    /// When it is done, unheard: it only reads.
    Alone,
}

/// Does work and waits for it. Ctrl-C, or an exception of `progress`, interrupts it.
pub fn wait(
    py: Python<'_>,
    ends: Ends,
    progress: Option<&Py<PyAny>>,
    work: impl FnOnce(&Watch) -> Result<String, Refused> + Send + 'static,
) -> PyResult<String> {
    let watch = Arc::new(Watch::default());
    let (sender, mut receiver) = channel();
    let own = Arc::clone(&watch);
    let worker = thread::Builder::new().spawn(move || {
        // nobody listens any more to what was interrupted
        let _ = sender.send(work(&own));
    })?;
    let mut told = (0, 0);
    loop {
        let answer;
        (receiver, answer) = py.detach(move || {
            let answer = receiver.recv_timeout(PATIENCE);
            (receiver, answer)
        });
        let heard = py.check_signals().and_then(|()| tell(py, progress, &watch, &mut told));
        match (answer, heard) {
            (Ok(answer), heard) => return heard.and_then(|()| answer.map_err(raised)),
            (Err(RecvTimeoutError::Timeout), Ok(())) => {}
            (Err(RecvTimeoutError::Timeout), Err(interrupted)) => {
                watch.stop.store(true, Ordering::Relaxed);
                if ends == Ends::Told {
                    // what it says of its end is that it was told to
                    let _ = py.detach(|| worker.join());
                }
                return Err(interrupted);
            }
            (Err(RecvTimeoutError::Disconnected), _) => {
                let panic = py.detach(|| worker.join());
                resume_unwind(panic.expect_err("whoever ends without a panic has answered"));
            }
        }
    }
}

/// Tells how far the work has come, where that has changed.
fn tell(py: Python<'_>, progress: Option<&Py<PyAny>>, watch: &Watch, told: &mut (u64, u64)) -> PyResult<()> {
    let Some(progress) = progress else { return Ok(()) };
    let now = (watch.done.load(Ordering::Relaxed), watch.total.load(Ordering::Relaxed));
    if *told != now {
        *told = now;
        progress.call1(py, now)?;
    }
    Ok(())
}
