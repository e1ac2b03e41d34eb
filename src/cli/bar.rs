//! How far work has come -> a line on standard error.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How far all files have come, and the file at hand.
pub(super) const ALL: &str = "{bar:32} {decimal_bytes}/{decimal_total_bytes}, {eta} left {msg}";

/// How far the file at hand has come, where there is but one.
pub(super) const ONE: &str = "{msg}";

/// A progress bar on standard error, if anybody sees it.
pub(super) fn bar(seen: bool, template: &str) -> ProgressBar {
    let target = if seen { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template(template);
    let bar = ProgressBar::with_draw_target(None, target);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
