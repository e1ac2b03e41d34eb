//! Requests to the nodes of a cluster and back.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use std::{fs, io};

use serde_json::Value;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::{Agent, AsSendBody, http};

use super::address::Address;
use super::connection::{authorization, connection};
use super::failure::{Result, fault, is_overloaded, lacks_parts, sort};
use crate::error::{ClusterFault, Error};

/// How long a node may take to let itself be reached.
const CONNECT: Duration = Duration::from_secs(2);

/// How long a question may take.
pub(super) const READ: Duration = Duration::from_secs(10);

/// How long what is written may take.
pub(super) const WRITE: Duration = Duration::from_secs(60);

/// What a node answers is no longer than this, in bytes.
const MAX_ANSWER: u64 = 1 << 30;

/// For how long what a cluster has no time for is sent again.
pub(super) const PATIENCE: Duration = Duration::from_secs(90);

/// How long to wait at first before that, and at most.
pub(super) const PAUSES: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(5));

/// How long to wait before a question is repeated, at first.
const PAUSE: Duration = Duration::from_millis(200);

/// What is sent.
pub(super) enum Body<'a> {
    /// Nothing.
    None,
    /// An object.
    Json(Value),
    /// An object a line.
    Lines(&'a str),
}

/// What a node has answered.
#[derive(Debug)]
pub(super) struct Reply {
    /// The status of HTTP.
    pub(super) status: u16,
    /// What it says.
    pub(super) answer: Value,
}

impl Reply {
    /// Whether what was asked for was done.
    pub(super) fn is_done(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// How often a question was asked, and for how long: where no node answers, it is asked once more; where one has no room
/// or no time for it, until it has, for as long as an answer may take.
pub(super) struct Again {
    begun: Instant,
    pause: Duration,
    patience: Duration,
    times: u32,
}

impl Again {
    /// Keeps what came of questions that were asked together, by their numbers, and waits where a node had no room for
    /// some; those that are to be asked again.
    ///
    /// # Errors
    /// The first of another kind, or where there is no time left to wait.
    pub(super) fn left_of<T>(
        &mut self,
        answers: impl Iterator<Item = (usize, Result<T>)>,
        mut keep: impl FnMut(usize, T),
    ) -> Result<Vec<usize>> {
        let (mut left, mut busy) = (Vec::new(), None);
        for (at, answer) in answers {
            match answer {
                Ok(answer) => keep(at, answer),
                Err(error) if is_overloaded(&error) => {
                    left.push(at);
                    busy = Some(error);
                }
                Err(error) => return Err(error),
            }
        }
        match busy {
            Some(error) if !self.waits(&error) => Err(error),
            _ => Ok(left),
        }
    }

    /// Waits where it is worth to ask again after this error; whether it is.
    pub(super) fn waits(&mut self, after: &Error) -> bool {
        // who writes waits for copies of what a node has taken with it, too
        let is_waited_for = is_overloaded(after) || self.patience > READ && lacks_parts(after);
        let is_worth = match is_waited_for {
            true => self.begun.elapsed() + self.pause < self.patience,
            false => self.times == 0 && is_passing(after),
        };
        if is_worth {
            thread::sleep(jittered(self.pause));
            self.pause = (self.pause * 2).min(PAUSES.1);
            self.times += 1;
        }
        is_worth
    }

    /// How often it was asked before.
    pub(super) fn times(&self) -> u32 {
        self.times
    }
}

/// Asks the nodes of one cluster.
pub(super) struct Client {
    pub(super) address: Address,
    agent: Agent,
    authorization: Option<String>,
    /// The host that has answered last.
    host: AtomicUsize,
    /// For how long a question is asked again that no node has room or time for.
    patience: Duration,
}

impl Client {
    /// One that asks the cluster at a place.
    ///
    /// # Errors
    /// The address, the certificates or what lets the user in cannot be used.
    pub(super) fn of(place: &Path) -> Result<Self> {
        let address = Address::of(place)?;
        let roots = match &connection().ca {
            Some(file) => RootCerts::from(certificates(file)?),
            None => RootCerts::PlatformVerifier,
        };
        let agent = Agent::config_builder()
            .tls_config(TlsConfig::builder().root_certs(roots).build())
            .timeout_connect(Some(CONNECT))
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .user_agent(concat!("tracuu/", env!("CARGO_PKG_VERSION")))
            .build()
            .new_agent();
        let authorization = authorization(place)?;
        Ok(Self { address, agent, authorization, host: AtomicUsize::new(0), patience: READ })
    }

    /// One that waits for a cluster as long with its questions as with what it writes.
    pub(super) fn patient(self) -> Self {
        Self { patience: PATIENCE, ..self }
    }

    /// Begins to ask a question.
    pub(super) fn again(&self) -> Again {
        Again { begun: Instant::now(), pause: PAUSE, patience: self.patience, times: 0 }
    }

    /// An error of this index.
    pub(super) fn fault(&self, of: ClusterFault) -> Error {
        fault(&self.address.typed, of)
    }

    /// Asks a question that changes nothing: once more of another node where one does not answer, and until there is
    /// time for it where one has too much to do.
    ///
    /// # Errors
    /// No node answers.
    pub(super) fn ask(&self, method: &str, path: &str, body: &Body<'_>) -> Result<Reply> {
        let mut again = self.again();
        loop {
            let sent = self.send(method, path, body, READ);
            let waits = match &sent {
                Ok(reply) if reply.is_done() => false,
                Ok(reply) => again.waits(&self.fault(sort(reply.status, &reply.answer))),
                Err(error) => again.waits(error),
            };
            if !waits {
                return sent;
            }
        }
    }

    /// The answer to a question, which must be one.
    ///
    /// # Errors
    /// No node answers, or one answers that it cannot do that.
    pub(super) fn answer(&self, method: &str, path: &str, body: &Body<'_>) -> Result<Value> {
        let reply = self.ask(method, path, body)?;
        self.expect(reply)
    }

    /// The answer, if what was asked for was done.
    ///
    /// # Errors
    /// It was not.
    pub(super) fn expect(&self, reply: Reply) -> Result<Value> {
        match reply.is_done() {
            true => Ok(reply.answer),
            false => Err(self.fault(sort(reply.status, &reply.answer))),
        }
    }

    /// Sends what may be sent again, until a node has time for it.
    ///
    /// # Errors
    /// None had for as long as is waited, or one answers otherwise.
    pub(super) fn insist(&self, method: &str, path: &str, body: &Body<'_>, patience: Duration) -> Result<Reply> {
        let (started, mut pause) = (Instant::now(), PAUSES.0);
        loop {
            let sent = self.send(method, path, body, WRITE);
            let is_passing = match &sent {
                Ok(reply) => is_worth(reply),
                Err(error) => is_passing(error),
            };
            if !is_passing || started.elapsed() >= patience {
                return sent;
            }
            thread::sleep(jittered(pause));
            pause = (pause * 2).min(PAUSES.1);
        }
    }

    /// Sends a request to the node that has answered last; where it does not, the next is asked from now on.
    ///
    /// # Errors
    /// It does not answer.
    pub(super) fn send(&self, method: &str, path: &str, body: &Body<'_>, patience: Duration) -> Result<Reply> {
        let host = self.host.load(Ordering::Relaxed);
        let sent = self.send_to(host, method, path, body, patience);
        let is_wrong = match &sent {
            Ok(reply) => is_worth(reply),
            Err(_) => true,
        };
        if is_wrong {
            // another thread may have gone on already
            let next = (host + 1) % self.address.hosts.len().max(1);
            let _ = self.host.compare_exchange(host, next, Ordering::Relaxed, Ordering::Relaxed);
        }
        sent
    }

    fn send_to(&self, host: usize, method: &str, path: &str, body: &Body<'_>, patience: Duration) -> Result<Reply> {
        let host = self.address.hosts.get(host).map_or("", String::as_str);
        let mut request = http::Request::builder().method(method).uri(format!("{host}/{path}"));
        if let Some(authorization) = &self.authorization {
            request = request.header("authorization", authorization);
        }
        let refused = |error: http::Error| self.fault(ClusterFault::Refused(error.to_string()));
        let typed = |request: http::request::Builder, kind| request.header("content-type", kind);
        let response = match body {
            Body::None => self.run(request.body(()).map_err(refused)?, patience),
            Body::Json(value) => {
                self.run(typed(request, "application/json").body(value.to_string()).map_err(refused)?, patience)
            }
            Body::Lines(lines) => {
                self.run(typed(request, "application/x-ndjson").body(*lines).map_err(refused)?, patience)
            }
        };
        let failed = |error: ureq::Error| self.fault(sort_transport(&error, patience));
        let mut response = response.map_err(failed)?;
        let status = response.status().as_u16();
        let bytes = response.body_mut().with_config().limit(MAX_ANSWER).read_to_vec().map_err(failed)?;
        let answer = if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes).unwrap_or(Value::Null) };
        if answer.is_null() && !bytes.is_empty() && !matches!(status, 401 | 403 | 429 | 502 | 503 | 504) {
            return Err(self.fault(ClusterFault::Odd(format!("HTTP {status}"))));
        }
        Ok(Reply { status, answer })
    }

    fn run(
        &self,
        request: http::Request<impl AsSendBody>,
        patience: Duration,
    ) -> std::result::Result<http::Response<ureq::Body>, ureq::Error> {
        self.agent.run(self.agent.configure_request(request).timeout_global(Some(patience)).build())
    }
}

/// Whether it is worth to ask again in a moment, or another node.
fn is_worth(reply: &Reply) -> bool {
    matches!(sort(reply.status, &reply.answer), ClusterFault::Overloaded(_))
}

/// Whether it may be otherwise in a moment, or of another node.
pub(super) fn is_passing(error: &Error) -> bool {
    use ClusterFault::{Overloaded, Slow, Unreachable};
    matches!(error, Error::Cluster { fault: Unreachable(_) | Slow(_) | Overloaded(_), .. })
}

/// Between half of it and all, so that not all who wait come again at once.
pub(super) fn jittered(pause: Duration) -> Duration {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    pause / 2 + pause.mul_f64(f64::from(now.subsec_nanos() % 1000) / 2000.0)
}

fn sort_transport(error: &ureq::Error, patience: Duration) -> ClusterFault {
    match error {
        ureq::Error::Timeout(ureq::Timeout::Connect) => ClusterFault::Unreachable(error.to_string()),
        ureq::Error::Timeout(_) => ClusterFault::Slow(patience.as_secs()),
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => ClusterFault::Slow(patience.as_secs()),
        ureq::Error::Io(error) if error.to_string().contains("certificate") => {
            ClusterFault::Certificate(error.to_string())
        }
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::InvalidData => ClusterFault::Odd(error.to_string()),
        ureq::Error::Io(error) => ClusterFault::Unreachable(error.to_string()),
        ureq::Error::Rustls(error) => ClusterFault::Certificate(error.to_string()),
        ureq::Error::Tls(said) => ClusterFault::Certificate((*said).to_owned()),
        // the library wraps what its own library for TLS says
        error if error.to_string().contains("certificate") => ClusterFault::Certificate(error.to_string()),
        error => ClusterFault::Unreachable(error.to_string()),
    }
}

/// The certificates in a file.
fn certificates(file: &Path) -> Result<Vec<Certificate<'static>>> {
    let bytes = fs::read(file).map_err(|error| Error::io(file, error))?;
    let mut found = Vec::new();
    for item in parse_pem(&bytes) {
        match item {
            Ok(PemItem::Certificate(certificate)) => found.push(certificate),
            Ok(_) => {}
            Err(error) => return Err(Error::io(file, io::Error::new(io::ErrorKind::InvalidData, error.to_string()))),
        }
    }
    match found.is_empty() {
        true => Err(Error::io(file, io::ErrorKind::InvalidData.into())),
        false => Ok(found),
    }
}
