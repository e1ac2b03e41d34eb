//! A failure of the engine to an error, by what the user can do about it.

use std::io;
use std::path::PathBuf;

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenReadError};

use crate::error::{Error, Flaw};

/// A failure of the engine at the index in `path`, sorted by what the user can do about it.
pub(super) fn failed(path: impl Into<PathBuf>, source: TantivyError) -> Error {
    let path = path.into();
    match source {
        TantivyError::LockFailure(LockError::LockBusy, _) => Error::Busy { path, holder: None },
        TantivyError::LockFailure(LockError::IoError(source), _) | TantivyError::IoError(source) => {
            shared_io(path, &source)
        }
        TantivyError::OpenReadError(OpenReadError::IoError { io_error, .. }) => shared_io(path, &io_error),
        TantivyError::DataCorruption(damage) => {
            Error::Damaged { path, flaw: Flaw::Said(told_damage(&format!("{damage:?}"))) }
        }
        TantivyError::OpenReadError(OpenReadError::FileDoesNotExist(file)) => {
            Error::Damaged { path, flaw: Flaw::Missing(file.display().to_string()) }
        }
        TantivyError::IncompatibleIndex(other) => Error::Damaged { path, flaw: Flaw::Said(format!("{other:?}")) },
        TantivyError::SystemError(said) if os_error(&said).is_none() => Error::System { path, said },
        // a full disk is told in the middle of a text of the engine's own
        source => match os_error(&source.to_string()) {
            Some(error) => Error::Io { path, source: error },
            None => Error::Engine { path, source: Box::new(source) },
        },
    }
}

fn shared_io(path: PathBuf, source: &io::Error) -> Error {
    if matches!(source.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData) {
        return Error::Damaged { path, flaw: Flaw::Said(source.to_string()) };
    }
    Error::Io { path, source: io::Error::new(source.kind(), source.to_string()) }
}

/// The first sentence of what the engine says of a damaged file, without what it has read there.
fn told_damage(said: &str) -> String {
    let said = said.strip_prefix("Data corruption (in file `").unwrap_or(said);
    said.split(". ").next().unwrap_or(said).trim_end_matches('.').replace("`):", ":").replace('"', "")
}

/// What the system says, by the number in a text such as `... (os error 28)`.
fn os_error(text: &str) -> Option<io::Error> {
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>();
    let after = |mark: &str| text.split_once(mark).and_then(|(_, rest)| digits(rest).parse().ok());
    after("(os error ").or_else(|| after("Os { code: ")).map(io::Error::from_raw_os_error)
}
