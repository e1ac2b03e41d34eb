//! Names of files in archives from before Unicode -> text.

use super::legacy::{self, Legacy};

/// So many bytes of names tell in what encoding they are.
const MAX_NAME_BYTES: usize = 1 << 16;

/// All names of an archive that are not in Unicode.
#[derive(Default)]
pub(super) struct OldNames(Vec<u8>);

impl OldNames {
    pub fn add(&mut self, name: &[u8]) {
        if std::str::from_utf8(name).is_err() && self.0.len() < MAX_NAME_BYTES {
            self.0.extend(name);
            self.0.push(b'\n');
        }
    }

    /// The encoding that makes the most Vietnamese of them.
    pub fn encoding(&self) -> Option<Legacy> {
        if self.0.is_empty() { None } else { legacy::detect(&self.0).1 }
    }
}

/// A name: in Unicode, in an old encoding, or else as it is told.
pub(super) fn decoded(raw: &[u8], old: Option<Legacy>, told: impl FnOnce() -> String) -> String {
    match (std::str::from_utf8(raw), old) {
        (Ok(name), _) => name.to_owned(),
        (Err(_), Some(old)) => legacy::decode(old, raw),
        (Err(_), None) => told(),
    }
}
