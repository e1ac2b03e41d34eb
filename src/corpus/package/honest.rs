//! What is packed -> how much of it an honest archive holds at most.

/// Members of an archive at most.
pub(in crate::corpus) const MAX_MEMBERS: usize = 100_000;

/// Beyond so many bytes nothing honest unpacks to more than so many times its size.
pub(in crate::corpus) const FREE_BYTES: usize = 10 << 20;
const MAX_RATIO: u64 = 1000;

/// Of one file no more comes out, however it is packed: so many bytes freely, and beyond them so many times its size.
const FREE_IN_ALL: u64 = 64 << 20;
const MAX_RATIO_IN_ALL: u64 = 200;

/// The bytes that come out of a file of so many at most, if it is honest.
pub(in crate::corpus) fn most(size: u64) -> u64 {
    size.saturating_mul(MAX_RATIO_IN_ALL).max(FREE_IN_ALL)
}

/// The bytes that so many packed ones unpack to at most, if they are honest.
pub(in crate::corpus) fn honest(packed: u64) -> u64 {
    packed.saturating_mul(MAX_RATIO).max(FREE_BYTES as u64)
}
