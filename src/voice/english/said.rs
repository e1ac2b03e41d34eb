//! What somebody else says, in our words where it is common.

use crate::voice::known::in_english;

/// What a reader of a format, the engine or the system says.
pub fn said(said: &str) -> String {
    in_english(said).unwrap_or_else(|| said.to_owned())
}
