//! What all requests share: the edition in service, permits, figures; and who may ask.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use axum::Router;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::edition::Edition;
use super::log::AccessLog;
use super::metrics::Metrics;
use super::problem::Problem;
use super::token::Token;
use crate::archive::Archive;
use crate::voice::page::Trouble;

/// Who may ask from where.
#[derive(Clone, Debug)]
pub enum Access {
    /// Whoever reaches the address.
    Open,
    /// Whoever tells a token.
    Token(Token),
}

/// How a server runs.
pub struct Options {
    /// The address that it listens at.
    pub listen: SocketAddr,
    /// Who may ask.
    pub access: Access,
    /// Names of the server besides its addresses.
    pub hosts: Vec<String>,
    /// How the server is reached from elsewhere, as `https://tracuu.example.vn`.
    pub public_url: Option<String>,
    /// How many threads answer.
    pub workers: usize,
    /// How long a request waits for its turn.
    pub max_wait: Duration,
    /// Where each request is noted.
    pub log: Option<AccessLog>,
    /// Whether originals are handed out.
    pub serves_files: bool,
    /// Whether only some of the roots of the index are served.
    pub is_part: bool,
    /// What answers assistants, where they are answered.
    pub assistants: Option<Router>,
    /// How long others are waited for.
    pub times: Times,
}

/// How long others are waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// For the head of a request, and for the next request of a connection.
    pub head: Duration,
    /// For the body of a request.
    pub body: Duration,
    /// For an answer that is worked on.
    pub answer: Duration,
    /// For whoever takes nothing of an answer; see [`Patient`](super::patient::Patient).
    pub taking: Duration,
    /// For what has begun when the server ends.
    pub end: Duration,
}

impl Default for Times {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { head: seconds(10), body: seconds(10), answer: seconds(10), taking: seconds(20), end: seconds(10) }
    }
}

/// Connections at once at most.
pub const MAX_CONNECTIONS: usize = 512;

/// What all requests share.
pub struct App {
    /// How the server runs.
    pub options: Options,
    /// The archive, which follows its commits.
    pub archive: Archive,
    /// How many requests may be worked on at once.
    pub permits: Arc<Semaphore>,
    /// How many more connections may be open at once.
    pub room: Arc<Semaphore>,
    /// What was served.
    pub metrics: Metrics,
    /// When the server began.
    pub started: Instant,
    /// The same in nanoseconds since 1970.
    pub begun_ns: u128,
    edition: RwLock<Option<Arc<Edition>>>,
    is_stale: AtomicBool,
    is_stopping: AtomicBool,
    requests: AtomicU64,
}

impl App {
    /// A server that has nothing to answer from yet.
    pub fn new(archive: Archive, options: Options, metrics: Metrics) -> Self {
        let permits = Arc::new(Semaphore::new(Self::permits(options.workers)));
        Self {
            options,
            archive,
            permits,
            room: Arc::new(Semaphore::new(MAX_CONNECTIONS)),
            metrics,
            started: Instant::now(),
            begun_ns: SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos(),
            edition: RwLock::new(None),
            is_stale: AtomicBool::new(false),
            is_stopping: AtomicBool::new(false),
            requests: AtomicU64::new(0),
        }
    }

    /// How many requests so many threads work on at once.
    pub fn permits(workers: usize) -> usize {
        workers.max(1) * 2
    }

    /// Waits for its turn to be worked on.
    ///
    /// # Errors
    /// Too many are before it.
    pub async fn permit(&self) -> Result<OwnedSemaphorePermit, Problem> {
        let permit = tokio::time::timeout(self.options.max_wait, Arc::clone(&self.permits).acquire_owned()).await;
        let Ok(Ok(permit)) = permit else {
            self.metrics.count_busy();
            return Err(Trouble::Busy.into());
        };
        Ok(permit)
    }

    /// The edition in service.
    pub fn edition(&self) -> Option<Arc<Edition>> {
        self.edition.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts an edition into service; those who have begun keep the one before.
    pub fn put(&self, edition: Edition) {
        *self.edition.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(edition));
        self.is_stale.store(false, Ordering::Relaxed);
    }

    /// Notes that the newest commit cannot be opened.
    pub fn note_stale(&self) {
        self.is_stale.store(true, Ordering::Relaxed);
    }

    /// Whether the edition in service is not the newest, since that cannot be opened.
    pub fn is_stale(&self) -> bool {
        self.is_stale.load(Ordering::Relaxed)
    }

    /// Notes that the server ends.
    pub fn note_stopping(&self) {
        self.is_stopping.store(true, Ordering::Relaxed);
    }

    /// Whether the server ends.
    pub fn is_stopping(&self) -> bool {
        self.is_stopping.load(Ordering::Relaxed)
    }

    /// The number of the next request.
    pub fn next_request(&self) -> u64 {
        self.requests.fetch_add(1, Ordering::Relaxed) + 1
    }
}
