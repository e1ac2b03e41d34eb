//! The name of a shell to a script that completes commands of this program.

use clap::{Args, Command};
use clap_complete::Shell;

use super::help::help;
use super::outcome::{Failure, Outcome};
use super::session::Session;
use crate::voice::Topic;

/// What was typed behind `completions`.
#[derive(Debug, Args)]
#[command(after_help = help(Topic::CompletionsExamples))]
pub(super) struct CompletionsArgs {
    #[arg(value_name = help(Topic::ShellValue), help = help(Topic::CompletionsShell))]
    shell: Shell,
}

pub(super) fn run(typed: &CompletionsArgs, mut command: Command, session: &mut Session) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(typed.shell, &mut command, "tracuu", &mut script);
    session.print_text(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Done)
}
