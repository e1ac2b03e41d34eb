//! The command line to an exit code, as in grep: 0 found or done, 1 nothing found, 2 error.

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use tracuu::{cli, corpus};

fn main() -> ExitCode {
    let typed: Vec<OsString> = env::args_os().collect();
    // a child that decodes one file for another run of this program
    if let Some(code) = corpus::apart::serve(&typed) {
        return ExitCode::from(code);
    }
    let outcome = match cli::parse(&typed) {
        Ok(command) => cli::run(&command),
        Err(usage) => cli::answer_usage(&usage, &typed),
    };
    ExitCode::from(outcome.exit_code())
}
