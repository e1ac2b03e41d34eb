//! The command line to an outcome: one file a verb. What is printed is laid out in `terminal`.

mod arguments;
mod bar;
mod build;
mod completions;
mod eval;
mod extract;
mod index;
mod inspect;
mod man;
mod near;
mod number;
mod outcome;
mod people;
mod reading;
mod search;
#[cfg(feature = "server")]
mod serve;
mod session;
mod show;
mod signals;
mod status;
mod timeline;
#[cfg(feature = "watch")]
mod watch;

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{ColorChoice, CommandFactory, Parser, Subcommand};

use crate::archive::Archive;
use crate::system;
use outcome::{Failure, Outcome};
use session::{INDEX, Session};

/// Full-text search for Vietnamese documents, with diacritics or without.
#[derive(Debug, Parser)]
#[command(name = "tracuu", version, after_help = EXAMPLES)]
struct Cli {
    /// Folder of the index [default: index, here or in a folder above]
    #[arg(long, global = true, help_heading = GLOBAL, value_name = "DIR", env = "TRACUU_INDEX", value_parser = arguments::path())]
    index: Option<PathBuf>,
    /// Print JSON and nothing else on standard output
    #[arg(long, global = true, help_heading = GLOBAL)]
    json: bool,
    /// When to use colors; `auto` also heeds NO_COLOR
    #[arg(long, global = true, help_heading = GLOBAL, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
    #[command(subcommand)]
    verb: Verb,
}

/// What help puts the options under that hold everywhere.
const GLOBAL: &str = "Options of every verb";

const EXAMPLES: &str = "\
Examples:
  tracuu index                          bring the index up to date with the folder corpus/
  tracuu search do van thang            find Đỗ Văn Thắng, typed without diacritics
  tracuu search 142/kh-ldld             find a document by its number
  tracuu show cao-bang-1955-1975.txt:12 show where a hit stands
  tracuu --json search công đoàn        the same answer for a program

Exit codes: 0 found or done, 1 nothing found, 2 error.
COLUMNS sets the width of lines, also where they go to a file.
`tracuu help VERB` tells more about each verb.";

#[derive(Debug, Subcommand)]
enum Verb {
    /// Bring the index up to date with files and folders
    Index(index::IndexArgs),
    /// Find passages
    Search(search::SearchArgs),
    /// Find the documents behind a number and every passage that names them
    Number(number::NumberArgs),
    /// List the people, or find one with every passage in order of time
    People(people::PeopleArgs),
    /// List events and times in order
    Timeline(timeline::TimelineArgs),
    /// Show a document, or the surroundings of a line
    Show(show::ShowArgs),
    /// Find every document number, date, person and event in files, without an index
    Extract(extract::ExtractArgs),
    /// Measure the ranking with queries whose answers are known
    Eval(eval::EvalArgs),
    /// Show what a stage of the program makes of an input
    Inspect(inspect::InspectArgs),
    /// Tell what is indexed, how old it is, and what has changed since
    Status(status::StatusArgs),
    /// Serve pages and an API that others open in a browser or call
    #[cfg(feature = "server")]
    Serve(serve::ServeArgs),
    /// Print a script that completes commands in a shell
    Completions(completions::CompletionsArgs),
    /// Print the manual page
    Man(man::ManArgs),
}

/// Answers the arguments of the process, its own name first; the code that it exits with.
pub fn main(typed: &[OsString], is_output_closed: bool) -> u8 {
    let outcome = match parse(typed) {
        _ if is_output_closed => refuse_output(),
        Ok(command) => run(&command),
        Err(usage) => answer_usage(&usage, typed),
    };
    outcome.exit_code()
}

/// Reads the arguments of the process, its own name first.
///
/// # Errors
/// What clap says of arguments that make no sense, or its help.
fn parse(typed: &[OsString]) -> Result<Cli, clap::Error> {
    Cli::try_parse_from(arguments::protect(typed))
}

/// Does what was asked and tells what went wrong.
fn run(cli: &Cli) -> Outcome {
    system::refuse_large_files();
    session::set_color(cli.color);
    // a variable that is set to nothing names none
    let named = cli.index.clone().filter(|index| !index.as_os_str().is_empty());
    let is_default = named.is_none();
    let index = named.unwrap_or_else(nearest_index);
    let mut session = Session::new(&index, cli.json);
    session.is_default = is_default;
    run_in(cli, &mut session)
}

/// The folder of the index where none is named: where it is not there, the nearest above that holds one.
fn nearest_index() -> PathBuf {
    let own = PathBuf::from(INDEX);
    if own.exists() {
        return own;
    }
    let here = env::current_dir().unwrap_or_default();
    let mut above = here.ancestors().skip(1).map(|folder| folder.join(INDEX));
    above.find(|folder| Archive::at(&**folder).is_made()).unwrap_or(own)
}

/// Does what was asked where a session prints to, whatever the options say of that.
fn run_in(cli: &Cli, session: &mut Session) -> Outcome {
    let ran = run_verb(&cli.verb, session);
    let ended = ran.and_then(|outcome| session.flush().map(|()| outcome));
    ended.unwrap_or_else(|failure| session.fail(&failure))
}

/// Tells that there is no output to print to.
fn refuse_output() -> Outcome {
    let closed = io::Error::other("it is closed");
    Session::new(Path::new(""), false).fail(&Failure::Output(closed))
}

/// Prints help where it was asked for, or what is wrong with the arguments.
fn answer_usage(usage: &clap::Error, typed: &[OsString]) -> Outcome {
    let json = arguments::wants_json(typed);
    let mut text = arguments::plain(&usage.render().ansi().to_string());
    if usage.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        text = format!("name what to do\n\n{text}");
    }
    let mut session = Session::new(Path::new(""), json);
    let told = if usage.use_stderr() { session.refuse_usage(&text) } else { session.print_text(&text) };
    match told.and_then(|()| session.flush()) {
        Ok(()) if usage.use_stderr() => Outcome::Failed,
        Ok(()) => Outcome::Done,
        Err(failure) => session.fail(&failure),
    }
}

fn run_verb(verb: &Verb, session: &mut Session) -> Result<Outcome, Failure> {
    match verb {
        Verb::Index(typed) => index::run(typed, session),
        Verb::Search(typed) => search::run(typed, session),
        Verb::Number(typed) => number::run(typed, session),
        Verb::People(typed) => people::run(typed, session),
        Verb::Timeline(typed) => timeline::run(typed, session),
        Verb::Show(typed) => show::run(typed, session),
        Verb::Extract(typed) => extract::run(typed, session),
        Verb::Eval(typed) => eval::run(typed, session),
        Verb::Inspect(typed) => inspect::run(typed, session),
        Verb::Status(typed) => status::run(typed, session),
        #[cfg(feature = "server")]
        Verb::Serve(typed) => serve::run(typed, session),
        Verb::Completions(typed) => completions::run(typed, Cli::command(), session),
        Verb::Man(typed) => man::run(typed, Cli::command(), session),
    }
}

#[cfg(test)]
mod tests;
