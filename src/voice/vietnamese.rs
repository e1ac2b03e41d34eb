//! What the library found in Vietnamese.

pub(super) mod page;
