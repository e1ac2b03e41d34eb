//! An index to tools of assistants over standard input and output.

use clap::Args;

use super::help::help;
use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::mcp::serve;
use crate::voice::Topic;

/// What was typed behind `mcp`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::McpExamples))]
pub(super) struct McpArgs {}

pub(super) fn run(_typed: &McpArgs, session: &Session) -> Result<Outcome, Failure> {
    // where there is no index yet, each answer says what to do
    serve(session.archive(), session.language)?;
    Ok(Outcome::Done)
}
