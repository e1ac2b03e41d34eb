//! A program of others -> how it ended, with whatever it has started.
//!
//! Each is a group of processes of its own, which is ended as a whole: where it is a script, what the script
//! runs would go on else.

use std::io;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::corpus::limits::Limits;
use crate::system;

const POLL: Duration = Duration::from_millis(10);

/// The programs that are running, by the number of their process.
static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// How a program ended.
pub(super) enum Ended {
    With(ExitStatus),
    /// It was ended at its limit of time.
    TooLate,
    Never(io::Error),
}

/// Waits for a program to end, but no longer than the limit.
pub(super) fn run(mut command: Command, limits: &Limits) -> Ended {
    command.stdin(Stdio::null());
    system::lead_group(&mut command);
    let mut running = lock();
    let child = match command.spawn() {
        Ok(child) => child,
        Err(error) => return Ended::Never(error),
    };
    running.push(child.id());
    drop(running);
    let id = child.id();
    let ended = wait(child, Instant::now() + Duration::from_secs(limits.max_seconds));
    lock().retain(|running| *running != id);
    ended
}

/// Ends all that are running.
pub(super) fn end_all() {
    lock().iter().for_each(|&id| system::end_group(id));
}

fn wait(mut child: Child, deadline: Instant) -> Ended {
    let ended = loop {
        match child.try_wait() {
            Ok(Some(status)) => break Ended::With(status),
            Ok(None) if Instant::now() < deadline => thread::sleep(POLL),
            Ok(None) => break Ended::TooLate,
            Err(error) => break Ended::Never(error),
        }
    };
    // What it has left behind would write into a folder that is about to go.
    system::end_group(child.id());
    if !matches!(ended, Ended::With(_)) {
        // It may have ended just now.
        let _ = child.kill();
        let _ = child.wait();
    }
    ended
}

fn lock() -> std::sync::MutexGuard<'static, Vec<u32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[test]
    fn what_a_script_has_started_ends_with_it() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let check = |script: &str| {
            let told = folder.path().join("told");
            let mut command = Command::new("sh");
            command.args(["-c", &format!("(sleep 2; echo > {}) & {script}", told.display())]);
            let _ = run(command, &Limits { max_seconds: 1, ..Limits::default() });
            thread::sleep(Duration::from_millis(2500));
            assert!(!told.exists(), "{script}");
        };
        check("wait");
        check("exit 0");
    }
}
