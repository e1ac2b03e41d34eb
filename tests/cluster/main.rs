//! An index in a cluster of real nodes, against the same in a folder. `.ci/cluster` starts the nodes.

mod faults;
#[path = "../it/support/left_out.rs"]
mod left_out;
mod nodes;
mod only;
mod parity;
mod partial;
mod standing;
mod state;
mod table;
mod trips;
mod writing;
