//! Bytes of a format whose reader may fail badly -> its text, read in a process of its own.
//!
//! A reader that panics, hangs or takes all memory ends its own process and costs one document.
//! The process is the running program itself, so that nothing else need be installed; where it cannot
//! start, the document is left out. Where the library is part of another program, that program names one that
//! answers in its place ([`super::serve_by`]). One that calls neither [`super::serve`] nor that has no such process and
//! reads in a thread, where a panic costs one document, too, and one that takes too long is given up
//! while its thread goes on; memory is not limited there.

pub(super) mod answer;

use std::env;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::content::{Content, ParseOffice};
use super::limits::Limits;
use super::unreadable::{Crash, Unreadable};
use crate::system::LIMITS_PROCESSES;

/// The hidden verb: `tracuu decode-apart FORMAT BYTES MEMORY SECONDS`.
pub(super) const VERB: &str = "decode-apart";

/// The other hidden verb: `tracuu run-apart MEMORY SECONDS PROGRAM ARGUMENT...`.
pub(super) const RUN_VERB: &str = "run-apart";

/// Deeply nested objects of PDF are read by recursion.
const STACK_BYTES: usize = 64 << 20;

/// The running program by the system itself: right even where its file was replaced or removed since.
const ITSELF: &str = "/proc/self/exe";

/// The exit code where a program is not there, as shells have it.
pub(super) const NOT_FOUND: u8 = 127;

/// What a reader says first, when it runs and has its document: one that ends without it has never started.
pub(super) const STARTED: u8 = b'+';

/// What an answer holds beside its text.
const ANSWER_EXTRA_BYTES: u64 = 16 << 20;

/// The program that answers to the verbs, with what stands before them; nothing before them is the running program.
static SERVES: OnceLock<Vec<OsString>> = OnceLock::new();

/// Tells which program answers to the verbs: the running one where none is named. The first that is told stays.
pub(super) fn set_serving(program: Vec<OsString>) {
    let _ = SERVES.set(program);
}

/// A program of others, to be run with the limits of such a process where the system knows them.
pub(super) fn limited(program: &str, limits: &Limits) -> Command {
    let own = SERVES.get().filter(|_| LIMITS_PROCESSES).and_then(|own| serving(own).ok());
    let Some(mut command) = own else {
        return Command::new(program);
    };
    command.args([RUN_VERB, &limits.max_memory_bytes.to_string(), &limits.max_seconds.to_string(), program]);
    command
}

/// The program that answers to the verbs.
fn serving(program: &[OsString]) -> io::Result<Command> {
    let Some((program, before)) = program.split_first() else { return Ok(Command::new(itself()?)) };
    let mut command = Command::new(program);
    command.args(before);
    Ok(command)
}

fn itself() -> io::Result<PathBuf> {
    let itself = Path::new(ITSELF);
    if itself.exists() { Ok(itself.to_owned()) } else { env::current_exe() }
}

/// Reads a document in a process of its own, or in a thread where the program does not serve.
pub(super) fn parse(extension: &str, parse: ParseOffice, bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let Some(program) = SERVES.get() else {
        return in_thread(parse, bytes.to_vec(), limits);
    };
    let (limit, least) = (limits.max_memory_bytes, Limits::LEAST_MEMORY_BYTES);
    if LIMITS_PROCESSES && limit < least {
        return Err(Unreadable::Crashed(Crash::NoRoom { limit, least }));
    }
    let child = spawn(program, extension, limits).map_err(|error| not_started(&error))?;
    Ok(Content { is_apart: true, ..ask(child, bytes, limits)? })
}

fn not_started(error: &io::Error) -> Unreadable {
    Unreadable::Crashed(Crash::NotStarted(error.to_string()))
}

/// Reads a document in a thread; one that takes too long is given up while its thread goes on.
pub(super) fn in_thread(parse: ParseOffice, bytes: Vec<u8>, limits: &Limits) -> Result<Content, Unreadable> {
    let (sender, receiver) = mpsc::channel();
    let own = limits.clone();
    let builder = thread::Builder::new().stack_size(STACK_BYTES);
    // nobody listens any more to one that took too long
    let started = builder.spawn(move || _ = sender.send(parse(&bytes, &own)));
    started.map_err(|error| not_started(&error))?;
    receiver.recv_timeout(Duration::from_secs(limits.max_seconds)).unwrap_or_else(|error| {
        Err(match error {
            RecvTimeoutError::Timeout => Unreadable::TooSlow { seconds: limits.max_seconds },
            RecvTimeoutError::Disconnected => Unreadable::Crashed(Crash::Panicked),
        })
    })
}

fn spawn(program: &[OsString], extension: &str, limits: &Limits) -> io::Result<Child> {
    serving(program)?
        .args([VERB, extension])
        .args([limits.max_file_bytes, limits.max_memory_bytes, limits.max_seconds].map(|limit| limit.to_string()))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
}

fn ask(mut child: Child, bytes: &[u8], limits: &Limits) -> Result<Content, Unreadable> {
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let most = limits.max_file_bytes.saturating_add(ANSWER_EXTRA_BYTES);
    let (sender, receiver) = mpsc::channel();
    let feed = move || {
        if let Some(mut stdin) = stdin {
            // A process that ends early does not answer, which is told below.
            let _ = stdin.write_all(bytes);
        }
    };
    let hear = move || {
        let mut answer = Vec::new();
        if let Some(stdout) = stdout {
            // An answer that breaks off is told below.
            let _ = stdout.take(most).read_to_end(&mut answer);
        }
        let _ = sender.send(answer);
    };
    thread::scope(|scope| {
        let fed = thread::Builder::new().spawn_scoped(scope, feed);
        let heard = thread::Builder::new().spawn_scoped(scope, hear);
        let answer = fed.and(heard).map(|_| receiver.recv_timeout(Duration::from_secs(limits.max_seconds)));
        if !matches!(answer, Ok(Ok(_))) {
            // It may have ended just now.
            let _ = child.kill();
        }
        let status = child.wait()?;
        match answer {
            Err(error) => Err(not_started(&error)),
            Ok(Err(_)) => Err(Unreadable::TooSlow { seconds: limits.max_seconds }),
            Ok(Ok(answer)) => match answer.split_first() {
                Some((&STARTED, answer)) => answer::from_bytes(answer)
                    .unwrap_or_else(|| Err(Unreadable::Crashed(Crash::Ended(status.to_string())))),
                _ => Err(Unreadable::Crashed(Crash::NotStarted(status.to_string()))),
            },
        }
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn child(command: &str) -> Child {
        let mut shell = Command::new("sh");
        shell
            .args(["-c", command])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("there is a shell")
    }

    #[test]
    fn a_process_that_fails_costs_one_document() {
        let check = |command: &str, expected: &str| {
            let limits = Limits { max_seconds: 1, max_file_bytes: 0, ..Limits::default() };
            let error = ask(child(command), &[b'x'; 1 << 20], &limits).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{command}: {error}");
        };
        check("exec sleep 100", "reading it took longer than 1 seconds");
        check("printf +; exec cat /dev/zero", "its reader failed: signal: 13");
        check("printf +; exit 3", "its reader failed: exit status: 3");
        check("printf +; kill -9 $$", "its reader failed: signal: 9");
        check("printf +; cat", "its reader failed: exit status: 0");
        // one that never came to its document may do so at any time
        check("exit 127", "its reader failed: it could not start (exit status: 127)");
        check("kill -9 $$", "its reader failed: it could not start (signal: 9 (SIGKILL))");
    }

    #[test]
    fn a_thread_that_fails_costs_one_document() {
        let outcome = in_thread(|_, _| panic!("a bug"), Vec::new(), &Limits::default());
        assert!(matches!(outcome, Err(Unreadable::Crashed(_))));
        let limits = Limits { max_seconds: 1, ..Limits::default() };
        let slow = |_: &[u8], _: &Limits| {
            thread::sleep(Duration::from_secs(9));
            Ok(Content::default())
        };
        assert!(matches!(in_thread(slow, Vec::new(), &limits), Err(Unreadable::TooSlow { seconds: 1 })));
    }
}
