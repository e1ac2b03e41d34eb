//! Every message with sample data, in a fixed order.

mod files;
mod found;
mod help;
#[cfg(feature = "mcp")]
mod tools;
mod typed;

use super::Sample;

/// All of them.
pub(super) fn samples() -> Vec<Sample> {
    let mut all = found::samples();
    all.extend(typed::samples());
    all.extend(help::samples());
    #[cfg(feature = "mcp")]
    all.extend(tools::samples());
    all
}
