//! Requests to lines of JSON, one each, for whoever runs the server.

use std::io::Write;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use serde::Serialize;

use crate::wire::line::line;

/// Where each request is noted.
pub struct AccessLog {
    out: Mutex<Box<dyn Write + Send>>,
    /// Whether addresses are noted with what was asked.
    queries: bool,
}

/// What is noted of a request.
#[derive(Debug, Serialize)]
pub struct Noted<'a> {
    /// When it came.
    pub time: String,
    /// Its number.
    pub id: u64,
    /// Who sent it.
    pub client: Option<String>,
    /// Its method.
    pub method: &'a str,
    /// Its path, with the query if that is wanted.
    pub path: &'a str,
    /// The status of the answer.
    pub status: u16,
    /// How many bytes the answer has, where that is known.
    pub bytes: Option<u64>,
    /// How long it took.
    pub ms: f64,
    /// The commit that answered.
    pub generation: Option<&'a str>,
}

impl AccessLog {
    /// A log that is written to `out`.
    pub fn new(out: Box<dyn Write + Send>, queries: bool) -> Self {
        Self { out: Mutex::new(out), queries }
    }

    /// As much of an address as is noted.
    pub fn path_of<'a>(&self, address: &'a str) -> &'a str {
        // what was looked for may tell of people: a path names them, too
        let end = if self.queries { address.len() } else { address.find('?').unwrap_or(address.len()) };
        address.get(..end).unwrap_or_default()
    }

    /// Notes a request.
    pub fn note(&self, noted: &Noted<'_>) {
        let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
        // a log that cannot be written stops no answer
        let _ = line(&mut **out, noted);
        let _ = out.flush();
    }
}

/// Now, as a log tells it.
pub fn now() -> String {
    Timestamp::now().to_string()
}
