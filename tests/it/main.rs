//! The one integration binary.

mod damage;
mod goldens;
mod laws;
mod program;
mod ranking;
mod structure;
mod support;
