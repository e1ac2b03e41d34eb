//! The command line to its manual page, or to that of a verb.

use clap::{Args, Command};

use super::outcome::{Failure, Outcome};
use super::session::Session;

/// What was typed behind `man`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  tracuu man | man -l -\n  tracuu man search > tracuu-search.1")]
pub(super) struct ManArgs {
    /// The verb to tell about [default: the program]
    verb: Option<String>,
}

pub(super) fn run(typed: &ManArgs, mut command: Command, session: &mut Session) -> Result<Outcome, Failure> {
    command.build();
    if let Some(verb) = &typed.verb {
        let found = command.find_subcommand(verb).cloned();
        let unknown = || Failure::Refused(format!("`{verb}` is not a verb: `tracuu --help` lists them"));
        command = found.ok_or_else(unknown)?;
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    session.print_text(&String::from_utf8_lossy(&page))?;
    Ok(Outcome::Done)
}
