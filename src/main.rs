//! The command line to an exit code, as in grep: 0 found or done, 1 nothing found, 2 error.

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use tracuu::cli;

fn main() -> ExitCode {
    let typed: Vec<OsString> = env::args_os().collect();
    let outcome = match cli::parse(&typed) {
        Ok(command) => cli::run(&command),
        Err(usage) => cli::answer_usage(&usage, &typed),
    };
    ExitCode::from(outcome.exit_code())
}
