//! Requests to lines of JSON, one each, for whoever runs the server.

use std::io::Write;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use serde::Serialize;

use super::route::{ROUTES, Route};
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

    /// As much of an address as is noted: what was looked for may tell of people, and the open part of a path names
    /// them, too.
    pub fn path_of<'a>(&self, address: &'a str) -> &'a str {
        if self.queries {
            return address;
        }
        let path = address.split('?').next().unwrap_or_default();
        let is_of = |route: &&Route| route.open().is_some() && path.starts_with(route.prefix());
        ROUTES.iter().find(is_of).map_or(path, |route| route.path)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_an_address_names_is_noted_only_on_demand() {
        let path =
            |address: &str, queries| AccessLog::new(Box::new(std::io::sink()), queries).path_of(address).to_owned();
        for (address, noted) in [
            ("/person/L%C3%AA%20An?lang=en", "/person/{*name}"),
            ("/api/v1/numbers/142/KH", "/api/v1/numbers/{*number}"),
            ("/doc/docs/a.txt", "/doc/{*id}"),
            ("/search?q=an", "/search"),
            ("/people", "/people"),
            ("/", "/"),
        ] {
            assert_eq!((path(address, false).as_str(), path(address, true).as_str()), (noted, address));
        }
    }
}
