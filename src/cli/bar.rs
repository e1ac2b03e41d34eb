//! How far work has come -> a line on standard error.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

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
