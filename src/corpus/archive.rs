//! Bytes of an archive -> the documents among its members.
//!
//! The id of a member is the id of its archive, `/` and its path there, without `..`. What is to be done with a member
//! is decided in one place, whatever the archive; each kind of archive only names its members in order and unpacks
//! those that are wanted.

#[cfg(feature = "archives")]
mod bounds;
mod members;
#[cfg(feature = "archives")]
mod rar;
#[cfg(feature = "archives")]
mod seven;
mod zip;

pub(super) use self::members::plain_name;
#[cfg(feature = "archives")]
pub(super) use self::rar::open as open_rar;
#[cfg(feature = "archives")]
pub(super) use self::seven::open as open_seven;
pub(super) use self::zip::open as open_zip;

#[cfg(test)]
pub(super) mod tests;
