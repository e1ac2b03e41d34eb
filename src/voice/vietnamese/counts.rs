//! Counts to Vietnamese digits: `1.200`.

use crate::voice::figures::grouped;

/// A count with points between its thousands.
pub fn number(count: u64) -> String {
    grouped(count, '.')
}

/// A count of what lies in memory.
pub fn count(count: usize) -> String {
    number(count as u64)
}
