//! What the library found in English.

#[cfg(feature = "cli")]
mod command_line;
mod notice;

#[cfg(feature = "cli")]
pub(super) use command_line::AtCommandLine;

use super::Voice;
use crate::query::{Notice, ValueFault};

/// English for whoever calls the library.
pub(super) struct English;

impl Voice for English {
    fn notice(&self, notice: &Notice) -> String {
        notice::notice(notice)
    }

    fn odd_value(&self, fault: ValueFault) -> &'static str {
        notice::odd_value(fault)
    }
}
