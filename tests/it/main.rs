//! The one integration binary.

mod program;
mod structure;
