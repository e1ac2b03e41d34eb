//! What the library found in English, with what to type next.

use super::English;
use crate::query::{Notice, Page, ValueFault};
use crate::voice::Voice;

/// English for whoever types commands.
pub struct AtCommandLine;

impl Voice for AtCommandLine {
    fn notice(&self, notice: &Notice) -> String {
        match notice {
            Notice::PageCut { what: Page::Limit, most } => format!("--limit is at most {most}"),
            Notice::PageCut { what: Page::Offset, most } => format!("--offset is at most {most}"),
            Notice::BehindLast { .. } => format!("{}: choose a smaller --offset", English.notice(notice)),
            Notice::NameExcludes { words } => {
                format!("{words} is left out of the name: only `search` and `timeline` exclude words")
            }
            other => English.notice(other),
        }
    }

    fn odd_value(&self, fault: ValueFault) -> &'static str {
        English.odd_value(fault)
    }
}
