//! How clusters are reached, which is the same for all that a process asks.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::failure::{Result, fault};
use crate::error::{ClusterFault, Error};

/// Holds what lets the user in: `USER:PASSWORD` or `ApiKey KEY`.
const CREDENTIALS: &str = "TRACUU_CREDENTIALS";

/// Names a file that does.
const CREDENTIALS_FILE: &str = "TRACUU_CREDENTIALS_FILE";

/// How clusters are reached.
#[derive(Clone, Debug, Default)]
pub struct Connection {
    /// Whether machines beyond this one may be asked without encryption.
    pub insecure_http: bool,
    /// The certificates in PEM that a cluster is trusted by; those of the system where none are told.
    pub ca: Option<PathBuf>,
    /// Whether answers may lack what parts of an index hold that do not answer; how many lacked is [noted](missing).
    pub partial: bool,
}

static CHOSEN: OnceLock<Connection> = OnceLock::new();

/// How many parts have not answered, of how many.
static MISSING: Mutex<Option<(u64, u64)>> = Mutex::new(None);

/// How many parts of an index have not answered where that is allowed, of how many: the most of all answers so far.
pub fn missing() -> Option<(u64, u64)> {
    *MISSING.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(super) fn note_missing(failed: u64, total: u64) {
    let mut missing = MISSING.lock().unwrap_or_else(PoisonError::into_inner);
    *missing = (*missing).max(Some((failed, total)));
}

/// Chooses how clusters are reached from now on; only the first choice of a process counts.
pub fn connect(connection: Connection) {
    // those that come later find it made
    let _ = CHOSEN.set(connection);
}

pub(super) fn connection() -> &'static Connection {
    CHOSEN.get_or_init(Connection::default)
}

/// The header that lets the user in, if there is one; never part of what is told.
///
/// # Errors
/// The file cannot be read, or holds something else.
pub(super) fn authorization(place: &Path) -> Result<Option<String>> {
    let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
    let typed = match (set(CREDENTIALS), set(CREDENTIALS_FILE)) {
        (Some(typed), _) => typed,
        (None, Some(file)) => fs::read_to_string(&file).map_err(|error| Error::io(file, error))?,
        (None, None) => return Ok(None),
    };
    header(typed.trim()).map(Some).ok_or_else(|| fault(place, ClusterFault::Credentials))
}

fn header(typed: &str) -> Option<String> {
    if typed.contains(['\n', '\r']) {
        return None;
    }
    match typed.strip_prefix("ApiKey ") {
        Some(key) => Some(format!("ApiKey {}", key.trim())),
        None => typed.contains(':').then(|| format!("Basic {}", STANDARD.encode(typed))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lets_the_user_in_is_a_name_or_a_key() {
        assert_eq!(header("lan:bí mật"), Some(format!("Basic {}", STANDARD.encode("lan:bí mật"))));
        assert_eq!(header("ApiKey YWJj").as_deref(), Some("ApiKey YWJj"));
        assert_eq!(header("secret"), None);
        assert_eq!(header("a:b\nX-Header: c"), None);
    }
}
