//! How a cluster holds an index.

/// How whole what a cluster holds of an index is, as its engine calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// All shards and all of their copies are there.
    Green,
    /// All shards are there, copies are not.
    Yellow,
    /// Shards are not there.
    Red,
}

impl Whole {
    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Red => "red",
        }
    }
}

/// How a cluster holds an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// How whole it is.
    pub whole: Whole,
    /// How many nodes the cluster has.
    pub nodes: u64,
    /// How many of them keep data.
    pub data_nodes: u64,
    /// How many shards there should be, with their copies.
    pub shards: u64,
    /// How many of these are on no node.
    pub unassigned: u64,
    /// How many shards are on no node, nor is any copy of them.
    pub missing: u64,
    /// Why some are on no node, as the engine calls it, each once.
    pub reasons: Vec<String>,
}
