//! Signals of the system to what a run makes of them: errors that are told, and an end that leaves nothing behind.

use std::process;

use super::chosen::chosen;
use super::outcome::Failure;
use crate::corpus;
use crate::voice::Told;

/// The exit code of a process that the user has stopped, as shells have it.
const INTERRUPTED: i32 = 130;

/// Ends the programs that recognize pages, and then this one, when the user stops it.
pub(super) fn end_with_helpers() {
    // fails where a handler is set already, which then does the same
    let _ = ctrlc::set_handler(|| interrupt());
}

/// Why signals cannot be received.
pub(super) fn no_signals(error: &ctrlc::Error) -> Failure {
    let said = match error {
        ctrlc::Error::System(error) => chosen().system(error),
        error => chosen().quoted(&error.to_string()),
    };
    Failure::refused(Told::NoSignals { said: &said })
}

/// Ends at once: the index is whole at any time.
pub(super) fn interrupt() -> ! {
    corpus::end_recognition();
    process::exit(INTERRUPTED)
}
