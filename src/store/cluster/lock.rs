//! One writer at a time: a document that tells who writes, until when, and is written anew while that goes on.

use std::process;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::book::{Book, If, State};
use super::client::Client;
use super::failure::Result;
use super::names::Names;
use crate::error::{ClusterFault, Error, Holder};
use crate::store::manifest::Manifest;
use crate::system;

/// The document that tells who writes.
const LOCK: &str = "lock";

/// For how long it holds.
const HOLDS: Duration = Duration::from_secs(45);

/// How often it is written anew.
const RENEWED: Duration = Duration::from_secs(10);

/// How soon that is tried again where it fails.
const AGAIN: Duration = Duration::from_secs(2);

/// The right to write to an index; given back when the last clone is dropped.
#[derive(Clone)]
pub struct WriteLock(Arc<Held>);

struct Held {
    lease: Arc<Lease>,
    /// Ends the thread that renews it.
    stop: Option<Sender<()>>,
    renewing: Option<JoinHandle<()>>,
}

/// What is held for a while.
struct Lease {
    client: Client,
    names: Names,
    /// The number of the run: that of no other.
    run: AtomicU32,
    since: SystemTime,
    /// The state of the document, and until when it holds.
    state: Mutex<(State, Instant)>,
    is_lost: AtomicBool,
}

impl WriteLock {
    /// Takes the lock of an index, whose book is made if it is not there.
    ///
    /// # Errors
    /// [`Error::Busy`] with who holds it, and where the cluster cannot be asked or written.
    pub fn take(place: &std::path::Path) -> Result<Self> {
        let client = Client::of(place)?.patient();
        let names = Names::of(&client.address.name);
        let book = Book::of(&client, &names);
        book.make()?;
        let known = book.read(LOCK)?;
        let busy = |holder| Error::Busy { path: place.to_owned(), holder };
        if let Some(holder) = known.as_ref().and_then(|(body, _)| holder(body)) {
            return Err(busy(Some(holder)));
        }
        let run = known.as_ref().and_then(|(body, _)| body["run"].as_u64()).unwrap_or_default() + 1;
        let run = u32::try_from(run).unwrap_or(u32::MAX);
        let (since, taken) = (SystemTime::now(), Instant::now());
        let written = book.write(LOCK, note(since, HOLDS, run), If::as_found(known.map(|(_, state)| state)))?;
        // somebody else was quicker
        let state = written.ok_or_else(|| busy(None))?;
        let (run, is_lost) = (AtomicU32::new(run), AtomicBool::new(false));
        let lease = Arc::new(Lease { client, names, run, since, state: Mutex::new((state, taken + HOLDS)), is_lost });
        let (stop, stopped) = mpsc::channel();
        let renewed = Arc::clone(&lease);
        let renew = move || {
            let mut pause = RENEWED;
            while stopped.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                pause = if renewed.renew().is_ok() { RENEWED } else { AGAIN };
            }
        };
        let renewing = thread::Builder::new().spawn(renew).map_err(|source| Error::NoThread { source })?;
        Ok(Self(Arc::new(Held { lease, stop: Some(stop), renewing: Some(renewing) })))
    }

    /// Where the index lies, as it was typed.
    pub fn place(&self) -> &std::path::Path {
        &self.client().address.typed
    }

    /// What can be told of the last commit, of whatever format: its roots.
    pub fn last(&self) -> Manifest {
        self.book().last().unwrap_or_default()
    }

    pub(super) fn client(&self) -> &Client {
        &self.0.lease.client
    }

    pub(super) fn names(&self) -> &Names {
        &self.0.lease.names
    }

    pub(super) fn book(&self) -> Book<'_> {
        Book::of(self.client(), self.names())
    }

    /// The number of this run.
    pub(super) fn run(&self) -> u32 {
        self.0.lease.run.load(Ordering::Relaxed)
    }

    /// Begins another run under the same lock, which has to be [renewed](Self::renew).
    pub(super) fn begin_run(&self) {
        self.0.lease.run.fetch_add(1, Ordering::Relaxed);
    }

    /// Writes anew who writes, and which run.
    ///
    /// # Errors
    /// The cluster does not take it.
    pub(super) fn renew(&self) -> Result<()> {
        self.0.lease.renew()
    }

    /// Looks whether it is still held.
    ///
    /// # Errors
    /// [`ClusterFault::LockLost`] if another may have taken it.
    pub(super) fn check(&self) -> Result<()> {
        let (_, until) = *self.0.lease.state();
        match self.0.lease.is_lost.load(Ordering::Relaxed) || Instant::now() >= until {
            true => Err(self.client().fault(ClusterFault::LockLost)),
            false => Ok(()),
        }
    }
}

impl Lease {
    fn state(&self) -> std::sync::MutexGuard<'_, (State, Instant)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn renew(&self) -> Result<()> {
        let mut state = self.state();
        let begun = Instant::now();
        let note = note(self.since, HOLDS, self.run.load(Ordering::Relaxed));
        let book = Book::hasty(&self.client, &self.names);
        let mut renewed = book.write(LOCK, note.clone(), If::Is(state.0))?;
        if renewed.is_none() {
            // it was renewed before, and the answer to that was lost
            let own = book.read(LOCK)?.filter(|(known, _)| is_of(known, &note));
            renewed = own.map(|(_, known)| book.write(LOCK, note, If::Is(known))).transpose()?.flatten();
        }
        match renewed {
            Some(renewed) => *state = (renewed, begun + HOLDS),
            None => self.is_lost.store(true, Ordering::Relaxed),
        }
        Ok(())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(renewing) = self.renewing.take() {
            // it only waits and writes
            let _ = renewing.join();
        }
        let (state, _) = *self.lease.state();
        let run = self.lease.run.load(Ordering::Relaxed);
        // one that is left behind holds no longer than it says
        let freed = note(self.lease.since, Duration::ZERO, run);
        let _ = Book::hasty(&self.lease.client, &self.lease.names).write(LOCK, freed, If::Is(state));
    }
}

/// What tells others who writes.
fn note(since: SystemTime, holds: Duration, run: u32) -> Value {
    let seconds = |time: SystemTime| time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let until = if holds.is_zero() { 0 } else { seconds(SystemTime::now() + holds) };
    json!({ "host": system::host(), "pid": process::id(), "since": seconds(since), "until": until, "run": run })
}

/// Whether both were written by one holder.
fn is_of(known: &Value, note: &Value) -> bool {
    ["host", "pid", "since"].iter().all(|part| known[part] == note[part])
}

/// Who holds the lock, if it is held; a process of this machine that has ended holds none.
fn holder(body: &Value) -> Option<Holder> {
    let time = |name: &str| UNIX_EPOCH.checked_add(Duration::from_secs(body[name].as_u64()?));
    if time("until")? <= SystemTime::now() {
        return None;
    }
    let host = body["host"].as_str().map(str::to_owned);
    let pid = u32::try_from(body["pid"].as_u64()?).ok()?;
    if host == system::host() && !system::is_running(pid) {
        return None;
    }
    Some(Holder { host, pid, since: time("since")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_held_until_it_ends_or_its_process_does() {
        let held = note(SystemTime::now(), HOLDS, 3);
        assert_eq!(holder(&held).map(|holder| holder.pid), Some(process::id()));
        assert_eq!(holder(&note(SystemTime::now(), Duration::ZERO, 3)), None);
        // no process has it
        let mut ended = held.clone();
        ended["pid"] = json!(i32::MAX);
        assert_eq!(holder(&ended), None);
        // that of another machine may run
        ended["host"] = json!("elsewhere");
        assert!(holder(&ended).is_some_and(|holder| holder.host.as_deref() == Some("elsewhere")));
    }
}
