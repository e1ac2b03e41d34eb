//! The same where the system tells nothing of it, or the program does not know how to ask: nothing is lost of what is
//! indexed, only what is said in docs/other-systems.md.

use std::ffi::OsString;
use std::fs::{Metadata, OpenOptions, Permissions};
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

/// Whether the system ends a process that takes more time or memory than it may.
pub const LIMITS_PROCESSES: bool = false;

/// Where a folder lies; not told.
#[derive(Clone, Copy, Debug)]
pub struct Spot;

impl Spot {
    /// Not told.
    pub fn of(_: &Path) -> Option<Self> {
        None
    }

    /// Whether another disk begins here; not told.
    pub fn begins_disk(&self, _: &Self) -> bool {
        false
    }

    /// What tells the folder from others; not told.
    pub fn number(&self) -> u64 {
        0
    }

    /// What tells the disk from others; not told.
    pub fn disk(&self, _: &Path) -> u64 {
        0
    }
}

/// What tells a file or folder from others; not told.
pub fn number_of(_: &Path) -> u64 {
    0
}

/// Whether what the kernel tells of the machine lies there; not told.
pub fn is_of_kernel(_: &Path) -> bool {
    false
}

/// When a file came to where it is, or was last changed.
pub fn changed_at(file: &Metadata) -> Option<SystemTime> {
    let came = file.created().ok();
    came.max(file.modified().ok())
}

/// Whether others may write to a file; not told.
#[cfg(feature = "cli")]
pub fn is_writable_by_others(_: &Metadata) -> bool {
    false
}

/// Whether a file belongs to the user; not told.
#[cfg(feature = "cli")]
pub fn is_trusted_owner(_: &Metadata) -> bool {
    true
}

/// Whether links lead to each other in a ring; not told.
pub fn is_ring(_: &io::Error) -> bool {
    false
}

/// What tells the disk that a folder lies on from others; not told.
pub fn disk_of(_: &Path) -> Option<u64> {
    None
}

/// What tells the disk behind a link to a file from others; not told.
pub fn disk_behind(_: &Path) -> Option<u64> {
    None
}

/// Whether a folder lies on another disk than the folder around it; not told.
pub fn begins_disk(_: &Path) -> bool {
    false
}

/// The name that has these bytes: names are no bytes here.
pub fn name_of(_: Vec<u8>) -> Option<OsString> {
    None
}

/// Who may do what with a file, as bits: all.
pub fn mode(_: &Metadata) -> u32 {
    0o777
}

/// It is not known whether a file may be read before somebody tries.
pub fn is_closed(_: &Path, _: &Metadata) -> bool {
    false
}

/// A file has no mode.
pub fn make_with_mode(_: &mut OpenOptions, _: u32) {}

/// A file has no mode.
pub fn permissions(_: u32) -> Option<Permissions> {
    None
}

/// A file has no mode.
///
/// # Errors
/// None.
pub fn set_mode(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

/// There are no groups of processes.
pub fn lead_group(_: &mut Command) {}

/// There are no groups of processes.
pub fn end_group(_: u32) {}

/// A process cannot become another program.
pub fn become_program(_: Command) -> io::Error {
    io::ErrorKind::Unsupported.into()
}

/// Nothing limits a process.
pub fn limit_process(_: u64, _: u64) {}

/// Not told.
pub fn address_bytes() -> Option<u64> {
    None
}

/// There is no such limit.
#[cfg(feature = "cli")]
pub fn refuse_large_files() {}

/// See the same for Unix.
#[cfg(feature = "cluster")]
pub fn host() -> Option<String> {
    std::env::var("COMPUTERNAME").ok()
}

/// See the same for Unix: nobody can tell here.
#[cfg(feature = "cluster")]
pub fn is_running(_: u32) -> bool {
    true
}
