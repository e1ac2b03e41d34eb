//! How far work has come -> a line on standard error.

use std::fmt::Write;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use super::chosen::chosen;
use crate::voice::Told;

/// How far the file at hand has come, where there is but one.
pub(super) const ONE: &str = "{msg}";

/// How much of all is done.
pub(super) const ALL: &str = "{bar:32} {far} {msg}";

/// A progress bar on standard error, if anybody sees it.
pub(super) fn bar(seen: bool, template: &str) -> ProgressBar {
    let target = if seen { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template(template);
    let bar = ProgressBar::with_draw_target(None, target);
    match style {
        Ok(style) => bar.with_style(style.with_key("far", far)),
        Err(_) => bar,
    }
}

/// How many bytes of how many are done, and how long the others may take, once that can be told.
fn far(state: &ProgressState, out: &mut dyn Write) {
    let done = state.pos();
    let left = Some(state.eta().as_secs()).filter(|seconds| done > 0 && *seconds > 0);
    let told = Told::Progress { done, all: state.len().unwrap_or(done), left };
    // what cannot be drawn is not drawn
    let _ = out.write_str(&chosen().told(told));
}
