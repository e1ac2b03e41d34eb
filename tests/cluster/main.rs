//! An index in a cluster of real nodes, against the same in a folder. `.ci/cluster` starts the nodes.

mod faults;
#[path = "../it/support/left_out.rs"]
mod left_out;
mod nodes;
mod parity;
mod standing;
mod state;
mod trips;
mod writing;
