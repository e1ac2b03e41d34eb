//! What was typed to the form in which results are printed.

use clap::Args;

use super::choice::choice;
use super::help::help;
use crate::voice::Topic;

/// The form of results.
#[derive(Debug, Args)]
pub(super) struct FormatArgs {
    #[arg(long, value_name = help(Topic::FormatValue), value_parser = choice(&["csv", "json"]), conflicts_with = "json", help = help(Topic::Format))]
    format: Option<&'static str>,
}

impl FormatArgs {
    /// Whether this form was typed.
    pub(super) fn is(&self, form: &str) -> bool {
        self.format == Some(form)
    }
}
