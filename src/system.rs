//! What the program asks of the system beyond the standard library: disks, modes of files, limits of processes. All
//! code that needs Unix stands here.

#[cfg(not(unix))]
mod elsewhere;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub(crate) use elsewhere::*;
#[cfg(unix)]
pub(crate) use unix::*;
