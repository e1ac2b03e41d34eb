//! The command line to an exit code, as in grep: 0 found or done, 1 nothing found, 2 error.

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use tracuu::{cli, corpus};

/// Whether standard output was closed when the process began.
static IS_CLOSED: AtomicBool = AtomicBool::new(false);

/// Looks before the runtime puts `/dev/null` in the place of what is closed.
#[cfg(unix)]
#[ctor::ctor]
fn look_at_output() {
    use std::os::fd::AsFd;
    IS_CLOSED.store(std::io::stdout().as_fd().try_clone_to_owned().is_err(), Ordering::Relaxed);
}

fn main() -> ExitCode {
    let typed: Vec<OsString> = env::args_os().collect();
    // a child that decodes one file for another run of this program
    if let Some(code) = corpus::serve(&typed) {
        return ExitCode::from(code);
    }
    ExitCode::from(cli::main(&typed, IS_CLOSED.load(Ordering::Relaxed)))
}
