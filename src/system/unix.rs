//! What the program asks of a system of the family of Unix.

mod disk;

pub use disk::{Spot, begins_disk, disk_behind, disk_of, is_of_kernel, number_of};

use std::ffi::OsString;
use std::fs::{self, Metadata, OpenOptions, Permissions};
use std::io;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rustix::fs::{Access, access};
use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, kill_process_group, setrlimit};

/// Whether the system ends a process that takes more time or memory than it may.
pub const LIMITS_PROCESSES: bool = true;

/// The name that has these bytes.
pub fn name_of(bytes: Vec<u8>) -> Option<OsString> {
    Some(OsString::from_vec(bytes))
}

/// Who may do what with a file, as bits.
pub fn mode(file: &Metadata) -> u32 {
    file.permissions().mode() & 0o777
}

/// When a file came to where it is, or was last changed in any way.
pub fn changed_at(file: &Metadata) -> Option<SystemTime> {
    let seconds = u64::try_from(file.ctime()).ok()?;
    UNIX_EPOCH.checked_add(Duration::new(seconds, u32::try_from(file.ctime_nsec()).ok()?))
}

/// Whether others than its owner may write to a file.
#[cfg(feature = "cli")]
pub fn is_writable_by_others(file: &Metadata) -> bool {
    mode(file) & 0o022 != 0
}

/// Whether a file belongs to the user of this process or to the one who may do everything anyway.
#[cfg(feature = "cli")]
pub fn is_trusted_owner(file: &Metadata) -> bool {
    let owner = file.uid();
    owner == 0 || owner == rustix::process::geteuid().as_raw()
}

/// Whether the system refuses to let a file be read; most may be read by all, which is known at once.
pub fn is_closed(path: &Path, file: &Metadata) -> bool {
    mode(file) & 0o444 != 0o444 && access(path, Access::READ_OK).is_err()
}

/// Whether links lead to each other in a ring, or too many of them in a row.
pub fn is_ring(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

/// Lets a file that is opened, and made by that, have this mode, as far as the mask of the user lets.
pub fn make_with_mode(options: &mut OpenOptions, mode: u32) {
    options.mode(mode);
}

/// What gives a file this mode.
pub fn permissions(mode: u32) -> Option<Permissions> {
    Some(Permissions::from_mode(mode))
}

/// Gives a file this mode.
///
/// # Errors
/// It is another user's, or gone.
pub fn set_mode(file: &Path, mode: u32) -> io::Result<()> {
    fs::set_permissions(file, Permissions::from_mode(mode))
}

/// Lets a command that will be started be a group of processes of its own, with all that it starts.
pub fn lead_group(command: &mut Command) {
    command.process_group(0);
}

/// Ends the processes of a group, as many as are left.
pub fn end_group(leader: u32) {
    if let Some(leader) = i32::try_from(leader).ok().and_then(Pid::from_raw) {
        // there may be none
        let _ = kill_process_group(leader, Signal::KILL);
    }
}

/// Becomes another program; returns only if that fails.
pub fn become_program(mut command: Command) -> io::Error {
    command.exec()
}

/// The system ends this process where it exceeds these, even if its parent is gone.
pub fn limit_process(memory_bytes: u64, seconds: u64) {
    let most = |amount| Rlimit { current: Some(amount), maximum: Some(amount) };
    // where the system knows no such limit, the time limit of the parent remains
    let _ = setrlimit(Resource::As, most(memory_bytes));
    let _ = setrlimit(Resource::Cpu, most(seconds));
}

/// How many bytes of addresses the system lets this process have; nothing where that has no limit.
pub fn address_bytes() -> Option<u64> {
    getrlimit(Resource::As).current
}

/// A file that grows beyond the limit of the user is an error of its writer from here on, and ends nothing.
#[cfg(feature = "cli")]
pub fn refuse_large_files() {
    let mut set = nix::sys::signal::SigSet::empty();
    set.add(nix::sys::signal::Signal::SIGXFSZ);
    // where that fails, the system ends the process, and the index is whole all the same
    let _ = set.thread_block();
}

/// The name of this machine, if it has one.
#[cfg(feature = "cluster")]
pub fn host() -> Option<String> {
    let named = rustix::system::uname().nodename().to_str().ok().map(str::to_owned);
    named.filter(|name| !name.is_empty())
}

/// Whether a process runs on this machine, as far as that can be told.
#[cfg(feature = "cluster")]
pub fn is_running(process: u32) -> bool {
    let process = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw);
    process.is_some_and(|process| rustix::process::test_kill_process(process) != Err(rustix::io::Errno::SRCH))
}
